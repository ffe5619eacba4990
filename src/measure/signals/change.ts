import { betaI } from '../special.ts';
import { usualWindow } from './basis.ts';
import { halfLives, referralHours, virtualHours } from './exposure.ts';
import { month } from './lags.ts';
import { type GroupRecord, leftOf } from './record.ts';

/** The months that are compared with those before them, and are looked at alone where they differ. */
export const recentWindow = 9;
const leastAge = 18;
const level = 0.05;
/** Half of an activity’s referrals come within three months, for this test alone. */
const halfLife = halfLives.findIndex(({ months }) => months === 3);

/** Referrals and direct sales of late against those before, with the matured hours they came from. */
export interface Change {
  readonly recent: { readonly count: number; readonly hours: number };
  readonly before: { readonly count: number; readonly hours: number };
  /** The chance of so few of late, had nothing changed. */
  readonly p: number;
  readonly isFound: boolean;
}

/**
 * Whether a group of 18 months or more brings less than it did: the last nine months against the fifteen before,
 * a one-sided conditional test of two Poisson rates (Przyborowski and Wilenski 1940). Undefined where there is
 * nothing to compare.
 */
export function changeAt(asOf: number, record: GroupRecord, start: number): Change | undefined {
  if ((asOf - (record.firstActivity ?? asOf)) / month < leastAge) return undefined;
  const middle = asOf - recentWindow * month;
  const from = Math.max(start, asOf - usualWindow * month);
  const each = virtualHours(record.hours, start, asOf);
  const emerged = (after: number, upTo: number) =>
    referralHours(record.hours, { days: record.before, each }, halfLife, after, upTo);
  const countIn = (after: number, upTo: number) => {
    let count = 0;
    for (const { at } of record.facts.referrals) if (at > after && at <= upTo) count += 1;
    for (const fact of record.facts.direct)
      if (fact.at > after && fact.at <= upTo && leftOf(fact, asOf) > 0) count += 1;
    return count;
  };
  const recent = { count: countIn(middle, asOf), hours: emerged(middle, asOf) };
  const before = { count: countIn(from, middle), hours: emerged(from, middle) };
  const count = recent.count + before.count;
  if (!(recent.hours > 0) || !(before.hours > 0) || count === 0) return undefined;
  const p = binomialTail(recent.count, count, recent.hours / (recent.hours + before.hours));
  return { recent, before, p, isFound: p <= level };
}

/** The chance of at most k of n, each with a chance q. */
export function binomialTail(k: number, n: number, q: number): number {
  return k >= n ? 1 : betaI(1 - q, n - k, k + 1);
}
