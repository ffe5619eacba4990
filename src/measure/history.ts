import type { Day } from '../model/day.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Period } from '../model/period.ts';
import { byGroup, inOrder, none } from './dimensions.ts';
import type { Sums } from './metrics.ts';
import { addTo, noSums, touches } from './sums.ts';
import { addPiece, type Piece, piecesOf, type Tally, type TallyOptions } from './tally.ts';

/** What happened over time: the sums of any of the periods it was made for. */
export interface History {
  /** The sums of a period by row, the very ones that `tally` has for it. */
  tallyOf(period: Period): Tally;
  /** Whether anything at all is counted in a period. */
  hasAny(period: Period): boolean;
}

/** Days between two neighbouring ends of the periods: each period is a number of whole bins. */
interface Bin extends Period {
  readonly rows: Map<string, Sums>;
  readonly total: Sums;
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
  let low = 0;
  let high = bins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((bins[middle]?.from ?? 0) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Adds a piece to the bin of its date; a fee that is spread, to every bin in which some of it was spent. */
function addToBins(bins: readonly Bin[], piece: Piece, ledger: Ledger, options: TallyOptions): void {
  const { entry } = piece;
  const last = entry.type === 'cost' && entry.until !== undefined ? entry.until : entry.date;
  for (let at = indexOfDay(bins, entry.date); at < bins.length; at++) {
    const bin = bins[at];
    if (!bin || bin.from > last) break;
    if (touches(entry, bin, ledger)) addToBin(bin, piece, ledger, options);
  }
}

function addToBin(bin: Bin, piece: Piece, ledger: Ledger, { groups, isCounted }: TallyOptions): void {
  bin.hasAny = true;
  // The whole of a shared sale, where all of it counts: its shares sum to 1 but for the last bit.
  if (!piece.credit || groups || isCounted) addPiece(bin.total, piece, ledger, bin);
  else if (piece.isFirst) addTo(bin.total, piece.entry, ledger, bin);
  // A touch that the model gives nothing is in no row for that.
  if (piece.credit?.share === 0) return;
  for (const key of piece.keys) addPiece(rowIn(bin.rows, key), piece, ledger, bin);
}

function rowIn(rows: Map<string, Sums>, key: string): Sums {
  const row = rows.get(key) ?? noSums();
  rows.set(key, row);
  return row;
}

function summed(bins: readonly Bin[], period: Period, ledger: Ledger, options: TallyOptions): Tally {
  const { by = byGroup, groups } = options;
  const rows = new Map<string, Sums>();
  const total = noSums();
  for (const bin of bins) {
    if (!bin.hasAny) continue;
    addSums(total, bin.total);
    for (const [key, sums] of bin.rows) addSums(rowIn(rows, key), sums);
  }
  const isAsked = (key: string) => by !== byGroup || !groups || groups.has(key);
  const shown = by.known(ledger).filter((key) => by.isShown?.(key, ledger, period) && isAsked(key));
  const all = inOrder([...shown, ...rows.keys()], by, ledger).map((key) => ({
    key,
    sums: rows.get(key) ?? noSums(),
  }));
  return { rows: all.filter(({ key, sums }) => key !== none || sums.some((sum) => sum !== 0)), total };
}

function addSums(to: Sums, from: Sums): void {
  for (let i = 0; i < from.length; i++) to[i] = (to[i] ?? 0) + (from[i] ?? 0);
}
