import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { when } from '../../samples/build-pack';
import { timelineSpan } from '../../../src/lib/core/export/timeline';
import { hostileSet, smallSet } from '../../samples/export-set';
import { FORBIDDEN, reader, written } from './written';

describe('the script for Google Forms', async () => {
  const { text, items } = await written('google-forms', hostileSet());

  interface Made {
    title?: string;
    choices?: (readonly [string, boolean])[];
    feedback: string[];
  }

  /** As much of FormApp as the script calls; what it does not know throws. */
  function run(script: string): { readonly items: readonly Made[]; readonly form: Record<string, unknown> } {
    const made: Made[] = [];
    const form: Record<string, unknown> = {};
    const set = (key: string) => (value: unknown) => void (form[key] = value);
    const feedback = () => ({ text: '', setText(given: string) { this.text = given; return this; }, build() { return this; } });
    const item = () => {
      const one: Made = { feedback: [] };
      made.push(one);
      const self = {
        setTitle: (title: string) => ((one.title = title), self),
        setPoints: () => self,
        createChoice: (value: string, right: boolean) => [value, right] as const,
        setChoices: (choices: (readonly [string, boolean])[]) => {
          if (new Set(choices.map(([value]) => value)).size < choices.length) throw new Error('choices are alike');
          one.choices = choices;
        },
        setFeedbackForCorrect: (given: { text: string }) => one.feedback.push(given.text),
        setFeedbackForIncorrect: (given: { text: string }) => one.feedback.push(given.text),
        setGeneralFeedback: (given: { text: string }) => one.feedback.push(given.text),
      };
      return self;
    };
    const FormApp = {
      create: (title: string, isPublished: boolean) => {
        Object.assign(form, { title, isPublished });
        return { setDescription: set('description'), setIsQuiz: set('isQuiz'), setPublished: set('isPublished'), getEditUrl: () => 'https://example.org', addMultipleChoiceItem: item, addTextItem: item };
      },
      createFeedback: feedback,
    };
    runInNewContext(`${script}\nmakeForm();`, { FormApp, Logger: { log: () => undefined } });
    return { items: made, form };
  } // prettier-ignore

  test('runs, and makes each question as it is', () => {
    const { items: made, form } = run(text);
    expect(form).toMatchObject({ isQuiz: true, isPublished: true, title: hostileSet().title });
    expect(made.map(({ title }) => title)).toEqual(items.map(({ stem }) => stem));
    made.forEach(({ choices }, i) => {
      const item = items[i];
      if (item?.shape === 'choice') expect(choices).toEqual(item.options.map((option) => [option.text, option.right]));
    });
  });

  test('tells a typed answer after marking, since a script cannot set it', () => {
    const { items: made } = run(text);
    const typed = items.flatMap((item, i) =>
      item.shape === 'typed' ? [[item.answer, made[i]?.feedback[0]] as const] : [],
    );
    expect(typed.length).toBeGreaterThan(0);
    for (const [answer, feedback] of typed) expect(feedback?.startsWith(answer)).toBe(true);
  });

  test('cannot be broken out of', () => {
    expect(text).not.toMatch(FORBIDDEN);
    expect(text).not.toContain('</');
    expect(text).not.toMatch(/[\u2028\u2029]/u);
  });
});

describe('TimelineJS', async () => {
  interface Slide {
    readonly unique_id: string;
    readonly start_date: Record<string, unknown>;
    readonly end_date?: Record<string, unknown>;
    readonly display_date: string;
  }
  const { text } = await written('timelinejs', hostileSet());
  const { events } = JSON.parse(text) as { readonly events: readonly Slide[] };

  test('numbers only: a year in words stops the whole timeline', () => {
    expect(events.length).toBe(hostileSet().events.length);
    for (const { start_date: start, end_date: end } of events) {
      for (const date of [start, ...(end === undefined ? [] : [end])]) {
        expect(Object.values(date).every((part) => Number.isInteger(part))).toBe(true);
        const { month = 1, day = 1 } = date as { month?: number; day?: number };
        expect([month >= 1 && month <= 12, day >= 1 && day <= 31]).toEqual([true, true]);
      }
    }
  });

  test('ids differ, or one is renamed; what the numbers cannot say stands in words', () => {
    expect(new Set(events.map(({ unique_id: id }) => id)).size).toBe(events.length);
    expect(events.every(({ display_date: date }) => date.startsWith('in words'))).toBe(true);
  });

  test('its spreadsheet has exactly the columns of the template', async () => {
    const { text: table } = await written('timelinejs-csv', smallSet());
    expect(table.split('\r\n')[0]).toBe('\uFEFFYear,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background');
    expect(table).toContain('\r\n-31,,,,,,,,in words: -0030,Event treaty,');
    expect(table).toContain('\r\n2020,2,29,,2020,3,5,,');
  }); // prettier-ignore

  test.each([
    ['2022-03-02', { year: 2022, month: 3, day: 2 }, null],
    ['-0030', { year: -31 }, null],
    ['2022-24', { year: 2022, month: 12 }, null],
    ['156X', { year: 1560 }, { year: 1569 }],
    ['15XX', { year: 1500 }, { year: 1599 }],
    ['../2022-04-07', { year: 2022, month: 4, day: 7 }, null],
    ['2022-11-05/..', { year: 2022, month: 11, day: 5 }, null],
    ['[2022-02-24..2022-02-25]', { year: 2022, month: 2, day: 24 }, { year: 2022, month: 2, day: 25 }],
    ['[..2022-02-25]', { year: 2022, month: 2, day: 25 }, null],
    ['[2022-03-03,2022-03-22]', { year: 2022, month: 3, day: 3 }, { year: 2022, month: 3, day: 22 }],
    ['2022/2023', { year: 2022 }, { year: 2023 }],
  ])('%s on a line', (text_, start, end) => expect(timelineSpan(when(text_))).toEqual({ start, end })); // prettier-ignore
});

describe('the calendar', async () => {
  const { text, losses } = await written('ics', hostileSet());
  const unfolded = text.replace(/\r\n[ \t]/gu, '');
  const icalendar = await reader('ical.js');

  test('lines end in CRLF, have at most 75 octets, and are parted between characters only', () => {
    expect(text.replace(/\r\n/gu, '')).not.toMatch(/[\r\n]/u);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/\uFFFD/u);
  });

  test('every event of a known day, each year from 2024 on, never in its historical year', () => {
    const starts = [...unfolded.matchAll(/^DTSTART;VALUE=DATE:(\d{8})$/gmu)].map(([, day]) => day);
    expect(starts).toEqual(['20240302', '20240229']);
    expect(unfolded.match(/^TRANSP:TRANSPARENT$/gmu)?.length).toBe(2);
    expect(unfolded).not.toContain('VTIMEZONE');
    expect(losses.filter(({ kind }) => kind === 'left-out').length).toBe(3);
  });

  test('the 29th of February is the last of February in other years', () => {
    expect(unfolded).toMatch(/DTSTART;VALUE=DATE:20240229\r\nDTEND;VALUE=DATE:20240301\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1\r\n/u);
  }); // prettier-ignore

  test('ids are the same each time, the time of making is fixed', () => {
    expect(unfolded).toContain('UID:town-taken@small.dateline\r\nDTSTAMP:20240101T000000Z\r\n');
  });

  test('commas, semicolons and backslashes are escaped', () => {
    for (const line of unfolded
      .split('\r\n')
      .filter((each) => /^(?:SUMMARY|DESCRIPTION|LOCATION|CATEGORIES):/u.test(each))) {
      expect(line.replace(/\\[\\;,n]/gu, '')).not.toMatch(/[\\;,]/u);
    }
  });

  test('another reader of calendars takes it', (context) => {
    const library = icalendar?.default as
      { parse: (text: string) => [string, unknown, [string, unknown[]][]] } | undefined;
    if (library === undefined) {
      context.skip('ical.js is not installed');
      return;
    }
    const [, , components] = library.parse(text);
    expect(components.map(([name]) => name)).toEqual(['vevent', 'vevent']);
  });
});
