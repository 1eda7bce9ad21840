import { daysOf, heightOf, type Lane } from '$lib/core/packs/timeline/lanes';
import { byAnchor, type Mark } from '$lib/core/packs/timeline/mark';
import { hitAt, sceneOf, type Cluster, type PlacedMark, type Scene, type Window } from '$lib/core/packs/timeline/scene';
import { scaleOf, type Scale } from '$lib/core/packs/timeline/ticks';
import { centreOn, fitDays, panBy, zoomAt, type Reach, type TimeView } from '$lib/core/packs/timeline/time-view';
import type { CivilCalendar } from '$lib/core/time/calendar';
import type { Language } from '$lib/core/questions/question';

/** The first view is the shortest time that holds so many of all marks: a few early or late ones do not make all others a dot. */
const MOST_SHARE = 0.65;
/** A press of a key or a button zooms by so much, and moves by that share of the window. */
const STEP = { zoom: 1.6, pan: 0.25 };

/** Where a learner is on the timeline. Pixels are those of the layout, whatever the size of letters. */
export class TimelineState {
  lanes: readonly Lane[] = $state.raw([]);
  /** Null: not shown yet, so that nobody knows how wide it is. */
  view: TimeView | null = $state.raw(null);
  /** The mark that the keys are on. */
  current: Mark | null = $state.raw(null);
  readonly calendar: CivilCalendar;
  readonly language: Language;
  readonly height = $derived(heightOf(this.lanes));
  readonly #inOrder = $derived(this.lanes.flatMap(({ marks }) => marks).sort(byAnchor));
  readonly #reach: Reach = $derived(daysOf(this.lanes) ?? { first: 0, last: 0 });
  #width = $state(0);
  /** First and last day that are seen, of those that there are; null: not shown yet. */
  readonly seen: Reach | null = $derived.by(() => {
    const { view } = this;
    if (view === null) return null;
    const last = Math.ceil(view.from + view.daysPerPx * this.#width) - 1;
    return { first: Math.max(this.#reach.first, Math.floor(view.from)), last: Math.min(this.#reach.last, last) };
  });

  constructor(calendar: CivilCalendar, language: Language) {
    this.calendar = calendar;
    this.language = language;
  }

  /** Shows other events; where one looks stays, as long as there is something. */
  show(lanes: readonly Lane[]): void {
    this.lanes = lanes;
    this.current = null;
    if (this.view !== null && this.#width > 0) this.view = panBy(this.view, 0, this.#reach, this.#width);
  }

  /** Takes the width of the window; the first time, everything but stragglers is fitted into it. */
  measure(width: number): void {
    if (width <= 0 || width === this.#width) return;
    const before = this.#width;
    this.#width = width;
    if (this.view === null || before === 0) this.fit();
    else this.view = panBy(this.view, 0, this.#reach, width);
  }

  /** Where most of it happened. */
  fit(): void {
    const anchors = this.#inOrder.map(({ anchor }) => anchor);
    const held = Math.max(1, Math.ceil(anchors.length * MOST_SHARE));
    let best = this.#reach;
    for (let from = 0; from + held <= anchors.length; from += 1) {
      const [first, last] = [anchors[from] ?? 0, anchors[from + held - 1] ?? 0];
      if (last - first < best.last - best.first) best = { first, last };
    }
    this.view = fitDays(best, this.#width);
  }

  /** Everything, stragglers too. */
  fitAll(): void {
    this.view = fitDays(this.#reach, this.#width);
  }

  /** Zooms around a pixel; above 1: nearer. */
  zoom(x: number, factor: number): void {
    if (this.view !== null) this.view = zoomAt(this.view, x, factor, this.#reach, this.#width);
  }

  /** Zooms by a step around the middle, or around the mark that the keys are on. */
  zoomStep(nearer: boolean): void {
    if (this.current !== null) this.#centre(this.current);
    this.zoom(this.#width / 2, nearer ? STEP.zoom : 1 / STEP.zoom);
  }

  pan(pixels: number): void {
    if (this.view !== null) this.view = panBy(this.view, pixels, this.#reach, this.#width);
  }

  panStep(later: boolean): void {
    this.pan((later ? 1 : -1) * STEP.pan * this.#width);
  }

  /** Looks at a crowd nearer; false: it would stay one, as all of it stands on one day. */
  enter({ members }: Cluster): boolean {
    const [first, last] = [members[0]?.anchor ?? 0, members.at(-1)?.anchor ?? 0];
    if (first === last || this.view === null) return false;
    const next = zoomAt(fitDays({ first, last }, this.#width), this.#width / 2, 1, this.#reach, this.#width);
    if (next.daysPerPx >= this.view.daysPerPx * 0.95) return false;
    this.view = centreOn(next, (first + last) / 2, this.#reach, this.#width);
    return true;
  }

  /** From mark to mark in the order of time, or to the nearest one of the lane above or below. */
  step(where: 'earlier' | 'later' | 'up' | 'down' | 'first' | 'last'): void {
    const next = this.#next(where);
    if (next === null) return;
    this.current = next;
    this.#centre(next);
  }

  scene(window: Window): Scene {
    return this.view === null ? { lanes: [], marks: [], clusters: [] } : sceneOf(this.lanes, this.view, window);
  }

  scale(width: number): Scale {
    return this.view === null ? { fine: [], coarse: [] } : scaleOf(this.view, width, this.calendar, this.language);
  }

  /** The days that are seen, on a sheet of another width. */
  onSheet(window: Window): { readonly scene: Scene; readonly scale: Scale } {
    const { from, daysPerPx } = this.view ?? fitDays(this.#reach, window.width);
    const view = { from, daysPerPx: this.view === null ? daysPerPx : (daysPerPx * this.#width) / window.width };
    return {
      scene: sceneOf(this.lanes, view, window),
      scale: scaleOf(view, window.width, this.calendar, this.language),
    };
  }

  hit(scene: Scene, x: number, y: number): PlacedMark | Cluster | null {
    return hitAt(scene, x, y);
  }

  /** How far down the lane of the current mark begins and ends; null: there is none. */
  currentLane(): Lane | null {
    const { current } = this;
    return current === null ? null : (this.lanes.find(({ id }) => id === current.event.storyline) ?? null);
  }

  #centre(mark: Mark): void {
    if (this.view !== null) this.view = centreOn(this.view, mark.anchor, this.#reach, this.#width);
  }

  #next(where: 'earlier' | 'later' | 'up' | 'down' | 'first' | 'last'): Mark | null {
    const marks = this.#inOrder;
    const { current, view } = this;
    if (where === 'first') return marks[0] ?? null;
    if (where === 'last') return marks.at(-1) ?? null;
    if (current === null) {
      // The one nearest to the middle of what is seen.
      const middle = view === null ? 0 : view.from + (view.daysPerPx * this.#width) / 2;
      return nearest(marks, middle);
    }
    if (where === 'earlier' || where === 'later') {
      return marks[marks.indexOf(current) + (where === 'later' ? 1 : -1)] ?? current;
    }
    const at = this.lanes.findIndex(({ id }) => id === current.event.storyline);
    return nearest(this.lanes[at + (where === 'down' ? 1 : -1)]?.marks ?? [], current.anchor) ?? current;
  }
}

function nearest(marks: readonly Mark[], day: number): Mark | null {
  return marks.reduce<Mark | null>(
    (best, mark) => (best === null || Math.abs(mark.anchor - day) < Math.abs(best.anchor - day) ? mark : best),
    null,
  );
}
