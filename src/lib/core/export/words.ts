import type { Language } from '../questions/question';

/** What files say of their own accord, in the language of the set. */
export interface ExportWords {
  readonly answer: string;
  readonly answers: string;
  readonly alsoAccepted: string;
  readonly explanation: string;
  readonly source: string;
  readonly sources: string;
  readonly licence: string;
  readonly madeFrom: string;
  readonly version: string;
  readonly packVersion: string;
  readonly key: string;
  readonly name: string;
  readonly order: string;
  readonly position: string;
  readonly aboutThisSet: string;
  readonly rightOrder: string;
  readonly numberThem: string;
  readonly tapThem: string;
  readonly tapMap: string;
  readonly markMap: string;
  readonly startAgain: string;
  readonly when: string;
  readonly where: (date: string) => string;
  readonly seed: string;
  readonly according: (who: string) => string;
  readonly question: string;
  /** How a year before our era is typed as a number. */
  readonly negativeYears: string;
}

const EN: ExportWords = {
  answer: 'Answer',
  answers: 'Answers',
  alsoAccepted: 'Also right',
  explanation: 'Explanation',
  source: 'Source',
  sources: 'Sources',
  licence: 'Licence',
  madeFrom: 'Made with Dateline from the pack',
  version: 'Version',
  packVersion: 'version',
  key: 'Answer key',
  name: 'Name',
  order: 'Order',
  position: 'Position',
  aboutThisSet: 'About this set: where it comes from',
  rightOrder: 'The right order',
  numberThem: 'Number them, earliest first',
  tapThem: 'Tap them in order, earliest first',
  tapMap: 'Tap the place on the map',
  markMap: 'Mark the place on the map',
  startAgain: 'Start again',
  when: 'When?',
  where: (date) => (date === '' ? 'Where?' : `Where, ${date}?`),
  seed: 'seed',
  according: (who) => `according to ${who}`,
  question: 'Question',
  negativeYears: 'a year BC as a negative number',
};

const UK: ExportWords = {
  answer: 'Відповідь',
  answers: 'Відповіді',
  alsoAccepted: 'Також правильно',
  explanation: 'Пояснення',
  source: 'Джерело',
  sources: 'Джерела',
  licence: 'Ліцензія',
  madeFrom: 'Створено в Dateline з набору',
  version: 'Варіант',
  packVersion: 'версія',
  key: 'Ключ',
  name: 'Прізвище та імʼя',
  order: 'Порядок',
  position: 'Місце',
  aboutThisSet: 'Про ці запитання: звідки вони',
  rightOrder: 'Правильний порядок',
  numberThem: 'Пронумеруйте, починаючи з найдавнішого',
  tapThem: 'Торкайтеся за порядком, починаючи з найдавнішого',
  tapMap: 'Торкніться місця на карті',
  markMap: 'Позначте місце на карті',
  startAgain: 'Спочатку',
  when: 'Коли?',
  where: (date) => (date === '' ? 'Де?' : `Де, ${date}?`),
  seed: 'число',
  according: (who) => `джерело: ${who}`,
  question: 'Запитання',
  negativeYears: 'рік до н. е. – відʼємним числом',
};

/** The words that files use, by language. */
export const EXPORT_WORDS: Readonly<Record<Language, ExportWords>> = { en: EN, uk: UK };
