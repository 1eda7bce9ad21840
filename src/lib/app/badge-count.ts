import type { Badge } from './device-ports';
import type { Stored } from './ports';

export interface BadgeParts {
  readonly badge: Badge;
  /** Questions that are due today, in all packs; new ones do not count. */
  readonly due: () => Promise<Stored<number>>;
  readonly wanted: () => boolean;
  /** Calls back whenever the learner leaves the app for another, or comes back. */
  readonly onLeave: (callback: () => void) => void;
}

/**
 * Keeps the number on the app's icon: counted when the app has opened and whenever it is left, which is when somebody looks at the icon. A count that fails leaves the icon as it
 * is. Without an icon that can be marked nothing is counted.
 *
 * @returns counts again, after a setting has changed
 */
export function keepBadge({ badge, due, wanted, onLeave }: BadgeParts): () => Promise<void> {
  if (!badge.available) return () => Promise.resolve();
  const update = async (): Promise<void> => {
    if (!wanted()) {
      await badge.show(0);
      return;
    }
    const counted = await due();
    if (counted.ok) await badge.show(counted.value);
  };
  onLeave(() => void update());
  void update();
  return update;
}
