import type { HostStep } from '$lib/app/rooms/next-step';
import type { NotMade } from '$lib/app/rooms/host-ports';
import type { RefusalReason } from '$lib/core/room/protocol';
import { m } from '$lib/paraglide/messages.js';
import type { HOST_KEYS } from './host-keys';

const STEPS: Readonly<Record<HostStep, () => string>> = {
  ask: m.host_ask,
  open: m.host_open,
  pause: m.host_pause,
  resume: m.host_resume,
  'add-time': m.host_add_time,
  skip: m.host_skip,
  discuss: m.host_discuss,
  'vote-again': m.host_vote_again,
  close: m.host_close,
  reveal: m.host_reveal,
  standings: m.host_standings,
  end: m.host_end,
};

/** What a button says. `starting`: nothing was asked yet. */
export function sayStep(step: HostStep, starting = false): string {
  return step === 'ask' && starting ? m.host_start() : STEPS[step]();
}

export function sayKey({ act }: (typeof HOST_KEYS)[number]): string {
  switch (act.is) {
    case 'usual':
      return m.host_key_usual();
    case 'step':
      return act.step === 'pause' ? m.host_key_pause() : sayStep(act.step);
    case 'lock':
      return m.host_key_lock();
    case 'late-join':
      return m.host_key_late();
    case 'projector':
      return m.host_projector();
    case 'end':
      return m.host_end();
    case 'help':
      return m.host_keys();
  }
}

export function sayNotMade(why: NotMade | 'no-lesson' | RefusalReason): string {
  switch (why) {
    case 'no-server':
      return m.host_no_server();
    case 'unreachable':
      return m.host_unreachable();
    case 'too-many':
      return m.join_refused_many();
    case 'full':
      return m.host_full();
    case 'no-lesson':
      return m.host_no_lesson();
    case 'wrong-code':
    case 'not-found':
      return m.host_wrong_recovery();
    default:
      return m.join_refused_other();
  }
}
