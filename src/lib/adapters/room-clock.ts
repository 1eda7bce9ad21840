/** One question for the time: when it was sent and answered by this device's clock, and the server's time in the reply. Milliseconds. */
export interface ClockSample {
  readonly sent: number;
  readonly received: number;
  readonly server: number;
}

/** How far the server's clock is ahead of this device's, and how long the way there and back is. Milliseconds. */
export interface ClockReading {
  readonly offset: number;
  readonly rtt: number;
}

/**
 * What the samples say: the one with the shortest way is believed, since the wait that made the others longer stood on one side of it
 * (Cristian, "Probabilistic clock synchronization", 1989). Null: there are no samples.
 */
export function readClock(samples: readonly ClockSample[]): ClockReading | null {
  const [best] = samples.toSorted((a, b) => a.received - a.sent - (b.received - b.sent));
  if (best === undefined) return null;
  const rtt = Math.max(0, best.received - best.sent);
  return { offset: best.server + rtt / 2 - best.received, rtt };
}
