import type { ServerMessage, WallName } from '$lib/core/room/protocol';
import type { Counts, ProjectorView } from '$lib/core/room/view';
import { joinLink, publicAddress } from './address';
import { merged } from './by-seat';
import type { DoctorFacts, DrawQr, QrDrawing, RoomOffice } from './host-ports';
import type { Reach, RoomLine } from './ports';

/** What stands on the wall: it watches and can do nothing. */
export class Watching {
  reach = $state.raw<Reach>('connecting');
  view = $state.raw<ProjectorView | null>(null);
  counts = $state.raw<Counts>({ here: 0, seats: 0, answered: 0, finished: 0 });
  names = $state.raw<readonly WallName[]>([]);
  /** There is no such room any more, or the address does not let one watch. */
  gone = $state(false);
  facts = $state.raw<DoctorFacts | null>(null);

  readonly #room: string;
  readonly #secret: string;
  readonly #line: RoomLine;
  readonly #office: RoomOffice;
  readonly #qr: DrawQr;
  readonly #site: string;
  #seen = -1;

  constructor(parts: {
    readonly room: string;
    readonly secret: string;
    readonly line: RoomLine;
    readonly office: RoomOffice;
    readonly qr: DrawQr;
    readonly site: string;
  }) {
    this.#room = parts.room;
    this.#secret = parts.secret;
    this.#line = parts.line;
    this.#office = parts.office;
    this.#qr = parts.qr;
    this.#site = parts.site;
  }

  open(): void {
    this.#line.listen({
      onmessage: (message) => this.#take(message),
      onconnect: () => void this.#arrive(),
      onreach: (reach) => (this.reach = reach),
    });
    void this.#office.doctor().then((facts) => (this.facts = facts));
  }

  close(): void {
    this.#line.close();
  }

  now(): number {
    return this.#line.now();
  }

  get address(): string {
    return publicAddress(this.#site, this.facts);
  }

  get link(): string {
    return this.view === null ? '' : joinLink(`${this.address}join/`, this.view.pin, this.view.joinSecret);
  }

  qr(text: string): QrDrawing {
    return this.#qr(text);
  }

  async #arrive(): Promise<void> {
    const reply = await this.#line.ask({ kind: 'watch', room: this.#room, secret: this.#secret });
    if (reply?.ok === false) this.gone = true;
  }

  #take(message: ServerMessage): void {
    if (message.kind === 'gone') this.gone = true;
    if (message.kind !== 'projector' && message.kind !== 'wall') return;
    this.counts = message.counts;
    if (message.kind === 'projector') {
      if (message.revision < this.#seen) return;
      this.#seen = message.revision;
      this.view = message.view;
      if (message.names !== null) this.names = message.names.filter(({ name }) => name !== null);
      return;
    }
    this.names = merged(this.names, message.names).filter(({ name }) => name !== null);
  }
}
