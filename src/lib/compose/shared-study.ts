import { openShare } from '$lib/app/open-shared';
import type { OpenedShare } from '$lib/app/open-shared';
import type { PackAtHand } from '$lib/app/open-source';
import type { Stored } from '$lib/app/ports';
import { partOf, sharedSource } from '$lib/app/shared-source';
import type { Studying } from '$lib/app/studying.svelte';
import type { StudyingParts } from '$lib/app/studying-parts';
import type { Language } from '$lib/core/questions/question';

/** A session with the questions of a link, or why there is none. */
export type SharedStudy =
  | {
      readonly is: 'here';
      readonly studying: Studying;
      readonly pack: string;
      /** Questions that the pack here does not ask. */
      readonly gone: number;
    }
  | Exclude<OpenedShare, { is: 'here' }>
  /** None of its questions is asked by the pack here. */
  | { readonly is: 'all-gone' };

/** How a session with the whole pack becomes one with the questions of a link. */
export interface SharedWish {
  readonly language: Language;
  readonly narrow: (parts: StudyingParts) => StudyingParts;
}

/** What the app on this device does for it. */
export interface SharedStudyParts {
  readonly openPack: (id: string) => Promise<Stored<PackAtHand | null>>;
  readonly study: (pack: string, shared: SharedWish) => Promise<Stored<Studying | null>>;
}

/** Opens a link for a pupil: a session that asks exactly its facts, as its teacher has edited them. */
export async function studyShared(code: string, { openPack, study }: SharedStudyParts): Promise<Stored<SharedStudy>> {
  const opened = await openShare(code, openPack);
  if (!opened.ok) return opened;
  if (opened.value.is !== 'here') return { ok: true, value: opened.value };
  const { shared, items } = opened.value;
  let gone = opened.value.gone;
  let asked = 0;
  const narrow = (parts: StudyingParts): StudyingParts => {
    const part = partOf(parts.source.facts(), items);
    gone += part.gone;
    asked = part.facts.size;
    const { settings } = parts;
    return {
      ...parts,
      source: sharedSource(parts.source, items),
      within: ({ fact }) => part.facts.has(fact),
      scope: { storyline: null, place: null, set: shared.checksum },
      about: shared.title.trim() === '' ? null : shared.title,
      // The teacher chose how many: the limits of the learner's own days do not cut the set short.
      settings: {
        ...settings,
        newPerDay: settings.newPerDay + asked,
        reviewsPerDay: settings.reviewsPerDay + asked,
        sessionSize: Math.max(settings.sessionSize, asked),
      },
    };
  };
  const session = await study(shared.pack.id, { language: shared.language, narrow });
  if (!session.ok) return session;
  if (session.value === null || asked === 0) {
    session.value?.close();
    return { ok: true, value: { is: 'all-gone' } };
  }
  return { ok: true, value: { is: 'here', studying: session.value, pack: shared.pack.id, gone } };
}
