import type { Basis, GroupBasis } from './basis.ts';
import { halfLives, type Matured } from './exposure.ts';
import { type WinShare, winShareOf } from './outcomes.ts';
import { type Rate, ratesOf } from './rates.ts';
import type { GroupRecord } from './record.ts';
import { type HourReturn, type SaleScale, type SaleSums, saleScale, saleValue } from './value.ts';

/** Every number of the chain for one group, on one day. */
export interface GroupAssessment extends GroupBasis {
  /** Share of the hours whose sales have had time to come, 0 to 1. */
  readonly maturity: number;
  readonly winShare: WinShare;
  /** By half-life; empty where no group has matured hours. */
  readonly referralRates: readonly Rate[];
  readonly directRates: readonly Rate[];
  /** Sales an hour, mixed over the half-lives: the mean, and the mean of its square. */
  readonly salesAnHour: { readonly mean: number; readonly square: number };
  /** Undefined without activity, without matured hours, or without a money scale. */
  readonly hour: HourReturn | undefined;
  /** Sales still to come of the hours spent, at most. */
  readonly toCome: number;
}

export interface Assessment extends Omit<Basis, 'groups'> {
  /** What the journal makes of each half-life; what was thought beforehand where it cannot tell. */
  readonly weights: readonly number[];
  /** By half-life: the log likelihood of how many referrals came; undefined where no hours have matured. */
  readonly logMarginals: readonly (number | undefined)[];
  readonly scale: SaleScale | undefined;
  /** Referrals won and lost of all groups, with what open ones tell. */
  readonly closed: number;
  readonly groups: readonly GroupAssessment[];
}

/**
 * What an hour in each group brings, as far as the records up to the day can tell.
 * @param only the one group that is wanted, where the others count but are not asked for.
 */
export function assess(basis: Basis, only?: GroupRecord): Assessment {
  const { groups, lags, asOf } = basis;
  const wanted = only ? groups.findIndex(({ record }) => record === only) : undefined;
  const rates = halfLives.map((_, h) => {
    const ofReferrals = ratesOf(
      groups.map(({ received }) => received),
      groups.map(({ matured }) => matured.referrals[h] ?? 0),
      wanted,
    );
    const ofSales = ratesOf(
      groups.map(({ direct }) => direct),
      groups.map(({ matured }) => matured.sales[h] ?? 0),
      wanted,
    );
    return ofReferrals && ofSales ? { ofReferrals, ofSales } : undefined;
  });
  const logMarginals = rates.map((each) => each?.ofReferrals.logMarginal);
  const weights = halfLifeWeights(groups, logMarginals);
  const scale = saleScale(
    groups.map(({ sales }) => sales),
    basis.typicalSale,
  );
  const closed = groups.reduce((sum, { won, lost }) => sum + won + lost, 0);
  const assessed = groups.flatMap((group, g): GroupAssessment | [] => {
    if (wanted !== undefined && g !== wanted) return [];
    const winShare = winShareOf(group, lags.winShare, closed, groups.length);
    const referralRates = rates.flatMap(
      (each) => each?.ofReferrals.rates[wanted === undefined ? g : 0] ?? [],
    );
    const directRates = rates.flatMap((each) => each?.ofSales.rates[wanted === undefined ? g : 0] ?? []);
    const mixed = (of: (referral: Rate, sale: Rate, h: number) => number) =>
      weights.reduce((sum, weight, h) => {
        const referral = referralRates[h];
        const sale = directRates[h];
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
      maturity: maturityOf(group.matured, group.hours, weights),
      winShare,
      referralRates,
      directRates,
      salesAnHour,
      hour:
        scale && isActive && referralRates.length > 0
          ? hourReturn(salesAnHour, group.sales, scale)
          : undefined,
      toCome: mixed(
        (referral, sale, h) =>
          referral.mean * winShare.mean * (group.matured.referralsToCome[h] ?? 0) +
          sale.mean * (group.matured.salesToCome[h] ?? 0),
      ),
    };
  });
  return { ...basis, weights, logMarginals, scale, closed, groups: assessed };
}

function maturityOf({ sales }: Matured, hours: number, weights: readonly number[]): number {
  if (hours <= 0) return 0;
  return weights.reduce((sum, weight, h) => sum + weight * Math.min(1, (sales[h] ?? 0) / hours), 0);
}

/** Sales an hour as the Gamma of the same mean and variance, times what a sale is worth. */
function hourReturn(
  { mean, square }: GroupAssessment['salesAnHour'],
  sales: SaleSums,
  scale: SaleScale,
): HourReturn {
  const variance = square - mean ** 2;
  return { shape: mean ** 2 / variance, rate: mean / variance, value: saleValue(sales, scale) };
}

/**
 * What the journal makes of each half-life: how likely it makes the number of referrals, and their days after
 * activities.
 */
function halfLifeWeights(
  groups: readonly GroupBasis[],
  logMarginals: readonly (number | undefined)[],
): number[] {
  const logs = halfLives.map(({ prior }, h) => {
    const marginal = logMarginals[h];
    if (marginal === undefined) return Math.log(prior);
    return groups.reduce((log, { timing }) => log + (timing[h] ?? 0), Math.log(prior) + marginal);
  });
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
