import type { SiteProcess } from '../../src/build/site-process.js';
import { words } from '../e2e/words';
import type { Find, Visitor } from './visitor';

export interface Place {
  readonly site: SiteProcess;
  readonly pack: string;
}

export interface Journey {
  readonly name: string;
  run(visitor: Visitor, place: Place): Promise<void>;
}

/** A word of the interface, in English. */
export const say = (name: string): string => words('en', name);
export const button = (name: string): Find => ({ role: 'button', name: say(name) });
/** Bodies for `until` and `run`: a question stands there, a verdict does, and the stem. */
export const QUESTION = `return [...document.querySelectorAll('button')].some((one) => one.innerText.trim() === ${JSON.stringify(say('dont_know'))})`;
export const VERDICT = `return document.querySelector('#verdict-title') !== null`;
export const STEM = 'return document.querySelector("h1").innerText';

/** Ids and memories as they lie in the store, read past the app. */
export const STORED = `
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await settled(indexedDB.open('dateline'));
  const transaction = database.transaction(['log', 'memory']);
  const [log, memory] = await Promise.all(['log', 'memory'].map((name) => settled(transaction.objectStore(name).getAll())));
  database.close();`;

export const answers = (visitor: Visitor): Promise<number> =>
  visitor.run<number>(`${STORED} return log.filter(({ entry }) => entry.type === 'answer').length`);

export async function pass(visitor: Visitor): Promise<void> {
  await visitor.until(QUESTION, 'a question');
  await visitor.press(button('dont_know'));
  await visitor.until(VERDICT, 'a verdict');
}

export async function next(visitor: Visitor): Promise<void> {
  await visitor.press(button('next'));
  await visitor.until(`return document.querySelector('#verdict-title') === null`, 'the verdict to go');
}

export async function beginSession(visitor: Visitor, { site, pack }: Place): Promise<void> {
  await visitor.open(`${site.url}/study/?pack=${pack}`);
  await visitor.until(QUESTION, 'the first question');
}

/** Gives a file to the field of this label, as a picker would: a file chosen by hand is out of reach of these drivers. */
export async function giveFile(visitor: Visitor, label: string, name: string, text: string): Promise<void> {
  const field = `[...document.querySelectorAll('input[type="file"]')].find((one) => one.labels[0]?.innerText.trim() === ${JSON.stringify(label)})`;
  await visitor.until(`return ${field} !== undefined`, label);
  await visitor.run(`
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: 'application/json' }));
    const field = ${field};
    field.files = data.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));`);
}

/** Makes a device the one that this backup is of. */
export async function restore(visitor: Visitor, backup: string): Promise<void> {
  await giveFile(visitor, say('backup_restore'), 'made.json', backup);
  await visitor.press(button('restore_replace'));
  const told = (name: string): string =>
    `document.querySelector('main').innerText.includes(${JSON.stringify(say(name))})`;
  await visitor.until(`return !${told('restore_title')} && !${told('restore_working')}`, 'the restored data');
}
