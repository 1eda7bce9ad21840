import type { Context } from '../context';
import { parseFact } from '../facts';
import { bearersOf } from '../place-names';
import type { Question } from '../question';
import { isCatchAll } from '../rules/catch-all-rule';
import { LEAK_RULES } from '../rules/leak-rules';
import { readSubject } from '../rules/rule';
import { breachesIn } from '../rules/rules';
import { foldText } from '../text';
import { meaningOf } from './option-meaning';

/** What a teacher should know of an edit before a class sees it. Options by their ids. */
export type EditWarning =
  /** The question is not as it was proved. Stands before all others. */
  | { readonly kind: 'proof' }
  | { readonly kind: 'empty'; readonly part: 'stem' | 'option'; readonly option: string | null }
  /** A word that gives the answer away: a month, a year, a place's name, a cue such as "again". */
  | { readonly kind: 'leak'; readonly part: 'stem' | 'option'; readonly option: string | null; readonly word: string }
  /** The stem has the right answer in it. */
  | { readonly kind: 'answer-in-stem'; readonly option: string }
  /** A wrong option is right as well, or cannot be proved wrong. */
  | { readonly kind: 'second-right'; readonly option: string; readonly sure: boolean }
  /** What is marked as right is not what the pack knows to be right, or only perhaps. */
  | { readonly kind: 'not-right'; readonly option: string; readonly sure: boolean }
  /** Neither a date nor a place of the pack: nobody can say whether it is wrong. */
  | { readonly kind: 'unread'; readonly option: string }
  | { readonly kind: 'alike'; readonly options: readonly [string, string] }
  | { readonly kind: 'catch-all'; readonly option: string }
  /** A name that is accepted is another place's as well. */
  | { readonly kind: 'name-of-another'; readonly name: string };

/**
 * What is wrong with an edited question as far as the pack can tell; empty for one that is not edited. Only what the edit brought: the
 * same rules have looked at the generated question before.
 */
export function editWarnings(context: Context, generated: Question, edited: Question): EditWarning[] {
  if (JSON.stringify(generated) === JSON.stringify(edited)) return [];
  return [
    { kind: 'proof' },
    ...emptyParts(edited),
    ...leaks(context, generated, edited),
    ...answerInStem(generated, edited),
    ...optionTruths(context, generated, edited),
    ...alike(edited),
    ...edited.options.filter(({ text }) => isCatchAll(text, context.language)).map(({ id }) => ({ kind: 'catch-all' as const, option: id })),
    ...namesOfOthers(context, generated, edited),
  ];
} // prettier-ignore

function emptyParts({ stem, options }: Question): EditWarning[] {
  const empty = options.filter(({ text }) => foldText(text) === '');
  return [
    ...(foldText(stem) === '' ? [{ kind: 'empty' as const, part: 'stem' as const, option: null }] : []),
    ...empty.map(({ id }) => ({ kind: 'empty' as const, part: 'option' as const, option: id })),
  ];
}

function leaks(context: Context, generated: Question, edited: Question): EditWarning[] {
  const subject = readSubject(context, edited);
  if (subject === null) return [];
  const breaches = breachesIn(subject, LEAK_RULES);
  const words = new Set(breaches.map(({ detail }) => /^“([^”]+)”/u.exec(detail)?.[1] ?? /^\d+/u.exec(detail)?.[0] ?? ''));
  return [...words].flatMap((word): EditWarning[] => {
    if (word === '') return [];
    const has = (text: string): boolean => text.toLowerCase().includes(word.toLowerCase());
    if (edited.stem !== generated.stem && has(edited.stem)) return [{ kind: 'leak', part: 'stem', option: null, word }];
    const option = edited.options.find(({ id, text }) => has(text) && textOf(generated, id) !== text);
    // A name in another form than it stands in the text.
    if (option === undefined) return edited.stem === generated.stem ? [] : [{ kind: 'leak', part: 'stem', option: null, word }];
    return [{ kind: 'leak', part: 'option', option: option.id, word }];
  });
} // prettier-ignore

function textOf({ options }: Question, id: string): string | null {
  return options.find((option) => option.id === id)?.text ?? null;
}

/** The right answer in a stem that has not all the others too. */
function answerInStem(generated: Question, edited: Question): EditWarning[] {
  if (edited.form === 'order') return [];
  const holds = (stem: string, text: string): boolean => {
    const words = foldText(text);
    return words !== '' && ` ${foldText(stem)} `.includes(` ${words} `);
  };
  return edited.options.flatMap(({ id, text }): EditWarning[] => {
    if (!edited.key.includes(id) || !holds(edited.stem, text)) return [];
    const before = textOf(generated, id);
    if (before !== null && holds(generated.stem, before)) return [];
    const others = edited.options.filter((option) => option.id !== id);
    return others.every((option) => holds(edited.stem, option.text)) ? [] : [{ kind: 'answer-in-stem', option: id }];
  });
}

/** What the changed options are worth, and what another key is. */
function optionTruths(context: Context, generated: Question, edited: Question): EditWarning[] {
  if (edited.form === 'order') return edited.key.join() === generated.key.join() ? [] : orderTruths(edited);
  return edited.options.flatMap(({ id, text }): EditWarning[] => {
    const isKey = edited.key.includes(id);
    const wasKey = generated.key.includes(id);
    if (text === textOf(generated, id)) {
      if (isKey === wasKey) return [];
      return [isKey ? { kind: 'not-right', option: id, sure: true } : { kind: 'second-right', option: id, sure: true }];
    }
    const meaning = meaningOf(context, generated, text);
    if (meaning === 'unread') {
      const readable = edited.kind === 'date' || edited.kind === 'place';
      return readable && foldText(text) !== '' ? [{ kind: 'unread', option: id }] : [];
    }
    if (isKey) return meaning === 'right' ? [] : [{ kind: 'not-right', option: id, sure: meaning === 'wrong' }];
    return meaning === 'wrong' ? [] : [{ kind: 'second-right', option: id, sure: meaning === 'right' }];
  });
}

/** Generated orders are strict: any other order is wrong. */
function orderTruths({ key }: Question): EditWarning[] {
  const [first] = key;
  return first === undefined ? [] : [{ kind: 'not-right', option: first, sure: true }];
}

function alike({ options }: Question): EditWarning[] {
  return options.flatMap((option, i) => {
    const words = foldText(option.text);
    const twin = options.slice(i + 1).find(({ text }) => words !== '' && foldText(text) === words);
    return twin === undefined ? [] : [{ kind: 'alike' as const, options: [option.id, twin.id] as const }];
  });
}

function namesOfOthers(context: Context, generated: Question, edited: Question): EditWarning[] {
  const fact = parseFact(edited.fact);
  const { accept } = edited;
  if (fact?.kind !== 'place' || accept === null || !('names' in accept)) return [];
  const before = generated.accept !== null && 'names' in generated.accept ? generated.accept.names : [];
  const own = context.index.mostSpecificPlaces(context.index.event(fact.event));
  return accept.names
    .filter((name) => !before.includes(name) && bearersOf(context, name).some((id) => !own.includes(id)))
    .map((name) => ({ kind: 'name-of-another', name }));
}
