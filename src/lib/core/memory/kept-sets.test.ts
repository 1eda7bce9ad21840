import { describe, expect, it } from 'vitest';
import { asksTheSame, mergeSets } from './kept-sets';

const set = (id: string, changedMs: number, title: string, revision = 1) => ({ id, changedMs, title, revision });

describe('the question sets of two devices', () => {
  it('are all there, by their ids', () => {
    const joined = mergeSets([set('b', 1, 'B')], [set('a', 2, 'A')]);
    expect(joined).toEqual([set('a', 2, 'A'), set('b', 1, 'B')]);
  });

  it('that ask the same are one set, whenever it was touched, and whatever the order of its parts', () => {
    const [here, there] = [set('a', 1, 'A', 3), { title: 'A', revision: 9, changedMs: 5, id: 'a' }];
    expect(asksTheSame(here, there)).toBe(true);
    expect(mergeSets([here], [there])).toEqual([there]);
    expect(mergeSets([there], [here])).toEqual([there]);
  });

  it('with one id and two states are both kept: the later one under the id', () => {
    const [older, newer] = [set('a', 1, 'Monday'), set('a', 2, 'Tuesday')];
    const joined = mergeSets([older], [newer]) ?? [];
    expect(joined).toHaveLength(2);
    expect(joined).toContainEqual(newer);
    expect(joined.find(({ id }) => id !== 'a')).toMatchObject({ title: 'Monday', changedMs: 1 });
    expect(joined.every(({ id }) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id))).toBe(true);
  });

  it('come out the same whoever joins whom, and joining again adds nothing', () => {
    const mine = [set('a', 1, 'Monday'), set('b', 7, 'B'), set('c', 3, 'C')];
    const theirs = [set('a', 2, 'Tuesday'), set('b', 7, 'Not B'), set('d', 3, 'D')];
    const joined = mergeSets(mine, theirs);
    expect(joined).toHaveLength(6);
    expect(mergeSets(theirs, mine)).toEqual(joined);
    expect(mergeSets(joined, theirs)).toEqual(joined);
    expect(mergeSets(mine, joined)).toEqual(joined);
  });

  it('stay as they are where one side knows of none', () => {
    expect(mergeSets([set('a', 1, 'A')], null)).toEqual([set('a', 1, 'A')]);
    expect(mergeSets(null, [set('a', 1, 'A')])).toEqual([set('a', 1, 'A')]);
    expect(mergeSets(null, null)).toBeNull();
  });
});
