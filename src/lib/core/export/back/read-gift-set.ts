import { explanationOf, linesOf, returnedAs, withoutHint, wordsOf, type ReadBack, type Returned } from './returned';

/** Stands for a sign that was escaped, so that what is left unescaped means something. */
const ESCAPED: Readonly<Record<string, string>> = { '~': '\uE000', '=': '\uE001', '#': '\uE002', '{': '\uE003', '}': '\uE004', ':': '\uE005', '\\': '\uE006', n: '\uE007' }; // prettier-ignore
const PLAIN = new Map(Object.entries(ESCAPED).map(([sign, mark]) => [mark, sign === 'n' ? '\n' : sign]));

/** GIFT as we write it, and as Moodle exports it again: questions are known by the id in the comment before them. */
export function readGiftSet(text: string): ReadBack {
  const marked = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n').replace(/\\([~=#{}:\\n])/gu, (_, sign: string) => ESCAPED[sign] ?? ''); // prettier-ignore
  const blocks = marked.split(/\n[ \t]*\n/u).filter((block) => block.includes('{'));
  const read = blocks.map(readBlock);
  if (blocks.length === 0) return { ok: false, message: 'holds no question of GIFT' };
  const returned = read.flatMap((each) => (each === null ? [] : [each]));
  return { ok: true, returned, passed: read.length - returned.length };
}

/** Names that stand for signs in things to order, where nothing can be escaped. */
const NAMES: Readonly<Record<string, string>> = {
  lbrace: '{',
  rbrace: '}',
  num: '#',
  equals: '=',
  colon: ':',
  sim: '~',
  bsol: '\\',
};

function thingOf(line: string): string {
  return wordsOf(
    plain(line).replace(/&(lbrace|rbrace|num|equals|colon|sim|bsol);/gu, (whole, name: string) => NAMES[name] ?? whole),
  );
}

function plain(part: string): string {
  return part.replace(/[\uE000-\uE007]/gu, (mark) => PLAIN.get(mark) ?? mark).trim();
}

function readBlock(block: string): Returned | null {
  const lines = block.split('\n');
  const comment = lines.filter((line) => line.trimStart().startsWith('//')).join(' ');
  const [, id] = /\[id:([^\]]+)\]/u.exec(comment) ?? [];
  const body = lines.filter((line) => !/^\s*(?:\/\/|\$CATEGORY:)/u.test(line)).join('\n');
  const open = body.indexOf('{');
  const close = body.lastIndexOf('}');
  if (id === undefined || open < 0 || close < open) return null;
  const stem = plain(body.slice(0, open).replace(/^\s*::.*?::/su, '').trim().replace(/^\[html\]/u, '')); // prettier-ignore
  const [answers = '', feedback] = body.slice(open + 1, close).split('####');
  const explanation = feedback === undefined ? null : explanationOf(linesOf(plain(feedback.replace(/^\s*\[html\]/u, ''))));
  const head = { id: plain(id), stem: withoutHint(wordsOf(stem)), explanation };
  return readAnswers(head, answers.trim());
} // prettier-ignore

type Head = Pick<Returned, 'id' | 'stem' | 'explanation'>;

function readAnswers(head: Head, answers: string): Returned | null {
  if (answers.startsWith('#')) {
    const [, year] = /=?\s*(?:%100%)?(-?\d+(?:\.\d+)?)/u.exec(answers.slice(1)) ?? [];
    return year === undefined ? null : returnedAs('typed', { ...head, year: Number(year) });
  }
  if (answers.startsWith('>')) {
    const things = answers.split('\n').slice(1).map(thingOf).filter((thing) => thing !== ''); // prettier-ignore
    return returnedAs('order', { ...head, things });
  }
  const parts = answers.split(/(?=[=~])/u).map((part) => part.trim()).filter((part) => /^[=~]/u.test(part)); // prettier-ignore
  const told = parts.map((part) => ({ right: part.startsWith('='), text: (part.slice(1).split('#')[0] ?? '').trim() }));
  if (told.length === 0) return null;
  if (told.every(({ text }) => text.includes('->'))) {
    const pairs = told.map(({ text }) => text.split('->'));
    const placed = pairs.map(([thing = '', position = '']) => ({ thing: wordsOf(plain(thing)), at: Number(position) }));
    return returnedAs('match', { ...head, things: placed.toSorted((a, b) => a.at - b.at).map(({ thing }) => thing) });
  }
  const isTyped = told.every(({ right }) => right);
  if (isTyped) {
    const texts = told.map(({ text }) => plain(text.replace(/^(?:\[\w+\])?%-?[\d.]+%/u, '')).replaceAll('\\*', '*'));
    return returnedAs('typed', { ...head, answers: texts });
  }
  const options = told.map(({ right, text }) => {
    const [, share] = /^%(-?[\d.]+)%/u.exec(text) ?? [];
    const words = wordsOf(plain(text.replace(/^(?:\[\w+\])?%-?[\d.]+%/u, '').replace(/^\[html\]/u, '')));
    return { text: words, right: share === undefined ? right : Number(share) === 100 };
  });
  return returnedAs('choice', { ...head, options });
} // prettier-ignore
