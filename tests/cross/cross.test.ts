import { afterAll, beforeAll, describe, it } from 'vitest';
import { SiteProcess } from '../../src/build/site-process.js';
import { crossBrowsers } from './browsers';
import { grownJourneys } from './grown-journeys';
import { journeys } from './journeys';

const PACK = 'ukraine-2022';

// A server of this suite alone: one journey takes it away. Storage is the browser's own and new with each start.
let site: SiteProcess;
beforeAll(async () => {
  site = await SiteProcess.start();
});
afterAll(async () => {
  await site.kill();
});

describe.each(crossBrowsers())('$name', ({ name, start, missing }) => {
  if (start === null) {
    it.skip(`left out: ${name} is not on this machine (${missing})`, () => undefined);
    return;
  }
  it.each([...journeys, ...grownJourneys])('$name', async (journey) => {
    const visitor = await start();
    try {
      await journey.run(visitor, { site, pack: PACK });
    } finally {
      await visitor.close();
    }
  });
});
