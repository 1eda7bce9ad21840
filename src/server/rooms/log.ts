/** What happened, as one JSON object a line. Rooms by their ids, seats by their numbers: no names, no answers, no addresses, no secrets. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean | null>>) => void;

/** Lines on a stream, `stderr` in the program. */
export function logTo(write: (line: string) => void, now: () => number): Log {
  return (event, facts = {}) => {
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), event, ...facts })}\n`);
  };
}
