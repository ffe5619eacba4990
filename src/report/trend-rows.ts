import type { Cell, Column, Table } from '../model/report.ts';
import type { Phrase } from '../model/text.ts';
import { columnOf, keyColumn } from './rows.ts';
import { tidyTable } from './tidy.ts';
import { figureIn, type Key, type PeriodFacts, type TrendFacts } from './trend-facts.ts';
import { isTested, slopeOf } from './trend-moves.ts';
import { changeCell, rowName } from './trend-tables.ts';

/** What machines get: a row a period and key (and the total of each where it is wanted), the metrics, then what follows from each. */
export function trendTable(facts: TrendFacts, hasTotal: boolean, isFilled: boolean): Table {
  const rows = facts.shown.flatMap((period) =>
    keysIn(period, facts, hasTotal, isFilled).map((key) => rowOf(period, key, facts)),
  );
  return {
    columns: [
      keyColumn(facts.by),
      ...dayColumns,
      ...facts.metrics.map(columnOf),
      ...facts.metrics.flatMap(({ id, unit }) => derived(id, unit)),
    ],
    rows,
  };
}

/** The same as tidy data: a line a figure. */
export function tidyTrend(facts: TrendFacts, hasTotal: boolean, isFilled: boolean): Table {
  const spans = facts.shown.map((period) => ({
    keys: keysIn(period, facts, false, isFilled).filter((key) => key !== undefined),
    figures: period.figures,
    period: period.days,
  }));
  return tidyTable(spans, facts.by, hasTotal, facts.ledger);
}

/** The rows that a report of the period has; all of them where empty ones are wanted. */
function keysIn(period: PeriodFacts, { keys }: TrendFacts, hasTotal: boolean, isFilled: boolean): Key[] {
  const own = keys.filter((key) => isFilled || period.keys.has(key));
  return hasTotal ? [...own, undefined] : own;
}

function rowOf(period: PeriodFacts, key: Key, facts: TrendFacts): Cell[] {
  const { days, state, figures, yearFigures } = period;
  return [
    rowName(facts, key),
    days.from,
    days.to,
    state,
    ...figures.map((figure) => figureIn(figure, key)),
    ...figures.flatMap((_, at): Cell[] => {
      const trend = facts.directionOf(at, key);
      const slope = slopeOf(facts, at, key);
      return [
        figureIn(yearFigures?.[at], key),
        changeCell(period, at, key, facts),
        slope,
        slope === null ? null : (trend?.p ?? null),
        isTested(facts) ? (trend?.count ?? 0) : null,
      ];
    }),
  ];
}

const dayColumns: readonly Column[] = [
  { id: 'from', label: { en: 'From', fr: 'Du' }, unit: 'day' },
  { id: 'to', label: { en: 'To', fr: 'Au' }, unit: 'day' },
  { id: 'state', label: { en: 'State', fr: 'État' }, unit: 'text' },
];

/** What follows from a metric: its 12 months, the change on a year before, the slope and p of its direction and how many values were tested. */
function derived(id: string, unit: Column['unit']): Column[] {
  return [
    { id: `${id}_rolling`, label: words.rolling, unit },
    { id: `${id}_yoy`, label: words.yoy, unit: unit === 'share' ? 'points' : 'change' },
    { id: `${id}_slope`, label: words.slope, unit },
    { id: `${id}_p`, label: words.p, unit: 'ratio', isExact: true },
    { id: `${id}_tested`, label: words.tested, unit: 'count' },
  ];
}

const words = {
  rolling: { en: '12 months', fr: '12 mois' },
  yoy: { en: 'on a year before', fr: 'sur un an' },
  slope: { en: 'slope', fr: 'pente' },
  p: { en: 'p', fr: 'p' },
  tested: { en: 'tested', fr: 'testés' },
} satisfies Record<string, Phrase>;
