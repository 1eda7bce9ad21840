import type { Context } from '../context';
import type { FormKey, Language, Question } from '../question';

/** Questions of one form in one language: what most rules on banks are about. */
export interface Bank {
  readonly context: Context;
  readonly form: FormKey;
  readonly language: Language;
  readonly questions: readonly Question[];
}

/** A number that a rule looked at, for the report. */
export interface BankFigure {
  readonly name: string;
  readonly value: number;
  /** What the value may not exceed; null where it is only reported. */
  readonly most: number | null;
}

/** What a rule saw in a bank. */
export interface Measured {
  readonly figures: readonly BankFigure[];
  readonly violations: readonly string[];
}

/**
 * One rule of a good bank: it measures any bank, and judges one that is large enough. Shares of a few questions are luck: with 100
 * questions and three options one standard error of a guesser's score is 4.7 points already.
 */
export interface BankRule {
  readonly id: string;
  /** What the rule demands, in one line. */
  readonly title: string;
  /** Questions from which on a bank is judged and not only reported. */
  readonly least: number;
  applies(bank: Bank): boolean;
  measure(bank: Bank): Measured;
}

/** A rule's word on a bank: a small one is reported with its figures and has no violations by its type. */
export type Judgement =
  | {
      readonly judged: true;
      readonly rule: string;
      readonly figures: readonly BankFigure[];
      readonly violations: readonly string[];
    }
  | {
      readonly judged: false;
      readonly rule: string;
      readonly figures: readonly BankFigure[];
      readonly questions: number;
    };

/** Banks of at least so many questions are judged by what is counted (questions.md, Bank). */
export const LARGE = 100;

/** Judges a bank by a rule; null where the rule has nothing to say about its form. */
export function judgeBank(rule: BankRule, bank: Bank): Judgement | null {
  if (!rule.applies(bank) || bank.questions.length === 0) return null;
  const { figures, violations } = rule.measure(bank);
  if (bank.questions.length < rule.least) {
    return { judged: false, rule: rule.id, figures, questions: bank.questions.length };
  }
  return { judged: true, rule: rule.id, figures, violations };
}

/** Splits questions into the banks that the rules judge: by form and language, in the order of first appearance. */
export function banksOf(context: Context, questions: readonly Question[]): readonly Bank[] {
  const banks = new Map<string, { readonly first: Question; readonly all: Question[] }>();
  for (const question of questions) {
    const key = `${question.kind}/${question.form} ${question.language}`;
    const bank = banks.get(key);
    if (bank === undefined) banks.set(key, { first: question, all: [question] });
    else bank.all.push(question);
  }
  return Array.from(banks.values(), ({ first, all }) => ({
    context,
    form: `${first.kind}/${first.form}` as FormKey, // a question's kind and form are those of its maker's key
    language: first.language,
    questions: all,
  }));
}

/** Whether one of the options is the answer: neither typed, nor pointed at, nor put in order. */
export function isChoice({ options, key }: Question): boolean {
  return options.length > 0 && key.length === 1;
}

/** Violations of every figure that exceeds its most. */
export function excesses(figures: readonly BankFigure[]): string[] {
  return figures
    .filter(({ value, most }) => most !== null && value > most + 1e-9)
    .map(({ name, value, most }) => `${name}: ${value.toFixed(3)}, at most ${(most ?? 0).toFixed(3)}`);
}
