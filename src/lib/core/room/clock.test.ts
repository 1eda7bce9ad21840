import { describe, expect, it, test } from 'vitest';
import { luckOf, newRoom, START } from '../../../../tests/laws/room-kit';
import { QUESTIONS } from '../../../../tests/samples/made-lesson';
import { alarmOf, eraseAt, graceOf, KEPT_MS, limitOf, timeAnswer } from './clock';
import { codeFrom, readCode } from './codes';
import type { Room } from './room';
import { DEFAULT_SETTINGS } from './settings';
import { step } from './step';

describe('the time of an answer', () => {
  // It was tapped 100 ms before the end of 10 s and arrives 200 ms after it.
  const tapped = 9_900;
  const arrival = 10_200;
  const cases: readonly [what: string, rttMs: number, expected: { ms: number; saved: boolean; late: boolean }][] = [
    ['a way long enough to explain it', 600, { ms: 9_900, saved: true, late: false }],
    ['a way too short to explain all of it', 400, { ms: 10_000, saved: true, late: false }],
    ['a way that explains nothing', 2, { ms: 10_199, saved: false, late: true }],
  ];
  test.each(cases)('with %s', (_, rttMs, expected) => {
    expect(timeAnswer({ tappedAt: tapped, rttMs }, arrival, arrival, 10_000, 1)).toMatchObject(expected);
  });

  it('is not before the opening, nor in the future, whatever the phone says', () => {
    expect(timeAnswer({ tappedAt: -5000, rttMs: 60_000 }, 700, 700, 10_000, 1).ms).toBe(0);
    expect(timeAnswer({ tappedAt: 99_999, rttMs: 60_000 }, 700, 700, 10_000, 1).ms).toBe(700);
    expect(timeAnswer({ tappedAt: null, rttMs: 60_000 }, 700, 700, 10_000, 1).ms).toBe(700);
  });

  it('is granted half a round trip, and a second and a half at most', () => {
    expect([0, 100, 3000, 60_000].map(graceOf)).toEqual([0, 50, 1500, 1500]);
  });

  it('is measured against a limit of one’s own', () => {
    expect(timeAnswer({ tappedAt: null, rttMs: 0 }, 14_000, 14_000, 10_000, 1.5)).toMatchObject({
      ofMs: 15_000,
      late: false,
    });
    expect(timeAnswer({ tappedAt: null, rttMs: 0 }, 14_000, 14_000, null, 1)).toMatchObject({
      ofMs: null,
      late: false,
    });
  });
});

it('forms that take longer get more', () => {
  const settings = { ...DEFAULT_SETTINGS, limitMs: 20_000 };
  expect(QUESTIONS.map((question) => limitOf(settings, question))).toEqual([
    20_000, 30_000, 30_000, 30_000, 40_000, 20_000,
  ]);
  expect(limitOf({ ...settings, limitMs: null }, QUESTIONS[0] ?? never())).toBeNull();
});

describe('the alarm', () => {
  const opened = (): Room => {
    const join = { kind: 'join', id: 'join-0001', name: null, team: null } as const;
    const one = step(
      newRoom({ limitMs: 10_000, readMs: 0 }),
      { ...join, token: 'token-of-the-first-0001' },
      START,
      luckOf(1),
    ).room;
    const two = step(one, { ...join, token: 'token-of-the-other-0001' }, START, luckOf(2)).room;
    const here = [0, 1].reduce(
      (room, seat) => step(room, { kind: 'presence', seat, here: true }, START, '0').room,
      two,
    );
    const host = { id: 'host-0001', room: here.id, secret: here.host };
    const slow = step(here, { kind: 'extra-time', ...host, seat: 1, factor: 2 }, START, '0').room;
    return step(slow, { kind: 'ask', ...host, id: 'host-0002', stage: 0, question: 0 }, START, '0').room;
  };
  const answered = (room: Room, seat: number): Room =>
    step(room, { kind: 'answer', id: `answer-${String(seat)}0`, room: room.id, seat, token: room.seats[seat]?.token ?? '', questionRevision: 1, response: { choice: 'b' }, tappedAt: null, rttMs: 0, sure: null, seenAt: null }, START + 1000, '0').room; // prettier-ignore

  it('waits for whoever has more time, unless they have answered or are gone', () => {
    const room = opened();
    expect(alarmOf(room)).toBe(START + 20_000 + room.graceMs);
    expect(alarmOf(answered(room, 0))).toBe(START + 20_000 + room.graceMs);
    expect(alarmOf(answered(room, 1))).toBe(START + 10_000 + room.graceMs);
    const gone = step(room, { kind: 'presence', seat: 1, here: false }, START, '0').room;
    expect(alarmOf(gone)).toBe(START + 10_000 + room.graceMs);
  });
});

it('more time is the same stage: the teacher’s next key, pressed before the page has heard of it, counts', () => {
  const host = { room: newRoom().id, secret: newRoom().host };
  const seated = step(newRoom({ limitMs: 10_000, readMs: 0 }), { kind: 'join', id: 'join-0001', name: null, team: null, token: 'token-of-the-first-0001' }, START, luckOf(1)).room; // prettier-ignore
  const asked = step(seated, { kind: 'ask', ...host, id: 'host-0001', stage: 0, question: 0 }, START, '0').room;
  const { stage } = asked;
  const longer = step(asked, { kind: 'add-time', ...host, id: 'host-0002', stage, ms: 15_000 }, START, '0');
  expect(longer.reply).toMatchObject({ ok: true });
  expect(alarmOf(longer.room)).toBe((alarmOf(asked) ?? 0) + 15_000);
  const twice = step(longer.room, { kind: 'add-time', ...host, id: 'host-0003', stage, ms: 15_000 }, START, '0');
  expect(alarmOf(twice.room)).toBe((alarmOf(asked) ?? 0) + 30_000);
  const told = step(twice.room, { kind: 'reveal', ...host, id: 'host-0004', stage }, START, '0');
  expect(told.room.phase.is).toBe('reveal');
});

it('a room is kept for a day after it last moved, its end, or its deadline', () => {
  const room = newRoom();
  expect(eraseAt(room)).toBe(START + KEPT_MS);
  const homework = newRoom({ mode: 'own-pace', deadline: START + 5 * KEPT_MS });
  expect(eraseAt(homework)).toBe(START + 6 * KEPT_MS);
  const ended = step(
    room,
    { kind: 'end', id: 'host-0001', room: room.id, secret: room.host, stage: 0 },
    START + 1000,
    '0',
  ).room;
  expect(eraseAt(ended)).toBe(START + 1000 + KEPT_MS);
});

describe('codes', () => {
  it('have as much luck in them as they are long, and can be typed in any way', () => {
    expect(codeFrom('ffffffffffffffffffffffffffffffff', 12)).toBe('ZZZZ-ZZZZ-ZZZZ');
    expect(codeFrom('0', 8)).toBe('0000-0000');
    const codes = new Set(Array.from({ length: 2000 }, (_, i) => codeFrom(luckOf(i), 8)));
    expect(codes.size).toBe(2000);
    expect(readCode(' abcd efgh-1o23 ')).toBe('ABCD-EFGH-1023');
    expect(readCode('iL0O')).toBe('1100');
    expect(readCode('')).toBe('');
  });
});

function never(): never {
  throw new Error('the made lesson has questions');
}
