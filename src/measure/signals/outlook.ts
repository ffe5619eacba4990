import type { Day } from '../../model/day.ts';
import { firstWhere } from '../../model/first-where.ts';
import { type Basis, withRecord } from './basis.ts';
import { hoursUpTo } from './exposure.ts';
import { month } from './lags.ts';
import { continued, type GroupRecord, type Portfolio } from './record.ts';
import {
  basesAt,
  type Look,
  looksAt,
  monthEnd,
  type Signal,
  type SignalOptions,
  type Verdict,
} from './verdict.ts';

/** What would change a verdict, found by judging again a journal in which it has come. */
export type Outlook =
  /** So many sales of this value by a day would make it better. */
  | {
      readonly kind: 'sales';
      readonly count: number;
      readonly minor: number;
      readonly by: Day;
      readonly verdict: Verdict;
    }
  /** At the same pace of hours it will be better by a day, with no sale more. */
  | { readonly kind: 'time'; readonly by: Day; readonly verdict: Verdict }
  /** Not even the most sales that were tried would. */
  | { readonly kind: 'no-sales'; readonly count: number; readonly minor: number; readonly by: Day }
  /** At the same pace of hours, without referral or sale, it would be kept no more from a day on. */
  | { readonly kind: 'silence'; readonly from: Day; readonly verdict: Verdict }
  /** It would still be kept a year on. */
  | { readonly kind: 'safe'; readonly until: Day }
  /** At the same pace of hours there can be a verdict from a day on. */
  | { readonly kind: 'enough'; readonly from: Day }
  /** Not within two years. */
  | { readonly kind: 'never-enough'; readonly until: Day };

const mostSales = 6;
const salesWithin = 3;
const silentMonths = 12;
const enoughWithin = 24;

/** Finds what would change verdicts, and keeps what the groups have in common. */
export function outlooks(
  portfolio: Portfolio,
  options: SignalOptions,
  scale: number,
): (signal: Signal) => Outlook | undefined {
  const kept = new Map<string, Basis>();
  const bases = (day: Day, window: number) => {
    const key = `${day} ${window}`;
    const basis = kept.get(key) ?? basesAt(day, portfolio, options)(window);
    kept.set(key, basis);
    return basis;
  };
  return (signal) => outlookOf(signal, options, scale, bases);
}

/**
 * What would change the verdict on a group; undefined where a setting is wanted, or nothing but a first activity.
 * @param scale minor units in a major one: sales are tried in round amounts.
 */
function outlookOf(
  { now }: Signal,
  options: SignalOptions,
  scale: number,
  bases: (day: Day, window: number) => Basis,
): Outlook | undefined {
  const { day, group } = now;
  // Of a group whose last day is set, what would change the verdict is no question any more.
  if (group.record.facts.left !== undefined) return undefined;
  const pace = paceOf(group.record, day);
  // A bar that other groups set stays as it is: that they bring nothing meanwhile is not what is asked.
  const isOthers = options.bar === undefined && options.rateOn(day) === undefined;
  const held = isOthers ? { ...options, bar: now.bar } : options;
  const tried = new Map<string, Verdict | undefined>();
  /** The verdict on the last day of the month that is so many months ahead, with so many sales by then. */
  const ahead = (months: number, sales = 0, minor = 0): Verdict | undefined => {
    const key = `${months} ${sales}`;
    if (!tried.has(key)) tried.set(key, lookAhead(monthEnd(day, months), sales, minor)?.verdict);
    return tried.get(key);
  };
  const lookAhead = (at: Day, count: number, minor: number): Look | undefined => {
    const record = withFuture(group.record, day, at, pace, { count, minor });
    const within = (window: number) => withRecord(bases(at, window), group.record, record);
    return looksAt(within, held, () => now.memory, record)[0];
  };
  // The month that still runs has an end ahead too, unless this is its last day.
  const first = monthEnd(day, 0) > day ? 0 : 1;
  if (now.want === 'months' || now.want === 'evidence') {
    // Where a setting is wanted as well, time alone will not bring a verdict.
    if (!now.all.scale || now.bar === undefined) return undefined;
    for (let months = first; months <= enoughWithin; months++) {
      if (ahead(months) !== 'too-early') return { kind: 'enough', from: monthEnd(day, months) };
    }
    return { kind: 'never-enough', until: monthEnd(day, enoughWithin) };
  }
  if (now.want || !group.hour) return undefined;
  if (now.verdict === 'keep') {
    // Month by month: the first that is no keep any more, as a later one may be one again.
    for (let months = first; months <= silentMonths; months++) {
      const verdict = ahead(months);
      if (verdict !== 'keep' && verdict) return { kind: 'silence', from: monthEnd(day, months), verdict };
    }
    return { kind: 'safe', until: monthEnd(day, silentMonths) };
  }
  const minor = roundly(group.hour.value.mean / scale) * scale;
  const by = monthEnd(day, salesWithin);
  const isBetter = (verdict: Verdict | undefined) =>
    verdict === 'keep' || (verdict === 'watch' && now.verdict === 'drop');
  const alone = ahead(salesWithin);
  if (alone && isBetter(alone)) return { kind: 'time', by, verdict: alone };
  const count = 1 + firstWhere(mostSales, (i) => isBetter(ahead(salesWithin, 1 + i, minor)));
  const verdict = count > mostSales ? undefined : ahead(salesWithin, count, minor);
  if (verdict) return { kind: 'sales', count, minor, by, verdict };
  return { kind: 'no-sales', count: mostSales, minor, by };
}

/** Hours a month over the last year, or since the first activity. */
export function paceOf({ hours, firstActivity }: GroupRecord, day: number): number {
  const months = Math.min(12, Math.max(1, (day - (firstActivity ?? day)) / month));
  return (hoursUpTo(day, hours) - hoursUpTo(day - months * month, hours)) / months;
}

/** The record as it will be if its hours go on and nothing comes of it but some sales on the last day. */
function withFuture(
  record: GroupRecord,
  day: number,
  until: number,
  pace: number,
  sales: { count: number; minor: number },
): GroupRecord {
  const months = Math.round((until - day) / month);
  const activities = Array.from({ length: months }, (_, i) => ({
    at: day + ((i + 0.5) * (until - day)) / months,
    hours: (pace * (until - day)) / month / months,
  }));
  const direct = Array.from({ length: sales.count }, () => ({ at: until, minor: sales.minor, refunds: [] }));
  return continued(record, activities, direct);
}

/** An amount as one would say it: two digits that count. */
function roundly(major: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(major)) - 1);
  return Math.max(1, Math.round(major / unit)) * unit;
}
