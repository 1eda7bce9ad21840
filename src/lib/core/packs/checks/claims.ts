import { problemIn, textIn, type Draft } from '../draft';
import { isAbsent } from '../pack-source';
import type { Problem } from '../problem';

/** What an event must have together. */
export function checkClaims({ lists: { events } }: Draft): readonly Problem[] {
  return events.flatMap((event) => {
    const problems: Problem[] = [];
    if (isAbsent(event.raw.name) && isAbsent(event.raw.clause)) {
      problems.push(
        problemIn(event, [], {
          message: 'has neither name nor clause',
          expected: 'at least one of them',
          received: null,
        }),
      );
    }
    if (textIn(event, 'status') === 'attributed' && isAbsent(event.raw.according)) {
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
