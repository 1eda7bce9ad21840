import { sha1Hex } from '../bytes/sha1';

/** An identifier that XML takes (NCName), the same for the same question. */
export function identifierOf(id: string): string {
  return `q_${sha1Hex(id).slice(0, 16)}`;
}
