import { gammaP } from './special.ts';

/** What the values of a series, one a period, say of its direction. */
export interface Trend {
  /** Values that are defined: those tested. */
  readonly count: number;
  /** Theil–Sen: the median of the slopes between all pairs of values, a period; undefined with fewer than two. */
  readonly slope: number | undefined;
  /** Mann–Kendall's S: pairs that rise less pairs that fall. */
  readonly s: number;
  /** The variance of S where there is no trend, corrected for ties. */
  readonly variance: number;
  /** How likely an S this far from 0, either way, is where there is no trend: 0 to 1. */
  readonly p: number;
}

/** Up to so many values p is counted out; above, S is as good as normal. */
const mostExact = 40;

/**
 * The direction of a series whose values stand in the order of time; what is undefined is left out, its
 * place in time kept. Slope: P. K. Sen, JASA 63 (1968); test: M. G. Kendall, Rank Correlation Methods, 4.
 */
export function trendOf(series: readonly (number | null)[]): Trend {
  const points = series.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  const ranks = ranksOf(points.map(({ value }) => value));
  const slopes: number[] = [];
  let s = 0;
  for (const [j, late] of points.entries()) {
    for (const [i, early] of points.slice(0, j).entries()) {
      const isTied = ranks[i] === ranks[j];
      slopes.push(isTied ? 0 : (late.value - early.value) / (late.at - early.at));
      if (!isTied) s += late.value > early.value ? 1 : -1;
    }
  }
  const ties = tiesOf(ranks);
  const variance = varianceOf(points.length, ties);
  const p = points.length > mostExact ? normalP(s, variance) : exactP(s, ties);
  return { count: points.length, slope: medianOf(slopes), s, variance, p };
}

/** Ratios that are equal can differ in their last bits: what is as near as that is tied. */
const near = 1e-12;

/** The rank of each value, from 0; equal values share one. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value);
  const ranks: number[] = values.map(() => 0);
  let rank = 0;
  for (const [at, { value, i }] of order.entries()) {
    const before = order[at - 1]?.value ?? value;
    if (value - before > near * Math.max(Math.abs(value), Math.abs(before))) rank++;
    ranks[i] = rank;
  }
  return ranks;
}

/** How many values have each rank. */
function tiesOf(ranks: readonly number[]): number[] {
  const ties: number[] = [];
  for (const rank of ranks) ties[rank] = (ties[rank] ?? 0) + 1;
  return ties;
}

function varianceOf(count: number, ties: readonly number[]): number {
  const term = (n: number) => n * (n - 1) * (2 * n + 5);
  return (term(count) - ties.reduce((sum, tie) => sum + term(tie), 0)) / 18;
}

function medianOf(values: number[]): number | undefined {
  values.sort((a, b) => a - b);
  const upper = values[values.length >> 1];
  const lower = values[(values.length - 1) >> 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

/**
 * The exact two-sided p of S, where values are tied in groups of the sizes given: of all orders of the values,
 * the share whose S is as far from 0 or farther.
 */
function exactP(s: number, ties: readonly number[]): number {
  let chances = [1];
  let count = 0;
  for (const tie of ties) {
    chances = product(chances, inversionsOf(count, tie));
    count += tie;
  }
  // Pairs that are not tied either rise or fall: their number is the largest S, and a fall takes 2 from it.
  const most = chances.length - 1;
  const falls = (most - Math.abs(s)) / 2;
  const tail = chances.slice(0, falls + 1).reduce((sum, chance) => sum + chance, 0);
  return Math.min(1, 2 * tail);
}

/**
 * The chances of 0, 1, 2 … inversions between `a` values and `b` larger ones in a random order: the
 * coefficients of the q-binomial (a+b over b), by Pascal's rule, as shares of their sum. Shares neither
 * overflow nor, all of them being added only, lose digits.
 */
function inversionsOf(a: number, b: number): number[] {
  // rows[k]: k larger values among those placed so far.
  let rows: number[][] = [[1]];
  for (let placed = 1; placed <= a + b; placed++) {
    const next: number[][] = [];
    for (let larger = Math.max(0, placed - a); larger <= Math.min(b, placed); larger++) {
      const sum: number[] = Array.from({ length: larger * (placed - larger) + 1 }, () => 0);
      // Last comes one of the larger values: nothing is inverted; or another: with all of the larger before it.
      const add = (row: readonly number[] | undefined, shift: number, share: number) => {
        for (const [i, chance] of (row ?? []).entries())
          sum[i + shift] = (sum[i + shift] ?? 0) + chance * share;
      };
      if (larger > 0) add(rows[larger - 1], 0, larger / placed);
      if (placed > larger) add(rows[larger], larger, (placed - larger) / placed);
      next[larger] = sum;
    }
    rows = next;
  }
  return rows[b] ?? [1];
}

function product(left: readonly number[], right: readonly number[]): number[] {
  const out: number[] = Array.from({ length: left.length + right.length - 1 }, () => 0);
  for (const [i, a] of left.entries()) {
    for (const [j, b] of right.entries()) out[i + j] = (out[i + j] ?? 0) + a * b;
  }
  return out;
}

/** The two-sided p of S as a normal variable, with the correction for S being whole: z = (|S| − 1)/√variance. */
export function normalP(s: number, variance: number): number {
  if (s === 0) return 1;
  const z = (Math.abs(s) - 1) / Math.sqrt(variance);
  return 1 - gammaP(0.5, (z * z) / 2);
}
