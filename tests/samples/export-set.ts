import { readFileSync } from 'node:fs';
import { mapDrawer } from '../../src/lib/core/export/map/map-picture';
import type { ExportEvent, ExportSet } from '../../src/lib/core/export/export-set';
import { readLayers } from '../../src/lib/core/places/map-layers';
import type { Accept, Option, Question } from '../../src/lib/core/questions/question';
import { when } from './build-pack';

const SOURCE = {
  source: 'chronicle', section: 'The siege', paragraph: 3, title: 'Chronicle of the Town', publisher: 'Town Press', url: 'https://example.org/chronicle?a=1&b=2',
  licence: 'CC BY 4.0',
} as const; // prettier-ignore

type Draft = Pick<Question, 'fact' | 'kind' | 'form' | 'stem'> & Partial<Question>;

/** A question as the generator would make it, from what matters to a file. */
export function buildQuestion(draft: Draft): Question {
  return {
    type: 'question',
    id: `small:${draft.fact}:${draft.form}:0000000${String(draft.form.length)}`,
    pack: 'small',
    options: [],
    dispatch: null,
    key: [],
    ties: [],
    accept: null,
    according: null,
    explanation: 'Town, 2 March 1450: The duke took the town & its mill.',
    sources: [SOURCE],
    proof: { key: [], others: {} },
    difficulty: 0.5,
    seed: 1,
    language: 'en',
    ...draft,
  };
}

function options(...texts: readonly string[]): Option[] {
  return texts.map((text, i) => ({ id: String.fromCharCode(97 + i), text, value: `v${String(i)}`, why: i === 1 ? 'key' : 'that was another time' }));
} // prettier-ignore

const MAP: Accept = { point: [30.5, 50.45], radiusKm: 8, area: null, frame: [28.5, 49.7, 32.2, 51.6] };

const DATE_CHOICE = buildQuestion({
  fact: 'town-taken:date', kind: 'date', form: 'choice', stem: 'On which day did this happen: the duke took the town?',
  options: options('1 March 1450', '2 March 1450', '9 March 1450'), key: ['b'],
  dispatch: { place: 'Town', date: null, text: 'the duke took the town' },
}); // prettier-ignore
const DATE_TYPED = buildQuestion({
  fact: 'bridge-burnt:date', kind: 'date', form: 'typed', stem: 'On which day did the bridge burn?',
  accept: { from: '1450-03-02', to: '1450-03-02', unit: 'day' },
}); // prettier-ignore
const DATE_TYPED_CHOICE = buildQuestion({
  fact: 'bridge-burnt:date', kind: 'date', form: 'choice', stem: 'On which day did the bridge burn?', options: options('1 March 1450', '2 March 1450'),
  key: ['b'],
}); // prettier-ignore
const YEAR_TYPED = buildQuestion({
  fact: 'treaty:date', kind: 'date', form: 'typed', stem: 'In which year was the treaty made?',
  accept: { from: '-0030-01-01', to: '-0030-12-31', unit: 'year' },
}); // prettier-ignore
const PLACE_CHOICE = buildQuestion({
  fact: 'mill-built:place', kind: 'place', form: 'choice', stem: 'Where was the mill built?', options: options('Ford', 'Kyiv', 'Hill', 'Dale'), key: ['b'],
}); // prettier-ignore
const PLACE_MAP = buildQuestion({
  fact: 'mill-built:place', kind: 'place', form: 'map', stem: 'Where on the map was the mill built?', accept: MAP,
}); // prettier-ignore
const PLACE_TYPED = buildQuestion({
  fact: 'fair-held:place', kind: 'place', form: 'typed', stem: 'Where was the fair held?', accept: { names: ['Ford', 'Furt'], rivals: ['hill'] },
}); // prettier-ignore
const ORDER = buildQuestion({
  fact: 'siege:sequence:a+b+c', kind: 'sequence', form: 'order', stem: 'In which order did these happen?',
  options: options('The gate fell', 'The siege began', 'Peace was made'), key: ['b', 'a', 'c'],
}); // prettier-ignore
const FIRST = buildQuestion({
  fact: 'siege:sequence:a+b+c', kind: 'sequence', form: 'first', stem: 'Which of these happened first?',
  options: options('The gate fell', 'The siege began', 'Peace was made'), key: ['b'],
}); // prettier-ignore
const EVENT_CHOICE = buildQuestion({
  fact: 'oath:event-by-date', kind: 'event', form: 'choice', stem: 'Which of these happened on 5 May 1450?',
  options: options('The gate fell', 'The oath was sworn', 'The bridge burnt'), key: ['b'],
}); // prettier-ignore

function event(id: string, date: string, more: Partial<ExportEvent> = {}): ExportEvent {
  return {
    id, headline: `Event ${id}`, note: 'More is told of it.', when: when(date), date: `in words: ${date}`, place: 'Town', point: [30.5, 50.45], storyline: 'The siege',
    according: null, sources: [SOURCE], ...more,
  }; // prettier-ignore
}

/** A set with a question of every shape, and events of every precision. Written by hand, so that its files change only when a writer does. */
export function smallSet(more: Partial<ExportSet> = {}): ExportSet {
  return {
    id: 'small',
    title: 'The Siege of the Town',
    revision: 0,
    language: 'en',
    seed: 1,
    pack: {
      id: 'small', version: 3, title: 'The Siege of the Town', licence: 'CC BY-SA 4.0', tone: 'plain',
      sources: [{ id: 'chronicle', title: SOURCE.title, publisher: SOURCE.publisher, url: SOURCE.url, licence: SOURCE.licence }],
    }, // prettier-ignore
    questions: [DATE_CHOICE, DATE_TYPED, YEAR_TYPED, PLACE_MAP, PLACE_TYPED, ORDER, EVENT_CHOICE],
    alternatives: { [DATE_TYPED.id]: [DATE_TYPED_CHOICE], [PLACE_MAP.id]: [PLACE_CHOICE], [ORDER.id]: [FIRST] },
    events: [
      event('town-taken', '1450-03-02'),
      event('siege', '2020-02-29/2020-03-05'),
      event('treaty', '-0030'),
      event('flood', '2022-02~', { place: null, point: null, according: 'a monk' }),
      event('fire', '../2022-04-07'),
    ],
    drawMap: baseMap(),
    ...more,
  };
}

/** A region that is asked on the map, far larger than the circle around its point; its other part lies elsewhere. */
export const REGION = {
  type: 'MultiPolygon',
  coordinates: [
    [[[28.6, 49.8], [28.9, 49.8], [28.9, 50], [28.6, 50], [28.6, 49.8]]],
    [[[29.5, 50.1], [31.5, 50.1], [31.5, 50.9], [29.5, 50.9], [29.5, 50.1]]],
  ],
} as const; // prettier-ignore

/** The same set, its question on the map asking a region. */
export function regionSet(): ExportSet {
  const small = smallSet();
  const accept = { ...MAP, area: REGION };
  return { ...small, questions: small.questions.map((each) => (each.form === 'map' ? { ...each, accept } : each)) };
}

let drawn: ExportSet['drawMap'] = null;

function baseMap(): ExportSet['drawMap'] {
  drawn ??= mapDrawer(readLayers(JSON.parse(readFileSync('content/map/region.topo.json', 'utf8'))) ?? []);
  return drawn;
}

/** Texts that break importers, each for a reason of its own. */
export const HOSTILE: readonly string[] = [
  '=HYPERLINK("http://evil.example";"click")', '+1+1', '@SUM(A1)', '-2+3', '\t=1+1', 'an * asterisk', 'braces { in } a text', 'an arrow -> here', '=E=mc2',
  '~tilde # hash : colon \\ backslash', 'a tear\u000Bin the page', 'fields\u001Fdivided', 'A. J. P. Taylor wrote it', 'ANSWER: B', 'long '.repeat(1000),
  'مرحبا بالعالم', 'emoji 👩‍👩‍👧 and 🇺🇦', 'Кирилиця, ґанок і їжак', '<script>alert("x")</script> & &amp; <b>', 'two\n\nparagraphs', '%50 percent', '# a heading',
  '// a comment', ']]> and <![CDATA[', "quote ' and \"double\"", 'half a pair \uD83D alone', '1914*', '../../etc/passwd', '$CATEGORY: x', '::title::', '[[link]] {{cloze}}',
  'a | b', '---', 'back`tick`', '\uFEFFmarked', 'caf\u00E9 &eacute;', 'A) first', '1. first', '50%', 'tab\there', '[latex]\\input{/etc/passwd}[/latex] [$]x[/$] [sound:a.mp3] \\(x\\)', '\u202Eright to left override',
]; // prettier-ignore

/** Fields next to each other get texts so far apart; it has no divisor in common with their number. */
const STEP = 5;

/** The same set with every text replaced, so that each field of each shape meets each of the hostile texts. */
export function hostileSet(): ExportSet {
  const small = smallSet();
  // In each round a field gets the text after the one it had before, so that in all rounds it meets every one.
  let [round, field] = [0, 0];
  const next = (): string => HOSTILE[(field++ * STEP + round) % HOSTILE.length] ?? '';
  const spoil = (question: Question): Question => ({
    ...question,
    // Some ids are longer than Moodle takes.
    id: `${question.id}:${String(round)}${round % 5 === 4 ? '+and-so-on'.repeat(12) : ''}`,
    stem: next(),
    explanation: next(),
    // Distinct, so that questions are not left out for options that read alike.
    options: question.options.map((option, i) => ({ ...option, text: `${next()} ${'IVX'.charAt(i)}`, why: next() })),
    accept: question.accept !== null && 'names' in question.accept ? { names: [next(), next()], rivals: [] } : question.accept,
    sources: [{ ...SOURCE, title: next(), section: next() }],
  }); // prettier-ignore
  const questions: Question[] = [];
  const alternatives: Record<string, readonly Question[]> = {};
  for (round = 0; round < HOSTILE.length; round++) {
    field = 0;
    for (const question of small.questions) {
      const spoilt = spoil(question);
      questions.push(spoilt);
      alternatives[spoilt.id] = (small.alternatives[question.id] ?? []).map(spoil);
    }
  }
  const events = small.events.map((one) => ({ ...one, headline: next(), note: next(), place: next(), storyline: next() }));
  const title = '=Title / with :: colons {and} "quotes" <b>';
  return { ...small, title, pack: { ...small.pack, title, licence: '<CC> & "more"' }, questions, alternatives, events };
} // prettier-ignore
