import type { Question } from '../questions/question';
import { citation } from './credit';
import type { ExportSet } from './export-set';
import type { Shape } from './format';
import type { Item, OrderedThing } from './item';
import { shapeOf } from './shapes';
import { spellings } from './spellings';
import { clean, oneLine } from './text/clean';

/** How a text that a target takes is written: on one line, and guarded where it may be read as a formula. */
export type Write = (text: string) => string;

/** A question in the shape that a target asks it in; null where it has no answer there. `id` is that of the set's own question. */
export function toItem(set: ExportSet, id: string, question: Question, shape: Shape, write: Write): Item | null {
  const head = {
    question,
    id,
    stem: write(question.stem),
    explanation: write(question.explanation),
    sources: question.sources.map(citation),
  };
  const things = new Map(question.options.map((option) => [option.id, { id: option.id, text: write(option.text) }]));
  switch (shape) {
    case 'choice': {
      const options = question.options.map(({ id: letter, text, why }) => {
        const right = question.key.includes(letter);
        return { id: letter, text: write(text), right, why: right ? '' : write(why) };
      });
      const answer = options.find(({ right }) => right)?.text;
      return answer === undefined ? null : { ...head, shape, options, answer };
    }
    case 'typed': {
      const known = spellings(question.accept, set.language);
      const named = 'names' in (question.accept ?? {}) ? placeName(set, id, question) : null;
      const answers = [...new Set([named, ...(known?.answers ?? [])].flatMap((text) => (text === null ? [] : [write(text)])))];
      const [answer] = answers;
      return known === null || answer === undefined ? null : { ...head, shape, answers, year: known.year, answer };
    }
    case 'order':
    case 'match': {
      const ordered = question.key.flatMap((letter) => things.get(letter) ?? []);
      const answer = listed(ordered);
      if (shape === 'order') return { ...head, shape, shown: [...things.values()], ordered, answer };
      const pairs = ordered.map((thing, i) => ({ thing, position: String(i + 1) }));
      return { ...head, shape, pairs: inShownOrder(pairs, question), answer };
    }
    case 'map': {
      const { accept } = question;
      if (accept === null || !('point' in accept)) return null;
      const { point, radiusKm, area, frame } = accept;
      return { ...head, shape, point, radiusKm, area, frame, answer: write(placeName(set, id, question) ?? coordinates(point)) };
    }
  }
} // prettier-ignore

function inShownOrder<T extends { readonly thing: OrderedThing }>(pairs: readonly T[], { options }: Question): T[] {
  const at = new Map(options.map(({ id }, i) => [id, i]));
  return [...pairs].sort((a, b) => (at.get(a.thing.id) ?? 0) - (at.get(b.thing.id) ?? 0));
}

function listed(things: readonly OrderedThing[]): string {
  return things.map(({ text }, i) => `${String(i + 1)}. ${text}`).join(' ');
}

/** The name of the place that is asked for, in the language of the set, as another form of the question has it. */
function placeName(set: ExportSet, id: string, question: Question): string | null {
  const forms = [question, ...(set.alternatives[id] ?? [])];
  const choice = forms.find((each) => each.kind === 'place' && shapeOf(each) === 'choice');
  const text = choice?.options.find((option) => choice.key.includes(option.id))?.text;
  if (text !== undefined) return text;
  const typed = forms.flatMap(({ accept }) => (accept !== null && 'names' in accept ? [accept.names] : []));
  return typed[0]?.[0] ?? null;
}

/** 50.93° N, 29.90° E. */
export function coordinates([longitude, latitude]: readonly [number, number]): string {
  const side = (value: number, positive: string, negative: string): string =>
    `${Math.abs(value).toFixed(2)}° ${value < 0 ? negative : positive}`;
  return `${side(latitude, 'N', 'S')}, ${side(longitude, 'E', 'W')}`;
}

/** One line, as most targets want it. */
export const plainLine: Write = oneLine;
/** Line ends kept. */
export const plainText: Write = clean;
