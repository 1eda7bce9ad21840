import type { Frame, SourceRef } from '../packs/pack';
import { LANGUAGES, type Language } from '../time/language';

export { LANGUAGES, type Language };

export const KINDS = ['date', 'place', 'sequence', 'event'] as const;
export type Kind = (typeof KINDS)[number];

/** The forms a question can take in this program, by kind. A new form added here does not compile until every layer serves it. */
export const FORMS_OF = {
  date: ['choice', 'typed'],
  place: ['choice', 'map', 'typed'],
  sequence: ['order', 'first', 'last', 'between'],
  event: ['choice'],
} as const satisfies Record<Kind, readonly string[]>;

/** `kind/form`, the key of every layer's exhaustive record. */
export type FormKey = { [K in Kind]: `${K}/${(typeof FORMS_OF)[K][number]}` }[Kind];

/** The forms of a sequence, the key of what only sequences need a record for. */
export type SequenceForm = (typeof FORMS_OF)['sequence'][number];

/** Every form, in the order of kinds. */
export const FORM_KEYS: readonly FormKey[] = KINDS.flatMap(
  (kind) => FORMS_OF[kind].map((form: string) => `${kind}/${form}` as FormKey), // both halves come from the table that FormKey is made from
);

/** The key of a kind's form; null if the kind has no such form in this program. */
export function formKey(kind: Kind, form: string): FormKey | null {
  const forms: readonly string[] = FORMS_OF[kind];
  return forms.includes(form) ? (`${kind}/${form}` as FormKey) : null; // looked up in the table that FormKey is made from
}

/** The kind of a key: `date` of `date/choice`. */
export function kindOf(key: FormKey): Kind {
  return key.slice(0, key.indexOf('/')) as Kind; // a FormKey begins with its kind
}

/** The form of a key: `choice` of `date/choice`. */
export function formOf(key: FormKey): string {
  return key.slice(key.indexOf('/') + 1);
}

export interface Option {
  /** a, b, c … in the order shown. */
  readonly id: string;
  readonly text: string;
  /** EDTF date, place id or event id, by kind. */
  readonly value: string;
  /** The reason it is wrong, shown as feedback; `key` for the right one. */
  readonly why: string;
}

/** The question as a dispatch with a blank in its dateline; the asked part is null, as is what is not known, not certain or not single. */
export interface Dispatch {
  readonly place: string | null;
  readonly date: string | null;
  readonly text: string | null;
}

export type Accept =
  | { readonly from: string; readonly to: string; readonly unit: string }
  | {
      readonly point: readonly [number, number];
      readonly radiusKm: number;
      readonly area: unknown;
      readonly frame: Frame;
    }
  | { readonly names: readonly string[]; readonly rivals: readonly string[] };

/** A source as shown with the answer: self-contained, so that a question can travel without its pack. */
export interface CitedSource extends SourceRef {
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly licence: string | null;
}

/** What makes the key right: the pack's facts it rests on, and for each other option the facts that make it false. */
export interface Proof {
  readonly key: readonly ProofStep[];
  /** Option id → why it is false. */
  readonly others: Readonly<Record<string, readonly ProofStep[]>>;
}
export type ProofStep =
  | { readonly rule: 'dated'; readonly event: string; readonly when: string }
  | { readonly rule: 'located'; readonly event: string; readonly place: string }
  | { readonly rule: 'disjoint-date'; readonly event: string; readonly when: string; readonly option: string }
  | {
      readonly rule: 'unrelated-place';
      readonly place: string;
      readonly event: string;
      readonly eventPlaces: readonly string[];
    }
  | { readonly rule: 'no-event-then'; readonly place: string; readonly shown: string | null }
  | { readonly rule: 'dated-otherwise'; readonly event: string; readonly place: string; readonly when: string }
  | { readonly rule: 'before'; readonly earlier: string; readonly later: string };

/** One generated question: formats.md §2, to the letter. */
export interface Question {
  readonly type: 'question';
  readonly id: string;
  readonly pack: string;
  readonly fact: string;
  readonly kind: Kind;
  readonly form: string;
  readonly stem: string;
  readonly options: readonly Option[];
  readonly dispatch: Dispatch | null;
  /** Option ids; for `order` all of them, earliest first. */
  readonly key: readonly string[];
  /** Pairs of option ids whose order does not matter. */
  readonly ties: readonly (readonly [string, string])[];
  readonly accept: Accept | null;
  /** `between` only: the two events that bound it. */
  readonly bounds?: readonly [string, string];
  readonly according: string | null;
  readonly explanation: string;
  readonly sources: readonly CitedSource[];
  readonly proof: Proof;
  /** 0 (easy) … 1 (hard). */
  readonly difficulty: number;
  readonly seed: number;
  readonly language: Language;
}

export const REFUSAL_REASONS = [
  'sensitive', 'duplicate', 'not-an-event', 'disputed', 'no-claimant', 'source-conflict', 'no-date', 'bounded-date',
  'approximate-date', 'calendar', 'excluded-by-pack', 'no-place', 'no-point', 'no-map', 'no-wording', 'leak',
  'not-unique', 'no-order', 'too-few-distractors',
] as const; // prettier-ignore
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** What is not asked, and why. */
export interface Refusal {
  readonly type: 'refusal';
  readonly pack: string;
  /** `<event>:<kind>`. */
  readonly fact: string;
  /** Only where one form is refused and another may be asked. */
  readonly form?: string;
  readonly reason: RefusalReason;
  readonly detail: string;
}
