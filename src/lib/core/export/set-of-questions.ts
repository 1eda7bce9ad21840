import { parseFact, sequenceFact, type Fact } from '../questions/facts';
import type { Generator } from '../questions/generator';
import { citedSources } from '../questions/assemble';
import { capitalise } from '../questions/text';
import { FORMS_OF, type Question } from '../questions/question';
import { plainTelling, phrasesOf, shownPlace } from '../questions/telling';
import { spokenStoryline } from '../questions/wording';
import { sayWhen } from '../time/words';
import type { DrawMap, ExportEvent, ExportSet } from './export-set';

export interface SetHead {
  /** Kebab-case. */
  readonly id: string;
  /** Absent: the pack's title. */
  readonly title?: string;
  readonly revision?: number;
  readonly seed: number;
  readonly drawMap?: DrawMap | null;
}

/**
 * A set of questions made from a pack, with all that its files need and the pack has: other forms of the same facts for targets that lack
 * a form, the events behind the questions, sources and licence.
 */
export function setOfQuestions(generator: Generator, questions: readonly Question[], head: SetHead): ExportSet {
  const { context } = generator;
  const { pack } = context.index;
  const title = context.language === 'uk' || pack.language !== context.language ? translated(generator) : pack.title;
  return {
    id: head.id,
    title: head.title ?? title,
    revision: head.revision ?? 0,
    language: context.language,
    seed: head.seed,
    pack: { id: pack.id, version: pack.version, title, licence: pack.licence, tone: pack.tone, sources: pack.sources },
    questions,
    alternatives: Object.fromEntries(questions.map((question) => [question.id, alternativesTo(generator, question)])),
    events: eventsBehind(generator, questions),
    drawMap: head.drawMap ?? null,
  };
}

function translated({ context }: Generator): string {
  const { pack } = context.index;
  const tag = Object.keys(pack.translations).find((key) => key.toLowerCase().split('-')[0] === context.language);
  return (tag === undefined ? undefined : pack.translations[tag]?.title) ?? pack.title;
}

/** Forms that may be wanted in place of a form. */
const OTHER_FORMS: Readonly<Record<string, readonly string[]>> = {
  typed: ['choice'],
  map: ['choice', 'typed'],
  order: ['first', 'last'],
  choice: ['typed'],
};

/** Most options of a choice that asks what came first: of a longer order so many stand for all. */
const MOST_FIRST = 4;

function alternativesTo(generator: Generator, question: Question): Question[] {
  const { kind, form, seed } = question;
  const forms: readonly string[] = FORMS_OF[kind];
  const fact = form === 'order' ? chainForChoice(question) : question.fact;
  return (OTHER_FORMS[form] ?? [])
    .filter((other) => forms.includes(other))
    .flatMap((other) => {
      const made = generator.question(fact, other, seed);
      return made?.type === 'question' ? [made] : [];
    });
}

/** The fact of an order, or of events spread over it where it has more than a choice takes: its earliest and its latest are among them. */
function chainForChoice({ fact, key, options }: Question): string {
  const parsed = parseFact(fact);
  if (parsed?.kind !== 'sequence' || parsed.events.length <= MOST_FIRST) return fact;
  const inOrder = key.flatMap((letter) => options.find(({ id }) => id === letter)?.value ?? []);
  const spread = Array.from({ length: MOST_FIRST }, (_, i) => inOrder[Math.round((i * (inOrder.length - 1)) / (MOST_FIRST - 1))]);
  return sequenceFact(parsed.storyline, spread.flatMap((id) => id ?? [])).id;
} // prettier-ignore

/** The events that the questions ask about, each once, in the pack's order. Those without a date, or whose words are missing, are not there. */
function eventsBehind(generator: Generator, questions: readonly Question[]): ExportEvent[] {
  const { context } = generator;
  const { index } = context;
  const wanted = new Set(questions.flatMap(({ fact }) => eventsOf(parseFact(fact))));
  return index.pack.events.filter(({ id }) => wanted.has(id)).flatMap((event): ExportEvent[] => {
    const told = plainTelling(context, event);
    if (told === null || event.when === null) return [];
    const place = shownPlace(context, event);
    const storyline = index.pack.storylines.find(({ id }) => id === event.storyline);
    return [{
      id: event.id,
      headline: capitalise(phrasesOf(context).option(told)),
      note: context.spoken(event).note,
      when: event.when,
      date: sayWhen(event.when, context.language),
      place: place?.name ?? null,
      point: place === null ? null : index.place(place.id).point,
      storyline: storyline === undefined ? null : spokenStoryline(index.pack, storyline, context.language),
      according: told.according,
      sources: citedSources(context, event),
    }];
  });
} // prettier-ignore

function eventsOf(fact: Fact | null): readonly string[] {
  if (fact === null) return [];
  return fact.kind === 'sequence' ? fact.events : [fact.event];
}
