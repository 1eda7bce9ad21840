import type { Response, Verdict } from '$lib/core/answers/response';
import type { Miss } from '$lib/core/answers/reveal';
import { sayUnits } from '$lib/core/time/words';
import { m } from '$lib/paraglide/messages.js';
import { sayKm, sayPercent } from './intl-words';
import { language } from './language.svelte';

/**
 * What an answer that was produced had to do with the right one, as a sentence; empty: nothing is to be said. In the language of the
 * interface, whatever the question is written in.
 */
export function missWords(miss: Miss | null, verdict: Verdict, response: Response): string {
  switch (miss?.is) {
    case undefined:
      return '';
    case 'map':
      return verdict.correct
        ? m.miss_map_here()
        : `${m.miss_map({ km: sayKm(miss.km) })} ${creditWords(verdict)}`.trim();
    case 'spelling':
      return verdict.correct ? m.miss_spelling() : m.miss_no_such_place();
    case 'elsewhere':
      return miss.km === null
        ? m.miss_elsewhere({ place: miss.place })
        : m.miss_elsewhere_km({ place: miss.place, km: sayKm(miss.km) });
    case 'date': {
      if (miss.understood === null) return 'typed' in response ? m.date_unread() : '';
      const units = sayUnits(miss.off, miss.unit, language());
      const off = miss.off === 0 ? '' : miss.early ? m.miss_early({ units }) : m.miss_late({ units });
      const coarser = miss.coarser ? m.miss_coarser() : '';
      return [off, coarser, creditWords(verdict)].filter((part) => part !== '').join(' ');
    }
  }
}

/** What it earned, where that is neither all nor nothing. */
function creditWords({ credit, correct }: Verdict): string {
  return correct || credit < 0.01 ? '' : m.miss_credit({ share: sayPercent(credit) });
}
