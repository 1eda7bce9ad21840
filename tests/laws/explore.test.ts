import type { PackSummary } from '../../src/lib/app/ports';
import { chronicleOf } from '../../src/lib/app/explore/chronicle';
import { ClosingQuiz, closingQuestions } from '../../src/lib/app/explore/closing-quiz.svelte';
import { createQuestionSource } from '../../src/lib/app/question-source';
import { judge } from '../../src/lib/core/answers/judge';
import { describe, expect, test } from 'vitest';
import { PackTales, EVERYTHING } from '../../src/lib/app/explore/pack-tales';
import { cardOf } from '../../src/lib/app/explore/event-card';
import { Finder, type Answer, type Hit } from '../../src/lib/app/explore/finder';
import { TimelineState } from '../../src/lib/app/explore/timeline-state.svelte';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import { dayOf, replayOf } from '../../src/lib/core/packs/replay';
import { makePack } from '../samples/made-pack';

// What holds for a walk through any pack: made ones with every oddity that the format has a field for, from 480 BC on.
const atOnce = (): Promise<void> => Promise.resolve();

async function answersOf(finder: Finder, typed: string): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for await (const answer of finder.answers(typed, 40)) answers.push(answer);
  return answers;
}

describe.each([1, 2, 3])('a walk through made pack %i', (seed) => {
  const index = indexPack(makePack({ seed, events: 400 }));
  const tales = new PackTales(index, 'en');
  const told = index.pack.events.filter(({ sameAs }) => sameAs.length === 0);

  test('every event that is told stands on the timeline or among those without a date, once', () => {
    const onLanes = tales.lanes(EVERYTHING).flatMap(({ marks }) => marks.map(({ event }) => event.id));
    expect(new Set(onLanes).size).toBe(onLanes.length);
    expect(onLanes.length + tales.undated(EVERYTHING)).toBe(told.length);
    expect(tales.chosen(EVERYTHING).map(({ id }) => id).sort()).toEqual(told.map(({ id }) => id).sort()); // prettier-ignore
  });

  test('filters by status part the events; conflicts are counted beside', () => {
    const counts = tales.statuses().filter(({ id }) => id !== 'conflict');
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(told.length);
    for (const { id, count } of tales.statuses())
      expect(tales.chosen({ ...EVERYTHING, status: id })).toHaveLength(count);
  });

  test('a place takes in what happened inside it; one that the pack has not takes nothing in', () => {
    for (const { id, count } of tales.places().slice(0, 20))
      expect(tales.chosen({ ...EVERYTHING, place: id })).toHaveLength(count);
    expect(tales.chosen({ ...EVERYTHING, place: 'nowhere' })).toEqual([]);
  });

  test('at every zoom the timeline shows or counts each mark whose place is in sight', () => {
    const state = new TimelineState(tales.calendar, 'en');
    state.show(tales.lanes(EVERYTHING));
    state.measure(700);
    state.fitAll();
    const all = state.lanes.reduce((sum, { marks }) => sum + marks.length, 0);
    const window = { top: 0, width: 700, height: 1e9 };
    const { marks, clusters } = state.scene(window);
    expect(marks.length + clusters.reduce((sum, { members }) => sum + members.length, 0)).toBe(all);
    for (let zoom = 0; zoom < 25; zoom += 1) {
      state.zoomStep(true);
      const ticks = state.scale(700).fine;
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThan(150);
      expect(state.scene(window).marks.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    }
  });

  test('each day of a replay has what may have been on it, in order, and each empty place the last day that it was not', () => {
    const replay = replayOf(index, tales.chosen(EVERYTHING));
    if (replay === null) throw new Error('nothing has a day');
    const days = replay.stops.flatMap((day) => [day - 1, day, day + 40]);
    for (const day of [...days.slice(0, 300), replay.last, replay.last + 1]) {
      const { places, beside, past } = dayOf(replay, day);
      const on = replay.passings.filter(({ may }) => may.some(({ first, last }) => first <= day && day <= last));
      const shown = [...places.flatMap((place) => place.shown), ...beside].map(({ event }) => event.id);
      expect(new Set(shown)).toEqual(new Set(on.map(({ event }) => event.id)));
      for (const { place, shown: there } of places) {
        const own = on.filter((passing) => passing.places.includes(place));
        expect(there.map(({ event }) => event.id)).toEqual(own.map(({ event }) => event.id));
      }
      const before = new Map<string, number>();
      for (const { may, places: where } of replay.passings) {
        const last = may.at(-1)?.last ?? Infinity;
        for (const { id } of where) if (last < day) before.set(id, Math.max(last, before.get(id) ?? -Infinity));
      }
      for (const { place } of places) before.delete(place.id);
      expect(new Map(past.map(({ place, day: last }) => [place.id, last]))).toEqual(before);
    }
  });

  test('the keys lead through all dated events in order, and back', () => {
    const state = new TimelineState(tales.calendar, 'en');
    state.show(tales.lanes(EVERYTHING));
    state.measure(700);
    state.step('first');
    const passed = [state.current?.anchor ?? NaN];
    for (let before = state.current; ; before = state.current) {
      state.step('later');
      if (state.current === before) break;
      passed.push(state.current?.anchor ?? NaN);
    }
    expect(passed).toHaveLength(told.length - tales.undated(EVERYTHING));
    expect(passed).toEqual(passed.toSorted((a, b) => a - b));
  });

  test('search finds every place by each of its names and every event by its words, in both languages', async () => {
    const finder = new Finder(tales, atOnce);
    const find = async (typed: string): Promise<readonly Hit[]> => (await answersOf(finder, typed)).at(-1)?.hits ?? [];
    for (const { id, name, names, aliases } of index.pack.places.slice(0, 30)) {
      if (index.eventsAtOrInside(id).length === 0) continue;
      for (const called of [name, ...Object.values(names), ...aliases]) {
        const hits = await find(called);
        expect(
          hits.some((hit) => hit.is === 'place' && hit.id === id),
          `${called} finds ${id}`,
        ).toBe(true);
      }
    }
    for (const { id, clause } of told.slice(0, 30)) {
      const hits = await find(clause ?? id);
      expect(
        hits.some((hit) => hit.is === 'event' && hit.id === id),
        clause ?? id,
      ).toBe(true);
    }
  });

  test('every event has a card, and its neighbours have another', () => {
    for (const event of told) {
      const card = cardOf(index, event, null, 'uk');
      expect(card.text.length).toBeGreaterThan(0);
      expect(card.sources.length).toBeGreaterThan(0);
      expect(card.tellings.map(({ id }) => id).sort()).toEqual([...index.twinsOf(event.id)].sort());
      const { before, after } = card.neighbours;
      for (const link of [before, after]) expect(link?.id).not.toBe(event.id);
    }
  });
});

describe('reading a storyline', () => {
  const summary: PackSummary = {
    id: 'made-4',
    version: 1,
    title: 'Made',
    titles: {},
    language: 'en',
    licence: 'CC0-1.0',
    tone: 'plain',
    events: 200,
    storylines: 10,
    facts: null,
    from: 'bundled',
  };
  const index = indexPack(makePack({ seed: 4, events: 200 }));
  const tales = new PackTales(index, 'en');

  test('every event of every storyline is told once, dated ones in the order of time', () => {
    for (const { id, count } of tales.storylines) {
      const chronicle = chronicleOf(tales, id);
      expect(new Set(chronicle?.entries.map(({ tale }) => tale.id)).size).toBe(count);
      const alongs = (chronicle?.entries ?? []).flatMap(({ along }) => along ?? []);
      expect(alongs).toEqual(alongs.toSorted((a, b) => a - b));
      expect(alongs.every((along) => along >= 0 && along <= 1)).toBe(true);
    }
    expect(chronicleOf(tales, 'nowhere')).toBeNull();
  });

  test('the last storyline has none after it', () => {
    expect(chronicleOf(tales, tales.storylines.at(-1)?.id ?? '')?.next).toBeNull();
    expect(chronicleOf(tales, tales.storylines[0]?.id ?? '')?.next?.id).toBe(tales.storylines[1]?.id);
  });

  test('three different questions about that storyline close it, the same ones for the same seed', () => {
    const source = createQuestionSource(index, summary, 'en');
    let full = 0;
    for (const storyline of tales.storylines.slice(0, 5)) {
      const questions = closingQuestions(source, storyline.id, 20_000);
      expect(new Set(questions.map((question) => question.fact)).size).toBe(questions.length);
      expect(questions.every(({ options }) => options.length >= 2)).toBe(true);
      expect(closingQuestions(source, storyline.id, 20_000)).toEqual(questions);
      if (questions.length === 3) full += 1;
    }
    expect(full).toBeGreaterThan(0);
  });

  test('answers are judged, counted, and told at the end', () => {
    const source = createQuestionSource(index, summary, 'en');
    const [storyline] = tales.storylines;
    const quiz = new ClosingQuiz(closingQuestions(source, storyline?.id ?? '', 1), judge);
    for (let asked = 0; quiz.phase.is === 'asking'; asked += 1) {
      const { question } = quiz.phase;
      const wrong = question.options.find(({ id }) => !question.key.includes(id));
      quiz.answer({ choice: (asked === 0 ? question.key[0] : wrong?.id) ?? '' });
      expect(quiz.phase).toMatchObject({ is: 'told', right: asked === 0 });
      quiz.next();
    }
    expect(quiz.phase).toEqual({ is: 'done', right: 1, of: quiz.count });
  });
});

describe('search while a large pack is still being read', () => {
  const index = indexPack(makePack({ seed: 4, events: 3000 }));
  const tales = new PackTales(index, 'en');
  const [storyline] = tales.storylines;
  const last = tales.events.at(-1);
  if (storyline === undefined || last === undefined) throw new Error('the pack is empty');

  test('what has been read answers at once, and again as there is more; the last answer is from the whole pack', async () => {
    const answers = await answersOf(new Finder(tales, atOnce), 'a');
    expect(answers.length).toBeGreaterThan(3);
    expect(answers.map(({ whole }) => whole)).toEqual(answers.map((_, at) => at === answers.length - 1));
    const finder = new Finder(tales, atOnce);
    await answersOf(finder, 'a');
    expect(await answersOf(finder, 'a')).toEqual(answers.slice(-1));
  });

  test('a storyline is found before a single event has been read', async () => {
    let breaths = 0;
    // The device never gets to the events.
    const breathe = (): Promise<void> => ((breaths += 1) > 60 ? new Promise(() => undefined) : Promise.resolve());
    for await (const { hits, whole } of new Finder(tales, breathe).answers(storyline.title, 5)) {
      expect(whole).toBe(false);
      if (hits.some(({ id }) => id === storyline.id)) return;
    }
    throw new Error('it was not found');
  });

  test('what is read last is found in the end, and whoever stops listening holds nothing up', async () => {
    const finder = new Finder(tales, atOnce);
    for await (const { whole } of finder.answers('q', 5)) {
      expect(whole).toBe(false);
      break;
    }
    const text = last.clause ?? last.name ?? last.id;
    const answers = await answersOf(finder, text);
    expect(answers.at(-1)?.hits.map(({ id }) => id)).toContain(last.id);
  });
});
