import { mayTouch, type Span } from '../../../time/span';
import type { Case } from '../case';
import { nameIn } from '../giveaways';
import { checkStem, type ByLanguage } from '../sentence';
import type { ShownTime } from '../shown-time';
import { unless, type Finding } from '../violation';
import { holds, wordsOf } from '../words';

const ASKS: ByLanguage<RegExp> = {
  en: /\b(?:where|which place)\b/iu,
  uk: /(?<!\p{L})де(?!\p{L})|як(?:ому місці|е місце)/iu,
};

/** The words of a place question: what is told, without its place, and when, and that no other event is told so. */
export function checkPlaceWords(subject: Case, shown: ShownTime | null): readonly Finding[] {
  const { question, events, evidence } = subject;
  const [event] = events;
  const { placeless } = wordsOf(evidence.pack, event, question.language);
  return [
    ...unless(question.dispatch?.place === null, 'wording', 'dispatch.place: the place is what is asked'),
    ...(shown === null ? [{ rule: 'K2', detail: 'the time shown is not that of the event: it makes no place false' } as const] : []),
    ...unless(shown === null || shown.said.some((said) => holds(question.stem, said)), 'K2', 'the stem does not say the time that the dateline shows'),
    ...checkStem(subject, placeless == null ? [] : [placeless], ASKS),
    ...evidence.specific(event).flatMap((id) => {
      const place = evidence.places.get(id);
      const name = place === undefined ? null : nameIn(`${question.stem} / ${question.dispatch?.text ?? ''}`, place);
      return unless(name === null, 'L3', `“${name ?? ''}” stands in the question`);
    }),
    ...checkUniqueWords(subject, shown?.span ?? null),
  ]; // prettier-ignore
}

/** Another event in the same words elsewhere, perhaps at the time shown (rule K2). */
function checkUniqueWords({ question, events: [event], evidence }: Case, shown: Span | null): readonly Finding[] {
  const tellings = evidence.tellings(event.id);
  const places = evidence.specific(event);
  return evidence.toldAs(question.dispatch?.text ?? '', 'placeless', question.language).flatMap((other) => {
    if (tellings.includes(other.id)) return [];
    const there = evidence.specific(other);
    const same = there.length === 1 && there[0] === places[0];
    const then = other.when === null || shown === null || mayTouch(other.when.span, shown);
    return unless(same || !then, 'K2', `${other.id} is told in the same words`);
  });
}
