import { halfLives, type Matured, matured, virtualHours } from './exposure.ts';
import { type LagTable, lagTable, month } from './lags.ts';
import { chanceToWin, type Outcomes, outcomesOf, type WinShare, winShareOf } from './outcomes.ts';
import { type Rate, ratesOf } from './rates.ts';
import { type DirectState, directAt, type GroupRecord, type ReferralState, referralsAt } from './record.ts';
import { type HourReturn, type SaleScale, saleScale, saleValue } from './value.ts';

/** The months of results that rates are taken from. */
export const usualWindow = 24;

export interface AssessOptions {
  readonly start: number;
  readonly asOf: number;
  /** Months of results that rates are taken from. */
  readonly window: number;
  /** What a sale usually brings, in minor units. */
  readonly typicalSale: number | undefined;
  /** Months after which an open referral counts as lost, 13 to 36; 12 where left out. */
  readonly staleAfter: number | undefined;
}

/** Every number of the chain for one group, on one day. */
export interface GroupAssessment extends Outcomes {
  readonly record: GroupRecord;
  /** Hours in the window. */
  readonly hours: number;
  readonly matured: Matured;
  /** Share of the hours whose sales have had time to come, 0 to 1. */
  readonly maturity: number;
  /** Referrals received and direct sales in the window. */
  readonly received: readonly ReferralState[];
  readonly direct: readonly DirectState[];
  /** Referrals won in the window, whenever received. */
  readonly wonNow: readonly ReferralState[];
  readonly winShare: WinShare;
  /** By half-life; empty where no group has matured hours. */
  readonly referralRates: readonly Rate[];
  readonly directRates: readonly Rate[];
  /** Sales an hour, mixed over the half-lives: the mean, and the mean of its square. */
  readonly salesAnHour: { readonly mean: number; readonly square: number };
  /** Values of all sales up to the day, in minor units. */
  readonly values: readonly number[];
  /** Undefined without activity, without matured hours, or without a money scale. */
  readonly hour: HourReturn | undefined;
  /** Sales still to come of the open referrals, and at most of the hours spent. */
  readonly openExpected: number;
  readonly toCome: number;
}

export interface Assessment extends AssessOptions {
  /** The day after which results count. */
  readonly from: number;
  readonly lags: LagTable;
  /** What the journal makes of each half-life; what was thought beforehand where it cannot tell. */
  readonly weights: readonly number[];
  readonly scale: SaleScale | undefined;
  /** Referrals won and lost of all groups, with what open ones tell. */
  readonly closed: number;
  readonly groups: readonly GroupAssessment[];
}

/** What an hour in each group brings, as far as the records up to the day can tell. */
export function assess(records: readonly GroupRecord[], options: AssessOptions): Assessment {
  const { start, asOf, window } = options;
  const from = Math.max(start, asOf - window * month);
  const isNow = (day: number | undefined) => day !== undefined && day > from && day <= asOf;
  const groups = records.map((record) => {
    const referrals = referralsAt(asOf, record);
    const direct = directAt(asOf, record);
    return {
      record,
      referrals,
      received: referrals.filter(({ at }) => isNow(at)),
      wonNow: referrals.filter(({ outcome, closedAt }) => outcome === 'won' && isNow(closedAt)),
      direct: direct.filter(({ at }) => isNow(at)),
      hours: record.hours.hoursUpTo(asOf) - record.hours.hoursBefore(from),
      values: [
        ...referrals.filter(({ outcome }) => outcome === 'won').map(({ value }) => value),
        ...direct.map(({ minor }) => minor),
      ],
    };
  });
  const lags = lagTable(
    groups.flatMap(({ referrals }) => referrals),
    asOf,
    options.staleAfter,
  );
  const days = { start, from, to: asOf };
  const spans = records.map(({ hours, before }) => matured(hours, before, days, lags.halfWonAt));
  const rates = halfLives.map((_, h) => {
    const ofReferrals = ratesOf(
      groups.map(({ received }) => received.length),
      spans.map(({ referrals }) => referrals[h] ?? 0),
    );
    const ofSales = ratesOf(
      groups.map(({ direct }) => direct.length),
      spans.map(({ sales }) => sales[h] ?? 0),
    );
    return ofReferrals && ofSales ? { ofReferrals, ofSales } : undefined;
  });
  const weights = halfLifeWeights(
    groups,
    days,
    rates.map((each) => each?.ofReferrals.logMarginal),
  );
  const scale = saleScale(
    groups.map(({ values }) => values),
    options.typicalSale,
  );
  const outcomes = groups.map(({ referrals }) => outcomesOf(referrals, asOf, lags));
  const closed = outcomes.reduce((sum, { won, lost }) => sum + won + lost, 0);
  const assessed = groups.map(({ referrals: _, ...group }, g): GroupAssessment => {
    const outcome = outcomes[g] ?? outcomesOf([], asOf, lags);
    const span = spans[g] ?? matured(group.record.hours, [], days, lags.halfWonAt);
    const winShare = winShareOf(outcome, lags.winShare, closed, records.length);
    const referralRates = rates.flatMap((each) => each?.ofReferrals.rates[g] ?? []);
    const directRates = rates.flatMap((each) => each?.ofSales.rates[g] ?? []);
    const mixed = (of: (referral: Rate, sale: Rate, h: number) => number) =>
      weights.reduce((sum, weight, h) => {
        const [referral, sale] = [referralRates[h], directRates[h]];
        return referral && sale ? sum + weight * of(referral, sale, h) : sum;
      }, 0);
    const salesAnHour = {
      mean: mixed((referral, sale) => referral.mean * winShare.mean + sale.mean),
      square: mixed(
        (referral, sale) =>
          referral.square * winShare.square + 2 * referral.mean * winShare.mean * sale.mean + sale.square,
      ),
    };
    const isActive = (group.record.firstActivity ?? Number.POSITIVE_INFINITY) <= asOf;
    return {
      ...group,
      ...outcome,
      matured: span,
      maturity: group.hours > 0 ? maturityOf(span, group.hours, weights) : 0,
      winShare,
      referralRates,
      directRates,
      salesAnHour,
      hour:
        scale && isActive && referralRates.length > 0
          ? hourReturn(salesAnHour, group.values, scale)
          : undefined,
      openExpected: outcome.open.reduce((sum, each) => sum + chanceToWin(winShare.mean, each), 0),
      toCome: mixed(
        (referral, sale, h) =>
          referral.mean * winShare.mean * (span.referralsToCome[h] ?? 0) +
          sale.mean * (span.salesToCome[h] ?? 0),
      ),
    };
  });
  return { ...options, from, lags, weights, scale, closed, groups: assessed };
}

function maturityOf({ sales }: Matured, hours: number, weights: readonly number[]): number {
  return weights.reduce((sum, weight, h) => sum + weight * Math.min(1, (sales[h] ?? 0) / hours), 0);
}

/** Sales an hour as the Gamma of the same mean and variance, times what a sale is worth. */
function hourReturn(
  { mean, square }: GroupAssessment['salesAnHour'],
  values: readonly number[],
  scale: SaleScale,
): HourReturn {
  const variance = square - mean ** 2;
  return { shape: mean ** 2 / variance, rate: mean / variance, value: saleValue(values, scale) };
}

/**
 * What the journal makes of each half-life: how likely it makes the number of referrals, and their days after
 * activities.
 */
function halfLifeWeights(
  groups: readonly { readonly record: GroupRecord; readonly received: readonly ReferralState[] }[],
  { start, to }: { readonly start: number; readonly to: number },
  logMarginals: readonly (number | undefined)[],
): number[] {
  const logs = halfLives.map(({ months, prior }, h) => {
    const marginal = logMarginals[h];
    if (marginal === undefined) return Math.log(prior);
    let log = Math.log(prior) + marginal;
    for (const { record, received } of groups) {
      const each = virtualHours(record.hours, start, to);
      for (const { at } of received) {
        let recent = record.hours.decayed(h, at);
        for (const day of record.before) recent += each * 2 ** (-(at - day) / month / months);
        log += Math.log(1e-9 + (recent * Math.LN2) / months);
      }
    }
    return log;
  });
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
