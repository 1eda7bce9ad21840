import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import type { Command, Reply } from '../../src/lib/core/room/protocol';

/** A phone as the network sees it: one WebSocket that speaks socket.io's frames, and no library that would weigh on the load generator. */
export class ClassPhone {
  readonly token = randomBytes(16).toString('base64url');
  room = '';
  seat = -1;
  /** Frames and bytes that came in. */
  frames = 0;
  bytes = 0;
  /** Called with the JSON of every message. */
  onMessage: (json: string) => void = () => undefined;
  onClose: () => void = () => undefined;
  #socket: WebSocket | null = null;
  #acks = new Map<number, (reply: Reply) => void>();
  #next = 0;

  /** @param url such as http://127.0.0.1:4173 */
  connect(url: string): Promise<void> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
    });
    this.#socket = socket;
    return new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.on('close', () => {
        // Of a socket that another has taken the place of, the end may be told late.
        if (this.#socket === socket) this.#acks.clear();
        this.onClose();
        // Cut off before it was let in: whoever waits for it goes on.
        resolve();
      });
      socket.on('message', (data) => {
        const text = (data as Buffer).toString('utf8');
        this.frames++;
        this.bytes += text.length;
        this.#take(text, resolve);
      });
    });
  }

  send(command: Command): Promise<Reply> {
    const ack = this.#next++;
    return new Promise((resolve) => {
      this.#acks.set(ack, resolve);
      this.#socket?.send(`42${String(ack)}${JSON.stringify(['c', command])}`);
    });
  }

  close(): void {
    this.#socket?.terminate();
  }

  /** Frames of Engine.IO 4 and Socket.IO 5: open, ping, connect, event, acknowledgement. */
  #take(text: string, connected: () => void): void {
    if (text.startsWith('0')) this.#socket?.send('40');
    else if (text === '2') this.#socket?.send('3');
    else if (text.startsWith('40')) connected();
    else if (text.startsWith('42')) this.onMessage(text.slice('42["m",'.length, -1));
    else if (text.startsWith('43')) {
      const at = text.indexOf('[');
      const ack = Number(text.slice(2, at));
      const [reply] = JSON.parse(text.slice(at)) as [Reply];
      this.#acks.get(ack)?.(reply);
      this.#acks.delete(ack);
    }
  }
}

export const commandId = (): string => randomBytes(9).toString('base64url');
