import { setTimeout as wait } from 'node:timers/promises';
import type { Reply } from '../../src/lib/core/room/protocol';
import { madeCreation } from '../samples/made-lesson';
import { ClassPhone, commandId } from './class-phone';
import type { ClassServer } from './class-server';
import type { Figure } from './figures';

// What the benches of a class have in common: simulated players over raw WebSockets, the server in a process of its own on the other core, its
// journal on a real disk.

/** One class on a server. */
export interface ClassRoom {
  readonly id: string;
  readonly secret: string;
  readonly host: ClassPhone;
  readonly players: readonly ClassPhone[];
  stage: number;
}

/** A room with so many players in it. */
export async function open(server: ClassServer, players: number, number: number): Promise<ClassRoom> {
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
export async function ask(room: ClassRoom): Promise<number[]> {
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

/** Everybody answers, spread over so many milliseconds; the milliseconds from each answer to its acknowledgement. */
export async function answerAll(room: ClassRoom, questionRevision: number, within: number): Promise<number[]> {
  const replies = room.players.map(async (player, index) => {
    await wait((within * index) / room.players.length);
    const sent = performance.now();
    const reply = await answer(player, questionRevision);
    if (!reply.ok) throw new Error(`an answer was refused: ${reply.reason}`);
    return performance.now() - sent;
  });
  return Promise.all(replies);
}

export function answer(player: ClassPhone, questionRevision: number): Promise<Reply> {
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

/** Resolves when everybody has their own result. */
export async function reveal(room: ClassRoom): Promise<void> {
  const told = room.players.map((player) => new Promise<void>((resolve) => {
    player.onMessage = (json) => { if (json.startsWith('{"kind":"own"')) resolve(); };
  })); // prettier-ignore
  await room.host.send({ kind: 'reveal', id: commandId(), room: room.id, secret: room.secret, stage: room.stage });
  room.stage++;
  await Promise.all(told);
}

/** A phone whose connection broke, back in its seat; what it is told of itself. */
export async function comeBack(
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

/** A target where there is one. */
export function atMost(value: number | undefined): Pick<Figure, 'target'> {
  return value === undefined ? {} : { target: { atMost: value } };
}

/** What Razzia 3.0 took on a machine of the same kind. */
export function peer(value: number | undefined): Pick<Figure, 'reference'> {
  return value === undefined ? {} : { reference: { name: 'Razzia', value } };
}
