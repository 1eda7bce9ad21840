import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldName } from '../../src/lib/core/places/fold';
import { matchesName } from '../../src/lib/core/places/match-name';
import { nearRivals } from '../../src/lib/core/questions/place-names';

/** Syllables that sound alike in one romanisation or the other, or become another with one letter more or less. */
const SYLLABLES = ['shch', 'sch', 'sh', 'ch', 'kh', 'zh', 'zgh', 'ts', 'tz', 'h', 'g', 'k', 's', 'z', 'ss', 'tt', 'i', 'y', 'yi', 'ie', 'ia', 'e', 'a', 'o', 'iv', 'ov', 'ev', 'yiv', ' '] as const; // prettier-ignore
const name = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 2, maxLength: 7 })
  .map((parts) => foldName(parts.join('')))
  .filter((folded) => folded !== '');
const letters = fc.constantFrom(...Array.from('shcktzgiyeaov '));

/** A text with one slip of the fingers: a letter too many, too few, wrong, or two neighbours swapped. */
const slipIn = (text: string): fc.Arbitrary<string> =>
  fc.tuple(fc.nat(text.length), letters, fc.nat(4)).map(([at, letter, what]) => {
    const [before, here, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)];
    if (what === 0) return text;
    if (what === 1) return before + letter + here + after;
    if (what === 2) return before + after;
    if (what === 3) return before + letter + after;
    return before + after.slice(0, 1) + here + after.slice(1);
  });

const cases = fc
  .record({ names: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }), others: fc.array(name, { maxLength: 30 }) })
  .chain(({ names, others }) => {
    const near = fc.oneof(...names.map(slipIn));
    return fc.record({ names: fc.constant(names), typed: near, others: fc.array(fc.oneof(near, fc.constantFrom(...others, 'z')), { maxLength: 12 }) });
  }); // prettier-ignore

it('of a pack of very many places, the rivals that are kept judge as all of them would', () => {
  fc.assert(
    fc.property(cases, ({ names, typed, others }) => {
      const all = [...new Set(others.map(foldName))].filter((other) => other !== '' && !names.includes(other)).sort();
      const kept = nearRivals(all)(names);
      expect(matchesName(typed, names, kept)).toBe(matchesName(typed, names, all));
    }),
    { numRuns: 2000 },
  );
});
