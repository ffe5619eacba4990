import { addSteps, endOf, type Step, startOf } from '../model/calendar.ts';
import type { Day } from '../model/day.ts';
import type { Ledger } from '../model/ledger.ts';
import { earlierPeriod, type Period, partsOf } from '../model/period.ts';

export type TrendStep = Extract<Step, 'month' | 'quarter' | 'year'>;

/**
 * How much of a period is known: all (`whole`); it is not over (`running`); `--from` or `--to` take a part
 * (`cut`); the journal begins in it (`start`), after it (`before`), or within the months summed (`short`).
 */
export type TrendState = 'whole' | 'running' | 'cut' | 'start' | 'before' | 'short';

export interface TrendPeriod {
  /** The month, quarter or year, cut to what was asked for and to the as-of day. */
  readonly period: Required<Period>;
  readonly state: TrendState;
  /** The days that its values count: its own, or the rolling months that end with it. */
  readonly days: Period;
  /** The same days a year before; undefined where the journal does not reach so far back. */
  readonly yearBefore: Period | undefined;
  /** The 12 months that end with it; undefined where the journal does not reach so far back. */
  readonly year: Period | undefined;
}

/** Who begins in the first two weeks of a period is taken to have been there for all of it. */
const graceDays = 14;

/** Whether what began on a day (undefined: always) was there from the start of a period. */
export function isFrom(began: Day | undefined, { from }: Period): boolean {
  return began === undefined || began - from <= graceDays;
}

/** Whether what ended on a day (undefined: never) was there to the end of a period. */
export function isTo(ended: Day | undefined, { to }: Period): boolean {
  return ended === undefined || to - ended <= graceDays;
}

/** The day of the first entry; undefined in an empty journal. */
export function firstDay({ entries }: Ledger): Day | undefined {
  return entries.reduce<Day | undefined>(
    (least, { date }) => (least === undefined || date < least ? date : least),
    undefined,
  );
}

/**
 * The last `count` whole months, quarters or years and the one that is not over; without those before the
 * journal begins, unless all are wanted.
 */
export function lastPeriods(step: TrendStep, count: number, ledger: Ledger, isFilled: boolean): Period {
  const { asOf, settings } = ledger;
  const current = startOf(step, asOf, settings.calendar);
  const isOver = endOf(step, asOf, settings.calendar) === asOf;
  const from = addSteps(step, current, isOver ? 1 - count : -count);
  const first = firstDay(ledger);
  const begin = isFilled || first === undefined ? from : startOf(step, first, settings.calendar);
  return { from: Math.max(from, begin), to: asOf };
}

/** The months that end with a day, as many as said. */
export function monthsTo(to: Day, months: number): Period {
  return { from: addSteps('month', to + 1, -months), to };
}

/** The days, where a journal whose first entry is of a day reaches back to them: else what they held is not known. */
export function knownDays(days: Period, first: Day | undefined): Period | undefined {
  return first !== undefined && isFrom(first, days) ? days : undefined;
}

/** The months, quarters or years of a period that have begun; with `rolling`, each counts so many months. */
export function trendPeriods(
  asked: Period,
  step: TrendStep,
  rolling: number | undefined,
  ledger: Ledger,
): TrendPeriod[] {
  const { asOf, settings } = ledger;
  const { calendar } = settings;
  const first = firstDay(ledger);
  if (asked.from > asOf) return [];
  const known = (days: Period) => knownDays(days, first);
  return partsOf({ from: asked.from, to: Math.min(asked.to, asOf) }, step, calendar).map((period) => {
    const whole = { from: startOf(step, period.from, calendar), to: endOf(step, period.from, calendar) };
    const days = rolling === undefined ? period : monthsTo(period.to, rolling);
    const earlier = earlierPeriod(period, 'year', calendar);
    const stateOf = (): TrendState => {
      if (first === undefined || period.to < first) return 'before';
      // What is cut off before the first entry holds nothing.
      const isCutBefore = rolling === undefined && period.from > Math.max(whole.from, first);
      if (isCutBefore) return 'cut';
      if (period.to < whole.to) return period.to === asOf ? 'running' : 'cut';
      if (rolling !== undefined) return known(days) ? 'whole' : 'short';
      return isFrom(first, whole) ? 'whole' : 'start';
    };
    return {
      period,
      state: stateOf(),
      days,
      yearBefore: known(rolling === undefined ? earlier : monthsTo(earlier.to, rolling)),
      year: known(monthsTo(period.to, 12)),
    };
  });
}
