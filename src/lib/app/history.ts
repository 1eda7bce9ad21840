/** States that can be gone back to; a change that goes on with the one before takes its place. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last change was about: the next one about the same goes on with it. Null: nothing goes on with it. */
  readonly about: string | null;
}

/** States kept: more than anybody goes back. */
const MOST = 200;

export function begun<T>(present: T): History<T> {
  return { past: [], present, future: [], about: null };
}

/** A change. `about`: typing into one field is one change, however many letters it has. */
export function changed<T>(history: History<T>, next: T, about: string | null = null): History<T> {
  const goesOn = about !== null && about === history.about;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST);
  return { past, present: next, future: [], about };
}

export function undone<T>({ past, present, future }: History<T>): History<T> {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future, about: null };
  return { past: past.slice(0, -1), present: before, future: [present, ...future], about: null };
}

export function redone<T>({ past, present, future }: History<T>): History<T> {
  const [after, ...rest] = future;
  if (after === undefined) return { past, present, future, about: null };
  return { past: [...past, present], present: after, future: rest, about: null };
}
