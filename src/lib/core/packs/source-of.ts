import type { PackDocument } from './document';
import { isAbsent, type PackSource } from './pack-source';

/** The checked documents of a pack as one, without what says nothing: nulls, empty lists and empty mappings. */
export function sourceOf(documents: readonly PackDocument[]): PackSource {
  const merged: Record<string, unknown> = {};
  for (const { value } of documents) {
    for (const [key, part] of Object.entries(value as Record<string, unknown>)) {
      const before = merged[key];
      merged[key] =
        Array.isArray(before) && Array.isArray(part) ? [...(before as unknown[]), ...(part as unknown[])] : part;
    }
  }
  return compact(merged) as PackSource; // the schema has seen every document
}

function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, part]) => [key, compact(part)] as const)
    // An empty `ask` says a lot: show only.
    .filter(([key, part]) => (key === 'ask' ? !isAbsent(part) : !saysNothing(part)));
  return Object.fromEntries(kept);
}

function saysNothing(value: unknown): boolean {
  if (isAbsent(value)) return true;
  if (typeof value !== 'object') return false;
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}
