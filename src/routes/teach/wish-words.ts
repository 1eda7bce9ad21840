import type { Kind } from '$lib/core/questions/question';
import { m } from '$lib/paraglide/messages.js';

/** How hard questions are wanted. */
export const BANDS = ['any', 'easy', 'hard'] as const;
export type Band = (typeof BANDS)[number];

/** Lowest and highest difficulty of a band; null: all. Of the first pack's questions some 150 are easier, some 150 harder. */
export function bandOf(band: Band): readonly [number, number] | null {
  if (band === 'any') return null;
  return band === 'easy' ? [0, 0.6] : [0.6, 1];
}

export function sayKind(kind: Kind): string {
  const words = {
    date: m.wish_kind_date,
    place: m.wish_kind_place,
    sequence: m.wish_kind_sequence,
    event: m.wish_kind_event,
  };
  return words[kind]();
}

/** The form of a question in words; its own name where there are none. */
export function sayForm(form: string): string {
  switch (form) {
    case 'choice':
      return m.wish_form_choice();
    case 'typed':
      return m.wish_form_typed();
    case 'map':
      return m.wish_form_map();
    case 'order':
      return m.wish_form_order();
    case 'first':
      return m.wish_form_first();
    case 'last':
      return m.wish_form_last();
    case 'between':
      return m.wish_form_between();
    default:
      return form;
  }
}
