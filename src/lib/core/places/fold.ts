/**
 * Names in a form in which spellings can be compared. Two keys, from strict to generous:
 * `foldName` forgets case, marks, apostrophes, hyphens and the script; `soundKey` also what sets the Ukrainian
 * romanisation of 2010 (Hostomel, Borodianka, Ivankiv) apart from the older Russian-based ones (Gostomel, Borodyanka, Ivankov).
 */

/** Resolution of the Cabinet of Ministers of Ukraine no. 55 of 27 January 2010; letters that only Russian has as in the Russian tradition. */
const ROMAN: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l',
  м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '',
  ю: 'iu', я: 'ia', ё: 'e', ъ: '', ы: 'y', э: 'e', ў: 'u',
}; // prettier-ignore
/** At the beginning of a word the resolution writes these with y. */
const ROMAN_INITIAL: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };
const LATIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const PLAIN = /^[ -~]*$/;
const APOSTROPHES = /['’‘ʼʹ`´"“”«»]/gu;

/**
 * Lower-case Latin letters and digits, words separated by one space: `Борщагівка` → `borshchahivka`, `L'viv` → `lviv`.
 * Folding twice changes nothing.
 */
export function foldName(text: string): string {
  const spelled = text.normalize('NFC').toLowerCase().replace(APOSTROPHES, '');
  // Plain Latin letters, which most are, are written as they are.
  const folded = PLAIN.test(spelled) ? spelled : romanised(spelled);
  return folded
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(the )+/, '');
}

function romanised(spelled: string): string {
  let folded = '';
  let initial = true;
  for (const letter of spelled) {
    const roman = romanise(letter, initial, folded);
    folded += roman;
    initial = !/[\p{L}\p{N}]/u.test(letter);
  }
  return folded;
}

function romanise(letter: string, initial: boolean, before: string): string {
  const first = initial ? ROMAN_INITIAL[letter] : undefined;
  if (first !== undefined) return first;
  // зг is zgh, because zh is ж.
  if (letter === 'г' && before.endsWith('z')) return 'gh';
  const known = ROMAN[letter] ?? LATIN[letter];
  if (known !== undefined) return known;
  const plain = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return plain === letter ? letter : (ROMAN[plain] ?? LATIN[plain] ?? plain);
}

/** Clusters that stand for one letter each, as one sign that no folded name holds; longest first. */
const CLUSTERS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, 'Q'],
  [/zgh/g, 'zg'],
  [/kh/g, 'X'],
  [/zh/g, 'J'],
  [/ch/g, 'C'],
  [/sh/g, 'S'],
  [/ts|tz/g, 'T'],
];

/**
 * What a name sounds like to somebody who knows it in either romanisation: Kyiv, Kiev, Київ, Киев have the same key, so
 * have Chernihiv and Chernigov, Kupiansk and Kupyansk, Velykyi and Veliky. For comparison only, never shown or stored.
 */
export function soundKey(name: string): string {
  return foldName(name).split(' ').map(soundOfWord).join(' ');
}

function soundOfWord(word: string): string {
  let sound = word;
  for (const [cluster, sign] of CLUSTERS) sound = sound.replace(cluster, sign);
  return (
    sound
      // г is h in Ukrainian and g in Russian.
      .replaceAll('h', 'g')
      // и, і, ї, й and the y or j of я, ю, є: one sound, however often written.
      .replace(/[yji]+/g, 'i')
      .replace(/ie/g, 'e')
      // Zaporizhzhia, Odessa: a doubled consonant is single in the other tradition.
      .replace(/([^aeiou0-9])\1/g, '$1')
      // The ending of possessive names: Ivankiv and Ivankov, Kyiv and Kiev.
      .replace(/[ieo]v$/, 'V')
  );
}
