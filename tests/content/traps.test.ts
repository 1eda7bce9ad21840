import { describe, expect, it } from 'vitest';
import { readUkrainePack, tableUnder } from './pack-kit';
import { worldOf } from './pack-traps';
import { TRAPS_A } from './pack-traps-a';
import { TRAPS_BCD } from './pack-traps-bcd';
import { TRAPS_E } from './pack-traps-e';
import { TRAPS_F } from './pack-traps-f';
import { TRAPS_G } from './pack-traps-g';
import { TRAPS_H } from './pack-traps-h';
import { TRAPS_IJKL } from './pack-traps-ijkl';

const TRAPS = [...TRAPS_A, ...TRAPS_BCD, ...TRAPS_E, ...TRAPS_F, ...TRAPS_G, ...TRAPS_H, ...TRAPS_IJKL];

/** The 172 traps of the articles, by section. */
const SECTIONS = { A: 25, B: 11, C: 14, D: 13, E: 27, F: 26, G: 13, H: 35, I: 1, J: 1, K: 1, L: 5 };
const ALL = Object.entries(SECTIONS).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, i) => `${letter}${String(i + 1)}`),
);

const pack = await readUkrainePack();
const world = worldOf(pack);

describe('the traps of the articles', () => {
  it.each(TRAPS)('$id: $story', ({ check, mutate }) => {
    expect(check(world)).toEqual([]);
    const simplified = worldOf(mutate(pack));
    expect(check(simplified), 'a copy that falls into the trap is not noticed').not.toEqual([]);
  });

  it('are 172, each with a row here or with a reason in COVERAGE.md, and none with both', () => {
    expect(ALL).toHaveLength(172);
    const listed = tableUnder('Traps of the articles that pack data cannot violate').map(([id = '']) => id);
    expect([...TRAPS.map(({ id }) => id), ...listed].toSorted()).toEqual(ALL.toSorted());
  });
});
