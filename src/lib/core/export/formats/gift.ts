import { utf8 } from '../bytes/utf8';
import { creditLines } from '../credit';
import type { ExportSet } from '../export-set';
import type { ExportFormat } from '../format';
import type { Item, TypedItem } from '../item';
import { preflight } from '../preflight';
import { shortId } from '../short-id';
import { oneLine, shorten } from '../text/clean';
import { html } from '../text/markup';
import { LONGEST_IDNUMBER } from '../moodle';
import { EXPORT_WORDS } from '../words';

/** Moodle's GIFT. Ordering is in Moodle's core since 4.4; matching pairs, which older ones and other readers know, can be had instead. */
export const gift: ExportFormat = {
  id: 'gift',
  label: 'GIFT (Moodle)',
  extension: 'gift',
  mimeType: 'text/plain',
  limits: 'no map (multiple choice instead); ordering needs Moodle 4.4 (matching can be had instead)',
  carries: { shapes: ['choice', 'typed', 'order', 'match'], drops: ['picture', 'near'], near: ['year', 'order'], numericYears: true },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, gift, options);
    const head = [...creditLines(set).map((line) => `// ${oneLine(line)}`), '', `$CATEGORY: $course$/top/${category(set)}`, ''];
    const blocks = items.map((item) => `${questionText(set, item)}\n`);
    return Promise.resolve({ bytes: utf8([...head, ...blocks].join('\n')), losses });
  },
}; // prettier-ignore

/** A slash divides categories; a doubled one is a slash. */
function category({ title }: ExportSet): string {
  return oneLine(title).replaceAll('/', '//');
}

function questionText(set: ExportSet, item: Item): string {
  const { question } = item;
  const tags = ['dateline', `${question.kind}/${question.form}`].map((tag) => `[tag:${tag}]`).join(' ');
  const words = EXPORT_WORDS[set.language];
  const sources = item.sources.map((source) => `${words.source}: ${source}`);
  const feedback = [item.explanation, ...sources].filter((text) => text !== '').map(html).join('<br>'); // prettier-ignore
  return [
    `// [id:${shortId(item.id, LONGEST_IDNUMBER)}] ${tags}`,
    `::${escape(shorten(item.stem, 80))}::[html]${escape(html(item.stem))} {`,
    ...answersOf(item),
    ...(feedback === '' ? [] : [`####${escape(feedback)}`]),
    '}',
  ].join('\n');
}

function answersOf(item: Item): string[] {
  switch (item.shape) {
    case 'choice':
      return item.options.map(({ text, right, why }) => {
        const comment = why === '' ? '' : `#${escape(html(why))}`;
        return `\t${right ? '=' : '~'}${answer(html(text))}${comment}`;
      });
    case 'typed':
      return item.year === null ? item.answers.map((text) => `\t=%100%${typed(text)}`) : numbers(item.year);
    case 'order':
      return [
        `>${String(item.ordered.length)} ALL VERTICAL ABSOLUTE_POSITION SHOW 123`,
        ...item.ordered.map(({ text }) => thing(text)),
      ];
    case 'match':
      return item.pairs.map(({ thing, position }) => `\t=${answer(html(thing.text))} -> ${position}`);
    default:
      throw new Error(`${item.id}: preflight let ${item.shape} through`);
  }
}

/** The year itself, and half the credit for five years around it. */
function numbers({ from, to }: NonNullable<TypedItem['year']>): string[] {
  const [middle, half] = [(from + to) / 2, (to - from) / 2];
  return ['#', `\t=${String(middle)}:${String(half)}`, `\t=%50%${String(middle)}:${String(half + 5)}`];
}

/** A percentage at the beginning would be a share of the credit. */
function answer(markup: string): string {
  return escape(markup.replace(/^%/u, '&#37;'));
}

/** Names of HTML 5 for what means something to GIFT: none of them has a sign in it that does. */
const ENTITY: Readonly<Record<string, string>> = {
  '{': '&lbrace;',
  '}': '&rbrace;',
  '#': '&num;',
  '=': '&equals;',
  ':': '&colon;',
  '~': '&sim;',
  '\\': '&bsol;',
};

/**
 * Things to order stand a line each and are not unescaped, so they are written without anything to escape, nor a backslash that would
 * make a line end of an n; two strokes in front would make a comment of one.
 */
function thing(text: string): string {
  return html(text)
    .replace(/[{}#=:~\\]/gu, (sign) => ENTITY[sign] ?? sign)
    .replace(/^\/\//u, '&sol;&sol;');
}

/** Answers to type are no HTML: an asterisk is a wildcard unless escaped, an arrow would make a matching question. */
function typed(text: string): string {
  return escape(text.replaceAll('->', '→')).replaceAll('*', '\\*');
}

/** What GIFT gives a meaning; a line end would end the line, an empty line the question. */
function escape(text: string): string {
  return text.replace(/[~=#{}:\\]/gu, '\\$&').replaceAll('\n', '\\n');
}
