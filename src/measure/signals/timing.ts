import { firstWhere } from '../../model/first-where.ts';
import { halfLives, recentHours, type Timeline } from './exposure.ts';
import { month } from './lags.ts';

/** How well the hours before them foretell the days of referrals. */
export interface Timing {
  /**
   * By half-life: the log likelihood of the days of the referrals after one day and up to another.
   * @param each the hours of an activity thought to have been before the journal.
   */
  between(after: number, upTo: number, each: number): number[];
}

/**
 * The timing of referrals on these days, in order. Every look asks for it, and what is known of a referral's past is
 * the same at each: it is reckoned once.
 */
export function timingOf(days: readonly number[], hours: Timeline, before: readonly number[]): Timing {
  const logOf = (recent: number, months: number) => Math.log(1e-9 + (recent * Math.LN2) / months);
  const known = halfLives.map((_, h) => days.map((day) => recentHours(day, h, hours)));
  const thought = halfLives.map(({ months }) =>
    days.map((at) => before.reduce((sum, day) => sum + 2 ** (-(at - day) / month / months), 0)),
  );
  const sums = halfLives.map(({ months }, h) => {
    const running = [0];
    for (const recent of known[h] ?? []) running.push((running.at(-1) ?? 0) + logOf(recent, months));
    return running;
  });
  return {
    between: (after, upTo, each) => {
      const first = firstWhere(days.length, (i) => (days[i] ?? 0) > after);
      const end = firstWhere(days.length, (i) => (days[i] ?? 0) > upTo);
      return halfLives.map(({ months }, h) => {
        if (before.length === 0) return (sums[h]?.[end] ?? 0) - (sums[h]?.[first] ?? 0);
        let log = 0;
        for (let i = first; i < end; i++) {
          log += logOf((known[h]?.[i] ?? 0) + each * (thought[h]?.[i] ?? 0), months);
        }
        return log;
      });
    },
  };
}
