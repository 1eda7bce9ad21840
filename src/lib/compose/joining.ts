import { deviceLuck, SocketLine } from '$lib/adapters/room-line';
import { LocalSeats } from '$lib/adapters/seat-store';
import type { JoinAddress } from '$lib/app/rooms/address';
import { Joining } from '$lib/app/rooms/joining.svelte';

/** A pupil's phone: no generator, no memory, no store of the app. Call `open`, and `close` when the page goes. @param base without a slash at its end */
export function openJoining(base: string, address: JoinAddress): Joining {
  return new Joining({ line: new SocketLine(base), seats: new LocalSeats(), luck: deviceLuck, address });
}
