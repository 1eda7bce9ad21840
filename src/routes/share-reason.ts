import type { SharedStudy } from '$lib/compose/shared-study';

/** Why the questions of a link cannot be had. */
export type NoShareReason = Exclude<SharedStudy, { is: 'here' }>;
