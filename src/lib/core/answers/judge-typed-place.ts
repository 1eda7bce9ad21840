import { matchesName } from '../places/match-name';
import type { Accept } from '../questions/question';
import { judgedAs, unfit, type Judged } from './verdict';

/** A place's name typed: all or nothing (rule C7). */
export function judgeTypedPlace(accept: Accept | null, typed: string): Judged {
  if (accept === null || !('names' in accept) || accept.names.length === 0) {
    return unfit('a typed place question needs accept: { names, rivals }');
  }
  return judgedAs(matchesName(typed, accept.names, accept.rivals) ? 1 : 0);
}
