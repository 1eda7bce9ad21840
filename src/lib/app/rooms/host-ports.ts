// What the pages of a teacher need from the world.
import type { Creation } from '$lib/core/room/creation';

/** A room that this device is the host of. */
export interface HostKey {
  readonly room: string;
  readonly secret: string;
  readonly title: string;
  readonly madeMs: number;
}

/** Keeps them on the device: a host page that is reloaded is the host again. */
export interface HostKeys {
  /** The latest first. */
  all(): readonly HostKey[];
  keep(key: HostKey): void;
  forget(room: string): void;
}

/** Why no room was made. `no-server`: this copy of the app is on a plain web server, which has no rooms. */
export type NotMade = 'no-server' | 'unreachable' | 'too-many' | 'full' | 'refused';

/** Keeps on the device where pupils have the app. */
export interface HomeAddress {
  read(): string | null;
  keep(address: string | null): void;
}

/** What the laptop knows of its own network. */
export interface DoctorFacts {
  /** At which phones may reach it, as http URLs with a slash at the end. */
  readonly addresses: readonly string[];
  /** How many other devices have asked it for anything since it started. */
  readonly devices: number;
  /** When the last of them did. Milliseconds since 1970. */
  readonly lastAt: number | null;
  readonly now: number;
}

/** What the server tells over plain HTTP. */
export interface RoomOffice {
  make(
    creation: Creation,
  ): Promise<{ readonly ok: true; readonly room: string } | { readonly ok: false; readonly why: NotMade }>;
  /** Null: it did not come. */
  file(room: string, secret: string, file: 'report' | 'journal' | 'lesson'): Promise<string | null>;
  /** Null: there is no server of rooms here. */
  doctor(): Promise<DoctorFacts | null>;
}

/** A QR code as a drawing: `size` × `size` modules, the dark ones as the path of an SVG. */
export interface QrDrawing {
  readonly size: number;
  readonly path: string;
}
export type DrawQr = (text: string) => QrDrawing;
