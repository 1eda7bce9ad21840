import { creditLines, fullCredit } from '../credit';
import { paragraph, picture, section } from '../docx/body';
import { docx as word, footerRelation, pictureRelation } from '../docx/document';
import type { ExportSet } from '../export-set';
import type { ExportFormat, WriteOptions } from '../format';
import { picturesOf } from '../map/pictures-of';
import { pictureFor } from '../map/picture-for';
import { paper, type Sheet, type Task } from '../paper';
import { EXPORT_WORDS } from '../words';

/**
 * A test to edit in Word, in several versions with their keys; with the answers behind each question it is what Microsoft Forms imports.
 * Numbers and letters are text: Word's own numbering is lost on import, and would renumber what a key names.
 */
export const docx: ExportFormat = {
  id: 'docx',
  label: 'Word test, Microsoft Forms (DOCX)',
  extension: 'docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  limits: 'no reasons why options are wrong; for Microsoft Forms put the answers behind each question',
  carries: { shapes: ['choice', 'typed', 'order', 'map'], drops: ['reasons'] },
  printsVersions: true,
  answersInline: true,
  write: (set, options) => {
    const { sheets, losses } = paper(set, docx, options);
    const pictures = picturesOf(set, sheets.flatMap(({ tasks }) => tasks.map(({ item }) => item)));
    const names = [...pictures.keys()];
    let drawn = 0;
    const mapOf = (task: Task): string => {
      if (task.item.shape !== 'map') return '';
      const { name, picture: map } = pictureFor(set, task.item);
      const relation = pictureRelation(names.indexOf(name), sheets.length);
      return picture(relation, ++drawn, map.width, map.height, EXPORT_WORDS[set.language].markMap);
    };
    const body = sheets.map((sheet, i) => sheetXml(set, sheet, options, mapOf) + section(footerRelation(i), i === sheets.length - 1));
    const footers = sheets.map((sheet) => footerOf(set, sheet));
    const bytes = word({ title: set.title, credit: fullCredit(set), language: set.language, body: body.join(''), footers, pictures });
    return Promise.resolve({ bytes, losses });
  },
}; // prettier-ignore

function footerOf({ title, language, seed, pack }: ExportSet, { letter }: Sheet): string {
  const words = EXPORT_WORDS[language];
  const version = letter === null ? '' : ` · ${words.version} ${letter}`;
  return `${title}${version} · ${words.seed} ${String(seed)} · ${pack.licence}`;
}

function sheetXml(set: ExportSet, { letter, tasks }: Sheet, { answers }: WriteOptions, mapOf: (task: Task) => string): string {
  const words = EXPORT_WORDS[set.language];
  const version = letter === null ? '' : ` – ${words.version} ${letter}`;
  const inline = answers === 'inline';
  const key = inline
    ? []
    : [paragraph(`${words.key}${version}`, { style: 'Heading1', breakBefore: true }), ...tasks.flatMap((task) => keyXml(set, task))];
  return [
    paragraph(`${set.title}${version}`, { style: 'Title' }),
    inline ? '' : paragraph(`${words.name}: ____________________________`),
    ...tasks.map((task) => taskXml(set, task, inline) + mapOf(task)),
    ...key,
    ...creditLines(set).map((line) => paragraph(line, { style: 'Small' })),
  ].join('');
} // prettier-ignore

function taskXml(set: ExportSet, { number, item, options, key }: Task, inline: boolean): string {
  const words = EXPORT_WORDS[set.language];
  const task = item.shape === 'map' ? ` (${words.markMap})` : '';
  const blank = item.shape === 'typed' ? [`${words.answer}: ____________________________`] : item.shape === 'order' ? [`${words.order}: ________________`] : [];
  const lines = [...options.map(({ letter, text }) => `${letter}. ${text}`), ...(inline ? [] : blank)];
  const stem = paragraph(`${String(number)}. ${item.stem}${task}`, { style: 'Question', keepNext: lines.length > 0 || item.shape === 'map' });
  const listed = lines.map((line, i) => paragraph(line, { style: 'Option', keepNext: inline || i < lines.length - 1 }));
  return stem + listed.join('') + (inline ? paragraph(`Answer: ${key}`, { style: 'Option' }) : '');
} // prettier-ignore

function keyXml(set: ExportSet, { number, item, key }: Task): string[] {
  const words = EXPORT_WORDS[set.language];
  const spelled = item.shape === 'choice' ? `${key} (${item.answer})` : key;
  const also = item.shape === 'typed' && item.answers.length > 1 ? [`${words.alsoAccepted}: ${item.answers.slice(1).join(' | ')}`] : [];
  const about = [...also, item.explanation, ...item.sources.map((source) => `${words.source}: ${source}`)].filter((text) => text !== '');
  return [paragraph(`${String(number)}. ${spelled}`, { keepNext: about.length > 0 }), ...about.map((text) => paragraph(text, { style: 'Small' }))];
} // prettier-ignore
