import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { arrowTo, isMeantElsewhere, leadsIn } from './choice-keys';

describe('arrowTo', () => {
  it.each([
    ['ArrowDown', 0, 1], ['ArrowDown', 3, 0], ['ArrowRight', 1, 2], ['ArrowUp', 2, 1], ['ArrowUp', 0, 3], ['ArrowLeft', 3, 2],
    ['Home', 2, 0], ['End', 1, 3],
    ['ArrowDown', -1, 0], ['ArrowUp', -1, 3], ['Home', -1, null], ['End', -1, null],
    ['Enter', 1, null], [' ', 1, null], ['1', 1, null], ['Tab', 1, null], ['PageDown', 1, null],
  ] as const)('%j at %j of four: %j', (key, at, to) => {
    expect(arrowTo(key, { at, count: 4 })).toBe(to);
  }); // prettier-ignore

  it('leads nowhere where every answer is ruled out', () => {
    expect(arrowTo('ArrowDown', { at: -1, count: 0 })).toBeNull();
  });
});

/** An element as far as the keys ask: what it lies in. */
class Inside {
  constructor(readonly within: Readonly<Record<string, Inside>> = {}) {}
  closest(kinds: string): Inside | null {
    return kinds.split(', ').flatMap((kind) => this.within[kind] ?? [])[0] ?? null;
  }
}
const inside = (within: Readonly<Record<string, Inside>> = {}): Element => new Inside(within) as unknown as Element;

describe('a key that reaches the window', () => {
  const sheet = new Inside();
  const body = inside();

  beforeEach(() => {
    vi.stubGlobal('Element', Inside);
    vi.stubGlobal('innerHeight', 700);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each(['input', 'textarea', 'select', '[contenteditable]'])('is meant for the %s it is typed into', (kind) => {
    expect(isMeantElsewhere(inside({ [kind]: new Inside() }), inside())).toBe(true);
  });

  it('is meant for the sheet over the list, and for the list in a sheet', () => {
    expect(isMeantElsewhere(inside({ dialog: sheet }), inside())).toBe(true);
    expect(isMeantElsewhere(inside({ dialog: sheet }), inside({ dialog: sheet }))).toBe(false);
    expect(isMeantElsewhere(inside(), inside())).toBe(false);
  });

  it.each([
    [700, true],
    [701, false],
  ])('leads from nowhere into the list only where the page does not scroll (%j high: %j)', (scrollHeight, leads) => {
    vi.stubGlobal('document', { body, documentElement: { scrollHeight } });
    expect(leadsIn(body)).toBe(leads);
  });

  it('leads in from the heading of the question, and from no button', () => {
    vi.stubGlobal('document', { body, documentElement: { scrollHeight: 9000 } });
    expect(leadsIn(inside({ h1: new Inside() }))).toBe(true);
    expect(leadsIn(inside())).toBe(false);
    expect(leadsIn(null)).toBe(false);
  });
});
