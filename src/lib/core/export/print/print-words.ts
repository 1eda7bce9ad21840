import type { Language } from '../../time/language';
import { plural } from '../../time/plural';
import { EXPORT_WORDS } from '../words';

/** What stands on printed paper beside the set's own texts, in the set's language. */
export interface PrintWords {
  readonly name: string;
  readonly date: string;
  readonly group: string;
  readonly version: string;
  readonly packVersion: string;
  readonly seed: string;
  readonly answer: string;
  readonly key: string;
  readonly keyOf: (letter: string) => string;
  readonly points: (count: number) => string;
  /** How each kind of task is answered. */
  readonly choose: string;
  readonly type: string;
  readonly order: string;
  readonly map: string;
  readonly alsoAccepted: string;
  readonly either: (first: number, second: number) => string;
  readonly source: string;
  readonly according: (who: string) => string;
  readonly turnCards: string;
  readonly pupil: (number: number) => string;
  readonly showLetter: string;
  readonly exactly: string;
  readonly lasting: string;
  readonly within: string;
  readonly until: string;
  readonly since: string;
  readonly about: string;
  readonly page: (number: number, of: number) => string;
}

const EN: PrintWords = {
  name: EXPORT_WORDS.en.name,
  date: 'Date',
  group: 'Class',
  version: EXPORT_WORDS.en.version,
  packVersion: EXPORT_WORDS.en.packVersion,
  seed: EXPORT_WORDS.en.seed,
  answer: EXPORT_WORDS.en.answer,
  key: EXPORT_WORDS.en.key,
  keyOf: (letter) => `Answer key, version ${letter}`,
  points: (count) => `of ${String(count)} ${plural(count, 'en', { one: 'point', many: 'points' })}`,
  choose: 'Circle the letter of the right answer.',
  type: 'Write the answer on the line.',
  order: 'Write 1 for the earliest, 2 for the next, and so on.',
  map: 'Put a cross on the map.',
  alsoAccepted: EXPORT_WORDS.en.alsoAccepted,
  either: (first, second) => `${String(first)} and ${String(second)} may change places`,
  source: EXPORT_WORDS.en.source,
  according: EXPORT_WORDS.en.according,
  turnCards: 'Hold the card so that your answer stands on top.',
  pupil: (number) => `No. ${String(number)}`,
  showLetter: 'Show the letter of your answer.',
  exactly: 'on that day',
  lasting: 'lasted so long',
  within: 'some time in it',
  until: 'then or before',
  since: 'then or after',
  about: 'about then',
  page: (number, of) => `${String(number)} of ${String(of)}`,
};

const UK: PrintWords = {
  name: EXPORT_WORDS.uk.name,
  date: 'Дата',
  group: 'Клас',
  version: EXPORT_WORDS.uk.version,
  packVersion: EXPORT_WORDS.uk.packVersion,
  seed: EXPORT_WORDS.uk.seed,
  answer: EXPORT_WORDS.uk.answer,
  key: EXPORT_WORDS.uk.key,
  keyOf: (letter) => `Ключ, варіант ${letter}`,
  points: (count) => `з ${String(count)} ${plural(count, 'uk', { one: 'бала', many: 'балів' })}`,
  choose: 'Обведіть літеру правильної відповіді.',
  type: 'Напишіть відповідь на лінії.',
  order: 'Поставте 1 біля найдавнішого, 2 – біля наступного і так далі.',
  map: 'Поставте хрестик на карті.',
  alsoAccepted: EXPORT_WORDS.uk.alsoAccepted,
  either: (first, second) => `${String(first)} і ${String(second)} можна поміняти місцями`,
  source: EXPORT_WORDS.uk.source,
  according: EXPORT_WORDS.uk.according,
  turnCards: 'Тримайте картку так, щоб ваша відповідь була вгорі.',
  pupil: (number) => `№ ${String(number)}`,
  showLetter: 'Покажіть літеру своєї відповіді.',
  exactly: 'саме того дня',
  lasting: 'тривало стільки',
  within: 'колись у цей час',
  until: 'тоді або раніше',
  since: 'тоді або пізніше',
  about: 'приблизно тоді',
  page: (number, of) => `${String(number)} з ${String(of)}`,
};

/** The words of printed paper, by language. */
export const PRINT_WORDS: Readonly<Record<Language, PrintWords>> = { en: EN, uk: UK };
