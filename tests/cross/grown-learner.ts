import { createQuestionSource } from '../../src/lib/app/question-source';
import type { FactInfo } from '../../src/lib/app/ports';
import { writeBackup } from '../../src/lib/core/memory/backup';
import { rebuildCare } from '../../src/lib/core/memory/care';
import type { Grade } from '../../src/lib/core/memory/fsrs';
import { memoryKey } from '../../src/lib/core/memory/memory-key';
import type { AnswerEntry } from '../../src/lib/core/memory/log';
import { rebuild, replayKey, schedulersOf } from '../../src/lib/core/memory/rebuild';
import { review } from '../../src/lib/core/memory/review';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import { studyDay } from '../../src/lib/core/time/study-day';
import { readUkraineMap, readUkrainePack } from '../content/pack-kit';
import { OTHER_WEIGHTS } from '../samples/made-learner';
import { DEFAULT_SET, madeUpLog } from '../samples/made-log';

// The clock of these browsers is the machine's: who has learnt for weeks comes to them by a backup, whose answers were given before today.
const DAY_MS = 86_400_000;
const schedulers = schedulersOf([DEFAULT_SET]);

/** Today's study day here, which is that of the browsers on this machine. */
export function today(): number {
  const now = new Date();
  return studyDay({ utcMs: now.getTime(), utcOffsetMinutes: -now.getTimezoneOffset() }, 4);
}

function backupOf(log: readonly AnswerEntry[]): string {
  const memory = [...rebuild(log, schedulers).values()];
  const care = [...rebuildCare(log).values()];
  const data = { log, memory, care, parameters: [DEFAULT_SET], settings: {}, packs: [], sets: [] };
  return writeBackup(data, today() * DAY_MS, 'made');
}

/** Somebody with one fact of each form that only a grown memory is asked in, all of them due. */
export interface Grown {
  readonly backup: string;
  /** To be typed; `right` as somebody types it. */
  readonly date: { readonly fact: string; readonly right: string };
  /** To be found on the map. */
  readonly map: { readonly fact: string };
  /** To be typed; the name as the pack has it. */
  readonly place: { readonly fact: string; readonly right: string };
  /** To be put in order: its texts from the earliest to the latest. */
  readonly order: { readonly fact: string; readonly texts: readonly string[] };
}

async function sourceOfPack() {
  const pack = await readUkrainePack();
  const { id, version, title, language, licence, tone } = pack;
  const summary = {
    id, version, title, titles: {}, language, licence, tone, events: pack.events.length, storylines: pack.storylines.length, facts: null, from: 'bundled',
  } as const; // prettier-ignore
  return { pack, source: createQuestionSource(indexPack(pack), summary, 'en', { map: readUkraineMap() }) };
}

/** An answer of so many days ago to a fact, all of whose memories it marks. */
function answerOf(info: Pick<FactInfo, 'fact' | 'memories'>, daysAgo: number, grade: Grade, log: AnswerEntry[]): void {
  const day = today() - daysAgo;
  const id = `made-${String(log.length).padStart(6, '0')}`;
  const utcMs = day * DAY_MS + 15 * 3_600_000 + log.length * 1000;
  const marks = info.memories.map(({ fact, answer }) => {
    const met = replayKey(memoryKey('ukraine-2022', fact), log, schedulers);
    const given = { pack: 'ukraine-2022', fact, asked: info.fact, answer, grade, guess: 0, entry: id, day, utcMs };
    const { before, weight } = review(met, given, schedulers(DEFAULT_SET.id));
    return { fact, answer, grade, guess: 0, weight, before };
  });
  log.push({
    type: 'answer', id, pack: 'ukraine-2022', packVersion: 1, utcMs, day, utcOffsetMinutes: 0, app: 'made', fact: info.fact, form: 'choice', language: 'en', seed: 1,
    options: ['a', 'b'], values: ['1', '2'], chosen: 'a', credit: grade > 1 ? 1 : 0, guess: 0, milliseconds: 6000, hints: 0, grade, marks, parameters: DEFAULT_SET.id,
    easy: grade === 4, clock: 'clock',
  }); // prettier-ignore
}

export async function grownLearner(): Promise<Grown> {
  const { pack, source } = await sourceOfPack();
  const used = new Set<string>();
  const pick = (kind: FactInfo['kind'], form: string, fits: (info: FactInfo) => boolean): FactInfo => {
    const found = source
      .facts()
      .find((info) => info.kind === kind && info.forms.includes(form) && !info.events.some((event) => used.has(event)) && fits(info)); // prettier-ignore
    if (found === undefined) throw new Error(`the pack has no ${kind} to ask as ${form}`);
    for (const event of found.events) used.add(event);
    return found;
  };
  const placeOf = (info: FactInfo) => pack.places.find(({ id }) => id === info.memories[0]?.answer);
  const date = pick('date', 'typed', ({ memories }) => /^\d{4}-\d\d-\d\d$/.test(memories[0]?.answer ?? ''));
  const map = pick('place', 'map', (info) => placeOf(info)?.point != null);
  const place = pick('place', 'typed', (info) => placeOf(info) !== undefined);
  const order = pick('sequence', 'order', ({ events }) => events.length <= 5);
  const log: AnswerEntry[] = [];
  answerOf(place, 60, 4, log);
  answerOf(place, 52, 3, log);
  for (const info of [date, map, { ...order, memories: order.memories.slice(0, 1) }]) answerOf(info, 12, 4, log);
  const asked = source.question(order.fact, 'order', 1, null);
  const texts = (asked?.key ?? []).map((id) => asked?.options.find((option) => option.id === id)?.text ?? '');
  const typed = new Date(`${date.memories[0]?.answer ?? ''}T00:00Z`);
  return {
    backup: backupOf(log),
    date: {
      fact: date.fact,
      right: typed.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    },
    map: { fact: map.fact },
    place: { fact: place.fact, right: placeOf(place)?.name ?? '' },
    order: { fact: order.fact, texts },
  };
}

/** Forty days of somebody who studies on four days of five, and on how many of the last thirty, counted apart. */
export async function diligentLearner(): Promise<{ readonly backup: string; readonly last30: number }> {
  const { source } = await sourceOfPack();
  const facts = source.facts().filter(({ kind }) => kind === 'date').slice(0, 24); // prettier-ignore
  const log: AnswerEntry[] = [];
  const days = new Set<number>();
  for (let daysAgo = 40; daysAgo >= 1; daysAgo -= 1) {
    if (daysAgo % 5 === 0) continue;
    for (let i = 0; i < 4; i += 1) {
      const info = facts[(daysAgo * 7 + i * 5) % facts.length];
      if (info === undefined) continue;
      answerOf(info, daysAgo, (daysAgo + i) % 6 === 0 ? 1 : 3, log);
      days.add(daysAgo);
    }
  }
  return { backup: backupOf(log), last30: [...days].filter((daysAgo) => daysAgo < 30).length };
}

/** Three hundred days of somebody who forgets by other weights than the app plans by: enough to fit them. */
export function forgetfulLearner(): string {
  return backupOf(madeUpLog(OTHER_WEIGHTS, 100, today() - 320));
}
