import fc from 'fast-check';
import type { Response } from '../../src/lib/core/answers/response';
import { createRoom } from '../../src/lib/core/room/create-room';
import type { LessonQuestion } from '../../src/lib/core/room/lesson';
import type { JournalEntry } from '../../src/lib/core/room/replay';
import type { Room } from '../../src/lib/core/room/room';
import type { RoomSettings } from '../../src/lib/core/room/settings';
import { step, type Input, type Stepped } from '../../src/lib/core/room/step';
import { madeCreation } from '../samples/made-lesson';

export const HOST = 'host-secret-0123456789abcdef';
export const START = 1_700_000_000_000;
const SECRETS = {
  id: 'room-0123456789abcdef',
  pin: '482913',
  joinSecret: 'join-secret-0123456789',
  watchSecret: 'watch-secret-012345678',
};

/** One thing that may happen, before it is known what the room looks like by then: numbers choose among what there is. */
export interface Move {
  readonly kind: string;
  /** How long after the one before. Milliseconds; negative where a clock went back. */
  readonly after: number;
  readonly a: number;
  readonly b: number;
  readonly honest: boolean;
}

/** `forward` leads on to some next phase: without it random commands seldom get out of the lobby. */
const KINDS = [
  'forward', 'forward', 'forward', 'forward', 'forward', 'forward', 'forward', 'forward', 'join', 'join', 'join', 'answer', 'answer', 'answer', 'answer', 'answer', 'ask', 'ask', 'open', 'pause', 'resume', 'add-time', 'close', 'discuss',
  'vote-again', 'reveal', 'reveal', 'skip', 'standings', 'end', 'lock', 'kick', 'extra-time', 'hand-over', 'claim', 'tick', 'tick', 'presence',
  'stopped', 'stopped', 'stopped', 'rename', 'onward', 'onward', 'hands', 'cards', 'add-seats', 'ask-again', 'correct-key', 'take-over', 'name-seat', 'late-join',
] as const; // prettier-ignore

export const moves = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    after: fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: -5000, max: 60_000 })),
    a: fc.nat(1000),
    b: fc.nat(1000),
    honest: fc.boolean().map((rare) => rare),
  }),
  { minLength: 20, maxLength: 120 },
);

export const settingsOf: fc.Arbitrary<Partial<RoomSettings>> = fc.record({
  mode: fc.constantFrom('live', 'live', 'live', 'own-pace'),
  names: fc.constantFrom('own', 'generated'),
  scoring: fc.constantFrom('accuracy', 'accuracy-speed', 'teams', 'none'),
  teams: fc.constantFrom([], ['North', 'South']),
  readMs: fc.constantFrom(null, 0, 4000),
  limitMs: fc.constantFrom(null, 10_000, 30_000),
  afterTime: fc.constantFrom('reveal', 'wait'),
  closeWhenAllAnswered: fc.boolean(),
  standings: fc.constantFrom('podium', 'class', 'none'),
  feedback: fc.constantFrom('at-once', 'at-end'),
});

/** A step that was taken, with what it was given. */
export interface Taken extends Stepped {
  readonly before: Room;
  readonly input: Input;
  readonly now: number;
  readonly luck: string;
}

export function newRoom(settings: Partial<RoomSettings> = {}): Room {
  return createRoom(madeCreation(settings), SECRETS, START, luckOf(0));
}

export function luckOf(number: number): string {
  // Any 32 digits will do, as long as two steps do not share them.
  return ((BigInt(number + 1) * 0x9e3779b97f4a7c15f39cc0605cedc835n) % (1n << 128n)).toString(16).padStart(32, '0');
}

/** Plays moves on a room, and tells of every step. */
export function play(
  settings: Partial<RoomSettings>,
  list: readonly Move[],
  look: (taken: Taken) => void = () => undefined,
): { room: Room; journal: JournalEntry[] } {
  let room = newRoom(settings);
  let now = START;
  const journal: JournalEntry[] = [
    { n: 0, now: START, luck: luckOf(0), made: madeCreation(settings), secrets: SECRETS },
  ];
  list.forEach((move, index) => {
    now += move.after;
    const luck = luckOf(index + 1);
    const input = inputOf(room, move, index, now);
    const stepped = step(room, input, now, luck);
    look({ ...stepped, before: room, input, now, luck });
    if (stepped.room !== room) journal.push({ n: stepped.room.revision, now, luck, input });
    room = stepped.room;
  });
  return { room, journal };
}

export const tokenOf = (number: number): string => `token-of-pupil-${String(number).padStart(4, '0')}xx`;

function inputOf(room: Room, { kind, a, b, honest }: Move, index: number, now: number): Input {
  const id = `command-${String(index).padStart(6, '0')}`;
  const host = { id, room: room.id, secret: a % 10 === 9 ? 'somebody-elses-secret-000' : room.host };
  const staged = { ...host, stage: b % 8 === 7 ? Math.max(0, room.stage - 1) : room.stage };
  const seat = room.seats.length === 0 ? 0 : a % room.seats.length;
  const player = { id, room: room.id, seat, token: b % 10 === 9 ? tokenOf(999) : (room.seats[seat]?.token ?? 'none') };
  const round = room.settings.mode === 'own-pace' ? room.rounds[room.seats[seat]?.place ?? 0] : room.rounds.at(-1);
  const questionRevision = Math.max(0, (round?.revision ?? 0) - (b % 7 === 6 ? 1 : 0));
  const question = room.lesson.questions[round?.question ?? 0];
  switch (kind) {
    case 'forward':
      return { ...staged, ...forward(room, b) };
    case 'join':
      return { kind, id, token: tokenOf(a % 12), name: ['Olena', 'Оlеnа', '', '<script>alert(1)</script>', 'ada\u200b'][b % 5] ?? null, team: b % 3 === 0 ? null : b % 3 };
    case 'answer':
      return { kind, ...player, questionRevision, response: responseTo(question, b, honest), tappedAt: b % 4 === 0 ? null : now - (b % 3000), rttMs: a % 4000, sure: b % 2 === 0, seenAt: b % 3 === 0 ? null : now - (b % 90_000) };
    case 'rename':
      return { kind, ...player, name: ['Олена', 'Olena', ' '][b % 3] ?? '' };
    case 'onward':
      return { kind, ...player, questionRevision };
    case 'claim':
      return { kind, id, token: tokenOf(20 + (a % 5)), code: room.seats[seat]?.claim ?? 'WRONG' };
    case 'take-over':
      return { kind, id, recovery: b % 3 === 0 ? room.recovery.toLowerCase() : 'AAAA-AAAA-AAAA', secret: b % 2 === 0 ? HOST : `new-host-secret-${id}` };
    case 'ask':
      return { kind, ...staged, question: b % 3 === 0 ? b % room.lesson.questions.length : null };
    case 'add-time':
      return { kind, ...staged, ms: 15_000 };
    case 'open': case 'pause': case 'resume': case 'close': case 'discuss': case 'vote-again': case 'reveal': case 'skip': case 'standings':
      return { kind, ...staged };
    case 'end':
      // Rarely, or no lesson would come to anything.
      return b % 10 === 0 ? { kind, ...staged } : { kind: 'tick' };
    case 'lock':
      return { kind, ...host, locked: b % 4 === 0 };
    case 'late-join':
      return { kind, ...host, allowed: b % 4 !== 0 };
    case 'kick':
      return b % 4 === 0 ? { kind, ...host, seat } : { kind: 'presence', seat, here: true };
    case 'extra-time':
      return { kind, ...host, seat, factor: 1 + (b % 3) / 2 };
    case 'name-seat':
      return { kind, ...host, seat, name: 'Olena' };
    case 'hand-over':
      return { kind, ...host, seat, open: b % 3 !== 0 };
    case 'hands':
      return { kind, ...host, questionRevision, counts: { a: b % 30 } };
    case 'cards':
      return { kind, ...host, questionRevision, cards: [{ card: a % 4, choice: ['a', 'b', 'c'][b % 3] ?? 'a' }] };
    case 'add-seats':
      return { kind, ...host, seats: [{ name: 'Olena', card: a % 4 }, { name: '', card: null }] };
    case 'ask-again':
      return { kind, ...host, question: a % 6, wanted: b % 2 === 0 };
    case 'correct-key':
      return { kind, ...host, question: a % 6, right: b % 3 === 0 ? { counts: false } : { key: [['a', 'b', 'c'][b % 3] ?? 'a'] } };
    case 'presence':
      return { kind, seat, here: b % 2 === 0 };
    case 'stopped':
      return b % 3 !== 0 ? { kind, by: a % 2 === 0 ? 'restart' : 'sleep', lastSeen: now - (a % 2000) } : { kind: 'tick' };
    default:
      return { kind: 'tick' };
  }
} // prettier-ignore

type Forward =
  | { readonly kind: 'ask'; readonly question: null }
  | { readonly kind: 'open' | 'pause' | 'resume' | 'close' | 'discuss' | 'vote-again' | 'reveal' | 'standings' };

function forward(room: Room, b: number): Forward {
  const pick = (...kinds: readonly Forward['kind'][]): Forward => {
    const kind = kinds[b % kinds.length] ?? 'ask';
    return kind === 'ask' ? { kind, question: null } : { kind };
  };
  switch (room.phase.is) {
    case 'reading':
      return pick('open', 'open', 'pause');
    case 'answering':
      return pick('reveal', 'discuss', 'discuss', 'pause', 'close');
    case 'second-vote':
      return pick('reveal', 'pause', 'pause');
    case 'closed':
      return pick('reveal', 'discuss', 'vote-again');
    case 'discussion':
      return pick('vote-again', 'vote-again', 'reveal', 'pause');
    case 'paused':
      return pick('resume', 'resume', 'reveal');
    case 'reveal':
      return pick('ask', 'standings');
    default:
      return pick('ask');
  }
}

/** An answer that fits the question, or (rarely) one that does not. */
export function responseTo(question: LessonQuestion | undefined, number: number, right: boolean): Response {
  if (question === undefined || number % 11 === 10) return { typed: 'nowhere' };
  if (number % 13 === 12) return { pass: true };
  switch (question.form) {
    case 'order':
      return { order: right ? question.key : question.options.map(({ id }) => id) };
    case 'map':
      return { point: right ? [30.2, 50.6] : [29 + (number % 100) / 50, 50] };
    case 'typed':
      return { typed: right ? (question.kind === 'date' ? '2 March 2022' : 'Hostomel') : 'Bucha' };
    default:
      return {
        choice: right ? (question.key[0] ?? 'a') : (question.options[number % question.options.length]?.id ?? 'a'),
      };
  }
}
