import { describe, expect, it } from 'vitest';
import { EMPTY_PLAN } from '$lib/core/memory/queue';
import type { DayPlan } from '$lib/core/memory/queue';
import { m } from '$lib/paraglide/messages.js';
import { restWords } from './rest-words';

describe('restWords', () => {
  // Once an untouched pack with no new questions a day said "Everything you have learnt is fresh".
  it.each<[string, Partial<DayPlan>, () => string]>([
    ['nothing was learnt, and the limit is 0', { heldFresh: 10 }, m.empty_no_new],
    ['nothing is asked there', {}, m.empty_scope],
    ['it is a day without studying', { ease: 'none', heldFresh: 10 }, m.empty_day_off],
    ['reviews are left beyond the limit', { untouched: false, heldReviews: 3, heldFresh: 2 }, m.empty_limit],
    ['new ones are left beyond the limit', { untouched: false, heldFresh: 2 }, m.empty_text],
    ['all was learnt', { untouched: false }, m.empty_all_learnt],
  ])('%s', (_, change, words) => {
    expect(restWords({ ...EMPTY_PLAN, ...change }, 'study')).toBe(words());
  });
});
