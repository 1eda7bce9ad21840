import type { AnswerEntry } from '$lib/core/memory/log';
import { DEFAULT_PARAMETERS, nameParameters } from '$lib/core/memory/parameters';
import { madeUpSeries } from './made-learner';

export const DEFAULT_SET = nameParameters(DEFAULT_PARAMETERS);

/**
 * The log of a made-up learner who forgets by other weights than the app plans by, one fact an event, typed answers.
 *
 * @param firstDay study day of the first of 300 days
 */
export function madeUpLog(truth: readonly number[], facts: number, firstDay = 0, pack = 'p'): readonly AnswerEntry[] {
  const series = madeUpSeries({ truth, facts, days: 300 });
  const log: AnswerEntry[] = [];
  for (let k = 0; k + 1 < series.starts.length; k += 1) {
    for (let i = series.starts[k] ?? 0; i < (series.starts[k + 1] ?? 0); i += 1) {
      const grade = (series.grades[i] ?? 3) as AnswerEntry['grade'];
      const fact = `e${String(k)}:date`;
      log.push({
        type: 'answer', id: `made-${String(i).padStart(6, '0')}`, pack, packVersion: 1, utcMs: series.order[i] ?? 0, day: firstDay + (series.days[i] ?? 0), utcOffsetMinutes: 0, app: 't',
        fact, form: 'typed', language: 'en', seed: 1, options: [], values: [], chosen: null, credit: grade > 1 ? 1 : 0, guess: 0, milliseconds: 9000, hints: 0, grade,
        marks: [{ fact, answer: '2022', grade, guess: 0, weight: 1, before: null }], parameters: DEFAULT_SET.id, easy: false, clock: 'clock',
      }); // prettier-ignore
    }
  }
  return log;
}
