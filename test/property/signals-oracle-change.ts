import { type History, referredBy } from './signals-oracle-lags.ts';
import { binomialUpTo } from './signals-oracle-special.ts';

/** The day of a group's first activity in the journal; infinite where it has none. */
export const firstActivity = (history: History, group: number) =>
  Math.min(...history.activities.flatMap((one) => (one.group === group && !one.isVirtual ? [one.at] : [])));

/** Whether a group of eighteen months or more brought clearly less in its last nine than before. */
export function isChanged(history: History, group: number): boolean {
  const { now, start, month } = history;
  if (!((now - firstActivity(history, group)) / month >= 18)) return false;
  const middle = now - 9 * month;
  const from = Math.max(start, now - 24 * month);
  const exposed = (early: number, late: number) => {
    let total = 0;
    for (const { group: of, at, hours } of history.activities) {
      if (of !== group) continue;
      total += hours * (referredBy((late - at) / month, 3) - referredBy((early - at) / month, 3));
    }
    return total;
  };
  const counted = (early: number, late: number) =>
    [...history.referrals, ...history.direct].filter(
      (one) => one.group === group && one.at > early && one.at <= late,
    ).length;
  const recently = exposed(middle, now);
  const before = exposed(from, middle);
  const count = counted(middle, now) + counted(from, middle);
  if (recently <= 0 || before <= 0 || count === 0) return false;
  return binomialUpTo(counted(middle, now), count, recently / (recently + before)) <= 0.05;
}
