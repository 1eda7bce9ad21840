import type { FactFromAnki, LearntAnswer, LearntFact } from '$lib/core/export/anki/schedule';
import type { LearnerData } from '$lib/core/memory/backup';
import type { Scheduler } from '$lib/core/memory/fsrs';
import { checksum } from '$lib/core/memory/hash';
import { compareEntries, MOST_MILLISECONDS, standingLog, type AnswerEntry, type Mark } from '$lib/core/memory/log';
import { memoryKey } from '$lib/core/memory/memory-key';
import { Replay, type Schedulers } from '$lib/core/memory/rebuild';
import { review } from '$lib/core/memory/review';
import { studyDay } from '$lib/core/time/study-day';
import type { FactInfo } from './ports';

/** How an answer that was given in Anki is called in the log: seen, and graded by the learner. */
export const ANKI_FORM = 'anki';
/** Anki keeps the millisecond of an answer and moves it on where it has another one then: nobody answers a fact twice in a second. */
const SAME_MS = 1000;

/** What of a learner's data goes to Anki: the memories of a pack and the answers behind them. What was put aside for good stays here. */
export function learntOf(
  data: LearnerData,
  pack: string,
): { readonly learnt: readonly LearntFact[]; readonly answers: readonly LearntAnswer[] } {
  const aside = new Set(data.care.filter(({ suspended }) => suspended).map(({ key }) => key));
  const learnt = data.memory.filter((record) => record.pack === pack && !aside.has(record.key));
  const facts = new Set(learnt.map(({ fact }) => fact));
  const answers = standingLog(data.log).flatMap((entry): LearntAnswer[] => {
    if (entry.type !== 'answer' || entry.pack !== pack) return [];
    const { utcMs, milliseconds } = entry;
    return entry.marks.flatMap(({ fact, grade }) => (facts.has(fact) ? [{ fact, utcMs, grade, milliseconds }] : []));
  });
  return { learnt, answers };
}

/** A collection's clock: minutes east of UTC, and the hour at which its days begin. */
export interface AnkiClock {
  readonly utcOffsetMinutes: number;
  readonly rolloverHour: number;
}

export interface BringBack {
  readonly pack: { readonly id: string; readonly version: number };
  readonly language: string;
  /** What the pack asks, with the answers that are right today. */
  readonly infos: readonly FactInfo[];
  /** What Anki knows, by fact. */
  readonly facts: ReadonlyMap<string, FactFromAnki>;
  readonly clock: AnkiClock;
  readonly data: LearnerData;
  readonly scheduler: Scheduler;
  readonly schedulers: Schedulers;
}

/**
 * Answers that were given in Anki, as entries of the log: each once, however often its package is read, and those that went there from here
 * not at all. An entry's id is made of its content, so that equal ids stay equal entries on every device.
 */
export function entriesFromAnki(wanted: BringBack): readonly AnswerEntry[] {
  const { pack, facts, data } = wanted;
  const known = timesByFact(data, pack.id);
  const asked = askedBy(wanted);
  const drafts = [...facts].flatMap(([fact, { answers }]): AnswerEntry[] => {
    const about = asked.get(fact);
    if (about === undefined) return [];
    const times = known.get(fact) ?? [];
    return answers
      .filter(({ utcMs }) => !times.some((time) => Math.abs(time - utcMs) < SAME_MS))
      .map((answer) => draftOf(wanted, { fact, ...about }, answer));
  });
  return withMemory(drafts, wanted);
}

/** How many facts entries are about. */
export function factsIn(entries: readonly AnswerEntry[]): number {
  return new Set(entries.flatMap(({ marks }) => marks.map(({ fact }) => fact))).size;
}

/** When each fact was answered here, what was taken back included: it must not come back from elsewhere. */
function timesByFact({ log }: LearnerData, pack: string): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>();
  for (const entry of log) {
    if (entry.type !== 'answer' || entry.pack !== pack) continue;
    for (const { fact } of entry.marks) times.set(fact, [...(times.get(fact) ?? []), entry.utcMs]);
  }
  return times;
}

interface About {
  /** The fact that it is asked by: of a pair, a chain. */
  readonly asked: string;
  readonly answer: string;
}

function askedBy({ infos, data, pack }: BringBack): ReadonlyMap<string, About> {
  const asked = new Map<string, About>();
  for (const { fact: by, memories } of infos)
    for (const { fact, answer } of memories) if (!asked.has(fact)) asked.set(fact, { asked: by, answer });
  // What is remembered was asked by the fact that it was asked by.
  for (const record of data.memory) {
    const about = asked.get(record.fact);
    if (record.pack === pack.id && about !== undefined) asked.set(record.fact, { ...about, asked: record.asked });
  }
  return asked;
}

type Given = FactFromAnki['answers'][number];

function draftOf(
  { pack, language, clock, scheduler }: BringBack,
  { fact, asked, answer }: About & { readonly fact: string },
  { utcMs, grade, milliseconds }: Given,
): AnswerEntry {
  const { utcOffsetMinutes, rolloverHour } = clock;
  const mark: Mark = { fact, answer, grade, guess: 0, weight: 1, before: null };
  const entry: Omit<AnswerEntry, 'id'> = {
    type: 'answer',
    pack: pack.id,
    packVersion: pack.version,
    utcMs,
    day: studyDay({ utcMs, utcOffsetMinutes }, rolloverHour),
    utcOffsetMinutes,
    app: ANKI_FORM,
    fact: asked,
    form: ANKI_FORM,
    language,
    seed: 0,
    options: [],
    values: [],
    chosen: null,
    credit: grade === 1 ? 0 : 1,
    guess: 0,
    milliseconds: Math.max(0, Math.min(Math.round(milliseconds), MOST_MILLISECONDS)),
    hints: 0,
    grade,
    marks: [mark],
    parameters: scheduler.parameters.id,
    easy: grade === 4,
    clock: 'clock',
  };
  return { ...entry, id: `${ANKI_FORM}-${checksum(JSON.stringify(entry))}` };
}

/** With the memory that each answer met, all of the log before it applied. */
function withMemory(drafts: readonly AnswerEntry[], { data, schedulers, scheduler }: BringBack): AnswerEntry[] {
  const fresh = new Set(drafts.map(({ id }) => id));
  const all = [...data.log, ...drafts].sort(compareEntries);
  const standing = standingLog(all).filter((entry) => entry.type === 'answer' || entry.type === 'change');
  const replay = new Replay((id) => (id === scheduler.parameters.id ? scheduler : schedulers(id)));
  const entries: AnswerEntry[] = [];
  for (const entry of standing) {
    const [mark] = entry.type === 'answer' ? entry.marks : [];
    if (entry.type === 'answer' && mark !== undefined && fresh.has(entry.id)) {
      const { pack, fact: asked, id, day, utcMs } = entry;
      const met = replay.under(memoryKey(pack, mark.fact), scheduler);
      const { before } = review(met, { ...mark, pack, asked, entry: id, day, utcMs }, scheduler);
      entries.push({ ...entry, marks: [{ ...mark, before }] });
    }
    replay.apply(entry);
  }
  return entries;
}
