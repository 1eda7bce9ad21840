import { drawQr } from '$lib/adapters/qr';
import { carryOver, type CarryOver } from '$lib/app/rooms/carry-over';
import type { Missed } from '$lib/app/rooms/joining.svelte';
import type { AboutView } from '$lib/core/room/view';

/** What takes the facts that a pupil missed to their own app. Loaded when a lesson is over. */
export function carry(missed: Missed, about: AboutView, app: string): CarryOver {
  return carryOver(missed, about, app, drawQr);
}
