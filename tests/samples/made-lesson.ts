import type { Creation } from '../../src/lib/core/room/creation';
import type { Lesson, LessonQuestion } from '../../src/lib/core/room/lesson';
import { DEFAULT_SETTINGS, type RoomSettings } from '../../src/lib/core/room/settings';

const SOURCES = [
  { title: 'An article', publisher: 'A wiki', url: 'https://example.org/article', licence: 'CC BY-SA 4.0' },
];

function question(part: Partial<LessonQuestion> & Pick<LessonQuestion, 'kind' | 'form' | 'fact'>): LessonQuestion {
  return {
    id: `made:${part.fact}:${part.form}:0000abcd`,
    pack: 'made',
    stem: `What of ${part.kind} ${part.form}?`,
    options: [],
    dispatch: null,
    key: [],
    ties: [],
    accept: null,
    according: null,
    explanation: 'SECRET-EXPLANATION because of what the article says.',
    sources: SOURCES,
    language: 'en',
    answer: 'SECRET-ANSWER',
    timeline: [],
    ...part,
  };
}

const option = (id: string, text: string, why: string) => ({ id, text, value: `SECRET-VALUE-${id}`, why });

/** One question of each way of answering. Everything that must not be seen before the reveal has SECRET in it. */
export const QUESTIONS: readonly LessonQuestion[] = [
  question({
    kind: 'date',
    form: 'choice',
    fact: 'SECRET-bridge-blown:date',
    options: [option('a', '1 March 2022', 'SECRET-WHY-a'), option('b', '2 March 2022', 'key'), option('c', '9 March 2022', 'SECRET-WHY-c')],
    key: ['b'],
    dispatch: { place: 'Irpin', date: null, text: 'The bridge was blown up' },
  }),
  question({
    kind: 'date',
    form: 'typed',
    fact: 'SECRET-town-taken:date',
    accept: { from: '2022-03-02', to: '2022-03-02', unit: 'day' },
  }),
  question({
    kind: 'place',
    form: 'map',
    fact: 'SECRET-airport-held:place',
    accept: { point: [30.2, 50.6], radiusKm: 3, area: null, frame: [28, 49, 32, 52] },
  }),
  question({
    kind: 'place',
    form: 'typed',
    fact: 'SECRET-column-stopped:place',
    accept: { names: ['SECRET-Hostomel', 'Hostomel'], rivals: ['bucha'] },
  }),
  question({
    kind: 'sequence',
    form: 'order',
    fact: 'line:sequence:SECRET-x+SECRET-y+SECRET-z',
    options: [option('a', 'The column turned back', ''), option('b', 'The airport was attacked', ''), option('c', 'The bridge was blown up', '')],
    key: ['b', 'c', 'a'],
    timeline: [
      { option: 'b', date: 'SECRET 24 February 2022' },
      { option: 'c', date: 'SECRET 25 February 2022' },
      { option: 'a', date: 'SECRET 1 April 2022' },
    ],
  }),
  question({
    kind: 'event',
    form: 'choice',
    fact: 'SECRET-truce:event-by-date',
    options: [option('a', 'A truce was agreed', 'key'), option('b', 'A village was freed', 'SECRET-WHY-b')],
    key: ['a'],
  }),
]; // prettier-ignore

export function madeLesson(part: Partial<Lesson> = {}): Lesson {
  const pack = { id: 'made', version: 1 };
  return { title: 'A made lesson', language: 'en', tone: 'plain', pack, questions: QUESTIONS, ghost: null, ...part };
}

/** A host's wish; `secret` is long enough and the same each time. */
export function madeCreation(settings: Partial<RoomSettings> = {}, lesson: Partial<Lesson> = {}): Creation {
  return {
    secret: 'host-secret-0123456789abcdef',
    lesson: madeLesson(lesson),
    settings: { ...DEFAULT_SETTINGS, readMs: 0, ...settings },
  };
}
