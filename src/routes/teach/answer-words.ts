import type { Question } from '$lib/core/questions/question';
import { sayDate } from '$lib/core/time/words';
import { parseDate } from '$lib/core/time/parse-date';
import { m } from '$lib/paraglide/messages.js';

/** The right answer of a question in its own words. */
export function answerOf({ accept, options, key, language }: Question): string {
  if (accept === null) return key.flatMap((id) => options.find((option) => option.id === id)?.text ?? []).join(' → ');
  if ('names' in accept) return m.card_typed_answer({ answer: accept.names.join(', ') });
  if ('point' in accept) return m.card_map_answer();
  const unit = { day: 10, month: 7, year: 4 }[accept.unit];
  const sign = accept.from.startsWith('-') ? 1 : 0;
  const read = unit === undefined ? null : parseDate(accept.from.slice(0, unit + sign), 'gregorian');
  const answer = read?.ok === true ? sayDate(read.value, language) : `${accept.from} – ${accept.to}`;
  return m.card_typed_answer({ answer });
}
