/** What can be printed of a set. */
export const PRINTS = ['test', 'flashcards', 'cards', 'timeline'] as const;
export type Print = (typeof PRINTS)[number];

export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** Width and height of a sheet upright, in millimetres (ISO 216; ANSI Y14.1 size A). */
export const PAPER_MM: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  a4: [210, 297],
  letter: [215.9, 279.4],
};

/** White around everything that is printed, in millimetres: what home printers leave blank is less. */
export const MARGIN_MM = 14;

export const TEXT_SIZES = ['small', 'normal', 'large'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Of the body text, in points. Large is what exam boards call large print's beginning. */
export const TEXT_POINTS: Readonly<Record<TextSize, number>> = { small: 9.5, normal: 11, large: 16 };

/** Versions of a test at most: more letters than that no class has neighbours for. */
export const MOST_VERSIONS = 8;
/** Pupils at most that answer cards are printed for. */
export const MOST_PUPILS = 40;

/** How a sheet is turned when its back is printed. */
export type Duplex = 'long-edge' | 'short-edge';

export interface PrintOptions {
  readonly print: Print;
  readonly paper: Paper;
  readonly text: TextSize;
  /** Versions of a test, 1 … `MOST_VERSIONS`; 1 prints the set as it is, without a letter. */
  readonly versions: number;
  /** Whether the keys are printed behind the versions. */
  readonly key: boolean;
  /** Whether the keys explain. */
  readonly explained: boolean;
  /** Flashcards. */
  readonly duplex: Duplex;
  /** Answer cards: how many pupils, and how their cards are cut. */
  readonly pupils: number;
  readonly cardKind: 'turned' | 'pages';
}

export const DEFAULT_PRINT: PrintOptions = {
  print: 'test',
  paper: 'a4',
  text: 'normal',
  versions: 2,
  key: true,
  explained: false,
  duplex: 'long-edge',
  pupils: 24,
  cardKind: 'turned',
};

/** The letters of so many versions: none for one. */
export function versionLetters(versions: number): readonly string[] {
  return versions <= 1 ? [] : Array.from({ length: versions }, (_, i) => String.fromCharCode(65 + i));
}
