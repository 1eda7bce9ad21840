import { describe, expect, it } from 'vitest';
import { buildPack } from '../../../../../tests/samples/build-pack';
import { makePack } from '../../../../../tests/samples/made-pack';
import { indexPack } from '../../packs/index-pack';
import { createContext } from '../context';
import { createGenerator } from '../generator';
import { placeLists, placesLike } from './place-lists';

describe('places of other tellings', () => {
  // Found by a made pack: the place that a twin gives was offered as a wrong answer.
  it('are never wrong', () => {
    const events = [
      { id: 'storm', clause: 'a storm broke the dam', placeless: 'a storm broke a dam', when: '1901-03-02', where: ['arden'] },
      { id: 'storm-again', clause: 'wind broke the dam of Birk', when: '1901-03-02', where: ['birk'], sameAs: ['storm'] },
      { id: 'fire', clause: 'fire destroyed the mill', when: '1901-03-09', where: ['corva'] },
      { id: 'fair', clause: 'the fair opened', when: '1901-03-12', where: ['dorn'] },
    ]; // prettier-ignore
    const generator = createGenerator(indexPack(buildPack({ events })), { language: 'en' });
    for (let seed = 0; seed < 30; seed++) {
      const made = generator.question('storm:place', 'choice', seed);
      expect(made).toMatchObject({ type: 'question' });
      if (made?.type === 'question') expect(made.options.map(({ value }) => value)).not.toContain('birk');
    }
  });
});

describe('in a large pack', () => {
  const pack = makePack({ seed: 1, events: 6000 });
  const context = createContext(indexPack(pack), 'en');

  it('a few dozen places are looked at, not all', () => {
    const event = pack.events.find(({ where }) => where.length > 0);
    if (event === undefined) throw new Error('no event has a place');
    const key = context.index.place(event.where[0] ?? '');
    const looked = [...placesLike(context, event, key)];
    expect(pack.places.length).toBeGreaterThan(700);
    expect(looked.length).toBeGreaterThanOrEqual(8);
    expect(looked.length).toBeLessThanOrEqual(60);
  });

  it('every place has its rank in the alphabet', () => {
    const { ranks } = placeLists(context);
    const sorted = [...pack.places].sort((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0));
    expect(sorted.map(({ name }) => name)).toEqual(sorted.map(({ name }) => name).sort());
  });
});
