import type { Span } from './span';

/** How exact a written date is. `season` is three months; `decade` and `century` are `156X` and `15XX`. */
export type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century';

/** `unknown` dates before 1582-10-15 may be meant in either calendar. */
export type Calendar = 'gregorian' | 'julian' | 'unknown';

/** One written date. */
export interface DatePart {
  /** Astronomical year: 0 is 1 BC. For a decade or century, its first year. */
  readonly year: number;
  /** 1–12; null for season, year, decade, century. */
  readonly month: number | null;
  /** 1–4 for spring, summer, autumn, winter of the northern half; null unless `precision` is `season`. */
  readonly season: number | null;
  /** 1–31; null unless `precision` is `day`. */
  readonly day: number | null;
  readonly precision: Precision;
  /** Written with a trailing `~`. */
  readonly approximate: boolean;
  /** Written with a trailing `?`. */
  readonly uncertain: boolean;
}

/** The forms of EDTF that a pack may use (formats.md, "when"). */
export type WhenForm =
  /** `2022-03-02`, `2022-03`, …: begun and ended within it. */
  | { readonly kind: 'date'; readonly date: DatePart }
  /** `A/B`: lasted from A to B. */
  | { readonly kind: 'interval'; readonly from: DatePart; readonly to: DatePart }
  /** `../B`: happened no later than B. A bound. */
  | { readonly kind: 'until'; readonly to: DatePart }
  /** `A/..`: began then, end unknown or open. A bound. */
  | { readonly kind: 'since'; readonly from: DatePart }
  /** `[A..B]`, `[..B]`, `[A..]`: once, some time within. A bound. */
  | { readonly kind: 'within'; readonly from: DatePart | null; readonly to: DatePart | null }
  /** `[A,B,…]`: once, one of these. A bound. */
  | { readonly kind: 'oneOf'; readonly dates: readonly DatePart[] };

/** A parsed `when`: the form as written, the calendar it is read in, and its four days. */
export interface When {
  readonly text: string;
  readonly form: WhenForm;
  readonly calendar: Calendar;
  /** Already widened by `~`. */
  readonly span: Span;
  /** Any part is written with `~`. */
  readonly approximate: boolean;
  /** Any part is written with `?`: it never decides an order. */
  readonly uncertain: boolean;
}

/** Why a text is no date we read. `expected` and `received` are words for a person. */
export interface DateProblem {
  readonly message: string;
  readonly expected: string;
  readonly received: string;
}

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: DateProblem };
