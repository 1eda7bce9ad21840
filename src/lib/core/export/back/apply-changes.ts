import type { Question } from '../../questions/question';
import { withRight, withStandingProof } from '../../questions/saved-set/edited-question';
import type { ExportSet } from '../export-set';
import type { Change } from './reconcile';

/**
 * The set with edits made elsewhere, its revision raised by one where there is any: what is exported next is newer than what is out
 * there. An edited question keeps its id; its proof was that of the question before, holds no longer, and is gone.
 */
export function applyChanges(set: ExportSet, changes: readonly Change[]): ExportSet {
  if (changes.length === 0) return set;
  const byTarget = grouped(changes);
  const edit = (question: Question): Question =>
    withStandingProof(question, (byTarget.get(question.id) ?? []).reduce(withChange, question));
  const alternatives = Object.entries(set.alternatives).map(([id, others]) => [id, others.map(edit)] as const);
  return {
    ...set,
    revision: set.revision + 1,
    questions: set.questions.map(edit),
    alternatives: Object.fromEntries(alternatives),
  };
}

/** How many questions are no longer what their proof is about, once the changes are made: all but those of an explanation alone. */
export function countUnproved(changes: readonly Change[]): number {
  return new Set(changes.filter(({ part }) => part !== 'explanation').map(({ target }) => target)).size;
}

function grouped(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) groups.set(change.target, [...(groups.get(change.target) ?? []), change]);
  return groups;
}

function withChange(question: Question, change: Change): Question {
  switch (change.part) {
    case 'stem':
      // The dispatch is the question before: what is drawn and what is read must not differ.
      return { ...question, stem: change.to, dispatch: null };
    case 'explanation':
      return { ...question, explanation: change.to };
    case 'option':
      return { ...question, options: question.options.map((each) => (each.id === change.option ? { ...each, text: change.to } : each)) };
    case 'key':
      return withRight(question, change.to.split(','));
    case 'names': {
      const { accept } = question;
      if (accept === null || !('names' in accept)) return question;
      return { ...question, accept: { ...accept, names: change.to.split(' | ') } };
    }
  }
} // prettier-ignore
