/** Levels of brackets, and of indentation or dashes on one line, beyond which a text is not read. A pack needs eight. */
const DEEPEST = 100;

/**
 * Where a text nests so deep that reading it would exhaust the stack; null if nowhere. A rough count, made before the
 * parser sees the text, since in some engines it does not survive such input: brackets inside words count too, which
 * only matters to a text with more than a hundred that are never closed.
 */
export function tooDeepAt(text: string): number | null {
  let depth = 0;
  let lead = 0;
  let leading = true;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset];
    if (character === '\n') {
      lead = 0;
      leading = true;
      continue;
    }
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    leading &&= character === ' ' || character === '-' || character === '?' || character === '\t';
    // An indicator and the blank behind it open one level; blanks alone can open one each over as many lines.
    if (leading && ++lead > 2 * DEEPEST && depth === 0) return offset;
    if (depth > DEEPEST) return offset;
  }
  return null;
}
