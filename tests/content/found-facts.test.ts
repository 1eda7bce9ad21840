import { expect, it } from 'vitest';
import { moduleOf } from '../../src/build/packs/main';
import { shapesOf } from '../../src/lib/app/base-maps';
import { createQuestionSource } from '../../src/lib/app/question-source';
import type { BundledPack } from '../../src/lib/app/pack-shelf';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import { revivePack } from '../../src/lib/core/packs/revive-pack';
import { summarise } from '../../src/lib/core/packs/summarise';

// A first session waits for no search: the build notes what is asked of the packs it brings. It must be what a phone would find.
it.each(['en', 'uk'] as const)('what the build notes is what a search finds, for a learner who reads %s', async (language) => {
  const code = moduleOf(process.cwd(), 'virtual:packs/ukraine-2022');
  const bundled = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as Awaited<
    ReturnType<BundledPack['load']>
  >;
  const index = indexPack(revivePack(bundled.source));
  const summary = summarise(bundled.source, 'bundled', null);
  const { found } = bundled;
  for (const map of [shapesOf(bundled.areas), null]) {
    const searched = createQuestionSource(index, summary, language, { map }).facts();
    expect(searched.length).toBeGreaterThan(100);
    expect(createQuestionSource(index, summary, language, { map, found }).facts()).toEqual(searched);
  }
});
