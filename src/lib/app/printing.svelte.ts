import { answerCards } from '$lib/core/export/print/answer-cards';
import { flashcards } from '$lib/core/export/print/flashcards';
import { footerOf, printedTest } from '$lib/core/export/print/printed-test';
import {
  DEFAULT_PRINT,
  MARGIN_MM,
  PAPER_MM,
  TEXT_POINTS,
  type PrintOptions,
} from '$lib/core/export/print/print-options';
import { timelinePoster } from '$lib/core/export/print/timeline-poster';
import type { ExportSet } from '$lib/core/export/export-set';
import type { Loss } from '$lib/core/export/loss';
import type { BaseMap } from '$lib/core/places/packed-map';

const MM_A_POINT = 25.4 / 72;
/** What a poster's title, legend and footer take of the height, in millimetres. */
const POSTER_FRAME_MM = 42;
/** What its dates and lines take of the width, and each axis. */
const POSTER_DATES_MM = 46;
const POSTER_AXIS_MM = 6;
/** Average width of a letter of our serif, in ems. */
const LETTER_EM = 0.52;
const LINE_EM = 1.3;

export interface PrintingParts {
  readonly set: ExportSet;
  /** Null where none can be drawn: then the set asks nothing on a map. */
  readonly base: BaseMap | null;
}

/** What is printed of a set, and how. Everything follows from the set and the options. */
export class Printing {
  options: PrintOptions = $state.raw(DEFAULT_PRINT);
  readonly set: ExportSet;
  readonly base: BaseMap | null;

  constructor({ set, base }: PrintingParts) {
    this.set = set;
    this.base = base;
  }

  readonly size = $derived(PAPER_MM[this.options.paper]);
  readonly points = $derived(TEXT_POINTS[this.options.text]);
  readonly margin = MARGIN_MM;

  readonly test = $derived.by(() => printedTest(this.set, this.options));
  readonly cards = $derived.by(() => flashcards(this.set, this.options));
  readonly answers = $derived.by(() => answerCards(this.options));

  /** Of a poster's drawing and the words beside it, in millimetres. */
  readonly posterSize = $derived([
    this.size[0] - 2 * MARGIN_MM,
    this.size[1] - 2 * MARGIN_MM - POSTER_FRAME_MM,
  ] as const);
  readonly poster = $derived.by(() => {
    const em = this.points * MM_A_POINT;
    const [wide, high] = this.posterSize;
    return timelinePoster(this.set, {
      lines: Math.floor(high / (em * LINE_EM)),
      letters: (axes) => Math.floor((wide - POSTER_DATES_MM - axes * POSTER_AXIS_MM) / (em * LETTER_EM)),
    });
  });

  readonly footer = $derived.by(() => footerOf(this.set, null));

  /** What of the set this print cannot hold, or holds otherwise. */
  readonly losses: readonly Loss[] = $derived.by(() => {
    const { print } = this.options;
    return print === 'test' ? this.test.losses : print === 'flashcards' ? this.cards.losses : [];
  });

  /** Whether there is anything to print. */
  readonly isEmpty = $derived.by(() => {
    const { print } = this.options;
    if (print === 'cards') return false;
    return print === 'timeline' ? this.poster.pages.length === 0 : this.set.questions.length === 0;
  });

  choose(change: Partial<PrintOptions>): void {
    this.options = { ...this.options, ...change };
  }
}
