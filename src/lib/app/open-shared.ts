import { decodeSet } from '$lib/core/export/share/share-code';
import type { ShareProblem, SharedSet } from '$lib/core/export/share/share-code';
import { itemsOfShare } from '$lib/core/export/share/shared-items';
import type { SetItem } from '$lib/core/questions/saved-set/saved-set';
import type { PackAtHand } from './open-source';
import type { Stored } from './ports';

/** What became of a link: its questions, or why there are none. */
export type OpenedShare =
  | {
      readonly is: 'here';
      readonly shared: SharedSet;
      readonly pack: PackAtHand;
      readonly items: readonly SetItem[];
      /** Questions about events that the pack here does not have. */
      readonly gone: number;
    }
  | { readonly is: 'unread'; readonly why: ShareProblem }
  /** The pack is not on this device. */
  | { readonly is: 'no-pack'; readonly pack: SharedSet['pack'] };

/** Reads a link and finds its questions in the pack at hand. Nothing in it is believed. */
export async function openShare(
  code: string,
  openPack: (id: string) => Promise<Stored<PackAtHand | null>>,
): Promise<Stored<OpenedShare>> {
  const decoded = decodeSet(code);
  if (!decoded.ok) return { ok: true, value: { is: 'unread', why: decoded.problem } };
  const { shared } = decoded;
  const pack = await openPack(shared.pack.id);
  if (!pack.ok) return pack;
  if (pack.value === null) return { ok: true, value: { is: 'no-pack', pack: shared.pack } };
  return { ok: true, value: { is: 'here', shared, pack: pack.value, ...itemsOfShare(pack.value.index, shared) } };
}
