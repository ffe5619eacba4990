import { decimalsOf } from './currency.ts';
import type { Day } from './day.ts';

/** An amount: a whole number of the currency's minor units (cents). Never a binary fraction. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** From `date` on, one unit of `currency` is worth `rate` (a decimal text) of the reporting currency. */
export interface Price {
  readonly date: Day;
  readonly currency: string;
  readonly rate: string;
}

/** Minor units as a number of major units: 120050 → 1200.5 for EUR. */
export function toMajor(minor: number, currency: string): number {
  return minor / 10 ** decimalsOf(currency);
}

/**
 * The money in minor units of the reporting currency at the newest price on or before the day, rounded
 * half away from zero; undefined where no such price is known. `prices` stand in date order.
 */
export function convert(
  money: Money,
  day: Day,
  reporting: string,
  prices: readonly Price[],
): number | undefined {
  if (money.currency === reporting) return money.minor;
  const price = prices.findLast((each) => each.currency === money.currency && each.date <= day);
  if (!price) return undefined;
  const [whole = '0', fraction = ''] = price.rate.split('.');
  // minor × rate × 10^(decimals of target − decimals of source), all in whole numbers.
  const up = BigInt(money.minor) * BigInt(whole + fraction) * 10n ** BigInt(decimalsOf(reporting));
  const down = 10n ** BigInt(fraction.length + decimalsOf(money.currency));
  const size = up < 0n ? -up : up;
  const rounded = (2n * size + down) / (2n * down);
  // A refund too small for a minor unit becomes -0: still no sale.
  return up < 0n ? -Number(rounded) : Number(rounded);
}

/**
 * What of `minor` falls on the first `days` of `of` days, in whole minor units: floor(minor·days/of), so
 * that the parts of adjoining periods sum to the whole.
 */
export function partUpTo(minor: number, days: number, of: number): number {
  // Split into quotient and rest, since minor × days can leave the range of exact numbers.
  const quotient = Math.floor(minor / of);
  return quotient * days + Math.floor(((minor - quotient * of) * days) / of);
}
