import { expect } from 'vitest';
import { diligentLearner, forgetfulLearner, grownLearner } from './grown-learner';
import type { Grown } from './grown-learner';
import { QUESTION, STORED, VERDICT, beginSession, button, giveFile, next, pass, restore, say } from './steps';
import type { Journey, Place } from './steps';
import type { Visitor } from './visitor';

/** One learner for all browsers: only the answers differ. */
let made: Promise<Grown> | null = null;
const grown = (): Promise<Grown> => (made ??= grownLearner());

/** The answer given last, as it lies in the log. */
interface LastAnswer {
  readonly form: string;
  readonly grade: number;
  readonly chosen: unknown;
}
const LAST = `${STORED} return log.map(({ entry }) => entry).filter(({ type }) => type === 'answer').sort((a, b) => a.utcMs - b.utcMs).at(-1)`;
const RIGHT = `return document.querySelector('#verdict-title').classList.contains('right')`;
const heads = (name: string): string =>
  `return [...document.querySelectorAll('h2, h3')].some((one) => one.innerText.trim() === ${JSON.stringify(say(name))})`;
const says = (name: string): string =>
  `return document.querySelector('main').innerText.includes(${JSON.stringify(say(name))})`;

/** The device of the grown learner, with one of her facts asked. */
async function askOne(visitor: Visitor, { site, pack }: Place, fact: (learner: Grown) => string): Promise<Grown> {
  const learner = await grown();
  await visitor.open(`${site.url}/settings/`);
  await restore(visitor, learner.backup);
  await visitor.open(`${site.url}/study/?pack=${pack}&fact=${encodeURIComponent(fact(learner))}`);
  await visitor.until(QUESTION, 'the question');
  return learner;
}

async function typeAnswer(visitor: Visitor, text: string): Promise<void> {
  const field = `document.querySelector('main form input[type="text"]')`;
  await visitor.until(`return ${field} !== null`, 'the field');
  await visitor.run(`${field}.focus()`);
  await visitor.type(text);
  await visitor.key('Enter');
  await visitor.until(VERDICT, 'a verdict');
}

async function expectLast(visitor: Visitor, form: string, grade: number): Promise<LastAnswer> {
  await visitor.until(`${STORED} return log.some(({ entry }) => entry.form === ${JSON.stringify(form)})`, 'the answer in the store'); // prettier-ignore
  const last = await visitor.run<LastAnswer>(LAST);
  expect(last).toMatchObject({ form, grade });
  return last;
}

/** What somebody does who has learnt for weeks: every way of answering, and what the data are good for. */
export const grownJourneys: readonly Journey[] = [
  {
    name: 'a date is typed, and is right',
    async run(visitor, place) {
      const { date } = await askOne(visitor, place, (learner) => learner.date.fact);
      await typeAnswer(visitor, date.right);
      expect(await visitor.run<boolean>(RIGHT)).toBe(true);
      expect((await expectLast(visitor, 'typed', 3)).chosen).toBe(date.right);
    },
  },
  {
    name: 'a place is typed, and is right',
    async run(visitor, at) {
      const { place } = await askOne(visitor, at, (learner) => learner.place.fact);
      await typeAnswer(visitor, place.right);
      expect(await visitor.run<boolean>(RIGHT)).toBe(true);
      expect((await expectLast(visitor, 'typed', 3)).chosen).toBe(place.right);
    },
  },
  {
    name: 'a place is tapped on the map, and the verdict shows where it is',
    async run(visitor, place) {
      await askOne(visitor, place, (learner) => learner.map.fact);
      const map = { role: 'map', name: say('map_label') } as const;
      await visitor.until(`return document.querySelector('[role="application"] svg path') !== null`, 'the map');
      await visitor.press(map);
      await visitor.press(button('check'));
      await visitor.until(VERDICT, 'a verdict');
      await visitor.until(
        `return document.querySelector('section.verdict svg path') !== null`,
        'the map of the verdict',
      );
      const last = await visitor.run<LastAnswer>(LAST);
      expect(last.form).toBe('map');
      expect(last.chosen).toEqual([expect.any(Number), expect.any(Number)]);
    },
  },
  {
    name: 'dispatches are put in order by their buttons, and are right',
    async run(visitor, place) {
      const { order } = await askOne(visitor, place, (learner) => learner.order.fact);
      const rows = `[...document.querySelectorAll('ol.tasks > li p')].map((one) => one.innerText.trim().replace(/\\.$/, ''))`;
      await visitor.until(`return ${rows}.length === ${String(order.texts.length)}`, 'the rows');
      for (const [to, text] of order.texts.entries()) {
        const at = async (): Promise<number> =>
          (await visitor.run<readonly string[]>(`return ${rows}`)).findIndex((row) => row === text.replace(/\.$/, ''));
        for (let from = await at(); from > to; from -= 1) {
          await visitor.until('return document.getAnimations().length === 0', 'the rows to stand still');
          await visitor.press({ role: 'button', name: say('order_up').replace('{text}', text) });
          await visitor.until(`return ${rows}[${String(from - 1)}] === ${JSON.stringify(text.replace(/\.$/, ''))}`, 'the move'); // prettier-ignore
        }
        expect(await at()).toBe(to);
      }
      await visitor.press(button('check'));
      await visitor.until(VERDICT, 'a verdict');
      expect(await visitor.run<boolean>(RIGHT)).toBe(true);
      expect((await expectLast(visitor, 'order', 3)).chosen).toHaveLength(order.texts.length);
    },
  },
  {
    name: 'an exam is chosen by its curve, and the session asks for it',
    async run(visitor, { site, pack }) {
      await visitor.open(`${site.url}/exam/?pack=${pack}`);
      const day = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10);
      const field = `document.querySelector('main input[type="date"]')`;
      await visitor.until(`return ${field} !== null`, 'the day of the exam');
      await visitor.run(`
        ${field}.value = ${JSON.stringify(day)};
        for (const type of ['input', 'change']) ${field}.dispatchEvent(new Event(type, { bubbles: true }));`);
      await visitor.until(`return document.querySelector('main p.expected') !== null`, 'the curve');
      await visitor.press(button('exam_choose'));
      await visitor.until(
        `return document.querySelector('main a[href*="/study/"]')?.innerText.trim() === ${JSON.stringify(say('pack_study'))}`,
        'the way to study',
      );
      await visitor.reload();
      await visitor.until(`return ${field}?.value === ${JSON.stringify(day)}`, 'the exam as it was set');
      await beginSession(visitor, { site, pack });
    },
  },
  {
    name: 'statistics show what the log says, each chart with its table',
    async run(visitor, { site }) {
      const { backup, last30 } = await diligentLearner();
      await visitor.open(`${site.url}/settings/`);
      await restore(visitor, backup);
      await visitor.open(`${site.url}/stats/`);
      for (const name of ['stats_days_title', 'stats_forecast_title', 'stats_retention_title', 'stats_calibration_title', 'stats_hours_title']) await visitor.until(heads(name), name);
      const text = await visitor.run<string>(`return document.querySelector('main').innerText`);
      expect(text).toContain(`You studied on ${String(last30)} of the last 30 days.`);
      await visitor.run(`for (const one of document.querySelectorAll('main details')) one.open = true`);
      await visitor.until(`return document.querySelectorAll('main table tbody tr').length > 60`, 'the tables');
      expect(await visitor.run<number>(`return document.querySelectorAll('main svg').length`)).toBeGreaterThan(4);
    }, // prettier-ignore
  },
  {
    name: 'a backup is saved, everything is erased, and the backup brings back the same, bit for bit',
    async run(visitor, place) {
      const { site } = place;
      await beginSession(visitor, place);
      await pass(visitor);
      await next(visitor);
      await pass(visitor);
      await visitor.until(`${STORED} return log.length === 2`, 'two answers in the store');
      const everything = `${STORED} return JSON.stringify([log, memory])`;
      const before = await visitor.run<string>(everything);
      await visitor.open(`${site.url}/settings/`);
      // Where the browser would put it is its own affair: what it is given to put there is kept, and no file is left behind.
      await visitor.run(`
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob) => ((globalThis.saved = blob), make(blob));
        HTMLAnchorElement.prototype.click = () => undefined;`);
      await visitor.press(button('backup_make'));
      await visitor.until('return globalThis.saved !== undefined', 'the file');
      const file = await visitor.run<string>('return globalThis.saved.text()');
      await visitor.press(button('erase_button'));
      await visitor.press(button('erase_confirm'));
      await visitor.until(says('erased'), 'everything erased');
      expect(await visitor.run<number>(`${STORED} return log.length + memory.length`)).toBe(0);
      await visitor.open(`${site.url}/settings/`);
      await giveFile(visitor, say('backup_restore'), 'broken.json', file.replace('"credit":0', '"credit":1'));
      await visitor.until(
        `return document.querySelector('main').innerText.includes(${JSON.stringify(say('backup_refused').replace('{file}', 'broken.json'))})`,
        'the refusal of a damaged file',
      );
      await restore(visitor, file);
      await visitor.until(`${STORED} return log.length === 2`, 'the answers back in the store');
      expect(await visitor.run<string>(everything)).toBe(before);
    },
  },
  {
    name: 'the memory model is fitted in a worker, used, and taken back in one tap',
    async run(visitor, { site }) {
      await visitor.open(`${site.url}/settings/`);
      await restore(visitor, forgetfulLearner());
      await visitor.reload();
      await visitor.press(button('fit_run'));
      await visitor.until(says('fit_better'), 'a better fit');
      await visitor.press(button('fit_apply'));
      await visitor.press(button('fit_revert'));
      await visitor.until(
        `return [...document.querySelectorAll('button')].some((one) => one.innerText.trim() === ${JSON.stringify(say('fit_use_again'))})`,
        'the fit taken back',
      );
    },
  },
];
