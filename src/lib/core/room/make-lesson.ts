import { revealOf } from '../answers/reveal';
import type { Context } from '../questions/context';
import type { Question } from '../questions/question';
import type { Lesson, LessonQuestion } from './lesson';

/** A lesson of questions that were made from one pack, in the order given; with what it takes the pack to say: the answers in words. */
export function makeLesson(context: Context, title: string, questions: readonly Question[]): Lesson {
  const { pack } = context.index;
  return {
    title,
    language: context.language,
    tone: pack.tone,
    pack: { id: pack.id, version: pack.version },
    questions: questions.map((question) => lessonQuestion(context, question)),
    ghost: null,
  };
}

/** A question with its answer in words; without its proof, which a room has no use for. */
export function lessonQuestion(context: Context, question: Question): LessonQuestion {
  const { answer, timeline } = revealOf(context, question, { pass: true });
  const { id, pack, fact, kind, form, stem, dispatch, key, ties, accept, bounds, according, explanation, language } =
    question;
  const options = question.options.map((option) => ({
    id: option.id,
    text: option.text,
    value: option.value,
    why: option.why,
  }));
  const sources = question.sources.map(({ title, publisher, url, licence }) => ({ title, publisher, url, licence }));
  const told = { explanation, sources, language, answer, timeline };
  return { id, pack, fact, kind, form, stem, options, dispatch, key, ties, accept, bounds, according, ...told };
}
