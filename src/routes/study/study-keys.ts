import type { StudyPhase } from '$lib/app/study-phase';

/** What a key does in a session, as the method of the session that does it. */
export type StudyAct = 'next' | 'undo' | 'pass' | 'hint';

/**
 * `z` takes back, space goes on from a verdict, `0` says "don't know", `h` asks for a hint. Null: the key is somebody else's: a field, a button with the
 * focus, or a combination of the browser's. The digits of the answers belong to the list that shows them.
 */
export function studyKey(event: KeyboardEvent, phase: StudyPhase['is'], canUndo: boolean): StudyAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, select, [contenteditable], dialog')) return null;
  if (event.key.toLowerCase() === 'z' || event.key.toLowerCase() === 'я') return canUndo ? 'undo' : null;
  if (event.key.toLowerCase() === 'h' || event.key.toLowerCase() === 'р') return phase === 'question' ? 'hint' : null;
  if (event.key === '0') return phase === 'question' ? 'pass' : null;
  if (event.key !== ' ' || target?.closest('button, a, summary')) return null;
  return phase === 'verdict' ? 'next' : null;
}
