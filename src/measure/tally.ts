import type { Ledger, Sale } from '../model/ledger.ts';
import { groupOf, isRefund } from '../model/ledger.ts';
import { keyOf, type Period, partsOf } from '../model/period.ts';
import type { Entry } from '../model/schema.ts';
import { byGroup, type Dimension, inOrder, none } from './dimensions.ts';
import { indexOf, type Sums } from './metrics.ts';
import { addTo, noSums, touches } from './sums.ts';

/** A part of a sale that an attribution model gives to one of its touches. */
export interface Credit {
  readonly touch: Entry;
  /** Minor units; a sale's credits sum to its amount. */
  readonly minor: number;
  /** Share of the sale, 0 to 1; a sale's shares sum to 1. */
  readonly share: number;
  /** Days before the sale. */
  readonly age: number;
}

export interface TallyOptions {
  readonly by?: Dimension;
  /** Keys of the groups to count; undefined for all. */
  readonly groups?: ReadonlySet<string> | undefined;
  /** Which entries to count; undefined for all. */
  readonly isCounted?: ((entry: Entry) => boolean) | undefined;
  /** How a sale is shared out; undefined, or no credits, for the direct rule. */
  readonly creditsOf?: ((sale: Sale) => readonly Credit[]) | undefined;
}

export interface SumsRow {
  /** A group's key (or member's, month's …), or `(none)`. */
  readonly key: string;
  readonly sums: Sums;
}

export interface Tally {
  readonly rows: readonly SumsRow[];
  /** Every entry once, also where rows share one. */
  readonly total: Sums;
}

/** What one entry adds to which row: itself to its own, or a sale in part to those of its touches. */
export interface Piece {
  readonly entry: Entry;
  readonly keys: readonly string[];
  readonly credit?: Credit;
  /** Whether it is the first part of a shared sale. */
  readonly isFirst?: boolean;
}

/**
 * The sums of a period by row: those the dimension shows, those with anything in them, in its order; last
 * what belongs to none, where it counts anything.
 */
export function tally(ledger: Ledger, period: Period, options: TallyOptions = {}): Tally {
  const by = options.by ?? byGroup;
  if (by.step) return tallyByTime(ledger, period, by.step, options);
  const growing: GrowingTally = { rows: new Map(), total: noSums() };
  for (const piece of piecesOf(ledger, period, { ...options, by }))
    addTallied(growing, piece, ledger, period, options);
  return { rows: rowsOf(growing.rows, ledger, period, options), total: growing.total };
}

/** A tally that pieces are still added to. */
export interface GrowingTally {
  readonly rows: Map<string, Sums>;
  readonly total: Sums;
}

/** Adds to a tally what a piece counts in a period. */
export function addTallied(
  { rows, total }: GrowingTally,
  piece: Piece,
  ledger: Ledger,
  period: Period,
  { groups, isCounted }: TallyOptions,
): void {
  // The whole of a shared sale, where all of it counts: its shares sum to 1 but for the last bit.
  if (!piece.credit || groups || isCounted) addPiece(total, piece, ledger, period);
  else if (piece.isFirst) addTo(total, piece.entry, ledger, period);
  // A touch that the model gives nothing is in no row for that.
  if (piece.credit?.share === 0) return;
  for (const key of piece.keys) addPiece(sumsIn(rows, key), piece, ledger, period);
}

/** The sums of a row, which are none at first. */
export function sumsIn(rows: Map<string, Sums>, key: string): Sums {
  const row = rows.get(key) ?? noSums();
  rows.set(key, row);
  return row;
}

/** The rows of a tally in order: those that hold anything, and those the dimension shows in any case. */
export function rowsOf(
  sums: ReadonlyMap<string, Sums>,
  ledger: Ledger,
  period: Period,
  { by = byGroup, groups }: TallyOptions,
): SumsRow[] {
  const isAsked = (key: string) => by !== byGroup || !groups || groups.has(key);
  const shown = by.known(ledger).filter((key) => by.isShown?.(key, ledger, period) && isAsked(key));
  const keys = inOrder([...shown, ...sums.keys()], by, ledger);
  const rows = keys.map((key) => ({ key, sums: sums.get(key) ?? noSums() }));
  return rows.filter(({ key, sums: own }) => key !== none || own.some((sum) => sum !== 0));
}

function tallyByTime(
  ledger: Ledger,
  period: Period,
  step: NonNullable<Dimension['step']>,
  options: TallyOptions,
): Tally {
  const { total } = tally(ledger, period, { ...options, by: byGroup });
  const rows = partsOf(period, step, ledger.settings.calendar).map((part) => ({
    key: keyOf(part, ledger.settings.calendar),
    sums: tally(ledger, part, { ...options, by: byGroup }).total,
  }));
  return { rows, total };
}

/** The entries of a period as they count: each with the keys of its rows, sales shared out by the model. */
export function* piecesOf(
  ledger: Ledger,
  period: Period,
  { by = byGroup, groups, isCounted, creditsOf }: TallyOptions,
): Generator<Piece> {
  // Of a shared sale it is the touch that is selected, as it is the touch whose row is credited.
  const isIn = (entry: Entry) =>
    (!groups || groups.has(groupOf(entry, ledger) ?? none)) && (!isCounted || isCounted(entry));
  const keysOf = (entry: Entry) => {
    const keys = by.keysOf(entry, ledger);
    return keys.length > 0 ? keys : [none];
  };
  for (const entry of ledger.entries) {
    if (!touches(entry, period, ledger)) continue;
    const credits = entry.type === 'sale' ? (creditsOf?.(entry) ?? []) : [];
    if (credits.length === 0) {
      if (isIn(entry)) yield { entry, keys: keysOf(entry) };
      continue;
    }
    for (const credit of credits) {
      if (isIn(credit.touch))
        yield { entry, credit, keys: keysOf(credit.touch), isFirst: credit === credits[0] };
    }
  }
}

const sales = indexOf('sales');
const revenue = indexOf('revenue');

/** Adds what a piece counts to the sums. */
export function addPiece(sums: Sums, { entry, credit }: Piece, ledger: Ledger, period: Period): void {
  if (!credit || entry.type !== 'sale') {
    addTo(sums, entry, ledger, period);
    return;
  }
  sums[revenue] = (sums[revenue] ?? 0) + credit.minor;
  if (!isRefund(entry)) sums[sales] = (sums[sales] ?? 0) + credit.share;
}
