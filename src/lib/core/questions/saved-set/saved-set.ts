import type { Kind, Language, Question } from '../question';

/** The format of a stored set; raised when its shape changes. */
export const SAVED_SET_VERSION = 1;

/** Most questions of a set: what a target that takes everything is asked for at most. */
export const MOST_ITEMS = 10_000;

/** Longest texts that a person may write into a set, in UTF-16 code units. */
export const LONGEST = { title: 200, stem: 2000, option: 500, explanation: 4000, name: 200 } as const;

/** What a set was asked to be made of; it is asked again for what is replaced and added. */
export interface SetWish {
  /** How many questions: 1 … `MOST_ITEMS`. */
  readonly count: number;
  /** Ids of storylines; none wants all. */
  readonly storylines: readonly string[];
  /** None wants all. */
  readonly kinds: readonly Kind[];
  /** Names of forms, such as `choice`; none wants all. */
  readonly forms: readonly string[];
  /** Lowest and highest difficulty, both included, 0 … 1; null wants all. */
  readonly difficulty: readonly [number, number] | null;
}

/**
 * What a teacher changed of a question, by the values of its options (a date, a place or an event of the pack), which stay when the pack
 * words them anew. What is absent is as the pack has it.
 */
export interface Edit {
  readonly stem?: string;
  readonly explanation?: string;
  /** Value of an option → its text. */
  readonly options?: Readonly<Record<string, string>>;
  /** Values of the right options; of an order all of them, earliest first. */
  readonly key?: readonly string[];
  /** Names of a place that are accepted where it is typed. */
  readonly names?: readonly string[];
}

/** A question of a set: with the pack and the language all that it is a function of, and what was done to it. */
export interface SetItem {
  readonly fact: string;
  readonly form: string;
  /** 0 … 2³²−1. */
  readonly seed: number;
  /** Stays when the others are drawn anew. */
  readonly locked: boolean;
  /** Null: as generated. */
  readonly edit: Edit | null;
}

/** A set of questions as a teacher keeps it on the device. Its questions are made from the pack whenever they are wanted. */
export interface SavedSet {
  readonly format: typeof SAVED_SET_VERSION;
  /** Kebab-case; the same for ever, so that what is exported again updates what was imported before. */
  readonly id: string;
  /** In the teacher's words; empty: the pack's title. */
  readonly title: string;
  /** The version is the one that the set was last looked at with. */
  readonly pack: { readonly id: string; readonly version: number };
  readonly language: Language;
  /** 0 … 2³²−1; what is drawn next is drawn from it. */
  readonly seed: number;
  /** Raised with every change of what is asked: 0 … 9999. */
  readonly revision: number;
  readonly wish: SetWish;
  readonly items: readonly SetItem[];
  /** The items as they went out last, by which edits made there are told from edits made here. Null: never. */
  readonly exported: readonly SetItem[] | null;
  readonly createdMs: number;
  /** When it was changed last, or went out. */
  readonly changedMs: number;
}

/** What became of a set that was to be written over a state that its writer knew. */
export type PutOver =
  | { readonly is: 'written' }
  /** Another tab has written since, and nothing was written now. Null: it has removed the set. */
  | { readonly is: 'changed'; readonly now: SavedSet | null };

/** A generated question as a member of a set. */
export function itemOf({ fact, form, seed }: Question): SetItem {
  return { fact, form, seed, locked: false, edit: null };
}

/** What an item is told apart by: two items with one key ask the same. */
export function itemKey({ fact, form, seed }: Pick<SetItem, 'fact' | 'form' | 'seed'>): string {
  return `${fact}:${form}:${String(seed)}`;
}

/** Whether two readings of one set are the same state of it: every writing changes one of the two. */
export function isSameState(a: SavedSet, b: SavedSet): boolean {
  return a.revision === b.revision && a.changedMs === b.changedMs;
}

/** Whether an edit changes anything. */
export function isEmptyEdit(edit: Edit): boolean {
  const { stem, explanation, options = {}, key, names } = edit;
  const single = [stem, explanation, key, names];
  return single.every((part) => part === undefined) && Object.keys(options).length === 0;
}
