import type { PackEvent } from '../../packs/pack';
import { perContext, type Context } from '../context';

const kinned = perContext((context) => {
  const { events } = context.index.pack;
  const found = new Set<PackEvent>();
  for (const event of events) {
    if (event.partOf !== null) found.add(event).add(context.index.event(event.partOf));
    for (const id of event.sameAs) found.add(event).add(context.index.event(id));
  }
  return found;
});

/** Whether one event is the other's part or twin: most have neither, which is one look at a set. */
export function areKin(context: Context, a: PackEvent, b: PackEvent): boolean {
  const some = kinned(context);
  return some.has(a) && some.has(b) && context.index.kin(a.id, b.id);
}

/** Whether an event has parts, a parent or another telling. */
export function hasKin(context: Context, event: PackEvent): boolean {
  return kinned(context).has(event);
}

/** An event's other tellings; see `twinsOf` of the index. */
export function twinsOf(context: Context, event: PackEvent): readonly PackEvent[] {
  if (!hasKin(context, event)) return NONE;
  return context.index.twinsOf(event.id).map((id) => context.index.event(id));
}

const NONE: readonly PackEvent[] = [];
