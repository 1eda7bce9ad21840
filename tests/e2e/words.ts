import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/build/root.js';

export type Language = 'en' | 'uk';

const catalogues = { en: catalogue('en'), uk: catalogue('uk') };

function catalogue(language: Language): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(root, `src/messages/${language}.json`), 'utf8')) as Record<string, unknown>;
}

/** A message of the interface as people read it, so that a test survives another wording. Messages with plural forms have no single text. */
export function words(language: Language, name: string, values: Readonly<Record<string, string>> = {}): string {
  const message = catalogues[language][name];
  if (typeof message !== 'string') throw new Error(`there is no plain message "${name}" in ${language}`);
  return message.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? `{${key}}`);
}

/** A message as a pattern: whatever is filled in matches anything. */
export function wordsLike(language: Language, name: string): RegExp {
  const parts = words(language, name).split(/\{\w+\}/);
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('.*')}$`);
}
