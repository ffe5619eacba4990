import type { Ledger } from '../model/ledger.ts';
import type { Period } from '../model/period.ts';
import { type Entry, type EntryType, entryTypes } from '../model/schema.ts';
import { type Count, costIn, counts } from './counts.ts';
import type { Sums } from './metrics.ts';

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
