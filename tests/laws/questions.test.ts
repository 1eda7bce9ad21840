import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/lib/core/answers/judge';
import type { Response } from '../../src/lib/core/answers/response';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import type { Pack } from '../../src/lib/core/packs/pack';
import { banksOf, judgeBank } from '../../src/lib/core/questions/bank/bank-rule';
import { BANK_RULES } from '../../src/lib/core/questions/bank/bank-rules';
import { differences, unsettled, wholeBank } from '../../src/lib/core/questions/bank/generation';
import { giveaways, shownPart } from '../../src/lib/core/questions/bank/shown';
import { createChecker } from '../../src/lib/core/questions/check/checker';
import { closenessOfKm, closenessOfUnits, difficultyOf, fameOf } from '../../src/lib/core/questions/difficulty';
import { createGenerator, type Generator } from '../../src/lib/core/questions/generator';
import { oneEach } from '../../src/lib/core/questions/one-each';
import { LANGUAGES, type Language, type Question } from '../../src/lib/core/questions/question';
import { breachesOf } from '../../src/lib/core/questions/rules/rules';
import { makePack } from '../samples/made-pack';

const EVENTS = 70;
const generatorOf = (pack: Pack, language: Language): Generator => createGenerator(indexPack(pack), { language });
const packs = fc.record({ seed: fc.nat(1_000_000), odd: fc.constantFrom(0, 0.25, 0.6) }).map(({ seed, odd }) => makePack({ seed, odd, events: EVENTS })); // prettier-ignore
const languages = fc.constantFrom(...LANGUAGES);
const seeds = fc.nat(2 ** 32 - 1);
/** Packs are dear to make: six with seventy events each are four hundred events of every sort. */
const RUNS = { numRuns: 6 };
/** Milliseconds that a test may take on a busy machine. */
const PATIENCE = 60_000;

/** What somebody who knows the answer says; null where it takes words or a place on the map. */
function rightAnswer({ form, key, options }: Question): Response | null {
  if (form === 'order') return { order: key };
  return options.length > 0 ? { choice: key[0] ?? '' } : null;
}

describe('a bank from any pack', () => {
  it(
    'keeps every rule, is proved again (K1), and gives nothing away before the answer (L6)',
    () => {
      fc.assert(
        fc.property(packs, languages, seeds, (pack, language, seed) => {
          const generator = generatorOf(pack, language);
          const checker = createChecker(pack);
          const questions = wholeBank(generator, seed);
          expect(questions.length).toBeGreaterThan(10);
          for (const question of questions) {
            expect(breachesOf(generator.context, question)).toEqual([]);
            expect(checker.check(JSON.parse(JSON.stringify(question)))).toEqual([]);
            expect(giveaways(question, shownPart(question))).toEqual([]);
          }
        }),
        RUNS,
      );
    },
    PATIENCE,
  );

  it(
    'is the same byte for byte when the look-ups were worked out beforehand',
    () => {
      fc.assert(
        fc.property(packs, languages, seeds, (pack, language, seed) => {
          const prepared = generatorOf(pack, language);
          prepared.prepare();
          const written = (generator: Generator): string => JSON.stringify(wholeBank(generator, seed));
          expect(written(prepared)).toBe(written(generatorOf(pack, language)));
        }),
        RUNS,
      );
    },
    PATIENCE,
  );

  it(
    'has each fact once in the first of its forms, if that is what is wanted',
    () => {
      fc.assert(
        fc.property(packs, languages, seeds, (pack, language, seed) => {
          const generator = generatorOf(pack, language);
          const first = new Map(
            wholeBank(generator, seed)
              .toReversed()
              .map((question) => [question.fact, question]),
          );
          const each = [...oneEach(generator, { kinds: [], forms: [], fact: null }, seed)];
          expect(each).toEqual(each.map(({ fact }) => first.get(fact)));
          expect(each.map(({ fact }) => fact).sort()).toEqual([...first.keys()].sort());
        }),
        RUNS,
      );
    },
    PATIENCE,
  );

  it(
    'is the same again (B1), and leaves no event unsettled (B2)',
    () => {
      fc.assert(
        fc.property(packs, languages, seeds, (pack, language, seed) => {
          const generator = generatorOf(pack, language);
          expect(differences(generator, generatorOf(pack, language), seed)).toEqual([]);
          expect(unsettled(generator)).toEqual([]);
        }),
        RUNS,
      );
    },
    PATIENCE,
  );

  it(
    'is judged as its keys say, in whatever order the options stand',
    () => {
      fc.assert(
        fc.property(packs, languages, seeds, (pack, language, seed) => {
          for (const question of wholeBank(generatorOf(pack, language), seed)) {
            const shuffled = { ...question, options: [...question.options].reverse() };
            const right = rightAnswer(question);
            const wrong = question.options.find(({ id }) => !question.key.includes(id));
            for (const one of [question, shuffled]) {
              if (right !== null)
                expect(judge(one, right)).toMatchObject({ ok: true, verdict: { credit: 1, correct: true } });
              if (wrong !== undefined)
                expect(judge(one, { choice: wrong.id })).toMatchObject({ ok: true, verdict: { credit: 0 } });
              expect(judge(one, { pass: true })).toMatchObject({ ok: true, verdict: { credit: 0 } });
            }
          }
        }),
        RUNS,
      );
    },
    PATIENCE,
  );

  it(
    'asks the same facts with the same answers, in whatever order the pack tells its events',
    () => {
      fc.assert(
        fc.property(packs, languages, seeds, (pack, language, seed) => {
          const answers = (from: Pack): ReadonlyMap<string, string> =>
            new Map(
              wholeBank(generatorOf(from, language), seed)
                .filter(({ kind }) => kind === 'date' || kind === 'place')
                .map(({ fact, form, options, key, accept }) => [
                  `${fact} ${form}`,
                  JSON.stringify(accept ?? options.filter(({ id }) => key.includes(id)).map(({ value }) => value)),
                ]),
            );
          expect(answers({ ...pack, events: [...pack.events].reverse() })).toEqual(answers(pack));
        }),
        RUNS,
      );
    },
    PATIENCE,
  );
});

/** What large banks violate, by form; a small bank is luck. */
function violationsOf(pack: Pack, language: Language, bankRules: readonly string[], seeds: readonly number[]) {
  const generator = generatorOf(pack, language);
  const banks = banksOf(generator.context, seeds.flatMap((seed) => wholeBank(generator, seed))); // prettier-ignore
  const judged = banks.flatMap((bank) =>
    BANK_RULES.filter(({ id }) => bankRules.includes(id)).flatMap((rule) => {
      const judgement = judgeBank(rule, bank);
      return judgement?.judged === true ? [{ form: bank.form, rule: rule.id, violations: judgement.violations }] : [];
    }),
  );
  return { judged: judged.length, violations: judged.flatMap(({ form, rule, violations }) => violations.map((one) => `${form} ${rule}: ${one}`)) };
} // prettier-ignore

describe('a large bank', () => {
  it.each(LANGUAGES)(
    'has no habits that a guesser could use, in %s (O5, O7)',
    (language) => {
      // Four seeds, so that luck is small beside the three points that a guesser may have; sequences are too few facts for that.
      const pack = makePack({ seed: 11, events: 700 });
      const { judged, violations } = violationsOf(pack, language, ['O5', 'O7'], [1, 2, 3, 4]);
      expect(judged).toBeGreaterThanOrEqual(6);
      expect(violations.filter((one) => !one.startsWith('sequence/'))).toEqual([]);
    },
    PATIENCE,
  );

  it.each(LANGUAGES.flatMap((language) => [12, 13, 14].map((seed) => [language, seed] as const)))(
    'does not read like a form, and asks nothing twice, in %s, pack %i (B3, B4)',
    (language, seed) => {
      const pack = makePack({ seed, events: 500, years: seed === 13 ? [1800, 1900] : [-479, 1990], odd: 0.2 });
      const { judged, violations } = violationsOf(pack, language, ['B3', 'B4'], [seed]);
      expect(judged).toBeGreaterThanOrEqual(10);
      expect(violations).toEqual([]);
    },
    PATIENCE,
  );

  it.each(LANGUAGES)(
    'has its keys at every rank alike, in %s (O3)',
    (language) => {
      // A hundred banks of luck alone would have five that fail: of several, most must keep the rule.
      const failed = [21, 22, 23, 24, 25].filter((seed) => {
        const pack = makePack({ seed, events: 300, odd: 0.1 });
        return violationsOf(pack, language, ['O3'], [seed]).violations.length > 1;
      });
      expect(failed.length).toBeLessThanOrEqual(1);
    },
    PATIENCE,
  );
});

describe('difficulty (B5)', () => {
  const closeness = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('never falls when one distractor moves nearer', () => {
    fc.assert(
      fc.property(closeness, fc.nat(4), share, share, (list, at, nearer, fame) => {
        const moved = list.map((one, i) => (i === at % list.length ? Math.max(one, nearer) : one));
        expect(difficultyOf(moved, fame)).toBeGreaterThanOrEqual(difficultyOf(list, fame));
      }),
    );
  });

  it('never falls when a less prominent event is taken', () => {
    fc.assert(
      fc.property(closeness, share, share, (list, one, other) => {
        expect(difficultyOf(list, Math.min(one, other))).toBeGreaterThanOrEqual(
          difficultyOf(list, Math.max(one, other)),
        );
      }),
    );
  });

  it('takes what lies nearer in time or space as closer', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (a, b) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)];
        expect(closenessOfUnits(near)).toBeGreaterThanOrEqual(closenessOfUnits(far));
        expect(closenessOfUnits(-near)).toBe(closenessOfUnits(near));
        expect(closenessOfKm(near)).toBeGreaterThanOrEqual(closenessOfKm(far));
      }),
    );
  });

  it(
    'of a made question is that of its distances and its event',
    () => {
      fc.assert(
        fc.property(fc.nat(1000), seeds, (at, seed) => {
          const pack = makePack({ seed: 21, events: EVENTS });
          const generator = generatorOf(pack, 'en');
          const dates = wholeBank(generator, seed).filter(({ kind, form }) => kind === 'date' && form === 'choice');
          const question = dates[at % dates.length];
          if (question === undefined) throw new Error('no date question');
          const event = pack.events.find(({ id }) => question.fact.startsWith(`${id}:`));
          if (event === undefined) throw new Error(question.fact);
          const fame = fameOf(generator.context, event);
          expect(question.difficulty).toBeGreaterThanOrEqual(difficultyOf([0, 0], fame));
          expect(question.difficulty).toBeLessThanOrEqual(difficultyOf([1, 1, 1], fame));
        }),
        { numRuns: 5 },
      );
    },
    PATIENCE,
  );
});
