import { problemIn, textIn, type Draft } from '../draft';
import type { Problem } from '../problem';

/** What an event must have together. */
export function checkClaims({ lists: { events } }: Draft): readonly Problem[] {
  return events.flatMap((event) => {
    const problems: Problem[] = [];
    if (event.raw.name == null && event.raw.clause == null) {
      problems.push(
        problemIn(event, [], {
          message: 'has neither name nor clause',
          expected: 'at least one of them',
          received: null,
        }),
      );
    }
    if (textIn(event, 'status') === 'attributed' && event.raw.according == null) {
      problems.push(
        problemIn(event, ['status'], {
          message: 'is attributed, but nobody is named',
          expected: '`according` with the claimant',
          received: null,
        }),
      );
    }
    return problems;
  });
}
