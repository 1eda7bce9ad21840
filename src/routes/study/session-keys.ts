import type { StudyPhase } from '$lib/app/study-phase';

/** What the sheet of a session shows. `flags` is the menu, begun at its flags. */
export type CareView = 'menu' | 'flags' | 'report' | 'keys';

/** What a key does in a session: a method of the session, a decision about the fact on the screen, or a view of the sheet. */
export type SessionAct = 'next' | 'pass' | 'hint' | 'undo' | 'bury' | 'suspend' | CareView;

/** A key as `KeyboardEvent.key` has it, the Ukrainian letter on the same key, and in which phase it does what. */
type SessionKey = readonly [
  key: string,
  other: string,
  act: SessionAct,
  phase: 'question' | 'verdict' | 'both' | 'any',
];

/** The keys of a session in the order in which its help tells them. The digits of the answers belong to the list that shows them. */
export const SESSION_KEYS: readonly SessionKey[] = [
  ['0', '0', 'pass', 'question'],
  ['h', 'р', 'hint', 'question'],
  [' ', ' ', 'next', 'verdict'],
  ['z', 'я', 'undo', 'any'],
  ['m', 'ь', 'menu', 'both'],
  ['b', 'и', 'bury', 'both'],
  ['s', 'і', 'suspend', 'both'],
  ['f', 'а', 'flags', 'both'],
  ['r', 'к', 'report', 'both'],
  ['?', '?', 'keys', 'both'],
];

/** The act of a key. Null: the key is somebody else's: a field, a button with the focus, or a combination of the browser's. */
export function actOfKey(event: KeyboardEvent, phase: StudyPhase['is']): SessionAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, select, [contenteditable], dialog')) return null;
  const pressed = event.key.toLowerCase();
  const found = SESSION_KEYS.find(([key, other]) => key === pressed || other === pressed);
  if (found === undefined || (pressed === ' ' && target?.closest('button, a, summary'))) return null;
  const [, , act, when] = found;
  const isNow = when === 'any' || phase === when || (when === 'both' && (phase === 'question' || phase === 'verdict'));
  return isNow ? act : null;
}
