import type { Language } from '../../time/language';
import type { ByLanguage } from './sentence';
import { folded } from './words';

/**
 * The words with which a question asks, explains and gives reasons, besides those of the pack and its dates. Whatever else stands in a
 * question was put there by somebody: it may give the answer away, or tell what no source says.
 */
const WORDS: ByLanguage<ReadonlySet<string>> = {
  en: new Set(
    (
      'a about according after all and another answer at before began begin beginning belongs beside between but by came can case ' +
      'centuries century comes could date dated day days decade decades did do does earliest early elsewhere end ended ' +
      'event events finish first follow for from happen happened here how if in is it its know last late latest lies made map marks ' +
      'meant month months name not nothing of oldest on one order others pack pick place put right run said saw say scene season ' +
      'seasons sequence show sort spot start statement statements story take tell tells that the them there these they this time ' +
      'timeline to took two was were what when where which with would write year years you'
    ).split(' '),
  ),
  uk: new Set(
    (
      'але бачите би була було біля в ви впорядкувати всіх від відбулося відповідь давнішого датовано датують двома дві де день ' +
      'десятиліття десятиліттям десятиліть джерело днем дня дні днів до з за завершення завершилося запис записати заяв заява заяви ' +
      'заявили заявлено заяву знаєте йде карті коли котра котру кінця мають можете між місце місці місяцем місяць місяця місяці ' +
      'місяців на наборі наведеного назвати назви назвою найдавнішого найпізніша найпізніше найраніша найраніше найранішої не ними ' +
      'них новішого ніж нічого одну останньою памятаєте перед першою повязане повідомляє подій подію подія події пора пори порою пору ' +
      'порядку послідовність поставити почалося почати початку початок правильна про пролунала пролунали пролунало пізніша пізніше ' +
      'після раніша раніше розгорталося роки роком року років рік саме слід спостерігали сталася сталися сталося століть століття ' +
      'століттям стояв стоїть такими такою там того тоді той тут тієї у увазі усе усіма хроніці це цими цих цьому цю ці цієї час ' +
      'часом часі чи чим чого що як яка яке який яким якого якому якою якої яку якщо є і інша іншими інших іншому'
    ).split(' '),
  ),
}; // prettier-ignore

/**
 * The first word of a text that neither the pack's words in it nor the language's own for asking account for; null if none.
 *
 * @param phrases the pack's words, each set apart by `apart`
 */
export function strayWord(text: string, phrases: readonly string[], language: Language): string | null {
  const longestFirst = [...new Set(phrases)].filter((words) => words !== '').sort((a, b) => b.length - a.length);
  let rest = apart(text);
  for (const words of longestFirst) if (rest.includes(words)) rest = rest.replaceAll(words, ' ');
  const isStray = (word: string): boolean => !/^\d*$/.test(word) && !WORDS[language].has(word);
  return rest.split(' ').find(isStray) ?? null;
}

/** Each word with a blank of its own on both sides, so that a phrase is found as whole words, beside another one too; empty if there is none. */
export function apart(text: string): string {
  const words = folded(text);
  return words === '' ? '' : ` ${words.replaceAll(' ', '  ')} `;
}
