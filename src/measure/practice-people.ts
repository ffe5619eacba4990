import type { Day } from '../model/day.ts';
import type { Ledger } from '../model/ledger.ts';
import { foldName } from '../model/names.ts';
import { earlierPeriod, type Period } from '../model/period.ts';
import { type FollowUpSelection, isIn } from './followups.ts';
import { spokenWith } from './spoken.ts';
import { wilson } from './wilson.ts';

/** Days after a first meeting in which someone is seen again, or not. */
export const againWithin = 90;

/** Of those met by name for the first time in a period, how many were seen again within 90 days. */
export interface Again {
  /** Those of whom it can be told: their 90 days are over. */
  readonly met: number;
  readonly again: number;
  /** The 95 % interval of the share (Wilson). */
  readonly low: number;
  readonly high: number;
  /** Those met too lately to tell. */
  readonly recent: number;
}

export interface PeopleFacts {
  readonly now: Again;
  /** The same a year earlier; undefined where the journal does not reach so far back. */
  readonly before: (Again & { readonly period: Period }) | undefined;
  /** The 95 % interval of the difference of the shares; undefined where there is nothing to compare. */
  readonly change: { readonly low: number; readonly high: number } | undefined;
  /** Activities of the period that say how many were met, not whom; and how many those were. */
  readonly unnamed: { readonly activities: number; readonly people: number };
}

/** Days on which a person was met, and on which any exchange names them. */
interface Traces {
  readonly met: Day[];
  readonly spoken: Day[];
}

/**
 * Whether those one meets are seen again: met on a later day, or on one named by a referral, a sale, an outcome, a
 * promise or an approach. Names as names are compared; the selected entries only. Difference of shares: R. G. Newcombe,
 * Statistics in Medicine 17 (1998) 873, method 10.
 */
export function peopleFacts(ledger: Ledger, period: Period, selection: FollowUpSelection): PeopleFacts {
  const traces = tracesIn(ledger, selection);
  const now = againIn(traces, period, ledger.asOf);
  const earlier = earlierPeriod(period, 'year', ledger.settings.calendar);
  const first = [...traces.values()].reduce((least, { met }) => Math.min(least, ...met), ledger.asOf + 1);
  const before =
    first <= earlier.from ? { ...againIn(traces, earlier, ledger.asOf), period: earlier } : undefined;
  const unnamed = ledger.entries.flatMap((entry) =>
    entry.type === 'activity' &&
    entry.date >= period.from &&
    entry.date <= period.to &&
    isIn(entry, ledger, selection) &&
    entry.met !== undefined &&
    entry.met.count > entry.met.names.length
      ? [entry.met.count - entry.met.names.length]
      : [],
  );
  return {
    now,
    before,
    change: before && now.met > 0 && before.met > 0 ? differenceOf(now, before) : undefined,
    unnamed: { activities: unnamed.length, people: unnamed.reduce((sum, count) => sum + count, 0) },
  };
}

function tracesIn(ledger: Ledger, selection: FollowUpSelection): ReadonlyMap<string, Traces> {
  const people = new Map<string, Traces>();
  const of = (name: string) => {
    const key = foldName(name);
    const traces = people.get(key) ?? { met: [], spoken: [] };
    people.set(key, traces);
    return traces;
  };
  for (const entry of ledger.entries) {
    if (!isIn(entry, ledger, selection)) continue;
    if (entry.type === 'activity') for (const name of entry.met?.names ?? []) of(name).met.push(entry.date);
    for (const name of spokenWith(entry, ledger)) of(name).spoken.push(entry.date);
  }
  return people;
}

function againIn(people: ReadonlyMap<string, Traces>, { from, to }: Period, asOf: Day): Again {
  let [met, again, recent] = [0, 0, 0];
  for (const traces of people.values()) {
    const first = traces.met.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
    if (first < from || first > to) continue;
    const last = first + againWithin;
    // Those already seen again are left out too: to count them alone would flatter.
    if (last > asOf) recent++;
    else {
      met++;
      if (traces.spoken.some((day) => day > first && day <= last)) again++;
    }
  }
  return { met, again, recent, ...wilson(again, met) };
}

type Told = Pick<Again, 'met' | 'again' | 'low' | 'high'>;

/** The 95 % interval of the difference of two shares (Newcombe's method 10). */
export function differenceOf(a: Told, b: Told): { low: number; high: number } {
  const [p, q] = [a.again / a.met, b.again / b.met];
  return {
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  };
}
