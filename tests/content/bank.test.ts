import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import { createChecker } from '../../src/lib/core/questions/check/checker';
import { createGenerator } from '../../src/lib/core/questions/generator';
import { FORM_KEYS, KINDS, LANGUAGES, type Language, type Question } from '../../src/lib/core/questions/question';
import { readSubject, type Subject } from '../../src/lib/core/questions/rules/rule';
import { RULES } from '../../src/lib/core/questions/rules/rules';
import { allQuestions } from '../../src/lib/core/questions/select';
import { readUkraineMap, readUkrainePack } from './pack-kit';

// Banks are made whole, which a busy machine stretches.
vi.setConfig({ testTimeout: 60_000 });

const pack = await readUkrainePack();
const index = indexPack(pack);
const shapes = readUkraineMap();
const checker = createChecker(pack, shapes);
const generators = new Map(LANGUAGES.map((language) => [language, createGenerator(index, { language, shapes })]));

function generatorOf(language: Language) {
  const generator = generators.get(language);
  if (generator === undefined) throw new Error(language);
  return generator;
}

function bank(language: Language, seed: number): readonly Question[] {
  return [...allQuestions(generatorOf(language), { kinds: [], forms: [], fact: null }, seed)];
}

function subjectOf(question: Question): Subject {
  const subject = readSubject(generatorOf(question.language).context, question);
  if (subject === null) throw new Error(`${question.fact} is no fact of the pack`);
  return subject;
}

const english = bank('en', 1);
const ofForm = (kind: string, form: string): readonly Question[] =>
  english.filter((question) => question.kind === kind && question.form === form);

/** A rule that vanishes from the list would be kept by everything. */
const EXPECTED_RULES = [
  'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9', 'K10', 'L1', 'L2', 'L3', 'L4', 'O1', 'O2', 'O4', 'O8', 'O6', 'S1', 'S2', 'S3', 'S4', 'S5',
]; // prettier-ignore

describe.each(LANGUAGES.flatMap((language) => [1, 2, 3].map((seed) => [language, seed] as const)))(
  'the bank in %s with seed %i',
  (language, seed) => {
    const questions = bank(language, seed);

    it('keeps every rule', () => {
      const violations = questions.map(subjectOf).flatMap((subject) =>
        RULES.filter((rule) => rule.applies(subject)).flatMap((rule) =>
          rule.violations(subject).map((detail) => `${subject.question.id} ${rule.id}: ${detail}`),
        ),
      );
      expect(questions.length).toBeGreaterThan(0);
      expect(violations).toEqual([]);
    });

    it('is proved again from the pack alone (K1)', () => {
      // As lines of text, so that nothing but what was written counts.
      const written = questions.map((question): unknown => JSON.parse(JSON.stringify(question)));
      expect(written.flatMap((question) => checker.check(question))).toEqual([]);
    });
  },
);

describe('the rules', () => {
  it('are all there', () => {
    expect(RULES.map(({ id }) => id)).toEqual(EXPECTED_RULES);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s has something to say about the bank', (_, rule) => {
    expect(english.map(subjectOf).filter((subject) => rule.applies(subject)).length).toBeGreaterThan(0);
  });
});

describe('the bank', () => {
  it('is large enough', () => {
    expect(english.length).toBeGreaterThanOrEqual(72);
    expect(ofForm('date', 'choice').length).toBeGreaterThanOrEqual(50);
    expect(ofForm('place', 'choice').length).toBeGreaterThanOrEqual(12);
    expect(ofForm('place', 'map').length).toBeGreaterThanOrEqual(8);
    expect(ofForm('event', 'choice').length).toBeGreaterThanOrEqual(80);
    const forms = new Set(english.map(({ kind, form }) => `${kind}/${form}`));
    expect(FORM_KEYS.filter((key) => !forms.has(key))).toEqual([]);
    const storylines = new Set(english.filter(({ kind }) => kind === 'sequence').map(({ fact }) => fact.split(':')[0]));
    expect(storylines.size).toBeGreaterThanOrEqual(6);
  });

  it('has every question once', () => {
    expect(new Set(english.map(({ id }) => id)).size).toBe(english.length);
    const withOptions = ['sequence', 'event'];
    const shown = english.map(({ form, kind, stem, options }) =>
      JSON.stringify([form, stem, withOptions.includes(kind) ? options.map(({ value }) => value).sort() : null]),
    );
    expect(new Set(shown).size).toBe(english.length);
  });

  it.each(LANGUAGES)('asks or refuses every event for every kind, in %s (B2)', (language) => {
    const settled = settlements(language);
    const wrong = pack.events.flatMap(({ id }) =>
      KINDS.map((kind) => `${id}:${kind}`).filter((subject) => settled.get(subject) !== 1),
    );
    expect(wrong).toEqual([]);
    expect(settled.size).toBe(pack.events.length * KINDS.length);
  });

  it('asks what it says it asks, and nothing that it refuses', () => {
    const facts = new Set(generatorOf('en').facts().map(({ fact }) => fact.id)); // prettier-ignore
    expect(new Set(english.map(({ fact }) => fact))).toEqual(facts);
  });
});

/** `<event>:<kind>` → how often it is asked (in whatever forms) or refused altogether. */
function settlements(language: Language): ReadonlyMap<string, number> {
  const generator = generatorOf(language);
  const asked = generator.facts().flatMap(({ fact }) => {
    const events = fact.kind === 'sequence' ? fact.events : [fact.event];
    return events.map((event) => `${event}:${fact.kind}`);
  });
  const refused = generator.refusals().filter(({ form }) => form === undefined).map(({ fact }) => fact); // prettier-ignore
  const settled = new Map<string, number>();
  // Begin and end of one event are two facts of one subject.
  const sequences = asked.filter((subject) => subject.endsWith(':sequence'));
  const others = new Set(asked.filter((subject) => !subject.endsWith(':sequence')));
  for (const subject of [...sequences, ...others, ...refused]) settled.set(subject, (settled.get(subject) ?? 0) + 1);
  return settled;
}

describe('the same seed gives the same bytes (B1)', () => {
  // `new URL(…, import.meta.url)` would be an asset of the browser here: tests are compiled for it.
  const GOLDEN = resolve(dirname(fileURLToPath(import.meta.url)), '../golden/ukraine-2022-en-1.txt');

  it('from another generator over another index', () => {
    const again = [...allQuestions(createGenerator(indexPack(pack), { language: 'en', shapes }), { kinds: [], forms: [], fact: null }, 1)];
    expect(JSON.stringify(again)).toBe(JSON.stringify(english));
  }); // prettier-ignore

  it('one by one, in whatever order they are asked for', () => {
    const generator = createGenerator(indexPack(pack), { language: 'en', shapes });
    const again = [...english].reverse().map(({ fact, form }) => generator.question(fact, form, 1));
    expect(JSON.stringify(again.reverse())).toBe(JSON.stringify(english));
  });

  it('and another seed others', () => {
    expect(bank('en', 2).map(({ id }) => id)).not.toEqual(english.map(({ id }) => id));
  });

  it('as they were: tests/golden/ukraine-2022-en-1.txt', () => {
    const lines = english.map(({ id, key, options }) => `${id} ${key.join('')} ${options.map(({ value }) => value).join(' ')}`);
    const text = `${lines.join('\n')}\n`;
    // Written anew on purpose only: RECORD_GOLDEN=1 npx vitest run tests/content/bank.test.ts
    if (process.env.RECORD_GOLDEN === '1') writeFileSync(GOLDEN, text);
    expect(text).toBe(readFileSync(GOLDEN, 'utf8'));
  }); // prettier-ignore
});
