import { createClient } from 'redis';
import { eraseAt } from '$lib/core/room/clock';
import { proceed, replay, type JournalEntry } from '$lib/core/room/replay';
import type { Room } from '$lib/core/room/room';
import type { Journal, Journals } from './journals';
import type { Log } from './log';

/**
 * A room's journal as a Redis Stream that any number of servers write into. There is no leader: a server appends what it makes of the room
 * as it knows it, and the append fails where the stream has grown meanwhile. Then it reads what came first, and tries again after it.
 * Every server that has phones of a room applies the same entries in the same order, and so tells its own phones the same. A server that
 * dies takes nothing with it but connections.
 */

/** How often a Redis that has never answered is tried. One that has been there is waited for. */
const FIRST_TRIES = 5;

function clientOf(url: string) {
  let wasThere = false;
  const reconnectStrategy = (tries: number): number | Error =>
    wasThere || tries < FIRST_TRIES ? Math.min(2000, 50 * 2 ** tries) : new Error(`tried ${FIRST_TRIES} times`);
  const client = createClient({ url, socket: { reconnectStrategy } });
  client.on('ready', () => {
    wasThere = true;
  });
  return client;
}
type Client = ReturnType<typeof clientOf>;

/** Entry n stands under the id (n + 1)-0: Redis refuses 0-0. */
const idOf = (n: number): string => `${n + 1}-0`;
const SNAPSHOT_EVERY = 500;
/** How long after its last sign a server is taken for dead, and how often it gives one. Milliseconds. */
const ALIVE_MS = 5000;
const SIGN_MS = 1000;

/**
 * KEYS: stream. ARGV: number of the first entry, when the stream may be forgotten (milliseconds), entries.
 * 1: written; 0: the stream does not end just before; -1: there is no stream.
 */
const APPEND = `
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
local first = tonumber(ARGV[1])
if not last[1] then
  if first ~= 0 then return -1 end
elseif tonumber(string.match(last[1][1], '^%d+')) ~= first then
  return 0
end
for i = 3, #ARGV do
  redis.call('XADD', KEYS[1], string.format('%d-0', first + i - 2), 'e', ARGV[i])
end
redis.call('PEXPIREAT', KEYS[1], ARGV[2])
redis.call('PUBLISH', KEYS[1], tostring(first + #ARGV - 3))
return 1`;

const keys = (id: string) => ({
  journal: `dateline:{${id}}:journal`,
  snapshot: `dateline:{${id}}:snapshot`,
  alive: `dateline:{${id}}:alive`,
});
const indexKey = (by: 'pin' | 'secret' | 'host', value: string): string => `dateline:${by}:${value}`;

/**
 * @param url such as redis://localhost:6379
 * @throws where nobody answers there
 */
export async function redisJournals(url: string, log: Log): Promise<Journals> {
  const client = clientOf(url);
  const lost = (error: unknown): void => {
    log('redis-lost', { reason: error instanceof Error ? error.message : String(error) });
  };
  client.on('error', lost);
  await client.connect();
  const listener = clientOf(url);
  listener.on('error', lost);
  await listener.connect();
  const open = new Map<string, RedisJournal>();
  const sign = setInterval(() => {
    for (const [id, journal] of open) {
      client.set(keys(id).alive, '1', { expiration: { type: 'PX', value: ALIVE_MS } }).catch(lost);
      // A notice may have been lost with a connection.
      journal.look();
    }
  }, SIGN_MS).unref();

  const opened = (room: Room): RedisJournal => {
    const journal = new RedisJournal(client, listener, room.id, () => open.delete(room.id));
    open.set(room.id, journal);
    return journal;
  };
  return {
    load: () => Promise.resolve([]),
    async find(by, value) {
      const id = by === 'id' ? value : await client.get(indexKey(by, value));
      return id === null ? null : readRoom(client, id);
    },
    async create(room, entry) {
      const PXAT = eraseAt(room);
      const free = await client.set(indexKey('pin', room.pin), room.id, {
        condition: 'NX',
        expiration: { type: 'PXAT', value: PXAT },
      });
      if (free === null) return null;
      const journal = opened(room);
      await journal.append([entry], room);
      await journal.sign();
      return journal;
    },
    async open(room) {
      const journal = opened(room);
      return { journal, orphan: (await journal.sign()) === null };
    },
    async close() {
      clearInterval(sign);
      listener.destroy();
      await client.close();
    },
  };
}

async function readRoom(client: Client, id: string): Promise<Room | null> {
  const written = await client.get(keys(id).snapshot);
  let room = written === null ? null : (JSON.parse(written) as Room); // written by `append`
  const entries = await readEntries(client, id, room === null ? '-' : idOf(room.revision + 1));
  if (room === null) {
    for (const step of replay(entries)) room = step.room;
    return room;
  }
  for (const entry of entries) if ('input' in entry) room = proceed(room, entry);
  return room;
}

async function readEntries(client: Client, id: string, from: string): Promise<JournalEntry[]> {
  const found = await client.xRange(keys(id).journal, from, '+');
  return (found ?? []).map(({ message }) => JSON.parse(message.e ?? '') as JournalEntry); // our own entries
}

class RedisJournal implements Journal {
  readonly #client: Client;
  readonly #listener: Client;
  readonly #id: string;
  readonly #closed: () => void;
  #changed: (n: number) => void = () => undefined;
  #since = 0;

  constructor(client: Client, listener: Client, id: string, closed: () => void) {
    this.#client = client;
    this.#listener = listener;
    this.#id = id;
    this.#closed = closed;
  }

  /** What may have happened without a notice is looked for. */
  look(): void {
    this.#changed(Infinity);
  }

  /** Says that somebody keeps the room's clock. Null: nobody did. */
  sign(): Promise<string | null> {
    return this.#client.set(keys(this.#id).alive, '1', { expiration: { type: 'PX', value: ALIVE_MS }, GET: true });
  }

  async append(entries: readonly JournalEntry[], room: Room): Promise<'written' | readonly JournalEntry[] | null> {
    const [first] = entries;
    if (first === undefined) return 'written';
    const { journal, snapshot } = keys(this.#id);
    const until = eraseAt(room);
    const args = [String(first.n), String(until), ...entries.map((entry) => JSON.stringify(entry))];
    const result = await this.#client.eval(APPEND, { keys: [journal], arguments: args });
    if (result === -1) return null;
    if (result === 0) return this.since(first.n - 1);
    this.#since += entries.length;
    if ('made' in first || this.#since >= SNAPSHOT_EVERY) await this.#keep(room, until, snapshot);
    return 'written';
  }

  /** Redis is as safe as it was set up to be (`appendfsync`); there is nothing to wait for. */
  sync(): Promise<void> {
    return Promise.resolve();
  }

  async since(n: number): Promise<readonly JournalEntry[] | null> {
    const entries = await readEntries(this.#client, this.#id, idOf(n + 1));
    if (entries.length > 0) return entries;
    return (await this.#client.exists(keys(this.#id).journal)) === 0 ? null : entries;
  }

  async follow(changed: (n: number) => void): Promise<void> {
    this.#changed = changed;
    await this.#listener.subscribe(keys(this.#id).journal, (last) => {
      changed(Number(last));
    });
  }

  read(): Promise<readonly JournalEntry[]> {
    return readEntries(this.#client, this.#id, '-');
  }

  async erase(): Promise<void> {
    const [entry] = await this.read();
    const { journal, snapshot, alive } = keys(this.#id);
    await this.#client.del([journal, snapshot, alive]);
    if (entry === undefined || !('made' in entry)) return;
    const { secrets, made } = entry;
    const indexes = [
      indexKey('pin', secrets.pin),
      indexKey('secret', secrets.joinSecret),
      indexKey('host', made.secret),
    ];
    await Promise.all(indexes.map((key) => this.#client.del(key)));
  }

  async close(): Promise<void> {
    this.#closed();
    await this.#listener.unsubscribe(keys(this.#id).journal);
  }

  /** The snapshot that shortens reading, and the indexes, for as long as the room lasts. */
  async #keep(room: Room, until: number, snapshot: string): Promise<void> {
    this.#since = 0;
    const expiration = { type: 'PXAT', value: until } as const;
    const { id, pin, joinSecret, host } = room;
    await Promise.all([
      this.#client.set(snapshot, JSON.stringify(room), { expiration }),
      this.#client.set(indexKey('pin', pin), id, { expiration }),
      this.#client.set(indexKey('secret', joinSecret), id, { expiration }),
      this.#client.set(indexKey('host', host), id, { expiration }),
    ]);
  }
}
