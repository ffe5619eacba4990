import { betaI, inverse } from '../special.ts';

/** What sales are worth over the whole portfolio, before a group's own are looked at. */
export interface SaleScale {
  /** Squared coefficient of variation of a sale about its group's mean. */
  readonly variation: number;
  /** The portfolio's mean sale, in minor units, and how much it rests on. */
  readonly mean: number;
  readonly weight: number;
}

/** A group's mean sale: inverse Gamma with this shape and scale. */
export interface SaleValue {
  readonly count: number;
  readonly mean: number;
  readonly shape: number;
  readonly scale: number;
  /** How much of it is the group's own. */
  readonly own: number;
}

const groupSpread = 0.5 ** 2;
const priorShape = 2 + 1 / groupSpread;
const priorVariation = { weight: 10, value: 1.2 ** 2 };
const typicalWeight = 4;
const leastWeight = 3;

/** Some sales: how many, the sum of their values and of the squares of these, in minor units. */
export interface SaleSums {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

/**
 * The scale of sales over groups, or undefined where too few sales and no typical one tell it.
 * @param groups each group's sales, all above 0.
 * @param typical what a sale usually brings, as the user says.
 */
export function saleScale(groups: readonly SaleSums[], typical?: number): SaleScale | undefined {
  let squares = priorVariation.weight * priorVariation.value;
  let freedom = priorVariation.weight;
  for (const own of groups) {
    if (own.count < 2) continue;
    // The sum of (x/mean − 1)², without going over the sales again.
    squares += Math.max(0, own.squares / (own.sum / own.count) ** 2 - own.count);
    freedom += own.count - 1;
  }
  const variation = squares / freedom;
  let weight = typical === undefined ? 0 : typicalWeight;
  let sum = weight * (typical ?? 0);
  for (const own of groups) {
    if (own.count === 0) continue;
    const each = 1 / (groupSpread + variation / own.count);
    weight += each;
    sum += each * (own.sum / own.count);
  }
  if (typical !== undefined) return { variation, mean: sum / weight, weight };
  // The mean of an inverse of so few is pulled up by what is left unknown.
  return weight < leastWeight
    ? undefined
    : { variation, mean: (sum / weight) * (weight / (weight - 1)), weight };
}

/** A group's mean sale, drawn to the portfolio's. Formula: the Gamma-inverse-Gamma model; the shape by moments. */
export function saleValue({ count, sum }: SaleSums, scale: SaleScale): SaleValue {
  const k = 1 / scale.variation;
  const shape = priorShape + k * count;
  const mean = ((priorShape - 1) * scale.mean + k * sum) / (shape - 1);
  const ownShare = (k * count) / (k * count + priorShape - 1);
  const variance = 1 / (shape - 2) + ((1 - ownShare) ** 2 * (scale.mean / mean) ** 2) / scale.weight;
  const fitted = 2 + 1 / variance;
  return { count, mean, shape: fitted, scale: (fitted - 1) * mean, own: ownShare };
}

/** The return per hour: sales an hour, Gamma with this shape and rate, times the mean sale. */
export interface HourReturn {
  readonly shape: number;
  readonly rate: number;
  readonly value: SaleValue;
}

/** The mean return per hour, in minor units. */
export function meanReturn({ shape, rate, value }: HourReturn): number {
  return (shape / rate) * value.mean;
}

/** The chance that the return per hour is below an amount: a beta prime distribution. */
export function chanceBelow(amount: number, { shape, rate, value }: HourReturn): number {
  if (amount <= 0) return 0;
  const u = (amount * rate) / value.scale;
  return u === Number.POSITIVE_INFINITY ? 1 : betaI(u / (1 + u), shape, value.shape);
}

/** The return per hour that is not reached with this chance. */
export function quantileOf(chance: number, hour: HourReturn): number {
  return inverse((amount) => chanceBelow(amount, hour), chance, meanReturn(hour));
}

/**
 * What an hour costs on average, in minor units, if the group is kept though it is under the bar, and if it is
 * dropped though it is over it.
 */
export function regrets(bar: number, hour: HourReturn): { keep: number; drop: number } {
  const u = (bar * hour.rate) / hour.value.scale;
  const mean = meanReturn(hour);
  const keep = bar * chanceBelow(bar, hour) - mean * betaI(u / (1 + u), hour.shape + 1, hour.value.shape - 1);
  return { keep, drop: keep + mean - bar };
}
