import { onMount } from 'svelte';

/** Whether the learner wants nothing to move by itself. Call it while a component is set up. */
export function useStillness(): { readonly wanted: boolean } {
  const still = $state({ wanted: false });
  onMount(() => {
    const query = matchMedia('(prefers-reduced-motion: reduce)');
    const take = (): void => {
      still.wanted = query.matches;
    };
    take();
    query.addEventListener('change', take);
    return () => {
      query.removeEventListener('change', take);
    };
  });
  return still;
}
