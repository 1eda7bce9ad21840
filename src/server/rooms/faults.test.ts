import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeCreation } from '../../../tests/samples/made-lesson';
import { HostedRoom, TestServer } from '../../../tests/samples/room-clients';
import { GUESSES, GUESSES_EACH } from './limits';

// What live quizzes are known to get wrong in a classroom, a block a fault: each must not be able to happen here. Those about fairness follow in
// faults-of-fairness.test.ts; three are a browser's to show (tests/e2e/class-faults.spec.ts): what a phone has to load, a page that reloads itself
// in mid-game, and sounds.

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(async () => {
  await server.stop();
});

describe('a phone sleeps: its seat, its answer, its name', () => {
  it('comes back to its seat, its name, its answer and its score', async () => {
    const host = await HostedRoom.open(server, madeCreation({ names: 'own' }));
    const ada = await server.client().join(host.pin, 'Ada');
    await ada.answer(await host.ask(), 'b');
    ada.socket.disconnect();
    await host.client.last('desk', ({ seats }) => seats.some(({ here }) => !here));

    const back = server.client();
    [back.room, back.seat] = [ada.room, ada.seat];
    const { room, seat, token } = ada;
    expect(await back.send({ kind: 'hello', room, seat, token, revision: null })).toEqual({ ok: true, current: false });
    const { own, phase } = await back.last('snapshot');
    expect(phase.is).toBe('answering');
    expect(own).toMatchObject({ seat, name: 'Ada', answer: { choice: 'b' }, result: null });
  });

  it('that was lost before the reply to its joining is no second pupil', async () => {
    const host = await HostedRoom.open(server, madeCreation({ names: 'own' }));
    const ada = await server.client().join(host.pin, 'Ada');
    const again = server.client();
    const reply = await again.send({
      kind: 'join',
      pin: host.pin,
      secret: null,
      token: ada.token,
      name: 'Ada',
      team: null,
    });
    expect(reply).toEqual({ ok: true, room: ada.room, seat: ada.seat });
    expect(server.rooms.keeper.room(host.room)?.room.seats.map(({ name }) => name)).toEqual(['Ada']);
  });
});

describe('a right answer, then no connection until the reveal is over', () => {
  it('counts as it was acknowledged', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const ada = await server.client().join(host.pin);
    await ada.answer(await host.ask(), 'b');
    ada.socket.disconnect();
    await host.order({ kind: 'reveal' });
    ada.socket.connect();
    expect((await ada.hello()).ok).toBe(true);
    const { own } = await ada.last('snapshot', ({ phase }) => phase.is === 'reveal');
    expect(own).toMatchObject({ result: { band: 'full', points: 100 }, score: { right: 1, of: 1 } });
  });
});

describe('the host reloads the page', () => {
  it('finds the room as it was', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const ada = await server.client().join(host.pin);
    await host.ask();
    host.client.socket.disconnect();
    const reloaded = server.client();
    expect(await reloaded.send({ kind: 'host', room: host.room, secret: host.secret })).toEqual({ ok: true });
    const { view, seats } = await reloaded.last('host');
    expect(view.phase.is).toBe('answering');
    expect(seats).toMatchObject([{ seat: ada.seat, here: true }]);
    // Asking for the same room again makes no second one.
    expect(await server.make(madeCreation())).toBe(host.room);
  });
});

describe('the server starts again', () => {
  it('has everybody where they were: seats, names, answers, scores, and the question that was open', async () => {
    const host = await HostedRoom.open(server, madeCreation({ names: 'own', limitMs: 30_000 }));
    const ada = await server.client().join(host.pin, 'Ada');
    await ada.answer(await host.ask(), 'b');
    await host.order({ kind: 'reveal' });
    const revision = await host.ask(5);
    await ada.answer(revision, 'b');
    const before = server.rooms.keeper.room(host.room)?.room;
    await server.down();
    await server.up();
    await ada.connected();
    expect((await ada.hello()).ok).toBe(true);
    const { own, phase } = await ada.last('snapshot', (message) => message.phase.is === 'paused');
    expect(phase).toMatchObject({ by: 'restart', held: 'answering', question: { questionRevision: revision } });
    expect(own).toMatchObject({ seat: ada.seat, name: 'Ada', answer: { choice: 'b' }, score: { right: 1, of: 1 } });
    const after = server.rooms.keeper.room(host.room)?.room;
    expect([after?.rounds, after?.scores]).toEqual([before?.rounds, before?.scores]);
  });
});

describe('answers that come all at once', () => {
  it('are all there: two hundred are two hundred', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const class200 = await Promise.all(Array.from({ length: 200 }, () => server.client().join(host.pin)));
    const revision = await host.ask();
    const replies = await Promise.all(
      class200.map((pupil, index) => pupil.answer(revision, index % 2 === 0 ? 'b' : 'a')),
    );
    expect(replies.every(({ ok }) => ok)).toBe(true);
    await host.order({ kind: 'reveal' });
    const { view } = await host.client.last('host', (message) => message.view.phase.is === 'reveal');
    expect(view.votes).toEqual([{ of: 'options', counts: { a: 100, b: 100, c: 0 }, none: 0 }]);
  });
});

describe('several classes on one server', () => {
  it('hear nothing of each other', async () => {
    const [one, other] = [
      await HostedRoom.open(server, madeCreation()),
      await HostedRoom.open(server, { ...madeCreation(), secret: 'another-host-secret-00000' }),
    ];
    const stranger = await server.client().join(other.pin);
    const ada = await server.client().join(one.pin);
    await ada.answer(await one.ask(), 'b');
    await one.order({ kind: 'reveal' });
    await ada.last('own', ({ own }) => own.result !== null);
    // A round trip after all that: whatever was on its way to the stranger has come.
    await stranger.send({ kind: 'sync' });
    expect(stranger.messages.map(({ kind }) => kind)).toEqual(['snapshot']);
    expect(other.client.messages.every((message) => !JSON.stringify(message).includes(one.room))).toBe(true);
  });
});

describe('a tap that comes late', () => {
  it('is told so, and neither counts for the next question nor blocks it', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const ada = await server.client().join(host.pin);
    const first = await host.ask();
    await host.order({ kind: 'reveal' });
    expect(await ada.answer(first, 'b')).toEqual({ ok: false, reason: 'too-late' });
    const second = await host.ask(5);
    expect(await ada.answer(first, 'b')).toEqual({ ok: false, reason: 'stale' });
    expect(await ada.answer(second, 'a')).toEqual({ ok: true });
  });
});

describe('what is in a frame before the reveal', () => {
  it('says nothing of what is right, or of other players and their secrets', async () => {
    const host = await HostedRoom.open(server, madeCreation({ names: 'own' }));
    const [ada, ben, wall] = [
      await server.client().join(host.pin, 'Ada'),
      await server.client().join(host.pin, 'Ben'),
      server.client(),
    ];
    await wall.send({ kind: 'watch', room: host.room, secret: host.watchSecret });
    for (let question = 0; question < 6; question++) {
      const revision = await host.ask(question);
      await ada.answer(revision, 'b');
      await ben.answer(revision, 'a');
      for (const { messages } of [ada, ben, wall]) {
        const text = JSON.stringify(messages);
        expect(text).not.toContain('SECRET');
        for (const hidden of [host.secret, ada.token, ben.token]) expect(text).not.toContain(hidden);
      }
      expect(JSON.stringify(ada.messages)).not.toContain('Ben');
      await host.order({ kind: 'skip' });
    }
  });
});

describe('the PIN', () => {
  it('cannot be tried out, by however many connections together', async () => {
    const { pin } = await HostedRoom.open(server, madeCreation());
    const others = Array.from({ length: 1_000_000 }, (_, i) => String(i).padStart(6, '0')).filter(
      (each) => each !== pin,
    );
    const began = performance.now();
    let [looked, refused] = [0, false];
    while (!refused) {
      const guesser = server.client();
      for (let i = 0; i < GUESSES_EACH && !refused; i++) {
        const reply = await guesser.send({ kind: 'find', pin: others[looked++] ?? '', secret: null });
        refused = !reply.ok && reply.reason === 'too-many';
      }
      guesser.socket.disconnect();
    }
    const seconds = (performance.now() - began) / 1000;
    expect(looked).toBeLessThanOrEqual(GUESSES.most + GUESSES.perSecond * seconds + 2);
    // What is let through in the long run: all six digits take days, not a minute.
    expect(1_000_000 / GUESSES.perSecond).toBeGreaterThan(2 * 86_400 * 0.9);
  });

  it('gives nobody a host’s power', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const phone = await server.client().join(host.pin);
    const wish = { kind: 'host', room: host.room } as const;
    expect(await phone.send({ ...wish, secret: host.pin })).toEqual({ ok: false, reason: 'malformed' });
    expect(await phone.send({ ...wish, secret: host.pin.padEnd(22, '0') })).toEqual({ ok: false, reason: 'not-host' });
    const over = { kind: 'take-over', pin: host.pin, recovery: host.pin, secret: phone.token } as const;
    expect(await phone.send(over)).toEqual({ ok: false, reason: 'wrong-code' });
  });
});

describe('a host’s command without the host’s secret', () => {
  it('does nothing, whoever sends it', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const ada = await server.client().join(host.pin);
    const before = server.rooms.keeper.room(host.room)?.room;
    const stranger = server.client();
    for (const secret of [ada.token, stranger.token, host.joinSecret, host.watchSecret]) {
      const command = { kind: 'ask', room: host.room, secret, stage: 0, question: null } as const;
      expect(await stranger.send(command)).toEqual({ ok: false, reason: 'not-host' });
      expect(await ada.send(command)).toEqual({ ok: false, reason: 'not-host' });
    }
    expect(server.rooms.keeper.room(host.room)?.room).toBe(before);
  });
});

describe('many who join and answer', () => {
  it.each([20, 80])('cost a few frames each, of %i as of any number', async (pupils) => {
    const host = await HostedRoom.open(server, madeCreation());
    const all = await Promise.all(Array.from({ length: pupils }, () => server.client().join(host.pin)));
    const revision = await host.ask();
    await Promise.all(all.map((pupil) => pupil.answer(revision, 'b')));
    await host.order({ kind: 'reveal' });
    await Promise.all(all.map((pupil) => pupil.last('own', ({ own }) => own.result !== null)));
    // A snapshot, the question, the reveal, the own result.
    for (const { messages } of all) expect(messages.length).toBe(4);
    const desk = host.client.messages.filter(({ kind }) => kind === 'desk');
    expect(desk.length).toBeLessThan(30);
  });
});

describe('somebody comes late', () => {
  it('sees the question that is open', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const revision = await host.ask();
    const late = await server.client().join(host.pin);
    const { phase } = await late.last('snapshot');
    expect(phase).toMatchObject({ is: 'answering', question: { questionRevision: revision } });
    expect(await late.answer(revision, 'b')).toEqual({ ok: true });
  });

  it('is let in or not as the teacher says', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    await host.ask();
    expect(await host.order({ kind: 'late-join', allowed: false })).toEqual({ ok: true });
    const late = server.client();
    const join = { kind: 'join', pin: host.pin, secret: null, token: late.token, name: null, team: null } as const;
    expect(await late.send(join)).toEqual({ ok: false, reason: 'no-late-join' });
    await host.order({ kind: 'late-join', allowed: true });
    expect((await late.send(join)).ok).toBe(true);
  });
});
