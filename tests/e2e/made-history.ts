import type { Page } from '@playwright/test';
import { createQuestionSource } from '../../src/lib/app/question-source';
import { createScheduler } from '../../src/lib/core/memory/fsrs';
import type { Grade } from '../../src/lib/core/memory/fsrs';
import { writeBackup } from '../../src/lib/core/memory/backup';
import { fraction } from '../../src/lib/core/memory/hash';
import { rebuildCare } from '../../src/lib/core/memory/care';
import type { AnswerEntry, Mistaken } from '../../src/lib/core/memory/log';
import { DEFAULT_LEECH_LAPSES } from '../../src/lib/core/memory/leech';
import { memoryKey } from '../../src/lib/core/memory/memory-key';
import { DEFAULT_PARAMETERS, nameParameters } from '../../src/lib/core/memory/parameters';
import type { MemoryRecord } from '../../src/lib/core/memory/record';
import { review } from '../../src/lib/core/memory/review';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import { readUkrainePack } from '../content/pack-kit';
import { expect } from './site';
import { words, type Language } from './words';

const DAY_MS = 86_400_000;
/** Kyiv in winter. */
const OFFSET = 120;
const parameters = nameParameters(DEFAULT_PARAMETERS);
const scheduler = createScheduler(parameters);

/** Somebody who studied the first pack. */
export interface MadeLearner {
  /** Study day of the first answer, and how many days from then on. */
  readonly first: number;
  readonly days: number;
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** Share of the days on which nothing was studied. */
  readonly idle: number;
  /** How well she remembers: 1 as the schedule predicts, less is worse. */
  readonly memory: number;
  /** A fact that she takes for another whenever it is due, until the next time would be once too often. */
  readonly mixesUp?: { readonly fact: string; readonly taken: Mistaken };
}

/** A fact as it is asked: one of its forms, and the memories that an answer marks. */
interface Asked {
  readonly fact: string;
  readonly form: string;
  readonly memories: readonly { readonly fact: string; readonly answer: string }[];
  readonly guess: number;
}

/** A learner's log as the program would have written it, and the memory after it. The same for the same learner. */
export async function madeHistory(learner: MadeLearner): Promise<{
  readonly log: readonly AnswerEntry[];
  readonly memory: readonly MemoryRecord[];
}> {
  const pack = await readUkrainePack();
  const { id, version, title, language, licence } = pack;
  const summary = {
    id, version, title, titles: {}, language, licence, tone: pack.tone, events: pack.events.length, storylines: pack.storylines.length, facts: null, from: 'bundled',
  } as const; // prettier-ignore
  const asked = createQuestionSource(indexPack(pack), summary, 'en')
    .facts()
    .map(({ fact, kind, memories }): Asked => {
      const isChain = kind === 'sequence';
      return {
        fact,
        form: isChain ? 'first' : 'choice',
        memories: isChain ? memories.slice(0, 1) : memories,
        guess: 0.25,
      };
    });
  const records = new Map<string, MemoryRecord>();
  const log: AnswerEntry[] = [];
  let met = 0;
  const luck = (...what: readonly (string | number)[]): number => fraction('learner', ...what);

  const answer = (item: Asked, day: number, minute: number): boolean => {
    const key = memoryKey(pack.id, item.memories[0]?.fact ?? item.fact);
    const before = records.get(key) ?? null;
    const id = `made-${String(log.length).padStart(6, '0')}`;
    const utcMs = day * DAY_MS + 16.5 * 3_600_000 + minute * 60_000;
    const recall =
      before?.memory == null ? 0.3 : learner.memory * scheduler.retrievability(before.memory, day - before.lastDay);
    const knows = luck('knows', id) < recall;
    const { mixesUp } = learner;
    const mixes = item.fact === mixesUp?.fact;
    const mistaken = mixes && before?.state === 'review' ? mixesUp.taken : undefined;
    const right = mixes ? mistaken === undefined : knows || luck('guess', id) < item.guess * 0.6;
    const grade: Grade = right ? 3 : 1;
    const marks = item.memories.map(({ fact, answer: known }) => {
      const own = memoryKey(pack.id, fact);
      const reviewed = review(
        records.get(own) ?? null,
        { pack: pack.id, fact, asked: item.fact, answer: known, grade, guess: item.guess, entry: id, day, utcMs },
        scheduler,
      );
      records.set(own, reviewed.record);
      return { fact, answer: known, grade, guess: item.guess, weight: reviewed.weight, before: reviewed.before };
    });
    log.push({
      type: 'answer', id, pack: pack.id, packVersion: pack.version, utcMs, day, utcOffsetMinutes: OFFSET, app: 'made', fact: item.fact, form: item.form,
      language: 'en', seed: day, options: ['a', 'b', 'c', 'd'], values: ['1', '2', '3', '4'], chosen: right ? 'a' : mistaken === undefined && luck('pass', id) < 0.4 ? null : 'b', ...(mistaken === undefined ? {} : { mistaken }), credit: right ? 1 : 0,
      guess: item.guess, milliseconds: Math.round(4000 + 16_000 * luck('time', id)), hints: 0, grade, marks, parameters: parameters.id, easy: false, clock: 'clock',
    }); // prettier-ignore
    return right;
  };

  for (let day = learner.first; day < learner.first + learner.days; day += 1) {
    if (luck('idle', day) < learner.idle) continue;
    const due = asked.slice(0, met).filter((item) => {
      const record = records.get(memoryKey(pack.id, item.memories[0]?.fact ?? ''));
      const onceTooOften = item.fact === learner.mixesUp?.fact && record?.lapses === DEFAULT_LEECH_LAPSES - 1;
      return (record?.due ?? Infinity) <= day && !onceTooOften;
    });
    const fresh = asked.slice(met, met + learner.newPerDay);
    met += fresh.length;
    let minute = Math.round(60 * luck('begin', day));
    const again: Asked[] = [];
    for (const item of [...due.slice(0, learner.reviewsPerDay), ...fresh]) {
      minute += 0.3;
      if (!answer(item, day, minute) || fresh.includes(item)) again.push(item);
    }
    minute += 10;
    for (const item of again) answer(item, day, (minute += 0.3));
  }
  return { log, memory: [...records.values()] };
}

/** The same as a backup file, to be restored. */
async function madeBackup(learner: MadeLearner): Promise<string> {
  const { log, memory } = await madeHistory(learner);
  const data = {
    log,
    memory,
    care: [...rebuildCare(log).values()],
    parameters: [parameters],
    settings: {},
    packs: [],
    sets: [],
  };
  return writeBackup(data, (learner.first + learner.days) * DAY_MS, 'made');
}

/** Makes a device this learner's, by restoring her backup. */
export async function restoreMade(page: Page, learner: MadeLearner, language: Language = 'en'): Promise<void> {
  await page.goto('/settings/');
  const file = { name: 'made.json', mimeType: 'application/json', buffer: Buffer.from(await madeBackup(learner)) };
  await page.getByLabel(words(language, 'backup_restore')).setInputFiles(file);
  await page.getByRole('button', { name: words(language, 'restore_replace') }).click();
  await expect(page.getByRole('heading', { name: words(language, 'restore_title') })).toBeHidden();
  await expect(page.getByText(words(language, 'restore_working'))).toBeHidden();
}
