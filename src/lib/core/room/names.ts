import { drawFrom, hashParts } from '../questions/hash';
import type { Language } from '../time/language';
import { NAME_WORDS } from './name-words';
import { NAME_MOST } from './protocol';

/**
 * Letters of other scripts, and digits, that look like a Latin letter; after lower-casing. From Unicode's confusables (UTS #39), as far as
 * a keyboard in a classroom has them: Ukrainian and Russian Cyrillic, Greek, digits.
 */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ё: 'e', є: 'e', һ: 'h', н: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', ӏ: 'i', м: 'm', о: 'o', р: 'p',
  ԛ: 'q', г: 'r', ѕ: 's', т: 't', у: 'y', х: 'x', ѵ: 'v', ԝ: 'w', ь: 'b', п: 'n', з: '3', α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k',
  μ: 'm', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'y', χ: 'x', γ: 'y', ω: 'w', ı: 'i', l: 'i', '0': 'o', '1': 'i', '|': 'i', '!': 'i', '5': 's',
}; // prettier-ignore

/** What is shown of a name that somebody typed: compatibility forms folded, nothing invisible, no runs of space, 24 signs at most. May be empty. */
export function cleanName(typed: string): string {
  const visible = typed.normalize('NFKC').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ').replace(/\p{M}{3,}/gu, ''); // prettier-ignore
  const words = visible.replace(/\s+/gu, ' ').trim();
  return Array.from(words).slice(0, NAME_MOST).join('').trim();
}

/** Two names with the same key look alike: case, marks, spaces and look-alike letters do not matter. */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/[\p{M}\p{C}\s]/gu, ''); // prettier-ignore
  return Array.from(plain).map((letter) => LOOKS_LIKE[letter] ?? letter).join('').replaceAll('rn', 'm').replaceAll('vv', 'w'); // prettier-ignore
}

/** The name, or with a number behind it where it looks like one that is taken: nobody is refused for being called Olena. `keys`: of the names that are taken. */
export function uniqueName(name: string, keys: ReadonlySet<string>): string {
  if (!keys.has(nameKey(name))) return name;
  for (let number = 2; ; number++) {
    const ending = ` ${String(number)}`;
    const next = `${Array.from(name).slice(0, NAME_MOST - ending.length).join('').trim()}${ending}`; // prettier-ignore
    if (!keys.has(nameKey(next))) return next;
  }
}

/** How often words are drawn before a number has to tell two names apart. */
const DRAWS = 20;

/** A friendly name that nobody in the room has, from luck alone. */
export function friendlyName(language: Language, luck: string, keys: ReadonlySet<string>): string {
  const draw = drawFrom(hashParts(['name', luck]));
  const { sets } = NAME_WORDS[language];
  const pick = (): string => {
    const all = sets.flatMap(({ first, second }) => second.map((noun) => ({ first, noun })));
    const { first, noun } = all[draw.below(all.length)] ?? { first: [''], noun: '' };
    return `${first[draw.below(first.length)] ?? ''} ${noun}`;
  };
  for (let i = 0; i < DRAWS; i++) {
    const name = pick();
    if (!keys.has(nameKey(name))) return name;
  }
  return uniqueName(pick(), keys);
}
