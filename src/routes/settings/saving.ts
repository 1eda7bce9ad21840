import type { SettingProblem } from '$lib/core/memory/parameters';

/** Runs a change of the settings and says on the page that it was saved, or why not. */
export type Save = (change: () => Promise<SettingProblem | null>) => void;
