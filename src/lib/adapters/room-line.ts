import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, Command, Reply, ReplyTo, ServerToClient } from '$lib/core/room/protocol';
import { readClock, type ClockReading, type ClockSample } from './room-clock';

/** How long a reply may take before the command counts as lost (it is sent again with the same id). */
const PATIENCE_MS = 5000;
/** A sleeping phone wakes with a line that looks alive and is not: how long it gets to prove itself. */
const PROOF_MS = 2000;
/** Whoever refuses a connection does so at once; nobody there takes longer. */
const REFUSED_WITHIN_MS = 1200;
const SAMPLES = 5;

interface Listener {
  readonly onmessage: ServerToClient['m'];
  readonly onconnect: () => void;
  readonly onreach: (reach: 'connecting' | 'here' | 'no-network' | 'stopped' | 'no-way') => void;
}

/**
 * The line of app/rooms/ports.ts over socket.io, which carries messages, connects again and takes long polling where WebSockets are cut. Coming
 * back to a room is the room's own matter: socket.io's recovery does not live through a restart of the server.
 */
export class SocketLine {
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #base: string;
  readonly #stop = new AbortController();
  #clock: ClockReading = { offset: 0, rtt: 0 };
  #measured = false;
  #listener: Listener | null = null;

  /** @param base what every path of the site begins with, without a slash at its end */
  constructor(base: string) {
    this.#base = base;
    this.#socket = io({
      path: `${base}/socket.io/`,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 250,
      reconnectionDelayMax: 2500,
      timeout: PATIENCE_MS,
      autoConnect: false,
    });
  }

  listen(listener: Listener): void {
    this.#listener = listener;
    this.#socket.on('m', (message) => listener.onmessage(message));
    this.#socket.on('connect', () => {
      listener.onreach('here');
      listener.onconnect();
      void this.#measure();
    });
    this.#socket.on('disconnect', (reason) => {
      void this.#explain();
      // The library takes a server's goodbye for final; ours only says it when it stops.
      if (reason === 'io server disconnect') setTimeout(() => this.#again(), 1000);
    });
    this.#socket.on('connect_error', () => void this.#explain());
    const { signal } = this.#stop;
    addEventListener('online', () => this.#again(), { signal });
    addEventListener('offline', () => listener.onreach('no-network'), { signal });
    // What Safari brings back from its cache has a dead line.
    addEventListener('pageshow', () => void this.#prove(), { signal });
    document.addEventListener('visibilitychange', () => void this.#prove(), { signal });
    this.#socket.connect();
  }

  async ask<C extends Command>(command: C): Promise<ReplyTo<C['kind']> | null> {
    return this.#ask(command, PATIENCE_MS);
  }

  now(): number {
    return Date.now() + this.#clock.offset;
  }

  rttMs(): number | null {
    return this.#measured ? this.#clock.rtt : null;
  }

  close(): void {
    this.#stop.abort();
    this.#socket.disconnect();
    this.#socket.removeAllListeners();
  }

  async #ask<C extends Command>(command: C, patienceMs: number): Promise<ReplyTo<C['kind']> | null> {
    // The library would keep it and send it whenever it connects, after the greeting or before.
    if (!this.#socket.connected) return null;
    const reply = await new Promise<Reply | null>((resolve) => {
      this.#socket.timeout(patienceMs).emit('c', command, (lost: Error | null, answer?: Reply) => {
        resolve(lost === null ? (answer ?? null) : null);
      });
    });
    return reply;
  }

  async #measure(): Promise<void> {
    const samples: ClockSample[] = [];
    for (let i = 0; i < SAMPLES; i++) {
      const sent = Date.now();
      const reply = await this.#ask({ kind: 'sync' }, PATIENCE_MS);
      if (reply?.ok === true) samples.push({ sent, received: Date.now(), server: reply.now });
    }
    const reading = readClock(samples);
    if (reading === null) return;
    this.#clock = reading;
    this.#measured = true;
  }

  /** Asks a line that looks alive whether it is. */
  async #prove(): Promise<void> {
    if (document.visibilityState !== 'visible') return;
    const alive = this.#socket.connected && (await this.#ask({ kind: 'sync' }, PROOF_MS)) !== null;
    if (!alive) this.#again();
  }

  /** Connects at once, without the wait between attempts. */
  #again(): void {
    if (this.#stop.signal.aborted) return;
    this.#socket.disconnect().connect();
  }

  /** Finds out who is gone: this device's network, the program on the laptop, or the way to the laptop. */
  async #explain(): Promise<void> {
    const reach = navigator.onLine ? await this.#probe() : 'no-network';
    if (!this.#socket.connected && !this.#stop.signal.aborted) this.#listener?.onreach(reach);
  }

  async #probe(): Promise<'connecting' | 'stopped' | 'no-way'> {
    const asked = performance.now();
    try {
      await fetch(`${this.#base}/healthz`, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
      return 'connecting';
    } catch {
      return performance.now() - asked < REFUSED_WITHIN_MS ? 'stopped' : 'no-way';
    }
  }
}

/** Luck that also works on plain http, where `crypto.randomUUID` does not exist. */
export const deviceLuck = {
  secret: (): string => base64url(crypto.getRandomValues(new Uint8Array(16))),
  id: (): string => base64url(crypto.getRandomValues(new Uint8Array(9))),
  /** 0 … 2³²−1. */
  number: (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
};

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
