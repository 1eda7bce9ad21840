import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { replay } from '$lib/core/room/replay';
import { ServedFolder } from '../../../tests/e2e/served-folder';
import { madeCreation } from '../../../tests/samples/made-lesson';
import { HostedRoom, newToken, TestClient, TestServer } from '../../../tests/samples/room-clients';
import { hasRedis, RedisProcess } from '../../../tests/samples/redis-process';
import { redisJournals } from './redis-journals';

// Several servers, one Redis. Without redis-server (Debian: apt-get install redis-server) these are left out, and counted as such.

describe.skipIf(!hasRedis)('two servers over one Redis', () => {
  let redis: RedisProcess;
  const stopping: (() => unknown)[] = [];
  beforeAll(async () => {
    redis = await RedisProcess.start();
  });
  afterAll(async () => {
    await redis.stop();
  });
  afterEach(async () => {
    for (const stop of stopping.splice(0).reverse()) await stop();
  });

  async function node(): Promise<TestServer> {
    const server = await TestServer.start(await redisJournals(redis.url, () => undefined));
    stopping.push(() => server.stop());
    return server;
  }

  const creation = () => ({ ...madeCreation(), secret: newToken() });

  it('are one room: who joins and answers at either is seen at both', async () => {
    const [one, two] = [await node(), await node()];
    const host = await HostedRoom.open(one, creation());
    const [ada, ben] = [await one.client().join(host.pin), await two.client().join(host.pin)];
    expect([ada.seat, ben.seat]).toEqual([0, 1]);
    const revision = await host.ask();
    await ben.last('phase', ({ phase }) => phase.is === 'answering');
    expect(await ada.answer(revision, 'b')).toEqual({ ok: true });
    expect(await ben.answer(revision, 'a')).toEqual({ ok: true });
    expect(await host.order({ kind: 'reveal' })).toEqual({ ok: true });
    const told = await Promise.all([ada, ben].map((pupil) => pupil.last('own', ({ own }) => own.result !== null)));
    expect(told.map(({ own }) => own.result?.band)).toEqual(['full', 'wrong']);
    const { seats } = await host.client.last('desk', (message) => message.counts.answered === 2);
    expect(seats).toBeDefined();
  });

  it('lose no answer and count none twice when both write at once', async () => {
    const [one, two] = [await node(), await node()];
    const host = await HostedRoom.open(one, creation());
    const pupils = await Promise.all(
      Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? one : two).client().join(host.pin)),
    );
    expect(new Set(pupils.map(({ seat }) => seat)).size).toBe(60);
    const revision = await host.ask();
    await Promise.all(pupils.map((pupil) => pupil.last('phase', ({ phase }) => phase.is === 'answering')));
    const replies = await Promise.all(pupils.map((pupil) => pupil.answer(revision, 'b')));
    expect(replies.every(({ ok }) => ok)).toBe(true);
    await vi.waitUntil(() =>
      [one, two].every((each) => each.rooms.keeper.room(host.room)?.room.rounds[0]?.answered === 60),
    );
    const [a, b] = [one, two].map((each) => each.rooms.keeper.room(host.room)?.room);
    expect(a).toEqual(b);
    const entries = (await one.rooms.keeper.room(host.room)?.journal.read()) ?? [];
    expect([...replay(entries)].at(-1)?.room).toEqual(a);
    expect(entries.map(({ n }) => n)).toEqual(entries.map((_, index) => index));
  });

  it('make one room of one wish, and give no PIN twice', async () => {
    const [one, two] = [await node(), await node()];
    const wish = creation();
    expect(await two.make(wish)).toBe(await one.make(wish));
    const pins = await Promise.all(Array.from({ length: 20 }, async (_, i) => (await HostedRoom.open(i % 2 === 0 ? one : two, creation())).pin)); // prettier-ignore
    expect(new Set(pins).size).toBe(20);
  });

  it('forget a room together', async () => {
    const [one, two] = [await node(), await node()];
    const host = await HostedRoom.open(one, creation());
    const ben = await two.client().join(host.pin);
    expect(await host.order({ kind: 'erase' })).toEqual({ ok: true });
    expect(await ben.last('gone')).toMatchObject({ why: 'erased' });
    expect(await two.client().send({ kind: 'find', pin: host.pin, secret: null })).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });

  it('one is killed in the middle of a question: no acknowledged answer is lost, all go on at the other, and the clock runs on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-node-'));
    writeFileSync(join(folder, '200.html'), '<p>A page</p>');
    stopping.push(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const doomed = await ServedFolder.start(folder, '', { REDIS_URL: redis.url });
    const other = await node();
    stopping.push(() => doomed.kill());
    const host = await HostedRoom.open(other, creation());
    const pupils = await Promise.all(Array.from({ length: 30 }, () => {
      const pupil = new TestClient(doomed.url);
      stopping.push(() => {
        pupil.socket.close();
      });
      return pupil.join(host.pin);
    })); // prettier-ignore
    const revision = await host.ask();
    await Promise.all(pupils.map((pupil) => pupil.last('phase', ({ phase }) => phase.is === 'answering')));
    const acknowledged = new Map<TestClient, string>();
    for (const [index, pupil] of pupils.entries()) {
      const choice = index % 2 === 0 ? 'a' : 'b';
      void pupil.answer(revision, choice).then(({ ok }) => { if (ok) acknowledged.set(pupil, choice); }); // prettier-ignore
    }
    await vi.waitUntil(() => acknowledged.size > 3, { interval: 1 });
    await doomed.kill();
    const before = new Map(acknowledged);

    await Promise.all(pupils.map(async (pupil) => {
      const again = other.client();
      const { room, seat, token } = pupil;
      expect(await again.send({ kind: 'hello', room, seat, token, revision: null })).toMatchObject({ ok: true });
      const { own, phase } = await again.last('snapshot');
      expect(phase.is).toBe('answering');
      const said = before.get(pupil);
      if (said !== undefined) expect(own.answer).toEqual({ choice: said });
      const answer = { kind: 'answer', room, seat, token, questionRevision: revision, response: { choice: 'b' }, tappedAt: null, rttMs: 0, sure: null, seenAt: null } as const;
      expect(await again.send(answer)).toEqual({ ok: true });
    })); // prettier-ignore
    await host.order({ kind: 'reveal' });
    const { view } = await host.client.last('host', (message) => message.view.phase.is === 'reveal');
    expect(view.votes).toMatchObject([{ counts: { b: 30 } }]);
  });

  it('both are gone for a while: the room waits, paused', async () => {
    const first = await node();
    const host = await HostedRoom.open(first, creation());
    const ada = await first.client().join(host.pin);
    const revision = await host.ask();
    await ada.answer(revision, 'b');
    await first.down();
    const journals = await redisJournals(redis.url, () => undefined);
    // As if the last sign of life had run out.
    const { createClient } = await import('redis');
    const client = createClient({ url: redis.url });
    await client.connect();
    await client.del(`dateline:{${host.room}}:alive`);
    await client.close();
    const second = await TestServer.start(journals);
    stopping.push(() => second.stop());
    const back = second.client();
    [back.room, back.seat] = [ada.room, ada.seat];
    const { room, seat, token } = ada;
    expect((await back.send({ kind: 'hello', room, seat, token, revision: null })).ok).toBe(true);
    const { phase, own } = await back.last('snapshot');
    expect(phase).toMatchObject({ is: 'paused', by: 'restart' });
    expect(own.answer).toEqual({ choice: 'b' });
  });
});

it('a Redis that is not there is told, not waited for', async () => {
  await expect(redisJournals('redis://127.0.0.1:1', () => undefined)).rejects.toThrow();
});
