import { byGroup, type Dimension, inOrder } from '../measure/dimensions.ts';
import { historyOf } from '../measure/history.ts';
import type { Metric } from '../measure/metrics.ts';
import type { TallyOptions } from '../measure/tally.ts';
import { type Trend, trendOf } from '../measure/trend-test.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Period } from '../model/period.ts';
import { compared } from './comparison.ts';
import { type Figures, figuresOf } from './rows.ts';
import {
  firstDay,
  isFrom,
  isTo,
  knownDays,
  monthsTo,
  type TrendPeriod,
  type TrendStep,
  trendPeriods,
} from './trend-periods.ts';

/**
 * The fewest values that are tested. Five years are the fewest in which even a series that never turns can
 * be told from chance (p = 0.02); months have seasons, which would pass for trends.
 */
export const leastTested: Readonly<Record<TrendStep, number | undefined>> = {
  month: undefined,
  quarter: 8,
  year: 5,
};

/** The key of a row; undefined for the total. */
export type Key = string | undefined;

/** A period with its rows and, metric by metric, its figures. */
export interface PeriodFacts extends TrendPeriod {
  /** Keys of its rows, as a report of its days has them. */
  readonly keys: ReadonlySet<string>;
  readonly hasAny: boolean;
  readonly figures: readonly Figures[];
  /** Those of the 12 months that end with it; undefined where they are not known. */
  readonly yearFigures: readonly Figures[] | undefined;
  /** Their change against the same days a year before, undefined where those are not known. */
  readonly changes: readonly Figures[] | undefined;
}

/** The months that end with the last period, and as many before them. */
export interface Latest {
  readonly months: number;
  readonly days: Period;
  readonly before: Period;
  /** Metric by metric; undefined where the journal does not reach so far back. */
  readonly figures: readonly Figures[] | undefined;
  readonly earlier: readonly Figures[] | undefined;
  readonly changes: readonly Figures[] | undefined;
}

/** All that a trend shows, before it is laid out. */
export interface TrendFacts {
  readonly ledger: Ledger;
  readonly by: Dimension;
  readonly metrics: readonly Metric[];
  readonly step: TrendStep;
  /** Months that each value counts; undefined where it counts its own period. */
  readonly rolling: number | undefined;
  /** In the order of time. */
  readonly periods: readonly PeriodFacts[];
  /** Those with a line of their own: all, or those since the first entry in which anything happened. */
  readonly shown: readonly PeriodFacts[];
  readonly latest: Latest | undefined;
  /** Keys of the rows of the periods shown, in their order. */
  readonly keys: readonly string[];
  /** Whether a row was there from the first day to the last: a group from `joined` to `left`. */
  isThere(key: Key, days: Period): boolean;
  /** Whether it was there from the first day on. */
  hasBegun(key: Key, days: Period): boolean;
  /** The values of the whole periods, `null` for a row that was not there. */
  seriesOf(metric: number, key: Key): (number | null)[];
  /** Their direction; undefined where none is sought. */
  directionOf(metric: number, key: Key): Trend | undefined;
}

export interface FactOptions {
  readonly period: Period;
  readonly step: TrendStep;
  readonly rolling: number | undefined;
  readonly metrics: readonly Metric[];
  /** Whether periods in which nothing happened are shown. */
  readonly isFilled: boolean;
  /** Which rows there are, what counts, and how sales are shared out. */
  readonly selection: TallyOptions & { readonly by: Dimension };
}

/** What happened in each month, quarter or year of a period, and how it moves. */
export function trendFacts(ledger: Ledger, options: FactOptions): TrendFacts {
  const { step, rolling, metrics, selection } = options;
  const { by } = selection;
  const first = firstDay(ledger);
  const spans = trendPeriods(options.period, step, rolling, ledger);
  const months = rolling ?? 12;
  const last = spans.slice(-1).map(({ period }) => monthsTo(period.to, months))[0];
  const lastBefore = last && monthsTo(last.from - 1, months);
  const wanted = [
    ...spans.flatMap(({ days, year, yearBefore }) => [days, year, yearBefore]),
    last,
    lastBefore,
  ];
  const history = historyOf(
    ledger,
    wanted.filter((days) => days !== undefined),
    selection,
  );
  const figuresIn = (days: Period | undefined) => days && figuresOf(metrics, history.tallyOf(days), ledger);
  const periods = spans.map((span): PeriodFacts => {
    const tally = history.tallyOf(span.days);
    const figures = figuresOf(metrics, tally, ledger);
    return {
      ...span,
      keys: new Set(tally.rows.map(({ key }) => key)),
      hasAny: history.hasAny(span.days),
      figures,
      yearFigures: figuresIn(span.year),
      changes: changesOf(figures, figuresIn(span.yearBefore)),
    };
  });
  const shown = periods.filter(({ state, hasAny }) => options.isFilled || (state !== 'before' && hasAny));
  const latestOf = (days: Period, before: Period): Latest => {
    const figures = figuresIn(knownDays(days, first));
    const earlier = figuresIn(knownDays(before, first));
    return { months, days, before, figures, earlier, changes: figures && changesOf(figures, earlier) };
  };
  const isThere = (key: Key, days: Period) => isMember(key, days, ledger, selection);
  // The months that end with a period not over are as many as those of any other.
  const isComplete = ({ state, days }: TrendPeriod) =>
    state === 'whole' || (state === 'running' && rolling !== undefined && knownDays(days, first) === days);
  const seriesOf = (metric: number, key: Key) =>
    periods
      .filter(isComplete)
      .map(({ figures, days }) => (isThere(key, days) ? figureIn(figures[metric], key) : null));
  const known = new Map<string, Trend>();
  return {
    ...{ ledger, by, metrics, step, rolling, periods, shown, isThere, seriesOf },
    latest: last && lastBefore && latestOf(last, lastBefore),
    keys: inOrder(new Set(shown.flatMap(({ keys }) => [...keys])), by, ledger),
    hasBegun: (key, { from }) => isMember(key, { from, to: Number.NEGATIVE_INFINITY }, ledger, selection),
    directionOf: (metric, key) => {
      if (leastTested[step] === undefined || rolling !== undefined) return undefined;
      const name = JSON.stringify([metric, key]);
      const trend = known.get(name) ?? trendOf(seriesOf(metric, key));
      known.set(name, trend);
      return trend;
    },
  };
}

/** A figure of a row, or of the total. */
export function figureIn(figure: Figures | undefined, key: Key): number | null {
  if (!figure) return null;
  return key === undefined ? figure.total : figure.of(key);
}

/** The change of each figure, a share of what was before or, for shares, the difference. */
function changesOf(
  now: readonly Figures[],
  earlier: readonly Figures[] | undefined,
): readonly Figures[] | undefined {
  return earlier && compared(now, earlier).filter((_, i) => i % 3 === 2);
}

/** Whether a row's group, or for other rows any of the groups selected, was joined and not left. */
function isMember(key: Key, days: Period, { settings }: Ledger, { by, groups }: TallyOptions): boolean {
  const keys = by === byGroup && key !== undefined ? [key] : groups && [...groups];
  return (
    !keys ||
    keys.some((each) => {
      const { joined, left } = settings.groups.get(each) ?? {};
      return isFrom(joined, days) && isTo(left, days);
    })
  );
}
