import type { HostView } from '$lib/core/room/view';
import { joinLink, publicAddress } from './address';
import type { DoctorFacts, DrawQr, QrDrawing, RoomOffice } from './host-ports';

export interface WayInParts {
  readonly office: RoomOffice;
  readonly qr: DrawQr;
  /** Address of the site in this browser, with a slash at its end. */
  readonly site: string;
}

/** How phones come to a class: the address that they can reach, and the code that leads there. */
export class WayIn {
  /** What the laptop says of its network; null: it has not said yet. */
  facts = $state.raw<DoctorFacts | null>(null);

  readonly #parts: WayInParts;

  constructor(parts: WayInParts) {
    this.#parts = parts;
  }

  /** Asks the laptop about its network. */
  async look(): Promise<void> {
    this.facts = await this.#parts.office.doctor();
  }

  /** Where phones find the site: this browser's address is of no use to them where it names the laptop itself. */
  get address(): string {
    return publicAddress(this.#parts.site, this.facts);
  }

  /** The address as it is read from a wall and typed. */
  get readable(): string {
    return this.address.replace(/^https?:\/\//, '');
  }

  /** What the code on the wall leads to; empty until the room is known. */
  link(view: Pick<HostView, 'pin' | 'joinSecret'> | null): string {
    return view === null ? '' : joinLink(`${this.address}join/`, view.pin, view.joinSecret);
  }

  qr(text: string): QrDrawing {
    return this.#parts.qr(text);
  }
}
