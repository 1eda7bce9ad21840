import type { MemoryRecord } from '$lib/core/memory/record';
import type { FormKey, Kind } from '$lib/core/questions/question';

/**
 * The form follows the memory: what is asked of a fact gets harder as its stability grows, and easier again after a lapse.
 *
 * Recognition first, recall later: a young memory is better served by a success that it can build on, an older one gains more from
 * being produced (R. A. Bjork, "Memory and metamemory considerations in the training of human beings", 1994: desirable difficulties;
 * Kang, McDermott & Roediger 2007: producing beats recognising where it succeeds). No published figure says after how many days to change
 * over. Assumed here, and to be read from the log one day: a week for what is produced with a support (the months of the calendar, the
 * shapes of the map), and three weeks, the line that Anki and others draw between young and mature, for what is produced with none.
 */
export const RECALL_FROM_DAYS = 7;
export const FREE_RECALL_FROM_DAYS = 21;

/** 0: recognised among options. 1: produced with a support, or placed between two others. 2: produced with none, or all at once. */
type Level = 0 | 1 | 2;

const LEVEL: Readonly<Record<FormKey, Level>> = {
  'date/choice': 0,
  'date/typed': 1,
  'place/choice': 0,
  'place/map': 1,
  'place/typed': 2,
  'sequence/first': 0,
  'sequence/last': 0,
  'sequence/between': 1,
  'sequence/order': 2,
  'event/choice': 0,
};

/** A fact as it is about to be asked. */
export interface FormWanted {
  readonly kind: Kind;
  /** The forms that the pack has for it. */
  readonly forms: readonly string[];
  /** Its memories; null: none yet. */
  readonly records: readonly (MemoryRecord | null)[];
  /** A right answer may have been luck: a harder form than the last one. */
  readonly harder: boolean;
  /** Whether answers may have to be typed. */
  readonly typing: boolean;
}

/**
 * The forms to ask a fact in, the best first: the easiest of the level that its memory has reached, then harder ones, then easier ones.
 * Forms of one level take turns, answer after answer. Where nothing is to be typed, the forms that are left keep that order, and a fact that
 * has no other form is typed nevertheless.
 */
export function formsInOrder({ kind, forms, records, harder, typing }: FormWanted): readonly string[] {
  const levelOf = (form: string): Level => LEVEL[`${kind}/${form}` as FormKey]; // the forms of a fact are those of its kind
  const untyped = forms.filter((form) => form !== 'typed');
  const offered = !typing && untyped.length > 0 ? untyped : forms;
  const levels = [...new Set(offered.map(levelOf))].sort((a, b) => a - b);
  const reached = levelReached(kind, records);
  const begin = levels.find((level) => level >= reached) ?? levels.at(-1) ?? 0;
  const wanted = harder ? (levels.find((level) => level > begin) ?? begin) : begin;
  const rank = (form: string): number => {
    const level = levelOf(form);
    return level >= wanted ? level - wanted : 10 + wanted - level;
  };
  const answers = records.reduce((sum, record) => sum + (record?.reps ?? 0), 0);
  const turn = (form: string): number => {
    const equals = offered.filter((other) => rank(other) === rank(form));
    return (equals.indexOf(form) + answers) % equals.length;
  };
  return offered.toSorted((a, b) => rank(a) - rank(b) || turn(a) - turn(b));
}

/**
 * How far a fact's memory has come. While it is being learnt, and after a lapse until it stands again, it is recognised. A chain is put in
 * order as soon as one of its pairs is learnt, because only an ordering asks for all of them; once all are known the weakest decides.
 */
export function levelReached(kind: Kind, records: readonly (MemoryRecord | null)[]): Level {
  const known = records.filter((record) => record !== null);
  if (known.length === 0 || known.some(({ state }) => state !== 'review')) return 0;
  if (known.length < records.length) return kind === 'sequence' ? 2 : 0;
  const weakest = Math.min(...known.map(({ memory }) => memory?.stability ?? 0));
  if (kind === 'sequence') return weakest < RECALL_FROM_DAYS ? 1 : 2;
  return weakest < RECALL_FROM_DAYS ? 0 : weakest < FREE_RECALL_FROM_DAYS ? 1 : 2;
}
