import type { HostView, SharedPhase } from '$lib/core/room/view';

/** What a teacher can do that changes the phase. */
export type HostStep =
  | 'ask'
  | 'open'
  | 'pause'
  | 'resume'
  | 'add-time'
  | 'skip'
  | 'discuss'
  | 'vote-again'
  | 'close'
  | 'reveal'
  | 'standings'
  | 'end';

/** What one press of the big button does: the lesson's usual way. Null: there is nothing left to do. */
export function usualStep({
  phase,
  settings,
  upcoming,
}: Pick<HostView, 'phase' | 'settings' | 'upcoming'>): HostStep | null {
  const onward = upcoming === null ? 'end' : 'ask';
  switch (phase.is) {
    case 'lobby':
      return 'ask';
    case 'reading':
      return 'open';
    case 'answering':
    case 'second-vote':
    case 'closed':
      return 'reveal';
    case 'discussion':
      return 'vote-again';
    case 'paused':
      return 'resume';
    case 'reveal':
      return settings.standings === 'none' ? onward : 'standings';
    case 'standings':
      return onward;
    case 'own-pace':
      return 'end';
    case 'ended':
      return null;
  }
}

const OPEN: readonly SharedPhase['is'][] = ['reading', 'answering', 'second-vote', 'discussion', 'closed', 'paused'];

/** Whether a step is possible in a phase; the server decides, this is for what is shown. */
export function canStep(step: HostStep, { phase, upcoming }: Pick<HostView, 'phase' | 'upcoming'>): boolean {
  const { is } = phase;
  switch (step) {
    case 'ask':
      return (is === 'lobby' || is === 'reveal' || is === 'standings') && (upcoming !== null || is === 'lobby');
    case 'open':
      return is === 'reading';
    case 'pause':
      return is === 'reading' || is === 'answering' || is === 'discussion' || is === 'second-vote';
    case 'resume':
      return is === 'paused';
    case 'add-time':
    case 'close':
      return is === 'answering' || is === 'second-vote';
    case 'discuss':
      return is === 'answering' || is === 'closed';
    case 'vote-again':
      return is === 'discussion';
    case 'skip':
    case 'reveal':
      return OPEN.includes(is);
    case 'standings':
      return is === 'reveal';
    case 'end':
      return is !== 'ended';
  }
}
