import { describe, expect, it } from 'vitest';
import { luckOf, START } from '../../../../tests/laws/room-kit';
import { madeCreation } from '../../../../tests/samples/made-lesson';
import { PlayedClass } from '../../../../tests/samples/played-class';
import { createRoom } from './create-room';
import { AGAIN_AFTER_MS } from './flow';
import { againstGhost, lessonFile } from './ghost';
import { hostView, projectorView, standingsOf } from './host-view';
import { reportOf } from './report';
import type { Room } from './room';
import type { RoomSettings } from './settings';

describe('a report', () => {
  it('says of each question what the right answer was taken for, and by whom surely', () => {
    const lesson = new PlayedClass(4).order({ kind: 'ask', question: 0 });
    lesson
      .answer(0, { choice: 'b' }, 1000)
      .answer(1, { choice: 'a' }, 1000, true)
      .answer(2, { choice: 'a' }, 1000, false);
    lesson.order({ kind: 'reveal' }).order({ kind: 'end' });
    const report = reportOf(lesson.room);
    expect(report.questions).toMatchObject([
      {
        index: 0,
        share: 1 / 3,
        counted: { of: 'options', counts: { a: 2, b: 1, c: 0 }, none: 1 },
        mistakes: [{ said: '1 March 2022', count: 2, sure: 1, why: 'SECRET-WHY-a' }],
        medianMs: 2000,
      },
    ]);
    expect(report.weak).toEqual([0]);
    expect(report.pupils.map(({ right, of, answers }) => [right, of, answers[0]?.said])).toEqual([
      [1, 1, '2 March 2022'],
      [0, 1, '1 March 2022'],
      [0, 1, '1 March 2022'],
      [0, 1, null],
    ]);
  });

  it('says how far apart the phones had a question, and believes no clock that says what cannot be', () => {
    const lesson = new PlayedClass(5, { readMs: 0 });
    for (const late of [9, 40]) {
      lesson.order({ kind: 'ask', question: 0 });
      const opened = lesson.now;
      const seen = [opened + 2, opened + late, null, opened - 100_000, opened + 9_000_000];
      for (const [seat, at] of seen.entries()) lesson.answer(seat, { choice: 'b' }, 100, null, at);
      lesson.order({ kind: 'reveal' });
    }
    const report = reportOf(lesson.room);
    expect(report.questions.map(({ spreadMs }) => spreadMs)).toEqual([7, 38]);
    expect(report.spread).toEqual({ medianMs: 7, worstMs: 38 });
    expect(reportOf(new PlayedClass(2).order({ kind: 'ask', question: 0 }).room).spread).toBeNull();
  });

  it('shows pins and dates with their median, names and orders by what was said', () => {
    const lesson = new PlayedClass(3).order({ kind: 'ask', question: 2 });
    for (const [seat, point] of [[30, 50], [30.2, 50.6], [31, 51]].entries()) lesson.answer(seat, { point: [point[0] ?? 0, point[1] ?? 0] }); // prettier-ignore
    lesson.order({ kind: 'reveal' }).order({ kind: 'ask', question: 1 });
    for (const [seat, typed] of ['2 March 2022', '5 March 2022', 'no idea'].entries()) lesson.answer(seat, { typed });
    lesson.order({ kind: 'reveal' }).order({ kind: 'ask', question: 4 });
    lesson
      .answer(0, { order: ['b', 'c', 'a'] })
      .answer(1, { order: ['c', 'b', 'a'] })
      .order({ kind: 'reveal' });
    const [pins, dates, orders] = reportOf(lesson.room).questions.map(({ counted }) => counted);
    expect(pins).toEqual({ of: 'points', points: [[30, 50], [30.2, 50.6], [31, 51]], median: [30.2, 50.6], none: 0 }); // prettier-ignore
    expect(dates).toEqual({
      of: 'dates',
      days: ['2022-03-02', '2022-03-05'],
      median: '2022-03-02',
      unread: 1,
      none: 0,
    });
    expect(orders).toEqual({ of: 'orders', places: { a: [0, 0, 2], b: [1, 1, 0], c: [1, 1, 0] }, right: 1, none: 1 });
  });

  it('has both votes of peer instruction; who votes once stands by it', () => {
    const lesson = new PlayedClass(3).order({ kind: 'ask', question: 0 });
    lesson.answer(0, { choice: 'a' }).answer(1, { choice: 'a' }).answer(2, { choice: 'b' });
    lesson.order({ kind: 'discuss' });
    expect(projectorView(lesson.room).votes).toMatchObject([{ counts: { a: 2, b: 1 } }]);
    lesson.order({ kind: 'vote-again' }).answer(0, { choice: 'b' }).order({ kind: 'reveal' });
    const [question] = reportOf(lesson.room).questions;
    expect(question).toMatchObject({
      first: { counts: { a: 2, b: 1 } },
      counted: { counts: { a: 1, b: 2 } },
      share: 2 / 3,
    });
  });

  it('adds raised hands and printed cards to the phones’ answers', () => {
    const lesson = new PlayedClass(1)
      .order({ kind: 'add-seats', seats: [{ name: 'Eva', card: 7 }] })
      .order({ kind: 'ask', question: 0 });
    lesson.answer(0, { choice: 'b' });
    lesson.order({ kind: 'cards', questionRevision: 1, cards: [{ card: 7, choice: 'a' }, { card: 99, choice: 'b' }] }); // prettier-ignore
    lesson.order({ kind: 'cards', questionRevision: 1, cards: [{ card: 7, choice: 'b' }] });
    lesson.order({ kind: 'hands', questionRevision: 1, counts: { a: 5, b: 3 } }).order({ kind: 'reveal' });
    const report = reportOf(lesson.room);
    expect(report.questions[0]).toMatchObject({ counted: { counts: { a: 5, b: 5 } }, share: 0.5 });
    expect(report.pupils[1]).toMatchObject({ name: 'Eva', right: 1, points: 100 });
  });

  it('follows a corrected key, and a question that counts no more', () => {
    const lesson = new PlayedClass(2).order({ kind: 'ask', question: 0 });
    lesson.answer(0, { choice: 'b' }).answer(1, { choice: 'c' }).order({ kind: 'reveal' }).order({ kind: 'end' });
    const rights = (): number[] => reportOf(lesson.room).pupils.map(({ right }) => right);
    expect(rights()).toEqual([1, 0]);
    lesson.order({ kind: 'correct-key', question: 0, right: { key: ['c'] } });
    expect(rights()).toEqual([0, 1]);
    lesson.order({ kind: 'correct-key', question: 0, right: { counts: false } });
    expect(reportOf(lesson.room).pupils.map(({ of }) => of)).toEqual([0, 0]);
  });

  it('takes another order, other days, another name and a wider place for right', () => {
    const lesson = new PlayedClass(2);
    const given = [
      [4, { order: ['b', 'c', 'a'] }, { order: ['c', 'b', 'a'] }],
      [1, { typed: '2 March 2022' }, { typed: '5 March 2022' }],
      [3, { typed: 'Hostomel' }, { typed: 'Antonov' }],
    ] as const;
    for (const [question, one, other] of given) {
      lesson.order({ kind: 'ask', question });
      lesson.answer(0, 'order' in one ? { order: [...one.order] } : one);
      lesson.answer(1, 'order' in other ? { order: [...other.order] } : other);
      lesson.order({ kind: 'reveal' });
    }
    const rights = (): number[] => reportOf(lesson.room).pupils.map(({ right }) => right);
    expect(rights()).toEqual([3, 0]);
    lesson.order({ kind: 'correct-key', question: 4, right: { key: ['c', 'b', 'a'] } });
    expect(rights()).toEqual([2, 1]);
    lesson.order({ kind: 'correct-key', question: 1, right: { from: '2022-03-05', to: '2022-03-05' } });
    expect(rights()).toEqual([1, 2]);
    lesson.order({ kind: 'correct-key', question: 3, right: { alsoName: 'Antonov' } });
    expect(rights()).toEqual([1, 3]);

    lesson.order({ kind: 'ask', question: 2 });
    lesson
      .answer(0, { point: [30.2, 50.6] })
      .answer(1, { point: [30.6, 50.6] })
      .order({ kind: 'reveal' });
    expect(rights()).toEqual([2, 3]);
    lesson.order({ kind: 'correct-key', question: 2, right: { withinKm: 30 } });
    expect(rights()).toEqual([2, 4]);
    expect(() => lesson.order({ kind: 'correct-key', question: 0, right: { withinKm: 30 } })).toThrow('no-such-option');
  });
});

describe('scores', () => {
  it('give being quick a little, and the same to whoever has more time', () => {
    const lesson = new PlayedClass(3, { scoring: 'accuracy-speed' })
      .order({ kind: 'extra-time', seat: 2, factor: 2 })
      .order({ kind: 'ask', question: 0 });
    lesson
      .answer(0, { choice: 'b' }, 2000)
      .answer(2, { choice: 'b' }, 2000)
      .answer(1, { choice: 'b' }, 6000)
      .order({ kind: 'reveal' });
    const [quick, slow, extra] = lesson.room.scores.map(({ points }) => points);
    expect([quick, slow, extra]).toEqual([108, 100, 108]);
  });

  it('are the team’s by the head, so that a team of one is worth as much as a team of two', () => {
    const lesson = new PlayedClass(3, { scoring: 'teams', teams: ['North', 'South'] }).order({
      kind: 'ask',
      question: 0,
    });
    expect(lesson.room.seats.map(({ team }) => team)).toEqual([0, 1, 0]);
    lesson.answer(0, { choice: 'b' }).answer(1, { choice: 'b' }).answer(2, { choice: 'a' }).order({ kind: 'reveal' });
    expect(standingsOf(lesson.room).teams).toMatchObject([{ name: 'North', points: 50, share: 0.5 }, { name: 'South', points: 100, share: 1 }]); // prettier-ignore
  });

  it('have a podium only where there is one', () => {
    const play = (settings: Partial<RoomSettings>): Room =>
      new PlayedClass(2, settings)
        .order({ kind: 'ask', question: 0 })
        .answer(0, { choice: 'b' })
        .order({ kind: 'reveal' }).room;
    expect(standingsOf(play({ standings: 'podium' })).podium).toMatchObject([{ rank: 1, points: 100 }]);
    expect(standingsOf(play({ standings: 'class' })).podium).toEqual([]);
  });
});

it('a lesson is played against the class of a file, without names', () => {
  const first = new PlayedClass(2, { names: 'own' }).order({ kind: 'ask', question: 0 });
  first.answer(0, { choice: 'b' }).answer(1, { choice: 'a' }).order({ kind: 'reveal' }).order({ kind: 'end' });
  const file = lessonFile(first.room);
  expect(JSON.stringify(file)).not.toContain(first.room.seats[0]?.name);
  const again = { ...madeCreation(), lesson: againstGhost(JSON.parse(JSON.stringify(file)) as typeof file) };
  const { id, pin, joinSecret, watchSecret } = first.room;
  const second = new PlayedClass(1, {}, createRoom(again, { id, pin, joinSecret, watchSecret }, START, luckOf(0)));
  expect(hostView(second.room).standings.ghost).toBeNull();
  second.order({ kind: 'ask', question: 0 }).answer(0, { choice: 'b' }).order({ kind: 'reveal' });
  expect(hostView(second.room).standings).toMatchObject({ share: 1, ghost: 0.5 });
});

it('a question is asked again after ten minutes, before what is new', () => {
  const lesson = new PlayedClass(1).order({ kind: 'ask', question: 0 }).order({ kind: 'reveal' });
  lesson.order({ kind: 'ask-again', question: 0, wanted: true });
  const next = (): number | undefined => {
    // What stands on the teacher's page is what comes.
    lesson.order({ kind: 'lock', locked: false });
    const shown = hostView(lesson.room).upcoming;
    lesson.order({ kind: 'ask', question: null }).order({ kind: 'reveal' });
    expect(lesson.room.rounds.at(-1)?.question).toBe(shown);
    return lesson.room.rounds.at(-1)?.question;
  };
  lesson.now += AGAIN_AFTER_MS - 1000;
  expect(next()).toBe(1);
  lesson.now += 1000;
  expect(next()).toBe(0);
  expect(next()).toBe(2);
});

it('a question is asked again after all others', () => {
  const lesson = new PlayedClass(1)
    .order({ kind: 'ask', question: 0 })
    .order({ kind: 'reveal' })
    .order({ kind: 'ask-again', question: 0, wanted: true });
  const asked: (number | null)[] = [];
  for (let i = 0; i < 6; i++) {
    lesson.order({ kind: 'ask', question: null }).order({ kind: 'reveal' });
    asked.push(lesson.room.rounds.at(-1)?.question ?? null);
  }
  expect(asked).toEqual([1, 2, 3, 4, 5, 0]);
  expect(lesson.order({ kind: 'ask', question: null }).room.phase.is).toBe('ended');
});
