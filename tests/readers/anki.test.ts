import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fieldHtml } from '../../src/lib/core/export/anki/field-html';
import { factsFromAnki, learnerPackage } from '../../src/lib/core/export/anki/learner-package';
import { readPackage } from '../../src/lib/core/export/anki/read-package';
import type { LearntAnswer, LearntFact } from '../../src/lib/core/export/anki/schedule';
import { hostileSet, smallSet } from '../samples/export-set';
import { written } from '../laws/exports/written';
import { ankiIsHere, importIntoAnki, studyInAnki } from './anki-program';
import { folder, put } from './programs';

const DAY_MS = 86_400_000;

describe.skipIf(!ankiIsHere)('real Anki 2.1.15 (left out where it is not installed)', () => {
  test('imports a package, finds it the same again, and takes a corrected one in place with schedules kept', async () => {
    const small = smallSet();
    const corrected = {
      ...small,
      revision: 1,
      questions: small.questions.map((each) => ({ ...each, explanation: 'Corrected.' })),
    };
    const first = put('first.apkg', (await written('apkg', small)).bytes);
    const second = put('second.apkg', (await written('apkg', corrected)).bytes);
    const { imports, integrity, after, models, media } = importIntoAnki(first, first, second);
    expect(imports.map(({ notes, cards }) => [notes, cards])).toEqual([[7, 7], [7, 7], [7, 7]]); // prettier-ignore
    expect(imports.map(({ log }) => log.at(-1))).toEqual([
      'Notes added from file: 7',
      "Notes skipped, as they're already in your collection: 7",
      'Notes updated, as file had newer version: 7',
    ]);
    // The learner's schedule, made up between the first and the second import.
    expect(
      imports[2]?.due.every(([, type, due, ivl, reps]) => type === 2 && due === 30 && ivl === 21 && reps === 5),
    ).toBe(true);
    expect(Object.values(imports[2]?.fields ?? {}).every((fields) => fields.includes('Corrected.'))).toBe(true);
    // "Check database" finds nothing to delete.
    expect([integrity, after]).toEqual([true, [7, 7]]);
    expect(models).toEqual(['Dateline choice', 'Dateline map', 'Dateline order', 'Dateline typed']);
    expect(media.filter((name) => name.startsWith('dateline-map-')).length).toBe(1);
  });

  test('takes hostile texts, every note, and draws its cards', async () => {
    const tried = await written('apkg', hostileSet());
    const result = importIntoAnki(put('hostile-texts.apkg', tried.bytes));
    expect([result.integrity, result.after]).toEqual([true, [tried.items.length, tried.items.length]]);
    const stems = tried.items.map(({ stem }) => fieldHtml(stem));
    expect(stems.filter((stem) => !result.questions.some((question) => question.includes(stem)))).toEqual([]);
    for (const card of [...result.questions, ...result.answers]) expect(card).not.toMatch(/<script>alert/u);
  });

  test("a learner's memory goes in with its schedule, is studied there, and comes back with the answers given there", async () => {
    // Answered yesterday at the latest: whatever is answered there comes behind it.
    const lastMs = Date.UTC(2025, 2, 1, 12);
    const day = lastMs / DAY_MS - 0.5;
    const learnt: LearntFact = { fact: 'town-taken:date', state: 'review', memory: { stability: 12.25, difficulty: 5.5 }, reps: 2, lapses: 0, interval: 12, due: day + 12, dueMs: null, lastMs }; // prettier-ignore
    const answers: LearntAnswer[] = [
      { fact: 'town-taken:date', utcMs: lastMs - 9 * DAY_MS, grade: 3, milliseconds: 4000 },
      { fact: 'town-taken:date', utcMs: lastMs, grade: 4, milliseconds: 5000 },
    ];
    const packed = put('learner.apkg', learnerPackage(smallSet(), [learnt], answers).bytes);
    const exported = join(folder, 'exported.apkg');
    expect(studyInAnki(packed, exported)).toEqual({ answered: 7 });
    const read = await readPackage(new Uint8Array(readFileSync(exported)));
    if (!read.ok) throw new Error(read.message);
    const facts = factsFromAnki('small', ['town-taken:date', 'bridge-burnt:date'], read.cards, read.began);
    const back = facts.get('town-taken:date');
    // Its first scheduler has another name for the first Good; answers are known again by their time.
    expect(back?.answers.slice(0, 2).map(({ utcMs }) => utcMs)).toEqual(answers.map(({ utcMs }) => utcMs));
    expect(back?.answers.length).toBe(3);
    expect(back).toMatchObject({ state: 'review', reps: 3, lapses: 0 });
    expect(back?.interval).toBeGreaterThan(12);
    expect(facts.get('bridge-burnt:date')?.answers.map(({ grade }) => grade)).toEqual([3]);
  });
});
