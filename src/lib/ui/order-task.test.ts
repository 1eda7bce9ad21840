import { describe, expect, test } from 'vitest';
import { OrderTask, indexAt } from './order-task.svelte';

describe('moving', () => {
  const cases: readonly (readonly [id: string, by: number, order: string, moved: boolean])[] = [
    ['b', -1, 'bacd', true],
    ['b', 1, 'acbd', true],
    ['b', 9, 'acdb', true],
    ['a', -1, 'abcd', false],
    ['d', 1, 'abcd', false],
    ['x', 1, 'abcd', false],
  ];
  test.each(cases)('%s by %i gives %s', (id, by, order, moved) => {
    const task = new OrderTask(['a', 'b', 'c', 'd']);
    expect(task.move(id, by)).toBe(moved);
    expect(task.order.join('')).toBe(order);
  });

  test('a lifted item moves, tells where it is, and stays where it is put down', () => {
    const task = new OrderTask(['a', 'b', 'c']);
    task.toggle('c');
    expect(task.news).toEqual({ is: 'lifted', id: 'c', position: 3 });
    task.move('c', -2);
    expect(task.news).toEqual({ is: 'moved', id: 'c', position: 1 });
    task.toggle('c');
    expect(task.news).toEqual({ is: 'dropped', id: 'c', position: 1 });
    expect(task.lifted).toBeNull();
    expect(task.order).toEqual(['c', 'a', 'b']);
  });

  test('Escape puts a lifted item back to where it was taken up', () => {
    const task = new OrderTask(['a', 'b', 'c']);
    task.move('a', 1);
    task.toggle('c');
    task.move('c', -2);
    task.putBack();
    expect(task.order).toEqual(['b', 'a', 'c']);
    expect(task.news).toEqual({ is: 'put back', id: 'c', position: 3 });
  });
});

test('a dragged item takes the place above the first item whose middle is below its own', () => {
  const cases = [
    [0, 0],
    [49, 0],
    [51, 1],
    [149, 1],
    [400, 2],
  ] as const;
  for (const [middle, index] of cases) expect(indexAt(middle, [50, 150])).toBe(index);
});
