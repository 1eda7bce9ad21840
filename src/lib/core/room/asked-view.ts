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

/** What is told when a question is over. */
export function toldView(question: LessonQuestion): ToldView {
  const { accept } = question;
  const wrong = question.options.filter(({ id, why }) => why !== '' && why !== 'key' && !question.key.includes(id));
  return {
    pack: question.pack,
    fact: question.fact,
    key: question.key,
    answer: question.answer,
    whys: Object.fromEntries(wrong.map(({ id, why }) => [id, why])),
    timeline: question.timeline,
    place: accept !== null && 'point' in accept ? { point: accept.point, radiusKm: accept.radiusKm } : null,
    explanation: question.explanation,
    sources: question.sources,
  };
}

/** The most bytes of a question with what is told of it, in a snapshot: with a seat's own part it stays below 2 kB. */
const SNAPSHOT_BYTES = 1120;

/**
 * The same as a phone gets it that comes back in the middle of a reveal, and must fit into one packet or two: nothing that stands in the
 * question already, one source, and of the explanation what there is room for.
 */
export function briefTold(question: LessonQuestion, asked: AskedView): ToldView {
  const [source] = question.sources;
  const whole = toldView(question);
  const told: ToldView = {
    ...whole,
    answer: question.options.length > 0 ? null : whole.answer,
    whys: {},
    explanation: '',
    sources: source === undefined ? [] : [{ ...source, licence: null }],
  };
  // From the whole of it to the least that there has to be.
  for (const less of [told, { ...told, sources: [] }, { ...told, sources: [], timeline: [] }]) {
    const left = SNAPSHOT_BYTES - byteLength(JSON.stringify({ asked, told: less }));
    if (left >= 0) return { ...less, explanation: shortened(question.explanation, left) };
  }
  return { ...told, sources: [], timeline: [] };
}

/** The beginning of a text, whole words of it, in at most so many bytes. */
function shortened(text: string, bytes: number): string {
  if (byteLength(text) <= bytes) return text;
  let cut = '';
  for (const word of text.split(' ')) {
    const longer = cut === '' ? word : `${cut} ${word}`;
    if (byteLength(longer) + 3 > bytes) break;
    cut = longer;
  }
  return cut === '' ? '' : `${cut}…`;
}

/** Bytes of a text in UTF-8 (RFC 3629). */
function byteLength(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Each half of a surrogate pair stands for two of its four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}
