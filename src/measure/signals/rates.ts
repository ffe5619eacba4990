import { lgamma } from '../special.ts';

/** A rate an hour as the data and the other groups leave it. */
export interface Rate {
  /** Its mean, and the mean of its square. */
  readonly mean: number;
  readonly square: number;
  /** How much of it is the group's own: 0 is all the portfolio's, 1 all its own. */
  readonly own: number;
}

/** How much the groups' rates may differ (coefficient of variation), and where the portfolio's mean may lie. */
const spreads = [0.3, 0.5, 0.75, 1, 1.5];
const places = Array.from({ length: 11 }, (_, i) => -2.5 + 0.5 * i);

/**
 * Rates of groups that learn from one another: each is Gamma distributed about the portfolio's mean, with mean
 * and spread integrated on a grid of 55 points. Undefined where there is no exposure at all.
 * Formula: the Gamma-Poisson model, e.g. Gelman et al., Bayesian Data Analysis, 2.6 and 5.
 * @param exposures hours of each group by how far their results have come.
 * @param only the one group whose rate is wanted; `rates` then has that alone.
 */
export function ratesOf(
  counts: readonly number[],
  exposures: readonly number[],
  only?: number,
): { rates: Rate[]; logMarginal: number } | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const exposed = exposures.reduce((sum, each) => sum + each, 0);
  if (!(exposed > 0)) return undefined;
  const middle = (total + 0.5) / exposed;
  const points = spreads.flatMap((spread) => {
    const a = 1 / spread ** 2;
    const gammas = counts.reduce(
      (sum, count, g) => ((exposures[g] ?? 0) > 0 ? sum + lgammaRatio(a, count) : sum),
      0,
    );
    const width = Math.sqrt(spread ** 2 / counts.length + 1 / (total + 0.5));
    return places.map((place) => {
      const b = a / (middle * Math.exp(place * width));
      let log = Math.log(width) + gammas;
      const logB = Math.log(b);
      for (let g = 0; g < counts.length; g++) {
        const exposure = exposures[g] ?? 0;
        const count = counts[g] ?? 0;
        if (exposure > 0) log += a * logB - (a + count) * Math.log(b + exposure);
      }
      return { a, b, log };
    });
  });
  const most = points.reduce((largest, { log }) => Math.max(largest, log), Number.NEGATIVE_INFINITY);
  const weights = points.map(({ log }) => Math.exp(log - most));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const wanted = only === undefined ? [...counts.keys()] : [only];
  const rates = wanted.map((g): Rate => {
    const count = counts[g] ?? 0;
    const exposure = exposures[g] ?? 0;
    let mean = 0;
    let square = 0;
    let own = 0;
    for (let i = 0; i < points.length; i++) {
      const { a, b } = points[i] ?? { a: 0, b: 1 };
      const weight = weights[i] ?? 0;
      const rate = (a + count) / (b + exposure);
      mean += weight * rate;
      square += (weight * rate * (a + count + 1)) / (b + exposure);
      own += (weight * exposure) / (b + exposure);
    }
    return { mean: mean / sum, square: square / sum, own: own / sum };
  });
  return { rates, logMarginal: most + Math.log(sum) };
}

/** ln Γ(a + n) − ln Γ(a) for a whole n: a product where that is short. */
function lgammaRatio(a: number, n: number): number {
  if (n > 30) return lgamma(a + n) - lgamma(a);
  let product = 1;
  for (let i = 0; i < n; i++) product *= a + i;
  return Math.log(product);
}
