import * as v from 'valibot';
import { LARGEST_SEED } from '../generator';
import { KINDS, LANGUAGES } from '../question';
import { LONGEST, MOST_ITEMS, SAVED_SET_VERSION, type Edit, type SavedSet, type SetItem } from './saved-set';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
/** A date, a place or an event, as options have them. */
const VALUE = /^-?[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/u;

const id = v.pipe(v.string(), v.maxLength(200), v.regex(ID));
const value = v.pipe(v.string(), v.maxLength(200), v.regex(VALUE));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const whole = (most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(most));
const seed = whole(LARGEST_SEED);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const form = v.pipe(v.string(), v.maxLength(40), v.regex(/^[a-z]+$/u));

const EditSchema = v.strictObject({
  stem: v.optional(v.pipe(text(LONGEST.stem), v.nonEmpty())),
  explanation: v.optional(text(LONGEST.explanation)),
  options: v.optional(v.record(value, text(LONGEST.option))),
  key: v.optional(v.pipe(v.array(value), v.minLength(1), v.maxLength(20))),
  names: v.optional(v.pipe(v.array(v.pipe(text(LONGEST.name), v.nonEmpty())), v.minLength(1), v.maxLength(100))),
});

const ItemSchema = v.strictObject({
  fact: v.pipe(v.string(), v.nonEmpty(), v.maxLength(2000)),
  form,
  seed,
  locked: v.boolean(),
  edit: v.nullable(EditSchema),
});

const items = v.pipe(v.array(ItemSchema), v.maxLength(MOST_ITEMS));

const SetSchema = v.strictObject({
  format: v.literal(SAVED_SET_VERSION),
  id,
  title: text(LONGEST.title),
  pack: v.strictObject({ id, version: whole(Number.MAX_SAFE_INTEGER) }),
  language: v.picklist(LANGUAGES),
  seed,
  revision: whole(9999),
  wish: v.strictObject({
    count: v.pipe(whole(MOST_ITEMS), v.minValue(1)),
    storylines: v.array(id),
    kinds: v.array(v.picklist(KINDS)),
    forms: v.array(form),
    difficulty: v.nullable(v.tuple([share, share])),
  }),
  items,
  exported: v.nullable(items),
  createdMs: v.pipe(v.number(), v.safeInteger()),
  changedMs: v.pipe(v.number(), v.safeInteger()),
});

/** What is wrong with something that should be a set. */
export interface SetProblem {
  /** Dotted, such as `items.3.seed`; empty for the set itself. */
  readonly path: string;
  readonly expected: string;
  readonly received: string;
}

export type ReadSavedSet =
  { readonly ok: true; readonly set: SavedSet } | { readonly ok: false; readonly problems: readonly SetProblem[] };

/** A set from somewhere else: the disk, a file, a link. Strict: what it does not know is a problem. */
export function readSavedSet(raw: unknown): ReadSavedSet {
  const parsed = v.safeParse(SetSchema, raw);
  if (!parsed.success) return { ok: false, problems: parsed.issues.map(problemOf) };
  const { items: asked, exported, ...head } = parsed.output;
  return { ok: true, set: { ...head, items: asked.map(asItem), exported: exported?.map(asItem) ?? null } };
}

function problemOf(issue: v.BaseIssue<unknown>): SetProblem {
  const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  return { path, expected: issue.expected ?? issue.message, received: issue.received };
}

/** The optional parts of an edit are absent where the schema says `undefined`. */
function asItem({ edit, ...item }: v.InferOutput<typeof ItemSchema>): SetItem {
  return { ...item, edit: edit === null ? null : asEdit(edit) };
}

/** An edit from somewhere else; null for what is none. */
export function readEdit(raw: unknown): Edit | null {
  const parsed = v.safeParse(EditSchema, raw);
  return parsed.success ? asEdit(parsed.output) : null;
}

function asEdit({ stem, explanation, options, key, names }: v.InferOutput<typeof EditSchema>): Edit {
  return {
    ...(stem === undefined ? {} : { stem }),
    ...(explanation === undefined ? {} : { explanation }),
    ...(options === undefined ? {} : { options }),
    ...(key === undefined ? {} : { key }),
    ...(names === undefined ? {} : { names }),
  };
}
