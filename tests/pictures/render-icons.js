// npm run icons: draws the PNG icons in static/icons from the SVG ones. Run it after a change of those; the results are committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumFlags, ensureChromium } from '../../src/build/chromium.js';

const folder = new URL('../../static/icons/', import.meta.url);
const wanted = /** @type {const} */ ([
  ['icon', 'icon-192', 192],
  ['icon', 'icon-512', 512],
  ['maskable', 'maskable-192', 192],
  ['maskable', 'maskable-512', 512],
  // iOS rounds the corners itself and shows what is transparent as black.
  ['maskable', 'apple-touch-icon', 180],
]);

const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumFlags() });
for (const [drawing, name, size] of wanted) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(new URL(`${drawing}.svg`, folder), 'utf8');
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  writeFileSync(new URL(`${name}.png`, folder), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
