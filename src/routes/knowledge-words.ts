import type { Knowledge } from '$lib/app/knowing';
import type { Kind } from '$lib/core/questions/question';
import { m } from '$lib/paraglide/messages.js';

/** Every grade of knowledge, the best first. */
export const KNOWLEDGE_WORDS: Record<Knowledge, () => string> = {
  mature: m.know_mature,
  young: m.know_young,
  learning: m.know_learning,
  changed: m.know_changed,
  new: m.know_new,
};

/** What is asked of an event, in one word. */
export const KIND_WORDS: Record<Kind, () => string> = {
  date: m.pack_kind_date,
  place: m.pack_kind_place,
  sequence: m.pack_kind_sequence,
  event: m.pack_kind_event,
};
