import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { madeCreation, madeLesson } from '../../../tests/samples/made-lesson';
import {
  HostedRoom,
  newId,
  newToken,
  TestServer,
  type TestClient,
  type Wish,
} from '../../../tests/samples/room-clients';
import type { Phone } from './carrier';
import { COMMANDS, FLOODED_MOST, GUESSES, GUESSES_EACH, MALFORMED_MOST, STRANGER_MS, STRANGERS_MOST } from './limits';
import { Strangers } from './strangers';

// One who wants to break it. Each attack is refused, and costs a bounded amount.

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(async () => {
  await server.stop();
});

const wrongPin = (right: string): string => String((Number(right) + 1) % 1_000_000).padStart(6, '0');

describe('guessing PINs', () => {
  it('ends the connection after a few', async () => {
    const { pin } = await HostedRoom.open(server, madeCreation());
    const guesser = server.client();
    const cut = guesser.disconnected();
    for (let i = 0; i < GUESSES_EACH; i++) {
      expect(await guesser.send({ kind: 'find', pin: wrongPin(pin), secret: null })).toEqual({
        ok: false,
        reason: 'not-found',
      });
    }
    guesser.raw({ kind: 'find', pin: wrongPin(pin), secret: null });
    expect(await cut).toBe('io server disconnect');
  });

  it('by many connections together is no faster, and leaves the QR code open to the class, the report to the teacher', async () => {
    const { pin, joinSecret, room, secret } = await HostedRoom.open(server, madeCreation());
    let looked = 0;
    for (let number = 0; looked < GUESSES.most + 10; number++) {
      const guesser = server.client();
      for (let i = 0; i < GUESSES_EACH; i++) {
        const reply = await guesser.send({ kind: 'find', pin: wrongPin(pin), secret: null });
        looked++;
        if (!reply.ok && reply.reason === 'too-many') return finish();
      }
      guesser.socket.disconnect();
    }
    throw new Error('nobody stopped the guessing');

    async function finish(): Promise<void> {
      // A few more came back in the meantime: five a second are a million in two days.
      expect(looked).toBeLessThan(GUESSES.most + 30);
      const pupil = server.client();
      expect(await pupil.send({ kind: 'find', pin, secret: null })).toEqual({ ok: false, reason: 'too-many' });
      expect((await pupil.send({ kind: 'find', pin: null, secret: joinSecret })).ok).toBe(true);
      const headers = { authorization: `Bearer ${secret}` };
      expect((await fetch(`${server.url}/rooms/${room}/report`, { headers })).status).toBe(200);
    }
  });

  it('or recovery codes and seat codes counts as guessing too', async () => {
    const { pin } = await HostedRoom.open(server, madeCreation());
    const guesser = server.client();
    const cut = guesser.disconnected();
    for (let i = 0; i < GUESSES_EACH; i++) {
      const wish = i % 2 === 0
        ? ({ kind: 'take-over', pin, recovery: 'AAAA-AAAA-AAAA', secret: newToken() } as const)
        : ({ kind: 'claim', pin, secret: null, code: 'AAAA-AAAA', token: newToken() } as const); // prettier-ignore
      expect(await guesser.send(wish)).toEqual({ ok: false, reason: 'wrong-code' });
    }
    guesser.raw({ kind: 'take-over', id: newId(), pin, recovery: 'BBBB', secret: newToken() });
    expect(await cut).toBe('io server disconnect');
  });
});

describe('a forged command', () => {
  it('of a host without the secret does nothing, whatever else it knows', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const ada = await server.client().join(host.pin);
    const { room } = host;
    const ordersWith = (secret: string): Wish[] => [
      { room, secret, kind: 'ask', stage: 0, question: null },
      { room, secret, kind: 'end', stage: 0 },
      { room, secret, kind: 'kick', seat: 0 },
      { room, secret, kind: 'lock', locked: true },
      { room, secret, kind: 'correct-key', question: 0, right: { key: ['a'] } },
      { room, secret, kind: 'erase' },
    ];
    const before = server.rooms.keeper.room(host.room)?.room;
    for (const secret of [ada.token, host.joinSecret, host.watchSecret]) {
      for (const order of ordersWith(secret)) {
        const forger = server.client();
        expect(await forger.send(order)).toEqual({ ok: false, reason: 'not-host' });
        forger.socket.disconnect();
      }
    }
    expect(server.rooms.keeper.room(host.room)?.room).toBe(before);
  });

  it('for another seat, or with a token that was handed over, does nothing', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const [ada, ben] = [await server.client().join(host.pin), await server.client().join(host.pin)];
    const revision = await host.ask();
    const asAda = { kind: 'answer', room: host.room, seat: ada.seat, questionRevision: revision, response: { choice: 'a' }, tappedAt: null, rttMs: 0, sure: null, seenAt: null } as const; // prettier-ignore
    expect(await ben.send({ ...asAda, token: ben.token })).toEqual({ ok: false, reason: 'no-seat' });

    const reply = await host.order({ kind: 'hand-over', seat: ada.seat, open: true });
    const code = reply.ok && 'code' in reply ? (reply.code ?? '') : '';
    const tablet = server.client();
    const gone = ada.last('gone');
    expect(await tablet.send({ kind: 'claim', pin: host.pin, secret: null, code: code.toLowerCase(), token: tablet.token })).toEqual({ ok: true, room: host.room, seat: ada.seat }); // prettier-ignore
    expect(await gone).toMatchObject({ why: 'seat-taken' });
    expect(await ada.send({ ...asAda, token: ada.token })).toEqual({ ok: false, reason: 'no-seat' });
    expect(await tablet.send({ ...asAda, token: tablet.token })).toEqual({ ok: true });
  });

  it('with a token that was stolen is good for one seat in one room, until the teacher hands that over', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const other = await HostedRoom.open(server, { ...madeCreation(), secret: 'another-host-secret-00000' });
    const [ada, ben] = [await server.client().join(host.pin), await server.client().join(host.pin)];
    await server.client().join(other.pin);
    const { token } = ada;
    const thief = server.client();
    const hello = { kind: 'hello', room: host.room, seat: ada.seat, token, revision: null } as const;
    expect((await thief.send(hello)).ok, 'it is the same as the phone').toBe(true);
    // What it is told is Ada's own, and nobody else's.
    expect(JSON.stringify((await thief.last('snapshot')).own)).not.toContain(ben.token);
    expect(await thief.send({ ...hello, seat: ben.seat })).toEqual({ ok: false, reason: 'no-seat' });
    expect(await thief.send({ ...hello, room: other.room })).toEqual({ ok: false, reason: 'no-seat' });
    expect(await thief.send({ kind: 'kick', room: host.room, secret: token, seat: ben.seat })).toEqual({ ok: false, reason: 'not-host' }); // prettier-ignore
    expect(await thief.send({ kind: 'watch', room: host.room, secret: token })).toEqual({ ok: false, reason: 'not-host' }); // prettier-ignore

    const reply = await host.order({ kind: 'hand-over', seat: ada.seat, open: true });
    const code = reply.ok && 'code' in reply ? (reply.code ?? '') : '';
    const gone = thief.last('gone');
    expect((await server.client().send({ kind: 'claim', pin: host.pin, secret: null, code, token: newToken() })).ok).toBe(true); // prettier-ignore
    expect(await gone).toMatchObject({ why: 'seat-taken' });
    expect(await thief.send(hello)).toEqual({ ok: false, reason: 'no-seat' });
  });

  it('with tokens that are made up ends the connection after a few, as PINs do', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const ada = await server.client().join(host.pin);
    const forger = server.client();
    const cut = forger.disconnected();
    const hello = { kind: 'hello', room: host.room, seat: ada.seat, revision: null } as const;
    for (let i = 0; i < GUESSES_EACH; i++)
      expect(await forger.send({ ...hello, token: newToken() })).toEqual({ ok: false, reason: 'no-seat' });
    forger.raw({ ...hello, token: newToken() });
    expect(await cut).toBe('io server disconnect');
    expect((await ada.hello()).ok).toBe(true);
  });

  it('after a kick is refused, and the way back in is shut for that phone', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const ada = await server.client().join(host.pin);
    await host.order({ kind: 'kick', seat: ada.seat });
    expect(await ada.last('gone')).toMatchObject({ why: 'kicked' });
    expect(await ada.hello()).toEqual({ ok: false, reason: 'kicked' });
    const again = { kind: 'join', pin: host.pin, secret: null, token: ada.token, name: null, team: null } as const;
    expect(await ada.send(again)).toEqual({ ok: false, reason: 'kicked' });
    await host.order({ kind: 'lock', locked: true });
    expect(await server.client().send({ ...again, token: newToken() })).toEqual({ ok: false, reason: 'locked' });
  });

  it('over HTTP is refused without the host’s secret', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    for (const file of ['report', 'journal', 'lesson']) {
      const url = `${server.url}/rooms/${host.room}/${file}`;
      expect((await fetch(url)).status).toBe(403);
      expect((await fetch(url, { headers: { authorization: `Bearer ${host.watchSecret}` } })).status).toBe(403);
      expect((await fetch(url, { headers: { authorization: `Bearer ${host.secret}` } })).status).toBe(200);
    }
  });
});

describe('taking over', () => {
  it('needs the code, and leaves the former host without power', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const { view } = await host.client.last('host');
    const phone = server.client();
    const secret = newToken();
    const reply = await phone.send({
      kind: 'take-over',
      pin: host.pin,
      recovery: view.recovery.toLowerCase().replaceAll('-', ' '),
      secret,
    });
    expect(reply).toEqual({ ok: true, room: host.room });
    expect(await host.client.last('gone')).toMatchObject({ why: 'host-moved' });
    expect((await phone.last('host')).view.recovery).not.toBe(view.recovery);
    expect(await host.client.send({ kind: 'lock', room: host.room, secret: host.secret, locked: true })).toEqual({
      ok: false,
      reason: 'not-host',
    });
    expect(await phone.send({ kind: 'lock', room: host.room, secret, locked: true })).toEqual({ ok: true });
  });
});

describe('what is no command', () => {
  const NONSENSE: readonly unknown[] = [
    null, 42, 'find', [], {}, { kind: 'find' }, { kind: 'nothing' }, { kind: '__proto__' }, { kind: 'sync', more: 1 },
    { kind: 'find', pin: '12345', secret: null }, { kind: 'join', id: 'short', pin: null, secret: null, token: 'x', name: null, team: null },
    { kind: 'find', pin: { $ne: null }, secret: null },
  ]; // prettier-ignore

  test.each(NONSENSE.map((value) => [JSON.stringify(value), value]))('%s is refused', async (_, value) => {
    const client = server.client();
    const reply = await new Promise((resolve) => { client.raw(value, resolve); }); // prettier-ignore
    expect(reply).toEqual({ ok: false, reason: 'malformed' });
  });

  it('does no harm without a callback, or with something else in its place', async () => {
    const client = server.client();
    client.raw();
    client.raw({ kind: 'sync' });
    client.raw({ kind: 'sync' }, 'no function');
    expect((await client.send({ kind: 'sync' })).ok).toBe(true);
  });

  it('ends the connection when it goes on', async () => {
    const client = server.client();
    const cut = client.disconnected();
    for (let i = 0; i <= MALFORMED_MOST; i++) client.raw('nonsense');
    expect(await cut).toBe('io server disconnect');
  });

  it('too large a frame ends the connection before it is read', async () => {
    const client = server.client();
    await client.connected();
    const cut = client.disconnected();
    client.raw({ kind: 'find', pin: 'x'.repeat(100_000), secret: null });
    expect(await cut).toBe('transport close');
  });
});

test('a flood is refused, then cut off; nobody else notices', async () => {
  const host = await HostedRoom.open(server, madeCreation());
  const [ada, flood] = [await server.client().join(host.pin), await server.client().join(host.pin)];
  const revision = await host.ask();
  const cut = flood.disconnected();
  for (let i = 0; i < COMMANDS.most + FLOODED_MOST + 200; i++) flood.raw({ kind: 'sync' });
  expect(await ada.answer(revision, 'b')).toEqual({ ok: true });
  expect(await cut).toBe('io server disconnect');
  expect(server.logged.some((line) => line.includes('flooded'))).toBe(true);
});

test('a script in a name stays text, and nothing invisible gets through', async () => {
  const host = await HostedRoom.open(server, madeCreation({ names: 'own' }));
  await server.client().join(host.pin, '<img src=x onerror=alert(1)>');
  await server.client().join(host.pin, '\u0000\u202e\u200b\ufeff evil\u0007\n name ');
  await server.client().join(host.pin, 'Z̸̢̛͖̗̞̥̤͇̭̽̏̈́̍a̴l');
  const names = server.rooms.keeper.room(host.room)?.room.seats.map(({ name }) => name) ?? [];
  expect(names[0]).toBe('<img src=x onerror=alert');
  expect(names[1]).toBe('evil name');
  expect(names[2]?.length).toBeLessThan(10);
});

describe('making rooms', () => {
  it('takes JSON of the right shape only, and not too much of it', async () => {
    const wrong = [
      ['not json', 400],
      ['{}', 400],
      [JSON.stringify({ ...madeCreation(), lesson: madeLesson({ questions: [] }) }), 400],
      [JSON.stringify({ ...madeCreation(), secret: 'short' }), 400],
      ['x'.repeat(2_100_000), 413],
    ] as const;
    for (const [body, status] of wrong) {
      // A server that stops reading may cut the connection before the client has written all of it.
      const answered = await server.post(body).then((response) => response.status, () => 413); // prettier-ignore
      expect(answered).toBe(status);
    }
    const form = await fetch(`${server.url}/rooms`, { method: 'POST', body: JSON.stringify(madeCreation()), headers: { 'content-type': 'text/plain' } }); // prettier-ignore
    expect(form.status).toBe(415);
    expect(server.rooms.keeper.size).toBe(0);
  });

  it('is limited', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 130 }, (_, i) =>
        server.post(JSON.stringify({ ...madeCreation(), secret: `host-secret-number-${String(i).padStart(6, '0')}` })),
      ),
    );
    const made = statuses.filter(({ status }) => status === 201).length;
    expect(made).toBeGreaterThanOrEqual(100);
    expect(made).toBeLessThan(120);
    expect(statuses.filter(({ status }) => status === 429).length).toBe(130 - made);
  });
});

describe('connections that want nothing', () => {
  afterEach(() => vi.useRealTimers());

  const idle = () => {
    const disconnect = vi.fn();
    return { phone: { disconnect } as unknown as Phone, disconnect };
  };

  it('are few at a time, of ten thousand: the oldest make room', () => {
    const strangers = new Strangers();
    const phones = Array.from({ length: 10_000 }, idle);
    for (const { phone } of phones) strangers.came(phone);
    strangers.stop();
    expect(phones.filter(({ disconnect }) => disconnect.mock.calls.length > 0)).toEqual(
      phones.slice(0, 10_000 - STRANGERS_MOST),
    );
  });

  it('are closed after a minute, and those with a seat are not', () => {
    vi.useFakeTimers();
    const strangers = new Strangers();
    const [pupil, nobody] = [idle(), idle()];
    strangers.came(pupil.phone);
    strangers.came(nobody.phone);
    strangers.settled(pupil.phone);
    vi.advanceTimersByTime(STRANGER_MS + 10_000);
    strangers.stop();
    expect(nobody.disconnect).toHaveBeenCalledWith(true);
    expect(pupil.disconnect).not.toHaveBeenCalled();
  });
});

test('the log and the health page name nobody', async () => {
  const host = await HostedRoom.open(server, madeCreation({ names: 'own' }));
  const ada: TestClient = await server.client().join(host.pin, 'Ada Lovelace');
  await ada.answer(await host.ask(), 'b');
  await host.order({ kind: 'end' });
  await turn();
  const health = await (await fetch(`${server.url}/healthz`)).text();
  expect(JSON.parse(health)).toMatchObject({ ok: true, rooms: 1, connections: 2 });
  for (const hidden of ['Ada', host.secret, host.joinSecret, ada.token, '127.0.0.1']) {
    expect(`${server.logged.join('\n')} ${health}`).not.toContain(hidden);
  }
});
