/** A pause in long work; resolves when something more urgent had its turn. */
export type Breathe = () => Promise<void>;

/** Runs work that pauses, without holding up what is more urgent. */
export async function inPauses<T>(steps: Generator<undefined, T>, breathe: Breathe): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await breathe();
  }
}
