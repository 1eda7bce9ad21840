import { addPack } from './made-pack';
import { PACK } from './routes';
import { expect, test } from './site';
import { words } from './words';

const say = (name: string): string => words('en', name);

/** Every page that may have nothing to show, how it says so, and where what it offers leads. */
const EMPTY: readonly {
  readonly path: string;
  readonly says: string;
  readonly offers: string;
  readonly leads: RegExp;
}[] = [
  { path: '/stats/', says: 'stats_empty_title', offers: 'nav_study', leads: /\/(study\/.*)?$/ },
  { path: '/teach/', says: 'teach_none', offers: 'teach_new', leads: /\/teach\/\?new=/ },
  { path: '/teach/?set=nowhere', says: 'teach_gone_set', offers: 'teach_back', leads: /\/teach\/$/ },
  { path: '/teach/print/?set=nowhere', says: 'print_no_set_title', offers: 'teach_back', leads: /\/teach\/$/ },
  { path: '/pack/?pack=nowhere', says: 'no_pack_title', offers: 'nav_packs', leads: /\/pack\/$/ },
  { path: '/exam/?pack=nowhere', says: 'no_pack_title', offers: 'nav_packs', leads: /\/pack\/$/ },
  { path: '/sources/?pack=nowhere', says: 'no_pack_title', offers: 'nav_packs', leads: /\/pack\/$/ },
  { path: '/explore/?pack=nowhere', says: 'no_pack_title', offers: 'nav_packs', leads: /\/pack\/$/ },
  { path: '/study/?pack=nowhere', says: 'no_pack_title', offers: 'done_home', leads: /\/$/ },
  { path: `/study/?pack=${PACK}&fact=nothing%3Awhen`, says: 'empty_title', offers: 'done_home', leads: /\/$/ },
  { path: '/host/report/', says: 'host_gone_title', offers: 'host_title', leads: /\/host\/$/ },
  { path: '/no/such/page/', says: 'error_title', offers: 'done_home', leads: /\/$/ },
  { path: `/explore/?pack=${PACK}&event=nowhere`, says: 'explore_no_event', offers: 'explore_to_list', leads: /view=list$/ }, // prettier-ignore
  { path: `/explore/?pack=${PACK}&place=nowhere`, says: 'explore_nothing', offers: 'explore_clear', leads: /\?pack=[^&]+$/ }, // prettier-ignore
];

for (const { path, says, offers, leads } of EMPTY) {
  test(`${path} says that it is empty, and what to do`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByText(say(says), { exact: true }).first()).toBeVisible();
    const way = page.getByRole('main').or(page.getByRole('dialog')).getByText(say(offers), { exact: true });
    await way.last().click();
    await expect(page).toHaveURL(leads);
  });
}

test('a pack without dates has a list, and says so where a timeline or a map would be', async ({ page }) => {
  const text = [
    'format: dateline-pack/1', 'id: undated', 'version: 1', 'title: Without dates', 'language: en', 'licence: CC0-1.0',
    'sources:', '  - { id: book, title: A book }', 'storylines:', '  - { id: s, title: A story }', 'events:',
    '  - id: landed', '    clause: a ship landed', '    storyline: s', '    status: stated',
    '    sources: [{ source: book, section: One, paragraph: 1 }]', '',
  ].join('\n'); // prettier-ignore
  await addPack(page, text);
  for (const [view, why] of [['timeline', 'explore_no_dates_text'], ['map', 'explore_no_days_text']] as const) {
    await page.goto(`/explore/?pack=undated&view=${view}`);
    await expect(page.getByText(say(why))).toBeVisible();
    await page.getByRole('button', { name: say('explore_to_list') }).click();
    await expect(page.getByRole('button', { name: /A ship landed/ })).toBeVisible();
  }
  await page.goto('/explore/?pack=undated&view=read&storyline=s');
  await expect(page.getByText('A ship landed.')).toBeVisible();
}); // prettier-ignore
