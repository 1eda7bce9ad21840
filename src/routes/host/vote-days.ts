/** A day of the class's answers on the line of time. */
export interface DayDot {
  readonly day: string;
  /** 0 … 1 along the line. */
  readonly at: number;
  /** How many said so; the dots of one day stand on each other. */
  readonly count: number;
}

/** Milliseconds since 1970 of an ISO day, of any year. */
export function dayMs(day: string): number {
  const [, sign = '', year = '1970', month = '01', date = '01'] =
    /^([+-]?)(\d{4,})(?:-(\d\d))?(?:-(\d\d))?/.exec(day) ?? [];
  const moment = new Date(0);
  moment.setUTCFullYear((sign === '-' ? -1 : 1) * Number(year), Number(month) - 1, Number(date));
  return moment.getTime();
}

/** Where each of the days stands between the earliest and the latest of them all. */
export function dotsOf(
  days: readonly string[],
  also: readonly string[],
): { readonly dots: readonly DayDot[]; readonly where: (day: string) => number } {
  const moments = [...days, ...also].map(dayMs);
  const [from, to] = [Math.min(...moments), Math.max(...moments)];
  const where = (day: string): number => (to === from ? 0.5 : (dayMs(day) - from) / (to - from));
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return { dots: [...counts].map(([day, count]) => ({ day, at: where(day), count })), where };
}
