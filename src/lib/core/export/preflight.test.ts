import { describe, expect, test } from 'vitest';
import { buildQuestion, smallSet } from '../../../../tests/samples/export-set';
import { DEFAULT_OPTIONS, SHAPES, type Carries, type WriteOptions } from './format';
import { lossReport } from './loss-report';
import { preflight, type Preflight } from './preflight';

function check(carries: Partial<Carries>, options: Partial<WriteOptions> = {}, set = smallSet()): Preflight {
  return preflight(set, { carries: { shapes: SHAPES, drops: [], ...carries } }, { ...DEFAULT_OPTIONS, ...options });
}

const brief = ({ losses }: Preflight): string[] =>
  losses.map((loss) =>
    'question' in loss
      ? `${loss.kind} ${loss.question.split(':').slice(1, -1).join(':')}`
      : `${loss.kind} ${loss.part}`,
  );

describe('preflight', () => {
  test('a target that takes everything loses nothing', () => {
    const { items, losses } = check({});
    expect(losses).toEqual([]);
    expect(items.map(({ shape }) => shape)).toEqual(['choice', 'typed', 'typed', 'map', 'typed', 'order', 'choice']);
  });

  test('what has no task there becomes another form of the same fact, and is told', () => {
    const { items, losses } = check({ shapes: ['choice'] });
    expect(losses).toMatchObject([
      { kind: 'substituted', shape: 'typed', by: 'choice' },
      { kind: 'left-out', question: 'small:treaty:date:typed:00000005', why: 'no-substitute' },
      { kind: 'substituted', shape: 'map', by: 'choice' },
      { kind: 'left-out', question: 'small:fair-held:place:typed:00000005', why: 'no-substitute' },
      { kind: 'substituted', shape: 'order', by: 'choice' },
    ]);
    // The file still knows them by the ids of the set.
    expect(items.map(({ id }) => id)).toEqual(smallSet().questions.map(({ id }) => id).filter((id) => !/treaty|fair/u.test(id)));
  }); // prettier-ignore

  test('an order becomes pairs where a target has them, choice where that is wanted, nothing where that is', () => {
    const shapes = ['choice', 'match', 'typed', 'map'] as const;
    const order = ({ items }: Preflight): string | undefined => items.find(({ id }) => id.includes('siege'))?.shape;
    expect(order(check({ shapes }))).toBe('match');
    expect(order(check({ shapes }, { substitutes: { order: 'choice' } }))).toBe('choice');
    expect(order(check({ shapes }, { substitutes: { order: 'leave-out' } }))).toBeUndefined();
    expect(order(check({}, { substitutes: { order: 'match' } }))).toBe('match');
  });

  test('tied things have no one position: no pairs are made of them', () => {
    const set = smallSet();
    const tied = { ...set, questions: set.questions.map((each) => (each.form === 'order' ? { ...each, ties: [['a', 'c'] as const] } : each)) };
    expect(check({ shapes: ['match', 'choice', 'typed', 'map'] }, {}, tied).items.find(({ id }) => id.includes('siege'))?.shape).toBe('choice');
    expect(brief(check({}, {}, tied))).toEqual(['ties siege:sequence:a+b+c:order']);
  }); // prettier-ignore

  test('what would stand in is in the set already: not twice', () => {
    const set = smallSet();
    const choice = set.alternatives['small:mill-built:place:map:00000003'] ?? [];
    const both = { ...set, questions: [...set.questions, ...choice] };
    expect(check({ shapes: ['choice'] }, {}, both).losses).toContainEqual({
      kind: 'left-out', question: 'small:mill-built:place:map:00000003', why: 'there-already',
    }); // prettier-ignore
  });

  test('a stem too long is first said in fewer words, then cut; both are told', () => {
    const { items, losses } = check({ stem: 40 });
    expect(items[0]?.stem).toBe('When? The duke took the town');
    expect(losses[0]).toEqual({
      kind: 'reworded',
      question: 'small:town-taken:date:choice:00000006',
      from: 53,
      to: 28,
    });
    const cut = check({ stem: 20 });
    expect(cut.items[0]?.stem).toBe('When? The duke took…');
    expect(brief(cut).slice(0, 2)).toEqual(['reworded town-taken:date:choice', 'shortened town-taken:date:choice']);
  });

  test('options that begin alike are cut at their beginnings', () => {
    const { items, losses } = check({ shapes: ['choice'], option: 5 });
    const oath = items.find(({ id }) => id.includes('oath'));
    expect(oath?.shape === 'choice' && oath.options.map(({ text }) => text)).toEqual(['…gat…', '…oat…', '…bri…']);
    expect(losses).toContainEqual({ kind: 'shortened', question: oath?.id, part: 'option', from: 18, to: 5 });
  });

  test('a question whose options would read alike however they are cut is left out', () => {
    const options = ['Incomprehensible', 'Incomprehensibly', 'Clear'].map((text, i) => ({
      id: 'abc'.charAt(i),
      text,
      value: text,
      why: '',
    }));
    const word = buildQuestion({
      fact: 'word:event-by-date',
      kind: 'event',
      form: 'choice',
      stem: 'Which?',
      options,
      key: ['a'],
    });
    const set = smallSet({ questions: [word] });
    expect(check({ option: 12 }, {}, set).losses).toEqual([{ kind: 'left-out', question: word.id, why: 'alike' }]);
    expect(check({ option: 16 }, {}, set).losses).toEqual([]);
  });

  test('too many options: the right one stays', () => {
    const { items, losses } = check({ options: 2 });
    const [first] = items;
    expect(first?.shape === 'choice' && first.options.map(({ text }) => text)).toEqual([
      '1 March 1450',
      '2 March 1450',
    ]);
    expect(losses[0]).toMatchObject({ kind: 'fewer-options', kept: 2, of: 3 });
  });

  test('spellings beyond those that fit are counted', () => {
    expect(check({ spellings: 1 }).losses[0]).toMatchObject({ kind: 'fewer-spellings', kept: 2, of: 7 });
  });

  test('a year typed as a number: spellings in words are counted, and how a year BC is typed stands behind its stem', () => {
    const year = ({ items }: Preflight) => items.find(({ id }) => id.includes('treaty'));
    const { losses, ...numeric } = check({ numericYears: true });
    expect(losses).toEqual([{ kind: 'numeric-year', question: 'small:treaty:date:typed:00000005', untaken: 2 }]);
    expect(year({ losses, ...numeric })?.stem).toBe(
      'In which year was the treaty made? (a year BC as a negative number)',
    );
    expect(year(check({}))?.stem).toBe('In which year was the treaty made?');

    const inUkrainian = smallSet();
    const questions = inUkrainian.questions.map((each) => ({ ...each, language: 'uk' as const }));
    const uk = check({ numericYears: true }, {}, { ...inUkrainian, questions, language: 'uk' });
    expect(year(uk)?.stem).toMatch(/ \(рік до н\. е\. – відʼємним числом\)$/u);
    expect(lossReport({ ...inUkrainian, language: 'uk' }, { label: 'Moodle', limits: '' }, uk.losses)).toContain(
      'рік вводять числом: не буде прийнято 3 написання словами',
    );
  });

  test('a year of our era is a number already: nothing is lost of it', () => {
    const [first] = smallSet().questions;
    const accept = { from: '1066-01-01', to: '1066-12-31', unit: 'year' };
    const year = buildQuestion({
      ...first,
      fact: 'battle:date',
      kind: 'date',
      form: 'typed',
      stem: 'In which year?',
      accept,
    });
    const { items, losses } = check({ numericYears: true }, {}, smallSet({ questions: [year] }));
    expect([items[0]?.stem, losses]).toEqual(['In which year?', []]);
  });

  test('what a card with two sides does not ask for is told', () => {
    expect(check({ drops: ['input'] }).losses).toEqual([{ kind: 'dropped', part: 'input', questions: 5 }]);
  });

  test('credit for answers near by that a target does not give is told, of as many questions as the app gives it for', () => {
    // Two typed dates, the map and the order; a place typed is right or wrong here too.
    expect(check({ drops: ['near'] }).losses).toEqual([{ kind: 'dropped', part: 'near', questions: 4 }]);
    expect(check({ drops: ['near'], near: ['year', 'order'] }).losses).toEqual([
      { kind: 'dropped', part: 'near', questions: 2 },
    ]);
  });

  test('without a base map nothing is asked on one', () => {
    const { items, losses } = check({}, {}, smallSet({ drawMap: null }));
    expect(items.some(({ shape }) => shape === 'map')).toBe(false);
    expect(losses).toMatchObject([{ kind: 'substituted', shape: 'map', by: 'choice' }]);
  });

  test('a question edited until it has no answer is left out', () => {
    const [first, ...rest] = smallSet().questions;
    const broken = { ...(first ?? buildQuestion({ fact: 'x', kind: 'date', form: 'choice', stem: '' })), key: ['z'] };
    expect(brief(check({}, {}, smallSet({ questions: [broken, ...rest] })))).toEqual([
      'left-out town-taken:date:choice',
    ]);
  });

  test('parts that a target has no room for are counted', () => {
    expect(check({ drops: ['explanation', 'picture'] }).losses).toEqual([
      { kind: 'dropped', part: 'explanation', questions: 7 },
      { kind: 'dropped', part: 'picture', questions: 1 },
    ]);
  });

  test('the report names each question with its stem, in the language of the set', () => {
    const set = smallSet();
    const { losses } = check({ shapes: ['choice'] });
    expect(lossReport(set, { label: 'Aiken', limits: 'choice only' }, losses)).toContain(
      'small:siege:sequence:a+b+c:order:00000005: ordering became multiple choice (In which order did these happen?)\n',
    );
    expect(lossReport({ ...set, language: 'uk' }, { label: 'Aiken', limits: '' }, losses)).toContain('замість «упорядкування» – «вибір»');
  }); // prettier-ignore
});
