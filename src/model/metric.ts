import type { Phrase } from './text.ts';

/**
 * How a figure is measured. Counts are kept as whole numbers: `money` in minor units, `hours` in minutes,
 * `priced-time` in minutes × minor units an hour.
 */
export type Unit =
  | 'count'
  | 'money'
  | 'hours'
  | 'ratio'
  | 'share'
  | 'money-per'
  | 'hours-per'
  | 'priced-time';

/** What a metric says of itself wherever it is shown. */
export interface MetricInfo {
  readonly id: string;
  /** Short enough for a column. */
  readonly label: Phrase;
  readonly unit: Unit;
  /** What it is for. */
  readonly help: Phrase;
  /** Whether more of it is better, worse or neither: what a colour may say of its change. */
  readonly good: 'more' | 'less' | 'neither';
}
