import type { StudyPhase } from '$lib/app/study-phase';

/** What the sheet of a session shows. `flags` is the menu, begun at its flags. */
export type CareView = 'menu' | 'flags' | 'report' | 'keys';

/** What a key does to the fact on the screen. */
export type CareAct = { readonly show: CareView } | { readonly decide: 'suspend' | 'bury' };

/** By letter, and by the Ukrainian letter on the same key. */
const ACTS: Readonly<Record<string, CareAct>> = {
  m: { show: 'menu' }, ь: { show: 'menu' },
  f: { show: 'flags' }, а: { show: 'flags' },
  r: { show: 'report' }, к: { show: 'report' },
  s: { decide: 'suspend' }, і: { decide: 'suspend' },
  b: { decide: 'bury' }, и: { decide: 'bury' },
  '?': { show: 'keys' },
}; // prettier-ignore

/** The act of a key while a question or a verdict is on the screen. Null: the key is somebody else's, as in `studyKey`. */
export function careKey(event: KeyboardEvent, phase: StudyPhase['is']): CareAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return null;
  if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable], dialog'))
    return null;
  if (phase !== 'question' && phase !== 'verdict') return null;
  return ACTS[event.key.toLowerCase()] ?? null;
}
