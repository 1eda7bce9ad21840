import { FIRST_RETRIEVABILITY, recalledGivenRight } from '../weighting';
import { Branch, WEIGHT_COUNT } from './branch';

const LN_90 = Math.log(0.9);
const LEAST_STABILITY = 0.001;
const MOST_STABILITY = 36_500;
const LEAST_FIRST_STABILITY = 0.1;
const GRADES = [0, 1, 2, 3, 4] as const;

/**
 * The memory model of `model.ts` with its derivatives, forward through a series: beside stability S and difficulty D it carries ∂S/∂w and
 * ∂D/∂w, and for a prediction ∂R/∂w. Each answer is S′ = f(S, D, R, w), so that the slopes follow by the chain rule. Forward and not
 * backward, because the weights are few, and because a Gauss–Newton step wants the slopes of each prediction and not only their sum.
 */
export class Sensitivity {
  /** R at the last `recall`, and ∂R/∂w. */
  recalled = 1;
  readonly recalledBy = new Float64Array(WEIGHT_COUNT);

  #s = 1;
  #d = 5;
  readonly #sBy = new Float64Array(WEIGHT_COUNT);
  readonly #dBy = new Float64Array(WEIGHT_COUNT);
  readonly #w: Float64Array;

  // What the weights alone decide.
  readonly #factor: number;
  readonly #factorBy20: number;
  readonly #growth: number;
  readonly #lapseShare: number;
  readonly #eased: number;
  readonly #easiest: number;

  // One branch for each formula, first answers by grade.
  readonly #firsts = GRADES.map(() => new Branch());
  readonly #firstDifficulties = GRADES.map(() => new Branch());
  readonly #rememberedS = new Branch();
  readonly #forgottenS = new Branch();
  readonly #cutS = new Branch();
  readonly #sameDayS = new Branch();
  readonly #movedD = new Branch();
  readonly #lapsedD = new Branch();
  readonly #blendS = new Branch();
  readonly #blendD = new Branch();

  constructor(weights: ArrayLike<number>) {
    this.#w = Float64Array.from(weights);
    const w20 = this.#at(20);
    this.#factor = Math.exp(-LN_90 / w20) - 1;
    this.#factorBy20 = ((this.#factor + 1) * LN_90) / (w20 * w20);
    this.#growth = Math.exp(this.#at(8));
    this.#lapseShare = Math.exp(-this.#at(17) * this.#at(18));
    this.#eased = Math.exp(3 * this.#at(5));
    this.#easiest = this.#at(4) - this.#eased + 1;
  }

  /** State after a first answer. */
  begin(grade: number, guess: number): void {
    this.recalled = FIRST_RETRIEVABILITY;
    this.recalledBy.fill(0);
    const [stability, difficulty] = [this.#first(grade), this.#firstDifficulty(grade)];
    if (grade !== 3 || guess === 0) this.#take(stability, difficulty);
    else this.#takeBlend(guess, stability, this.#first(1), difficulty, this.#firstDifficulty(1));
  }

  /** Predicts the next answer, `elapsedDays` ≥ 1 later: fills `recalled` and `recalledBy`. */
  recall(elapsedDays: number): void {
    const w20 = this.#at(20);
    const s = this.#s;
    const base = 1 + (this.#factor * elapsedDays) / s;
    const recalled = Math.pow(base, -w20);
    const byS = (recalled * w20 * this.#factor * elapsedDays) / (base * s * s);
    const by20 = -recalled * (Math.log(base) + (w20 * elapsedDays * this.#factorBy20) / (base * s));
    const [slopes, sBy] = [this.recalledBy, this.#sBy];
    for (let k = 0; k < WEIGHT_COUNT; k += 1) slopes[k] = byS * (sBy[k] ?? 0);
    slopes[20] = (slopes[20] ?? 0) + by20;
    this.recalled = recalled;
  }

  /** State after an answer on the day of the one before. */
  advanceOnSameDay(grade: number): void {
    this.#take(this.#onSameDay(grade), this.#nextDifficulty(this.#movedD, grade));
  }

  /** State after the answer that `recall` has just predicted. */
  advance(grade: number, guess: number): void {
    const stability = grade === 1 ? this.#forgotten() : this.#remembered(grade);
    const difficulty = this.#nextDifficulty(this.#movedD, grade);
    if (grade !== 3 || guess === 0) this.#take(stability, difficulty);
    else this.#takeBlend(guess, stability, this.#forgotten(), difficulty, this.#nextDifficulty(this.#lapsedD, 1));
  }

  #takeBlend(guess: number, goodS: Branch, againS: Branch, goodD: Branch, againD: Branch): void {
    const chance = this.recalled + (1 - this.recalled) * guess;
    const p = recalledGivenRight(this.recalled, guess);
    const pByR = guess / (chance * chance);
    this.#take(this.#blendS.blendLogs(goodS, againS, p, pByR), this.#blendD.blend(goodD, againD, p, pByR));
  }

  #take(stability: Branch, difficulty: Branch): void {
    const [sBy, dBy, rBy] = [this.#sBy, this.#dBy, this.recalledBy];
    const { byS, byD, byR, byWeight } = stability;
    const { byD: dByD, byR: dByR, byWeight: dByWeight } = difficulty;
    for (let k = 0; k < WEIGHT_COUNT; k += 1) {
      const d = dBy[k] ?? 0;
      const r = rBy[k] ?? 0;
      sBy[k] = byS * (sBy[k] ?? 0) + byD * d + byR * r + (byWeight[k] ?? 0);
      dBy[k] = dByD * d + dByR * r + (dByWeight[k] ?? 0);
    }
    this.#s = stability.value;
    this.#d = difficulty.value;
  }

  #first(grade: number): Branch {
    return branchOf(this.#firsts, grade)
      .set(this.#at(grade - 1), 0, 0, 0)
      .by(grade - 1, 1)
      .within(LEAST_FIRST_STABILITY, MOST_STABILITY);
  }

  #firstDifficulty(grade: number): Branch {
    const eased = Math.exp((grade - 1) * this.#at(5));
    return branchOf(this.#firstDifficulties, grade)
      .set(this.#at(4) - eased + 1, 0, 0, 0)
      .by(4, 1)
      .by(5, -(grade - 1) * eased)
      .within(1, 10);
  }

  #nextDifficulty(branch: Branch, grade: number): Branch {
    const [w6, w7] = [this.#at(6), this.#at(7)];
    const headroom = ((grade - 3) * (10 - this.#d)) / 9;
    const moved = this.#d - w6 * headroom;
    return branch
      .set(w7 * this.#easiest + (1 - w7) * moved, 0, (1 - w7) * (1 + (w6 * (grade - 3)) / 9), 0)
      .by(4, w7)
      .by(5, -3 * w7 * this.#eased)
      .by(6, -(1 - w7) * headroom)
      .by(7, this.#easiest - moved)
      .within(1, 10);
  }

  #remembered(grade: number): Branch {
    const [s, d, r] = [this.#s, this.#d, this.recalled];
    const [w9, w10] = [this.#at(9), this.#at(10)];
    const bonus = grade === 2 ? this.#at(15) : grade === 4 ? this.#at(16) : 1;
    const logS = Math.log(s);
    const pace = this.#growth * Math.exp((1 - w9) * logS) * bonus;
    const unexpected = Math.exp((1 - r) * w10);
    const gained = pace * (11 - d) * (unexpected - 1);
    return this.#rememberedS
      .set(s + gained, 1 + (gained * (1 - w9)) / s, -pace * (unexpected - 1), -pace * (11 - d) * w10 * unexpected)
      .by(8, gained)
      .by(9, -gained * logS)
      .by(10, pace * (11 - d) * (1 - r) * unexpected)
      .by(15, grade === 2 ? gained / bonus : 0)
      .by(16, grade === 4 ? gained / bonus : 0)
      .within(LEAST_STABILITY, MOST_STABILITY);
  }

  #forgotten(): Branch {
    const [s, d, r] = [this.#s, this.#d, this.recalled];
    const [w11, w12, w13, w14] = [this.#at(11), this.#at(12), this.#at(13), this.#at(14)];
    const most = s * this.#lapseShare;
    const [logD, logS1] = [Math.log(d), Math.log(s + 1)];
    const share = w11 * Math.exp((1 - r) * w14 - w12 * logD);
    const grown = Math.exp(w13 * logS1);
    const after = share * (grown - 1);
    if (after > most && most > LEAST_STABILITY)
      return this.#cutS
        .set(most, this.#lapseShare, 0, 0)
        .by(17, -this.#at(18) * most)
        .by(18, -this.#at(17) * most);
    return this.#forgottenS
      .set(after, (share * w13 * grown) / (s + 1), (-w12 * after) / d, -w14 * after)
      .by(11, after / w11)
      .by(12, -after * logD)
      .by(13, share * grown * logS1)
      .by(14, after * (1 - r))
      .within(LEAST_STABILITY, Math.max(most, LEAST_STABILITY));
  }

  #onSameDay(grade: number): Branch {
    const s = this.#s;
    const [w17, w18, w19] = [this.#at(17), this.#at(18), this.#at(19)];
    const logS = Math.log(s);
    const exponent = w17 * (grade - 3 + w18) - w19 * logS;
    // A right answer never weakens a memory.
    const held = grade >= 2 && exponent < 0;
    const change = held ? 1 : Math.exp(exponent);
    const after = s * change;
    return this.#sameDayS
      .set(after, held ? 1 : change * (1 - w19), 0, 0)
      .by(17, held ? 0 : after * (grade - 3 + w18))
      .by(18, held ? 0 : after * w17)
      .by(19, held ? 0 : -after * logS)
      .within(LEAST_STABILITY, MOST_STABILITY);
  }

  #at(index: number): number {
    return this.#w[index] ?? 0;
  }
}

function branchOf(branches: readonly Branch[], grade: number): Branch {
  const branch = branches[grade];
  if (branch === undefined) throw new RangeError(`grade ${String(grade)} (expected 1 to 4)`);
  return branch;
}
