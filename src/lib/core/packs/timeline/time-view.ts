/** What of time is on the screen: the day at the left edge (with a fraction) and how many days a pixel is. */
export interface TimeView {
  readonly from: number;
  readonly daysPerPx: number;
}

/** Days that a timeline reaches over. */
export interface Reach {
  readonly first: number;
  readonly last: number;
}

/** A day is never wider than so many pixels. */
const WIDEST_DAY = 140;
/** At the widest, so much of the width stays free on each side. */
const MARGIN = 0.06;
/** However short a pack is, so many days can be seen. */
const LEAST_DAYS = 14;

export function xOf({ from, daysPerPx }: TimeView, day: number): number {
  return (day - from) / daysPerPx;
}

export function dayAt({ from, daysPerPx }: TimeView, x: number): number {
  return from + x * daysPerPx;
}

/** The view that shows days in a width of pixels, with a little room on both sides. */
export function fitDays({ first, last }: Reach, width: number): TimeView {
  const days = Math.max(LEAST_DAYS, last + 1 - first);
  const daysPerPx = Math.max(1 / WIDEST_DAY, days / (Math.max(1, width) * (1 - 2 * MARGIN)));
  const middle = (first + last + 1) / 2;
  return { from: middle - (width * daysPerPx) / 2, daysPerPx };
}

/** Zooms by a factor (above 1: nearer) around a pixel, which keeps its day. */
export function zoomAt(view: TimeView, x: number, factor: number, reach: Reach, width: number): TimeView {
  const widest = fitDays(reach, width).daysPerPx;
  const daysPerPx = Math.min(widest, Math.max(1 / WIDEST_DAY, view.daysPerPx / factor));
  return kept({ from: dayAt(view, x) - x * daysPerPx, daysPerPx }, reach, width);
}

/** Moves by pixels: to the right, towards later days, when positive. */
export function panBy(view: TimeView, pixels: number, reach: Reach, width: number): TimeView {
  return kept({ ...view, from: view.from + pixels * view.daysPerPx }, reach, width);
}

/** A view with a day in its middle. */
export function centreOn(view: TimeView, day: number, reach: Reach, width: number): TimeView {
  return kept({ ...view, from: day + 0.5 - (width * view.daysPerPx) / 2 }, reach, width);
}

/** Something stays in sight: the middle of the screen never leaves the days that there are. */
function kept(view: TimeView, { first, last }: Reach, width: number): TimeView {
  const half = (width * view.daysPerPx) / 2;
  return { ...view, from: Math.min(Math.max(view.from, first - half), last + 1 - half) };
}
