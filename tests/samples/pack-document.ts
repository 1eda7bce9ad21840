import type { Pack } from '../../src/lib/core/packs/pack';
import type { When } from '../../src/lib/core/time/when';

/** A pack as the JSON document that it would be read from: dates as their text again. */
export function packDocument(pack: Pack): string {
  return JSON.stringify(pack, (_, value: unknown) => (isWhen(value) ? value.text : value));
}

function isWhen(value: unknown): value is When {
  return typeof value === 'object' && value !== null && 'span' in value && 'text' in value;
}
