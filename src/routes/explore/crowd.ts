import { pushState } from '$app/navigation';
import { page } from '$app/state';
import type { PackTales, Tale } from '$lib/app/explore/pack-tales';
import type { PackEvent } from '$lib/core/packs/pack';

/** Lists several events of one spot on a sheet. An entry of the browser's history, so that "back" closes it and nothing else. */
export function openCrowd(events: readonly PackEvent[]): void {
  pushState('', { crowd: events.map(({ id }) => id) });
}

/** The events that are listed; null: none are. */
export function crowdOf(tales: PackTales): readonly Tale[] | null {
  const { crowd } = page.state;
  const known = crowd?.filter((id) => tales.index.hasEvent(id)) ?? [];
  return known.length === 0 ? null : known.map((id) => tales.tale(tales.index.event(id)));
}

export function closeCrowd(): void {
  history.back();
}
