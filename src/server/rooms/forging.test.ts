import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeCreation } from '../../../tests/samples/made-lesson';
import { HostedRoom, newId, newToken, TestServer, type Wish } from '../../../tests/samples/room-clients';
import { GUESSES, GUESSES_EACH } from './limits';

// One who wants to be somebody else: by guessed numbers, forged commands and stolen tokens. Each is refused, and costs a bounded amount. What is no
// command at all, and too much of it: abuse.test.ts.

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
