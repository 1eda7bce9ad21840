import * as v from 'valibot';

/*
 * Building blocks of the pack schema. By agreement the `message` of a schema says what it expects, in words for a person,
 * and `check-schema.ts` makes the sentence; a `rule` brings its own sentence.
 */

/** A further demand on a value that has the right type. */
export function rule<T>(holds: (value: T) => boolean, message: string, expected: string | null): v.RawCheckAction<T> {
  return v.rawCheck<T>(({ dataset, addIssue }) => {
    if (dataset.typed && !holds(dataset.value)) addIssue({ message, ...(expected === null ? {} : { expected }) });
  });
}

/** Keys and values: valibot's objects and records would take a list for one. */
function mapping(what: string) {
  return v.custom<Record<string, unknown>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    what,
  );
}

/** An object of exactly these keys. Every unknown key is an issue of its own, not only the first. */
export function strict<const E extends v.ObjectEntries>(what: string, entries: E) {
  const known = Object.keys(entries);
  return v.pipe(
    mapping(what),
    v.looseObject(entries, (issue) => {
      const key = issue.path?.at(-1)?.key;
      const entry = typeof key === 'string' && Object.hasOwn(entries, key) ? entries[key] : undefined;
      return entry === undefined ? what : expectedBy(entry);
    }),
    v.rawCheck(({ dataset, addIssue }) => {
      const input: unknown = dataset.value;
      if (typeof input !== 'object' || input === null || Array.isArray(input)) return;
      const object = input as Record<string, unknown>; // just seen
      const expected = oneOf(known);
      for (const key of Object.keys(object).filter((each) => !known.includes(each))) {
        const path: [v.IssuePathItem] = [{ type: 'object', origin: 'key', input: object, key, value: object[key] }];
        addIssue({ message: 'is no key of this format', expected, path });
      }
    }),
  );
}

/** What a schema expects, in its own words: what it says to nothing at all. */
function expectedBy(schema: v.GenericSchema): string {
  const [issue] = v.safeParse(schema, undefined).issues ?? [];
  return issue?.message ?? 'a value';
}

/** `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** One word of a closed list. */
export function choice<const W extends readonly string[]>(words: W) {
  return v.picklist(words, oneOf(words));
}

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An id: kebab-case, at most 100 characters. */
export const id = v.pipe(
  v.string('an id in kebab-case, such as kyiv-offensive'),
  rule((text) => KEBAB.test(text), 'is no id', 'kebab-case: a–z, 0–9 and single hyphens between them'),
  rule((text) => text.length <= 100, 'is too long for an id', 'at most 100 characters'),
);

/** Ids that a list names, each once. */
export const ids = v.pipe(
  v.array(id, 'a list of ids'),
  v.rawCheck(({ dataset, addIssue }) => {
    const { value } = dataset;
    if (!Array.isArray(value)) return;
    const seen = new Set<unknown>();
    value.forEach((each: unknown, key) => {
      if (seen.has(each)) {
        addIssue({
          message: 'is named twice',
          expected: 'each once',
          path: [{ type: 'array', origin: 'value', input: value, key, value: each }],
        });
      }
      seen.add(each);
    });
  }),
);

// Directional overrides and isolates could make a text read other than it is; so could what cannot be seen at all.
const UNSEEN = /[\p{Cc}\p{Cs}\u200B\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD-\uFFFF]/u;
const UNSEEN_BUT_BREAKS = /[^\P{Cc}\n\r\t]|[\p{Cs}\u200B\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD-\uFFFF]/u;

/** Whether a text may be shown: without control or directional characters, nor any that cannot be seen; line breaks may be in it. */
export function isShown(text: string): boolean {
  return !UNSEEN_BUT_BREAKS.test(text);
}

/** One line of text, at most 300 characters unless told otherwise. */
export function line(what = 'text', longest = 300) {
  return v.pipe(
    v.string(what),
    rule((text: string) => text.trim() !== '', 'is empty', what),
    rule(
      (text: string) => text === text.trim(),
      'begins or ends with blanks',
      'none (after a | or > in YAML write |- or >-)',
    ),
    rule(
      (text: string) => !UNSEEN.test(text.trim()),
      'holds line breaks, control or directional characters',
      'plain text on one line',
    ),
    rule(
      (text: string) => text.length <= longest,
      `is too long with more than ${String(longest)} characters`,
      `at most ${String(longest)}`,
    ),
  );
}

/** A paragraph: line breaks are blanks. */
export const paragraph = v.pipe(
  v.string('text'),
  rule((text: string) => text.trim() !== '', 'is empty', 'text, or no key at all'),
  rule((text: string) => !UNSEEN_BUT_BREAKS.test(text), 'holds control or directional characters', 'plain text'),
  rule((text: string) => text.length <= 4000, 'is too long with more than 4000 characters', 'at most 4000'),
);

// The shape of RFC 5646, section 2.1, without the grandfathered tags.
const LANGUAGE_TAG =
  /^(?:[a-z]{2,3}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$/i;

export const languageTag = v.pipe(
  v.string('a language tag (BCP 47), such as en or uk'),
  rule((text) => LANGUAGE_TAG.test(text), 'is no language tag', 'a tag of BCP 47, such as en or uk'),
);

/** Key → value, both of one kind. */
export function recordOf<const K extends v.GenericSchema<string, string>, const S extends v.GenericSchema>(
  key: K,
  value: S,
  what: string,
) {
  return v.pipe(mapping(what), v.record(key, value, what));
}

/** Language tag → something in that language. */
export function byLanguage<const S extends v.GenericSchema>(value: S) {
  return recordOf(languageTag, value, 'a mapping from language tags');
}
