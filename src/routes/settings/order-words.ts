import type { DayEase, NewOrder, ReviewOrder } from '$lib/core/memory/study-settings';
import { m } from '$lib/paraglide/messages.js';

export const reviewOrderWords: Readonly<Record<ReviewOrder, () => string>> = {
  overdue: m.review_order_overdue,
  due: m.review_order_due,
  forgotten: m.review_order_forgotten,
  random: m.order_random,
  pack: m.order_pack,
};

export const newOrderWords: Readonly<Record<NewOrder, () => string>> = { pack: m.order_pack, random: m.order_random };

export const easeWords: Readonly<Record<DayEase, () => string>> = {
  usual: m.ease_usual,
  fewer: m.ease_fewer,
  none: m.ease_none,
};
