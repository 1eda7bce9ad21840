import { describe, expect, it } from 'vitest';
import { buildPack } from '../../../../../tests/samples/build-pack';
import { indexPack } from '../../packs/index-pack';
import { createContext } from '../context';
import { createGenerator } from '../generator';
import type { FormKey, Option, Question } from '../question';
import { banksOf, judgeBank, type Bank } from './bank-rule';
import { BANK_RULES } from './bank-rules';
import { chiSquareTail } from './chi-square';
import { differences, unsettled } from './generation';
import { giveaways, shownPart } from './shown';
import { commonestOpener, meanSimilarity } from './stems-alike';

const PACK = buildPack({
  events: [
    { id: 'siege', clause: 'soldiers stormed the walls of Arden', when: '1901-03-12', where: ['arden'] },
    { id: 'fire', clause: 'fire destroyed the harbour of Birk', when: '1901-03-02', where: ['birk'] },
    { id: 'flood', clause: 'a flood drove people out of Corva', when: '1901-03-09', where: ['corva'] },
    { id: 'fair', clause: 'the fair of Dorn opened', when: '1901-03-15', where: ['dorn'] },
  ],
});
const context = createContext(indexPack(PACK), 'en');
const generator = createGenerator(context.index, { language: 'en' });
const made = generator.question('siege:date', 'choice', 1);
if (made?.type !== 'question') throw new Error(JSON.stringify(made));
const SAMPLE: Question = made;

const PLACES = ['arden', 'birk', 'corva', 'dorn', 'elm', 'farrow'];
const words = [
  'river',
  'market',
  'bishop',
  'harvest',
  'bridge',
  'tower',
  'sailor',
  'winter',
  'meadow',
  'lantern',
  'anvil',
];

interface Shape {
  readonly form: FormKey;
  /** Rank of the key of the i-th question. */
  readonly rank: (i: number) => number;
  readonly size?: number;
  readonly text?: (i: number, rank: number, isKey: boolean) => string;
  readonly value?: (i: number, rank: number) => string;
  readonly stem?: (i: number) => string;
  readonly count?: number;
}

const stemOf = (i: number): string =>
  [7, 3, 5, 9].map((step, j) => words[(i * step + j * 2 + Math.floor(i / 11)) % words.length]).join(' ') +
  ` ${String(i)}?`;

function bank({ form, rank, size = 3, text, value, stem = stemOf, count = 300 }: Shape): Bank {
  const [kind = 'date', name = ''] = form.split('/');
  const questions = Array.from({ length: count }, (_, i): Question => {
    const options = Array.from({ length: size }, (__, at): Option => ({
      id: String.fromCharCode(97 + at),
      text: text?.(i, at, at === rank(i)) ?? 'same',
      value: value?.(i, at) ?? `1901-03-${String(10 + at)}`,
      why: at === rank(i) ? 'key' : 'because',
    }));
    const key = options.filter((_, at) => at === rank(i)).map(({ id }) => id); // prettier-ignore
    return { ...SAMPLE, id: String(i), kind: kind as Question['kind'], form: name, stem: stem(i), options, key };
  });
  return { context, form, language: 'en', questions };
}

const turning = (i: number): number => i % 3;

interface Case {
  readonly rule: string;
  readonly story: string;
  readonly bank: Bank;
  readonly good: boolean;
}

const CASES: readonly Case[] = [
  { rule: 'O3', story: 'every rank alike', good: true, bank: bank({ form: 'date/choice', rank: turning }) },
  { rule: 'O3', story: 'half of the keys in the middle', good: false, bank: bank({ form: 'date/choice', rank: (i) => (i % 2 === 0 ? 1 : i % 3) }) },
  { rule: 'O3', story: 'four options, every rank alike', good: true, bank: bank({ form: 'date/choice', size: 4, rank: (i) => i % 4 }) },
  { rule: 'O3', story: 'four options, 56 % in the middle', good: false, bank: bank({ form: 'date/choice', size: 4, rank: (i) => (i % 25 < 14 ? 1 + (i % 2) : 3 * (i % 2)) }) },
  { rule: 'O5', story: 'as long as another', good: true, bank: bank({ form: 'event/choice', rank: turning, text: (i, at) => words[(i + at) % 3] ?? '' }) },
  { rule: 'O5', story: 'the longest, two times in five', good: false, bank: bank({ form: 'event/choice', rank: turning, text: (i, _, key) => (key && i % 5 < 2 ? 'a long text' : key ? 'x' : 'text') }) },
  { rule: 'O7', story: 'a middle date no oftener than others', good: true, bank: bank({ form: 'date/choice', rank: turning }) },
  { rule: 'O7', story: 'a middle date in every second question', good: false, bank: bank({ form: 'date/choice', rank: (i) => (i % 2 === 0 ? 1 : i % 3) }) },
  { rule: 'O7', story: 'a key that lies near all others', good: false, bank: bank({ form: 'date/choice', rank: turning, value: (i, at) => (at === turning(i) ? '1901-03-15' : at < turning(i) || (turning(i) === 0 && at === 1) ? '1901-03-01' : '1901-03-28') }) },
  { rule: 'O7', story: 'a word of the stem in the key', good: false, bank: bank({ form: 'event/choice', rank: turning, stem: (i) => `what of the river ${String(i)}?`, text: (_, __, key) => (key ? 'the river rose' : 'nothing') }) },
  { rule: 'O7', story: 'one place that is always right', good: false, bank: bank({ form: 'place/choice', rank: turning, value: (i, at) => (at === turning(i) ? 'arden' : (PLACES[1 + ((i + at) % 5)] ?? '')) }) },
  { rule: 'O7', story: 'places that come as often as each other', good: true, bank: bank({ form: 'place/choice', rank: turning, value: (i, at) => PLACES[(i * 3 + at) % 6] ?? '' }) },
  { rule: 'B3', story: 'stems that share little', good: true, bank: bank({ form: 'date/choice', rank: turning }) },
  { rule: 'B3', story: 'one form of words', good: false, bank: bank({ form: 'date/choice', rank: turning, stem: (i) => `On which day did this happen: ${stemOf(i)}` }) },
  { rule: 'B3', story: 'one opener for a third of them', good: false, bank: bank({ form: 'date/choice', rank: turning, stem: (i) => `${i % 3 === 0 ? 'Tell me' : `q${String(i)} r${String(i)}`} ${stemOf(i)}` }) },
  { rule: 'B4', story: 'every stem once', good: true, bank: bank({ form: 'date/choice', rank: turning }) },
  { rule: 'B4', story: 'one stem twice', good: false, bank: bank({ form: 'date/choice', rank: turning, stem: (i) => stemOf(Math.max(1, i)) }) },
  { rule: 'B4', story: 'one stem twice with other events', good: true, bank: bank({ form: 'sequence/first', rank: turning, stem: () => 'Which came first?', value: (i, at) => `event-${String(i)}-${String(at)}` }) },
  { rule: 'B4', story: 'one stem twice with the same events in another order', good: false, bank: bank({ form: 'sequence/first', rank: turning, count: 2, stem: () => 'Which came first?', value: (i, at) => `event-${String((at + i) % 3)}` }) },
]; // prettier-ignore

const ruleOf = (id: string) => {
  const rule = BANK_RULES.find((one) => one.id === id);
  if (rule === undefined) throw new Error(id);
  return rule;
};

describe('rules on banks', () => {
  it.each(CASES.map((one) => [one.rule, one.good ? 'lets pass' : 'catches', one.story, one] as const))(
    '%s %s %s',
    (id, _, __, { bank: judged, good }) => {
      const judgement = judgeBank(ruleOf(id), judged);
      expect(judgement?.judged).toBe(true);
      if (judgement?.judged === true) expect(judgement.violations.length === 0).toBe(good);
    },
  );

  it('each have a good and a bad bank', () => {
    const tried = CASES.map(({ rule, good }) => `${rule} ${String(good)}`);
    expect(BANK_RULES.flatMap(({ id }) => [`${id} true`, `${id} false`]).filter((one) => !tried.includes(one))).toEqual(
      [],
    );
  });

  it('report a small bank and do not judge it', () => {
    const small = bank({ form: 'date/choice', rank: () => 1, count: 99 });
    expect(judgeBank(ruleOf('O3'), small)).toMatchObject({ judged: false, questions: 99 });
    expect(judgeBank(ruleOf('O3'), bank({ form: 'date/choice', rank: () => 1, count: 100 }))).toMatchObject({
      judged: true,
    });
  });

  it('have nothing to say of ranks where nothing is offered', () => {
    const typed = { ...bank({ form: 'date/typed', rank: turning, size: 0 }) };
    expect(['O3', 'O5', 'O7'].map((id) => judgeBank(ruleOf(id), typed))).toEqual([null, null, null]);
  });

  it('are put to banks of one form and language', () => {
    const both = [SAMPLE, { ...SAMPLE, language: 'uk' as const }, { ...SAMPLE, form: 'typed' }, SAMPLE];
    expect(banksOf(context, both).map(({ form, language, questions }) => [form, language, questions.length])).toEqual([
      ['date/choice', 'en', 2],
      ['date/choice', 'uk', 1],
      ['date/typed', 'en', 1],
    ]);
  });
});

describe('the tail of χ²', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.4.
  it.each([
    [3.841, 1, 0.05],
    [5.991, 2, 0.05],
    [7.815, 3, 0.05],
    [16.266, 3, 0.001],
    [18.307, 10, 0.05],
    [24.996, 15, 0.05],
    [0, 4, 1],
  ])('χ² %f with %i degrees: %f', (statistic, freedom, p) => {
    expect(chiSquareTail(statistic, freedom)).toBeCloseTo(p, 4);
  });
});

describe('likeness of stems', () => {
  it('is the mean cosine of all pairs', () => {
    expect(meanSimilarity(['red fox', 'red fox'])).toBeCloseTo(1);
    expect(meanSimilarity(['red fox', 'blue whale'])).toBeCloseTo(0);
    expect(meanSimilarity(['a b', 'a c', 'd e'])).toBeCloseTo(0.5 / 3);
  });

  it('counts openers of two words', () => {
    expect(commonestOpener(['On which day', 'On which year', 'On that day'])).toEqual({
      opener: 'on which',
      share: 2 / 3,
    });
  });
});

describe('a generator', () => {
  it('gives the same bytes again (B1), and is told from another', () => {
    expect(differences(generator, createGenerator(indexPack(PACK), { language: 'en' }), 3)).toEqual([]);
    const other = buildPack({
      events: [{ id: 'siege', clause: 'soldiers stormed the walls of Arden', when: '1901-03-13' }],
    });
    expect(differences(generator, createGenerator(indexPack(other), { language: 'en' }), 3)).not.toEqual([]);
  });

  it('asks or refuses everything (B2), and is caught when it does not', () => {
    expect(unsettled(generator)).toEqual([]);
    expect(unsettled({ ...generator, refusals: () => [] })).not.toEqual([]);
  });
});

describe('what is sent before the answer (L6)', () => {
  it('is letters and words', () => {
    expect(giveaways(SAMPLE, { type: 'ask', at: 4, question: shownPart(SAMPLE) })).toEqual([]);
  });

  it.each([
    ['the whole question', SAMPLE],
    ['the key', { ...shownPart(SAMPLE), key: SAMPLE.key }],
    ['a value of an option', { pictures: SAMPLE.options.map(({ value }) => value) }],
    ['the event', { file: 'siege' }],
  ])('catches %s', (_, message) => {
    expect(giveaways(SAMPLE, message)).not.toEqual([]);
  });

  it('catches ids that are no ranks', () => {
    const swapped = { ...SAMPLE, options: [...SAMPLE.options].reverse() };
    expect(giveaways(swapped, shownPart(swapped))).not.toEqual([]);
  });
});
