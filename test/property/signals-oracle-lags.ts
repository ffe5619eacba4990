import { whereReached } from './signals-oracle-special.ts';

/** What happened, in any unit of time (days; the golden case has months). */
export interface Activity {
  readonly group: number;
  readonly at: number;
  readonly hours: number;
  /** Supposed to have been before the journal starts. */
  readonly isVirtual?: boolean;
}
export interface Referral {
  readonly group: number;
  readonly at: number;
  readonly status: 'won' | 'lost' | 'open';
  readonly closed?: number | undefined;
  readonly value?: number | undefined;
}
export interface Direct {
  readonly group: number;
  readonly at: number;
  readonly value: number;
}
export interface History {
  /** How many units of time a month has. */
  readonly month: number;
  readonly groups: number;
  readonly start: number;
  readonly now: number;
  readonly activities: readonly Activity[];
  readonly referrals: readonly Referral[];
  readonly direct: readonly Direct[];
}

/** How referrals turn out: the share won and the share lost by an age in months. */
export interface Lags {
  /** The age from which an open referral is taken for lost. */
  readonly last: number;
  readonly wonBy: (age: number) => number;
  readonly lostBy: (age: number) => number;
  readonly winShare: number;
  /** The age at which half of the wins are in. */
  readonly halfWon: number;
}

export function lagsOf(history: History, staleAfter: number | undefined): Lags {
  const edges = [0, 1, 2, 3, 6, 9, 12];
  if (staleAfter !== undefined) edges.push(staleAfter);
  const last = edges.at(-1) ?? 12;
  const kappa = 4;
  const bins: { lo: number; hi: number; qWon: number; qLost: number }[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const lo = edges[i] ?? 0;
    const hi = edges[i + 1] ?? 0;
    let wins = 0;
    let losses = 0;
    let exposure = 0;
    for (const { at, status, closed } of history.referrals) {
      const age = ((closed ?? history.now) - at) / history.month;
      if (age > lo) exposure += Math.min(age, hi) - lo;
      const isHere = age >= lo && age < hi;
      if (isHere && status === 'won') wins += 1;
      if (isHere && status === 'lost') losses += 1;
    }
    bins.push({
      lo,
      hi,
      qWon: (wins + 0.07 * kappa) / (exposure + kappa),
      qLost: (losses + 0.16 * kappa) / (exposure + kappa),
    });
  }
  const closedBy = (age: number, isWon: boolean) => {
    let share = 0;
    let open = 1;
    for (const { lo, hi, qWon, qLost } of bins) {
      if (age <= lo) break;
      const closing = 1 - Math.exp(-(qWon + qLost) * (Math.min(age, hi) - lo));
      share += open * ((isWon ? qWon : qLost) / (qWon + qLost)) * closing;
      open *= 1 - closing;
    }
    return share;
  };
  const wonBy = (age: number) => closedBy(age, true);
  const winShare = wonBy(last);
  const halfWon = whereReached(winShare / 2, wonBy);
  return { last, wonBy, lostBy: (age) => closedBy(age, false), winShare, halfWon };
}

/** The share of an activity's referrals that came within an age in months, at a half-life. */
export function referredBy(age: number, halfLife: number): number {
  return age <= 0 ? 0 : 1 - 2 ** (-age / halfLife);
}

/** The share of an activity's sales that were closed within an age in months. */
export function soldBy(age: number, halfLife: number, halfWon: number): number {
  if (age <= 0) return 0;
  const a = Math.log(2) / halfLife;
  let b = Math.log(2) / halfWon;
  if (Math.abs(a - b) < 1e-6) b *= 1.0001;
  return 1 - (b * Math.exp(-a * age) - a * Math.exp(-b * age)) / (b - a);
}
