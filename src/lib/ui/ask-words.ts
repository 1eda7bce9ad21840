/**
 * A stem without the text that stands large above it: "On which day did this happen: X captured Y?" with the text "X captured Y"
 * leaves "On which day did this happen?". Where the text stands inside the sentence, an ellipsis takes its place.
 */
export function shortStem(stem: string, text: string): string {
  if (text === '') return stem;
  const tail = `: ${text}?`;
  if (stem.endsWith(tail)) return `${stem.slice(0, -tail.length)}?`;
  const at = stem.indexOf(text);
  return at === -1 ? stem : `${stem.slice(0, at)}…${stem.slice(at + text.length)}`;
}
