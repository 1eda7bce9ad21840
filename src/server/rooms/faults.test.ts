import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { madeCreation } from '../../../tests/samples/made-lesson';
import { HostedRoom, newId, TestServer } from '../../../tests/samples/room-clients';

// What live quizzes are known to get wrong in a classroom. Each must not be able to happen here.

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(async () => {
  await server.stop();
});

describe('a phone sleeps', () => {
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

  it('and misses the reveal: the answer that it gave before counts', async () => {
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

  it('and one who lies silent holds nobody up', async () => {
    const host = await HostedRoom.open(server, madeCreation({ closeWhenAllAnswered: true, limitMs: 600_000 }));
    const [ada, gone] = [await server.client().join(host.pin), await server.client().join(host.pin)];
    gone.socket.disconnect();
    await host.client.last('desk', ({ seats }) => seats.some(({ seat, here }) => seat === gone.seat && !here));
    await ada.answer(await host.ask(), 'b');
    expect((await ada.last('phase', ({ phase }) => phase.is === 'reveal')).phase.is).toBe('reveal');
  });
});

test('the host reloads the page: the room is as it was', async () => {
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

test('two hundred answers at once are two hundred answers', async () => {
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

test('what happens in one class reaches no other', async () => {
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

test('a tap that comes late is told so, and neither counts for the next question nor blocks it', async () => {
  const host = await HostedRoom.open(server, madeCreation());
  const ada = await server.client().join(host.pin);
  const first = await host.ask();
  await host.order({ kind: 'reveal' });
  expect(await ada.answer(first, 'b')).toEqual({ ok: false, reason: 'too-late' });
  const second = await host.ask(5);
  expect(await ada.answer(first, 'b')).toEqual({ ok: false, reason: 'stale' });
  expect(await ada.answer(second, 'a')).toEqual({ ok: true });
});

test('no frame before the reveal says what is right, or anything of other players', async () => {
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

describe('who comes late', () => {
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

describe('the clock', () => {
  it('is the pupil’s: an answer that was under way at the end counts, and is counted as saved', async () => {
    const host = await HostedRoom.open(server, madeCreation({ limitMs: 30_000 }));
    const ada = await server.client().join(host.pin);
    const questionRevision = await host.ask();
    const { phase } = await ada.last('phase', (message) => message.phase.is === 'answering');
    const closesAt = phase.is === 'answering' ? (phase.closesAt ?? 0) : 0;
    server.skew = closesAt + 200 - Date.now();
    const { room, seat, token } = ada;
    const answer = {
      kind: 'answer',
      room,
      seat,
      token,
      questionRevision,
      response: { choice: 'b' },
      sure: null,
      seenAt: null,
    } as const;
    expect(await ada.send({ ...answer, tappedAt: closesAt + 100, rttMs: 2000 })).toEqual({
      ok: false,
      reason: 'too-late',
    });
    expect(await ada.send({ ...answer, tappedAt: closesAt - 100, rttMs: 100 })).toEqual({
      ok: false,
      reason: 'too-late',
    });
    expect(await ada.send({ ...answer, tappedAt: closesAt - 100, rttMs: 2000 })).toEqual({ ok: true });
    expect(server.rooms.keeper.room(host.room)?.room.rounds[0]?.answers[0]).toMatchObject({ saved: true, credit: 1 });
  });

  it('can be stopped, goes on where it stood, and can be given more', async () => {
    const host = await HostedRoom.open(server, madeCreation({ limitMs: 30_000 }));
    const ada = await server.client().join(host.pin);
    const revision = await host.ask();
    await host.order({ kind: 'pause' });
    expect(await ada.answer(revision, 'b')).toEqual({ ok: false, reason: 'not-now' });
    server.skew += 3_600_000;
    await host.order({ kind: 'resume' });
    await host.order({ kind: 'add-time', ms: 15_000 });
    const { phase } = await ada.last('phase', (message) => message.phase.is === 'answering');
    if (phase.is !== 'answering') throw new Error(phase.is);
    expect((phase.closesAt ?? 0) - phase.opensAt).toBe(45_000);
    expect(await ada.answer(revision, 'b')).toEqual({ ok: true });
  });

  it('gives more to one pupil, and nobody else hears of it', async () => {
    const host = await HostedRoom.open(server, madeCreation({ limitMs: 30_000 }));
    const [ada, ben] = [await server.client().join(host.pin), await server.client().join(host.pin)];
    await host.order({ kind: 'extra-time', seat: ada.seat, factor: 1.5 });
    await host.ask();
    const { phase } = await ben.last('phase', (message) => message.phase.is === 'answering');
    const opensAt = phase.is === 'answering' ? phase.opensAt : 0;
    const own = await ada.last('own', (message) => message.own.closesAt !== null);
    expect(own.own.closesAt).toBe(opensAt + 45_000);
    await ben.send({ kind: 'sync' });
    expect(JSON.stringify(ben.messages)).not.toContain(String(opensAt + 45_000));
  });
});

test('a mind can be changed until the end', async () => {
  const host = await HostedRoom.open(server, madeCreation());
  const ada = await server.client().join(host.pin);
  const revision = await host.ask();
  for (const choice of ['a', 'c', 'b']) expect(await ada.answer(revision, choice)).toEqual({ ok: true });
  await host.order({ kind: 'reveal' });
  expect((await ada.last('own', ({ own }) => own.result !== null)).own).toMatchObject({
    answer: { choice: 'b' },
    score: { right: 1 },
  });
});

test('an answer that is sent twice counts once, the older one not at all', async () => {
  const host = await HostedRoom.open(server, madeCreation());
  const ada = await server.client().join(host.pin);
  const revision = await host.ask();
  const id = newId();
  expect(await ada.answer(revision, 'a', { id })).toEqual({ ok: true });
  expect(await ada.answer(revision, 'b')).toEqual({ ok: true });
  expect(await ada.answer(revision, 'a', { id })).toEqual({ ok: true });
  expect(server.rooms.keeper.room(host.room)?.room.rounds[0]).toMatchObject({
    answered: 1,
    answers: [{ response: { choice: 'b' } }],
  });
});

test('after the answer comes why, and what to study is there to take along', async () => {
  const host = await HostedRoom.open(server, madeCreation());
  const ada = await server.client().join(host.pin);
  await ada.answer(await host.ask(), 'a');
  await host.order({ kind: 'reveal' });
  const { phase } = await ada.last('phase', (message) => message.phase.is === 'reveal');
  expect(phase).toMatchObject({ told: { key: ['b'], explanation: expect.stringContaining('article') as unknown, sources: [{ title: 'An article' }], whys: { a: 'SECRET-WHY-a' } } }); // prettier-ignore
  const { room, seat, token } = ada;
  expect(await ada.send({ kind: 'missed', room, seat, token })).toEqual({ ok: true, facts: [{ pack: 'made', fact: 'SECRET-bridge-blown:date', form: 'choice' }], pack: { id: 'made', version: 1 }, app: 'https://app.example/' }); // prettier-ignore
});

test('two pupils of one name are told apart, and nobody is refused', async () => {
  const host = await HostedRoom.open(server, madeCreation({ names: 'own' }));
  for (const name of ['Olena', 'olena', 'Оlеnа', 'O l e n a', '\u202eOlena', 'Олена'])
    await server.client().join(host.pin, name);
  const names = server.rooms.keeper.room(host.room)?.room.seats.map(({ name }) => name);
  expect(names).toEqual(['Olena', 'olena 2', 'Оlеnа 3', 'O l e n a 4', 'Olena 5', 'Олена']);
});

test('joining and answering costs a few frames a pupil, however many there are', async () => {
  const host = await HostedRoom.open(server, madeCreation());
  const class60 = await Promise.all(Array.from({ length: 60 }, () => server.client().join(host.pin)));
  const revision = await host.ask();
  await Promise.all(class60.map((pupil) => pupil.answer(revision, 'b')));
  await host.order({ kind: 'reveal' });
  await Promise.all(class60.map((pupil) => pupil.last('own', ({ own }) => own.result !== null)));
  // A snapshot, the question, the reveal, the own result.
  for (const { messages } of class60) expect(messages.length).toBe(4);
  const desk = host.client.messages.filter(({ kind }) => kind === 'desk');
  expect(desk.length).toBeLessThan(30);
});
