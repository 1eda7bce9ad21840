import type { ServerMessage, WallName } from '$lib/core/room/protocol';
import type { Counts, ProjectorView } from '$lib/core/room/view';
import { merged } from './by-seat';
import type { Reach, RoomLine } from './ports';
import { WayIn, type WayInParts } from './way-in.svelte';

/** What stands on the wall: it watches and can do nothing. */
export class Watching {
  reach = $state.raw<Reach>('connecting');
  view = $state.raw<ProjectorView | null>(null);
  counts = $state.raw<Counts>({ here: 0, seats: 0, answered: 0, finished: 0 });
  names = $state.raw<readonly WallName[]>([]);
  /** There is no such room any more, or the address does not let one watch. */
  gone = $state(false);

  readonly way: WayIn;
  readonly #room: string;
  readonly #secret: string;
  readonly #line: RoomLine;
  #seen = -1;

  constructor(parts: WayInParts & { readonly room: string; readonly secret: string; readonly line: RoomLine }) {
    this.#room = parts.room;
    this.#secret = parts.secret;
    this.#line = parts.line;
    this.way = new WayIn(parts);
  }

  open(): void {
    this.#line.listen({
      onmessage: (message) => this.#take(message),
      onconnect: () => void this.#arrive(),
      onreach: (reach) => (this.reach = reach),
    });
    void this.way.look();
  }

  close(): void {
    this.#line.close();
  }

  now(): number {
    return this.#line.now();
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
