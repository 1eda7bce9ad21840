import type { Component } from 'svelte';
import type { StorageProblem } from '$lib/app/ports';
import type { Studying } from '$lib/app/studying.svelte';
import type { Dateline } from '$lib/compose';
import { namedPack } from '../named-pack';
import NoShare from '../NoShare.svelte';
import type { NoShareReason } from '../share-reason';
import { readWish } from '../study-wish';
import NoPack from './NoPack.svelte';

/** What the page of a session shows where there is none: a component that takes the address to go on to. */
export type InPlace = Component<{ readonly reason: NoShareReason; readonly home: string }>;

export type OpenedSession =
  | {
      readonly is: 'here';
      readonly studying: Studying;
      readonly pack: string;
      /** How many questions of a link the pack here does not ask; null: it did not come by a link. */
      readonly gone: number | null;
      /** How many facts the address names; 0: none, and so any. */
      readonly only: number;
    }
  | { readonly is: 'in-place'; readonly View: InPlace; readonly reason: NoShareReason }
  | { readonly is: 'failed'; readonly problem: StorageProblem };

/** The session that an address asks for: the questions of a link (`set`), or a pack or a part of it. */
export async function openSession(device: Dateline, query: URLSearchParams): Promise<OpenedSession> {
  const code = query.get('set');
  if (code !== null) {
    const opened = await device.studyShared(code);
    if (!opened.ok) return { is: 'failed', problem: opened.problem };
    return opened.value.is === 'here'
      ? { ...opened.value, only: 0 }
      : { is: 'in-place', View: NoShare, reason: opened.value };
  }
  const pack = await namedPack(device, query.get('pack'));
  const wish = readWish(query);
  const opened = pack === null ? null : await device.study(pack, wish);
  if (opened?.ok === false) return { is: 'failed', problem: opened.problem };
  if (pack === null || !opened?.value) return { is: 'in-place', View: NoPack, reason: { is: 'all-gone' } };
  return { is: 'here', studying: opened.value, pack, gone: null, only: wish.facts?.length ?? 0 };
}
