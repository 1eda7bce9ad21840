import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { folder, NOT_HERE, PYTHON, run } from './programs';

export interface Import {
  readonly log: readonly string[];
  readonly notes: number;
  readonly cards: number;
  readonly due: readonly (readonly [
    guid: string,
    type: number,
    due: number,
    ivl: number,
    reps: number,
    data: string,
  ])[];
  readonly fields: Readonly<Record<string, string>>;
}

export interface FromAnki {
  readonly imports: readonly Import[];
  readonly integrity: boolean;
  readonly after: readonly number[];
  readonly models: readonly string[];
  readonly media: readonly string[];
  readonly questions: readonly string[];
  readonly answers: readonly string[];
}

/** Whether Debian 11's Anki 2.1.15 is here: `npm run test:readers -- --install` brings it. */
export const ankiIsHere = run(PYTHON, ['tests/readers/anki_import.py', '--is-here']).status === 0;

/** Imports packages one after the other into a new collection of real Anki. */
export function importIntoAnki(...packages: readonly string[]): FromAnki {
  return ask('anki_import.py', packages) as FromAnki;
}

/** Imports a package, answers every card that is due or new with Good, and exports the deck with its schedule. */
export function studyInAnki(learner: string, exported: string): { readonly answered: number } {
  return ask('anki_study.py', [learner, exported]) as { answered: number };
}

function ask(script: string, args: readonly string[]): unknown {
  const collection = join(mkdtempSync(join(folder, 'anki-')), 'collection.anki2');
  const { status, stdout, stderr } = run(PYTHON, [`tests/readers/${script}`, collection, ...args]);
  expect([status, stderr]).toEqual([0, '']);
  expect(status).not.toBe(NOT_HERE);
  return JSON.parse(stdout);
}
