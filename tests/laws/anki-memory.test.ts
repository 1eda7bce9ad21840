import { describe, expect, test } from 'vitest';
import { entriesFromAnki, learntOf, type BringBack } from '$lib/app/anki-answers';
import { AnkiExchange, type AnkiExchangeParts } from '$lib/app/anki-exchange.svelte';
import type { FactInfo, PackSummary } from '$lib/app/ports';
import { factsFromAnki, learnerPackage } from '$lib/core/export/anki/learner-package';
import { readPackage } from '$lib/core/export/anki/read-package';
import type { LearntAnswer } from '$lib/core/export/anki/schedule';
import { questionsOfFacts } from '$lib/core/export/questions-of-facts';
import { setOfQuestions } from '$lib/core/export/set-of-questions';
import { compareMemory, merge, readBackup, writeBackup, type LearnerData } from '$lib/core/memory/backup';
import { rebuildCare } from '$lib/core/memory/care';
import { createScheduler } from '$lib/core/memory/fsrs';
import { standingEntries, type AnswerEntry, type LogEntry } from '$lib/core/memory/log';
import { DEFAULT_PARAMETERS, nameParameters } from '$lib/core/memory/parameters';
import { rebuild, schedulersOf } from '$lib/core/memory/rebuild';
import { indexPack } from '$lib/core/packs/index-pack';
import { createGenerator } from '$lib/core/questions/generator';
import { buildPack } from '../samples/build-pack';
import { DEFAULT_SET } from '../samples/made-log';

const NOON = Date.UTC(2025, 2, 1, 12);
const DAY_MS = 86_400_000;
const TODAY = NOON / DAY_MS - 0.5;

const pack = buildPack({
  events: [
    { id: 'first-battle', when: '1750-03-02', where: ['town'], storyline: 'story', clause: 'the duke won a battle' },
    { id: 'second-battle', when: '1752-03-02', where: ['ford'], storyline: 'story', clause: 'the queen won a battle' },
    { id: 'treaty', when: '1755-05-05', where: ['hill'], storyline: 'story', clause: 'a peace was sworn' },
    { id: 'fair', when: '1760-05-05', where: ['dale'], storyline: 'story', clause: 'a fair was held' },
  ],
  places: [{ id: 'town' }, { id: 'ford' }, { id: 'hill' }, { id: 'dale' }],
});
const generator = createGenerator(indexPack(pack), { language: 'en' });
const CHAIN = 'story:sequence:first-battle+second-battle+treaty';
const PAIR = 'second-battle+treaty:before';
const one = (fact: string, answer: string): FactInfo => ({ fact, kind: 'date', storyline: 'story', events: [], forms: ['choice'], memories: [{ fact, answer }] }); // prettier-ignore
const INFOS: readonly FactInfo[] = [
  one('first-battle:date', '1750-03-02'),
  one('treaty:date', '1755-05-05'),
  one('fair:date', '1760-05-05'),
  { ...one(CHAIN, ''), kind: 'sequence', memories: [{ fact: 'first-battle+second-battle:before', answer: 'before' }, { fact: PAIR, answer: 'before' }] }, // prettier-ignore
];

function answered(id: string, fact: string, daysAgo: number, grade: 1 | 3 = 3, asked = fact): AnswerEntry {
  const answer = INFOS.flatMap(({ memories }) => memories).find((memory) => memory.fact === fact)?.answer ?? '';
  return {
    type: 'answer', id, pack: pack.id, packVersion: 1, utcMs: NOON - daysAgo * DAY_MS, day: TODAY - daysAgo, utcOffsetMinutes: 0, app: 't', fact: asked, form: 'typed',
    language: 'en', seed: 1, options: [], values: [], chosen: null, credit: grade > 1 ? 1 : 0, guess: 0, milliseconds: 4000, hints: 0, grade,
    marks: [{ fact, answer, grade, guess: 0, weight: 1, before: null }], parameters: DEFAULT_SET.id, easy: false, clock: 'clock',
  }; // prettier-ignore
}

function dataOf(log: readonly LogEntry[]): LearnerData {
  const memory = [...rebuild(log, schedulersOf([DEFAULT_SET])).values()];
  return {
    log,
    memory,
    care: [...rebuildCare(log).values()],
    parameters: [DEFAULT_SET],
    settings: {},
    packs: [],
    sets: [],
  };
}

const LOG = [
  answered('a', 'first-battle:date', 30),
  answered('b', 'first-battle:date', 20),
  answered('c', 'treaty:date', 10, 1),
  answered('d', PAIR, 9, 3, CHAIN),
];

/** What Anki gives back of a learner's data, with answers given there. */
async function fromAnki(data: LearnerData, given: readonly LearntAnswer[] = []): Promise<Pick<BringBack, 'facts' | 'clock'> & { readonly bytes: Uint8Array }> {
  const { learnt, answers } = learntOf(data, pack.id);
  const set = setOfQuestions(generator, questionsOfFacts(generator, learnt.map(({ fact }) => fact), 1), { id: 'memory', seed: 1 });
  const { bytes } = learnerPackage(set, learnt, [...answers, ...given]);
  const read = await readPackage(bytes);
  if (!read.ok) throw new Error(read.message);
  const names = INFOS.flatMap(({ memories }) => memories.map(({ fact }) => fact));
  return { bytes, facts: factsFromAnki(pack.id, names, read.cards, read.began), clock: { utcOffsetMinutes: 0, rolloverHour: 4 } };
} // prettier-ignore

const bringBack = (data: LearnerData, more: Pick<BringBack, 'facts' | 'clock'>, scheduler = createScheduler(DEFAULT_SET)): readonly AnswerEntry[] =>
  entriesFromAnki({ pack: { id: pack.id, version: 1 }, language: 'en', infos: INFOS, data, scheduler, schedulers: schedulersOf([DEFAULT_SET]), ...more }); // prettier-ignore

const added = (data: LearnerData, log: readonly LogEntry[]): LearnerData =>
  merge(data, { log, memory: [], care: [], parameters: [DEFAULT_SET], settings: {}, packs: [], sets: [] });

const IN_ANKI: readonly LearntAnswer[] = [
  { fact: 'first-battle:date', utcMs: NOON - 2 * DAY_MS, grade: 3, milliseconds: 2500 },
  { fact: PAIR, utcMs: NOON - DAY_MS, grade: 1, milliseconds: 9000 },
];

describe("a learner's memory that went to Anki", () => {
  test('comes back unchanged where nobody answered there', async () => {
    const data = dataOf(LOG);
    expect(learntOf(data, pack.id).learnt.map(({ fact }) => fact).sort()).toEqual(['first-battle:date', PAIR, 'treaty:date']); // prettier-ignore
    expect(bringBack(data, await fromAnki(data))).toEqual([]);
  });

  test('comes back with the answers given there, each as an entry of the log, and memory is what the log says', async () => {
    const data = dataOf(LOG);
    const entries = bringBack(data, await fromAnki(data, IN_ANKI));
    expect(entries.map(({ fact, form, grade, utcMs, day, milliseconds, marks }) => [fact, form, grade, utcMs, day, milliseconds, marks[0]?.fact])).toEqual([
      ['first-battle:date', 'anki', 3, NOON - 2 * DAY_MS, TODAY - 2, 2500, 'first-battle:date'],
      // A pair goes on being asked by its chain.
      [CHAIN, 'anki', 1, NOON - DAY_MS, TODAY - 1, 9000, PAIR],
    ]);
    const after = added(data, entries);
    expect(compareMemory(after)).toEqual([]);
    expect(after.memory.find(({ fact }) => fact === 'first-battle:date')).toMatchObject({ reps: 3, lastDay: TODAY - 2 });
    expect(after.memory.find(({ fact }) => fact === PAIR)).toMatchObject({ reps: 2, asked: CHAIN, lapses: 1 });
    expect(after.memory.find(({ fact }) => fact === 'treaty:date')).toEqual(data.memory.find(({ fact }) => fact === 'treaty:date'));
    // The memory that each answer met is the one that a replay finds.
    expect(entries[0]?.marks[0]?.before).toEqual(data.memory.find(({ fact }) => fact === 'first-battle:date')?.memory);
  }); // prettier-ignore

  test('doubles nothing: read again, here or on another device, or taken there once more and brought back', async () => {
    const data = dataOf(LOG);
    const back = await fromAnki(data, IN_ANKI);
    const entries = bringBack(data, back);
    const after = added(data, entries);
    expect(bringBack(after, back)).toEqual([]);
    expect(bringBack(after, await fromAnki(after))).toEqual([]);
    // Another device that holds the same finds the same entries: joined, they are there once.
    expect(bringBack(dataOf(LOG), back)).toEqual(entries);
    expect(standingEntries(added(after, bringBack(dataOf(LOG), back)).log).length).toBe(LOG.length + 2);
  });

  test('what was taken back here does not come back from there', async () => {
    const data = dataOf(LOG);
    const back = await fromAnki(data);
    const { pack: id, packVersion, utcMs, day, utcOffsetMinutes, app } = answered('r', 'treaty:date', 0);
    const revoked = dataOf([...LOG, { type: 'revoke', id: 'r', pack: id, packVersion, utcMs, day, utcOffsetMinutes, app, revokes: 'c', facts: ['treaty:date'] }]); // prettier-ignore
    expect(bringBack(revoked, back)).toEqual([]);
  });

  test('what was put aside for good does not go', () => {
    const { pack: id, packVersion, utcMs, day, utcOffsetMinutes, app } = answered('s', 'treaty:date', 0);
    const data = dataOf([...LOG, { type: 'suspend', id: 's', pack: id, packVersion, utcMs, day, utcOffsetMinutes, app, facts: ['treaty:date'] }]); // prettier-ignore
    const { learnt, answers } = learntOf(data, pack.id);
    expect(learnt.map(({ fact }) => fact).sort()).toEqual(['first-battle:date', PAIR]);
    expect(answers.map(({ fact }) => fact)).toEqual(['first-battle:date', 'first-battle:date', PAIR]);
  });

  test('under other settings than before: its entries name them, and a backup with them is whole', async () => {
    const data = dataOf(LOG);
    const set = nameParameters({ ...DEFAULT_PARAMETERS, retention: 0.85 });
    const entries = bringBack(data, await fromAnki(data, IN_ANKI), createScheduler(set));
    expect(entries.map(({ parameters }) => parameters)).toEqual([set.id, set.id]);
    const after = merge(data, {
      log: entries,
      memory: [],
      care: [],
      parameters: [set],
      settings: {},
      packs: [],
      sets: [],
    });
    expect(readBackup(writeBackup(after, NOON, 't')).ok).toBe(true);
  });
});

describe('the page', () => {
  function exchange(data: LearnerData) {
    const saved: Uint8Array[] = [];
    const kept: LearnerData[] = [data];
    const parts: Pick<AnkiExchangeParts, 'store' | 'save'> = {
      store: {
        dump: () => Promise.resolve({ ok: true, value: kept.at(-1) ?? data }),
        replace: (next) => {
          kept.push(next);
          return Promise.resolve({ ok: true, value: null });
        },
        snapshots: () => Promise.reject(new Error('not asked')),
        snapshot: () => Promise.reject(new Error('not asked')),
        lastBackup: () => Promise.reject(new Error('not asked')),
        saveLastBackup: () => Promise.reject(new Error('not asked')),
        erase: () => Promise.reject(new Error('not asked')),
      },
      save: (_name, bytes) => void saved.push(bytes),
    };
    const summary = { id: pack.id, version: 1 } as PackSummary; // of a summary no more is looked at
    const page = new AnkiExchange({
      ...parts, pack: summary, generator, infos: () => INFOS, drawMap: null, merge, clock: { now: () => ({ utcMs: NOON, utcOffsetMinutes: 0 }) },
      scheduler: createScheduler(DEFAULT_SET), schedulers: schedulersOf([DEFAULT_SET]),
    }); // prettier-ignore
    return { page, saved, kept };
  }
  const file = (bytes: Uint8Array) => ({ name: 'anki.apkg', arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) }); // prettier-ignore

  test('says what a file would bring before anything is changed, and keeps what was', async () => {
    const data = dataOf(LOG);
    const { page, kept } = exchange(data);
    const { bytes } = await fromAnki(data, IN_ANKI);
    await page.check(file(bytes));
    expect(page.phase).toEqual({
      is: 'preview',
      preview: { file: 'anki.apkg', cards: 3, others: 0, answers: 2, facts: 2, span: [NOON - 2 * DAY_MS, NOON - DAY_MS] },
    });
    expect(kept.length).toBe(1);
    await page.bringBack();
    expect(page.phase).toEqual({ is: 'done', answers: 2 });
    expect(kept.at(-1)?.log.length).toBe(LOG.length + 2);
    await page.check(file(bytes));
    expect(page.phase).toMatchObject({ is: 'preview', preview: { answers: 0, span: null } });
    await page.bringBack();
    expect(kept.length).toBe(2);
  }); // prettier-ignore

  test('saves a card a fact; nothing where nothing is known; refuses what is no package', async () => {
    const { page, saved } = exchange(dataOf(LOG));
    await page.take();
    expect(page.phase).toEqual({ is: 'saved', facts: 3, left: 0 });
    expect((await readPackage(saved[0] ?? new Uint8Array())).ok).toBe(true);
    await page.check(file(Uint8Array.of(1, 2, 3)));
    expect(page.phase).toMatchObject({ is: 'refused', file: 'anki.apkg' });
    const empty = exchange(dataOf([]));
    await empty.page.take();
    expect([empty.page.phase, empty.saved]).toEqual([{ is: 'nothing' }, []]);
  });
});
