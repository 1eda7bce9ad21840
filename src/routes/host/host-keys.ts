import { canStep, usualStep, type HostStep } from '$lib/app/rooms/next-step';
import type { HostView } from '$lib/core/room/view';

/** What a key does on the teacher's page. */
export type HostAct =
  | { readonly is: 'step'; readonly step: HostStep }
  | { readonly is: 'lock' | 'late-join' | 'help' | 'projector' | 'end' };

/** The list of keys, for the handler and for its help alike. */
export const HOST_KEYS: readonly { readonly key: string; readonly act: HostAct | { readonly is: 'usual' } }[] = [
  { key: 'N', act: { is: 'usual' } },
  { key: 'P', act: { is: 'step', step: 'pause' } },
  { key: 'T', act: { is: 'step', step: 'add-time' } },
  { key: 'R', act: { is: 'step', step: 'reveal' } },
  { key: 'C', act: { is: 'step', step: 'close' } },
  { key: 'D', act: { is: 'step', step: 'discuss' } },
  { key: 'V', act: { is: 'step', step: 'vote-again' } },
  { key: 'S', act: { is: 'step', step: 'skip' } },
  { key: 'L', act: { is: 'lock' } },
  { key: 'J', act: { is: 'late-join' } },
  { key: 'B', act: { is: 'projector' } },
  { key: 'E', act: { is: 'end' } },
  { key: '?', act: { is: 'help' } },
];

/** What a key press asks for; null: nothing here. */
export function hostKey(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'target'>,
  view: Pick<HostView, 'phase' | 'settings' | 'upcoming'>,
): HostAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return null;
  const pressed = letterOf(event);
  const found = HOST_KEYS.find(({ key }) => key === pressed);
  if (found === undefined) return null;
  if (found.act.is === 'usual') {
    const step = usualStep(view);
    // The end of the lesson is asked about first.
    return step === null ? null : step === 'end' ? { is: 'end' } : { is: 'step', step };
  }
  if (found.act.is !== 'step') return found.act;
  const step = found.act.step === 'pause' && view.phase.is === 'paused' ? 'resume' : found.act.step;
  return canStep(step, view) ? { is: 'step', step } : null;
}

/** With a layout that has no Latin letters (a Ukrainian one) it is the place of the key that counts. */
function letterOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const isForeign = /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key);
  return isForeign ? code.replace(/^Key/, '') : key.toUpperCase();
}

/** What letters mean nothing to, though it is a field. */
const WORDLESS: readonly unknown[] = ['checkbox', 'radio', 'range', 'file', 'button'];

function isTyping(target: EventTarget | null): boolean {
  if (target === null || !('tagName' in target)) return false;
  const isWordless = 'type' in target && WORDLESS.includes(target.type);
  return /^(INPUT|TEXTAREA|SELECT)$/.test(String(target.tagName)) && !isWordless;
}
