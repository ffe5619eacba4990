import type { Verdict } from '../../../src/measure/signals/verdict.ts';
import type { Judged } from './judge.ts';
import { months } from './user.ts';

/** The months by whose end drops are counted. */
export const marks = [6, 12, 18, 24] as const;

/** By month: the share of groups that were dropped, once at least, by the end of it. */
type ByMark = Readonly<Record<(typeof marks)[number], number>>;

/** What a world showed. Shares are of 1. */
export interface Tally {
  readonly groups: number;
  /** True return above 1.25 bars, and under half a bar. */
  readonly good: number;
  readonly bad: number;
  readonly falseDrops: { readonly method: ByMark; readonly naive: ByMark };
  readonly detections: { readonly method: ByMark; readonly naive: ByMark };
  /** Groups in drop at month 24, and the share of them with a true return under the bar. */
  readonly dropped: number;
  readonly precision: number;
  /** How often the 80 % range held the true return, at the looks from month 12 on: all, and those not too early. */
  readonly coverage: { readonly all: number; readonly judged: number };
  /** Bars lost per planned hour of the months 6 to 30. The oracle's is 0. */
  readonly regret: { readonly method: number; readonly naive: number; readonly never: number };
  /** Shares of looks by verdict. */
  readonly looks: Readonly<Record<Verdict, number>>;
  /** Months out of 24 by verdict: the median of groups, and what one in ten exceeds. */
  readonly monthsGood: Months;
  readonly monthsBad: Months;
}

type Months = Readonly<Record<'too-early' | 'watch', { readonly median: number; readonly tenth: number }>>;

/** Sums up the groups of all users of a world. */
export function tallyOf(all: readonly Judged[]): Tally {
  const good = all.filter(({ ratio }) => ratio > 1.25);
  const bad = all.filter(({ ratio }) => ratio < 0.5);
  const last = all.filter(({ verdicts }) => verdicts.at(-1) === 'drop');
  const byMark = (groups: readonly Judged[], monthOf: (group: Judged) => number): ByMark => {
    const by = (mark: number) => shareOf(groups, (group) => monthOf(group) <= mark);
    return { 6: by(6), 12: by(12), 18: by(18), 24: by(24) };
  };
  const both = (groups: readonly Judged[]) => ({
    method: byMark(groups, dropOf),
    naive: byMark(groups, naiveDropOf),
  });
  const looks = all.flatMap(({ verdicts }) => verdicts);
  const ranges = all.flatMap(({ covered, verdicts }) =>
    covered.flatMap((isCovered, i) =>
      i + 1 >= 12 && isCovered !== undefined ? [{ isCovered, isJudged: verdicts[i] !== 'too-early' }] : [],
    ),
  );
  const isVerdict = (verdict: Verdict) => shareOf(looks, (look) => look === verdict);
  return {
    groups: all.length,
    good: good.length,
    bad: bad.length,
    falseDrops: both(good),
    detections: both(bad),
    dropped: last.length,
    precision: shareOf(last, ({ ratio }) => ratio < 1),
    coverage: {
      all: shareOf(ranges, ({ isCovered }) => isCovered),
      judged: shareOf(
        ranges.filter(({ isJudged }) => isJudged),
        ({ isCovered }) => isCovered,
      ),
    },
    regret: {
      method: regretOf(all, dropOf),
      naive: regretOf(all, naiveDropOf),
      never: regretOf(all, () => Number.POSITIVE_INFINITY),
    },
    looks: {
      'too-early': isVerdict('too-early'),
      keep: isVerdict('keep'),
      watch: isVerdict('watch'),
      drop: isVerdict('drop'),
    },
    monthsGood: monthsOf(good),
    monthsBad: monthsOf(bad),
  };
}

/** The month of the first drop; infinite where there is none. */
function dropOf({ verdicts }: Judged): number {
  const first = verdicts.indexOf('drop');
  return first < 0 ? Number.POSITIVE_INFINITY : first + 1;
}

function naiveDropOf({ naive }: Judged): number {
  return naive[0] ?? Number.POSITIVE_INFINITY;
}

const horizon = { from: 6, to: months + 6 };

/**
 * What is lost against one who knows the true returns: in the hours planned for the months 6 to 30, what a kept group
 * lacks to the bar and what a dropped one would have brought above it, in bars per planned hour. The first drop is
 * final; a group that was not dropped by month 24 is kept.
 */
function regretOf(groups: readonly Judged[], dropMonth: (group: Judged) => number): number {
  let [lost, planned] = [0, 0];
  for (const group of groups) {
    const hours = group.planned * (horizon.to - horizon.from);
    const dropped = Math.min(Math.max(dropMonth(group), horizon.from), horizon.to);
    const kept = (dropped - horizon.from) / (horizon.to - horizon.from);
    lost += hours * Math.abs(group.ratio - 1) * (group.ratio < 1 ? kept : 1 - kept);
    planned += hours;
  }
  return lost / planned;
}

function monthsOf(groups: readonly Judged[]): Months {
  const spent = (verdict: Verdict) => {
    const counts = groups.map(({ verdicts }) => verdicts.filter((each) => each === verdict).length);
    counts.sort((a, b) => a - b);
    return { median: quantile(counts, 0.5), tenth: quantile(counts, 0.9) };
  };
  return { 'too-early': spent('too-early'), watch: spent('watch') };
}

/** Of sorted numbers, the least that has at least this share at or under it. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** The share of those that pass a test; 0 of none. */
function shareOf<T>(values: readonly T[], test: (value: T) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}
