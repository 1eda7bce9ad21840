import type { Creation } from '$lib/core/room/creation';

const PATIENCE_MS = 8000;

interface Doctor {
  readonly addresses: readonly string[];
  readonly devices: number;
  readonly lastAt: number | null;
  readonly now: number;
}

/** The room server's plain HTTP, for whoever hosts. */
export class HttpOffice {
  readonly #base: string;

  /** @param base what every path of the site begins with, without a slash at its end */
  constructor(base: string) {
    this.#base = base;
  }

  async make(
    creation: Creation,
  ): Promise<
    { ok: true; room: string } | { ok: false; why: 'no-server' | 'unreachable' | 'too-many' | 'full' | 'refused' }
  > {
    const response = await this.#fetch('/rooms', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(creation),
    });
    if (response === null) return { ok: false, why: 'unreachable' };
    if (response.status === 201) {
      const { room } = (await response.json()) as { room: string };
      return { ok: true, room };
    }
    if (response.status === 429) return { ok: false, why: 'too-many' };
    if (response.status === 503) return { ok: false, why: 'full' };
    // A server of files knows no POST; one that does says what it misses.
    return { ok: false, why: response.status === 400 || response.status === 413 ? 'refused' : 'no-server' };
  }

  async file(room: string, secret: string, file: 'report' | 'journal' | 'lesson'): Promise<string | null> {
    const response = await this.#fetch(`/rooms/${room}/${file}`, { headers: { Authorization: `Bearer ${secret}` } });
    return response?.ok === true ? response.text() : null;
  }

  async doctor(): Promise<Doctor | null> {
    const response = await this.#fetch('/rooms/doctor', {});
    // Servers of files answer any path with the page that finds its way by itself.
    if (response?.headers.get('content-type')?.startsWith('application/json') !== true) return null;
    return (await response.json()) as Doctor;
  }

  async #fetch(path: string, init: RequestInit): Promise<Response | null> {
    try {
      return await fetch(this.#base + path, { ...init, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    } catch {
      return null;
    }
  }
}
