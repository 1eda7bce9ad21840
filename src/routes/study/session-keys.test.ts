import { beforeAll, describe, expect, it, vi } from 'vitest';
import { SESSION_KEYS, actOfKey } from './session-keys';

const key = (pressed: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ key: pressed, ctrlKey: false, metaKey: false, altKey: false, repeat: false, defaultPrevented: false, target: null, ...more }) as KeyboardEvent; // prettier-ignore

/** What has the focus, as far as the keys ask: the nearest element of each of these kinds. */
class Focused {
  constructor(readonly name: string) {}
  closest(kinds: string): Focused | null {
    return kinds.split(', ').includes(this.name) ? this : null;
  }
}

beforeAll(() => {
  vi.stubGlobal('Element', Focused);
  return () => {
    vi.unstubAllGlobals();
  };
});

describe('a key in a session', () => {
  it.each([
    ['0', 'question', 'pass'], ['0', 'verdict', null],
    ['h', 'question', 'hint'], ['H', 'question', 'hint'], ['р', 'question', 'hint'], ['h', 'verdict', null],
    [' ', 'verdict', 'next'], [' ', 'question', null],
    ['z', 'done', 'undo'], ['Я', 'question', 'undo'],
    ['m', 'verdict', 'menu'], ['m', 'done', null],
    ['и', 'question', 'bury'], ['s', 'verdict', 'suspend'], ['f', 'question', 'flags'], ['r', 'question', 'report'],
    ['?', 'question', 'keys'], ['1', 'question', null], ['x', 'question', null],
  ] as const)('%j in %s: %s', (pressed, phase, act) => {
    expect(actOfKey(key(pressed), phase)).toBe(act);
  }); // prettier-ignore

  it.each(['ctrlKey', 'metaKey', 'altKey', 'repeat', 'defaultPrevented'] as const)(
    'is the browser’s with %s',
    (held) => {
      expect(actOfKey(key('z', { [held]: true }), 'question')).toBeNull();
    },
  );

  it.each([
    ['z', 'input', null], ['?', 'dialog', null], ['z', 'button', 'undo'], [' ', 'button', null], [' ', 'div', 'next'],
  ] as const)('%j while %s has the focus: %s', (pressed, name, act) => {
    const target = new Focused(name) as unknown as EventTarget;
    expect(actOfKey(key(pressed, { target }), 'verdict')).toBe(act);
  }); // prettier-ignore

  it('stands in the list once', () => {
    const keys = SESSION_KEYS.flatMap(([one, other]) => [...new Set([one, other])]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
