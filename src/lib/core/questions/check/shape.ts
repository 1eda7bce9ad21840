import * as v from 'valibot';
import { LANGUAGES } from '../../time/language';

const text = v.string();
const textOrNull = v.nullable(text);

/** What a learner reads, as the pack's door lets it in: a blank at an end shows where somebody has been. */
const shown = v.pipe(
  text,
  v.check((read) => read === read.trim(), 'no blank at its ends'),
);
const shownOrNull = v.nullable(shown);

const step = v.variant('rule', [
  v.strictObject({ rule: v.literal('dated'), event: text, when: text }),
  v.strictObject({ rule: v.literal('located'), event: text, place: text }),
  v.strictObject({ rule: v.literal('disjoint-date'), event: text, when: text, option: text }),
  v.strictObject({ rule: v.literal('unrelated-place'), place: text, event: text, eventPlaces: v.array(text) }),
  v.strictObject({ rule: v.literal('no-event-then'), place: text, shown: textOrNull }),
  v.strictObject({ rule: v.literal('dated-otherwise'), event: text, place: text, when: text }),
  v.strictObject({ rule: v.literal('before'), earlier: text, later: text }),
]);

// The contract allows fields to be added: what is not known here is neither proved nor a fault.
const source = v.object({
  source: text,
  section: textOrNull,
  paragraph: v.nullable(v.number()),
  title: text,
  publisher: textOrNull,
  url: textOrNull,
  licence: textOrNull,
});

const seed = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1));

/** formats.md §2, as a schema of its own: what the types promise of our own questions, a line of text does not. */
const question = v.object({
  type: v.literal('question'),
  id: text,
  pack: text,
  fact: text,
  kind: text,
  form: text,
  stem: shown,
  options: v.array(v.object({ id: text, text: shown, value: text, why: shown })),
  dispatch: v.nullable(v.object({ place: shownOrNull, date: shownOrNull, text: shownOrNull })),
  key: v.array(text),
  ties: v.array(v.strictTuple([text, text])),
  accept: v.nullable(v.looseObject({})),
  bounds: v.optional(v.strictTuple([text, text])),
  according: shownOrNull,
  explanation: text,
  sources: v.array(source),
  proof: v.strictObject({ key: v.array(step), others: v.record(text, v.array(step)) }),
  difficulty: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  seed,
  language: v.picklist(LANGUAGES),
});

/** A question as somebody claims it: its shape is right, nothing else is known of it. */
export type Claimed = v.InferOutput<typeof question>;
export type ClaimedOption = Claimed['options'][number];
export type ClaimedStep = Claimed['proof']['key'][number];

/** After the first few, faults of shape say nothing new. */
const MOST_FAULTS = 5;

/** Reads a value of unknown origin as a question, or says what is wrong with its shape. Never throws. */
export function readClaim(value: unknown): { readonly claimed: Claimed } | { readonly faults: readonly string[] } {
  const parsed = v.safeParse(question, value);
  if (parsed.success) return { claimed: parsed.output };
  return { faults: parsed.issues.slice(0, MOST_FAULTS).map(describe) };
}

function describe(issue: v.BaseIssue<unknown>): string {
  const expected = issue.expected ?? (issue.type === 'check' ? issue.message : 'something else');
  const path = v.getDotPath(issue) ?? 'the question';
  if (issue.expected === 'never') return `${path}: no field of a question`;
  return `${path}: expected ${expected}, received ${issue.received}`;
}
