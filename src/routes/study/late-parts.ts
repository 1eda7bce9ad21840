import type { BaseMap } from '$lib/core/places/packed-map';
import type { Question } from '$lib/core/questions/question';

/** The part of a question that only some forms need. Null: what is at hand anyway will do. */
export function loadTask({ kind, form }: Pick<Question, 'kind' | 'form'>, baseMap: () => Promise<BaseMap | null>) {
  if (form === 'map') return () => loadMapQuestion(baseMap);
  if (form !== 'typed') return null;
  return kind === 'date' ? loadTypedDate : loadTypedPlace;
}

async function loadMapQuestion(baseMap: () => Promise<BaseMap | null>) {
  const [module, base] = await Promise.all([import('./MapQuestion.svelte'), baseMap()]);
  if (base === null) throw new Error('the base map did not come');
  return { is: 'map', Task: module.default, base } as const;
}

async function loadTypedDate() {
  return { is: 'date', Task: (await import('$lib/ui/TypedDate.svelte')).default } as const;
}

async function loadTypedPlace() {
  return { is: 'place', Task: (await import('$lib/ui/TypedPlace.svelte')).default } as const;
}

/** The parts of a verdict on an answer that was produced; the map of one that was given on it, where it comes. */
export function loadVerdict({ options, accept }: Question, baseMap: () => Promise<BaseMap | null>) {
  if (options.length > 0 || accept === null) return null;
  return async () => {
    const onMap = 'point' in accept;
    const [produced, map, base] = await Promise.all([
      import('$lib/ui/ProducedVerdict.svelte'),
      onMap ? import('./MapVerdict.svelte') : null,
      onMap ? baseMap() : null,
    ]);
    return {
      ProducedVerdict: produced.default,
      onMap: map === null || base === null ? null : { MapVerdict: map.default, base },
    };
  };
}

/** What is said of a fact that is forgotten again and again, or taken for another: few answers need it. */
export function loadHardToKeep() {
  return import('./HardToKeep.svelte');
}
