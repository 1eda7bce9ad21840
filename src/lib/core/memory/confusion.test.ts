import { describe, expect, it } from 'vitest';
import { commonestConfusion, isOpen, misread, openConfusion } from './confusion';
import type { Confusion } from './confusion';
import type { AnswerEntry } from './log';

const base: AnswerEntry = {
  type: 'answer', id: 'd-t-000001', pack: 'p', packVersion: 1, fact: 'e:date', form: 'choice', language: 'en', seed: 4, options: ['a', 'b', 'c'], values: ['1', '2', '3'],
  chosen: 'a', credit: 0, guess: 1 / 3, milliseconds: 4000, hints: 0, grade: 1, marks: [{ fact: 'e:date', answer: '2', grade: 1, guess: 1 / 3, weight: 1, before: null }],
  parameters: 'x', easy: false, clock: 'clock', utcMs: 5, day: 100, utcOffsetMinutes: 120, app: 'test',
}; // prettier-ignore
const right: Partial<AnswerEntry> = { chosen: 'b', credit: 1, grade: 3 };
const once: Confusion = { value: '1', event: null, times: 1, ever: 1 };
const twice: Confusion = { value: '1', event: null, times: 2, ever: 2 };

describe('what an answer says of a confusion', () => {
  it.each<readonly [string, readonly Confusion[], Partial<AnswerEntry>, readonly Confusion[]]>([
    ['a wrong option is noted', [], {}, [once]],
    ['the same again makes two', [once], {}, [twice]],
    ['another one is counted apart', [once], { chosen: 'c' }, [once, { ...once, value: '3' }]],
    ['"don’t know" takes nothing for anything', [once], { chosen: null }, [once]],
    ['a right answer beside it settles it, and the whole number stays', [twice], right, [{ ...twice, times: 0 }]],
    ['a right answer without it in sight settles nothing', [twice], { ...right, values: ['2', '4', '5'] }, [twice]],
    ['what was produced settles everything', [twice], { ...right, form: 'typed', options: [], values: [], chosen: '2' }, [{ ...twice, times: 0 }]],
    ['right after a hint settles nothing', [twice], { ...right, hints: 1 }, [twice]],
    ['a typed word that stands for something of the pack counts', [], { form: 'typed', options: [], values: [], chosen: 'first', mistaken: { value: '1', event: 'f' } }, [{ ...once, event: 'f' }]],
    ['a typed word that stands for nothing does not', [], { form: 'typed', options: [], values: [], chosen: 'gibberish' }, []],
    ['a near miss is no confusion', [], { form: 'typed', options: [], values: [], chosen: '1', credit: 0.8, mistaken: { value: '1', event: null } }, []],
    ['once known, its event is kept', [{ ...once, event: 'f' }], {}, [{ ...twice, event: 'f' }]],
  ])('%s', (_, before, change, after) => {
    expect(misread(before, { ...base, ...change }, 'e:date')).toEqual(after);
  }); // prettier-ignore

  it('leaves facts alone that the answer did not touch', () => {
    expect(misread([twice], base, 'other:date')).toEqual([twice]);
  });

  const pair = { ...base.marks[0], fact: 'e+f:before' } as AnswerEntry['marks'][number];
  const chain: Partial<AnswerEntry> = { fact: 's:sequence:e+f+g', values: ['f', 'e', 'g'], marks: [pair] };
  const swapped: Confusion = { value: 'swapped', event: null, times: 1, ever: 1 };
  it.each<readonly [string, readonly Confusion[], Partial<AnswerEntry>, readonly Confusion[]]>([
    ['an ordering with the pair the wrong way round', [], { form: 'order', chosen: ['a', 'b', 'c'], credit: 0.5 }, [swapped]],
    ['the other of the pair named as the first', [], { form: 'first', chosen: 'a' }, [swapped]],
    ['a third event named as the first', [], { form: 'first', chosen: 'c' }, [{ ...swapped, value: 'g', event: 'g' }]],
    ['an ordering all right settles it', [swapped], { form: 'order', chosen: ['b', 'a', 'c'], credit: 1 }, [{ ...swapped, times: 0 }]],
    ['"which came first" right settles it', [swapped], { form: 'first', chosen: 'b', credit: 1 }, [{ ...swapped, times: 0 }]],
    ['an ordering that was passed', [], { form: 'order', chosen: null }, []],
  ])('%s', (_, before, change, after) => {
    expect(misread(before, { ...base, ...chain, ...change }, 'e+f:before')).toEqual(after);
  }); // prettier-ignore
});

it('opens a confusion at the second time, and finds the one met most often', () => {
  expect([once, twice].map(isOpen)).toEqual([false, true]);
  const settled = { ...twice, value: '9', times: 0, ever: 7 };
  expect(openConfusion([once, settled, twice])).toBe(twice);
  expect(openConfusion([once, settled])).toBeNull();
  expect(commonestConfusion([once, twice, settled])).toBe(settled);
  expect(commonestConfusion([once])).toBeNull();
});
