import { describe, expect, it } from 'vitest';
import { mayBeAsked, rebuildCare } from './care';
import type { CareEntry, LogEntry } from './log';

const stamp = { pack: 'p', packVersion: 1, utcMs: 5, day: 100, utcOffsetMinutes: 120, app: 'test' };
const suspend = { ...stamp, id: 'd-1', type: 'suspend', facts: ['e:date', 'e:place'] } as const;
const bury = { ...stamp, id: 'd-2', type: 'bury', facts: ['e:date'], until: 101 } as const;
const flag = { ...stamp, id: 'd-3', type: 'flag', fact: 'e:date', flag: 'green' } as const;
const report = {
  ...stamp, id: 'd-4', type: 'report', fact: 'e:date', form: 'choice', language: 'en', seed: 1, questionId: 'q', reason: 'typo', note: '', question: { id: 'q' },
} as const; // prettier-ignore
const revoke = (entry: CareEntry, id: string): LogEntry => ({
  ...stamp,
  id,
  day: 101,
  type: 'revoke',
  revokes: entry.id,
  facts: 'facts' in entry ? entry.facts : [entry.fact],
});
const of = (...log: readonly LogEntry[]) => rebuildCare(log).get('p:e:date') ?? null;

describe('what a learner decided about a fact', () => {
  it('is asked nowhere while it is suspended, and again when that is taken back', () => {
    expect(mayBeAsked(of(suspend), 100_000)).toBe(false);
    expect(of(suspend, revoke(suspend, 'r-1'))).toBeNull();
    expect(rebuildCare([suspend]).get('p:e:place')?.suspended).toBe(true);
  });

  it('suspended on two devices, taken back on one of them, stays suspended: no last writer wins', () => {
    expect(of(suspend, { ...suspend, id: 'e-1' }, revoke(suspend, 'r-1'))?.suspended).toBe(true);
  });

  it('buried comes back on the study day that was named, and the later of two days counts', () => {
    expect([99, 100, 101, 102].map((day) => mayBeAsked(of(bury), day))).toEqual([false, false, true, true]);
    expect(of({ ...bury, id: 'e-2', until: 105 }, bury)?.buriedUntil).toBe(105);
  });

  it('may bear several flags, each taken off by itself', () => {
    const red = { ...flag, id: 'e-3', flag: 'red' } as const;
    expect(of(flag, red)?.flags).toEqual(['red', 'green']);
    expect(of(flag, red, revoke(flag, 'r-3'))?.flags).toEqual(['red']);
  });

  it('keeps reports until they are taken back, and which of them are dealt with', () => {
    const done = { ...stamp, id: 'd-5', utcMs: 6, type: 'resolve', fact: 'e:date', report: 'd-4' } as const;
    expect(of(report)?.reports).toEqual([{ entry: 'd-4', resolved: false }]);
    expect(of(report, done)?.reports).toEqual([{ entry: 'd-4', resolved: true }]);
    expect(of(report, done, revoke(done, 'r-5'))?.reports).toEqual([{ entry: 'd-4', resolved: false }]);
    expect(of(report, done, revoke(report, 'r-4'))).toBeNull();
  });

  it('says nothing of a confusion any more when the pack’s answer changes', () => {
    const wrong: LogEntry = {
      ...stamp, id: 'a-1', type: 'answer', fact: 'e:date', form: 'choice', language: 'en', seed: 1, options: ['a'], values: ['1'], chosen: 'a', credit: 0, guess: 0.5,
      milliseconds: 1, hints: 0, grade: 1, marks: [{ fact: 'e:date', answer: '2', grade: 1, guess: 0.5, weight: 1, before: null }], parameters: 'x', easy: false, clock: 'clock',
    }; // prettier-ignore
    expect(of(wrong)?.confusions).toHaveLength(1);
    const change = {
      ...stamp,
      id: 'c-1',
      day: 101,
      type: 'change',
      changes: [{ fact: 'e:date', answer: '3' }],
    } as const;
    expect(of(wrong, change)).toBeNull();
  });
});
