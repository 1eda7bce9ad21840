import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { replay, type JournalEntry } from '$lib/core/room/replay';
import { ServedFolder } from '../../../tests/e2e/served-folder';
import { madeCreation } from '../../../tests/samples/made-lesson';
import { HostedRoom, TestClient, TestServer } from '../../../tests/samples/room-clients';
import { lockFolder } from './data-lock';
import { fileJournals } from './file-journals';
import type { Journal, Journals } from './journals';
import { Pulse } from './pulse';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(async () => {
  await server.stop();
});

const DAY_MS = 24 * 3_600_000;
const roomOf = (host: HostedRoom) => server.rooms.keeper.room(host.room)?.room;
const folderOf = (host: HostedRoom): string => join(server.folder, 'rooms', host.room);

describe('a restart', () => {
  it('goes on where it stopped: the same room, paused with the time that was left', async () => {
    const host = await HostedRoom.open(server, madeCreation({ limitMs: 30_000 }));
    const ada = await server.client().join(host.pin);
    const revision = await host.ask();
    await ada.answer(revision, 'b');
    const before = roomOf(host);
    await server.down();
    server.skew += 600_000;
    await server.up();

    // The phone comes back by itself.
    await ada.connected();
    expect((await ada.hello()).ok).toBe(true);
    const { phase, own } = await ada.last('snapshot', (message) => message.phase.is === 'paused');
    expect(phase).toMatchObject({ by: 'restart', held: 'answering', question: { questionRevision: revision } });
    expect(phase.is === 'paused' ? phase.leftMs : 0).toBeGreaterThan(25_000);
    expect(own).toMatchObject({ seat: ada.seat, answer: { choice: 'b' } });
    expect(roomOf(host)?.rounds).toEqual(before?.rounds);

    await host.client.connected();
    await host.client.send({ kind: 'host', room: host.room, secret: host.secret });
    await host.client.last('host', ({ view }) => view.phase.is === 'paused');
    expect(await host.order({ kind: 'resume' })).toEqual({ ok: true });
    expect(await ada.answer(revision, 'a')).toEqual({ ok: true });
  });

  it('reads a snapshot and what was written after it, or the journal alone: the same room', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const pupils = await Promise.all(Array.from({ length: 30 }, () => server.client().join(host.pin)));
    const revision = await host.ask();
    for (let i = 0; i < 18; i++)
      await Promise.all(pupils.map((pupil) => pupil.answer(revision, i % 2 === 0 ? 'a' : 'b')));
    await server.down();
    const files = readdirSync(folderOf(host));
    expect(files).toContain('snapshot.json');
    const journals = fileJournals(server.folder, () => undefined);
    const [withSnapshot] = await journals.load();
    rmSync(join(folderOf(host), 'snapshot.json'));
    const [alone] = await journals.load();
    expect(withSnapshot?.revision).toBeGreaterThan(500);
    expect(alone).toEqual(withSnapshot);
  });

  it('drops a line that was half written when the power went, and nothing else', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const ada = await server.client().join(host.pin);
    await ada.answer(await host.ask(), 'b');
    await server.down();
    appendFileSync(join(folderOf(host), 'journal.ndjson'), '{"n":99,"now":17000');
    await server.up();
    expect(roomOf(host)?.rounds[0]?.answers[ada.seat]).toMatchObject({ response: { choice: 'b' } });
    await server.down();
    await server.up();
    expect(roomOf(host)?.rounds[0]?.answers[ada.seat]).toMatchObject({ response: { choice: 'b' } });
  });

  it('brings all other rooms back where one cannot be read, and says which', async () => {
    const broken = await HostedRoom.open(server, madeCreation());
    const sound = await HostedRoom.open(server, { ...madeCreation(), secret: 'another-host-secret-00000' });
    await server.down();
    const path = join(folderOf(broken), 'journal.ndjson');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"luck"', '"lu'));
    await server.up();
    expect(roomOf(sound)?.phase.is).toBe('lobby');
    expect(roomOf(broken)).toBeUndefined();
    expect(server.logged.some((line) => line.includes('room-unreadable') && line.includes(broken.room))).toBe(true);
  });
});

test('SIGKILL in the middle of a question: no acknowledged answer is lost, and all come back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-killed-'));
  writeFileSync(join(folder, '200.html'), '<p>A page</p>');
  const site = await ServedFolder.start(folder);
  const clients: TestClient[] = [];
  try {
    const response = await fetch(`${site.url}/rooms`, { method: 'POST', body: JSON.stringify(madeCreation()), headers: { 'content-type': 'application/json' } }); // prettier-ignore
    const { room } = (await response.json()) as { readonly room: string };
    const connect = (): TestClient => {
      const client = new TestClient(site.url);
      clients.push(client);
      return client;
    };
    const host = connect();
    const { secret } = madeCreation();
    await host.send({ kind: 'host', room, secret });
    const { view } = await host.last('host');
    const pupils = await Promise.all(Array.from({ length: 40 }, () => connect().join(view.pin)));
    await host.send({ kind: 'ask', room, secret, stage: 0, question: 0 });

    const acknowledged = new Map<TestClient, string>();
    for (const [index, pupil] of pupils.entries()) {
      const choice = index % 2 === 0 ? 'a' : 'b';
      void pupil.answer(1, choice).then(({ ok }) => { if (ok) acknowledged.set(pupil, choice); }); // prettier-ignore
    }
    // As soon as some, and before all: the others are under way.
    await vi.waitUntil(() => acknowledged.size > 5, { interval: 1 });
    await site.restart();

    expect(acknowledged.size).toBeGreaterThan(5);
    await Promise.all(pupils.map(async (pupil) => {
      await pupil.connected();
      expect((await pupil.hello()).ok).toBe(true);
      const { own, phase } = await pupil.last('snapshot', (message) => message.phase.is === 'paused');
      expect(phase).toMatchObject({ by: 'restart' });
      const said = acknowledged.get(pupil);
      if (said !== undefined) expect(own.answer).toEqual({ choice: said });
    })); // prettier-ignore
  } finally {
    for (const { socket } of clients) socket.close();
    await site.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a full disk: nothing is acknowledged that is not written, and the room goes on once there is room', async () => {
  let full = false;
  const onDisk = fileJournals(server.folder, () => undefined);
  const filling = (journal: Journal): Journal => ({
    append: (entries, room) => (full ? Promise.reject(new Error('ENOSPC')) : journal.append(entries, room)),
    sync: () => journal.sync(),
    since: (n) => journal.since(n),
    follow: (changed) => journal.follow(changed),
    read: () => journal.read(),
    erase: () => journal.erase(),
    close: () => journal.close(),
  });
  const journals: Journals = {
    ...onDisk,
    create: async (room, entry) => {
      const journal = await onDisk.create(room, entry);
      return journal === null ? null : filling(journal);
    },
  };
  await server.down();
  await server.up(journals);
  const host = await HostedRoom.open(server, madeCreation());
  const ada = await server.client().join(host.pin);
  const revision = await host.ask();
  full = true;
  expect(await ada.answer(revision, 'b', { id: 'an-answer-0001' })).toEqual({ ok: false, reason: 'unavailable' });
  expect(roomOf(host)?.rounds[0]?.answered).toBe(0);
  full = false;
  expect(await ada.answer(revision, 'b', { id: 'an-answer-0001' })).toEqual({ ok: true });
  expect(roomOf(host)?.rounds[0]?.answered).toBe(1);
});

describe('the journal', () => {
  it('is the lesson: step by step it leads to the same room, and holds no secret that could be used', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const ada = await server.client().join(host.pin);
    await ada.answer(await host.ask(), 'a');
    await host.order({ kind: 'reveal' });
    await host.order({ kind: 'correct-key', question: 0, right: { key: ['a'] } });
    const url = `${server.url}/rooms/${host.room}/journal`;
    const text = await (await fetch(url, { headers: { authorization: `Bearer ${host.secret}` } })).text();
    const entries = text.trimEnd().split('\n').map((line) => JSON.parse(line) as JournalEntry); // prettier-ignore
    const steps = [...replay(entries)];
    expect(steps.at(-1)?.room).toEqual(roomOf(host));
    expect(steps.map(({ room }) => room.phase.is)).toEqual([
      'lobby',
      'lobby',
      'lobby',
      'answering',
      'answering',
      'reveal',
      'reveal',
    ]);
    // The key was wrong: after its correction the answer is right.
    expect(steps.at(-1)?.room.scores[ada.seat]).toMatchObject({ right: 1, points: 100 });
    for (const hidden of [host.secret, ada.token]) expect(text).not.toContain(hidden);
  });
});

describe('forgetting', () => {
  it('erases a room a day after its end, files and all, and tells who is still there', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    await host.order({ kind: 'end' });
    await server.down();
    server.skew += DAY_MS - 60_000;
    await server.up();
    expect(roomOf(host)?.phase.is).toBe('ended');
    const ada = server.client();
    await ada.send({ kind: 'host', room: host.room, secret: host.secret });
    await server.down();
    server.skew += 61_000;
    await server.up();
    await vi.waitUntil(() => readdirSync(join(server.folder, 'rooms')).length === 0, { interval: 5 });
    expect(roomOf(host)).toBeUndefined();
    expect(await server.client().send({ kind: 'find', pin: host.pin, secret: null })).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });

  it('keeps homework until a day after its deadline', async () => {
    const deadline = Date.now() + 7 * DAY_MS;
    const host = await HostedRoom.open(server, madeCreation({ mode: 'own-pace', deadline }));
    expect(await host.order({ kind: 'ask', question: null })).toEqual({ ok: true });
    await server.down();
    server.skew = 6 * DAY_MS;
    await server.up();
    expect(roomOf(host)?.phase).toMatchObject({ is: 'own-pace', deadline });
    await server.down();
    server.skew = 7 * DAY_MS + 1000;
    await server.up();
    await vi.waitUntil(() => roomOf(host)?.phase.is === 'ended', { interval: 5 });
    expect(roomOf(host)?.phase).toMatchObject({ is: 'ended' });
    await server.down();
    server.skew = 8 * DAY_MS + 10_000;
    await server.up();
    await vi.waitUntil(() => readdirSync(join(server.folder, 'rooms')).length === 0, { interval: 5 });
    expect(roomOf(host)).toBeUndefined();
  });

  it('at once when the teacher says so', async () => {
    const host = await HostedRoom.open(server, madeCreation());
    const ada = await server.client().join(host.pin);
    expect(await host.order({ kind: 'erase' })).toEqual({ ok: true });
    expect(await ada.last('gone')).toMatchObject({ why: 'erased' });
    expect(readdirSync(join(server.folder, 'rooms'))).toEqual([]);
  });
});

describe('a laptop that sleeps', () => {
  it('is noticed before anything that was due meanwhile happens', () => {
    let now = 1000;
    const slept = vi.fn();
    const pulse = new Pulse(() => now, slept);
    now += 1500;
    expect(pulse.check()).toBe(false);
    now += 3_600_000;
    expect(pulse.check()).toBe(true);
    expect(slept).toHaveBeenCalledExactlyOnceWith(2500);
    expect(pulse.check()).toBe(false);
    pulse.stop();
  });

  it('pauses the question that was open', async () => {
    const host = await HostedRoom.open(server, madeCreation({ limitMs: 30_000 }));
    await host.ask();
    server.skew += 3_600_000;
    const { view } = await host.client.last('host', (message) => message.view.phase.is === 'paused');
    expect(view.phase).toMatchObject({ by: 'sleep', held: 'answering' });
  });
});

test('two servers do not share a data folder, and a killed one does not keep it', async () => {
  const folder = join(server.folder, 'locked');
  const unlock = await lockFolder(folder);
  if (typeof unlock === 'string') throw new Error(unlock);
  await unlock();
  writeFileSync(join(folder, 'server.pid'), String(process.ppid));
  expect(await lockFolder(folder)).toMatch(new RegExp(`process ${String(process.ppid)}.*DATA_DIR`));
  // No process has this number: it was killed.
  writeFileSync(join(folder, 'server.pid'), '4194999');
  expect(typeof (await lockFolder(folder))).toBe('function');
});
