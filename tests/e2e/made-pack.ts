import type { Page } from '@playwright/test';
import { expect } from './site';
import { words, wordsLike, type Language } from './words';

/** A pack from a file, as a teacher might write one: six events of an invented siege, all of them asked. */
export interface MadePack {
  readonly version?: number;
  /** Only so many of the events, the earliest first. Five make one chain. */
  readonly events?: number;
  /** Dates by event that differ from the first version. */
  readonly dates?: Readonly<Record<string, string>>;
  /** Lines put into the place of others: for mistakes and mischief. */
  readonly instead?: readonly (readonly [line: string, by: string])[];
  /** What is asked of every event; null: all that the rules allow. */
  readonly ask?: readonly string[] | null;
  readonly id?: string;
  readonly title?: string;
}

const EVENTS: readonly (readonly [id: string, clause: string, placeless: string, when: string, place: string])[] = [
  ['fleet-sighted', 'lookouts sighted the fleet off Arden', 'lookouts sighted the fleet', '1822-03-02', 'arden'],
  [
    'walls-manned',
    'the townspeople of Birk manned the walls',
    'the townspeople manned the walls',
    '1822-03-09',
    'birk',
  ],
  ['gate-shelled', 'guns shelled the gate of Corva', 'guns shelled a gate', '1822-04-17', 'corva'],
  ['bridge-burnt', 'a patrol burnt the bridge at Dorn', 'a patrol burnt a bridge', '1822-05-21', 'dorn'],
  ['relief-arrived', 'a relief column reached Elm', 'a relief column reached a town', '1822-06-30', 'elm'],
  ['siege-lifted', 'the siege of Farrow was lifted', 'a siege was lifted', '1822-08-11', 'farrow'],
];

/** The text of a pack file in YAML. */
export function madePack(made: MadePack = {}): string {
  const {
    version = 1,
    events: most = EVENTS.length,
    dates = {},
    instead = [],
    ask = null,
    id = 'siege',
    title = 'The siege',
  } = made;
  const places = EVENTS.map(([, , , , place]) => {
    const name = `${place.charAt(0).toUpperCase()}${place.slice(1)}`;
    return `  - { id: ${place}, name: ${name}, kind: town, within: [land] }`;
  });
  const events = EVENTS.slice(0, most).flatMap(([event, clause, placeless, when, place]) => [
    `  - id: ${event}`,
    `    clause: ${clause}`,
    `    placeless: ${placeless}`,
    `    when: "${dates[event] ?? when}"`,
    `    where: [${place}]`,
    '    storyline: siege',
    '    status: stated',
    ...(ask === null ? [] : [`    ask: [${ask.join(', ')}]`]),
    '    sources: [{ source: book, section: One, paragraph: 1 }]',
    `    note: A note on ${event}.`,
  ]);
  const text = [
    'format: dateline-pack/1',
    `id: ${id}`,
    `version: ${String(version)}`,
    `title: ${title}`,
    'language: en',
    'licence: CC0-1.0',
    'tone: plain',
    'sources:',
    '  - { id: book, title: A book of sieges, url: "https://example.org/book", licence: CC0-1.0 }',
    'storylines:',
    '  - { id: siege, title: The siege and its end }',
    'places:',
    '  - { id: land, name: Land, kind: country }',
    ...places,
    'events:',
    ...events,
    '',
  ].join('\n');
  return instead.reduce((done, [line, by]) => {
    if (!done.includes(line)) throw new Error(`the pack has no line "${line}"`);
    return done.replace(line, by);
  }, text);
}

/** As a file for a file picker. */
export function packFile(text: string, name = 'siege.yaml'): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'application/yaml', buffer: Buffer.from(text) };
}

/** Adds a pack by the page that lists them, as a learner does. */
export async function addPack(page: Page, text: string, language: Language = 'en', base = ''): Promise<void> {
  await page.goto(`${base}/pack/`);
  await page.getByLabel(words(language, 'packs_add')).setInputFiles(packFile(text));
  await expect(page.getByText(wordsLike(language, 'packs_added'))).toBeVisible();
}
