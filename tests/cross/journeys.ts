import { expect } from 'vitest';
import { words } from '../e2e/words';
import { QUESTION, STEM, STORED, VERDICT, answers, beginSession, next, pass, say } from './steps';
import type { Journey } from './steps';

/** What somebody does with Dateline on the first days, in words that every browser understands. */
export const journeys: readonly Journey[] = [
  {
    name: 'a visitor comes from the home page to a first verdict, which is stored',
    async run(visitor, { site, pack }) {
      await visitor.open(`${site.url}/`);
      await visitor.until(
        `return document.querySelector('a[href*="/study/?pack=${pack}"]') !== null`,
        'the way to study',
      );
      await visitor.run(`document.querySelector('a[href*="/study/?pack=${pack}"]').click()`);
      await pass(visitor);
      expect(await visitor.run<string>(`return document.querySelector('#verdict-title').innerText`)).toContain(
        say('verdict_passed'),
      );
      await visitor.until(`${STORED} return log.length === 1 && memory.length > 0`, 'the answer in the store');
    },
  },
  {
    name: 'a reload in the middle of a session loses no answer and asks the same question again',
    async run(visitor, place) {
      await beginSession(visitor, place);
      await pass(visitor);
      await next(visitor);
      await visitor.until(QUESTION, 'the second question');
      const asked = await visitor.run(STEM);
      await visitor.reload();
      await visitor.until(QUESTION, 'the question after the reload');
      expect(await visitor.run(STEM)).toBe(asked);
      expect(await answers(visitor)).toBe(1);
    },
  },
  {
    name: 'undo takes the last answer back and asks it again',
    async run(visitor, place) {
      await beginSession(visitor, place);
      const asked = await visitor.run(STEM);
      await pass(visitor);
      await visitor.run('document.activeElement?.blur()');
      await visitor.key('z');
      await visitor.until(QUESTION, 'the question again');
      expect(await visitor.run(STEM)).toBe(asked);
      await visitor.until(
        `${STORED} return log.some(({ entry }) => entry.type === 'revoke') && memory.length === 0`,
        'the answer taken back',
      );
    },
  },
  {
    name: 'with the server gone every page opens, and studying goes on',
    async run(visitor, place) {
      const { site } = place;
      await visitor.open(`${site.url}/`);
      await visitor.until(
        `return (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'`,
        'the service worker',
      );
      // The first visit is not under its care yet: the next page is.
      await visitor.reload();
      await visitor.until('return navigator.serviceWorker.controller !== null', 'a page under its care');
      await site.kill();
      try {
        for (const route of ['/', '/pack/', '/settings/', '/about/', '/sources/']) {
          await visitor.open(`${site.url}${route}`);
          await visitor.until(
            `return document.querySelector('h1') !== null && document.querySelector('main').innerText.length > 40`,
            route,
          );
        }
        await beginSession(visitor, place);
        await pass(visitor);
        await visitor.until(`${STORED} return log.length > 0`, 'the answer in the store');
      } finally {
        await site.restart();
      }
    },
  },
  {
    name: 'the interface changes its language, and keeps it',
    async run(visitor, { site }) {
      await visitor.open(`${site.url}/settings/`);
      const choice = `[...document.querySelectorAll('label, button')].find((one) => one.innerText.trim() === 'Українська')`;
      await visitor.until(`return ${choice} !== undefined`, 'the choice of languages');
      await visitor.run(`${choice}.click()`);
      await visitor.until(`return document.documentElement.lang === 'uk'`, 'the page in Ukrainian');
      await visitor.until(
        `return document.querySelector('h1').innerText === ${JSON.stringify(words('uk', 'nav_settings'))}`,
        'the Ukrainian heading',
      );
      await visitor.reload();
      await visitor.until(`return document.documentElement.lang === 'uk'`, 'the page in Ukrainian after a reload');
    },
  },
  {
    name: 'a whole session comes to its end, by keyboard alone',
    async run(visitor, place) {
      await beginSession(visitor, place);
      const over = `return document.querySelector('h1')?.innerText === ${JSON.stringify(say('done_title'))}`;
      for (let given = 0; given < 60; given += 1) {
        await visitor.until(
          `${QUESTION.replace('return', 'const open =')}; const over = (() => { ${over} })(); return open || over`,
          'a question or the end',
        );
        if (await visitor.run<boolean>(over)) break;
        await visitor.run('document.activeElement?.blur()');
        await visitor.key('0');
        await visitor.until(VERDICT, 'a verdict');
        await visitor.run('document.activeElement?.blur()');
        await visitor.key(' ');
        await visitor.until(`return document.querySelector('#verdict-title') === null`, 'the verdict to go');
      }
      expect(await visitor.run<boolean>(over)).toBe(true);
      expect(await answers(visitor)).toBeGreaterThanOrEqual(10);
    },
  },
];
