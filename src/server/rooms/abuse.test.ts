import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { madeCreation, madeLesson } from '../../../tests/samples/made-lesson';
import { HostedRoom, TestServer, type TestClient } from '../../../tests/samples/room-clients';
import type { Phone } from './carrier';
import { COMMANDS, FLOODED_MOST, MALFORMED_MOST, STRANGER_MS, STRANGERS_MOST } from './limits';
import { Strangers } from './strangers';

// One who wants to break it. Each attack is refused, and costs a bounded amount.

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(async () => {
  await server.stop();
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
