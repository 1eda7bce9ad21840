import type { LessonQuestion } from './lesson';
import type { Room, Round } from './room';
import type { AskedView, ToldView } from './view';

/** A question as it may be seen by anybody before the reveal. What is listed here is all that goes out. */
export function askedView(room: Room, round: Round, question: LessonQuestion): AskedView {
  const { accept } = question;
  return {
    questionRevision: round.revision,
    index: round.question,
    of: room.lesson.questions.length,
    kind: question.kind,
    form: question.form,
    stem: question.stem,
    options: question.options.map(({ id, text }) => ({ id, text })),
    dispatch: question.dispatch,
    according: question.according,
    unit: accept !== null && 'unit' in accept ? accept.unit : null,
    frame: accept !== null && 'frame' in accept ? accept.frame : null,
    language: question.language,
  };
}

/** Longest explanation, and most sources, that a phone is sent: a personal snapshot stays below 2 kB. */
const EXPLANATION_MOST = 360;
const SOURCES_MOST = 2;

/** What is told when a question is over. `brief`: as phones get it. */
export function toldView(question: LessonQuestion, brief: boolean): ToldView {
  const { accept, sources, explanation } = question;
  const wrong = question.options.filter(({ id, why }) => why !== '' && why !== 'key' && !question.key.includes(id));
  return {
    pack: question.pack,
    fact: question.fact,
    key: question.key,
    answer: question.answer,
    whys: Object.fromEntries(wrong.map(({ id, why }) => [id, why])),
    timeline: question.timeline,
    place: accept !== null && 'point' in accept ? { point: accept.point, radiusKm: accept.radiusKm } : null,
    explanation: brief ? shortened(explanation) : explanation,
    sources: brief ? sources.slice(0, SOURCES_MOST) : sources,
  };
}

function shortened(text: string): string {
  if (text.length <= EXPLANATION_MOST) return text;
  const cut = text.slice(0, EXPLANATION_MOST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), EXPLANATION_MOST - 40))}…`;
}
