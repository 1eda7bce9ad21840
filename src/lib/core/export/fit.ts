import type { Carries, WriteOptions } from './format';
import type { ChoiceItem, Item, ItemOf, ItemOption, OrderedThing } from './item';
import type { LeftOutReason, Loss } from './loss';
import { shortStem } from './short-stem';
import { shorten } from './text/clean';
import { shortenApart } from './text/shorten-apart';
import type { Write } from './to-item';
import { EXPORT_WORDS } from './words';

export type Fitted =
  | { readonly ok: true; readonly item: Item; readonly losses: readonly Loss[] }
  | { readonly ok: false; readonly why: LeftOutReason };

class NoFit extends Error {
  readonly why: LeftOutReason;
  constructor(why: LeftOutReason) {
    super(why);
    this.why = why;
  }
}

/** Makes an item as long as its target takes it, and says what that cost. Left out where two of its options would read alike. */
export function fit(item: Item, carries: Carries, { tooLong }: WriteOptions, write: Write): Fitted {
  const losses: Loss[] = [];
  const question = item.id;
  const cut = (text: string, most: number | undefined, part: 'stem' | 'explanation'): string => {
    if (most === undefined || text.length <= most) return text;
    // An explanation is read after the answer: it never keeps a question out.
    if (tooLong === 'leave-out' && part !== 'explanation') throw new NoFit('too-long');
    const short = shorten(text, most);
    losses.push({ kind: 'shortened', question, part, from: text.length, to: short.length });
    return short;
  };
  const stemOf = (): string => {
    const { stem } = item;
    if (carries.stem === undefined || stem.length <= carries.stem) return stem;
    const short = shortStem(item.question);
    if (short === null || short.length >= stem.length) return cut(stem, carries.stem, 'stem');
    losses.push({ kind: 'reworded', question, from: stem.length, to: short.length });
    return cut(write(short), carries.stem, 'stem');
  };
  const setOff = (stem: string): string => {
    const written = carries.setOff?.(stem) ?? stem;
    if (written !== stem) losses.push({ kind: 'set-off', question });
    return written;
  };
  /** Things that a reader has to tell apart, cut so that it can. */
  const things = <T extends OrderedThing | ItemOption>(all: readonly T[]): readonly T[] => {
    const { option: most = Infinity } = carries;
    if (all.every(({ text }) => text.length <= most)) return apart(all);
    if (tooLong === 'leave-out') throw new NoFit('too-long');
    const shorts = shortenApart(all.map(({ text }) => text), most);
    return apart(all.map((one, i) => {
      const { text } = one;
      const short = shorts[i] ?? text;
      if (short !== text) losses.push({ kind: 'shortened', question, part: 'option', from: text.length, to: short.length });
      return { ...one, text: short };
    }));
  };
  try {
    const drops = (part: 'explanation' | 'sources'): boolean => carries.drops.includes(part);
    const head = {
      stem: setOff(stemOf()),
      explanation: drops('explanation') ? '' : cut(item.explanation, carries.explanation, 'explanation'),
      sources: drops('sources') ? [] : item.sources,
    };
    switch (item.shape) {
      case 'choice': {
        const options = things(fewer(item, carries, losses));
        const answer = options.find(({ right }) => right)?.text ?? item.answer;
        return { ok: true, item: { ...item, ...head, options, answer }, losses };
      }
      case 'order': {
        if (item.question.ties.length > 0) losses.push({ kind: 'ties', question });
        const shown = things(item.shown);
        const byId = new Map(shown.map((each) => [each.id, each]));
        const ordered = item.ordered.flatMap(({ id }) => byId.get(id) ?? []);
        return { ok: true, item: { ...item, ...head, shown, ordered }, losses };
      }
      case 'match': {
        const shown = things(item.pairs.map(({ thing }) => thing));
        const pairs = item.pairs.map((pair, i) => ({ ...pair, thing: shown[i] ?? pair.thing }));
        return { ok: true, item: { ...item, ...head, pairs }, losses };
      }
      case 'typed': {
        if (item.year !== null && carries.numericYears === true) {
          const untaken = item.answers.filter((text) => !/^\d+$/u.test(text)).length;
          if (untaken > 0) losses.push({ kind: 'numeric-year', question, untaken });
          return { ok: true, item: { ...item, ...head, stem: withYearHint(item, head.stem) }, losses };
        }
        const fitting = item.answers.filter(
          (text) => text.length <= (carries.option ?? Infinity) && carries.notInAnswers?.test(text) !== true,
        );
        const answers = fitting.slice(0, 1 + (carries.spellings ?? Infinity));
        const [answer] = answers;
        if (answer === undefined) {
          const hasSigns = item.answers.some((text) => carries.notInAnswers?.test(text) === true);
          return { ok: false, why: hasSigns ? 'signs' : 'too-long' };
        }
        if (answers.length < item.answers.length)
          losses.push({ kind: 'fewer-spellings', question, kept: answers.length, of: item.answers.length });
        return { ok: true, item: { ...item, ...head, answers, answer }, losses };
      }
      case 'map':
        return { ok: true, item: { ...item, ...head }, losses };
    }
  } catch (error) {
    if (error instanceof NoFit) return { ok: false, why: error.why };
    throw error;
  }
} // prettier-ignore

/** How a year before our era is typed as a number stands behind the stem. No target of such years limits stems. */
function withYearHint({ year, question }: ItemOf<'typed'>, stem: string): string {
  return year !== null && year.from < 0 ? `${stem} (${EXPORT_WORDS[question.language].negativeYears})` : stem;
}

/** The right option and as many of the others as there is room for, in their order. */
function fewer({ id, options }: ChoiceItem, { options: most = Infinity }: Carries, losses: Loss[]): readonly ItemOption[] {
  if (options.length <= most) return options;
  let wrong = most - 1;
  losses.push({ kind: 'fewer-options', question: id, kept: most, of: options.length });
  return options.filter(({ right }) => right || wrong-- > 0);
} // prettier-ignore

/** The same, if no two read alike: a reader cannot tell them apart, and some importers take the first for both. */
function apart<T extends { readonly text: string }>(things: readonly T[]): readonly T[] {
  const seen = new Set(things.map(({ text }) => text.trim().toLowerCase()));
  if (seen.size < things.length || seen.has('')) throw new NoFit('alike');
  return things;
}
