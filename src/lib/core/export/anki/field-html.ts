import { html } from '../text/markup';

/**
 * What Anki reads in a field beside HTML: double braces, which old versions fill in once more, LaTeX, which a computer may be set to run,
 * sounds, and formulas. Written as entities they are letters.
 */
const COMMANDS = /\{(?=\{)|\[(?=\$|\/?latex|sound:|anki:)|\\(?=[([])/giu;

/** Text as HTML in a field of Anki, and nothing but text. */
export function fieldHtml(text: string): string {
  return html(text).replace(COMMANDS, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
