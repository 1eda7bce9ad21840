import { describe, expect, it } from 'vitest';
import { buildPack, type EventDraft } from '../../../tests/samples/build-pack';
import { createScheduler } from '$lib/core/memory/fsrs';
import { DEFAULT_PARAMETERS, nameParameters } from '$lib/core/memory/parameters';
import { indexPack } from '$lib/core/packs/index-pack';
import { createGenerator } from '$lib/core/questions/generator';
import { consequenceOf } from './answering';
import type { PackSummary } from './ports';
import { createQuestionSource } from './question-source';

/** A chain of five, so that three of them have a neighbour on either side that is none of their options. */
const EVENTS = ['fire', 'flood', 'siege', 'fair', 'strike'].map((id, i): EventDraft => ({
  id,
  name: `the ${id}`,
  clause: `the ${id} came to town`,
  placeless: `the ${id} came to town`,
  when: `1901-03-${String(2 + 4 * i).padStart(2, '0')}`,
  where: [['arden', 'birk', 'corva', 'dorn', 'elm'][i] ?? 'arden'],
})); // prettier-ignore
const index = indexPack(buildPack({ events: EVENTS }));
const SUMMARY: PackSummary = {
  id: 'sample', version: 1, title: 'Sample', titles: {}, language: 'en', licence: 'CC0', tone: 'plain', events: 5, storylines: 1, facts: null, from: 'bundled',
}; // prettier-ignore
const source = createQuestionSource(index, SUMMARY, 'en');

describe('the questions of a session', () => {
  it('are of facts that can be asked in every form they list', () => {
    expect(source.facts().length).toBeGreaterThanOrEqual(11);
    for (const { fact, forms } of source.facts()) {
      expect(forms.length).toBeGreaterThan(0);
      for (const form of forms)
        expect([fact, form, source.question(fact, form, 3, null)?.form]).toEqual([fact, form, form]);
    }
  });

  it('ask of a long chain which of a few came first', () => {
    const chain = source.facts().find(({ kind }) => kind === 'sequence');
    expect(chain?.events).toEqual(['fire', 'flood', 'siege', 'fair', 'strike']);
    expect(source.question(chain?.fact ?? '', 'first', 1, null)?.options).toHaveLength(4);
    expect(source.question(chain?.fact ?? '', 'last', 1, null)?.options).toHaveLength(4);
  });

  it.each([
    ['first', 'fire+flood:before', ['fire', 'flood', 'siege', 'fair']],
    ['first', 'flood+siege:before', ['flood', 'siege', 'fair', 'strike']],
    ['first', 'siege+fair:before', ['siege', 'fair', 'strike']],
    ['last', 'siege+fair:before', ['fire', 'flood', 'siege', 'fair']],
    ['last', 'fair+strike:before', ['flood', 'siege', 'fair', 'strike']],
  ] as const)('ask which came %s so that the answer proves %s, the pair that it is asked for', (form, focus, shown) => {
    const chain = source.facts().find(({ kind }) => kind === 'sequence');
    const question = source.question(chain?.fact ?? '', form, 1, focus);
    expect(question?.options.map(({ value }) => value).sort()).toEqual([...shown].sort());
  });

  it('ask what lay between two neighbours of one and the same chain', () => {
    const chain = source.facts().find(({ kind }) => kind === 'sequence');
    for (let seed = 0; seed < 12; seed++) {
      const bounds = source.question(chain?.fact ?? '', 'between', seed, null)?.bounds ?? [];
      expect(bounds).toHaveLength(2);
      expect(chain?.events).toEqual(expect.arrayContaining([...bounds]));
    }
  });
});

describe('an answer about one event of a chain', () => {
  const chain = source.facts().find(({ kind }) => kind === 'sequence') ?? expect.fail('there is no chain');
  const generator = createGenerator(index, { language: 'en' });
  const stamp = { id: 'a', pack: 'sample', packVersion: 1, utcMs: 0, day: 1, utcOffsetMinutes: 0, app: 'test' };

  function gradedBy(fact: string, form: string) {
    const question = generator.question(fact, form, 1);
    if (question?.type !== 'question') throw new Error(JSON.stringify(question));
    const { entry } = consequenceOf(
      {
        question, info: chain, response: { choice: question.key[0] ?? '' }, verdict: { credit: 1, correct: true, band: 'full' },
        mistaken: null,
        easy: false, cram: false, hints: 0, milliseconds: 1000, stamp, clock: 'clock',
      },
      () => null,
      createScheduler(nameParameters(DEFAULT_PARAMETERS)),
    ); // prettier-ignore
    return { graded: entry.marks.map((mark) => mark.fact), guess: entry.guess, bounds: question.bounds };
  }

  it.each([
    ['first', ['fire+siege:before']],
    ['last', ['siege+strike:before']],
  ])('%s proves a pair, and only neighbours of the chain are memories', (form, pairs) => {
    // Of every second event no two are neighbours: nothing is graded that is not a memory.
    expect(gradedBy('story:sequence:fire+siege+strike', form).graded).toEqual([]);
    expect(chain.memories.map(({ fact }) => fact)).not.toEqual(expect.arrayContaining(pairs));
  });

  it('last: the last two of neighbours', () => {
    expect(gradedBy('story:sequence:fire+flood+siege', 'last').graded).toEqual(['flood+siege:before']);
  });

  it('between: the pairs that the key makes with the neighbours around it', () => {
    const { graded, guess, bounds } = gradedBy('story:sequence:fire+siege+strike', 'between');
    expect(bounds).toEqual(['flood', 'fair']);
    expect(graded).toEqual(['flood+siege:before', 'siege+fair:before']);
    expect(guess).toBeCloseTo(1 / 3);
  });
});
