import { convertQti2toQti3 } from '@citolab/qti-convert/qti-convert-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Item } from '../../src/lib/core/export/item';
import { pictureFor } from '../../src/lib/core/export/map/picture-for';
import { identifierOf } from '../../src/lib/core/export/qti/names';
import { HOSTILE, hostileSet, regionSet, smallSet } from '../samples/export-set';
import { textOf, written, type Tried } from '../laws/exports/written';
import { QtiPlayer } from './qti-player';

const set = smallSet();
const [three, two] = [await written('qti30', set), await written('qti21', set)];

let player: QtiPlayer;
beforeAll(async () => {
  player = await QtiPlayer.start(three.files);
});
afterAll(async () => {
  await player.close();
});

function fileOf({ files }: Tried, { id }: Item): string {
  return textOf(files.get(`items/${identifierOf(id)}.xml`));
}

/** Answers as a learner does, with mouse and keyboard. */
async function answer(item: Item, rightly: boolean): Promise<void> {
  const { page } = player;
  const thing = (text: string) => page.locator('qti-simple-choice').getByText(text, { exact: true });
  switch (item.shape) {
    case 'choice':
      await thing(item.options.find(({ right }) => right === rightly)?.text ?? '').click();
      return;
    case 'typed':
      await page.locator('qti-text-entry-interaction input').click();
      await page.keyboard.type(rightly ? item.answer.toUpperCase() : 'never');
      await page.keyboard.press('Tab');
      return;
    case 'map': {
      const { target } = pictureFor(set, item);
      const box = await page.locator('qti-select-point-interaction img').boundingBox();
      if (box === null) throw new Error('the map is not shown');
      await page.mouse.click(box.x + target.x + (rightly ? 0 : target.radius * 2), box.y + target.y);
      return;
    }
    case 'order':
      for (const [place, { text }] of (rightly ? item.ordered : item.ordered.toReversed()).entries())
        await page.getByText(text, { exact: true }).dragTo(page.locator('drop-list').nth(place));
      return;
    case 'match':
      throw new Error('the packages of QTI 2.1 and 3.0 hold no pairs');
  }
}

/** 1, or nothing: the items of version 2.1 count with a decimal point. */
async function scoreFor(xml: string, item: Item, rightly: boolean): Promise<number> {
  await player.show(xml);
  await answer(item, rightly);
  return Number(await player.score());
}

const CASES = three.items.map((item) => [`${item.shape}: ${item.stem}`, item] as const);

describe("Cito's player in Chromium, answered with mouse and keyboard", () => {
  test.each(CASES)('QTI 3.0, %s', async (_name, item) => {
    expect(await scoreFor(fileOf(three, item), item, true)).toBe(1);
    expect(await scoreFor(fileOf(three, item), item, false)).toBe(0);
  });

  test.each(CASES)("QTI 2.1 through Cito's converter, %s", async (_name, item) => {
    const converted = await convertQti2toQti3(fileOf(two, item));
    expect(converted).toContain('<qti-assessment-item');
    // The converter writes a picture's address as it was.
    expect(await scoreFor(converted, item, true)).toBe(1);
    expect(await scoreFor(converted, item, false)).toBe(0);
  });

  test.each(['qti30', 'qti21'] as const)('%s: a region on the map is right far from its middle, and not beside it', async (id) => {
    const tried = await written(id, regionSet());
    const item = tried.items.find(({ shape }) => shape === 'map');
    if (item?.shape !== 'map') throw new Error('no map');
    const xml = id === 'qti21' ? await convertQti2toQti3(fileOf(tried, item)) : fileOf(tried, item);
    const { picture } = pictureFor(regionSet(), item);
    const scores: number[] = [];
    for (const point of [[31.4, 50.15], [29.6, 50.8], [31.8, 50.5]] as const) {
      await player.show(xml);
      const box = await player.page.locator('qti-select-point-interaction img').boundingBox();
      const [x, y] = picture.locate(point);
      await player.page.mouse.click((box?.x ?? 0) + x, (box?.y ?? 0) + y);
      scores.push(Number(await player.score()));
    }
    expect(scores).toEqual([1, 1, 0]);
  }); // prettier-ignore

  test('hostile texts are shown as they are, and nothing in them runs', async () => {
    const hostile = await written('qti30', hostileSet());
    const choices = hostile.items.filter(({ shape }) => shape === 'choice').slice(0, HOSTILE.length);
    const dialogs: string[] = [];
    player.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    for (const item of choices) {
      await player.show(fileOf(hostile, item));
      const options = item.shape === 'choice' ? item.options : [];
      const shown = await player.page.locator('qti-simple-choice').allTextContents();
      const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
      expect(shown.map(plain).sort()).toEqual(options.map(({ text }) => plain(text)).sort());
    }
    expect(choices.length).toBeGreaterThan(20);
    expect(dialogs).toEqual([]);
  });
});
