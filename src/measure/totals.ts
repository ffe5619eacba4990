import { groupOf, type Ledger } from '../model/ledger.ts';
import type { Period } from '../model/period.ts';
import { type Entry, type EntryType, entryTypes } from '../model/schema.ts';
import { type Count, costIn, counts } from './counts.ts';
import type { Sums } from './metrics.ts';

/** The row of what belongs to no group. */
export const none = '(none)';

export interface SumsRow {
  /** A group's key, or `(none)`. */
  readonly key: string;
  readonly sums: Sums;
}

/** What one entry adds to the sums of a period, count by count, and whether it is dated in it. */
type Add = (entry: Entry, ledger: Ledger, period: Period, sums: Sums) => void;

const addersByType = new Map<EntryType, Add>(entryTypes.map((type) => [type, adderOf(type)]));

type Amount = (entry: Entry, ledger: Ledger, period: Period) => number;

function adderOf(type: EntryType): Add {
  const adds = (counts as readonly Count[]).flatMap((count, index) => {
    const amount = count.adds[type] as Amount | undefined;
    return amount ? [{ index, amount }] : [];
  });
  return (entry, ledger, period, sums) => {
    for (const { index, amount } of adds) sums[index] = (sums[index] ?? 0) + amount(entry, ledger, period);
  };
}

/** Whether an entry is in a period: it is dated in it, or is a fee some of which was spent in it. */
export function touches(entry: Entry, period: Period, ledger: Ledger): boolean {
  if (entry.date > period.to) return false;
  if (entry.date >= period.from) return true;
  return entry.type === 'cost' && entry.until !== undefined && costIn(entry, ledger, period) !== 0;
}

/** Adds what an entry that touches the period counts to the sums. */
export function addTo(sums: Sums, entry: Entry, ledger: Ledger, period: Period): void {
  addersByType.get(entry.type)?.(entry, ledger, period, sums);
}

export function noSums(): Sums {
  return new Float64Array(counts.length);
}

/**
 * The sums of a period by group: the groups one was in, and those with anything in it, in the ledger's
 * order; last what belongs to none, where it counts anything.
 */
export function rowsOf(ledger: Ledger, period: Period): SumsRow[] {
  const sums = new Map<string, Sums>();
  for (const entry of ledger.entries) {
    if (!touches(entry, period, ledger)) continue;
    const key = groupOf(entry, ledger) ?? none;
    let row = sums.get(key);
    if (!row) {
      row = noSums();
      sums.set(key, row);
    }
    addTo(row, entry, ledger, period);
  }
  const groups = ledger.groupKeys.filter((key) => sums.has(key) || wasIn(key, ledger, period));
  const rows = groups.map((key) => ({ key, sums: sums.get(key) ?? noSums() }));
  const rest = sums.get(none);
  return rest?.some((sum) => sum !== 0) ? [...rows, { key: none, sums: rest }] : rows;
}

function wasIn(key: string, { settings }: Ledger, { from, to }: Period): boolean {
  const { joined, left } = settings.groups.get(key) ?? {};
  return (joined === undefined || joined <= to) && (left === undefined || left >= from);
}

/** The sum of rows. */
export function totalOf(rows: readonly SumsRow[]): Sums {
  const total = noSums();
  for (const { sums } of rows) {
    sums.forEach((sum, i) => {
      total[i] = (total[i] ?? 0) + sum;
    });
  }
  return total;
}
