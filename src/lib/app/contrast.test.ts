import { describe, expect, it } from 'vitest';
import { buildPack, type EventDraft } from '../../../tests/samples/build-pack';
import type { CareRecord } from '$lib/core/memory/care';
import type { SessionItem } from '$lib/core/memory/session-state';
import { indexPack } from '$lib/core/packs/index-pack';
import { createGenerator } from '$lib/core/questions/generator';
import { contrastFor } from './contrast';
import { createLore } from './pack-lore';
import type { PackSummary } from './ports';
import { createQuestionSource } from './question-source';

const NAMES = ['fire', 'flood', 'siege', 'fair', 'strike', 'storm', 'truce', 'vote'];
const PLACES = ['arden', 'birk', 'corva', 'dorn', 'elm'];
const EVENTS = NAMES.map((id, i): EventDraft => ({
  id,
  name: `the ${id}`,
  clause: `the ${id} came to town`,
  placeless: `the ${id} came to town`,
  when: `1901-03-${String(2 + 3 * i).padStart(2, '0')}`,
  where: [PLACES[i % PLACES.length] ?? 'arden'],
}));
const index = indexPack(buildPack({ events: EVENTS }));
const SUMMARY: PackSummary = {
  id: 'sample', version: 1, title: 'Sample', titles: {}, language: 'en', licence: 'CC0', tone: 'plain', events: 8, storylines: 1, facts: null, from: 'bundled',
}; // prettier-ignore
const source = createQuestionSource(index, SUMMARY, 'en');
const generator = createGenerator(index, { language: 'en' });
const lore = createLore(index, 'en');
const item: SessionItem = { fact: '', reason: 'due', attempt: 0, harder: false };

function contrast(fact: string, memory: string, value: string, times = 2) {
  const info = source.facts().find((one) => one.fact === fact) ?? expect.fail(`no fact ${fact}`);
  const care: CareRecord = {
    key: `sample:${memory}`, pack: 'sample', fact: memory, suspended: false, buriedUntil: null, flags: [], reports: [],
    confusions: [{ value, event: null, times, ever: times }],
  }; // prettier-ignore
  return contrastFor(
    source,
    info,
    item,
    () => null,
    (key) => (key === care.key ? care : null),
  );
}

describe('a contrast question', () => {
  it.each([
    ['the date of another event', 'siege:date', '1901-03-11'],
    ['another place', 'siege:place', 'dorn'],
  ])('puts the answer beside %s', (_, fact, value) => {
    const made = contrast(fact, fact, value)?.question;
    const key = made?.options.find(({ id }) => made.key.includes(id))?.value;
    expect(made?.options.map((option) => option.value)).toEqual(expect.arrayContaining([value, key]));
    expect(key).not.toBe(value);
  });

  it('about the order of two events asks for just that pair', () => {
    const chain = source.facts().find(({ kind }) => kind === 'sequence') ?? expect.fail('no chain');
    for (const { fact: pair } of chain.memories) {
      const made = contrast(chain.fact, pair, 'swapped')?.question;
      const shown = made?.options.map((option) => option.value);
      expect(shown).toEqual(expect.arrayContaining(pair.replace(':before', '').split('+')));
    }
  });

  it('is a question like any other: a function of pack, fact, form, language and seed', () => {
    const made = contrast('siege:date', 'siege:date', '1901-03-11')?.question ?? expect.fail('none');
    expect(generator.question(made.fact, made.form, made.seed)).toEqual(made);
    expect(contrast('siege:date', 'siege:date', '1901-03-11')?.question).toEqual(made);
  });

  it.each([
    ['what is told apart', '1901-03-11', 0],
    ['one mistake', '1901-03-11', 1],
    ['what no question shows', '1999-01-01', 2],
  ])('is not asked for %s', (_, value, times) => {
    expect(contrast('siege:date', 'siege:date', value, times)).toBeNull();
  });

  it('is asked of what is told apart when the learner wants it', () => {
    const info = source.facts().find((one) => one.fact === 'siege:date') ?? expect.fail('none');
    const confusions = [{ value: '1901-03-11', event: 'fair', times: 0, ever: 5 }];
    const care: CareRecord = { key: 'sample:siege:date', pack: 'sample', fact: 'siege:date', suspended: false, buriedUntil: null, flags: [], reports: [], confusions }; // prettier-ignore
    expect(contrastFor(source, info, { ...item, contrast: true }, () => null, () => care)?.confusion).toEqual(confusions[0]); // prettier-ignore
    expect(contrastFor(source, info, item, () => null, () => care)).toBeNull(); // prettier-ignore
  });
});

describe('what a wrong answer stands for', () => {
  const ask = (fact: string, form: string) => {
    const made = generator.question(fact, form, 1);
    return made?.type === 'question' ? made : expect.fail(`${fact} ${form}`);
  };
  it('is the event of the date that was chosen, or the place, and what happened there alone', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const made = generator.question('siege:date', 'choice', seed);
      if (made?.type !== 'question') throw new Error('refused');
      for (const { id, value } of made.options) {
        const at = EVENTS.find(({ when }) => when === value)?.id ?? null;
        const right = made.key.includes(id);
        expect(lore.mistakenFor(made, { choice: id })).toEqual(right ? null : { value, event: at });
      }
    }
    const placed = ask('siege:place', 'choice');
    const taken = Object.fromEntries(
      placed.options
        .filter(({ id }) => !placed.key.includes(id))
        .map(({ id, value }) => [value, lore.mistakenFor(placed, { choice: id })?.event]),
    );
    const alone: Readonly<Record<string, string | null>> = {
      arden: null,
      birk: null,
      dorn: 'fair',
      elm: 'strike',
      farrow: null,
    };
    for (const [place, event] of Object.entries(taken)) expect([place, event]).toEqual([place, alone[place]]);
  });

  it.each([
    [
      'a typed date that is another event’s',
      'date',
      { typed: '11 March 1901' },
      { value: '1901-03-11', event: 'fair' },
    ],
    ['a typed date that is nobody’s', 'date', { typed: '12 March 1901' }, null],
    ['no date at all', 'date', { typed: 'yesterday' }, null],
    ['"don’t know"', 'date', { pass: true }, null],
    ['another place of the pack', 'place', { typed: 'Dorn' }, { value: 'dorn', event: 'fair' }],
    ['a place that the pack does not know', 'place', { typed: 'Paris' }, null],
  ] as const)('typed: %s', (_, kind, response, stands) => {
    expect(lore.mistakenFor(ask(`siege:${kind}`, 'typed'), response)).toEqual(stands);
  });

  it('is told with both sides', () => {
    expect(lore.sidesOf('siege:date', { value: '1901-03-11', event: 'fair', times: 2, ever: 2 })).toEqual({
      by: 'date',
      asked: { text: 'the siege came to town', date: '8 March 1901', place: 'Corva' },
      taken: { text: 'the fair came to town', date: '11 March 1901', place: 'Dorn' },
    });
    expect(lore.sidesOf('siege:date', { value: '1850-01-02', event: null, times: 2, ever: 2 }).taken).toEqual({
      text: null,
      date: '2 January 1850',
      place: null,
    });
    expect(lore.sidesOf('fire+flood:before', { value: 'swapped', event: null, times: 2, ever: 2 })).toMatchObject({
      asked: { text: 'the fire came to town' },
      taken: { text: 'the flood came to town' },
      by: 'order',
    });
  });
});
