import type { DoctorFacts, DrawQr, QrDrawing, RoomOffice } from './host-ports';
import { publicAddress } from './address';
import type { Reach, RoomLine } from './ports';

/** How often a device asks for the time to find out how even its way is. */
const SAMPLES = 8;

/** A class: so many phones are tried at once, each asking so often. */
const PHONES = 30;
const ROUNDS = 5;
/** Whoever is not connected by then is not waited for. Milliseconds. */
const CONNECT_MOST_MS = 10_000;

/** What a device found out about its way to the class's server; times in milliseconds. */
export interface LineTest {
  readonly medianMs: number;
  readonly worstMs: number;
  readonly lost: number;
}

/** What came of trying a whole class from this device. */
export interface ClassTrial {
  readonly connected: number;
  readonly of: number;
  /** Of all phones that connected, all asking at the same moment; null: none did. */
  readonly line: LineTest | null;
}

interface Parts {
  readonly line: RoomLine;
  /** A further line, as another phone would have. */
  readonly another: () => RoomLine;
  readonly office: RoomOffice;
  readonly qr: DrawQr;
  /** Address of the site in this browser, with a slash at its end. */
  readonly site: string;
  /** Milliseconds, of a clock that only goes forward. */
  readonly ticks: () => number;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

/** Whether phones can reach the laptop, from either side: what the laptop knows, and how this device's own line is. */
export class Checking {
  facts = $state.raw<DoctorFacts | null>(null);
  /** Asked, and there is no server of rooms. */
  noServer = $state(false);
  reach = $state.raw<Reach>('connecting');
  test = $state.raw<LineTest | null>(null);
  /** Null: not tried yet; it is under way while `trying`. */
  trial = $state.raw<ClassTrial | null>(null);
  trying = $state(false);

  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  open(): void {
    this.#parts.line.listen({
      onmessage: () => undefined,
      onconnect: () => void this.measure(),
      onreach: (reach) => (this.reach = reach),
    });
    void this.look();
  }

  close(): void {
    this.#parts.line.close();
  }

  get address(): string {
    return publicAddress(this.#parts.site, this.facts);
  }

  qr(text: string): QrDrawing {
    return this.#parts.qr(text);
  }

  /** Asks the laptop what it knows. */
  async look(): Promise<void> {
    this.facts = await this.#parts.office.doctor();
    this.noServer = this.facts === null;
  }

  /** Measures this device's own line. */
  async measure(): Promise<void> {
    const times: (number | null)[] = [];
    for (let i = 0; i < SAMPLES; i++) times.push(await this.#roundTrip(this.#parts.line));
    this.test = lineTest(times);
  }

  /** Plays thirty phones for a moment, from this device: all of them connected, and all asking at the same moment, as a class answers. */
  async tryClass(): Promise<void> {
    if (this.trying) return;
    this.trying = true;
    const lines = Array.from({ length: PHONES }, () => this.#parts.another());
    try {
      const connected = await this.#connect(lines);
      const times: (number | null)[] = [];
      for (let round = 0; round < ROUNDS; round++)
        times.push(...(await Promise.all(connected.map((line) => this.#roundTrip(line)))));
      this.trial = { connected: connected.length, of: PHONES, line: lineTest(times) };
    } finally {
      for (const line of lines) line.close();
      this.trying = false;
    }
  }

  /** Those that have come in when all have, or when there was time enough. */
  async #connect(lines: readonly RoomLine[]): Promise<readonly RoomLine[]> {
    const here: RoomLine[] = [];
    const coming = lines.map(
      (line) =>
        new Promise<void>((resolve) => {
          line.listen({
            onmessage: () => undefined,
            onreach: () => undefined,
            onconnect: () => {
              if (!here.includes(line)) here.push(line);
              resolve();
            },
          });
        }),
    );
    await Promise.race([Promise.all(coming), this.#parts.wait(CONNECT_MOST_MS)]);
    return [...here];
  }

  /** There and back, milliseconds; null: it got lost. */
  async #roundTrip(line: RoomLine): Promise<number | null> {
    const sent = this.#parts.ticks();
    const reply = await line.ask({ kind: 'sync' });
    return reply?.ok === true ? this.#parts.ticks() - sent : null;
  }
}

/** Null: nothing came back. */
function lineTest(times: readonly (number | null)[]): LineTest | null {
  const back = times.filter((time) => time !== null).sort((a, b) => a - b);
  const [medianMs, worstMs] = [back[Math.floor(back.length / 2)], back.at(-1)];
  if (medianMs === undefined || worstMs === undefined) return null;
  return { medianMs, worstMs, lost: times.length - back.length };
}
