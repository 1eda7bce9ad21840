import type { DoctorFacts, DrawQr, QrDrawing, RoomOffice } from './host-ports';
import { publicAddress } from './address';
import type { Reach, RoomLine } from './ports';

/** How often a device asks for the time to find out how even its way is. */
const SAMPLES = 8;

/** What a device found out about its way to the class's server; times in milliseconds. */
export interface LineTest {
  readonly medianMs: number;
  readonly worstMs: number;
  readonly lost: number;
}

/** Whether phones can reach the laptop, from either side: what the laptop knows, and how this device's own line is. */
export class Checking {
  facts = $state.raw<DoctorFacts | null>(null);
  /** Asked, and there is no server of rooms. */
  noServer = $state(false);
  reach = $state.raw<Reach>('connecting');
  test = $state.raw<LineTest | null>(null);

  readonly #parts: {
    readonly line: RoomLine;
    readonly office: RoomOffice;
    readonly qr: DrawQr;
    /** Address of the site in this browser, with a slash at its end. */
    readonly site: string;
    /** Milliseconds, of a clock that only goes forward. */
    readonly ticks: () => number;
  };

  constructor(parts: {
    readonly line: RoomLine;
    readonly office: RoomOffice;
    readonly qr: DrawQr;
    readonly site: string;
    readonly ticks: () => number;
  }) {
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
    const times: number[] = [];
    let lost = 0;
    for (let i = 0; i < SAMPLES; i++) {
      const sent = this.#parts.ticks();
      const reply = await this.#parts.line.ask({ kind: 'sync' });
      if (reply?.ok === true) times.push(this.#parts.ticks() - sent);
      else lost++;
    }
    times.sort((a, b) => a - b);
    const [medianMs, worstMs] = [times[Math.floor(times.length / 2)], times.at(-1)];
    this.test = medianMs === undefined || worstMs === undefined ? null : { medianMs, worstMs, lost };
  }
}
