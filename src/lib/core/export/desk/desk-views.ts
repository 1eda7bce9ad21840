import { parseFact } from '../../questions/facts';
import type { Generator } from '../../questions/generator';
import { formOf, KINDS } from '../../questions/question';
import { makeSet } from '../../questions/question-set';
import { editWarnings } from '../../questions/saved-set/edit-warnings';
import { resolveItem } from '../../questions/saved-set/resolve-set';
import { itemOf, type SetItem } from '../../questions/saved-set/saved-set';
import { storylineOf } from '../../questions/select';
import { spokenStoryline } from '../../questions/wording';
import type { DeskSurvey, DeskWorks, Drawn, ItemView } from './desk-task';

/** What can be chosen of a pack, in its own order. Without a map nothing is asked on one. */
export function surveyOf(generator: Generator, hasMap: boolean): DeskSurvey {
  const { context } = generator;
  const { pack } = context.index;
  const facts = generator.facts().filter(({ forms }) => hasMap || forms.some((key) => key !== 'place/map'));
  const count = (holds: (fact: (typeof facts)[number]) => boolean): number => facts.filter(holds).length;
  const storylines = pack.storylines.map((storyline) => ({
    id: storyline.id,
    title: spokenStoryline(pack, storyline, context.language) ?? storyline.title,
    facts: count(({ fact }) => storylineOf(context, fact) === storyline.id),
  }));
  const kinds = KINDS.map((kind) => ({ kind, facts: count(({ fact }) => fact.kind === kind) }));
  const forms = new Set(facts.flatMap((one) => one.forms.map(formOf)));
  if (!hasMap) forms.delete('map');
  return {
    title: pack.title,
    storylines: storylines.filter((one) => one.facts > 0),
    kinds: kinds.filter((one) => one.facts > 0),
    forms: [...forms],
  };
}

/** Draws questions that go with those that are kept. */
export function draw(
  generator: Generator,
  { set, wish, kept, without }: DeskWorks['draw']['ask'],
  hasMap: boolean,
): Drawn {
  const members = kept.flatMap((item) => {
    const resolved = resolveItem(generator, item);
    return resolved.is === 'question' ? [resolved.generated] : [];
  });
  const all = ['choice', 'typed', 'order', 'first', 'last', 'between'];
  const forms = hasMap ? wish.forms : (wish.forms.length === 0 ? all : wish.forms).filter((form) => form !== 'map');
  // Only what cannot be asked here was wanted.
  if (!hasMap && forms.length === 0) return { items: [], leftOut: {} };
  const { count, storylines, kinds, difficulty } = wish;
  const wanted = { count, storylines, kinds, forms, difficulty, fact: null, kept: members, without };
  const { questions, leftOut } = makeSet(generator, wanted, set.seed);
  return { items: questions.map(itemOf), leftOut };
}

/** Another question like one of the set: of its kind and form, else of its kind, else whatever the set is made of. */
export function another(
  generator: Generator,
  { set, at, without }: DeskWorks['another']['ask'],
  hasMap: boolean,
): Drawn {
  const item = set.items[at];
  if (item === undefined) return { items: [], leftOut: {} };
  const kind = parseFact(item.fact)?.kind;
  const kinds = kind === undefined ? [] : [kind];
  const wish = { ...set.wish, count: 1 };
  let drawn: Drawn = { items: [], leftOut: {} };
  for (const like of [{ ...wish, kinds, forms: [item.form] }, { ...wish, kinds, forms: [] }, wish]) {
    drawn = draw(generator, { set, wish: like, kept: set.items, without }, hasMap);
    if (drawn.items.length > 0) break;
  }
  return drawn;
}

/** Items as the desk shows them. */
export function viewsOf(generator: Generator, items: readonly SetItem[], hasMap: boolean): ItemView[] {
  const forms = new Map(generator.facts().map(({ fact, forms: keys }) => [fact.id, keys.map(formOf)]));
  return items.map((item) => {
    const resolved = resolveItem(generator, item);
    if (resolved.is === 'gone') return { is: 'gone', why: resolved.why };
    const { generated, question, edited, lost } = resolved;
    const others = (forms.get(item.fact) ?? []).filter((form) => form !== item.form && (hasMap || form !== 'map'));
    const warnings = editWarnings(generator.context, generated, question);
    return { is: 'question', generated, question, edited, lost, warnings, otherForms: others };
  });
}
