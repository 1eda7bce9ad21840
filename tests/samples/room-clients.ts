import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import type { Creation } from '../../src/lib/core/room/creation';
import type {
  ClientToServer,
  Command,
  HostCommand,
  Reply,
  ReplyTo,
  ServerMessage,
  ServerToClient,
} from '../../src/lib/core/room/protocol';
import { attachRooms, type Rooms } from '../../src/server/rooms/attach-rooms';
import { fileJournals } from '../../src/server/rooms/file-journals';
import type { Journals } from '../../src/server/rooms/journals';

/** A command as a test writes it: ids are made up here. */
export type Wish = Command extends infer C
  ? C extends { readonly id: string }
    ? Omit<C, 'id'> & { readonly id?: string }
    : C
  : never;

export const newId = (): string => randomBytes(12).toString('base64url');
export const newToken = (): string => randomBytes(16).toString('base64url');

/** Rooms on a port of their own, in a folder of their own. */
export class TestServer {
  readonly logged: string[] = [];
  #server: Server | null = null;
  #rooms: Rooms | null = null;
  #port = 0;
  #clients: TestClient[] = [];
  /** Added to the clock: a test moves it instead of waiting. */
  skew = 0;

  private constructor(readonly folder: string) {}

  static async start(journals?: Journals): Promise<TestServer> {
    const made = new TestServer(mkdtempSync(join(tmpdir(), 'dateline-rooms-')));
    await made.up(journals);
    return made;
  }

  get rooms(): Rooms {
    if (this.#rooms === null) throw new Error('the server is down');
    return this.#rooms;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  async up(journals?: Journals): Promise<void> {
    const server = createServer((request, response) => {
      if (this.#rooms?.handle(request, response) !== true) response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    const address = server.address();
    this.#port = address !== null && typeof address === 'object' ? address.port : 0;
    this.#server = server;
    const log = (event: string, facts = {}): void => void this.logged.push(JSON.stringify({ event, ...facts }));
    this.#rooms = await attachRooms(server, {
      base: '',
      journals: journals ?? fileJournals(this.folder, log),
      log,
      now: () => Date.now() + this.skew,
      addresses: () => ['http://192.0.2.7:4173/'],
      app: 'https://app.example/',
    });
  }

  /** Clients stay: they will try to come back. */
  async down(): Promise<void> {
    await this.#rooms?.close();
    await new Promise((resolve) => this.#server?.close(resolve));
    this.#rooms = null;
    this.#server = null;
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) client.socket.close();
    if (this.#server !== null) await this.down();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async make(creation: Creation): Promise<string> {
    const response = await this.post(JSON.stringify(creation));
    const { room } = (await response.json()) as { readonly room?: string };
    if (room === undefined) throw new Error(`no room: ${String(response.status)}`);
    return room;
  }

  post(body: string): Promise<Response> {
    return fetch(`${this.url}/rooms`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  }

  client(): TestClient {
    const client = new TestClient(this.url);
    this.#clients.push(client);
    return client;
  }
}

/** What a host may order, without what every order names. */
type Order = HostCommand extends infer C
  ? C extends HostCommand
    ? Omit<C, 'id' | 'room' | 'secret' | 'stage'>
    : never
  : never;

/** A room and its host's connection. */
export class HostedRoom {
  private constructor(
    readonly client: TestClient,
    readonly room: string,
    readonly secret: string,
    readonly pin: string,
    readonly joinSecret: string,
    readonly watchSecret: string,
  ) {}

  static async open(server: TestServer, creation: Creation): Promise<HostedRoom> {
    const room = await server.make(creation);
    const client = server.client();
    const { secret } = creation;
    const reply = await client.send({ kind: 'host', room, secret });
    if (!reply.ok) throw new Error(reply.reason);
    const { view } = await client.last('host');
    return new HostedRoom(client, room, secret, view.pin, view.joinSecret, view.watchSecret);
  }

  /** For the stage that the host has seen last. */
  async order(order: Order): Promise<Reply> {
    const { room, secret } = this;
    const { view } = await this.client.last('host');
    const command = STAGED.has(order.kind) ? { ...order, stage: view.stage } : order;
    const reply = await this.client.send({ room, secret, ...command } as unknown as Wish);
    // The host's page hears of the new stage before the reply, or with it.
    return reply;
  }

  /** Asks a question, and gives what an answer has to name. */
  async ask(question: number | null = null): Promise<number> {
    const reply = await this.order({ kind: 'ask', question });
    if (!reply.ok) throw new Error(reply.reason);
    const { view } = await this.client.last('host', ({ view: { phase } }) => 'question' in phase);
    if (!('question' in view.phase)) throw new Error(view.phase.is);
    return view.phase.question.questionRevision;
  }
}

const STAGED: ReadonlySet<string> = new Set(['ask', 'open', 'pause', 'resume', 'add-time', 'skip', 'close', 'discuss', 'vote-again', 'reveal', 'standings', 'end']); // prettier-ignore

/** Somebody with a connection, who keeps all that comes in. */
export class TestClient {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly messages: ServerMessage[] = [];
  readonly token = newToken();
  room = '';
  seat = -1;
  #watchers = new Set<() => void>();

  constructor(url: string) {
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 50,
    });
    this.socket.on('m', (message) => {
      this.messages.push(message);
      for (const watcher of this.#watchers) watcher();
    });
  }

  send<W extends Wish>(wish: W): Promise<ReplyTo<W['kind']>> {
    const command = 'id' in wish || wish.kind === 'sync' || ENTRIES.has(wish.kind) ? wish : { id: newId(), ...wish };
    return new Promise((resolve) => {
      this.socket.emit('c', command as Command, (reply: Reply) => { resolve(reply); }); // prettier-ignore
    });
  }

  /** Anything at all. */
  raw(...args: unknown[]): void {
    (this.socket as unknown as { emit: (event: string, ...args: unknown[]) => void }).emit('c', ...args);
  }

  async join(pin: string | null, name: string | null = null, secret: string | null = null): Promise<this> {
    const reply = await this.send({ kind: 'join', pin, secret, token: this.token, name, team: null });
    if (!reply.ok) throw new Error(`not let in: ${reply.reason}`);
    this.room = reply.room;
    this.seat = reply.seat;
    await this.last('snapshot');
    return this;
  }

  answer(questionRevision: number, choice: string, more: { readonly id?: string } = {}): Promise<ReplyTo<'answer'>> {
    const { room, seat, token } = this;
    const response = { choice };
    return this.send({
      kind: 'answer',
      room,
      seat,
      token,
      questionRevision,
      response,
      tappedAt: null,
      rttMs: 0,
      sure: null,
      seenAt: null,
      ...more,
    });
  }

  hello(revision: number | null = null): Promise<ReplyTo<'hello'>> {
    const { room, seat, token } = this;
    return this.send({ kind: 'hello', room, seat, token, revision });
  }

  /** The latest message of a kind that fits, those that came already among them. */
  last<K extends ServerMessage['kind']>(
    kind: K,
    fits: (message: Extract<ServerMessage, { kind: K }>) => boolean = () => true,
  ): Promise<Extract<ServerMessage, { kind: K }>> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = this.messages.findLast(
          (each): each is Extract<ServerMessage, { kind: K }> =>
            each.kind === kind && fits(each as Extract<ServerMessage, { kind: K }>),
        );
        if (found === undefined) return;
        this.#watchers.delete(look);
        resolve(found);
      };
      this.#watchers.add(look);
      look();
    });
  }

  connected(): Promise<void> {
    return this.socket.connected ? Promise.resolve() : new Promise((resolve) => void this.socket.once('connect', () => { resolve(); })); // prettier-ignore
  }

  disconnected(): Promise<string> {
    return new Promise((resolve) => void this.socket.once('disconnect', (reason) => { resolve(reason); })); // prettier-ignore
  }
}

const ENTRIES: ReadonlySet<string> = new Set(['find', 'hello', 'host', 'watch']);
