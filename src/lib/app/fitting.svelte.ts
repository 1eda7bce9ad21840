import { exampleIntervals } from '$lib/core/memory/fitting/example';
import { isPredicted } from '$lib/core/memory/fitting/lesson';
import { seriesOf } from '$lib/core/memory/fitting/series';
import type { Series } from '$lib/core/memory/fitting/series';
import type { Verdict } from '$lib/core/memory/fitting/verdict';
import { shouldPropose, weightsInUse } from '$lib/core/memory/own-weights';
import type { OwnWeights } from '$lib/core/memory/own-weights';
import type { Clock, StorageProblem, StudyStore, Workbench } from './ports';
import type { Settings } from './settings.svelte';

export interface FittingParts {
  readonly store: Pick<StudyStore, 'logBetween'>;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly workbench: Workbench;
}

/** Days from review to review of a fact that is known each time, before and after. */
export interface Example {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export type FittingPhase =
  | { readonly is: 'loading' }
  /** `answers`: those that can be predicted. `proposed`: enough are new since the last try. */
  | { readonly is: 'ready'; readonly answers: number; readonly proposed: boolean }
  | { readonly is: 'working' }
  /** Nothing is changed yet. */
  | { readonly is: 'done'; readonly verdict: Verdict; readonly example: Example | null }
  | { readonly is: 'failed'; readonly problem: StorageProblem };

const EXAMPLE_REVIEWS = 5;

/** Fits the memory model to the learner: says what it would change before it changes anything, and can be taken back. */
export class Fitting {
  phase: FittingPhase = $state.raw({ is: 'loading' });
  readonly #parts: FittingParts;

  constructor(parts: FittingParts) {
    this.#parts = parts;
  }

  /** What was fitted, whether it is in use, and when it was last tried. */
  get own(): OwnWeights | null {
    return this.#parts.settings.values.fitting;
  }

  async load(): Promise<void> {
    const series = await this.#series();
    if (series === null) return;
    const answers = predicted(series);
    this.phase = { is: 'ready', answers, proposed: shouldPropose(this.own, answers, this.#now()) };
  }

  /** Fits and checks the fit on answers that it has not seen. Changes only when the last try was. */
  async fit(): Promise<void> {
    this.phase = { is: 'working' };
    const { workbench, settings } = this.#parts;
    const series = await this.#series();
    if (series === null) return;
    const current = [...weightsInUse(this.own)];
    const verdict = await workbench.judgeFit({ series, current });
    const tried = { triedMs: this.#now(), answers: predicted(series) };
    await settings.set('fitting', { fitted: null, ...this.own, ...tried });
    this.phase = { is: 'done', verdict, example: this.#exampleOf(verdict, current) };
  }

  /** Puts the fitted weights to use, from the next answer on. Only those that did better in the check. */
  async apply(): Promise<void> {
    const { phase, own } = this;
    if (phase.is !== 'done' || phase.verdict.is !== 'better' || own === null) return;
    const { fitted, before, after } = phase.verdict;
    await this.#parts.settings.set('fitting', {
      ...own,
      fitted: {
        weights: fitted.weights,
        previous: own.fitted === null ? null : weightsInUse(own),
        inUse: true,
        sinceMs: this.#now(),
        heldOut: after.answers,
        lossBefore: before.loss,
        lossAfter: after.loss,
      },
    });
    await this.load();
  }

  /** Goes back to the weights before the last fit, or forward to it again. Answers given meanwhile keep what they were scheduled with. */
  async use(fitted: boolean): Promise<void> {
    const { own } = this;
    if (!own?.fitted) return;
    await this.#parts.settings.set('fitting', { ...own, fitted: { ...own.fitted, inUse: fitted } });
    await this.load();
  }

  #exampleOf(verdict: Verdict, current: readonly number[]): Example | null {
    if (verdict.is !== 'better') return null;
    const { retention } = this.#parts.settings.values;
    const example = (weights: readonly number[]): readonly number[] =>
      exampleIntervals(weights, retention, EXAMPLE_REVIEWS);
    return { before: example(current), after: example(verdict.fitted.weights) };
  }

  async #series(): Promise<Series | null> {
    const log = await this.#parts.store.logBetween(-Infinity, Infinity);
    if (log.ok) return seriesOf(log.value);
    this.phase = { is: 'failed', problem: log.problem };
    return null;
  }

  #now(): number {
    return this.#parts.clock.now().utcMs;
  }
}

function predicted(series: Series): number {
  return series.days.reduce((count, _, step) => count + (isPredicted(series, step) ? 1 : 0), 0);
}
