import { describe, expect, it } from 'vitest';
import { buildPack, type EventDraft } from '../samples/build-pack';
import { judge } from '../../src/lib/core/answers/judge';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import type { Calendar } from '../../src/lib/core/time/when';
import { createChecker } from '../../src/lib/core/questions/check/checker';
import { createGenerator } from '../../src/lib/core/questions/generator';
import { LANGUAGES, type Question } from '../../src/lib/core/questions/question';

/** Seven events of an invented land, dated like this one after the other; the fourth is asked. */
function packDated(dates: readonly string[], calendar: Calendar | null = null) {
  const towns = ['arden', 'birk', 'corva', 'dorn', 'elm', 'farrow', 'gorse'];
  const told = ['builders finished a bridge', 'sailors founded a port', 'weavers formed a guild', 'farmers drained a marsh', 'monks opened a school', 'miners struck silver', 'singers held a contest'];
  const ukrainian = ['будівничі завершили міст', 'моряки заснували порт', 'ткачі утворили цех', 'селяни осушили болото', 'ченці відкрили школу', 'гірники знайшли срібло', 'співці влаштували змагання'];
  const events = dates.map((when, i): EventDraft => ({
    id: `e${String(i)}`,
    clause: told[i] ?? '',
    placeless: told[i] ?? '',
    when,
    where: [towns[i] ?? ''],
    translations: { uk: { clause: ukrainian[i] ?? '', placeless: ukrainian[i] ?? '' } },
    ...(calendar === null ? {} : { calendar }),
  }));
  const places = towns.map((id) => ({ id, names: { uk: id } }));
  return buildPack({ events, places });
} // prettier-ignore

interface Row {
  readonly unit: string;
  readonly dates: readonly string[];
  readonly calendar?: Calendar;
  /** The key as an option says it, by language. */
  readonly said: { readonly en: string; readonly uk: string };
  readonly accept: { readonly from: string; readonly to: string };
  /** What somebody might type. */
  readonly typed: string;
}

const ROWS: readonly Row[] = [
  { unit: 'day', dates: ['1901-03-02', '1901-03-05', '1901-03-09', '1901-03-12', '1901-03-15', '1901-03-18', '1901-03-22'], said: { en: '12 March 1901', uk: '12 березня 1901 року' }, accept: { from: '1901-03-12', to: '1901-03-12' }, typed: '12.3.1901' },
  { unit: 'day', dates: ['1066-09-25', '1066-09-28', '1066-10-02', '1066-10-14', '1066-10-18', '1066-10-25', '1066-10-30'], calendar: 'julian', said: { en: '14 October 1066', uk: '14 жовтня 1066 року' }, accept: { from: '1066-10-14', to: '1066-10-14' }, typed: '14 October 1066' },
  { unit: 'month', dates: ['1901-01', '1901-02', '1901-04', '1901-06', '1901-08', '1901-09', '1901-11'], said: { en: 'June 1901', uk: 'червень 1901 року' }, accept: { from: '1901-06-01', to: '1901-06-30' }, typed: 'June 1901' },
  { unit: 'season', dates: ['1901-21', '1901-22', '1901-23', '1901-24', '1902-21', '1902-22', '1902-23'], said: { en: 'winter 1901/02', uk: 'зима 1901/02 року' }, accept: { from: '1901-12-01', to: '1902-02-28' }, typed: 'January 1902' },
  { unit: 'year', dates: ['1740', '1751', '1764', '1769', '1774', '1785', '1793'], said: { en: '1769', uk: '1769 рік' }, accept: { from: '1769-01-01', to: '1769-12-31' }, typed: '1769' },
  { unit: 'year', dates: ['-0499', '-0493', '-0489', '-0479', '-0478', '-0467', '-0448'], said: { en: '480 BC', uk: '480 рік до н. е.' }, accept: { from: '-0479-01-01', to: '-0479-12-31' }, typed: '480 BC' },
  { unit: 'year', dates: ['-0020', '-0010', '-0003', '0000', '0004', '0009', '0014'], said: { en: '1 BC', uk: '1 рік до н. е.' }, accept: { from: '0000-01-01', to: '0000-12-31' }, typed: '1 BC' },
  { unit: 'decade', dates: ['153X', '154X', '155X', '156X', '158X', '159X', '161X'], said: { en: 'the 1560s', uk: '1560-ті роки' }, accept: { from: '1560-01-01', to: '1569-12-31' }, typed: '1564' },
  { unit: 'century', dates: ['11XX', '12XX', '13XX', '15XX', '16XX', '17XX', '18XX'], said: { en: 'the 1500s', uk: '1500–1599 роки' }, accept: { from: '1500-01-01', to: '1599-12-31' }, typed: '16th century' },
]; // prettier-ignore

describe.each(ROWS)('the $unit of $dates.3', ({ unit, dates, calendar, said, accept, typed }) => {
  const pack = packDated(dates, calendar);
  const checker = createChecker(pack);

  it.each(LANGUAGES)('is asked by choice, typed, and for its event, and proved again, in %s', (language) => {
    const generator = createGenerator(indexPack(pack), { language });
    const ask = (fact: string, form: string): Question => {
      // Every wording: which one a question gets, its seed decides.
      const all = Array.from({ length: 24 }, (_, seed) => generator.question(fact, form, seed));
      const made = all.filter((each) => each?.type === 'question');
      expect(all.filter((each) => each?.type !== 'question')).toEqual([]);
      expect(made.flatMap((each) => checker.check(JSON.parse(JSON.stringify(each))))).toEqual([]);
      return made[0] ?? expect.fail(`${fact} is not asked`);
    };
    const chosen = ask('e3:date', 'choice');
    const key = chosen.options.find(({ id }) => chosen.key.includes(id));
    expect(key).toMatchObject({ value: dates[3] });
    expect(key?.text).toBe(said[language]);

    const question = ask('e3:date', 'typed');
    expect(question.accept).toEqual({ ...accept, unit });
    expect(judge(question, { typed })).toMatchObject({ ok: true, verdict: { credit: 1 } });

    const event = ask('e3:event-by-date', 'choice');
    expect(event.dispatch?.date).toBe(said[language]);
  });
});

describe('what lasted', () => {
  const lasting = ['1901-03-02', '1901-03-05', '1901-03-09', '1901-03-12/1901-05-02', '1901-05-05', '1901-05-08', '1901-05-11'];

  it.each([
    ['e3:date-began', { from: '1901-03-12', to: '1901-03-12', unit: 'day' }, 'e3:date'],
    ['e3:date-ended', { from: '1901-05-02', to: '1901-05-02', unit: 'day' }, 'e3:date'],
  ])('%s is asked by choice and typed, and not as one date', (fact, accept, whole) => {
    const pack = packDated(lasting);
    const generator = createGenerator(indexPack(pack), { language: 'en' });
    for (const form of ['choice', 'typed']) {
      const made = generator.question(fact, form, 1);
      expect(made).toMatchObject({ type: 'question', accept: form === 'typed' ? accept : null });
      expect(createChecker(pack).check(JSON.parse(JSON.stringify(made)))).toEqual([]);
    }
    expect(generator.question(whole, 'typed', 1)).toMatchObject({ type: 'refusal', reason: 'no-date' });
  });

  it('is shown whole where its event is asked', () => {
    const made = createGenerator(indexPack(packDated(lasting)), { language: 'en' }).question('e3:event-by-date', 'choice', 1);
    expect(made).toMatchObject({ dispatch: { date: 'from 12 March to 2 May 1901' } });
  });
}); // prettier-ignore

it('a day that only the Julian calendar has is chosen, and not typed', () => {
  const dates = ['1500-02-02', '1500-02-05', '1500-02-20', '1500-02-29', '1500-03-08', '1500-03-12', '1500-03-16'];
  const generator = createGenerator(indexPack(packDated(dates, 'julian')), { language: 'en' });
  expect(generator.question('e3:date', 'choice', 1)).toMatchObject({ type: 'question' });
  expect(generator.question('e3:date', 'typed', 1)).toMatchObject({ type: 'refusal', reason: 'calendar' });
});
