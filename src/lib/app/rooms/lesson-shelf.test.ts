import { expect, test } from 'vitest';
import { buildPack } from '../../../../tests/samples/build-pack';
import { indexPack } from '$lib/core/packs/index-pack';
import { LessonShelf } from './lesson-shelf';

const events = ['arden', 'birk', 'corva', 'dorn', 'elm', 'farrow'].map((place, at) => ({
  id: `${place}-taken`,
  clause: `riders took ${place}`,
  when: `1822-0${String(at + 1)}-11`,
  where: [place],
  storyline: at < 3 ? 'spring' : 'autumn',
}));

function shelfWith(tone: 'plain' | 'grave'): LessonShelf {
  const index = indexPack({ ...buildPack({ events, storylines: ['spring', 'autumn'] }), tone });
  return new LessonShelf({
    packs: () => Promise.resolve({ ok: true, value: [] }),
    openPack: (id) => Promise.resolve({ ok: true, value: id === 'sample' ? { index, map: null } : null }),
    sets: {
      all: () => Promise.resolve({ ok: true, value: { sets: [], unread: [] } }),
      get: () => Promise.resolve({ ok: true, value: null }),
    },
  });
}

// A plain pack was taken for a grave one: nobody could choose points for speed, points by team, or a podium.
test.each(['plain', 'grave'] as const)(
  'whether a race may be offered is known before anything is drawn: %s',
  async (tone) => {
    const shelf = shelfWith(tone);
    expect(await shelf.outline('sample', 'en')).toEqual({
      storylines: [
        { id: 'spring', title: 'spring' },
        { id: 'autumn', title: 'autumn' },
      ],
      tone,
    });
    expect(await shelf.outline('nowhere', 'en')).toBeNull();
    const wish = { count: 4, storylines: ['autumn'], kinds: [], forms: [], seed: 7 };
    const drawn = await shelf.fromPack('sample', 'en', wish);
    expect(drawn).toMatchObject({ ok: true, value: { title: 'autumn', tone, pack: { id: 'sample' } } });
    expect(drawn.ok && drawn.value?.questions.length).toBeGreaterThan(0);
    expect(await shelf.fromPack('sample', 'en', wish), 'the same wish, the same lesson').toEqual(drawn);
  },
);
