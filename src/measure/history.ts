import type { Day } from '../model/day.ts';
import { firstWhere } from '../model/first-where.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Period } from '../model/period.ts';
import type { Sums } from './metrics.ts';
import { noSums, touches } from './sums.ts';
import {
  addTallied,
  type GrowingTally,
  type Piece,
  piecesOf,
  rowsOf,
  sumsIn,
  type Tally,
  type TallyOptions,
} from './tally.ts';

/** What happened over time: the sums of any of the periods it was made for. */
export interface History {
  /** The sums of a period by row, the very ones that `tally` has for it. */
  tallyOf(period: Period): Tally;
  /** Whether anything at all is counted in a period. */
  hasAny(period: Period): boolean;
}

/** Days between two neighbouring ends of the periods: each period is a number of whole bins. */
interface Bin extends Period, GrowingTally {
  hasAny: boolean;
}

/**
 * The sums of many periods, which may overlap, from one pass over the entries. Options as for `tally`, rows
 * of time excepted.
 */
export function historyOf(ledger: Ledger, periods: readonly Period[], options: TallyOptions): History {
  const bins = binsOf(periods);
  const [first, last] = [bins[0], bins.at(-1)];
  if (first && last) {
    for (const piece of piecesOf(ledger, { from: first.from, to: last.to }, options))
      addToBins(bins, piece, ledger, options);
  }
  const known = new Map<string, Tally>();
  const binsIn = ({ from, to }: Period) => bins.slice(indexOfDay(bins, from), indexOfDay(bins, to) + 1);
  return {
    hasAny: (period) => binsIn(period).some(({ hasAny }) => hasAny),
    tallyOf: (period) => {
      const key = `${period.from} ${period.to}`;
      const tally = known.get(key) ?? summed(binsIn(period), period, ledger, options);
      known.set(key, tally);
      return tally;
    },
  };
}

function binsOf(periods: readonly Period[]): Bin[] {
  const cuts = [...new Set(periods.flatMap(({ from, to }) => [from, to + 1]))].sort((a, b) => a - b);
  return cuts.slice(1).map((next, i) => ({
    from: cuts[i] ?? next,
    to: next - 1,
    rows: new Map(),
    total: noSums(),
    hasAny: false,
  }));
}

/** Where the bin that holds a day stands. */
function indexOfDay(bins: readonly Bin[], day: Day): number {
  return Math.max(0, firstWhere(bins.length, (i) => (bins[i]?.from ?? 0) > day) - 1);
}

/** Adds a piece to the bin of its date; a fee that is spread, to every bin in which some of it was spent. */
function addToBins(bins: readonly Bin[], piece: Piece, ledger: Ledger, options: TallyOptions): void {
  const { entry } = piece;
  const last = entry.type === 'cost' && entry.until !== undefined ? entry.until : entry.date;
  for (let at = indexOfDay(bins, entry.date); at < bins.length; at++) {
    const bin = bins[at];
    if (!bin || bin.from > last) break;
    if (!touches(entry, bin, ledger)) continue;
    bin.hasAny = true;
    addTallied(bin, piece, ledger, bin, options);
  }
}

function summed(bins: readonly Bin[], period: Period, ledger: Ledger, options: TallyOptions): Tally {
  const rows = new Map<string, Sums>();
  const total = noSums();
  for (const bin of bins) {
    if (!bin.hasAny) continue;
    addSums(total, bin.total);
    for (const [key, sums] of bin.rows) addSums(sumsIn(rows, key), sums);
  }
  return { rows: rowsOf(rows, ledger, period, options), total };
}

function addSums(to: Sums, from: Sums): void {
  for (let i = 0; i < from.length; i++) to[i] = (to[i] ?? 0) + (from[i] ?? 0);
}
