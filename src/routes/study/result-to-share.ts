import type { Shared } from '$lib/app/device-ports';
import type { SessionCounts } from '$lib/core/memory/session-state';
import { m } from '$lib/paraglide/messages.js';

/** What is passed on of a finished session: how many were right, never what was asked. `url`: where the app is. */
export function resultToShare({ right, answered }: Pick<SessionCounts, 'right' | 'answered'>, url: string): Shared {
  return { title: 'Dateline', text: m.share_result_text({ right, answered }), url };
}
