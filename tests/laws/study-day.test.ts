import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyDay, studyDayAfter } from '../../src/lib/core/time/study-day';

const HOUR = 3_600_000;
const FROM = Date.UTC(2021, 0, 1);
const TO = Date.UTC(2027, 0, 1);

/** Minutes east of UTC in a zone; Intl is the test's own authority, core has none. */
function offsetsOf(zone: string): (utcMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }); // prettier-ignore
  return (utcMs) => {
    const part = Object.fromEntries(
      format.formatToParts(utcMs).map(({ type, value }) => [type, Number(value)]),
    ) as Partial<Record<Intl.DateTimeFormatPartTypes, number>>;
    const local = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
    return Math.round((local - Math.floor(utcMs / 1000) * 1000) / 60_000);
  };
}

interface ClockChange {
  readonly utcMs: number;
  readonly before: number;
  readonly after: number;
}

/** Where a zone's offset changes between two times, to the minute. */
function changesOf(offsetAt: (utcMs: number) => number): readonly ClockChange[] {
  const found: ClockChange[] = [];
  let before = offsetAt(FROM);
  for (let low = FROM; low < TO; low += 7 * 24 * HOUR) {
    const after = offsetAt(low + 7 * 24 * HOUR);
    if (before === after) continue;
    let [a, b] = [low, low + 7 * 24 * HOUR];
    while (b - a > 60_000) {
      const middle = Math.floor((a + b) / 2 / 60_000) * 60_000;
      if (offsetAt(middle) === before) a = middle;
      else b = middle;
    }
    found.push({ utcMs: b, before, after });
    before = after;
  }
  return found;
}

const zones = Intl.supportedValuesOf('timeZone');

describe('study days in every IANA zone', () => {
  it('knows all zones of this engine', () => {
    expect(zones.length).toBeGreaterThan(400);
  });

  it('never goes backwards, and moves on one day at a time, across each change of the clock 2021–2026', () => {
    let changes = 0;
    const problems: string[] = [];
    for (const zone of zones) {
      for (const change of changesOf(offsetsOf(zone))) {
        changes += 1;
        for (const rollover of [0, 3, 4]) {
          let last: number | null = null;
          for (let utcMs = change.utcMs - 26 * HOUR; utcMs <= change.utcMs + 26 * HOUR; utcMs += HOUR / 2) {
            const { day, by }: { day: number; by: string } = studyDayAfter(
              last,
              { utcMs, utcOffsetMinutes: utcMs < change.utcMs ? change.before : change.after },
              rollover,
            );
            if (last !== null && (day < last || day > last + 1 || by === 'corrected')) {
              problems.push(
                `${zone} rollover ${String(rollover)}: ${String(last)} → ${String(day)} at ${new Date(utcMs).toISOString()}`,
              );
            }
            last = day;
          }
        }
      }
    }
    expect(problems).toEqual([]);
    expect(changes).toBeGreaterThan(1000);
  }, 30_000);

  it('turns at the rollover hour of the wall clock in each zone', () => {
    const problems: string[] = [];
    for (const zone of zones) {
      const offsetAt = offsetsOf(zone);
      for (const utcMs of [Date.UTC(2022, 1, 24, 11, 37), Date.UTC(2024, 6, 1, 1, 5), Date.UTC(2026, 10, 24, 20, 0)]) {
        const utcOffsetMinutes = offsetAt(utcMs);
        const wall = new Date(utcMs + utcOffsetMinutes * 60_000);
        const calendarDay = Math.floor(wall.getTime() / (24 * HOUR));
        const expected = wall.getUTCHours() < 4 ? calendarDay - 1 : calendarDay;
        if (studyDay({ utcMs, utcOffsetMinutes }, 4) !== expected) problems.push(`${zone} ${wall.toISOString()}`);
      }
    }
    expect(problems).toEqual([]);
  });

  it('never goes backwards whatever zones a learner flies through', () => {
    const offsets = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);
    const journey = fc.array(fc.record({ hours: fc.double({ min: 0, max: 30, noNaN: true }), offset: offsets }), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(journey, fc.integer({ min: 0, max: 23 }), (legs, rollover) => {
        let utcMs = FROM;
        let last: number | null = null;
        for (const { hours, offset } of legs) {
          utcMs += hours * HOUR;
          const next: { day: number; by: string } = studyDayAfter(last, { utcMs, utcOffsetMinutes: offset }, rollover);
          expect(next.by).not.toBe('corrected');
          if (last !== null) expect(next.day).toBeGreaterThanOrEqual(last);
          last = next.day;
        }
      }),
    );
    expect.hasAssertions();
  });
});
