import { describe, expect, it } from 'vitest';
import { buildPack, type EventDraft } from '../../../../tests/samples/build-pack';
import { indexPack } from '../packs/index-pack';
import { createGenerator, type Generator } from './generator';
import type { Question } from './question';

const EVENTS: readonly EventDraft[] = [
  { id: 'siege', clause: 'soldiers stormed the walls of Arden', placeless: 'soldiers stormed the walls of a town', when: '1901-03-12', where: ['arden'], note: 'The walls had stood for a century.' },
  { id: 'fire', clause: 'fire destroyed the harbour of Birk', when: '1901-03-02', where: ['birk'] },
  { id: 'flood', clause: 'a flood drove people out of Corva', when: '1901-03-09', where: ['corva'], status: 'attributed', according: 'the mayor' },
  { id: 'fair', clause: 'the fair of Dorn opened', when: '1901-03-15', where: ['dorn'] },
  { id: 'talks', clause: 'envoys met at Elm', when: '1901-03-20/1901-03-25', where: ['elm'] },
  { id: 'promise', clause: 'the fleet would sail', dates: 'statement', status: 'attributed', according: 'the admiral', when: '1901-03-28' },
  { id: 'reform', name: 'the reform of the guilds', clause: null, when: '1901-05' },
]; // prettier-ignore

function generate(factId: string, form = 'choice', seed = 1): Question {
  const generator = createGenerator(indexPack(buildPack({ events: EVENTS })), { language: 'en' });
  const made = generator.question(factId, form, seed);
  if (made?.type !== 'question') throw new Error(JSON.stringify(made));
  return made;
}

/** The wordings that a fact is asked in, over seeds. */
function stemsOf(fact: string): ReadonlySet<string> {
  return new Set(Array.from({ length: 60 }, (_, seed) => generate(fact, 'choice', seed).stem));
}

describe('the groundwork', () => {
  const fresh = (): Generator => createGenerator(indexPack(buildPack({ events: EVENTS })), { language: 'en' });
  /** What was worked out of the pack so far, by its numbers. */
  const done = ({ context: { kept } }: Generator): readonly number[] =>
    [...kept.entries()].flatMap(([number, thing]) => (thing === undefined ? [] : [number]));

  it('is a part of what the first question works out by itself, and no more', () => {
    const [laid, asked] = [fresh(), fresh()];
    for (const step of laid.groundwork) step();
    asked.question('siege:date', 'choice', 1);
    expect(done(laid).length).toBeGreaterThanOrEqual(laid.groundwork.length);
    expect(done(asked)).toEqual(expect.arrayContaining([...done(laid)]));
  });

  it('changes no question', () => {
    const laid = fresh();
    for (const step of laid.groundwork) step();
    expect(laid.question('siege:date', 'choice', 1)).toEqual(generate('siege:date'));
  });
});

describe('date questions', () => {
  it('ask for the day, key among days in time order, each wrong one with its reason', () => {
    const question = generate('siege:date');
    expect(stemsOf('siege:date')).toContain('On which day did this happen: soldiers stormed the walls of Arden?');
    expect(question.dispatch).toEqual({ place: 'Arden', date: null, text: 'soldiers stormed the walls of Arden' });
    expect(question.options.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'].slice(0, question.options.length));
    expect(question.options.filter(({ why }) => why === 'key').map(({ value }) => value)).toEqual(['1901-03-12']);
    expect(question.options.map(({ value }) => value)).toEqual(question.options.map(({ value }) => value).sort());
    expect(question.explanation).toBe(
      'Arden, 12 March 1901: Soldiers stormed the walls of Arden. The walls had stood for a century.',
    );
    expect(question.id).toMatch(/^sample:siege:date:choice:[0-9a-f]{8}$/);
  });

  it.each([
    ['flood:date', 'According to the mayor, on which day did this happen: a flood drove people out of Corva?'],
    ['talks:date-began', 'On which day did this begin: envoys met at Elm?'],
    ['talks:date-ended', 'On which day did this end: envoys met at Elm?'],
    ['promise:date', 'When did the admiral say that the fleet would sail?'],
    ['reform:date', 'In which month did the reform of the guilds take place?'],
  ])('%s, among other wordings: %s', (fact, stem) => {
    const stems = stemsOf(fact);
    expect(stems).toContain(stem);
    expect(stems.size).toBeGreaterThanOrEqual(3);
  });

  it('never offers a date between the two ends of what lasted', () => {
    for (let seed = 0; seed < 50; seed++) {
      const values = generate('talks:date-began', 'choice', seed).options.map(({ value }) => value);
      expect(values.filter((value) => value > '1901-03-20' && value <= '1901-03-25')).toEqual([]);
    }
  });

  it('tells another event of that day as the reason, with its claimant', () => {
    const whys = Array.from({ length: 40 }, (_, seed) => generate('siege:date', 'choice', seed)).flatMap(
      ({ options }) => options,
    );
    const nine = whys.find(({ value }) => value === '1901-03-09');
    expect(nine?.why).toBe('on that day a flood drove people out of Corva, according to the mayor');
  });
});

describe('place questions', () => {
  it('show the date, and offer places where something happened at another time', () => {
    const question = generate('siege:place');
    expect(stemsOf('siege:place')).toContain(
      'Where did this happen on 12 March 1901: soldiers stormed the walls of a town?',
    );
    expect(question.dispatch).toEqual({
      place: null,
      date: '12 March 1901',
      text: 'soldiers stormed the walls of a town',
    });
    expect(question.options.map(({ text }) => text)).toEqual(question.options.map(({ text }) => text).sort());
    expect(question.key).toHaveLength(1);
    const wrong = question.options.filter(({ value }) => value !== 'arden');
    expect(
      wrong.every(({ why }) => /^on \d+ March 1901 |^from 20 to 25 March 1901 |^nothing in this pack/.test(why)),
    ).toBe(true);
  });
});

describe('event questions', () => {
  it('by its date show the date, and offer events that were at another time', () => {
    const question = generate('siege:event-by-date');
    expect(question.stem).toContain('12 March 1901');
    expect(question.dispatch).toEqual({ place: null, date: '12 March 1901', text: null });
    const key = question.options.find(({ id }) => id === question.key[0]);
    expect(key).toMatchObject({ value: 'siege', text: 'Soldiers stormed the walls of Arden' });
    expect(question.options.length).toBeGreaterThanOrEqual(3);
    for (const { value, why } of question.options) if (value !== 'siege') expect(why).toMatch(/^that was /);
  });

  it('never offer what may have been then', () => {
    const events = [...EVENTS, { id: 'storm', clause: 'a storm raged over Farrow', when: '1901-03' }];
    const generator = createGenerator(indexPack(buildPack({ events })), { language: 'en' });
    for (let seed = 0; seed < 40; seed++) {
      const made = generator.question('siege:event-by-date', 'choice', seed);
      expect(made).toMatchObject({ type: 'question' });
      if (made?.type === 'question') expect(made.options.map(({ value }) => value)).not.toContain('storm');
    }
  });

  it('ask for a statement among statements only', () => {
    const generator = createGenerator(indexPack(buildPack({ events: EVENTS })), { language: 'en' });
    expect(generator.question('promise:event-by-date', 'choice', 1)).toMatchObject({ reason: 'too-few-distractors' });
  });
});

describe('sequences', () => {
  const fact = 'story:sequence:fair+fire+siege';

  it('are to be put in order, and never shown in it', () => {
    for (let seed = 0; seed < 30; seed++) {
      const question = generate(fact, 'order', seed);
      const byId = new Map(question.options.map(({ id, value }) => [id, value]));
      expect(question.key.map((id) => byId.get(id))).toEqual(['fire', 'siege', 'fair']);
      expect(question.options.map(({ value }) => value)).not.toEqual(['fire', 'siege', 'fair']);
      expect(question.ties).toEqual([]);
    }
  });

  it('ask which was first, the others with their dates as reasons', () => {
    const question = generate(fact, 'first');
    expect(question.options.find(({ id }) => id === question.key[0])?.value).toBe('fire');
    expect(question.options.find(({ value }) => value === 'siege')?.why).toBe('it happened on 12 March 1901');
  });

  it('name the claimant in the option', () => {
    const question = generate('story:sequence:fire+flood+siege', 'order');
    expect(question.options.find(({ value }) => value === 'flood')?.text).toBe(
      'A flood drove people out of Corva, according to the mayor',
    );
  });

  it('are refused where two events have no certain order', () => {
    const generator = createGenerator(indexPack(buildPack({ events: [...EVENTS, { id: 'storm', when: '1901-03' }] })), {
      language: 'en',
    });
    expect(generator.question('story:sequence:fair+fire+storm', 'order', 1)).toMatchObject({
      type: 'refusal',
      reason: 'no-order',
    });
  });
});

describe('the generator', () => {
  it('is a function of pack, fact, form, language and seed', () => {
    expect(generate('siege:date', 'choice', 7)).toEqual(generate('siege:date', 'choice', 7));
    const reversed = createGenerator(indexPack(buildPack({ events: [...EVENTS].reverse() })), { language: 'en' });
    expect(reversed.question('siege:date', 'choice', 7)).toMatchObject({ id: generate('siege:date', 'choice', 7).id });
  });

  it('gives other distractors for other seeds', () => {
    const sets = new Set(
      Array.from({ length: 20 }, (_, seed) =>
        generate('siege:date', 'choice', seed)
          .options.map(({ value }) => value)
          .join(),
      ),
    );
    expect(sets.size).toBeGreaterThan(3);
  });

  it('knows only the facts of its pack and the forms of a kind', () => {
    const generator = createGenerator(indexPack(buildPack({ events: EVENTS })), { language: 'en' });
    expect(generator.question('nothing:date', 'choice', 1)).toBeNull();
    expect(generator.question('siege:date', 'order', 1)).toBeNull();
    expect(generator.question('story:sequence:fire+fire+siege', 'order', 1)).toBeNull();
    expect(generator.question('elsewhere:sequence:fair+fire+siege', 'order', 1)).toBeNull();
  });

  it('asks or refuses every event for every kind that has a form', () => {
    const generator = createGenerator(indexPack(buildPack({ events: EVENTS })), { language: 'en' });
    for (const { id } of EVENTS) {
      for (const kind of ['date', 'place', 'sequence', 'event']) {
        const asked = generator
          .facts()
          .some(
            ({ fact }) =>
              fact.kind === kind && (fact.kind === 'sequence' ? fact.events.includes(id) : fact.event === id),
          );
        const refused = generator.refusals().some(({ fact, form }) => fact === `${id}:${kind}` && form === undefined);
        expect([id, kind, asked !== refused]).toEqual([id, kind, true]);
      }
    }
  });
});
