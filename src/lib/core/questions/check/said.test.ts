import { expect, it } from 'vitest';
import { buildPack, type EventDraft } from '../../../../../tests/samples/build-pack';
import { indexPack } from '../../packs/index-pack';
import { createGenerator } from '../generator';
import type { Option, Question } from '../question';
import { createChecker } from './checker';

// What was written into a question by hand used to pass as proved: a word more in the stem, a reason that nobody knows, another seed.

const EVENTS: readonly EventDraft[] = ['arden', 'birk', 'corva', 'dorn', 'elm'].map((town, i) => ({
  id: `fire-${town}`,
  clause: `fire burned yard ${String(i)} at ${town}`,
  placeless: `fire burned yard ${String(i)}`,
  when: `1901-03-0${String(i + 2)}`,
  where: [town],
}));
const pack = buildPack({ events: EVENTS });
const generator = createGenerator(indexPack(pack), { language: 'en' });

function ask(fact: string, form = 'choice'): Question {
  const made = generator.question(fact, form, 1);
  if (made?.type !== 'question') throw new Error(JSON.stringify(made));
  return made;
}

const rulesOf = (question: Question): readonly string[] =>
  createChecker(pack)
    .check(question)
    .map(({ rule }) => rule);

/** With a change to every option but the key. */
const withWrong = (question: Question, change: (option: Option) => Partial<Option>): Question => ({
  ...question,
  options: question.options.map((option) =>
    question.key.includes(option.id) ? option : { ...option, ...change(option) },
  ),
});

const ASKED: readonly Question[] = [
  ask('fire-corva:date'), ask('fire-corva:date', 'typed'), ask('fire-corva:place'), ask('fire-corva:place', 'typed'),
  ask('fire-corva:event-by-date'), ask('fire-corva:event-by-place'), ...['order', 'first', 'last'].map((form) => ask('story:sequence:fire-arden+fire-birk+fire-corva', form)),
]; // prettier-ignore
const OFFERED = ASKED.filter(({ options, form }) => options.length > 0 && form !== 'order');

it.each(ASKED.map((question) => [question.fact, question.form, question] as const))('%s, %s', (_fact, _form, question) => {
  expect(rulesOf(question)).toEqual([]);
  expect(rulesOf({ ...question, stem: question.stem.replace(/\?$/, ' in wartime?') })).toContain('wording');
  expect(rulesOf({ ...question, explanation: `${question.explanation} Nobody was hurt.` })).toContain('wording');
  expect(rulesOf({ ...question, seed: 2 })).toContain('format');
  expect(rulesOf({ ...question, id: question.id.replace(/.$/, (last) => (last === '0' ? '1' : '0')) })).toContain('format');
}); // prettier-ignore

it.each(OFFERED.map((question) => [question.fact, question.form, question] as const))(
  'the reasons of %s, %s',
  (_fact, _form, question) => {
    expect(rulesOf(withWrong(question, () => ({ why: 'peace was signed then' })))).toContain('wording');
  },
);

it.each(OFFERED.map((question) => [question.fact, question.form, question] as const))(
  'a blank at the end of an option of %s, %s',
  (_fact, _form, question) => {
    expect(rulesOf(withWrong(question, ({ text }) => ({ text: `${text} ` })))).toEqual(
      ['format', 'format', 'format'].slice(0, question.options.length - 1),
    );
  },
);

it('a reason tells of what was then, or there at the time that it names', () => {
  const other = 'fire burned yard 4 at elm';
  expect(rulesOf(withWrong(ask('fire-corva:date'), () => ({ why: `on that day ${other}` })))).toContain('O8');
  expect(rulesOf(withWrong(ask('fire-corva:place'), () => ({ why: `on 6 March 1901 ${other}` })))).toContain('O8');
  const there = ask('fire-corva:place');
  expect(rulesOf(withWrong(there, ({ why }) => ({ why: why.replace(/\d+ March/, '9 May') })))).not.toEqual([]);
});
