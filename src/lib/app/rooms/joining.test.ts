import { expect, test } from 'vitest';
import type { Command, Reply, ReplyTo } from '$lib/core/room/protocol';
import type { AboutView, AskedView, OwnView, SharedPhase } from '$lib/core/room/view';
import { readJoinAddress } from './address';
import { Joining } from './joining.svelte';
import type { KeptSeat, LineListener, RoomLine, SeatStore } from './ports';

const page = 'http://class.test/join/';
const secret = 'Zm9vYmFyYmF6cXV4MTIzNA';
const room = 'abcdefghijklmnopqrstuv';

const about: AboutView = {
  room, title: 'Kyiv', language: 'en', tone: 'grave', pack: 'ukraine-2022', names: 'generated', scoring: 'accuracy', teams: [], asksSure: true,
}; // prettier-ignore

function asked(questionRevision: number): AskedView {
  return {
    questionRevision, index: 0, of: 3, kind: 'date', form: 'choice', stem: 'When?', options: [{ id: 'a', text: 'A' }, { id: 'b', text: 'B' }],
    dispatch: null, according: null, unit: null, frame: null, language: 'en',
  }; // prettier-ignore
}

const open = (revision: number): SharedPhase => ({
  is: 'answering',
  question: asked(revision),
  opensAt: 0,
  closesAt: 30_000,
});

function own(answer: OwnView['answer'] = null, answerTo: number | null = 7): OwnView {
  return {
    seat: 4, name: 'Calm Otter', team: null, closesAt: null, answer, answerTo, sure: null, result: null, score: { points: 0, right: 0, of: 0, rank: null }, at: null, done: false,
  }; // prettier-ignore
}

/** A line whose other end the test plays. `there` false: nothing gets there. `lost`: it does, and the reply does not. */
class FakeLine implements RoomLine {
  there = true;
  lost = false;
  readonly sent: Command[] = [];
  listener: LineListener | null = null;
  reply: (command: Command) => Reply = () => ({ ok: true });

  ask<C extends Command>(command: C): Promise<ReplyTo<C['kind']> | null> {
    if (!this.there) return Promise.resolve(null);
    this.sent.push(command);
    const reply = this.reply(command) as ReplyTo<C['kind']>; // the test knows what it replies
    return Promise.resolve(this.lost ? null : reply);
  }
  now = (): number => 1000;
  rttMs = (): number => 20;
  listen(listener: LineListener): void {
    this.listener = listener;
  }
  close = (): void => undefined;
  kinds = (): string[] => this.sent.map(({ kind }) => kind);
}

class FakeSeats implements SeatStore {
  seats: KeptSeat[] = [];
  find = (pin: string): KeptSeat | null => this.seats.find((seat) => seat.pin === pin) ?? null;
  keep = (seat: KeptSeat): void => {
    this.seats = [seat, ...this.seats.filter((one) => one.room !== seat.room)];
  };
  forget = (gone: string): void => {
    this.seats = this.seats.filter((seat) => seat.room !== gone);
  };
}

function serve(command: Command): Reply {
  if (command.kind === 'find') return { ok: true, about, started: false };
  if (command.kind === 'join') return { ok: true, room, seat: 4 };
  if (command.kind === 'hello') return { ok: true, current: false };
  return { ok: true };
}

/** Lets every promise that waits have its turn. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let ids = 0;
function phone(line: FakeLine, seats: SeatStore, address = `${page}?room=482913#${secret}`): Joining {
  const luck = { secret: () => `token-of-a-phone-${String(ids++).padStart(6, '0')}`, id: () => `id-${String(ids++)}` };
  const joining = new Joining({ line, seats, luck, address: readJoinAddress(new URL(address)) });
  joining.open();
  return joining;
}

async function inside(line: FakeLine, seats = new FakeSeats()): Promise<Joining> {
  line.reply = serve;
  const joining = phone(line, seats);
  line.listener?.onconnect();
  await settle();
  line.listener?.onmessage({ kind: 'snapshot', revision: 5, now: 0, about, phase: open(7), own: own() });
  return joining;
}

test('a scanned code leads to a seat without a word typed, and the seat is kept', async () => {
  const [line, seats] = [new FakeLine(), new FakeSeats()];
  const joining = await inside(line, seats);
  expect(line.kinds()).toEqual(['find', 'join', 'hello']);
  expect(joining.place).toEqual({ is: 'inside' });
  expect(seats.find('482913')).toMatchObject({ room, seat: 4 });
});

test('a join whose reply got lost is sent again with the same token, so that nobody sits twice', async () => {
  const [line, seats] = [new FakeLine(), new FakeSeats()];
  line.reply = (command) => {
    line.lost = command.kind === 'join';
    return serve(command);
  };
  const first = phone(line, seats);
  line.listener?.onconnect();
  await settle();
  first.close();
  line.lost = false;
  line.reply = serve;
  phone(line, seats);
  line.listener?.onconnect();
  await settle();
  const tokens = line.sent.flatMap((command) => (command.kind === 'join' ? [command.token] : []));
  expect(tokens).toHaveLength(2);
  expect(new Set(tokens).size).toBe(1);
});

test('an answer given without a network is kept over a reload and sent when the class is there again', async () => {
  const [line, seats] = [new FakeLine(), new FakeSeats()];
  const joining = await inside(line, seats);
  line.there = false;
  await joining.answer.give({ choice: 'a' });
  expect(joining.answer.stand).toBe('sent');
  joining.close();

  line.there = true;
  const again = phone(line, seats, page + '?room=482913');
  line.listener?.onconnect();
  line.listener?.onmessage({ kind: 'snapshot', revision: 9, now: 0, about, phase: open(7), own: own() });
  await settle();
  expect(line.sent.at(-1)).toMatchObject({
    kind: 'answer',
    questionRevision: 7,
    response: { choice: 'a' },
    tappedAt: 1000,
  });
  expect(again.answer.stand).toBe('counts');
});

test('an answer that was under way when the next question came is not carried over to it', async () => {
  const line = new FakeLine();
  const joining = await inside(line);
  line.there = false;
  await joining.answer.give({ choice: 'a' });
  line.there = true;
  const before = line.sent.length;
  line.listener?.onmessage({ kind: 'phase', revision: 12, phase: open(8) });
  await joining.answer.flush();
  expect(line.sent.slice(before).filter(({ kind }) => kind === 'answer')).toEqual([]);
  expect(joining.answer.draft).toBeNull();
});

test('of two taps in a row the last one counts, and both ends agree on it', async () => {
  const line = new FakeLine();
  const joining = await inside(line);
  await Promise.all([joining.answer.give({ choice: 'a' }), joining.answer.give({ choice: 'b' })]);
  await settle();
  const given = line.sent.flatMap((command) => (command.kind === 'answer' ? [command.response] : []));
  expect(given.at(-1)).toEqual({ choice: 'b' });
  expect(joining.answer.counted).toEqual({ choice: 'b' });
});

// A pupil changed the vote, the teacher paused, and the screen went back to the first vote though the second one counted.
test('an answer that counts stays on the screen when the phase changes before the server tells of it again', async () => {
  const line = new FakeLine();
  const joining = await inside(line);
  line.listener?.onmessage({ kind: 'own', revision: 11, own: own({ choice: 'a' }) });
  await joining.answer.give({ choice: 'b' });
  expect(joining.answer.stand).toBe('counts');
  line.listener?.onmessage({
    kind: 'phase',
    revision: 12,
    phase: { is: 'paused', held: 'answering', by: 'host', question: asked(7), leftMs: 9000 },
  });
  expect(joining.answer.draft).toEqual({ choice: 'b' });
  expect(joining.answer.counted).toEqual({ choice: 'b' });
});

test('what stands on the screen when the time is over is sent, once', async () => {
  const line = new FakeLine();
  const joining = await inside(line);
  joining.answer.put({ point: [30.5, 50.4] });
  expect(joining.answer.stand).toBe('changed');
  await joining.answer.giveDraft();
  await joining.answer.giveDraft();
  expect(line.kinds().filter((kind) => kind === 'answer')).toHaveLength(1);
});

test('an order that nobody has touched is not given when the time is over', async () => {
  const line = new FakeLine();
  const joining = await inside(line);
  joining.answer.put({ order: ['a', 'b'] }, false);
  await joining.answer.giveDraft();
  expect(line.kinds()).not.toContain('answer');
  joining.answer.put({ order: ['b', 'a'] });
  await joining.answer.giveDraft();
  expect(line.kinds()).toContain('answer');
});

test('an answer that came too late is told so, and does not look as if it counted', async () => {
  const line = new FakeLine();
  const joining = await inside(line);
  line.reply = () => ({ ok: false, reason: 'too-late' });
  await joining.answer.give({ choice: 'a' });
  expect(joining.answer.refused).toBe('too-late');
  expect(joining.answer.stand).toBe('changed');
});

test('a message that is older than what is on the screen changes nothing', async () => {
  const line = new FakeLine();
  const joining = await inside(line);
  line.listener?.onmessage({ kind: 'phase', revision: 12, phase: open(8) });
  line.listener?.onmessage({ kind: 'phase', revision: 11, phase: open(7) });
  expect(joining.room.question?.questionRevision).toBe(8);
});

test('whoever is sent out stays out, and the phone forgets the seat', async () => {
  const [line, seats] = [new FakeLine(), new FakeSeats()];
  const joining = await inside(line, seats);
  line.listener?.onmessage({ kind: 'gone', revision: 13, why: 'kicked' });
  expect(joining.place).toEqual({ is: 'gone', why: 'kicked' });
  expect(seats.find('482913')).toBeNull();
  const before = line.sent.length;
  line.listener?.onconnect();
  await settle();
  expect(line.sent.length, 'it does not knock again by itself').toBe(before);
});

test('a room that was erased leads to the door, not to an error', async () => {
  const [line, seats] = [new FakeLine(), new FakeSeats()];
  seats.keep({ room, pin: '482913', seat: 4, token: secret, answer: null });
  line.reply = () => ({ ok: false, reason: 'not-found' });
  const joining = phone(line, seats, page + '?room=482913');
  line.listener?.onconnect();
  await settle();
  expect(joining.place).toEqual({ is: 'door', problem: 'not-found' });
  expect(seats.find('482913')).toBeNull();
});

test('how sure a pupil is goes with the answer, once it is said, and does not outlive its question', async () => {
  const line = new FakeLine();
  const joining = await inside(line);
  await joining.answer.give({ choice: 'a' });
  await joining.answer.give({ choice: 'a' }, false);
  await joining.answer.give({ choice: 'b' });
  const told = line.sent.flatMap((command) => (command.kind === 'answer' ? [command.sure] : []));
  expect(told).toEqual([null, false, false]);
  line.listener?.onmessage({ kind: 'phase', revision: 6, phase: open(8) });
  expect(joining.answer.sure).toBeNull();
});

test('when a question came is told by a phone that was there, and by none that came in later', async () => {
  const line = new FakeLine();
  const joining = await inside(line);
  const seen = (): unknown => line.sent.findLast(({ kind }) => kind === 'answer');
  await joining.answer.give({ choice: 'a' });
  expect(seen(), 'it was open already when the phone came').toMatchObject({ seenAt: null });
  line.listener?.onmessage({ kind: 'phase', revision: 6, phase: open(8) });
  await joining.answer.give({ choice: 'a' });
  expect(seen()).toMatchObject({ questionRevision: 8, seenAt: 1000 });
});

test('what was answered to one question is never taken for an answer to the next, in whatever order the messages come', async () => {
  const line = new FakeLine();
  const joining = await inside(line);
  await joining.answer.give({ choice: 'a' });
  expect(joining.answer.stand).toBe('counts');
  const sent = line.sent.length;
  line.listener?.onmessage({ kind: 'phase', revision: 6, phase: open(8) });
  expect(joining.answer.draft).toBeNull();
  expect(joining.answer.stand).toBe('none');
  line.listener?.onmessage({ kind: 'own', revision: 6, own: own(null, 8) });
  await joining.answer.giveDraft();
  expect(joining.answer.draft).toBeNull();
  expect(line.sent, 'nothing is given by itself').toHaveLength(sent);
});
