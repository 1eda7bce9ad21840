import { isShown } from '../../packs/schema/parts';
import { LONGEST } from '../../questions/saved-set/saved-set';
import type { Change } from './reconcile';

/** Why a text from elsewhere is none that a question can have. */
export type TextFault = 'empty' | 'not-text' | 'too-long';

/** Texts that a change brings, each with how long it may be in a saved set. A key brings none. */
function textsOf({ part, to }: Change): readonly (readonly [text: string, longest: number])[] {
  switch (part) {
    case 'stem':
    case 'explanation':
    case 'option':
      return [[to, LONGEST[part]]];
    case 'names':
      return to.split(' | ').map((name) => [name, LONGEST.name] as const);
    case 'key':
      return [];
  }
}

/** What is wrong with the text that a change brings; null for one that can be taken. Only an explanation may be empty. */
export function faultOf(change: Change): TextFault | null {
  const texts = textsOf(change);
  if (texts.some(([text]) => !isShown(text))) return 'not-text';
  if (change.part !== 'explanation' && texts.some(([text]) => text.trim() === '')) return 'empty';
  return texts.some(([text, longest]) => text.length > longest) ? 'too-long' : null;
}
