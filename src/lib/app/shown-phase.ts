import { askInstead } from './asking';
import type { Asked } from './asking';
import type { SessionCare } from './session-care';
import type { Given } from './study-engine';
import type { StudyPhase } from './study-phase';
import type { StudyingParts } from './studying-parts';

/** A question as it is shown, with the hints given so far and the forms in which the same may be answered instead. */
export function questionPhase(
  { source, settings }: Pick<StudyingParts, 'source' | 'settings'>,
  asked: Asked,
): Extract<StudyPhase, { is: 'question' }> {
  const { question, item, contrast } = asked;
  const hints = source.hints(question);
  const given = hints.slice(0, item.hints ?? 0);
  return {
    is: 'question',
    question,
    item,
    needs: null,
    contrast: contrast !== undefined,
    hints: given,
    canHint: given.length < hints.length,
    instead: askInstead(source, asked, settings.typedAnswers).map(({ form }) => form),
  };
}

/** A verdict as it is shown while its answer is being written. */
export function verdictPhase(
  { source, mode }: Pick<StudyingParts, 'source' | 'mode'>,
  care: SessionCare,
  { asked, response, verdict, consequence }: Given,
  canBeEasy: boolean,
): Extract<StudyPhase, { is: 'verdict' }> {
  const { question, item } = asked;
  const { next, returns, entry } = consequence;
  return {
    is: 'verdict',
    question,
    item,
    response,
    verdict,
    reveal: source.reveal(question, response),
    hints: entry.hints,
    next,
    comesAgain: returns !== 'no',
    saving: 'saving',
    canBeEasy: canBeEasy && mode === 'study',
    leech: care.leechOf(consequence),
    confused: care.confusedBy(consequence),
  };
}
