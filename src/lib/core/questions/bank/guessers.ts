import { distanceKm } from '../../places/distance';
import { toDayNumber } from '../../time/calendar';
import { parseDate } from '../../time/parse-date';
import type { Option, Question } from '../question';
import { contentWords, sameStem } from '../text';
import { excesses, isChoice, LARGE, type Bank, type BankFigure, type BankRule } from './bank-rule';

/** How far a guesser may be above chance. */
export const MARGIN = 0.03;

/** A test-wise guesser who knows nothing: gives each option a weight, and takes one of those with the most. */
export interface Guesser {
  readonly name: string;
  readonly applies: (bank: Bank) => boolean;
  readonly weigh: (bank: Bank) => (question: Question) => readonly number[];
}

const choices = ({ questions }: Bank): boolean => questions.some(isChoice);

const middleDate: Guesser = {
  name: 'middle date',
  applies: (bank) => bank.form === 'date/choice',
  weigh:
    () =>
    ({ options }) =>
      options.map((_, rank) => -Math.abs(rank - (options.length - 1) / 2)),
};

const convergence: Guesser = {
  name: 'convergence',
  applies: choices,
  weigh: (bank) => (question) => nearness(bank, question).map((row) => row.reduce((sum, one) => sum + one, 0)),
};

/** For each option how near each other lies: days of dates, kilometres of places, words in common of events. */
function nearness({ context, form }: Bank, { options }: Question): number[][] {
  if (form === 'date/choice') return pairwise(options.map(dayOf), (a, b) => -Math.abs(a - b));
  if (form === 'place/choice') {
    const points = options.map(({ value }) => context.index.place(value).point);
    return pairwise(points, (a, b) => (a === null || b === null ? 0 : -distanceKm(a, b)));
  }
  return pairwise(options.map(({ text }) => contentWords(text)), common); // prettier-ignore
}

function pairwise<T>(values: readonly T[], measure: (a: T, b: T) => number): number[][] {
  return values.map((one, i) => values.filter((_, j) => j !== i).map((other) => measure(one, other)));
}

function dayOf({ value }: Option): number {
  const date = parseDate(value, null);
  // Whatever the calendar: only how far they are from each other counts.
  return date.ok ? toDayNumber(date.value.year, date.value.month ?? 1, date.value.day ?? 1) : 0;
}

function common(a: readonly string[], b: readonly string[]): number {
  return a.filter((word) => b.some((other) => sameStem(word, other))).length;
}

const longest: Guesser = {
  name: 'longest option',
  applies: choices,
  weigh:
    () =>
    ({ options }) =>
      options.map(({ text }) => text.length),
};

const overlap: Guesser = {
  name: 'words of the stem',
  applies: choices,
  weigh:
    () =>
    ({ stem, options }) =>
      options.map(({ text }) => common(contentWords(text), contentWords(stem))),
};

const frequent: Guesser = {
  name: 'most frequent place',
  applies: (bank) => bank.form === 'place/choice',
  weigh({ questions }) {
    const seen = new Map<string, number>();
    for (const { options } of questions) for (const { value } of options) seen.set(value, (seen.get(value) ?? 0) + 1);
    return ({ options }) => options.map(({ value }) => seen.get(value) ?? 0);
  },
};

export const GUESSERS: readonly Guesser[] = [middleDate, convergence, longest, overlap, frequent];

/** A guesser's share of right answers in a bank, and what luck alone would give there; ties are shared among the options. */
export function scoreOf(guesser: Guesser, bank: Bank): { readonly score: number; readonly chance: number } {
  const weigh = guesser.weigh(bank);
  const asked = bank.questions.filter(isChoice);
  let right = 0;
  let lucky = 0;
  for (const question of asked) {
    const weights = weigh(question);
    const most = weights.reduce((a, b) => Math.max(a, b), -Infinity);
    const taken = question.options.filter((_, i) => (weights[i] ?? -Infinity) >= most - 1e-9);
    if (taken.some(({ id }) => question.key.includes(id))) right += 1 / taken.length;
    lucky += 1 / question.options.length;
  }
  return { score: right / asked.length, chance: lucky / asked.length };
}

function figureOf(guesser: Guesser, bank: Bank): BankFigure {
  const { score, chance } = scoreOf(guesser, bank);
  return { name: guesser.name, value: score, most: chance + MARGIN };
}

export const O5: BankRule = {
  id: 'O5',
  title: 'the longest option is the key no more often than chance and 3 points',
  least: LARGE,
  applies: longest.applies,
  measure(bank) {
    const figures = [figureOf(longest, bank)];
    return { figures, violations: excesses(figures) };
  },
};

export const O7: BankRule = {
  id: 'O7',
  title: 'no test-wise guesser scores more than chance and 3 points',
  least: LARGE,
  applies: choices,
  measure(bank) {
    const figures = GUESSERS.filter((guesser) => guesser.applies(bank)).map((guesser) => figureOf(guesser, bank));
    return { figures, violations: excesses(figures) };
  },
};
