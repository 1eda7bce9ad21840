import { expect, test } from 'vitest';
import { decodeSet } from '$lib/core/export/share/share-code';
import { carryOver } from './carry-over';

const about = { title: 'Київщина, 2022', language: 'uk' as const };
const pack = { id: 'ukraine-2022', version: 4 };
const qr = (text: string) => ({ size: text.length, path: text });

test('what a pupil missed travels as a link and a picture that the app reads', () => {
  const facts = [
    { pack: pack.id, fact: 'bucha-liberated:date', form: 'typed' },
    { pack: pack.id, fact: 'irpin-bridge-blown:place', form: 'map' },
  ];
  const { link, picture } = carryOver({ facts, pack, app: null }, about, 'https://dateline.example/app/', qr);
  const url = new URL(link);
  expect(`${url.origin}${url.pathname}`).toBe('https://dateline.example/app/study/');
  expect(picture?.path).toBe(link);
  const read = decodeSet(url.searchParams.get('set') ?? '');
  expect(read).toMatchObject({ ok: true, shared: { title: 'Київщина, 2022', language: 'uk', pack } });
  expect(read.ok && read.shared.items).toMatchObject([
    { what: 'date', form: 'typed', events: [{ id: 'bucha-liberated' }] },
    { what: 'place', form: 'map', events: [{ id: 'irpin-bridge-blown' }] },
  ]);
});

test('a link that no phone could read from a screen has no picture', () => {
  const facts = Array.from({ length: 60 }, (_, i) => ({
    pack: pack.id,
    fact: `an-event-of-some-length-${String(i)}:date`,
    form: 'choice',
  }));
  const { link, picture } = carryOver({ facts, pack, app: null }, about, 'https://dateline.example/', qr);
  expect(link.length).toBeGreaterThan(660);
  expect(picture).toBeNull();
});
