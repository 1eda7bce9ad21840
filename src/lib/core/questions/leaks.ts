import type { PackIndex } from '../packs/pack-index';
import type { Place } from '../packs/pack';
import type { Language } from './question';
import { isNamedBy, nameKeys, wordKeys } from './demonyms';
import { nameWords, remembered, sameStem, wordsOf, type ByLanguage } from './text';

/** Rule L4: whole words that give a place in a sequence away. */
const CUE_WORDS: ByLanguage<ReadonlySet<string>> = {
  en: new Set(
    (
      'second third again renewed recaptured retook retaken aftermath later first final finally last following subsequent ' +
      'subsequently anew next previous previously earlier fourth fifth recapture reconquest reconquered reoccupied'
    ).split(' '),
  ),
  uk: new Set(
    (
      'знову вдруге втретє вперше повторно повторний повторна повторне повторного повторної повторну удруге уперше пізніше згодом ' +
      'потім нарешті остаточно востаннє перший перша перше першого першої першу першим друга друге другий другого другої другу ' +
      'третій третя третє третього третьої третю останній остання останнє останнього останньої останню наступний наступна наступне ' +
      'наступного наступної наступну подальший подальша подальше подальшого подальшої попередній попередня попереднє попереднього ' +
      'попередньої попередню четвертий четверта четверте четвертого четвертої четверту пятий пята пяте пятого пятої пяту ' +
      'наново заново відвоював відвоювала відвоювали відвоювання'
    ).split(' '),
  ),
};

/** The first cue word of a text, or null. */
export function cueWordIn(text: string, language: Language): string | null {
  return wordsOf(text).find((word) => CUE_WORDS[language].has(word)) ?? null;
}

/** Pronouns and pointing words that have nothing to point to in a stem (rule S2). */
const POINTERS: ByLanguage<RegExp> = {
  en: /^(?:it|they|he|she|this|these|those|that)\b|\b(?:that day|the same day|this day|the next day|the day before|that (?:month|year)|currently|nowadays|recently|today|yesterday|tomorrow|so far|at present|ongoing)\b/iu,
  uk: /^(?:він|вона|воно|вони|це|цей|ця|ці)(?!\p{L})|(?<!\p{L})(?:того (?:ж |самого )?дня|цього дня|наступного дня|напередодні|нині|наразі|зараз|сьогодні|вчора|завтра|досі|нещодавно)(?!\p{L})/iu,
};

/** Without a border to look for, what every English pointer holds but those that open a text: nearly every text is told by this. */
const POINTER_PIECES = /day|month|year|currently|nowadays|recently|tomorrow|so far|at present|ongoing/iu;
const OPENING_POINTER = /^(?:it|they|he|she|this|these|those|that)\b/iu;

/** Rule S2: the words of a clause that point nowhere; null if none. */
export function pointerIn(text: string, language: Language): string | null {
  return pointers[language](text);
}

const pointers: ByLanguage<(text: string) => string | null> = {
  en: remembered(
    (text) => (POINTER_PIECES.test(text) || OPENING_POINTER.test(text) ? POINTERS.en.exec(text)?.[0] : null) ?? null,
  ),
  uk: remembered((text) => POINTERS.uk.exec(text)?.[0] ?? null),
};

/** Every spelling of a place in a pack: its name, its other languages' names, its aliases. */
export function spellingsOf(place: Place): string[] {
  return [place.name, ...Object.values(place.names), ...place.aliases];
}

/** Words of names that tell nothing by themselves: what kind of place it is, and the commonest attributes. */
const GENERIC = new Set(
  (
    'oblast region raion district province county state republic city town village airport airfield airbase base bridge river reservoir lake ' +
    'sea dam plant power station building tower museum palace church border crossing island site zone new old upper lower great little saint ' +
    'north south east west northern southern eastern western ' +
    'область район місто село селище аеропорт аеродром авіабаза база міст річка водосховище озеро море гребля дамба станція електростанція ' +
    'будівля вежа телевежа музей палац церква пункт пропуску острів зона новий нова нове старий стара старе верхній верхня верхнє нижній нижня нижнє'
  ).split(' '),
);

/** Content words of each spelling of a place, and of all together, kept per place: they are asked for with every place question. */
const spellingWords = new WeakMap<
  Place,
  { readonly each: readonly (readonly string[])[]; readonly all: readonly string[] }
>();

function wordsOfSpellings(place: Place): {
  readonly each: readonly (readonly string[])[];
  readonly all: readonly string[];
} {
  let words = spellingWords.get(place);
  if (words === undefined) {
    const each = spellingsOf(place).map((name) => nameWords(name));
    words = { each, all: [...new Set(each.flat())] };
    spellingWords.set(place, words);
  }
  return words;
}

/** A place's content words over all its spellings. */
export function placeWords(place: Place): readonly string[] {
  return wordsOfSpellings(place).all;
}

/** The word of a text that is a form of one of these words; null if none. */
export function sharedWord(text: string, words: readonly string[]): string | null {
  return nameWords(text).find((word) => words.some((other) => sameStem(word, other))) ?? null;
}

const WATER = new Set(['river', 'reservoir']);

/**
 * Rule L3: what in a place stem gives the key away: a content word of the key, a river or reservoir, or a place of the pack that is
 * the key's container (or lies in it) without being every other option's too. Null if nothing does.
 *
 * @param others ids of the other options; empty while they are not chosen yet, and then only what gives away against any choice counts.
 */
export function placeLeakIn(index: PackIndex, text: string, key: string, others: readonly string[]): string | null {
  const own = ownWordIn(index, text, key, others);
  if (own !== null) return own;
  for (const place of mentionedPlaces(index, text)) {
    if (place.id === key) continue;
    const tells = index.related(place.id, key);
    const same = others.length > 0 && others.every((other) => index.related(place.id, other) === tells);
    if (WATER.has(place.kind)) return place.name;
    if (tells && !same && others.length > 0) return place.name;
  }
  return null;
}

/** Whether a text has no word of the place's name and names no place of the pack: then it gives none away beside any others. */
export function namesNothing(index: PackIndex, text: string, key: Place): boolean {
  const words = placeWords(key);
  return (
    !nameWords(text).some((one) => words.some((other) => isNamedBy(one, other))) &&
    mentionedPlaces(index, text).length === 0
  );
}

/**
 * A word of the key's name in the text that not every other option's name has too. "The airport" tells Antonov Airport from Bucha, but
 * not from another airport; while the others are not chosen, such a generic word is let pass.
 */
function ownWordIn(index: PackIndex, text: string, key: string, others: readonly string[]): string | null {
  const words = placeWords(index.place(key));
  for (const word of nameWords(text).filter((one) => words.some((other) => isNamedBy(one, other)))) {
    if (!GENERIC.has(word)) return word;
    const shared = others.every((other) => placeWords(index.place(other)).some((one) => isNamedBy(word, one)));
    if (!shared) return word;
  }
  return null;
}

/** Places of the pack that a text names: every content word of one of their spellings has a form in it. In the pack's order. */
export function mentionedPlaces(index: PackIndex, text: string): readonly Place[] {
  let names = namesByPack.get(index);
  if (names === undefined) {
    names = indexNames(index);
    namesByPack.set(index, names);
  }
  return names.mentioned(text);
}

interface Names {
  readonly mentioned: (text: string) => readonly Place[];
}

const namesByPack = new WeakMap<PackIndex, Names>();

/** Words of texts that are kept with the names they are forms of. */
const MOST_KNOWN = 20_000;

const NO_PLACES: readonly Place[] = [];

interface Spelling {
  readonly number: number;
  readonly words: readonly string[];
}

/**
 * Spellings by the beginning of a word of theirs, the rarest: a text is looked up word by word instead of being held against every
 * place, and a pack in which every name begins with "Fort" is looked up by what comes behind it.
 */
function indexNames({ pack: { places } }: PackIndex): Names {
  const spread = new Map<string, number>();
  for (const place of places) {
    for (const key of wordsOfSpellings(place).all.flatMap(nameKeys)) spread.set(key, (spread.get(key) ?? 0) + 1);
  }
  const spreadOf = (word: string): number => Math.max(...nameKeys(word).map((key) => spread.get(key) ?? 0));
  const rarest = (words: readonly string[]): string => words.reduce((a, b) => (spreadOf(b) < spreadOf(a) ? b : a));
  const byBeginning = new Map<string, Spelling[]>();
  for (const [number, place] of places.entries()) {
    for (const words of wordsOfSpellings(place).each) {
      if (words.length === 0) continue;
      for (const key of nameKeys(rarest(words))) {
        const spellings = byBeginning.get(key);
        if (spellings === undefined) byBeginning.set(key, [{ number, words }]);
        else spellings.push({ number, words });
      }
    }
  }
  // Texts share their words: each is looked up once.
  const known = new Map<string, readonly Spelling[]>();
  const spellingsNamedBy = (word: string): readonly Spelling[] => {
    let found = known.get(word);
    if (found === undefined) {
      const all = new Set(wordKeys(word).flatMap((key) => byBeginning.get(key) ?? []));
      found = [...all].filter(({ words }) => words.some((name) => isNamedBy(word, name)));
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(word, found);
    }
    return found;
  };
  const mentioned = remembered((text): readonly Place[] => {
    const words = nameWords(text);
    const found = new Set<number>();
    for (const word of words) {
      for (const { number, words: names } of spellingsNamedBy(word)) {
        if (found.has(number)) continue;
        if (names.length === 1 || names.every((name) => words.some((other) => isNamedBy(other, name))))
          found.add(number);
      }
    }
    return found.size === 0 ? NO_PLACES : [...found].sort((a, b) => a - b).flatMap((number) => places[number] ?? []);
  });
  return { mentioned };
}
