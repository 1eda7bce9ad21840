import { fit } from '../../src/lib/core/memory/fitting/fit';
import type { Series } from '../../src/lib/core/memory/fitting/series';
import { heldOutFrom, tryOut } from '../../src/lib/core/memory/fitting/trial';
import { fraction } from '../../src/lib/core/memory/hash';
import { DEFAULT_WEIGHTS } from '../../src/lib/core/memory/parameters';
import { findFsrsRs } from '../samples/fsrs-rs';
import type { FsrsRs } from '../samples/fsrs-rs';
import { madeUpSeries } from '../samples/made-learner';
import { percentile, printFigures } from './figures';

// The fit beside that of fsrs-rs, its model: the same answers of made-up learners who do not guess (fsrs-rs knows no guesses), the same
// held-out last fifth of their days. Only where the native package is to be had.
const LEARNERS = 8;

/** Items as fsrs-rs trains on them: each predicted answer with all that came before it, in the order of time. */
function itemsOf({ FSRSBindingItem, FSRSBindingReview }: FsrsRs, series: Series, beforeDay: number) {
  const items: { readonly order: number; readonly item: InstanceType<typeof FSRSBindingItem> }[] = [];
  for (let k = 0; k + 1 < series.starts.length; k += 1) {
    const start = series.starts[k] ?? 0;
    for (let step = start + 1; step < (series.starts[k + 1] ?? 0); step += 1) {
      if ((series.days[step] ?? 0) >= beforeDay || (series.elapsed[step] ?? 0) === 0) continue;
      const reviews = Array.from({ length: step - start + 1 }, (_, at) => {
        const days = at === 0 ? 0 : (series.elapsed[start + at] ?? 0);
        return new FSRSBindingReview(series.grades[start + at] ?? 1, days);
      });
      items.push({ order: series.order[step] ?? 0, item: new FSRSBindingItem(reviews) });
    }
  }
  return items.sort((a, b) => a.order - b.order).map(({ item }) => item);
}

const fsrsRs = findFsrsRs();
if (fsrsRs === null) process.stdout.write('  fsrs-rs is not published for this platform\n');
else {
  const losses: { readonly ours: number; readonly theirs: number; readonly usual: number }[] = [];
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let seed = 0; seed < LEARNERS; seed += 1) {
    const truth = DEFAULT_WEIGHTS.map((weight, k) => {
      const reach = k < 4 ? Math.LN2 : k === 20 ? 0.5 : 0.25;
      return weight * Math.exp(reach * (2 * fraction('learner', seed, k) - 1));
    });
    const series = madeUpSeries({ truth, facts: 1250, days: 365, seed });
    const from = heldOutFrom(series) ?? 0;
    const items = itemsOf(fsrsRs, series, from);
    const start = performance.now();
    const native = await fsrsRs.computeParameters(items, { enableShortTerm: true });
    theirs.push(performance.now() - start);
    const again = performance.now();
    const { weights } = fit(series, from);
    ours.push(performance.now() - again);
    const lossOf = (own: readonly number[]): number => tryOut(series, own, from).loss;
    losses.push({ ours: lossOf(weights), theirs: lossOf(native), usual: lossOf(DEFAULT_WEIGHTS) });
  }
  const mean = (of: (loss: (typeof losses)[number]) => number): number =>
    losses.reduce((sum, loss) => sum + of(loss), 0) / losses.length;
  const native = mean((loss) => loss.theirs);
  printFigures([
    { name: 'log loss on held-out answers, default weights', value: mean((loss) => loss.usual), unit: 'nats' },
    { name: '  weights fitted by fsrs-rs', value: native, unit: 'nats' },
    { name: '  weights fitted here', value: mean((loss) => loss.ours), unit: 'nats', target: { atMost: native }, reference: { name: 'fsrs-rs', value: native } },
    { name: 'fitting here, median', value: percentile(ours, 0.5), unit: 'ms', reference: { name: 'fsrs-rs, native', value: percentile(theirs, 0.5) } },
  ]); // prettier-ignore
}
