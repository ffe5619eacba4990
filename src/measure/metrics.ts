import type { Ledger } from '../model/ledger.ts';
import type { MetricInfo } from '../model/metric.ts';
import { toMajor } from '../model/money.ts';
import { type Count, type CountId, counts } from './counts.ts';
import { type Ratio, ratios } from './ratios.ts';

/** The sums of a row, in whole numbers, by the index of the count. */
export type Sums = Float64Array;

export type Metric = Count | Ratio;

const allCounts: readonly Count[] = counts;

/** Every metric a report can show, in the order of every output. */
export const metrics: readonly Metric[] = [...allCounts.filter(({ isHidden }) => !isHidden), ...ratios];

const byId: ReadonlyMap<string, Metric> = new Map(
  [...allCounts, ...ratios].map((metric) => [metric.id, metric]),
);
const countIndex: ReadonlyMap<string, number> = new Map(allCounts.map(({ id }, index) => [id, index]));

/** Names of groups of metrics, for `--columns`. */
export const metricSets: Readonly<Record<string, readonly string[]>> = {
  core: ['activities', 'hours', 'received', 'given', 'sales', 'revenue', 'cost', 'revenue_per_hour'],
  ratios: ratios.slice(0, 6).map(({ id }) => id),
  time: ['hours', 'hours_event', 'hours_prep', 'hours_travel', 'hours_recovery'],
  web: ['visits_direct', 'visits_social'],
  all: metrics.map(({ id }) => id),
};

/** The metric of an id that a report can show, or undefined. */
export function metricOf(id: string): Metric | undefined {
  const metric = byId.get(id);
  return metric && !('isHidden' in metric && metric.isHidden) ? metric : undefined;
}

export function isCount(metric: Metric): metric is Count {
  return 'adds' in metric;
}

/** A count by id, hidden ones too. */
export function countOf(id: CountId): Count {
  return allCounts[indexOf(id)] as Count;
}

/** Where a count stands in the sums. */
export function indexOf(id: CountId): number {
  return countIndex.get(id) ?? -1;
}

/** The counts a metric is made of: above the line, taken off it, and below it. */
export function partsOf(metric: Metric): {
  plus: readonly CountId[];
  minus: readonly CountId[];
  over: readonly CountId[] | undefined;
} {
  if (isCount(metric)) return { plus: [metric.id as CountId], minus: [], over: undefined };
  return { plus: metric.plus, minus: metric.minus ?? [], over: metric.over };
}

/**
 * The value of a metric in a row: money in major units, time in hours. Undefined where it would divide by
 * nothing, or needs an hourly rate that is not set.
 */
export function valueIn(metric: Metric, sums: Sums, ledger: Ledger): number | undefined {
  const { plus, minus, over } = partsOf(metric);
  if ([...plus, ...minus].includes('time_value') && !isTimePriced(sums, ledger)) return undefined;
  const above = majorSum(plus, sums, ledger, minus);
  if (!over) return above;
  const below = majorSum(over, sums, ledger);
  return below === 0 ? undefined : above / below;
}

/**
 * The sum of some counts less others, in major units or hours. What has one unit is added in whole numbers
 * and scaled once: 0.1 + 0.2 is 0.3.
 */
export function majorSum(
  plus: readonly CountId[],
  sums: Sums,
  { settings }: Ledger,
  minus: readonly CountId[] = [],
): number {
  const add = (ids: readonly CountId[], sign: number) =>
    ids.reduce((total, id) => total + sign * wholeOf(id, sums), 0);
  const unit = countOf(plus[0] ?? 'activities').unit;
  return scaled(unit === 'priced-time' ? 'money' : unit, add(plus, 1) + add(minus, -1), settings.currency);
}

/** A count's sum in its smallest unit; priced time in minor units of money, with the fraction an hour leaves. */
function wholeOf(id: CountId, sums: Sums): number {
  const sum = sums[indexOf(id)] ?? 0;
  return countOf(id).unit === 'priced-time' ? sum / 60 : sum;
}

/** Whether every hour of the row has a rate; time is never taken as free. */
export function isTimePriced(sums: Sums, { settings }: Ledger): boolean {
  return settings.hourlyRates.length > 0 && sums[indexOf('unpriced')] === 0;
}

function scaled(unit: MetricInfo['unit'], amount: number, currency: string): number {
  if (unit === 'hours') return amount / 60;
  return unit === 'money' ? toMajor(amount, currency) : amount;
}
