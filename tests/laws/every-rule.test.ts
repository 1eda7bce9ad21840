import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { judgeMap } from '../../src/lib/core/answers/judge-map';
import { judgeOrder } from '../../src/lib/core/answers/judge-order';
import { judgeTypedDate } from '../../src/lib/core/answers/judge-typed-date';
import { judgeTypedPlace } from '../../src/lib/core/answers/judge-typed-place';
import { answersAnother } from '../../src/lib/core/questions/bank/answers-another';
import type { Bank } from '../../src/lib/core/questions/bank/bank-rule';
import { BANK_RULES } from '../../src/lib/core/questions/bank/bank-rules';
import { differences, unsettled } from '../../src/lib/core/questions/bank/generation';
import { giveaways } from '../../src/lib/core/questions/bank/shown';
import { createChecker } from '../../src/lib/core/questions/check/checker';
import { difficultyOf } from '../../src/lib/core/questions/difficulty';
import type { Subject } from '../../src/lib/core/questions/rules/rule';
import { RULES } from '../../src/lib/core/questions/rules/rules';
import { readTypedDate } from '../../src/lib/core/time/typed-date';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** How many rules of each sort there are: keys, leaks, options, stems, banks, scoring. */
const HOW_MANY = { K: 10, L: 6, O: 8, S: 5, B: 5, C: 7 } as const;
const EVERY_RULE = Object.entries(HOW_MANY).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, i) => `${letter}${String(i + 1)}`),
);

const ON_QUESTIONS = 'src/lib/core/questions/rules/rules.test.ts';
const ON_BANKS = 'src/lib/core/questions/bank/bank-rules.test.ts';

/** Rules that are neither of one question nor of one bank: the function that judges, and its table of good and bad cases. */
const APART: Readonly<Record<string, readonly [judge: unknown, table: string]>> = {
  K1: [createChecker, 'src/lib/core/questions/check/checker.test.ts'],
  L5: [answersAnother, 'src/lib/core/questions/question-set.test.ts'],
  L6: [giveaways, ON_BANKS],
  B1: [differences, ON_BANKS],
  B2: [unsettled, ON_BANKS],
  B5: [difficultyOf, 'src/lib/core/questions/difficulty.test.ts'],
  C1: [judgeTypedDate, 'tests/laws/answers.test.ts'],
  C2: [judgeOrder, 'src/lib/core/answers/judge-order.test.ts'],
  C3: [judgeOrder, 'src/lib/core/answers/judge-order.test.ts'],
  C4: [judgeTypedDate, 'src/lib/core/answers/judge-typed-date.test.ts'],
  C5: [readTypedDate, 'src/lib/core/answers/judge-typed-date.test.ts'],
  C6: [judgeMap, 'src/lib/core/answers/judge-map.test.ts'],
  C7: [judgeTypedPlace, 'src/lib/core/answers/judge-typed-place.test.ts'],
};

/** The function of a rule, and the test with its table. */
function found(rule: string): readonly [judge: unknown, table: string] | undefined {
  const one = RULES.find(({ id }) => id === rule);
  if (one !== undefined) return [(subject: Subject) => one.violations(subject), ON_QUESTIONS];
  const bank = BANK_RULES.find(({ id }) => id === rule);
  if (bank !== undefined) return [(questions: Bank) => bank.measure(questions), ON_BANKS];
  return APART[rule];
}

describe('every rule of a good question', () => {
  it.each(EVERY_RULE)('%s is a function with a table of cases', (rule) => {
    const [judge, table] = found(rule) ?? [];
    expect(judge).toBeTypeOf('function');
    expect(readFileSync(resolve(ROOT, table ?? ''), 'utf8')).toMatch(new RegExp(`\\b${rule}\\b`, 'u'));
  });

  it('is named once', () => {
    const ids = [...RULES, ...BANK_RULES].map(({ id }) => id).concat(Object.keys(APART));
    expect([...ids].sort()).toEqual([...EVERY_RULE].sort());
  });
});
