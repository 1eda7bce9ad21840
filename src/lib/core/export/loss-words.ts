import type { Language } from '../questions/question';
import { plural } from '../time/plural';
import type { Shape } from './format';
import type { LeftOutReason, Loss, Part } from './loss';

interface LossWords {
  readonly shapes: Readonly<Record<Shape, string>>;
  readonly parts: Readonly<Record<Part, string>>;
  readonly pieces: Readonly<Record<'title' | 'stem' | 'option' | 'explanation', string>>;
  readonly reasons: Readonly<Record<LeftOutReason, string>>;
  readonly leftOut: (why: string) => string;
  readonly substituted: (shape: string, by: string) => string;
  readonly reworded: (from: number, to: number) => string;
  /** Several at once. */
  readonly rewordedSome: string;
  readonly shortenedSome: (piece: string) => string;
  readonly shortened: (piece: string, from: number, to: number) => string;
  readonly guarded: (piece: string) => string;
  readonly setOff: string;
  readonly cleaned: (count: number) => string;
  readonly spellings: (kept: number, of: number) => string;
  readonly numericYear: (untaken: number) => string;
  readonly options: (kept: number, of: number) => string;
  readonly ties: string;
  readonly dropped: (part: string, questions: number) => string;
}

const EN: LossWords = {
  shapes: { choice: 'multiple choice', typed: 'typed answer', order: 'ordering', map: 'map', match: 'matching' },
  parts: {
    explanation: 'explanations',
    sources: 'sources of single questions',
    reasons: 'reasons why an option is wrong',
    picture: 'the map',
    options: 'wrong options',
    input: 'typing, ordering and pointing (a card shows question and answer)',
    near: 'part of the credit for answers that are nearly right',
    questions: 'the questions themselves: events are shown and nothing is asked',
  },
  pieces: { title: 'title', stem: 'question', option: 'option', explanation: 'explanation' },
  reasons: {
    'no-substitute': 'this format has no such task, and nothing that could stand in for it',
    unwanted: 'this format has no such task, and no substitute was wanted',
    'there-already': 'what would stand in for it is in the set already',
    'too-long': 'it is longer than this format takes',
    alike: 'two of its options would read alike',
    'too-many': 'a file of this format takes no more questions',
    'no-answer': 'it has no answer of its form',
    signs: 'its answer holds signs that mean something else there',
    'no-day': 'its event has no exact day',
  },
  leftOut: (why) => `left out: ${why}`,
  substituted: (shape, by) => `${shape} became ${by}`,
  reworded: (from, to) => `question in fewer words: ${String(to)} characters instead of ${String(from)}`,
  rewordedSome: 'question in fewer words',
  shortenedSome: (piece) => `${piece} shortened to what fits`,
  shortened: (piece, from, to) => `${piece} shortened from ${String(from)} to ${String(to)} characters`,
  guarded: (piece) => `${piece}: an apostrophe in front, so that it is not taken for a formula`,
  setOff: 'question: a dash in front, so that it is not taken for an answer',
  cleaned: (count) => `${String(count)} control ${plural(count, 'en', { one: 'character', many: 'characters' })} taken out`,
  spellings: (kept, of) => `${String(kept)} of ${String(of)} accepted spellings`,
  numericYear: (untaken) => `the year is typed as a number: ${String(untaken)} accepted ${plural(untaken, 'en', { one: 'spelling', many: 'spellings' })} in words ${plural(untaken, 'en', { one: 'is', many: 'are' })} not taken`,
  options: (kept, of) => `${String(kept)} of ${String(of)} options`,
  ties: 'only one of its right orders is accepted',
  dropped: (part, questions) => `${part}: not in the file (${String(questions)} ${plural(questions, 'en', { one: 'question', many: 'questions' })})`,
}; // prettier-ignore

const UK: LossWords = {
  shapes: { choice: 'вибір', typed: 'введення відповіді', order: 'упорядкування', map: 'карта', match: 'відповідність' },
  parts: {
    explanation: 'пояснення',
    sources: 'джерела окремих запитань',
    reasons: 'причини, чому варіант хибний',
    picture: 'карта',
    options: 'хибні варіанти',
    input: 'введення, розставляння й показ на карті (картка має лише запитання й відповідь)',
    near: 'частина балів за майже правильні відповіді',
    questions: 'самі запитання: події показано, а нічого не запитано',
  },
  pieces: { title: 'назву', stem: 'запитання', option: 'варіант', explanation: 'пояснення' },
  reasons: {
    'no-substitute': 'цей формат не має такого завдання й нічого, що могло б його замінити',
    unwanted: 'цей формат не має такого завдання, а заміни не хотіли',
    'there-already': 'те, що могло б його замінити, вже є серед запитань',
    'too-long': 'воно довше, ніж приймає цей формат',
    alike: 'два варіанти читалися б однаково',
    'too-many': 'у файл цього формату більше запитань не вміщується',
    'no-answer': 'воно не має відповіді своєї форми',
    signs: 'його відповідь містить знаки, які там означають щось інше',
    'no-day': 'його подія не має точного дня',
  },
  leftOut: (why) => `пропущено: ${why}`,
  substituted: (shape, by) => `замість «${shape}» – «${by}»`,
  reworded: (from, to) => `запитання коротшими словами: ${String(to)} знаків замість ${String(from)}`,
  rewordedSome: 'запитання коротшими словами',
  shortenedSome: (piece) => `${piece} скорочено до дозволеної довжини`,
  shortened: (piece, from, to) => `${piece} скорочено з ${String(from)} до ${String(to)} знаків`,
  guarded: (piece) => `${piece} починається з апострофа, щоб його не прийняли за формулу`,
  setOff: 'запитання починається з тире, щоб його не прийняли за відповідь',
  cleaned: (count) => `вилучено керівні знаки: ${String(count)}`,
  spellings: (kept, of) => `прийнятних написань: ${String(kept)} з ${String(of)}`,
  numericYear: (untaken) => `рік вводять числом: не буде прийнято ${String(untaken)} ${plural(untaken, 'uk', { one: 'написання', few: 'написання', many: 'написань' })} словами`,
  options: (kept, of) => `варіантів: ${String(kept)} з ${String(of)}`,
  ties: 'прийнято лише один із правильних порядків',
  dropped: (part, questions) => `${part}: немає у файлі (${String(questions)} ${plural(questions, 'uk', { one: 'запитання', few: 'запитання', many: 'запитань' })})`,
}; // prettier-ignore

const WORDS: Readonly<Record<Language, LossWords>> = { en: EN, uk: UK };

/** What a file does not carry, in words, without the question it is about. */
export function sayLoss(loss: Loss, language: Language): string {
  const words = WORDS[language];
  switch (loss.kind) {
    case 'left-out':
      return words.leftOut(words.reasons[loss.why]);
    case 'substituted':
      return words.substituted(words.shapes[loss.shape], words.shapes[loss.by]);
    case 'reworded':
      return words.reworded(loss.from, loss.to);
    case 'shortened':
      return words.shortened(words.pieces[loss.part], loss.from, loss.to);
    case 'guarded':
      return words.guarded(words.pieces[loss.part]);
    case 'set-off':
      return words.setOff;
    case 'cleaned':
      return words.cleaned(loss.count);
    case 'fewer-spellings':
      return words.spellings(loss.kept, loss.of);
    case 'numeric-year':
      return words.numericYear(loss.untaken);
    case 'fewer-options':
      return words.options(loss.kept, loss.of);
    case 'ties':
      return words.ties;
    case 'dropped':
      return words.dropped(words.parts[loss.part], loss.questions);
  }
}

/** What is said alike of several questions, whose lengths differ. */
export function sayAlike(loss: Loss, language: Language): string {
  const words = WORDS[language];
  if (loss.kind === 'shortened') return words.shortenedSome(words.pieces[loss.part]);
  return loss.kind === 'reworded' ? words.rewordedSome : sayLoss(loss, language);
}
