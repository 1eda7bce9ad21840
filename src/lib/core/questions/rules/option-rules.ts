import { compareText } from '../../places/collate';
import { compareParts } from '../../time/compare-parts';
import { unitIndex, unitsBetween } from '../../time/date-part';
import { unitLimits } from '../distractors/dates';
import { placeLists, sameType } from '../distractors/place-lists';
import { FEWEST, MOST } from '../chains';
import type { Option } from '../question';
import { readDifferently } from '../text';
import { ofForm, optionDate, withOptions, type Rule, type Subject } from './rule';

const O1: Rule = {
  id: 'O1',
  title:
    'three or four options (a sequence to be ordered: three to six), distinct, of one type and precision, disjoint',
  applies: () => true,
  violations(subject) {
    const { question } = subject;
    const { options } = question;
    if (!withOptions(subject)) return options.length > 0 ? ['options where the answer is produced'] : [];
    const most = question.form === 'order' ? MOST : 4;
    const found: string[] = [];
    if (options.length < FEWEST || options.length > most) found.push(`${String(options.length)} options`);
    if (new Set(options.map(({ value }) => value)).size < options.length) found.push('two options have one value');
    if (!readDifferently(options.map(({ text }) => text))) found.push('two options read the same');
    if (new Set(options.map(({ id }) => id)).size < options.length) found.push('two options have one letter');
    return [...found, ...oneType(subject)];
  },
};

function oneType({ context, question, optionEvents }: Subject): string[] {
  const { options, kind } = question;
  if (kind === 'date') {
    const precisions = new Set(options.map((option) => optionDate(option)?.precision ?? option.value));
    return precisions.size === 1 ? [] : [`dates of ${[...precisions].join(' and ')}`];
  }
  if (kind === 'event') {
    const statements = new Set(optionEvents.map(({ dates }) => dates === 'statement'));
    return statements.size > 1 ? ['statements among events'] : [];
  }
  if (kind !== 'place') return [];
  const kinds = options.map(({ value }) => context.index.place(value).kind);
  const [first] = kinds;
  return first === undefined || kinds.every((one) => sameType(first, one))
    ? []
    : [`places of kinds ${kinds.join(', ')}`];
}

const O2: Rule = {
  id: 'O2',
  title: "dates in time order, places in the alphabet's order",
  applies: ofForm('date/choice', 'place/choice'),
  violations({ context, question }) {
    const wrong = question.options.slice(1).filter((option, i) => {
      const before = question.options[i];
      return before !== undefined && compareOptions(context.language, question.kind === 'date', before, option) >= 0;
    });
    return wrong.map(({ text }) => `${text} stands too late`);
  },
};

function compareOptions(language: 'en' | 'uk', dates: boolean, a: Option, b: Option): number {
  const [first, second] = [optionDate(a), optionDate(b)];
  if (dates) return first === null || second === null ? 0 : compareParts(first, second);
  return compareText(a.text, b.text, language);
}

const O4: Rule = {
  id: 'O4',
  title:
    "distractors at least the precision off, and not beyond the pack's span by more than seven units, nor beyond its places",
  applies: ofForm('date/choice', 'place/choice'),
  violations(subject) {
    const { context, question, keys, distractors } = subject;
    if (question.kind === 'place') {
      const known = placeLists(context).ranks;
      return distractors
        .filter(({ value }) => !known.has(value))
        .map(({ value }) => `${value} is no place of the pack`);
    }
    const key = keys[0] === undefined ? null : optionDate(keys[0]);
    return key === null ? ['the key is no date'] : distractors.flatMap((option) => misplaced(subject, key, option));
  },
};

function misplaced(
  { context, event }: Subject,
  key: NonNullable<ReturnType<typeof optionDate>>,
  option: Option,
): string[] {
  const date = optionDate(option);
  if (date === null) return [`${option.value} is no date`];
  const civil = event?.when?.calendar === 'julian' ? 'julian' : 'gregorian';
  if (unitsBetween(key, date, civil) === 0) return [`${option.value} is the key's ${key.precision}`];
  // Rule O1 speaks of another precision.
  if (date.precision !== key.precision) return [];
  const { first, last } = unitLimits(context, key.precision, civil);
  const at = unitIndex(date, civil);
  return at < first - 7 || at > last + 7 ? [`${option.value} lies beyond the pack's span`] : [];
}

const O8: Rule = {
  id: 'O8',
  title: 'every distractor stores its reason and its proof',
  applies: ({ distractors }) => distractors.length > 0,
  violations({ question, keys, distractors }) {
    const found = distractors
      .filter(({ id, why }) => why.trim() === '' || why === 'key' || (question.proof.others[id]?.length ?? 0) === 0)
      .map(({ text }) => `${text} has no reason`);
    return keys.every(({ why }) => why === 'key') ? found : [...found, 'the key is not marked as such'];
  },
};

export const OPTION_RULES: readonly Rule[] = [O1, O2, O4, O8];
