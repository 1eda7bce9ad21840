import { expect, it } from 'vitest';
import { buildPack, type EventDraft, type PlaceDraft } from '../../../../../tests/samples/build-pack';
import { indexPack } from '../../packs/index-pack';
import { createGenerator } from '../generator';
import type { Question } from '../question';
import { createChecker } from './checker';

// Packs on which the generator and the checker did not agree: what the one asked, the other would not prove.

/** Towns a degree apart. */
function placesFor(names: Readonly<Record<string, string>>): PlaceDraft[] {
  return Object.entries(names).map(([id, name], i) => ({ id, name, point: [10 + i, 50] as const }));
}

function askedOf(
  events: readonly EventDraft[],
  names: Readonly<Record<string, string>>,
  title = 'A story',
): readonly Question[] {
  const built = buildPack({ events, places: placesFor(names), storylines: ['story', 'old'] });
  const pack = {
    ...built,
    storylines: built.storylines.map((line) => (line.id === 'story' ? { ...line, title } : line)),
  };
  const generator = createGenerator(indexPack(pack), { language: 'en' });
  const seeds = Array.from({ length: 12 }, (_, seed) => seed);
  const asked = generator
    .facts()
    .flatMap(({ fact, forms }) =>
      forms.flatMap((form) =>
        seeds.flatMap((seed) => generator.question(fact.id, form.split('/')[1] ?? '', seed) ?? []),
      ),
    );
  const questions = asked.filter((one) => one.type === 'question');
  const checker = createChecker(pack);
  expect(questions.flatMap((question) => checker.check(JSON.parse(JSON.stringify(question))))).toEqual([]);
  return questions;
}

const TOWNS = { arden: 'Arden', birk: 'Birk', corva: 'Corva', dorn: 'Dorn' } as const;
const LATER = ['corva', 'dorn', 'arden', 'birk'].map(
  (where, i): EventDraft => ({ id: `later-${where}`, clause: `masons of ${TOWNS[where as keyof typeof TOWNS]} laid stone ${String(i)}`, placeless: `masons laid stone ${String(i)}`, when: `1400-0${String(i + 6)}`, where: [where], calendar: 'unknown' }),
); // prettier-ignore

it('the end of a month, in a calendar that nobody names, may lie in the next: what happened then is no wrong answer', () => {
  const siege: EventDraft = { id: 'siege', clause: 'a mob besieged Arden', when: '1400-04-25', calendar: 'unknown', where: ['arden'] };
  const may: EventDraft = { id: 'may', clause: 'a fair was held at Birk', when: '1400-05', calendar: 'unknown', where: ['birk'] };
  const asked = askedOf([siege, may, ...LATER], TOWNS).filter(({ fact }) => fact === 'siege:event-by-date');
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.flatMap(({ options }) => options.map(({ value }) => value))).not.toContain('may');
}); // prettier-ignore

it('a place of one letter is read in a text, and one whose name is an article is not', () => {
  const landing: EventDraft = { id: 'landing', clause: 'a fleet landed', placeless: 'a fleet landed near Y', when: '1400-05', calendar: 'unknown', where: ['y'] };
  const asked = askedOf([landing, ...LATER], { ...TOWNS, y: 'Y', a: 'A', of: 'Of' });
  expect(asked.filter(({ fact }) => fact === 'landing:place')).toEqual([]);
  expect(asked.filter(({ fact }) => fact === 'later-arden:place').length).toBeGreaterThan(0);
}); // prettier-ignore

it('an adjective two letters longer than a name is a form of it', () => {
  const raid: EventDraft = { id: 'raid', clause: 'a raid on Київка', placeless: 'Київські raiders burned a mill', when: '1400-05', calendar: 'unknown', where: ['kyivka'] };
  expect(askedOf([raid, ...LATER], { ...TOWNS, kyivka: 'Київка' }).filter(({ fact }) => fact === 'raid:place')).toEqual([]);
}); // prettier-ignore

it('an event called A is asked, and what the question says besides is still read', () => {
  const a: EventDraft = { id: 'a', name: 'A', clause: null, when: '1500', where: ['arden'] };
  expect(askedOf([a, ...LATER], TOWNS).filter(({ fact }) => fact === 'a:date').length).toBeGreaterThan(0);
});

it.each(['The Winter War', 'The revolution of 1905', 'Nineteenth-century builders'])(
  'a story whose title tells when it was is put in order without it: %s',
  (title) => {
    const works = LATER.map((event, i): EventDraft => ({ ...event, when: String(1400 + 20 * i) }));
    const asked = askedOf(works, TOWNS, title).filter(({ kind }) => kind === 'sequence');
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(({ stem }) => stem.includes(title))).toEqual([]);
  },
);

it('a place whose name tells when is left out of the question when', () => {
  const storm: EventDraft = { id: 'storm', clause: 'sailors stormed the walls', when: '1400-11-07', calendar: 'julian', where: ['palace'] };
  const asked = askedOf([storm, ...LATER], { ...TOWNS, palace: 'Winter Palace' }).filter(({ fact }) => fact === 'storm:date');
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(({ stem }) => stem.includes('Winter'))).toEqual([]);
}); // prettier-ignore

it('the people and the adjective made of a name give its place away', () => {
  const raid: EventDraft = { id: 'raid', clause: 'a mob burned a mill', placeless: 'Roman horsemen burned a mill', when: '1400-05', calendar: 'unknown', where: ['rome'] };
  const feast: EventDraft = { id: 'feast', clause: 'a feast was held', placeless: 'a crowd of Athenians held a feast', when: '1400-04', calendar: 'unknown', where: ['athens'] };
  const asked = askedOf([raid, feast, ...LATER], { ...TOWNS, rome: 'Rome', athens: 'Athens' });
  expect(asked.filter(({ fact }) => fact === 'raid:place' || fact === 'feast:place')).toEqual([]);
}); // prettier-ignore

/** Two stories four centuries apart, in one land. */
const OLD: readonly EventDraft[] = [0, 1, 2].map((i): EventDraft => ({ id: `old-${String(i)}`, clause: `a guild built gate ${String(i)}`, placeless: `a guild built gate ${String(i)}`, when: String(1400 + i * 9), where: [Object.keys(TOWNS)[i] ?? ''], storyline: 'old' })); // prettier-ignore
const NEW: readonly EventDraft[] = [0, 1, 2, 3].map((i): EventDraft => ({ id: `new-${String(i)}`, name: `the strike of yard ${String(i)}`, clause: `workers struck at yard ${String(i)}`, placeless: `workers struck at yard ${String(i)}`, when: String(1900 + i * 2), where: [Object.keys(TOWNS)[i] ?? ''] })); // prettier-ignore

it('of events of another age, at most one is an option where its own story has others', () => {
  const asked = askedOf([...OLD, ...NEW], TOWNS).filter(({ fact }) => fact === 'new-0:event-by-date');
  expect(asked.length).toBeGreaterThan(0);
  const strange = asked.map(({ options }) => options.filter(({ value }) => value.startsWith('old-')).length);
  expect(Math.max(...strange)).toBeLessThanOrEqual(1);
});

it('what lies between two events is asked between two of its own story, where that has some', () => {
  const story = Array.from({ length: 6 }, (_, i): EventDraft => ({ id: `step-${String(i)}`, name: `stage ${String(i)} of the works`, clause: `masons finished stage ${String(i)}`, when: String(1900 + 3 * i) })); // prettier-ignore
  const other: EventDraft = {
    id: 'other',
    name: 'the great flood',
    clause: 'a flood came',
    when: '1950',
    storyline: 'old',
  };
  const asked = askedOf([...story, other], TOWNS).filter(({ form }) => form === 'between');
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.flatMap(({ bounds }) => bounds ?? [])).not.toContain('other');
});

it('the name of a place stands for itself, since nobody knows whether it has an article', () => {
  const march: EventDraft = { id: 'march', clause: 'an army crossed the Alps', placeless: 'an army crossed the mountains', when: '1400-03', calendar: 'unknown', where: ['alps'] };
  const asked = askedOf([march, ...LATER], { ...TOWNS, alps: 'Alps' }).filter(({ fact }) => fact === 'march:event-by-place');
  expect(new Set(asked.map(({ stem }) => stem)).size).toBeGreaterThan(3);
  expect(asked.map(({ stem }) => stem).filter((stem) => !/^Alps: |: Alps\?$|“Alps”/.test(stem))).toEqual([]);
}); // prettier-ignore

it.each([
  ['Battle of Arden', /: Battle of Arden\?$/],
  ['The Peace of Arden', /\bthe Peace of Arden\b/],
  ['the fall of Arden', /\bthe fall of Arden\b/],
])('a name stands inside a sentence only with its article: %s', (name, expected) => {
  const event: EventDraft = { id: 'named', name, clause: null, when: '1500', where: ['birk'] };
  const stems = askedOf([event, ...LATER], TOWNS).flatMap(({ fact, stem }) => (fact === 'named:date' ? [stem] : []));
  expect(stems.length).toBeGreaterThan(0);
  expect(stems.filter((stem) => !expected.test(stem))).toEqual([]);
});
