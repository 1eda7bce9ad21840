import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readUkrainePack } from '../../../../../tests/content/pack-kit';
import { savedSet } from '../../../../../tests/samples/saved-set';
import { indexPack } from '../../packs/index-pack';
import { createGenerator, type Generator } from '../generator';
import { makeSet } from '../question-set';
import type { Question } from '../question';
import { editBetween, withEdit } from './edited-question';
import { editWarnings } from './edit-warnings';
import { questionsOf, resolveItem, resolveSet } from './resolve-set';
import { itemOf, type Edit } from './saved-set';
import { readSavedSet } from './saved-set-schema';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let generator: Generator;
let questions: readonly Question[];
beforeAll(async () => {
  generator = createGenerator(indexPack(await readUkrainePack()), { language: 'en' });
  questions = makeSet(generator, { kinds: [], forms: [], fact: null, count: 30 }, 1).questions;
});

const one = (kind: string, form: string): Question => {
  const found = questions.find((question) => question.kind === kind && question.form === form);
  if (found === undefined) throw new Error(`no ${kind}/${form} in the sample`);
  return found;
};
const warned = (question: Question, edit: Edit) =>
  editWarnings(generator.context, question, withEdit(question, edit).question);
const optionOf = ({ options, key }: Question, right: boolean) => {
  const found = options.find(({ id }) => key.includes(id) === right);
  if (found === undefined) throw new Error('no such option');
  return found;
};

describe('a saved set', () => {
  it('gives the very questions again that it was made of', () => {
    const set = savedSet({ items: questions.map(itemOf) });
    expect(questionsOf(resolveSet(generator, set))).toEqual(questions);
  });

  it('passes the door as it was written, and nothing else does', () => {
    const set = savedSet({ items: questions.map(itemOf) });
    expect(readSavedSet(JSON.parse(JSON.stringify(set)))).toEqual({ ok: true, set });
    for (const wrong of [null, [], 'x', { ...set, more: 1 }, { ...set, id: 'No Id' }, { ...set, revision: -1 }, { ...set, items: [{}] }])
      expect(readSavedSet(wrong).ok).toBe(false);
    const edits = [{ stem: '' }, { options: { 'a b': 'x' } }, { key: [] }, { other: 1 }, { stem: 'x'.repeat(2001) }];
    for (const edit of edits)
      expect(readSavedSet({ ...set, items: [{ ...set.items[0], edit }] })).toMatchObject({ ok: false });
  }); // prettier-ignore

  it('says of each question that is gone why', () => {
    const item = { form: 'choice', seed: 1, locked: false, edit: null };
    expect(resolveItem(generator, { ...item, fact: 'no-such-event:date' })).toMatchObject({ is: 'gone', why: 'unknown' });
    const refused = generator.refusals().find(({ fact, form }) => fact.endsWith(':date') && form === undefined);
    expect(resolveItem(generator, { ...item, fact: refused?.fact ?? '' })).toMatchObject({ is: 'gone', why: refused?.reason });
  }); // prettier-ignore
});

describe('an edit', () => {
  it('comes back from the two questions it leads between', () => {
    const question = one('date', 'choice');
    const [wrong, right] = [optionOf(question, false), optionOf(question, true)];
    const edit: Edit = { stem: 'When?', explanation: 'So.', options: { [wrong.value]: '9 May 2022' }, key: [wrong.value] }; // prettier-ignore
    const { question: edited, lost } = withEdit(question, edit);
    expect(lost).toEqual([]);
    expect(edited.proof).toEqual({ key: [], others: {} });
    expect(withEdit(question, { explanation: 'So.' }).question.proof).toEqual(question.proof);
    expect(edited).toMatchObject({ id: question.id, stem: 'When?', dispatch: null, explanation: 'So.', key: [wrong.id] });
    expect(edited.options.find(({ id }) => id === right.id)).toMatchObject({ text: right.text, why: '' });
    expect(editBetween(question, edited)).toEqual(edit);
    expect(editBetween(question, question)).toBeNull();
  }); // prettier-ignore

  it('that has lost its option says so, and the rest of it stays', () => {
    const question = one('date', 'choice');
    const { question: edited, lost } = withEdit(question, { stem: 'When?', options: { '1999-01-01': 'x' }, names: ['y'] });
    expect(edited.stem).toBe('When?');
    expect(lost).toEqual([{ part: 'option', value: '1999-01-01', text: 'x' }, { part: 'names' }]);
  }); // prettier-ignore

  it('that changes nothing is none', () => {
    const question = one('date', 'choice');
    expect(warned(question, { stem: question.stem })).toEqual([]);
  });
});

describe('warnings about an edit', () => {
  it('say first that the proof holds no longer', () => {
    expect(warned(one('date', 'choice'), { explanation: 'Because.' })).toEqual([{ kind: 'proof' }]);
  });

  it('name the word that gives a date away', () => {
    const question = one('date', 'choice');
    const stem = `${question.stem.slice(0, -1)} in March?`;
    expect(warned(question, { stem })).toContainEqual({ kind: 'leak', part: 'stem', option: null, word: 'March' });
  });

  it('name the place that gives a place away', () => {
    const question = one('place', 'choice');
    const { text } = optionOf(question, true);
    const kinds = warned(question, { stem: `Where in ${text} was that?` }).map(({ kind }) => kind);
    expect(kinds).toContain('leak');
    expect(kinds).toContain('answer-in-stem');
  });

  it('tell a wrong date that is right now from one that stays wrong', () => {
    const question = one('date', 'choice');
    const [wrong, right] = [optionOf(question, false), optionOf(question, true)];
    expect(warned(question, { options: { [wrong.value]: right.value } })).toContainEqual({ kind: 'second-right', option: wrong.id, sure: true });
    expect(warned(question, { options: { [wrong.value]: '9 May 1945' } })).toEqual([{ kind: 'proof' }]);
    expect(warned(question, { options: { [wrong.value]: 'one fine day' } })).toContainEqual({ kind: 'unread', option: wrong.id });
    expect(warned(question, { options: { [right.value]: '9 May 1945' } })).toContainEqual({ kind: 'not-right', option: right.id, sure: true });
  }); // prettier-ignore

  it('know the key again in other words, and the place that contains it', () => {
    const question = one('place', 'choice');
    const [wrong, right] = [optionOf(question, false), optionOf(question, true)];
    expect(warned(question, { options: { [wrong.value]: right.text.toUpperCase() } })).toContainEqual({ kind: 'second-right', option: wrong.id, sure: true });
    const [container] = generator.context.index.containersOf(right.value);
    const name = generator.context.placeName(container ?? '') ?? '';
    expect(warned(question, { options: { [wrong.value]: name } })).toContainEqual({ kind: 'second-right', option: wrong.id, sure: false });
  }); // prettier-ignore

  it('show two options that read the same, one that is empty and one that stands for others', () => {
    const question = one('event', 'choice');
    const [first, second] = question.options;
    if (first === undefined || second === undefined) throw new Error('no options');
    const same = warned(question, { options: { [second.value]: ` ${first.text.toLowerCase()}!` } });
    expect(same).toContainEqual({ kind: 'alike', options: [first.id, second.id] });
    const blank = warned(question, { options: { [first.value]: ' ', [second.value]: 'None of the above' } });
    expect(blank).toContainEqual({ kind: 'empty', part: 'option', option: first.id });
    expect(blank).toContainEqual({ kind: 'catch-all', option: second.id });
  });

  it('know when another option was made the right one, and another order', () => {
    const choice = one('date', 'choice');
    const [wrong, right] = [optionOf(choice, false), optionOf(choice, true)];
    const moved = warned(choice, { key: [wrong.value] });
    expect(moved).toContainEqual({ kind: 'not-right', option: wrong.id, sure: true });
    expect(moved).toContainEqual({ kind: 'second-right', option: right.id, sure: true });
    const order = one('sequence', 'order');
    const key = order.key.map((id) => order.options.find((option) => option.id === id)?.value ?? '').reverse();
    expect(warned(order, { key }).map(({ kind }) => kind)).toEqual(['proof', 'not-right']);
  });

  it('name a name that is another place’s', () => {
    const question = one('place', 'typed');
    const { accept } = question;
    const rival = accept !== null && 'rivals' in accept ? (accept.rivals[0] ?? '') : '';
    const names = accept !== null && 'names' in accept ? [...accept.names, rival] : [];
    expect(warned(question, { names })).toContainEqual({ kind: 'name-of-another', name: rival });
  });
});
