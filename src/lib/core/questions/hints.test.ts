import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as yaml from 'yaml';
import { indexPack } from '../packs/index-pack';
import { readPack } from '../packs/read-pack';
import { revivePack } from '../packs/revive-pack';
import { createGenerator } from './generator';
import { hintsOf, type Hint } from './hints';
import type { Question } from './question';

const FOLDER = 'content/ukraine-2022';
const files = ['pack.yaml', 'places.yaml', ...readdirSync(`${FOLDER}/events`).map((name) => `events/${name}`)];
const read = readPack(
  files.map((file) => ({
    file,
    text: readFileSync(`${FOLDER}/${file}`, 'utf8'),
    role: file === 'pack.yaml' ? ('head' as const) : file === 'places.yaml' ? ('places' as const) : ('events' as const),
  })),
  yaml,
);
if (!read.ok) throw new Error('the pack has problems');
const index = indexPack(revivePack(read.source));
const generator = createGenerator(index, { language: 'en' });
const questions = generator.facts().flatMap(({ fact, forms }) =>
  forms.flatMap((key): Question[] => {
    const made = generator.question(fact.id, key.slice(fact.kind.length + 1), 7);
    return made?.type === 'question' ? [made] : [];
  }),
);
const hinted = questions.map((question) => ({ question, hints: hintsOf(generator.context, question) }));

function each<K extends Hint['is']>(is: K): readonly { question: Question; hint: Extract<Hint, { is: K }> }[] {
  const found = hinted.flatMap(({ question, hints }) => hints.map((hint) => ({ question, hint })));
  return found.filter((one): one is { question: Question; hint: Extract<Hint, { is: K }> } => one.hint.is === is);
}

describe('hints over the first pack', () => {
  it('there is one for every question, and the same each time', () => {
    expect(questions.length).toBeGreaterThan(200);
    for (const { question, hints } of hinted) {
      expect(hints.length, question.id).toBeGreaterThan(0);
      expect(hintsOf(generator.context, question)).toEqual(hints);
    }
  });

  it('strike only what is wrong, and leave two to choose from', () => {
    const struck = each('struck');
    expect(struck.length).toBeGreaterThan(100);
    for (const { question, hint } of struck) expect(question.key).not.toContain(hint.option);
    for (const { question, hints } of hinted) {
      const gone = hints.filter(({ is }) => is === 'struck').length;
      if (gone > 0) expect(question.options.length - gone).toBe(2);
    }
  });

  it('say a month or a week that holds the date, and never the day', () => {
    for (const { question, hint } of each('when')) {
      const { accept } = question;
      const day = accept !== null && 'from' in accept ? accept.from : '';
      const [year = '', month = '', date = ''] = day.split('-');
      const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(day));
      expect(hint.text, day).toContain(year);
      if (accept !== null && 'from' in accept && accept.unit === 'day') expect(hint.text, day).toContain(name);
      const ends = /between (\d+) and (\d+) /.exec(hint.text);
      if (ends !== null) {
        expect(Number(ends[1]), hint.text).toBeLessThanOrEqual(Number(date));
        expect(Number(ends[2]), hint.text).toBeGreaterThanOrEqual(Number(date));
        expect(Number(ends[2]) - Number(ends[1])).toBe(6);
      }
      expect(month).not.toBe('');
    }
  });

  it('the date is not always in the middle of its week', () => {
    const places = each('when').flatMap(({ question: { accept }, hint }) => {
      const ends = /between (\d+) and/.exec(hint.text);
      const date = accept !== null && 'from' in accept ? Number(accept.from.slice(8)) : 0;
      return ends === null ? [] : [date - Number(ends[1])];
    });
    expect(new Set(places).size).toBeGreaterThanOrEqual(6);
  });

  it('name a region around the place whose name does not tell it', () => {
    const inside = each('inside');
    expect(inside.length).toBeGreaterThan(5);
    for (const { question, hint } of inside) {
      const key = question.proof.key.find((step) => step.rule === 'located')?.place ?? '';
      const region = index.pack.places.find(({ name }) => name === hint.place);
      expect(index.contains(region?.id ?? '', key)).toBe(true);
      expect(hint.place).not.toContain(index.place(key).name);
      expect(region?.kind).not.toBe('country');
    }
  });

  it('begin a name as it begins', () => {
    for (const { question, hint } of each('begins')) {
      const name = question.accept !== null && 'names' in question.accept ? (question.accept.names[0] ?? '') : '';
      expect([hint.letter, hint.letters]).toEqual([
        name.charAt(0),
        Array.from(name).filter((sign) => /\p{L}/u.test(sign)).length,
      ]);
    }
  });

  it('mark a quarter of the map with the place in it, and a shape of a region that contains it', () => {
    for (const { question, hint } of each('quarter')) {
      const accept = question.accept;
      if (accept === null || !('point' in accept)) throw new Error('no map question');
      const [west, south, east, north] = hint.frame;
      const [x, y] = accept.point;
      expect(x >= west && x <= east && y >= south && y <= north).toBe(true);
      expect((east - west) * 2).toBeCloseTo(accept.frame[2] - accept.frame[0]);
    }
    expect(each('outlined').length).toBeGreaterThan(0);
    for (const { hint } of each('outlined')) expect(hint.area).toMatch(/^oblasts\//);
  });

  it('put the earliest of an ordering into their places, one by one, and leave two', () => {
    for (const { question, hints } of hinted.filter((one) => one.question.form === 'order')) {
      expect(hints).toHaveLength(question.options.length - 2);
      for (const [at, hint] of hints.entries()) {
        expect(hint).toEqual({ is: 'placed', options: question.key.slice(0, at + 1) });
      }
    }
  });
});

describe('hints to dates of other units', () => {
  const ask = (from: string, to: string, unit: string): readonly string[] => {
    const question: Question = {
      ...(questions.find(({ form, kind }) => form === 'typed' && kind === 'date') ?? expect.fail('none')),
      accept: { from, to, unit },
    };
    return hintsOf(generator.context, question).map((hint) => (hint.is === 'when' ? hint.text : hint.is));
  };
  it.each([
    ['1944-01-01', '1944-12-31', 'year'],
    ['-0479-01-01', '-0479-12-31', 'year'],
    ['1560-01-01', '1569-12-31', 'decade'],
    ['0000-01-01', '0009-12-31', 'decade'],
    ['1500-01-01', '1599-12-31', 'century'],
    ['2022-03-01', '2022-03-31', 'month'],
    ['2022-06-01', '2022-08-31', 'season'],
  ])('%s to %s, asked as a %s: two stretches, the second the shorter', (from, to, unit) => {
    const texts = ask(from, to, unit);
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).toMatch(/^some time between .+ and .+$/);
  });

  it('a range of days over the end of a month has no month to name', () => {
    expect(ask('2022-03-30', '2022-04-02', 'day')[0]).toMatch(/^some time between/);
  });

  it('what cannot be read has no hint', () => {
    expect(ask('soon', 'later', 'day')).toEqual([]);
    expect(ask('2022-03-01', '2022-03-01', 'fortnight')).toEqual([]);
  });
});
