import type { Question } from '../questions/question';
import { shortCredit } from './credit';
import type { ExportSet } from './export-set';
import { fit } from './fit';
import { DEFAULT_OPTIONS, type Carries, type ExportFormat, type WriteOptions } from './format';
import type { Item } from './item';
import { PARTS, type Loss, type Part } from './loss';
import { place } from './shapes';
import { clean, countForbidden, oneLine, shorten } from './text/clean';
import { guard } from './text/formula';
import { toItem, type Write } from './to-item';

/** What a target will get of a set, known before anything is written. */
export interface Preflight {
  /** In the order of the set. */
  readonly items: readonly Item[];
  /** Every way in which the file will differ from the set: questions in their order, then what all of them lose. */
  readonly losses: readonly Loss[];
}

/**
 * Decides what of a set goes into a file of a format and how: what is asked as it is, what stands in for a shape that the target does not
 * have, what is shortened, what is left out and why. Writers write exactly this.
 */
export function preflight(
  set: ExportSet,
  { carries }: Pick<ExportFormat, 'carries'>,
  options: WriteOptions = DEFAULT_OPTIONS,
): Preflight {
  const items: Item[] = [];
  const losses: Loss[] = [];
  // Without a base map there is nothing to point at.
  const shapes = set.drawMap === null ? carries.shapes.filter((shape) => shape !== 'map') : carries.shapes;
  const ids = new Set(set.questions.map(({ id }) => id));
  const taken = new Set<string>();
  const leave = (question: string, why: Extract<Loss, { kind: 'left-out' }>['why']): void =>
    void losses.push({ kind: 'left-out', question, why });
  const write: Write = carries.cells === true ? (text) => guard(oneLine(text)) : oneLine;
  for (const question of set.questions) {
    const { id } = question;
    const isRegion = carries.noRegions === true && asksRegion(question);
    const placed = place(set, question, isRegion ? shapes.filter((shape) => shape !== 'map') : shapes, options);
    if (!placed.ok) {
      leave(id, placed.why);
      continue;
    }
    // What stands in for this one may be in the set itself, or stand in for another already.
    if (placed.instead && placed.question.id !== id && (ids.has(placed.question.id) || taken.has(placed.question.id))) {
      leave(id, 'there-already');
      continue;
    }
    const item = toItem(set, id, placed.question, placed.shape, write);
    const fitted = item === null ? ({ ok: false, why: 'no-answer' } as const) : fit(item, carries, options, write);
    if (!fitted.ok || items.length >= (carries.questions ?? Infinity)) {
      leave(id, fitted.ok ? 'too-many' : fitted.why);
      continue;
    }
    if (placed.instead) losses.push({ kind: 'substituted', question: id, shape: shapeBefore(question), by: placed.shape });
    taken.add(placed.question.id);
    losses.push(...changes(placed.question, id, carries.cells === true), ...fitted.losses);
    items.push(fitted.item);
  }
  losses.push(...dropped(items, carries));
  const title = oneLine(set.title);
  const shown = titleFor(set, carries);
  if (shown !== title) losses.push({ kind: 'shortened', question: set.id, part: 'title', from: title.length, to: shown.length });
  return { items: carries.creditInStem === true ? credited(items, set) : items, losses };
} // prettier-ignore

/** The title of a set as a target takes it. */
export function titleFor({ title }: Pick<ExportSet, 'title'>, { title: most = Infinity }: Pick<Carries, 'title'>): string {
  return shorten(oneLine(title), most);
} // prettier-ignore

function asksRegion({ accept }: Question): boolean {
  return accept !== null && 'area' in accept && accept.area !== null;
}

function shapeBefore({ form }: Question): Item['shape'] {
  return form === 'order' || form === 'map' || form === 'typed' ? form : 'choice';
}

/** What writing a text down does to it, as far as a reader would notice. */
function changes({ stem, explanation, options }: Question, id: string, cells: boolean): Loss[] {
  const texts = { stem: [stem], option: options.map(({ text }) => text), explanation: [explanation] };
  const all = [stem, explanation, ...texts.option];
  const count = all.reduce((sum, text) => sum + countForbidden(text), 0);
  const losses: Loss[] = count === 0 ? [] : [{ kind: 'cleaned', question: id, count }];
  if (!cells) return losses;
  const parts = (['stem', 'option', 'explanation'] as const).filter((part) =>
    texts[part].some((text) => guard(oneLine(text)) !== oneLine(text)),
  );
  return [...losses, ...parts.map((part): Loss => ({ kind: 'guarded', question: id, part }))];
}

const HAS: Readonly<Record<Part, (item: Item, carries: Carries) => boolean>> = {
  explanation: ({ question }) => clean(question.explanation) !== '',
  sources: ({ question }) => question.sources.length > 0,
  reasons: (item) => item.shape === 'choice' && item.options.some(({ why }) => why !== ''),
  picture: ({ shape }) => shape === 'map',
  options: ({ shape }) => shape === 'choice',
  input: ({ shape }) => shape === 'typed' || shape === 'order' || shape === 'map',
  near: isMarkedFinely,
  questions: () => true,
};

/** Whether the app gives a part of the credit for an answer near by, and the target does not. */
function isMarkedFinely(item: Item, { near = [] }: Carries): boolean {
  switch (item.shape) {
    case 'typed':
      return 'from' in (item.question.accept ?? {}) && !(item.year !== null && near.includes('year'));
    case 'order':
      return !near.includes('order');
    case 'map':
      return true;
    case 'choice':
    case 'match':
      return false;
  }
}

function dropped(items: readonly Item[], carries: Carries): Loss[] {
  return PARTS.filter((part) => carries.drops.includes(part)).flatMap((part): Loss[] => {
    const questions = items.filter((item) => HAS[part](item, carries)).length;
    return questions === 0 ? [] : [{ kind: 'dropped', part, questions }];
  });
}

/** The licence travels with the last question, where the target has no other place for it. */
function credited(items: readonly Item[], set: ExportSet): readonly Item[] {
  const last = items.at(-1);
  return last === undefined ? items : [...items.slice(0, -1), { ...last, stem: `${last.stem} [${shortCredit(set)}]` }];
}
