import type { Handle } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';

interface Head {
  /** As a shared link shows it: of the page, without the name of the app. Null: the app's own. */
  readonly title: string | null;
  readonly text: string;
}

const en = { locale: 'en' } as const;

/** Pages are stored in English; a reader of links, or a search engine, sees them so. What is not here says what the app says. */
const HEADS: Readonly<Record<string, Head>> = {
  '/study': { title: m.study_title({}, en), text: m.head_study({}, en) },
  '/explore': { title: m.explore_title({}, en), text: m.explore_description({}, en) },
  '/pack': { title: m.nav_packs({}, en), text: m.head_pack({}, en) },
  '/teach': { title: m.teach_title({}, en), text: m.head_teach({}, en) },
  '/host': { title: m.host_title({}, en), text: m.head_host({}, en) },
  '/join': { title: m.join_title({}, en), text: m.head_join({}, en) },
  '/stats': { title: m.stats_title({}, en), text: m.head_stats({}, en) },
  '/exam': { title: m.exam_title({}, en), text: m.head_exam({}, en) },
  '/settings': { title: m.settings_title({}, en), text: m.head_settings({}, en) },
  '/sources': { title: m.sources_title({}, en), text: m.head_sources({}, en) },
};

/** Puts into each stored page what it is, for whoever does not run scripts: readers of shared links and search engines. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, { transformPageChunk: ({ html }) => html.replace('%dateline.head%', headOf(event.route.id)) });

function headOf(route: string | null): string {
  const { title, text } = HEADS[route ?? ''] ?? { title: null, text: m.head_app({}, en) };
  const shown = title === null ? m.head_title({}, en) : `${title} · Dateline`;
  return [
    `<meta name="description" content="${escaped(text)}" />`,
    `<meta property="og:title" content="${escaped(shown)}" />`,
    `<meta property="og:description" content="${escaped(text)}" />`,
  ].join('\n    ');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
