import type { Question } from '../../questions/question';
import { guidOf } from '../anki/guid';
import type { ExportSet } from '../export-set';
import type { Shape } from '../format';
import { shapeOf } from '../shapes';
import { shortId } from '../short-id';
import { LONGEST_IDNUMBER } from '../moodle';
import { spellings } from '../spellings';
import { oneLine } from '../text/clean';
import { faultOf, type TextFault } from './text-fault';
import type { Returned, ReturnedFault } from './returned';

/** What was changed of a question elsewhere. `target` is the question of the set that was in the file: the one of that id, or what stood in for it. */
export type Change = { readonly question: string; readonly target: string; readonly from: string; readonly to: string } & (
  | { readonly part: 'stem' | 'explanation' }
  | { readonly part: 'option'; readonly option: string }
  /** Option ids, joined by a comma: the right one, or the right order. */
  | { readonly part: 'key' }
  /** Names of a place that are accepted, joined by ` | `. */
  | { readonly part: 'names' }
); // prettier-ignore

/** Why an edit does not simply come home. */
export type Conflict = { readonly question: string } & (
  /** Changed here and there, to different texts. */
  | { readonly why: 'changed-here-too'; readonly theirs: Change; readonly mine: string }
  /** The file has it more than once, differently. */
  | { readonly why: 'twice' }
  /** It came back as something else than it can be: another shape, another number of options, none or several right, two alike. */
  | { readonly why: 'other-shape' | 'other-options' | 'no-right-answer' | 'alike' }
  /** Its row of the table is not whole, or its key does not name each of its options once: what it says cannot be told. */
  | { readonly why: ReturnedFault }
  /** A text that no question can have. */
  | { readonly why: TextFault; readonly part: Change['part'] }
  /** The answer of a date follows from the pack: it is changed there, not here. */
  | { readonly why: 'answer-of-the-pack'; readonly from: string; readonly to: string }
); // prettier-ignore

export interface Reconciled {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
  /** Ids of the set that the file does not have. */
  readonly missing: readonly string[];
  /** Ids of the file that the set does not have. */
  readonly unknown: readonly string[];
}

/**
 * What came back, against the set: edits made elsewhere, and where they do not fit.
 *
 * @param base the set as it was exported; what was edited since then, here and there alike, is a conflict. Without it every difference
 * is an edit made elsewhere
 */
export function reconcile(set: ExportSet, returned: readonly Returned[], base: ExportSet | null = null): Reconciled {
  const byKey = new Map(set.questions.flatMap((question) => keysOf(question).map((key) => [key, question] as const)));
  const seen = new Map<string, Returned>();
  const unknown: string[] = [];
  const changes: Change[] = [];
  const conflicts: Conflict[] = [];
  for (const each of returned) {
    const question = byKey.get(each.id);
    if (question === undefined) {
      unknown.push(each.id);
      continue;
    }
    const before = seen.get(question.id);
    if (before !== undefined) {
      if (JSON.stringify(before) !== JSON.stringify(each)) conflicts.push({ question: question.id, why: 'twice' });
      continue;
    }
    seen.set(question.id, each);
    const result = compare(set, question, each);
    const original = base?.questions.find(({ id }) => id === question.id);
    const then = base === null || original === undefined ? null : compare(base, original, each);
    for (const change of result.changes) {
      const sort = sorted(change, then?.changes ?? null);
      const fault = sort === 'theirs' ? faultOf(change) : null;
      if (fault !== null) conflicts.push({ question: question.id, why: fault, part: change.part });
      else if (sort === 'theirs') changes.push(change);
      else if (sort === 'both') conflicts.push({ question: question.id, why: 'changed-here-too', theirs: change, mine: change.from });
    }
    conflicts.push(...result.conflicts);
  }
  const missing = set.questions.map(({ id }) => id).filter((id) => !seen.has(id));
  return { changes, conflicts, missing, unknown };
} // prettier-ignore

/** Every key under which a question may come back. */
function keysOf({ id }: Question): readonly string[] {
  return [id, shortId(id, LONGEST_IDNUMBER), guidOf(id)];
}

/** Whose edit a difference is: without a base, theirs; with one, mine where the file still has what was exported. */
function sorted(change: Change, sinceBase: readonly Change[] | null): 'theirs' | 'mine' | 'both' {
  if (sinceBase === null) return 'theirs';
  const theirs = sinceBase.find((each) => each.part === change.part && (each.part !== 'option' || (change.part === 'option' && each.option === change.option)));
  if (theirs === undefined) return 'mine';
  return theirs.from === change.from ? 'theirs' : 'both';
} // prettier-ignore

/** A text as it is compared: editors elsewhere make no-break spaces of spaces, and GIFT cannot hold an arrow of two signs. */
function bare(text: string): string {
  return oneLine(text).replaceAll('\u00A0', ' ').replaceAll('->', '→');
}

interface Compared {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
}

function compare(set: ExportSet, question: Question, returned: Returned): Compared {
  if (returned.fault === 'cut-short') return { changes: [], conflicts: [{ question: question.id, why: 'cut-short' }] };
  const target = [question, ...(set.alternatives[question.id] ?? [])].find((each) => takes(each, returned.shape));
  if (target === undefined) return { changes: [], conflicts: [{ question: question.id, why: 'other-shape' }] };
  const changes: Change[] = [];
  const conflicts: Conflict[] = [];
  const head = { question: question.id, target: target.id };
  const note = (part: 'stem' | 'explanation', from: string, to: string): void => {
    if (bare(from) !== bare(to)) changes.push({ ...head, part, from, to });
  };
  note('stem', target.stem, returned.stem);
  if (returned.explanation !== null) note('explanation', target.explanation, returned.explanation);
  const answers = compareAnswers(set, target, returned);
  changes.push(...answers.flatMap((each) => ('why' in each ? [] : [{ ...head, ...each }])));
  conflicts.push(...answers.flatMap((each) => ('why' in each ? [{ question: question.id, ...each }] : [])));
  return { changes, conflicts };
} // prettier-ignore

function takes(question: Question, shape: Shape): boolean {
  const own = shapeOf(question);
  return own === shape || (own === 'order' && shape === 'match');
}

type Difference =
  | { readonly part: 'option'; readonly option: string; readonly from: string; readonly to: string }
  | { readonly part: 'key' | 'names'; readonly from: string; readonly to: string }
  | { readonly why: 'other-options' | 'no-right-answer' | 'alike' | 'stray-key' }
  | { readonly why: 'answer-of-the-pack'; readonly from: string; readonly to: string };

function compareAnswers(set: ExportSet, target: Question, returned: Returned): readonly Difference[] {
  switch (returned.shape) {
    case 'choice': {
      const right = returned.options.filter((option) => option.right);
      if (right.length !== 1) return [{ why: 'no-right-answer' }];
      return compareTexts(target, returned.options.map(({ text }) => text), [right[0]?.text ?? '']);
    }
    case 'order':
    case 'match':
      if (returned.fault === 'stray-key') return [{ why: 'stray-key' }];
      return compareTexts(target, returned.things, returned.things);
    case 'typed':
      return compareTyped(set, target, returned);
    case 'map':
      return [];
  }
} // prettier-ignore

/** Options by their texts; those without a partner are taken for edited ones, in their order. `right` are texts of the file, in key order. */
function compareTexts({ options, key }: Question, texts: readonly string[], right: readonly string[]): readonly Difference[] {
  if (texts.length !== options.length) return [{ why: 'other-options' }];
  if (new Set(texts.map((text) => bare(text).toLowerCase())).size < texts.length) return [{ why: 'alike' }];
  const known = new Set(options.map(({ text }) => bare(text)));
  const given = texts.map(bare);
  const strangers = texts.filter((text) => !known.has(bare(text)));
  const lost = options.filter(({ text }) => !given.includes(bare(text)));
  const ids = new Map(options.map((option) => [bare(option.text), option.id]));
  const differences: Difference[] = lost.map((option, i) => {
    const to = strangers[i] ?? '';
    ids.set(bare(to), option.id);
    return { part: 'option', option: option.id, from: option.text, to };
  });
  const to = right.map((text) => ids.get(bare(text)) ?? '').join(',');
  const from = key.join(',');
  return to === from ? differences : [...differences, { part: 'key', from, to }];
} // prettier-ignore

function compareTyped(set: ExportSet, { accept }: Question, { answers, year }: Returned): readonly Difference[] {
  const known = spellings(accept, set.language);
  if (accept !== null && 'names' in accept) {
    // A table divides names by strokes, so that a name with one in it comes back as two.
    const parts = (names: readonly string[]): Set<string> => new Set(names.flatMap((name) => bare(name).split(' | ')));
    const [from, to] = [parts(accept.names), parts(answers)];
    const same = from.size === to.size && [...from].every((name) => to.has(name));
    if (same || to.size === 0) return [];
    return [{ part: 'names', from: [...new Set(accept.names)].join(' | '), to: [...new Set(answers)].join(' | ') }];
  }
  if (known === null) return [];
  if (year !== null) {
    const middle = known.year === null ? null : (known.year.from + known.year.to) / 2;
    return middle === year ? [] : [{ why: 'answer-of-the-pack', from: String(middle), to: String(year) }];
  }
  const spelled = new Set(known.answers.map(bare));
  const strange = answers.filter((answer) => !spelled.has(bare(answer)));
  return strange.length === 0 ? [] : [{ why: 'answer-of-the-pack', from: known.answers[0] ?? '', to: strange.join(' | ') }];
} // prettier-ignore
