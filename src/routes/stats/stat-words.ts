import type { StudiedPack } from '$lib/app/statistics-view';
import type { Retention } from '$lib/core/memory/statistics/retention';
import { m } from '$lib/paraglide/messages.js';
import { sayRange } from '$lib/ui/charts/chart-words';
import { sayNumber, sayPercent } from '$lib/ui/intl-words';
import { language } from '$lib/ui/language.svelte';
import { KIND_WORDS } from '../knowledge-words';

/** A pack's title in the interface's language; its id where it is not on this device any more. */
export function packTitle({ id, titles }: Pick<StudiedPack, 'id' | 'titles'>): string {
  return titles === null ? id : (titles.titles[language()] ?? titles.title);
}

const FORM_WORDS: Readonly<Record<string, () => string>> = {
  choice: m.stats_form_choice,
  typed: m.stats_form_typed,
  map: m.stats_form_map,
  order: m.stats_form_order,
  first: m.stats_form_first,
  last: m.stats_form_last,
  between: m.stats_form_between,
  anki: m.stats_form_anki,
};

/** `when: choice`, of `date/choice` as the log names it. A form of a later version is named as it is. */
export function formWords(group: string): string {
  const [kind = '', form = ''] = group.split('/');
  const asked = Object.entries(KIND_WORDS).find(([name]) => name === kind)?.[1]() ?? kind;
  return `${asked}: ${FORM_WORDS[form]?.() ?? form}`;
}

/** `88 % (81–93 %)`, without guesses; or that there is too little to say. */
export function shareWords(retention: Retention): string {
  const { remembered, rememberedInterval, thin } = retention;
  if (remembered === null) return '–';
  return thin ? m.stats_thin() : `${sayPercent(remembered)} (${sayRange(rememberedInterval)})`;
}

/** The cells of a table's row: answers, right, its interval, without guesses, its interval. */
export function retentionCells(retention: Retention): readonly string[] {
  const { total, share, interval, remembered, rememberedInterval } = retention;
  const range = (of: typeof interval): string => (total === 0 ? '–' : sayRange(of));
  return [
    sayNumber(total),
    share === null ? '–' : sayPercent(share),
    range(interval),
    remembered === null ? '–' : sayPercent(remembered),
    range(rememberedInterval),
  ];
}

/** How often of ten it is remembered, in one sentence. */
export function retentionReading(age: 'young' | 'mature', { remembered }: Retention): string {
  const share = remembered ?? 0;
  if (share >= 0.95) return age === 'mature' ? m.stats_retention_mature_nearly() : m.stats_retention_young_nearly();
  const n = Math.round(share * 10);
  return age === 'mature' ? m.stats_retention_mature({ n }) : m.stats_retention_young({ n });
}
