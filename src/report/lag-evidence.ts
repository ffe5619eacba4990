import { firstTouchFinder } from '../measure/attribution.ts';
import { none } from '../measure/dimensions.ts';
import type { Watched } from '../measure/incidence.ts';
import { assess } from '../measure/signals/assess.ts';
import { basesOf, usualWindow } from '../measure/signals/basis.ts';
import { evidenceOf } from '../measure/signals/evidence.ts';
import { halfLives } from '../measure/signals/exposure.ts';
import { type LagTable, lagTable, month } from '../measure/signals/lags.ts';
import { type Portfolio, presentAt, referralsAt } from '../measure/signals/record.ts';
import type { Day } from '../model/day.ts';
import { groupOf, isRefund, type Ledger } from '../model/ledger.ts';
import type { Entry } from '../model/schema.ts';

export interface LagSelection {
  /** Keys of the groups to show; undefined for all. */
  readonly groups: ReadonlySet<string> | undefined;
  /** Which entries to count; undefined for all. */
  readonly isCounted: ((entry: Entry) => boolean) | undefined;
}

/** A referral received, its age in months at its closing, or on the ledger's day where it is open. */
export interface WatchedReferral extends Watched {
  readonly group: string;
  readonly date: Day;
}

/** What `signals` takes for the time from an activity to its referrals: months, and weights that sum to 1. */
export interface HalfLife {
  readonly months: number;
  readonly prior: number;
  readonly weight: number;
}

/** What `signals` makes of the whole journal, whatever is selected. */
export interface SignalsLags {
  readonly assumed: LagTable;
  readonly used: LagTable;
  readonly halfLives: readonly HalfLife[];
}

/** What the journal holds of use to the sections of lags. */
export interface LagEvidence {
  /** The selected referrals received. */
  readonly referrals: readonly WatchedReferral[];
  readonly sales: TracedSales;
  readonly ofSignals: SignalsLags;
}

/** The selected referrals and sales since the business is what it is, and what `signals` makes of all. */
export function lagEvidence(ledger: Ledger, selection: LagSelection): LagEvidence {
  const portfolio = evidenceOf(ledger);
  return {
    referrals: watchedReferrals(ledger, portfolio, selection),
    sales: tracedSales(ledger, selection),
    ofSignals: signalsLags(ledger, portfolio),
  };
}

const isIn = (entry: Entry, ledger: Ledger, { groups, isCounted }: LagSelection) =>
  (!groups || groups.has(groupOf(entry, ledger) ?? none)) && (!isCounted || isCounted(entry));

/** Referrals of every group, also of those left: won, lost and open as `signals` has it, less refunds. */
function watchedReferrals(
  ledger: Ledger,
  { records }: Portfolio,
  selection: LagSelection,
): WatchedReferral[] {
  const { asOf } = ledger;
  return records
    .flatMap((record) => referralsAt(asOf, record))
    .flatMap(({ fact: { entry }, at, outcome, closedAt }) => {
      if (!entry || !isIn(entry, ledger, selection)) return [];
      // A sale cannot come before its referral; a loss written so is one of the same day.
      const age = Math.max(0, (closedAt ?? asOf) - at) / month;
      return [{ age, outcome, group: entry.group, date: entry.date }];
    });
}

/** Sales, and for those with a touch the months since the first one. */
export interface TracedSales {
  readonly dates: readonly Day[];
  readonly ages: readonly number[];
}

/** Sales, refunds left out, each back to the first touch in the journal. */
function tracedSales(ledger: Ledger, selection: LagSelection): TracedSales {
  const firstTouch = firstTouchFinder(ledger);
  const dates: Day[] = [];
  const ages: number[] = [];
  for (const sale of ledger.entries) {
    if (sale.type !== 'sale' || isRefund(sale) || !isIn(sale, ledger, selection)) continue;
    if (sale.date < (ledger.settings.businessSince ?? sale.date)) continue;
    dates.push(sale.date);
    const days = firstTouch(sale);
    if (days !== undefined) ages.push(days / month);
  }
  return { dates, ages };
}

function signalsLags({ asOf, settings }: Ledger, portfolio: Portfolio): SignalsLags {
  const staleAfter = settings.signals['stale-after'];
  const basis = basesOf(presentAt(asOf, portfolio), {
    start: portfolio.start,
    asOf,
    typicalSale: settings.signals['typical-sale'],
    staleAfter,
  })(usualWindow);
  const { lags, weights } = assess(basis);
  return {
    assumed: lagTable([], asOf, staleAfter),
    used: lags,
    halfLives: halfLives.map(({ months, prior }, i) => ({ months, prior, weight: weights[i] ?? prior })),
  };
}
