import type { Dateline } from '$lib/compose';

/** The pack that the address names; without one, the first at hand. Null: there is none. */
export async function namedPack(dateline: Dateline, named: string | null): Promise<string | null> {
  if (named !== null && named !== '') return named;
  const packs = await dateline.packs();
  return packs.ok ? (packs.value[0]?.id ?? null) : null;
}
