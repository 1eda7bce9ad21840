import type { Shape } from './format';

/** Parts of a question that a target may have no room for. */
export const PARTS = ['explanation', 'sources', 'reasons', 'picture', 'options', 'input', 'near', 'questions'] as const;
export type Part = (typeof PARTS)[number];

/** Why a question is not in the file. */
export const LEFT_OUT_REASONS = [
  'no-substitute', 'unwanted', 'there-already', 'too-long', 'alike', 'too-many', 'no-answer', 'signs', 'no-day',
] as const; // prettier-ignore
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Something that a file does not carry as the set has it. `question` is the id of the question (or event). */
export type Loss =
  | { readonly kind: 'left-out'; readonly question: string; readonly why: LeftOutReason }
  | { readonly kind: 'substituted'; readonly question: string; readonly shape: Shape; readonly by: Shape }
  | { readonly kind: 'reworded'; readonly question: string; readonly from: number; readonly to: number }
  | {
      readonly kind: 'shortened';
      readonly question: string;
      readonly part: 'title' | 'stem' | 'option' | 'explanation';
      /** Characters before and after. */
      readonly from: number;
      readonly to: number;
    }
  /** An apostrophe in front, so that a table does not take the text for a formula. */
  | { readonly kind: 'guarded'; readonly question: string; readonly part: 'stem' | 'option' | 'explanation' }
  /** Dashes around a question that would have been taken for an answer, for the key, or for nothing. */
  | { readonly kind: 'set-off'; readonly question: string }
  /** Characters that no file may hold were taken out. */
  | { readonly kind: 'cleaned'; readonly question: string; readonly count: number }
  /** Accepted spellings of a typed answer beyond those that fit. */
  | { readonly kind: 'fewer-spellings'; readonly question: string; readonly kept: number; readonly of: number }
  /** A year that is typed as a number there: so many accepted spellings in words are not taken. */
  | { readonly kind: 'numeric-year'; readonly question: string; readonly untaken: number }
  /** Wrong options beyond those that fit. */
  | { readonly kind: 'fewer-options'; readonly question: string; readonly kept: number; readonly of: number }
  /** Two tied things of an order stand in one of their right orders; the target accepts no other. */
  | { readonly kind: 'ties'; readonly question: string }
  /** A part that the target has no room for, of so many questions. */
  | { readonly kind: 'dropped'; readonly part: Part; readonly questions: number };
