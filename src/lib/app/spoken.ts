import type { Question } from '$lib/core/questions/question';

/** Something to be read aloud. */
export interface Spoken {
  readonly text: string;
  readonly language: string;
}

/** A question as it is read aloud: its sentence, and what there is to choose from, as it stands on the screen. */
export function spokenQuestion({ stem, options, language }: Question): Spoken {
  return { text: [stem, ...options.map((option) => option.text)].map(sentence).join(' '), language };
}

/** Its answer: the right option, or the options in their right order; null where it has none in words, such as a place on the map. */
export function spokenAnswer({ key, options, language }: Question): Spoken | null {
  const texts = key.flatMap((id) => options.find((option) => option.id === id)?.text ?? []);
  return texts.length === 0 ? null : { text: texts.map(sentence).join(' '), language };
}

/** With a full stop, at which voices pause. */
function sentence(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}
