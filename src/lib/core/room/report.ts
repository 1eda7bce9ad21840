import type { Response } from '../answers/response';
import { countedAnswer, questionOf } from './answers-given';
import { distributionOf } from './distribution';
import type { Given, Room, Round } from './room';
import { classShare, ghostShare, pointsFor, scoresOf, shareOf } from './scoring';
import type { Distribution } from './view';

/** What a lesson came to, for the teacher: by question, by pupil, and for the class. Plain data, from which tables and files are made. */
export interface Report {
  readonly title: string;
  readonly pack: { readonly id: string; readonly version: number };
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly share: number | null;
  readonly ghost: number | null;
  readonly questions: readonly QuestionReport[];
  readonly pupils: readonly PupilReport[];
  /** Answers that arrived after the end and counted because they were given before. */
  readonly savedByGrace: number;
  /** How far apart the phones had a question, of half of the questions and of the worst; null: no two phones could tell. */
  readonly spread: { readonly medianMs: number; readonly worstMs: number } | null;
  /** Places in the lesson of what to take up again: fewer than two thirds right, worst first. */
  readonly weak: readonly number[];
}

/** One asking of one question; a question that was asked again has two. */
export interface QuestionReport {
  readonly index: number;
  readonly id: string;
  readonly fact: string;
  readonly kind: string;
  readonly form: string;
  readonly stem: string;
  readonly answer: string | null;
  readonly key: readonly string[];
  readonly options: readonly { readonly id: string; readonly text: string; readonly why: string }[];
  readonly state: Round['state'];
  readonly share: number | null;
  readonly first: Distribution | null;
  readonly counted: Distribution;
  readonly hands: Readonly<Record<string, number>> | null;
  /** Wrong answers by what they said, the most frequent first: what the right one was taken for. */
  readonly mistakes: readonly {
    readonly said: string;
    readonly count: number;
    readonly sure: number;
    readonly why: string | null;
  }[];
  /** Median time of an answer in milliseconds; null at own pace or without answers. */
  readonly medianMs: number | null;
  /** From the first phone that showed the open question to the last, by their own estimates of the server's clock, milliseconds; null: fewer than two could tell. */
  readonly spreadMs: number | null;
}

export interface PupilReport {
  readonly seat: number;
  readonly name: string;
  readonly team: string | null;
  readonly out: boolean;
  readonly points: number;
  readonly right: number;
  readonly of: number;
  /** For each entry of `questions`. `credit` null: no answer. */
  readonly answers: readonly {
    readonly said: string | null;
    readonly credit: number | null;
    readonly points: number;
    readonly ms: number | null;
    readonly saved: boolean;
    readonly sure: boolean | null;
  }[];
}

/** Below this share of what could be had, a question is to be taken up again. */
const WEAK_BELOW = 2 / 3;

export function reportOf(room: Room): Report {
  const questions = room.rounds.map((round) => questionReport(room, round));
  const scores = scoresOf(room);
  const given = room.rounds.flatMap(({ answers }) => answers.filter((each) => each !== null));
  const weak = new Map<number, number>();
  for (const { index, share, state } of questions) if (share !== null && state === 'counted') weak.set(index, share);
  return {
    title: room.lesson.title,
    pack: room.lesson.pack,
    startedAt: room.rounds[0]?.shownAt ?? null,
    endedAt: room.phase.is === 'ended' ? room.phase.endedAt : null,
    share: classShare(room),
    ghost: ghostShare(room),
    questions,
    pupils: room.seats.map((seat, number) => ({
      seat: number,
      name: seat.name,
      team: seat.team === null ? null : (room.settings.teams[seat.team] ?? null),
      out: seat.out,
      points: scores[number]?.points ?? 0,
      right: scores[number]?.right ?? 0,
      of: scores[number]?.of ?? 0,
      answers: room.rounds.map((round) => pupilAnswer(room, round, countedAnswer(round, number))),
    })),
    savedByGrace: given.filter(({ saved }) => saved).length,
    spread: spreadOf(questions),
    weak: [...weak].filter(([, share]) => share < WEAK_BELOW).sort((a, b) => a[1] - b[1]).map(([index]) => index), // prettier-ignore
  };
}

function questionReport(room: Room, round: Round): QuestionReport {
  const question = questionOf(room, round);
  const { id, fact, kind, form, stem, answer, key, options } = question;
  const given = countedOf(room, round);
  const times = given.map(({ ms }) => ms).sort((a, b) => a - b);
  const seen = given.flatMap(({ seenMs }) => seenMs ?? []);
  return {
    index: round.question,
    id,
    fact,
    kind,
    form,
    stem,
    answer,
    key,
    options: options.map((option) => ({ id: option.id, text: option.text, why: option.why })),
    state: round.state,
    share: shareOf(room, round),
    first: round.first === null ? null : distributionOf(room, round, question, 'first'),
    counted: distributionOf(room, round, question, 'counted'),
    hands: round.hands,
    mistakes: mistakesOf(room, round, given),
    medianMs: room.settings.mode === 'own-pace' ? null : middle(times),
    spreadMs: seen.length < 2 ? null : Math.max(...seen) - Math.min(...seen),
  };
}

/** The lower median of numbers in ascending order; null: there are none. */
function middle(sorted: readonly number[]): number | null {
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

function spreadOf(questions: readonly QuestionReport[]): Report['spread'] {
  const spreads = questions.flatMap(({ spreadMs }) => spreadMs ?? []).sort((a, b) => a - b);
  const [medianMs, worstMs] = [middle(spreads), spreads.at(-1)];
  return medianMs === null || worstMs === undefined ? null : { medianMs, worstMs };
}

function countedOf(room: Room, round: Round): Given[] {
  return room.seats.flatMap((seat, number) => (seat.out ? [] : (countedAnswer(round, number) ?? [])));
}

function mistakesOf(room: Room, round: Round, given: readonly Given[]): QuestionReport['mistakes'] {
  const question = questionOf(room, round);
  const mistakes = new Map<string, QuestionReport['mistakes'][number]>();
  const add = (said: string, count: number, sure: number, why: string | null): void => {
    const before = mistakes.get(said) ?? { said, count: 0, sure: 0, why };
    mistakes.set(said, { ...before, count: before.count + count, sure: before.sure + sure });
  };
  const whyOf = (id: string): string | null => question.options.find((option) => option.id === id)?.why ?? null;
  for (const { response, credit, sure } of given) {
    if (credit === 1 || 'pass' in response) continue;
    add(wordsOf(room, round, response), 1, sure === true ? 1 : 0, 'choice' in response ? whyOf(response.choice) : null);
  }
  for (const [id, hands] of Object.entries(round.hands ?? {})) {
    if (hands > 0 && !question.key.includes(id)) add(wordsOf(room, round, { choice: id }), hands, 0, whyOf(id));
  }
  return [...mistakes.values()].sort((a, b) => b.count - a.count);
}

function pupilAnswer(room: Room, round: Round, given: Given | null): PupilReport['answers'][number] {
  if (given === null) return { said: null, credit: null, points: 0, ms: null, saved: false, sure: null };
  const { response, credit, ms, saved, sure } = given;
  const alone = room.settings.mode === 'own-pace';
  const points = round.state === 'counted' ? Math.round(pointsFor(room, given)) : 0;
  return { said: wordsOf(room, round, response), credit, points, ms: alone ? null : Math.round(ms), saved, sure };
}

/** An answer as words: the option's text, what was typed, the point, the order; a dash where the pupil did not know. */
function wordsOf(room: Room, round: Round, response: Response): string {
  const { options } = questionOf(room, round);
  const text = (id: string): string => options.find((option) => option.id === id)?.text ?? id;
  if ('choice' in response) return text(response.choice);
  if ('typed' in response) return response.typed.trim();
  if ('point' in response) return `${response.point[1].toFixed(3)}, ${response.point[0].toFixed(3)}`;
  if ('order' in response) return response.order.map(text).join(' → ');
  return '–';
}
