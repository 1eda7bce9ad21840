import type { RefusalReason } from '$lib/core/room/protocol';
import { m } from '$lib/paraglide/messages.js';

/** Why somebody did not get in, and what to do about it. */
export function sayRefusal(reason: RefusalReason | 'no-reply'): string {
  switch (reason) {
    case 'not-found':
      return m.join_refused_not_found();
    case 'locked':
      return m.join_refused_locked();
    case 'full':
      return m.join_refused_full();
    case 'no-late-join':
      return m.join_refused_late();
    case 'kicked':
      return m.join_gone_kicked();
    case 'wrong-code':
      return m.join_refused_code();
    case 'too-many':
      return m.join_refused_many();
    case 'ended':
      return m.join_refused_ended();
    default:
      return m.join_refused_other();
  }
}
