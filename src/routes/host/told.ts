import type { AskedView, ToldView } from '$lib/core/room/view';
import type { Answered } from '$lib/ui/verdict-words';

/** A question of a room and what was told of it afterwards, together as one that is answered. */
export function asAnswered({ form, language, options }: AskedView, { key, whys }: ToldView): Answered {
  return { form, language, key, options: options.map(({ id, text }) => ({ id, text, why: whys[id] ?? '' })) };
}
