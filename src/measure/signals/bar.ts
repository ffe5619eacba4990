import type { Assessment, GroupAssessment } from './assess.ts';
import { meanReturn } from './value.ts';

/** What sets the bar: the return an hour must bring. Money in minor units. */
export interface BarOptions {
  /** The bar itself, where the user gives it. */
  readonly bar: number | undefined;
  /** What an hour is worth on a day; undefined where that is not said. */
  rateOn(day: number): number | undefined;
  /** The share of a sale that is the user's to keep. */
  readonly margin: number;
  /** With no hourly rate: the bar as a share of what the other groups return. */
  readonly barFactor: number;
}

/**
 * The bar of a group: an hour's worth and its cash cost in the window, over the margin; with no hourly rate a
 * share of the mean return of the other groups, weighed by hours. Undefined where neither can be had.
 */
export function barOf(group: GroupAssessment, all: Assessment, options: BarOptions): number | undefined {
  if (options.bar !== undefined) return options.bar;
  const rate = options.rateOn(all.asOf);
  if (rate === undefined) return barOfOthers(group, all, options.barFactor);
  return (rate + cashAnHour(group, all)) / options.margin;
}

/** Money spent on a group in the window, an hour in it; 0 without hours. */
export function cashAnHour({ record, hours }: GroupAssessment, { from, asOf }: Assessment): number {
  return hours > 0 ? record.facts.costBetween(from, asOf) / hours : 0;
}

function barOfOthers(group: GroupAssessment, { groups }: Assessment, factor: number): number | undefined {
  let [hours, returned] = [0, 0];
  for (const other of groups) {
    if (other === group || !other.hour) continue;
    hours += other.hours;
    returned += other.hours * meanReturn(other.hour);
  }
  return hours > 0 ? (factor * returned) / hours : undefined;
}
