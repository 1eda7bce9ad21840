/** Weights of FSRS-6. */
export const WEIGHT_COUNT = 21;

/**
 * One formula of the memory model at work: what it comes to, its partial derivatives by stability S, difficulty D and recall R, and those by
 * the weights that it names. One object a formula, filled again at each step: the weights of the others stay 0 in it, and nothing is thrown away.
 */
export class Branch {
  value = 0;
  byS = 0;
  byD = 0;
  byR = 0;
  readonly byWeight = new Float64Array(WEIGHT_COUNT);

  set(value: number, byS: number, byD: number, byR: number): this {
    this.value = value;
    this.byS = byS;
    this.byD = byD;
    this.byR = byR;
    return this;
  }

  /** The derivative by one of the weights. */
  by(weight: number, slope: number): this {
    this.byWeight[weight] = slope;
    return this;
  }

  /** Keeps the value inside bounds; where it is cut, nothing has an influence on it. */
  within(low: number, high: number): this {
    if (this.value >= low && this.value <= high) return this;
    this.byWeight.fill(0);
    return this.set(this.value < low ? low : high, 0, 0, 0);
  }

  /** exp(p·ln good + (1 − p)·ln again), with p a function of R alone. */
  blendLogs(good: Branch, again: Branch, p: number, pByR: number): this {
    const value = Math.exp(p * Math.log(good.value) + (1 - p) * Math.log(again.value));
    const share = (value * p) / good.value;
    const rest = (value * (1 - p)) / again.value;
    return this.#sum(value, good, again, share, rest, value * Math.log(good.value / again.value) * pByR);
  }

  /** p·good + (1 − p)·again, with p a function of R alone. */
  blend(good: Branch, again: Branch, p: number, pByR: number): this {
    const value = p * good.value + (1 - p) * again.value;
    return this.#sum(value, good, again, p, 1 - p, (good.value - again.value) * pByR);
  }

  #sum(value: number, good: Branch, again: Branch, share: number, rest: number, throughP: number): this {
    const [sum, one, other] = [this.byWeight, good.byWeight, again.byWeight];
    for (let k = 0; k < WEIGHT_COUNT; k += 1) sum[k] = share * (one[k] ?? 0) + rest * (other[k] ?? 0);
    return this.set(
      value,
      share * good.byS + rest * again.byS,
      share * good.byD + rest * again.byD,
      share * good.byR + rest * again.byR + throughP,
    );
  }
}
