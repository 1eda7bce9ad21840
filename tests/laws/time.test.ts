import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, isCivilDate, toDayNumber, weekday, type CivilCalendar } from '../../src/lib/core/time/calendar';
import {
  partOfIndex,
  PRECISIONS,
  shiftDate,
  unitIndex,
  unitsBetween,
  writeDate,
} from '../../src/lib/core/time/date-part';
import { parseWhen } from '../../src/lib/core/time/parse-when';
import { rangeOfDate, spanOfDate } from '../../src/lib/core/time/read-span';
import { compareSpans, mayTouch, type Order, type Span } from '../../src/lib/core/time/span';
import type { DatePart } from '../../src/lib/core/time/when';

const CALENDARS: readonly CivilCalendar[] = ['gregorian', 'julian'];

/** Any date that a pack may write, without qualifiers; years 0 … 9899, and −9998 … where the precision allows. */
const parts: fc.Arbitrary<DatePart> = fc
  .tuple(fc.constantFrom(...PRECISIONS), fc.integer({ min: -9998, max: 9899 }), fc.nat({ max: 364 }))
  .map(([precision, year, within]) => {
    if (precision === 'day') return partOfIndex(toDayNumber(year, 1, 1) + within, 'day');
    if (precision === 'month') return partOfIndex(year * 12 + (within % 12), 'month');
    if (precision === 'season') return partOfIndex(year * 4 + (within % 4), 'season');
    if (precision === 'year') return partOfIndex(year, 'year');
    return partOfIndex(Math.floor(Math.abs(year) / (precision === 'decade' ? 10 : 100)), precision);
  });

const spans: fc.Arbitrary<Span> = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(3))
  .map(([start, a, b, c, open]) => ({
    earliestStart: (open & 1) === 1 ? -Infinity : start,
    latestStart: start + a,
    earliestEnd: start + Math.min(a, b),
    latestEnd: (open & 2) === 2 ? Infinity : start + Math.max(a, b) + c,
  }));

describe('calendars', () => {
  it('day numbers and civil dates are inverse over 800 000 days, and run on without a gap', () => {
    for (const calendar of CALENDARS) {
      let previous = fromDayNumber(-400_001, calendar);
      const broken: number[] = [];
      for (let number = -400_000; number <= 400_000; number++) {
        const date = fromDayNumber(number, calendar);
        const next =
          date.day === previous.day + 1 ||
          (date.day === 1 && date.month === previous.month + 1) ||
          (date.day === 1 && date.month === 1 && previous.month === 12 && date.year === previous.year + 1);
        const back = toDayNumber(date.year, date.month, date.day, calendar);
        if (back !== number || !next || !isCivilDate(date, calendar)) broken.push(number);
        previous = date;
      }
      expect(broken).toEqual([]);
    }
  });

  it('weekdays follow each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4e6, max: 4e6 }), (n) => {
        expect(weekday(n + 1)).toBe((weekday(n) % 7) + 1);
      }),
    );
  });
});

describe('dates', () => {
  it('what is written is read as what it was', () => {
    const qualifiers = fc.constantFrom(
      { approximate: false, uncertain: false },
      { approximate: true, uncertain: false },
      { approximate: false, uncertain: true },
    );
    fc.assert(
      fc.property(parts, qualifiers, (bare, qualifier) => {
        const part = { ...bare, ...qualifier };
        const parsed = parseWhen(writeDate(part), 'gregorian');
        expect(parsed.ok && parsed.value.form).toEqual({ kind: 'date', date: part });
        expect(parsed.ok && parsed.value.text).toBe(writeDate(part));
      }),
    );
  });

  it('a shift there and back changes nothing, and is as long as it says', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: -99, max: 99 }), (part, n) => {
        const index = unitIndex(part) + n;
        fc.pre(index >= 0 || (part.precision !== 'decade' && part.precision !== 'century'));
        const year = partOfIndex(index, part.precision).year;
        fc.pre(year >= -9999 && year <= 9999);
        const shifted = shiftDate(part, n);
        expect(unitsBetween(part, shifted)).toBe(n);
        expect(shiftDate(shifted, -n)).toEqual(part);
      }),
    );
  });

  it('neighbours of one precision touch without overlap', () => {
    fc.assert(
      fc.property(parts, (part) => {
        const next = partOfIndex(unitIndex(part) + 1, part.precision);
        expect(rangeOfDate(next, 'gregorian').first).toBe(rangeOfDate(part, 'gregorian').last + 1);
      }),
    );
  });

  it('about is never narrower, and an unknown calendar never knows more than a known one', () => {
    const calendars = fc.constantFrom('gregorian' as const, 'julian' as const, 'unknown' as const);
    fc.assert(
      fc.property(parts, calendars, (part, calendar) => {
        const days = rangeOfDate(part, 'unknown');
        fc.pre(
          calendar === 'unknown' ||
            part.precision !== 'day' ||
            isCivilDate({ year: part.year, month: part.month ?? 0, day: part.day ?? 0 }, calendar),
        );
        const exact = rangeOfDate(part, calendar);
        const about = rangeOfDate({ ...part, approximate: true }, calendar);
        expect(about.first).toBeLessThan(exact.first);
        expect(about.last).toBeGreaterThan(exact.last);
        if (part.precision === 'day') {
          expect(days.first).toBeLessThanOrEqual(exact.first);
          expect(days.last).toBeGreaterThanOrEqual(exact.last);
        }
      }),
    );
  });

  it('every span keeps its own bounds in order', () => {
    const ends = fc.constantFrom('', '~', '?');
    fc.assert(
      fc.property(parts, parts, ends, ends, (a, b, endA, endB) => {
        const texts = [
          `${writeDate(a)}${endA}/${writeDate(b)}${endB}`,
          `../${writeDate(b)}`,
          `${writeDate(a)}/..`,
          `[${writeDate(a)}..${writeDate(b)}]`,
        ];
        for (const text of texts) {
          const parsed = parseWhen(text, null);
          if (!parsed.ok) {
            expect(parsed.problem.message).toContain('ends before it starts');
            continue;
          }
          const { span } = parsed.value;
          expect(span.earliestStart).toBeLessThanOrEqual(span.latestStart);
          expect(span.earliestEnd).toBeLessThanOrEqual(span.latestEnd);
          expect(span.earliestStart).toBeLessThanOrEqual(span.earliestEnd);
          expect(span.latestStart).toBeLessThanOrEqual(span.latestEnd);
        }
      }),
    );
  });
});

describe('order of spans', () => {
  const MIRROR: Record<Order, Order> = { before: 'after', after: 'before', overlaps: 'overlaps', unknown: 'unknown' };

  it('turns round with its arguments', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        expect(compareSpans(b, a)).toBe(MIRROR[compareSpans(a, b)]);
      }),
    );
  });

  it('before is transitive and means that no day can be shared', () => {
    fc.assert(
      fc.property(spans, spans, spans, (a, b, c) => {
        const [ab, bc] = [compareSpans(a, b), compareSpans(b, c)];
        if (ab === 'before') expect(mayTouch(a, b)).toBe(false);
        if (ab === 'before' && bc === 'before') expect(compareSpans(a, c)).toBe('before');
        expect(compareSpans(a, b) === 'overlaps' && !mayTouch(a, b)).toBe(false);
      }),
    );
  });

  it('knowing less never turns before into after', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const exact = compareSpans(spanOfDate(a, 'gregorian'), spanOfDate(b, 'gregorian'));
        const about = compareSpans(
          spanOfDate({ ...a, approximate: true }, 'gregorian'),
          spanOfDate({ ...b, approximate: true }, 'gregorian'),
        );
        expect(about === exact || about === 'unknown').toBe(true);
      }),
    );
  });
});
