import { expect, test } from 'vitest';
import { madeCreation } from '../../../../tests/samples/made-lesson';
import { createRoom } from '$lib/core/room/create-room';
import { countsOf, hostView, seatRows } from '$lib/core/room/host-view';
import type { Command, Reply, ReplyTo } from '$lib/core/room/protocol';
import { step, type Input } from '$lib/core/room/step';
import { Hosting } from './hosting.svelte';
import type { DoctorFacts, RoomOffice } from './host-ports';
import type { KeptRoster, RosterStore } from './roster.svelte';
import type { LineListener, RoomLine } from './ports';

const SECRETS = {
  id: 'abcdefghijklmnopqrstuv',
  pin: '482913',
  joinSecret: 'j'.repeat(22),
  watchSecret: 'w'.repeat(22),
};

/** In a server the room has a digest of it; here it has it as it is. */
const SECRET = madeCreation().secret;

/** A line into a real room, without sockets. Everything is sent back at once, to the host alone. */
class RoomInMemory implements RoomLine {
  room = createRoom(madeCreation(), SECRETS, 1000, '0'.repeat(64));
  clock = 1000;
  listener: LineListener | null = null;

  ask<C extends Command>(command: C): Promise<ReplyTo<C['kind']> | null> {
    if (command.kind === 'host') {
      this.tell();
      return Promise.resolve({ ok: true } as ReplyTo<C['kind']>); // a host's greeting is answered so
    }
    return Promise.resolve(this.put(command as unknown as Input) as ReplyTo<C['kind']>); // hosts send what a room takes
  }

  put(input: Input): Reply {
    this.clock += 10;
    const { room, reply } = step(
      this.room,
      input,
      this.clock,
      (this.clock * 0x9e3779b1).toString(16).padStart(32, 'a').slice(-32),
    );
    this.room = room;
    this.tell();
    return reply;
  }

  tell(): void {
    const { room } = this;
    const message = { kind: 'host', now: this.clock, revision: room.revision, view: hostView(room) } as const;
    this.listener?.onmessage({ ...message, counts: countsOf(room), seats: seatRows(room) });
  }

  now = (): number => this.clock;
  rttMs = (): number => 10;
  listen(listener: LineListener): void {
    this.listener = listener;
  }
  close = (): void => undefined;
}

let ids = 0;
function hosted(site = 'http://localhost:4173/', addresses: readonly string[] = ['http://192.168.1.7:4173/']) {
  const line = new RoomInMemory();
  const facts: DoctorFacts = { addresses, devices: 0, lastAt: null, now: 0 };
  const office: RoomOffice = {
    make: () => Promise.resolve({ ok: false, why: 'no-server' }),
    file: () => Promise.resolve(null),
    doctor: () => Promise.resolve(facts),
  };
  const forgotten: string[] = [];
  const kept = new Map<string, KeptRoster>();
  const rosters: RosterStore = {
    find: (room) => kept.get(room) ?? null,
    keep: (room, roster) => void kept.set(room, roster),
    forget: (room) => void kept.delete(room),
  };
  const hosting = new Hosting({
    rosters,
    key: { room: SECRETS.id, secret: SECRET, title: '', madeMs: 0 },
    line,
    keys: { all: () => [], keep: () => undefined, forget: (room) => forgotten.push(room) },
    luck: { secret: () => SECRET, id: () => `command-${String(ids++)}` },
    office,
    qr: () => ({ size: 0, path: '' }),
    site,
  });
  hosting.open();
  line.listener?.onconnect();
  return { hosting, line, forgotten, kept };
}

function sit(line: RoomInMemory, name: string, card: number | null = null): void {
  line.put({
    kind: 'add-seats',
    id: `seat-${name}`,
    room: SECRETS.id,
    secret: SECRET,
    seats: [{ name, card }],
  });
}

test('the big button leads through a question, and a second press in the same moment skips nothing', async () => {
  const { hosting } = hosted();
  await hosting.step('ask');
  const stage = hosting.view?.stage;
  expect(hosting.view?.phase.is).toMatch(/reading|answering/);
  const twice = [hosting.step('reveal'), hosting.step('skip')];
  await Promise.all(twice);
  expect(hosting.view?.phase.is).toBe('reveal');
  expect(hosting.view?.stage).toBeGreaterThan(stage ?? 0);
});

test('phones are led to the address of the network, not to "localhost"', async () => {
  const { hosting } = hosted();
  await hosting.way.look();
  expect(hosting.way.link(hosting.view)).toBe(`http://192.168.1.7:4173/join/?room=482913#${SECRETS.joinSecret}`);
  const named = hosted('https://school.example/');
  await named.hosting.way.look();
  expect(named.hosting.way.link(named.hosting.view)).toMatch(/^https:\/\/school\.example\/join\//);
});

test('hands and cards count for the question that is open: the side that is up is the option', async () => {
  const { hosting, line } = hosted();
  await hosting.addCards(2, (card) => `Card ${String(card + 1)}`);
  await hosting.addCards(2, (card) => `Card ${String(card + 1)}`);
  expect(hosting.seats.map(({ card }) => card)).toEqual([0, 1]);
  await hosting.step('ask');
  line.put({ kind: 'tick' });
  await hosting.countCards([
    { card: 0, side: 1 },
    { card: 1, side: 2 },
  ]);
  await hosting.countHands({ a: 3 });
  expect(hosting.view?.votes.at(-1)).toMatchObject({ of: 'options', counts: { a: 3, b: 1, c: 1 } });
});

test('rows that changed take the place of those that were there', () => {
  const { hosting, line } = hosted();
  sit(line, 'Olena');
  sit(line, 'Taras');
  const [first] = hosting.seats;
  if (first === undefined) throw new Error('somebody sits there');
  line.listener?.onmessage({
    kind: 'desk',
    revision: 9,
    counts: hosting.counts,
    seats: [{ ...first, answered: true }],
  });
  expect(hosting.seats.map(({ name, answered }) => [name, answered])).toEqual([
    ['Olena', true],
    ['Taras', false],
  ]);
});

test('a host that moved away is one no longer, and this device forgets the secret', () => {
  const { hosting, line, forgotten } = hosted();
  line.listener?.onmessage({ kind: 'gone', revision: 3, why: 'host-moved' });
  expect(hosting.gone).toBe('host-moved');
  expect(forgotten).toEqual([SECRETS.id]);
});

test('a class list gives everybody a seat and a code, and its names never leave this device', async () => {
  const { hosting, line, kept } = hosted();
  const names = ['Коваль Олена', 'Мельник Тарас', 'Шевчук Іван'];
  hosting.roster.replace(names);
  expect(await hosting.seatClass()).toBe(true);
  const mine = hosting.seats.map(({ seat, claim }) => [hosting.roster.nameOf(seat), claim?.length]);
  expect(mine).toEqual(names.map((name) => [name, 9]));
  expect(new Set(hosting.seats.map(({ claim }) => claim)).size).toBe(3);
  expect(JSON.stringify(line.room), 'the room has friendly names only').not.toMatch(/Коваль|Мельник|Шевчук/);

  expect(await hosting.seatClass(), 'a second press changes nothing').toBe(true);
  expect(hosting.seats).toHaveLength(3);
  hosting.roster.replace([...names, 'Бойко Ада']);
  expect(await hosting.seatClass()).toBe(true);
  expect(hosting.seats).toHaveLength(4);

  expect(kept.size).toBe(1);
  line.listener?.onmessage({ kind: 'gone', revision: 99, why: 'erased' });
  expect(kept.size, 'erased with the room').toBe(0);
  expect(hosting.roster.nameOf(0)).toBeNull();
});

test('a seat that a phone has taken is given to nobody else, and a name has one seat', async () => {
  const { hosting, line } = hosted();
  line.put({ kind: 'join', id: 'join-0001', token: 'token-of-a-pupil-000001', name: null, team: null });
  hosting.roster.replace(['Ada', 'Bo']);
  await hosting.seatClass();
  expect(hosting.seats.map(({ seat }) => hosting.roster.nameOf(seat))).toEqual([null, 'Ada', 'Bo']);
  hosting.roster.assign(0, 'Ada');
  expect(hosting.seats.map(({ seat }) => hosting.roster.nameOf(seat))).toEqual(['Ada', null, 'Bo']);
});
