import type { PrintOptions } from './print-options';

/** An answer of a question with four options, with a shape of its own: neither a colour nor the letter alone has to be seen. */
export interface AnswerSign {
  readonly letter: 'A' | 'B' | 'C' | 'D';
  readonly sign: 'triangle' | 'square' | 'circle' | 'diamond';
}

export const ANSWER_SIGNS: readonly AnswerSign[] = [
  { letter: 'A', sign: 'triangle' },
  { letter: 'B', sign: 'square' },
  { letter: 'C', sign: 'circle' },
  { letter: 'D', sign: 'diamond' },
];

/** Rows of dark and light cells that a camera can read, true for dark. */
export type CameraMark = readonly (readonly boolean[])[];

/** A letter on a card, and how far the card is turned clockwise when that letter stands upright on top. */
export interface CardSide extends AnswerSign {
  readonly degrees: 0 | 90 | 180 | 270;
}

/** The card of one pupil: held so that the answer is on top, or shown as the one of four that bears it. */
export interface AnswerCard {
  /** Counted from 1: the pupil's number in the class list. */
  readonly pupil: number;
  /** `turned`: four sides of one card. `pages`: four cards, each upright. */
  readonly sides: readonly CardSide[];
  /** In the middle of a turned card; null: the number stands there instead. */
  readonly mark: CameraMark | null;
}

/**
 * Answer cards for a class without phones. What a camera reads of a card is made elsewhere, so that this knows of no code.
 *
 * @param markOf the mark of a pupil's card, drawn as it is when A stands on top; null: none
 */
export function answerCards(
  { pupils, cardKind }: Pick<PrintOptions, 'pupils' | 'cardKind'>,
  markOf: ((pupil: number) => CameraMark) | null = null,
): readonly AnswerCard[] {
  const degrees = [0, 90, 180, 270] as const;
  const sides = ANSWER_SIGNS.map((sign, i): CardSide => ({ ...sign, degrees: cardKind === 'turned' ? (degrees[i] ?? 0) : 0 }));
  return Array.from({ length: pupils }, (_, i) => ({ pupil: i + 1, sides, mark: cardKind === 'turned' && markOf !== null ? markOf(i + 1) : null }));
} // prettier-ignore
