import type { Pack, PackEvent, Place, Wording } from '../../packs/pack';
import type { Language } from '../../time/language';

/** The words of an event in one language; empty where the pack has none. */
export function wordsOf(
  pack: Pack,
  event: PackEvent,
  language: Language,
): { readonly [K in keyof Wording]: Wording[K] | null } {
  return isOwnLanguage(pack, language) ? event : (inLanguage(event.translations, language) ?? {});
}

/** What may stand for an event where its place may be read. */
export function tellingsOf(pack: Pack, event: PackEvent, language: Language): readonly string[] {
  const { clause, dateless, name } = wordsOf(pack, event, language);
  // What was said stands after "that", where a noun phrase cannot.
  return [clause, dateless, event.dates === 'statement' ? null : name].filter((each) => each != null);
}

/** A place's name in a language; null where the pack has none. */
export function nameOf(pack: Pack, place: Place, language: Language): string | null {
  return isOwnLanguage(pack, language) ? place.name : inLanguage(place.names, language);
}

/** Every way in which a place is written. */
export function spellings(place: Place): readonly string[] {
  return [place.name, ...Object.values(place.names), ...place.aliases];
}

/** Letters and digits in lower case, one blank between words: so that texts that read the same are the same. */
export function folded(text: string): string {
  const words = text.normalize('NFC').toLowerCase().replace(/['’ʼ`]/gu, '').match(/[\p{L}\p{N}]+/gu); // prettier-ignore
  return (words ?? []).join(' ');
}

/** Whether a text holds words as they stand; only their case may differ, since what opens a sentence is capitalised. */
export function holds(text: string, words: string): boolean {
  return text.toLowerCase().includes(words.toLowerCase());
}

/** The text without these words: what the sentence itself says. */
export function without(text: string, words: string): string {
  const at = placeOf(text.toLowerCase(), words.toLowerCase());
  return at < 0 ? text : `${text.slice(0, at)} ${text.slice(at + words.length)}`;
}

/** Where words stand for themselves in a text: an event called "A" is not the "a" of "day". −1 where they do not. */
function placeOf(text: string, words: string): number {
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!isLetter(at - 1) && !isLetter(at + words.length)) return at;
  }
  return -1;
}

function isOwnLanguage(pack: Pack, language: Language): boolean {
  return primary(pack.language) === language;
}

function inLanguage<T>(byTag: Readonly<Record<string, T>>, language: Language): T | null {
  return Object.entries(byTag).find(([tag]) => primary(tag) === language)?.[1] ?? null;
}

/** `en` of `en-GB`. */
function primary(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}
