import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerCards } from '../../../src/lib/core/export/print/answer-cards';
import { flashcards, turned, type CardRows } from '../../../src/lib/core/export/print/flashcards';
import { gridOf, squareOf } from '../../../src/lib/core/export/print/map-grid';
import { printedTest, type KeyLine, type PrintedTask } from '../../../src/lib/core/export/print/printed-test';
import { DEFAULT_PRINT } from '../../../src/lib/core/export/print/print-options';
import { markOf, timelinePoster } from '../../../src/lib/core/export/print/timeline-poster';
import { axisOf } from '../../../src/lib/core/export/print/timeline-axis';
import { ticksOf } from '../../../src/lib/core/export/print/timeline-ticks';
import type { ExportSet } from '../../../src/lib/core/export/export-set';
import { when } from '../../samples/build-pack';
import { hostileSet, smallSet } from '../../samples/export-set';

const set = smallSet();

/** What a teacher finds with the key in hand: the right answer in words, worked out from the printed task alone. */
function found(task: PrintedTask, key: KeyLine | undefined): string {
  if (key === undefined) return 'no key';
  switch (task.shape) {
    case 'choice':
      return task.options.find(({ letter }) => letter === key.key)?.text ?? 'no such letter';
    case 'order': {
      const numbers = key.key.split(' ').map(Number);
      return numbers.map((_, i) => task.options[numbers.indexOf(i + 1)]?.text ?? 'no such number').join(' < ');
    }
    case 'typed':
      return key.key;
    case 'map':
      return key.key;
  }
}

/** What is right, from the set. */
function right({ questions }: ExportSet, id: string): string {
  const question = questions.find((one) => one.id === id);
  const texts = question?.key.map((letter) => question.options.find((option) => option.id === letter)?.text) ?? [];
  return texts.join(' < ');
}

describe('the key of a printed version', () => {
  test('is that of what is printed, in any version of any set', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.integer({ min: 1, max: 8 }), (seed, versions) => {
        const seeded = smallSet({ seed });
        const test_ = printedTest(seeded, { versions });
        expect(test_.versions.length).toBe(versions);
        for (const { tasks, keys } of test_.versions) {
          expect(keys.map(({ number }) => number)).toEqual(tasks.map(({ number }) => number));
          tasks.forEach((task, i) => {
            if (task.shape === 'choice' || task.shape === 'order') expect(found(task, keys[i])).toBe(right(seeded, task.id));
            expect(keys[i]?.steps.join(' < ')).toBe(task.shape === 'order' ? right(seeded, task.id) : '');
          });
        }
      }),
    );
  }); // prettier-ignore

  test('versions differ in their order, and one version alone is the set as it is', () => {
    const { versions } = printedTest(set, { versions: 4 });
    expect(new Set(versions.map(({ tasks }) => tasks.map(({ id }) => id).join())).size).toBe(4);
    const [only] = printedTest(set, { versions: 1 }).versions;
    expect([only?.letter, only?.tasks.map(({ id }) => id)]).toEqual([null, set.questions.map(({ id }) => id)]);
  });

  test('names the square of the map, and what else is right', () => {
    const [only] = printedTest(set, { versions: 1 }).versions;
    const map = only?.tasks.find(({ shape }) => shape === 'map');
    const key = only?.keys.find(({ number }) => number === map?.number);
    expect(key).toMatchObject({ key: 'D4', answer: 'Kyiv' });
    const typed = only?.keys.find(({ key: answer }) => answer === '31 BC');
    expect(typed?.alsoAccepted).toContain('31 BCE');
  });

  test('numbers that may change places are told', () => {
    const questions = set.questions.map((question) => (question.form === 'order' ? { ...question, ties: [['a', 'b'] as const] } : question)); // prettier-ignore
    const keys = printedTest({ ...set, questions }, { versions: 2 }).versions.flatMap((version) => version.keys);
    expect(keys.filter(({ either }) => either.length > 0).map(({ either }) => either)).toEqual([[[1, 2]], [[1, 2]]]);
  });

  test('stands nowhere in the tasks, and the footer tells version, seed and pack', () => {
    const { versions } = printedTest(set, { versions: 2 });
    for (const { tasks, footer, letter } of versions) {
      expect(Object.keys(tasks[0] ?? {}).sort()).toEqual(['id', 'number', 'options', 'points', 'shape', 'stem'].filter((key) => key !== 'options' || tasks[0]?.shape === 'choice' || tasks[0]?.shape === 'order')); // prettier-ignore
      expect(footer).toBe(`The Siege of the Town · Version ${String(letter)} · seed 1.0 · small version 3 · CC BY-SA 4.0`); // prettier-ignore
    }
  });

  test('hostile texts all arrive, and losses are told', () => {
    const { versions, losses } = printedTest(hostileSet(), { versions: 1 });
    expect(versions[0]?.tasks.length).toBe(hostileSet().questions.length);
    expect(losses.some(({ kind }) => kind === 'cleaned')).toBe(true);
  });
});

describe('the grid of a map', () => {
  test('every point of the frame lies in a square', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const frame = fc.tuple(fc.integer({ min: -170, max: 150 }), fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 12 })); // prettier-ignore
    fc.assert(
      fc.property(frame, share, share, ([west, south, wide, high], x, y) => {
        const grid = gridOf([west, south, west + wide, south + high]);
        expect(squareOf(grid, [west + x * wide, south + y * high])).toMatch(/^[A-F]\d+$/u);
        expect(squareOf(grid, [west - 1, south])).toBeNull();
      }),
    );
  });

  test('A1 is in the north-west', () => {
    const grid = gridOf([0, 0, 6, 4]);
    expect(squareOf(grid, [0.5, 3.9])).toBe('A1');
    expect(squareOf(grid, [5.5, 0.1])).toBe(`F${String(grid.rows.length)}`);
  });
});

describe('flashcards', () => {
  /** The back that lies behind each front once a sheet of paper is really turned. */
  function behind(backs: CardRows, duplex: 'long-edge' | 'short-edge'): CardRows {
    return duplex === 'long-edge' ? backs.map((row) => [...row].reverse()) : [...backs].reverse();
  }

  test.each(['long-edge', 'short-edge'] as const)('turned over its %s, each front has its own back', (duplex) => {
    const { sheets } = flashcards(hostileSet(), { duplex });
    expect(sheets.length).toBeGreaterThan(3);
    for (const { fronts, backs } of sheets) expect(behind(backs, duplex)).toEqual(fronts);
    expect(turned([[null, null]], duplex)).toEqual([[null, null]]);
  });

  test('hold every question once, with what it needs to be answered and its answer', () => {
    const { sheets, losses } = flashcards(set, { duplex: 'long-edge' });
    const cards = sheets.flatMap(({ fronts }) => fronts.flat()).filter((card) => card !== null);
    expect(cards.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const order = cards.find(({ ordered }) => ordered.length > 0);
    expect(order).toMatchObject({ choices: ['The gate fell', 'The siege began', 'Peace was made'], ordered: ['The siege began', 'The gate fell', 'Peace was made'] }); // prettier-ignore
    // A date is remembered, not picked; "which of these" needs them.
    expect(cards.map(({ choices }) => choices.length)).toEqual([0, 0, 0, 0, 0, 3, 3]);
    expect(losses).toContainEqual(expect.objectContaining({ kind: 'substituted', shape: 'map', by: 'choice' }));
  });

  test('a text too long for a card is cut, and told', () => {
    const { losses, sheets } = flashcards(hostileSet(), { duplex: 'long-edge' });
    const texts = sheets.flatMap(({ fronts }) => fronts.flat()).map((card) => card?.front.length ?? 0);
    expect(Math.max(...texts)).toBeLessThanOrEqual(320);
    expect(losses.some((loss) => loss.kind === 'shortened' && loss.part === 'stem')).toBe(true);
  });
});

describe('answer cards', () => {
  test('a card a pupil, four letters with four shapes, each on top once when the card is turned', () => {
    const cards = answerCards({ ...DEFAULT_PRINT, pupils: 3, cardKind: 'turned' });
    expect(cards.map(({ pupil }) => pupil)).toEqual([1, 2, 3]);
    expect(cards[0]?.sides.map(({ letter, degrees }) => `${letter}${String(degrees)}`)).toEqual(['A0', 'B90', 'C180', 'D270']); // prettier-ignore
    expect(new Set(cards[0]?.sides.map(({ sign }) => sign)).size).toBe(4);
  });

  test('take a mark for cameras in their middle', () => {
    const [card] = answerCards({ ...DEFAULT_PRINT, pupils: 1 }, (pupil) => [[pupil === 1]]);
    expect(card?.mark).toEqual([[true]]);
    expect(answerCards({ ...DEFAULT_PRINT, pupils: 1, cardKind: 'pages' }, () => [[true]])[0]?.mark).toBeNull();
  });
});

describe('the timeline poster', () => {
  test.each([
    ['2022-03-02', 'day'],
    ['2022-03', 'within'],
    ['156X', 'within'],
    ['2022-02-24/2022-03-05', 'lasting'],
    ['../2022-04-07', 'until'],
    ['2022-11-05/..', 'since'],
    ['[2022-02-24..2022-02-25]', 'within'],
    ['[..2022-02-25]', 'until'],
    ['[2022-03-03,2022-03-22]', 'within'],
  ] as const)('%s shows as %s', (text, mark) => {
    expect(markOf(when(text))).toBe(mark);
  });

  test('shows every event once, in the order of time, words beside each other and never over each other', () => {
    const events = Array.from({ length: 60 }, (_, i) => ({
      ...(set.events[i % set.events.length] ?? set.events[0]),
      id: `event-${String(i)}`,
      headline: 'words '.repeat(1 + (i % 30)),
      when: when(`${String(1400 + ((i * 37) % 500))}-03-02`),
    }));
    const { pages } = timelinePoster(
      { ...set, events: events as ExportSet['events'] },
      { lines: 40, letters: () => 60 },
    );
    expect(pages.flatMap((page) => page.events).map(({ id }) => id).sort()).toEqual(events.map(({ id }) => id).sort()); // prettier-ignore
    expect(pages.length).toBeGreaterThan(2);
    for (const { events: shown, ticks } of pages) {
      expect([shown[0]?.top, shown.at(-1)?.bottom]).toEqual([0, expect.closeTo(1, 9)]);
      shown.slice(1).forEach((event, i) => {
        expect(event.top).toBeGreaterThanOrEqual((shown[i]?.bottom ?? 0) - 1e-9);
        expect(event.from).toBeGreaterThanOrEqual(shown[i]?.from ?? 0);
      });
      for (const { from, to } of shown) expect([from >= 0, from <= to, to <= 1]).toEqual([true, true, true]);
      for (const { at } of ticks) expect(at >= 0 && at <= 1).toBe(true);
    }
    expect(pages.every((page) => page.events.length > 1)).toBe(true);
  });

  test('dates beside the axis are round, in order, and few enough to be read', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 60_000 }), fc.integer({ min: 0, max: 900_000 }), fc.integer({ min: 2, max: 10 }), (first, width, most) => {
        const ticks = ticksOf(first, first + width, 'en', most);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
        ticks.forEach(({ day }, i) => {
          expect([day >= first, day <= first + width, i === 0 || day > (ticks[i - 1]?.day ?? day)]).toEqual([true, true, true]);
        });
      }),
    );
    expect(ticksOf(19_047, 19_077, 'uk', 9).map(({ label }) => label)).toEqual(['24 лютого 2022 року', '1 березня', '6 березня', '11 березня', '16 березня', '21 березня', '26 березня']);
  }); // prettier-ignore

  test('an axis never runs backwards, and is broken where nothing happened for long', () => {
    const days = fc.array(fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.nat(60)), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(days, (drawn) => {
        const shown = drawn.map(([first, length]) => ({ first, last: first + length, lines: 2.5 })).sort((a, b) => a.first - b.first); // prettier-ignore
        const axis = axisOf(shown, 'en');
        const ends = [...shown.flatMap(({ first, last }) => [first, last])].sort((a, b) => a - b);
        ends.forEach((day, i) => {
          const at = axis.at(day);
          expect([at >= 0, at <= 1 + 1e-9, at >= axis.at(ends[i - 1] ?? day) - 1e-9]).toEqual([true, true, true]);
        });
        for (const { from, to } of axis.breaks) {
          for (const day of ends) expect(axis.at(day) <= from + 1e-9 || axis.at(day) >= to - 1e-9).toBe(true);
        }
      }),
    );
    const axis = axisOf([{ first: 0, last: 0, lines: 2 }, { first: 9, last: 9, lines: 2 }, { first: 900, last: 901, lines: 2 }], 'en'); // prettier-ignore
    expect(axis.breaks.length).toBe(1);
    expect(axis.at(9)).toBeGreaterThan(0.4);
  });
});
