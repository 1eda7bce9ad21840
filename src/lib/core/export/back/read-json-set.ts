import { SET_FORMAT } from '../formats/json';
import type { ExportSet } from '../export-set';
import type { Question } from '../../questions/question';

export type ReadSet = { readonly ok: true; readonly set: ExportSet } | { readonly ok: false; readonly message: string };

type Raw = Readonly<Record<string, unknown>>;

/** A set from our own JSON. Its questions are checked for what files need of them, not proved again; a map is drawn by whoever has one. */
export function readJsonSet(text: string): ReadSet {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    return { ok: false, message: `is not valid JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (!isRecord(raw) || raw.format !== SET_FORMAT) return { ok: false, message: `is no set: "format" is not "${SET_FORMAT}"` };
  const { id, title, revision, language, seed, pack, questions, alternatives = {} } = raw;
  if (typeof id !== 'string' || typeof title !== 'string' || (language !== 'en' && language !== 'uk') || !isPack(pack))
    return { ok: false, message: 'is no whole set: id, title, language or pack is missing' };
  if (!Array.isArray(questions)) return { ok: false, message: 'has no list of questions' };
  const bad = questions.findIndex((question) => !isQuestion(question));
  if (bad >= 0) return { ok: false, message: `questions[${String(bad)}] is no question` };
  const others = isRecord(alternatives) ? Object.entries(alternatives) : [];
  const set: ExportSet = {
    id, title, language, pack,
    revision: typeof revision === 'number' ? revision : 0,
    seed: typeof seed === 'number' ? seed : 1,
    questions: questions.filter(isQuestion),
    alternatives: Object.fromEntries(others.map(([key, list]) => [key, Array.isArray(list) ? list.filter(isQuestion) : []])),
    events: [],
    drawMap: null,
  };
  return { ok: true, set };
} // prettier-ignore

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPack(value: unknown): value is ExportSet['pack'] {
  if (!isRecord(value)) return false;
  return typeof value.id === 'string' && typeof value.licence === 'string' && typeof value.version === 'number' && Array.isArray(value.sources);
} // prettier-ignore

function isQuestion(value: unknown): value is Question {
  if (!isRecord(value)) return false;
  const texts = [value.id, value.fact, value.kind, value.form, value.stem, value.explanation];
  const lists = [value.options, value.key, value.ties, value.sources];
  const isOption = (option: unknown): boolean => isRecord(option) && typeof option.id === 'string' && typeof option.text === 'string' && typeof option.why === 'string';
  return texts.every((text) => typeof text === 'string') && lists.every(Array.isArray) && Array.isArray(value.options) && value.options.every(isOption);
} // prettier-ignore
