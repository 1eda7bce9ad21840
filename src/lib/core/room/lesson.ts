import type { Judgeable } from '../answers/judgeable';
import type { Dispatch, Kind } from '../questions/question';
import type { Language } from '../time/language';

/**
 * A question as a room plays it: what formats.md calls a question, without its proof, and with its answer in words. Those words need the
 * pack (`revealOf`), which a room does not have: whoever makes the lesson puts them in.
 */
export interface LessonQuestion extends Judgeable {
  readonly id: string;
  readonly pack: string;
  readonly fact: string;
  readonly kind: Kind;
  readonly form: string;
  readonly stem: string;
  readonly options: readonly LessonOption[];
  readonly dispatch: Dispatch | null;
  readonly bounds?: readonly [string, string] | undefined;
  readonly according: string | null;
  readonly explanation: string;
  readonly sources: readonly LessonSource[];
  readonly language: Language;
  /** The right answer in words; null where it is an order. */
  readonly answer: string | null;
  /** Of a sequence: the options, earliest first, with the dates that can be shown. */
  readonly timeline: readonly { readonly option: string; readonly date: string | null }[];
}

export interface LessonOption {
  readonly id: string;
  readonly text: string;
  readonly value: string;
  /** Why it is wrong; `key` for the right one. */
  readonly why: string;
}

export interface LessonSource {
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly licence: string | null;
}

/** What a class plays. */
export interface Lesson {
  readonly title: string;
  readonly language: Language;
  /** Grave: no race, no podium, no sounds. */
  readonly tone: 'grave' | 'plain';
  readonly pack: { readonly id: string; readonly version: number };
  /** In the order of asking; at least one. */
  readonly questions: readonly LessonQuestion[];
  /** How an earlier class did on the same questions, to play against; null: nobody. */
  readonly ghost: Ghost | null;
}

/** An earlier class, without names: what each of its pupils was worth on each question, by the question's id. */
export interface Ghost {
  readonly title: string;
  /** Question id → a credit (0 … 1) for each pupil who was asked, always in the same order of pupils; null: no answer. */
  readonly credits: Readonly<Record<string, readonly (number | null)[]>>;
}
