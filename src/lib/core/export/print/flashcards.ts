import { shortCredit } from '../credit';
import type { ExportSet } from '../export-set';
import { DEFAULT_OPTIONS, type ExportFormat } from '../format';
import type { Item } from '../item';
import type { Loss } from '../loss';
import { preflight } from '../preflight';
import { footerOf } from './printed-test';
import type { Duplex, PrintOptions } from './print-options';

/** What a card of 90 by 60 millimetres holds in letters that can be read; a map is asked in another form. */
const CARD: Pick<ExportFormat, 'carries'> = {
  carries: { shapes: ['choice', 'typed', 'order'], drops: [], stem: 320, option: 110, explanation: 360 },
}; // prettier-ignore

const [COLUMNS, ROWS] = [2, 4];

export interface Flashcard {
  /** Counted from 1, printed on both sides with the number of all cards: none gets lost, and a misprint shows. */
  readonly number: number;
  readonly front: string;
  /** What there is to choose from or to put in order; empty where the question stands alone. */
  readonly choices: readonly string[];
  readonly answer: string;
  /** Of an order, earliest first; empty otherwise. */
  readonly ordered: readonly string[];
  readonly explanation: string;
  /** How much stands on its fuller side, in characters: long texts are set smaller. */
  readonly fullness: number;
}

/** Cards of a sheet, row by row from the top; null where there is none any more. */
export type CardRows = readonly (readonly (Flashcard | null)[])[];

/** A sheet to be printed on both sides and cut. */
export interface FlashcardSheet {
  readonly fronts: CardRows;
  /** In the places where the backs of the fronts are once the sheet is turned. */
  readonly backs: CardRows;
}

export interface Flashcards {
  readonly title: string;
  readonly credit: string;
  readonly footer: string;
  readonly columns: number;
  readonly rows: number;
  readonly count: number;
  readonly sheets: readonly FlashcardSheet[];
  readonly losses: readonly Loss[];
}

/** A set as cards with a front and a back. */
export function flashcards(set: ExportSet, { duplex }: Pick<PrintOptions, 'duplex'>): Flashcards {
  const { items, losses } = preflight(set, CARD, DEFAULT_OPTIONS);
  const cards = items.map(cardOf);
  const perSheet = COLUMNS * ROWS;
  const sheets = Array.from({ length: Math.ceil(cards.length / perSheet) }, (_, sheet) => {
    const fronts = Array.from({ length: ROWS }, (_row, row) =>
      Array.from({ length: COLUMNS }, (_column, column) => cards[sheet * perSheet + row * COLUMNS + column] ?? null),
    );
    return { fronts, backs: turned(fronts, duplex) };
  });
  return {
    title: set.title,
    credit: shortCredit(set),
    footer: footerOf(set, null),
    columns: COLUMNS,
    rows: ROWS,
    count: cards.length,
    sheets,
    losses,
  };
}

/**
 * Where the backs of cards have to stand. Turned over its long edge, an upright sheet has left and right changed; over its short edge,
 * top and bottom.
 */
export function turned(fronts: CardRows, duplex: Duplex): CardRows {
  return duplex === 'long-edge' ? fronts.map((row) => row.toReversed()) : fronts.toReversed();
}

function cardOf(item: Item, index: number): Flashcard {
  const { stem, answer, explanation, question } = item;
  // "Which of these …" says nothing without them; a date or a place is better remembered than picked.
  const isAlone = question.kind === 'date' || question.kind === 'place';
  const choices =
    item.shape === 'order' ? item.shown : item.shape === 'choice' && !isAlone ? item.options : [];
  const ordered = item.shape === 'order' ? item.ordered.map(({ text }) => text) : [];
  const texts = choices.map(({ text }) => text);
  // A line of its own counts as if it were full.
  const lengths = [stem, ...texts].reduce((sum, text) => sum + Math.max(40, text.length), 0);
  const behind = [ordered.length === 0 ? answer : '', ...ordered, explanation].reduce((sum, text) => sum + Math.max(30, text.length), 0);
  return { number: index + 1, front: stem, choices: texts, answer, ordered, explanation, fullness: Math.max(lengths, behind) };
} // prettier-ignore
