import { revealOf } from '$lib/core/answers/reveal';
import type { Generator } from '$lib/core/questions/generator';
import type { Kind, Question } from '$lib/core/questions/question';
import { makeSet } from '$lib/core/questions/question-set';
import { questionsOf, resolveSet } from '$lib/core/questions/saved-set/resolve-set';
import type { SavedSet } from '$lib/core/questions/saved-set/saved-set';
import type { Lesson, LessonQuestion } from '$lib/core/room/lesson';

/** What a lesson made on the spot is to have. */
export interface LessonWish {
  readonly count: number;
  /** None: all. */
  readonly storylines: readonly string[];
  /** None: all. */
  readonly kinds: readonly Kind[];
  /** Names of forms; none: all. */
  readonly forms: readonly string[];
  /** 0 … 2³²−1. */
  readonly seed: number;
}

/** The most questions that a room takes. */
const MOST = 200;

/** A stored set as a lesson: with the teacher's own edits, in the set's order. What the pack no longer asks is left out. */
export function lessonOfSet(generator: Generator, set: SavedSet): Lesson {
  const questions = questionsOf(resolveSet(generator, set));
  return lessonOf(generator, questions, set.title);
}

/** A lesson drawn from a pack on the spot, the same for the same wish. */
export function lessonOfPack(generator: Generator, title: string, { seed, ...wish }: LessonWish): Lesson {
  return lessonOf(generator, makeSet(generator, { ...wish, fact: null }, seed).questions, title);
}

/** The questions with their answers in words, which a room cannot find by itself: it has no pack. */
function lessonOf(generator: Generator, questions: readonly Question[], title: string): Lesson {
  const { index, language } = generator.context;
  const { pack } = index;
  return {
    title: title === '' ? pack.title : title,
    language,
    tone: pack.tone,
    pack: { id: pack.id, version: pack.version },
    questions: questions.slice(0, MOST).map((question) => inWords(generator, question)),
    ghost: null,
  };
}

function inWords({ context }: Generator, question: Question): LessonQuestion {
  const { answer, timeline } = revealOf(context, question, { pass: true });
  const { id, pack, fact, kind, form, stem, dispatch, key, ties, accept, according, explanation, language } = question;
  const options = question.options.map((option) => ({ ...option }));
  const sources = question.sources.map(({ title, publisher, url, licence }) => ({ title, publisher, url, licence }));
  const told = {
    id,
    pack,
    fact,
    kind,
    form,
    stem,
    options,
    dispatch,
    key,
    ties,
    accept,
    according,
    explanation,
    sources,
    language,
  };
  return { ...told, bounds: question.bounds, answer, timeline };
}
