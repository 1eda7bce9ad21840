import type { SavedSet } from '$lib/core/questions/saved-set/saved-set';
import { writeSetFile } from '$lib/core/questions/saved-set/set-file';
import type { Files } from './device-ports';
import type { Bench, QrMaker } from './ports';

/** Longest address that servers and messengers let through. */
const LONGEST_LINK = 6000;
/** Longest address of which a phone reads a QR code from a projector: version 25, 117 squares wide, with error correction M. */
const LONGEST_PICTURE = 990;

export interface SetSharingParts {
  readonly bench: Bench;
  readonly files: Files;
  readonly qr: QrMaker;
  /** The address at which a code is studied, absolute. */
  readonly linkOf: (code: string) => string;
}

/** Passing a set on: as a link, as a picture of it, as a file. */
export class SetSharing {
  /** Null: it is being made. */
  made: { readonly link: string | null; readonly picture: ReturnType<QrMaker> | null } | null = $state.raw(null);
  readonly #parts: SetSharingParts;
  #of: SavedSet | null = null;

  constructor(parts: SetSharingParts) {
    this.#parts = parts;
  }

  async open(set: SavedSet): Promise<void> {
    this.#of = set;
    const link = this.#parts.linkOf(await this.#parts.bench.ask('share', { set: { ...set, exported: null } }));
    const fits = link.length <= LONGEST_LINK;
    this.made = { link: fits ? link : null, picture: link.length <= LONGEST_PICTURE ? this.#parts.qr(link) : null };
  }

  saveFile(name: string): void {
    if (this.#of !== null) this.#parts.files.download(name, writeSetFile(this.#of));
  }
}
