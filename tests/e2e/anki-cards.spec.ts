import { expect, test, type Locator } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { CSS } from '../../src/lib/core/export/anki/templates';
import { NOTE_TYPE_IDS, NOTE_TYPES, type NoteType } from '../../src/lib/core/export/anki/note-types';
import { DEFAULT_OPTIONS } from '../../src/lib/core/export/format';
import { apkg } from '../../src/lib/core/export/formats/apkg';
import { regionSet, smallSet } from '../samples/export-set';
import { AnkiReviewer, cardHtml, noteFrom, type CardNote } from './anki-reviewer';

// The scripts on our cards, run as reviewers run them: what is tapped on the front is what the back shows, and marks.

interface Cards {
  readonly notes: readonly CardNote[];
  readonly media: ReadonlyMap<string, Uint8Array>;
}

async function cardsOf(set = smallSet()): Promise<Cards> {
  const { bytes } = await apkg.write(set, DEFAULT_OPTIONS);
  const files = unzipSync(bytes);
  const { Database } = await initSqlJs();
  const database = new Database(files['collection.anki2']);
  const rows = database.exec('select mid, flds from notes order by id')[0]?.values ?? [];
  database.close();
  const ids = NOTE_TYPES.map((type) => NOTE_TYPE_IDS[type]);
  const names = Object.entries(JSON.parse(strFromU8(files.media ?? new Uint8Array())) as Record<string, string>);
  return {
    notes: rows.map(([mid, flds]) => noteFrom(ids.indexOf(Number(mid)), String(flds))),
    media: new Map(names.map(([number, name]) => [name, files[number] ?? new Uint8Array()])),
  };
}

const { notes, media } = await cardsOf();

function noteOf(type: NoteType, at = 0): CardNote {
  const note = notes.filter((each) => each.type === type)[at];
  if (note === undefined) throw new Error(`no note of type ${type}`);
  return note;
}

const texts = async (items: Locator): Promise<string[]> => (await items.allTextContents()).map((text) => text.trim());
const marked = async (items: Locator, name: string): Promise<string[]> => {
  const found = await items.evaluateAll((all, mark) => all.filter((each) => each.classList.contains(mark)).map((each) => each.textContent.trim()), name);
  return found;
}; // prettier-ignore

for (const way of ['together', 'apart'] as const) {
  test.describe(way === 'together' ? 'front and back in one page, as on a desk' : 'the back in a page of its own, as on a phone', () => {
    test('a choice: the back keeps the order of the front, and marks what was chosen and what is right', async ({ context }) => {
      const reviewer = await AnkiReviewer.open(context, way, media);
      const note = noteOf('choice');
      const items = reviewer.page.locator('#dl-options li');
      const orders = new Set<string>();
      for (let review = 0; review < 12; review += 1) {
        await reviewer.front(note);
        const shown = await texts(items);
        expect(shown.toSorted()).toEqual(['1 March 1450', '2 March 1450', '9 March 1450']);
        expect(await marked(items, 'chosen'), 'nothing is left of the review before').toEqual([]);
        expect([await marked(items, 'right'), await reviewer.page.locator('#dl-answer').count()]).toEqual([[], 0]);
        orders.add(shown.join());
        const choice = shown[review % shown.length] ?? '';
        await items.filter({ hasText: choice }).click();
        expect(await marked(items, 'chosen')).toEqual([choice]);

        await reviewer.back(note);
        expect(await texts(items), 'the back has the order of the front').toEqual(shown);
        expect(await marked(items, 'chosen')).toEqual([choice]);
        expect(await marked(items, 'right')).toEqual(['2 March 1450']);
        expect(await marked(items, 'wrong')).toEqual(choice === '2 March 1450' ? [] : [choice]);
        await expect(reviewer.page.locator('#dl-answer')).toHaveText('2 March 1450');
      }
      expect(orders.size, 'options are shuffled anew in each review').toBeGreaterThan(1);
    });

    test('a choice that nobody made: the back marks the right one alone', async ({ context }) => {
      const reviewer = await AnkiReviewer.open(context, way, media);
      const note = noteOf('choice');
      await reviewer.front(note);
      await reviewer.back(note);
      const items = reviewer.page.locator('#dl-options li');
      expect([await marked(items, 'right'), await marked(items, 'wrong'), await marked(items, 'chosen')]).toEqual([['2 March 1450'], [], []]);
    }); // prettier-ignore

    test('an order: numbers as they are tapped, taken back by another tap, right and wrong on the back', async ({ context }) => {
      const reviewer = await AnkiReviewer.open(context, way, media);
      const note = noteOf('order');
      const items = reviewer.page.locator('#dl-things li');
      const places = () => items.evaluateAll((all) => Object.fromEntries(all.map((each) => [each.textContent.trim(), each.getAttribute('data-place') ?? ''])));
      const tap = async (...things: readonly string[]): Promise<void> => {
        for (const thing of things) await items.filter({ hasText: thing }).click();
      };
      const right = ['The siege began', 'The gate fell', 'Peace was made'];

      await reviewer.front(note);
      const hint = reviewer.page.getByText('Tap them in order, earliest first');
      await expect(hint).toBeVisible();
      await tap('The gate fell', 'Peace was made', 'The gate fell');
      expect(await places()).toEqual({ 'The gate fell': '', 'The siege began': '', 'Peace was made': '1' });
      await tap('Peace was made', ...right);
      expect(await places()).toEqual({ 'The gate fell': '2', 'The siege began': '1', 'Peace was made': '3' });
      await reviewer.back(note);
      await expect(hint).toBeHidden();
      expect(await places()).toEqual({ 'The gate fell': '2', 'The siege began': '1', 'Peace was made': '3' });
      expect([(await marked(items, 'right')).toSorted(), await marked(items, 'wrong')]).toEqual([right.toSorted(), []]);

      await reviewer.front(note);
      await tap('The gate fell', 'The siege began', 'Peace was made');
      await reviewer.back(note);
      expect([await marked(items, 'right'), (await marked(items, 'wrong')).toSorted()]).toEqual([['Peace was made'], ['The gate fell', 'The siege began']]);
      expect(await texts(reviewer.page.locator('#dl-answer li'))).toEqual(right);

      // Turned over without a tap: what was tapped in the review before is not taken for this one's.
      await reviewer.front(note);
      await reviewer.back(note);
      expect([await marked(items, 'right'), await marked(items, 'wrong'), await marked(items, 'chosen')]).toEqual([[], [], []]);
    }); // prettier-ignore

    test('a map: the pin stays where it was put, and says whether it was there', async ({ context }) => {
      const reviewer = await AnkiReviewer.open(context, way, media);
      const note = noteOf('map');
      const [map, pin, target] = ['#dl-map', '#dl-pin', '#dl-target'].map((each) => reviewer.page.locator(each)) as [Locator, Locator, Locator];
      const middle = async (what: Locator): Promise<{ x: number; y: number }> => {
        const box = await what.boundingBox();
        if (box === null) throw new Error('not shown');
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      };
      const put = async (share: { x: number; y: number }): Promise<void> => {
        const box = await map.boundingBox();
        if (box === null) throw new Error('no map');
        await map.click({ position: { x: box.width * share.x, y: box.height * share.y } });
      };
      const [left, top] = [Number(note.fields.Left) / 100, Number(note.fields.Top) / 100];

      for (const [share, verdict] of [[{ x: left, y: top }, 'right'], [{ x: left - 0.25, y: top }, 'wrong'], [{ x: left, y: top + 0.3 }, 'wrong']] as const) {
        await reviewer.front(note);
        await expect(pin).toBeHidden();
        await expect(target).toHaveCount(0);
        await put(share);
        await expect(pin).toBeVisible();
        const before = await middle(pin);
        await reviewer.back(note);
        await expect(pin).toHaveClass(verdict);
        const after = await middle(pin);
        // The stem above the map is as high on both sides.
        expect([Math.abs(after.x - before.x) < 1, Math.abs(after.y - before.y) < 1]).toEqual([true, true]);
        const aim = await middle(target);
        if (verdict === 'right') expect([Math.abs(aim.x - after.x) < 3, Math.abs(aim.y - after.y) < 3]).toEqual([true, true]);
      }
      await reviewer.front(note);
      await reviewer.back(note);
      await expect(pin).toBeHidden();
      await expect(target).toBeVisible();
    }); // prettier-ignore

    test('a typed answer is asked for in a box, and the back shows it with what else is right', async ({ context }) => {
      const reviewer = await AnkiReviewer.open(context, way, media);
      const note = noteOf('typed');
      await reviewer.front(note);
      await expect(reviewer.page.locator('input#typeans')).toBeVisible();
      expect(await reviewer.page.locator('#qa').textContent()).not.toContain('2 March 1450');
      await reviewer.back(note);
      await expect(reviewer.page.locator('#typeans')).toHaveText('2 March 1450');
      await expect(reviewer.page.locator('.dl-also')).toContainText('1450-03-02');
    });

    test('what was tapped on one card is not on the next', async ({ context }) => {
      const reviewer = await AnkiReviewer.open(context, way, media);
      const items = reviewer.page.locator('#dl-options li');
      await reviewer.front(noteOf('choice'));
      await items.first().click();
      await reviewer.back(noteOf('choice'));
      await reviewer.front(noteOf('choice', 1));
      expect(await marked(items, 'chosen')).toEqual([]);
      await reviewer.back(noteOf('choice', 1));
      expect([await marked(items, 'right'), await marked(items, 'chosen')]).toEqual([['The oath was sworn'], []]);
    });
  }); // prettier-ignore
}

test('a region on the map is right wherever the pin is in it, not only around its middle', async ({ context }) => {
  const region = await cardsOf(regionSet());
  const note = region.notes.find(({ type }) => type === 'map');
  if (note === undefined) throw new Error('no map');
  const reviewer = await AnkiReviewer.open(context, 'together', region.media);
  const [map, pin] = [reviewer.page.locator('#dl-map'), reviewer.page.locator('#dl-pin')];
  // Shares of the frame: inside, far from the middle; beside the region; above it.
  for (const [x, y, verdict] of [[0.78, 0.72, 'right'], [0.3, 0.5, 'right'], [0.9, 0.6, 'wrong'], [0.5, 0.2, 'wrong']] as const) {
    await reviewer.front(note);
    await expect(reviewer.page.locator('#dl-region')).toHaveCount(0);
    const box = await map.boundingBox();
    if (box === null) throw new Error('no map');
    await map.click({ position: { x: box.width * x, y: box.height * y } });
    await reviewer.back(note);
    await expect(pin).toHaveClass(verdict);
    await expect(reviewer.page.locator('#dl-region polygon')).toBeVisible();
    await expect(reviewer.page.locator('#dl-target')).toBeHidden();
  }
}); // prettier-ignore

test('no card runs into an error, whichever side is shown first', async ({ context }) => {
  const reviewer = await AnkiReviewer.open(context, 'together', media);
  const errors: string[] = [];
  reviewer.page.on('pageerror', ({ message }) => errors.push(message));
  for (const note of notes) {
    await reviewer.back(note);
    await reviewer.front(note);
    await reviewer.back(note);
  }
  expect(errors).toEqual([]);
});

test.describe('where no script runs', () => {
  test.use({ javaScriptEnabled: false });

  test('a card is still a card: options and things are lists, the map is a picture, the back has the answer', async ({ page }) => {
    await page.route('**', async (route) => {
      const url = new URL(route.request().url());
      const picture = media.get(url.pathname.slice(1));
      if (picture !== undefined) return route.fulfill({ contentType: 'image/png', body: Buffer.from(picture) });
      const note = noteOf(url.searchParams.get('type') as NoteType);
      const side = url.pathname === '/front' ? 'front' : 'back';
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><meta charset="utf-8"><style>${CSS}</style>${cardHtml(note, side)}` });
    });
    const open = (side: 'front' | 'back', type: NoteType) => page.goto(`http://reviewer.test/${side}?type=${type}`);

    await open('front', 'choice');
    await expect(page.locator('#dl-options li')).toHaveText(['1 March 1450', '2 March 1450', '9 March 1450']);
    await open('back', 'choice');
    await expect(page.locator('#dl-answer')).toHaveText('2 March 1450');
    await open('front', 'order');
    await expect(page.locator('#dl-things li')).toHaveText(['The gate fell', 'The siege began', 'Peace was made']);
    // Nothing can be tapped here, and nobody is asked to.
    await expect(page.getByText('Tap them in order')).toBeHidden();
    await open('back', 'order');
    await expect(page.locator('#dl-answer li')).toHaveText(['The siege began', 'The gate fell', 'Peace was made']);
    await open('front', 'map');
    await expect(page.locator('#dl-map img')).toBeVisible();
    await expect(page.locator('#dl-target')).toHaveCount(0);
    await open('back', 'map');
    await expect(page.locator('.dl-answer')).toHaveText('Kyiv');
    await expect(page.locator('#dl-target')).toHaveAttribute('style', /left:\d+\.\d\d%;top:\d+\.\d\d%/u);
  }); // prettier-ignore
});
