import { foldName } from '../../../places/fold';

/** Longest id that is made; a pack may have 100 characters, and a number may follow. */
const LONGEST = 60;

/** Greek by ISO 843, Georgian by the national system of 2002, Armenian, Hebrew and Arabic by their commonest letters without marks. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...pairs('αβγδεζηθικλμνξοπρστυφχψω', 'a v g d e z i th i k l m n x o p r s t y f ch ps o'),
  ...pairs('ς', 's'),
  ...pairs('აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ', 'a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h'),
  ...pairs('աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև', 'a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts u p k o f ev'),
  ...pairs('אבגדהוזחטיכךלמםנןסעפףצץקרשת', 'a b g d h v z ch t y k k l m m n n s a p p ts ts k r sh t'),
  ...pairs('ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآءؤئپچژگکی', 'a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a a a i a a w y p ch zh g k y'),
]); // prettier-ignore

function pairs(letters: string, romans: string): readonly (readonly [string, string])[] {
  const words = romans.split(' ');
  return Array.from(letters, (letter, index) => [letter, words[index] ?? ''] as const);
}

/**
 * A text as an id: kebab-case in Latin letters, at most 60 of them. Cyrillic is romanised as Ukraine does, other scripts by the
 * table above; what neither knows is written as its code point, so that every text of letters has an id, always the same.
 * Null where there is no letter and no digit.
 */
export function slugOf(text: string): string | null {
  const words = foldName(text)
    .split(' ')
    .map((word) => Array.from(word.normalize('NFKD').replaceAll('ου', 'ou'), romanise).join(''))
    .map((word) => word.replace(/-+/g, '-').replace(/^-|-$/g, ''))
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    if (slug !== '' && slug.length + 1 + word.length > LONGEST) break;
    slug = slug === '' ? word.slice(0, LONGEST).replace(/-+$/, '') : `${slug}-${word}`;
  }
  return slug === '' ? null : slug;
}

function romanise(letter: string): string {
  if (/[a-z0-9]/.test(letter)) return letter;
  const roman = LETTERS.get(letter);
  if (roman !== undefined) return roman;
  if (!/[\p{L}\p{N}]/u.test(letter)) return '';
  return `-u${(letter.codePointAt(0) ?? 0).toString(16)}-`;
}

/** Gives every wish an id of its own: the same wish a second time is numbered, `siege-of-kyiv-2`. */
export function idGiver(): (wish: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (wish) => {
    let id = wish;
    for (let n = counts.get(wish) ?? 1; taken.has(id); id = `${wish}-${String(n)}`) counts.set(wish, ++n);
    taken.add(id);
    return id;
  };
}
