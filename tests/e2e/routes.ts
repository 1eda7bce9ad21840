import type { Page } from '@playwright/test';
import { SessionScreen } from './session-screen';
import { expect } from './site';

/** The pack that comes with the app. */
export const PACK = 'ukraine-2022';
export const PACK_TITLE = 'Kyiv, Zhytomyr and Kharkiv, 2022';

export interface Route {
  readonly path: string;
  /** Waits for what only the page's own script brings: the stored page alone does not pass. */
  readonly alive: (page: Page) => Promise<void>;
}

const heading = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

/** What an address shows that no route has. */
const NOWHERE = 'This page does not exist';

/** Every route of the app in English, and at the end one address that no route has. */
export const ROUTES: readonly Route[] = [
  { path: '/', alive: (page) => heading(page, PACK_TITLE) },
  {
    path: `/study/?pack=${PACK}`,
    alive: (page) =>
      // A question, or, where today's are all answered, that nothing is left.
      expect(
        new SessionScreen(page).dontKnow.or(page.getByRole('heading', { name: 'Nothing to go over right now' })),
      ).toBeVisible(),
  },
  { path: '/pack/', alive: (page) => expect(page.getByRole('link', { name: PACK_TITLE })).toBeVisible() },
  {
    path: `/pack/?pack=${PACK}`,
    alive: (page) => expect(page.getByRole('link', { name: 'Study this pack' })).toBeVisible(),
  },
  {
    path: `/explore/?pack=${PACK}`,
    alive: (page) => expect(page.getByRole('application', { name: 'Timeline of the events' })).toBeVisible(),
  },
  { path: '/stats/', alive: (page) => expect(page.getByText(/^Nothing to show yet$|^You studied on/)).toBeVisible() },
  {
    path: `/pack/?pack=${PACK}&listen`,
    // A voice that speaks English, or that there is none.
    alive: (page) =>
      expect(page.getByRole('button', { name: 'Play' }).or(page.getByText(/No voice of this device/))).toBeVisible(),
  },
  { path: '/settings/', alive: (page) => expect(page.getByText('Memory and log agree')).toBeVisible() },
  { path: `/exam/?pack=${PACK}`, alive: (page) => expect(page.getByLabel('Day of the exam')).toBeVisible() },
  {
    path: '/teach/',
    alive: (page) => expect(page.getByText('No sets yet').or(page.getByRole('article'))).toBeVisible(),
  },
  {
    path: '/teach/?new=',
    alive: (page) => expect(page.getByRole('button', { name: 'Make the set' })).toBeEnabled(),
  },
  { path: '/about/', alive: (page) => heading(page, 'About Dateline') },
  {
    path: `/sources/?pack=${PACK}`,
    alive: (page) => expect(page.getByRole('heading', { name: 'What is not asked, and why' })).toBeVisible(),
  },
  {
    path: '/host/',
    // The packs that can be played have been read.
    alive: (page) => expect(page.getByRole('button', { name: 'Open the class' })).toBeEnabled(),
  },
  {
    path: '/host/doctor/',
    // The laptop has said what it knows, or there is none to ask.
    alive: (page) =>
      expect(
        page
          .getByText(/^(This computer is in no network|Open this page on a phone)/)
          .or(page.getByText('No server of rooms')),
      ).toBeVisible(),
  },
  { path: '/host/report/', alive: (page) => heading(page, 'This device is not the host') },
  {
    path: '/host/cards/',
    alive: (page) => expect(page.getByRole('img', { name: 'Card 32', exact: true })).toBeVisible(),
  },
  { path: '/join/', alive: (page) => expect(page.getByLabel('Number of the class')).toBeVisible() },
  { path: '/no/such/page/', alive: (page) => heading(page, NOWHERE) },
];
