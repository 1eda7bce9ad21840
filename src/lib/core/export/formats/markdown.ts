import { utf8 } from '../bytes/utf8';
import { creditLines } from '../credit';
import type { ExportFormat } from '../format';
import { paper, type Sheet, type Task } from '../paper';
import { oneLine } from '../text/clean';
import { EXPORT_WORDS, type ExportWords } from '../words';

/** A test to read anywhere: questions first, key and explanations after them. Several versions go into one file. */
export const markdown: ExportFormat = {
  id: 'markdown',
  label: 'Markdown',
  extension: 'md',
  mimeType: 'text/markdown',
  limits: 'no map (multiple choice instead)',
  carries: { shapes: ['choice', 'typed', 'order'], drops: ['reasons', 'picture'] },
  printsVersions: true,
  write: (set, options) => {
    const { sheets, losses } = paper(set, markdown, options);
    const words = EXPORT_WORDS[set.language];
    const body = sheets.map((sheet) => sheetText(sheet, set.title, words, set.seed)).join('\n');
    const credit = creditLines(set).map((line) => escape(line)).join('  \n'); // prettier-ignore
    return Promise.resolve({ bytes: utf8(`${body}\n---\n\n${credit}\n`), losses });
  },
};

function sheetText({ letter, tasks }: Sheet, title: string, words: ExportWords, seed: number): string {
  const version = letter === null ? '' : ` – ${words.version} ${letter}`;
  return [
    `# ${escape(oneLine(title))}${version}`,
    ...tasks.map((task) => taskText(task, words)),
    `## ${words.key}${version}`,
    ...tasks.map((task) => keyText(task, words)),
    ...(letter === null ? [] : [`${words.version} ${letter}, ${words.seed} ${String(seed)}`]),
    '',
  ].join('\n\n');
}

function taskText({ number, item, options }: Task, words: ExportWords): string {
  const stem = `**${String(number)}.** ${escape(item.stem)}`;
  const listed = options.map(({ letter, text }) => `- ${letter}. ${escape(text)}`).join('\n');
  if (item.shape === 'choice') return `${stem}\n\n${listed}`;
  const line = '\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_';
  return item.shape === 'order' ? `${stem}\n\n${listed}\n\n${words.order}: ${line}` : `${stem}\n\n${words.answer}: ${line}`;
} // prettier-ignore

function keyText({ number, item, key }: Task, words: ExportWords): string {
  const also = item.shape === 'typed' && item.answers.length > 1 ? [`${words.alsoAccepted}: ${escape(item.answers.slice(1).join(' | '))}`] : [];
  const spelled = item.shape === 'choice' ? `${key} (${escape(item.answer)})` : escape(key);
  const about = [...also, escape(item.explanation), ...item.sources.map((source) => `${words.source}: ${escape(source)}`)];
  return [`**${String(number)}.** ${spelled}`, ...about.filter((text) => text !== '')].join('  \n   ');
} // prettier-ignore

/** Text as text (CommonMark 0.31, 2.4): nothing in it marks anything up, links, or begins a list or heading. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]{}<>&|~#]/gu, '\\$&').replace(/^(\s*)(\d+)([.)])/u, '$1$2\\$3').replace(/^(\s*)([-+=])/u, '$1\\$2'); // prettier-ignore
}
