import type { AskedView } from '$lib/core/room/view';

/** The part of a question that only some forms need, so that a page that never asks on a map never loads one. Null: options to tap. */
export function loadRoomTask({ kind, form }: Pick<AskedView, 'kind' | 'form'>) {
  if (form === 'order') return loadOrder;
  if (form === 'map') return loadMap;
  if (form !== 'typed') return null;
  return kind === 'date' ? loadTypedDate : loadTypedPlace;
}

async function loadOrder() {
  return { is: 'order', Task: (await import('$lib/ui/OrderTask.svelte')).default } as const;
}

async function loadMap() {
  const [module, { roomMap }] = await Promise.all([
    import('../study/MapQuestion.svelte'),
    import('$lib/compose/room-map'),
  ]);
  const base = await roomMap();
  if (base === null) throw new Error('the base map did not come');
  return { is: 'map', Task: module.default, base } as const;
}

async function loadTypedDate() {
  return { is: 'date', Task: (await import('$lib/ui/TypedDate.svelte')).default } as const;
}

async function loadTypedPlace() {
  return { is: 'place', Task: (await import('$lib/ui/TypedPlace.svelte')).default } as const;
}
