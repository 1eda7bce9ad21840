import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Reply } from '../../src/lib/core/room/protocol';
import { madeCreation } from '../samples/made-lesson';
import { ClassPhone, commandId } from './class-phone';
import { hasRedis, RedisProcess } from '../samples/redis-process';
import { ClassServer, stepAside } from './class-server';
import { percentile, printFigures, type Figure } from './figures';

// A class plays: simulated players over raw WebSockets, the server in a process of its own on the other core, its journal on a real disk.
// Delivery: from the host's command to each player's receipt of the question, journal and its fsync included. Acknowledgement: from a
// player's answer to the reply, which comes after the journal. References: Razzia 3.0 on a machine of the same kind (classroom figures).

const QUESTIONS = 4;

interface Load {
  readonly name: string;
  readonly rooms: number;
  readonly players: number;
  /** Answers are spread over so many milliseconds. */
  readonly within: number;
  readonly targets: {
    readonly delivery?: number;
    readonly ackP95?: number;
    readonly ackP99?: number;
    readonly framesEach?: number;
    readonly rss?: number;
  };
  readonly razzia?: { readonly delivery: number; readonly p95: number };
}

const LOADS: readonly Load[] = [
  { name: '50 players', rooms: 1, players: 50, within: 2000, targets: {}, razzia: { delivery: 15, p95: 5.9 } },
  { name: '200 players', rooms: 1, players: 200, within: 2000, targets: { delivery: 15, ackP95: 30 }, razzia: { delivery: 5.5, p95: 12 } },
  { name: '200 players within .5 s', rooms: 1, players: 200, within: 500, targets: { delivery: 15, ackP95: 30 }, razzia: { delivery: 6.2, p95: 376 } },
  { name: '500 players', rooms: 1, players: 500, within: 2000, targets: {}, razzia: { delivery: 10, p95: 1932 } },
  { name: '1,000 players', rooms: 1, players: 1000, within: 2000, targets: { delivery: 40, ackP99: 60, framesEach: 5, rss: 130 }, razzia: { delivery: 19, p95: 23_505 } },
  { name: '40 rooms × 30', rooms: 40, players: 30, within: 2000, targets: { ackP99: 60 } },
]; // prettier-ignore

stepAside();
for (const load of LOADS) await measure(load);
await killed(200);
await killedOfTwo(200);
await idle(10_000);

interface ClassRoom {
  readonly id: string;
  readonly secret: string;
  readonly host: ClassPhone;
  readonly players: readonly ClassPhone[];
  stage: number;
}

async function open(server: ClassServer, players: number, number: number): Promise<ClassRoom> {
  const secret = `bench-secret-${String(number).padStart(10, '0')}`;
  const creation = { ...madeCreation({ limitMs: 60_000 }), secret };
  const response = await fetch(`${server.url}/rooms`, { method: 'POST', body: JSON.stringify(creation), headers: { 'content-type': 'application/json' } }); // prettier-ignore
  const { room: id } = (await response.json()) as { readonly room: string };
  const host = new ClassPhone();
  const views: string[] = [];
  host.onMessage = (json) => {
    if (json.startsWith('{"kind":"host"')) views.push(json);
  };
  await host.connect(server.url);
  await host.send({ kind: 'host', room: id, secret });
  const { view } = JSON.parse(views.at(-1) ?? '{}') as { readonly view: { readonly joinSecret: string } };
  const phones = Array.from({ length: players }, () => new ClassPhone());
  for (let first = 0; first < players; first += 50) {
    await Promise.all(phones.slice(first, first + 50).map((phone) => sitDown(phone, server.url, view.joinSecret)));
  }
  return { id, secret, host, players: phones, stage: 0 };
}

async function sitDown(phone: ClassPhone, url: string, secret: string): Promise<void> {
  await phone.connect(url);
  const reply = await phone.send({
    kind: 'join',
    id: commandId(),
    pin: null,
    secret,
    token: phone.token,
    name: null,
    team: null,
  });
  if (!reply.ok || !('seat' in reply)) throw new Error(`not let in: ${JSON.stringify(reply)}`);
  phone.room = reply.room;
  phone.seat = reply.seat;
}

/** The next question; resolves when everybody has it, with the milliseconds that it took to each. */
async function ask(room: ClassRoom): Promise<number[]> {
  const sent = performance.now();
  const delivered = room.players.map(
    (player) =>
      new Promise<number>((resolve) => {
        player.onMessage = (json) => {
          if (json.startsWith('{"kind":"phase"') && json.includes('"is":"answering"'))
            resolve(performance.now() - sent);
        };
      }),
  );
  // The first question of the made lesson, over and over: a choice.
  await room.host.send({
    kind: 'ask',
    id: commandId(),
    room: room.id,
    secret: room.secret,
    stage: room.stage,
    question: 0,
  });
  room.stage++;
  return Promise.all(delivered);
}

async function answerAll(room: ClassRoom, questionRevision: number, within: number): Promise<number[]> {
  const replies = room.players.map(async (player, index) => {
    await wait((within * index) / room.players.length);
    const sent = performance.now();
    const reply = await answer(player, questionRevision);
    if (!reply.ok) throw new Error(`an answer was refused: ${reply.reason}`);
    return performance.now() - sent;
  });
  return Promise.all(replies);
}

function answer(player: ClassPhone, questionRevision: number): Promise<Reply> {
  const { room, seat, token } = player;
  const response = { choice: 'b' };
  return player.send({
    kind: 'answer',
    id: commandId(),
    room,
    seat,
    token,
    questionRevision,
    response,
    tappedAt: null,
    rttMs: 2,
    sure: null,
    seenAt: null,
  });
}

async function reveal(room: ClassRoom): Promise<void> {
  const told = room.players.map((player) => new Promise<void>((resolve) => {
    player.onMessage = (json) => { if (json.startsWith('{"kind":"own"')) resolve(); };
  })); // prettier-ignore
  await room.host.send({ kind: 'reveal', id: commandId(), room: room.id, secret: room.secret, stage: room.stage });
  room.stage++;
  await Promise.all(told);
}

async function measure({ name, rooms: count, players, within, targets, razzia }: Load): Promise<void> {
  const server = new ClassServer();
  try {
    await server.start();
    const rooms: ClassRoom[] = [];
    for (let number = 0; number < count; number++) rooms.push(await open(server, players, number));
    const everybody = rooms.flatMap((room) => [room.host, ...room.players]);
    const [delivery, acks]: [number[], number[]] = [[], []];
    let [frames, bytes] = [0, 0];
    const before = server.usage();
    const began = performance.now();
    for (let question = 1; question <= QUESTIONS; question++) {
      for (const phone of everybody) [phone.frames, phone.bytes] = [0, 0];
      delivery.push(...(await Promise.all(rooms.map(ask))).flat());
      acks.push(...(await Promise.all(rooms.map((room) => answerAll(room, question, within)))).flat());
      await Promise.all(rooms.map(reveal));
      frames += everybody.reduce((sum, phone) => sum + phone.frames, 0);
      bytes += everybody.reduce((sum, phone) => sum + phone.bytes, 0);
    }
    const seconds = (performance.now() - began) / 1000;
    const after = server.usage();
    for (const phone of everybody) phone.close();
    const each = frames / QUESTIONS / (count * players);
    const figures: Figure[] = [
      { name: `${name}: delivery p50`, value: percentile(delivery, 0.5), unit: 'ms' },
      { name: `${name}: delivery p95`, value: percentile(delivery, 0.95), unit: 'ms' },
      { name: `${name}: delivery p99`, value: percentile(delivery, 0.99), unit: 'ms', ...atMost(targets.delivery), ...peer(razzia?.delivery) },
      { name: `${name}: acknowledgement p50`, value: percentile(acks, 0.5), unit: 'ms' },
      { name: `${name}: acknowledgement p95`, value: percentile(acks, 0.95), unit: 'ms', ...atMost(targets.ackP95), ...peer(razzia?.p95) },
      { name: `${name}: acknowledgement p99`, value: percentile(acks, 0.99), unit: 'ms', ...atMost(targets.ackP99) },
      { name: `${name}: frames a player and question`, value: each, unit: '', ...atMost(targets.framesEach) },
      { name: `${name}: bytes a player and question`, value: bytes / QUESTIONS / (count * players), unit: 'B' },
    ]; // prettier-ignore
    if (before !== null && after !== null) {
      figures.push({
        name: `${name}: server's processor`,
        value: ((after.cpu - before.cpu) / seconds) * 100,
        unit: '%',
      });
      figures.push({ name: `${name}: server's memory, peak`, value: after.rss, unit: 'MB', ...atMost(targets.rss) });
    }
    printFigures(figures);
  } finally {
    await server.end();
  }
}

/** SIGKILL in the middle of a question: who was acknowledged must be, and everybody comes back. */
async function killed(players: number): Promise<void> {
  const server = new ClassServer();
  try {
    await server.start();
    const room = await open(server, players, 0);
    await ask(room);
    const acknowledged = new Set<number>();
    const answering = room.players.map(async (player, index) => {
      await wait((1000 * index) / players);
      if ((await answer(player, 1)).ok) acknowledged.add(player.seat);
    });
    await Promise.race([Promise.all(answering), wait(500)]);
    await server.kill();
    const began = performance.now();
    const starting = server.start();
    let missing = 0;
    const back = room.players.map(async (player) => {
      const own = await comeBack(player, server, starting);
      if (acknowledged.has(player.seat) && own.answer === null) missing++;
    });
    await Promise.all(back);
    const seconds = (performance.now() - began) / 1000;
    for (const phone of [room.host, ...room.players]) phone.close();
    printFigures([
      { name: `killed with ${String(acknowledged.size)} of ${String(players)} answers in: acknowledged answers lost`, value: missing, unit: '', target: { atMost: 0 } },
      { name: `${String(players)} players back and in step`, value: seconds, unit: 's', target: { atMost: 3 } },
    ]); // prettier-ignore
  } finally {
    await server.end();
  }
}

/** Two servers over one Redis; the one with the phones is killed in the middle of a question, and they go on at the other. */
async function killedOfTwo(players: number): Promise<void> {
  if (!hasRedis) {
    process.stdout.write(
      '  two servers over Redis: left out, there is no redis-server (Debian: apt-get install redis-server)\n',
    );
    return;
  }
  const redis = await RedisProcess.start();
  const [doomed, other] = [new ClassServer({ REDIS_URL: redis.url }), new ClassServer({ REDIS_URL: redis.url })];
  try {
    await Promise.all([doomed.start(), other.start()]);
    const room = await open(doomed, players, 0);
    const delivery = await ask(room);
    const acks: number[] = [];
    const acknowledged = new Set<number>();
    const answering = room.players.map(async (player, index) => {
      await wait((1000 * index) / players);
      const sent = performance.now();
      if (!(await answer(player, 1)).ok) return;
      acks.push(performance.now() - sent);
      acknowledged.add(player.seat);
    });
    await Promise.race([Promise.all(answering), wait(500)]);
    await doomed.kill();
    const began = performance.now();
    let missing = 0;
    await Promise.all(
      room.players.map(async (player) => {
        const own = await comeBack(player, other, Promise.resolve());
        if (acknowledged.has(player.seat) && own.answer === null) missing++;
      }),
    );
    const seconds = (performance.now() - began) / 1000;
    for (const phone of [room.host, ...room.players]) phone.close();
    printFigures([
      { name: `two servers over Redis, ${String(players)} players: delivery p99`, value: percentile(delivery, 0.99), unit: 'ms' },
      { name: 'two servers over Redis: acknowledgement p95', value: percentile(acks, 0.95), unit: 'ms', target: { atMost: 30 } },
      { name: `one killed with ${String(acknowledged.size)} answers in: acknowledged answers lost`, value: missing, unit: '', target: { atMost: 0 } },
      { name: `${String(players)} players in step at the other`, value: seconds, unit: 's', target: { atMost: 3 } },
    ]); // prettier-ignore
  } finally {
    await Promise.all([doomed.end(), other.end()]);
    await redis.stop();
  }
}

/** Somebody opens connections and wants nothing; a class of thirty plays on. */
async function idle(connections: number): Promise<void> {
  const server = new ClassServer();
  const strangers: ClassPhone[] = [];
  try {
    await server.start();
    const room = await open(server, 30, 0);
    const before = server.usage();
    for (let first = 0; first < connections; first += 250) {
      const some = Array.from({ length: Math.min(250, connections - first) }, () => new ClassPhone());
      strangers.push(...some);
      await Promise.all(some.map((phone) => phone.connect(server.url)));
    }
    await ask(room);
    const acks = await answerAll(room, 1, 1000);
    const left = (await (await fetch(`${server.url}/healthz`)).json()) as { readonly connections: number };
    printFigures([
      { name: `${String(connections)} idle connections: how many are left`, value: left.connections - 31, unit: '', target: { atMost: 2000 } },
      { name: 'acknowledgement p99 of thirty who play meanwhile', value: percentile(acks, 0.99), unit: 'ms', target: { atMost: 60 } },
      ...(before === null ? [] : [{ name: 'memory that they cost at their peak', value: (server.usage()?.rss ?? before.rss) - before.rss, unit: 'MB' }]),
    ]); // prettier-ignore
  } finally {
    for (const phone of strangers) phone.close();
    await server.end();
  }
}

async function comeBack(
  player: ClassPhone,
  server: ClassServer,
  starting: Promise<void>,
): Promise<{ readonly answer: unknown }> {
  await starting;
  const snapshot = new Promise<{ readonly answer: unknown }>((resolve) => {
    player.onMessage = (json) => {
      if (json.startsWith('{"kind":"snapshot"'))
        resolve((JSON.parse(json) as { readonly own: { readonly answer: unknown } }).own);
    };
  });
  await player.connect(server.url);
  const { room, seat, token } = player;
  const reply = await player.send({ kind: 'hello', room, seat, token, revision: null });
  if (!reply.ok) throw new Error(`not let back in: ${reply.reason}`);
  return snapshot;
}

function atMost(value: number | undefined): Pick<Figure, 'target'> {
  return value === undefined ? {} : { target: { atMost: value } };
}

function peer(value: number | undefined): Pick<Figure, 'reference'> {
  return value === undefined ? {} : { reference: { name: 'Razzia', value } };
}
