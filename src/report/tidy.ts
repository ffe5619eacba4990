import type { Dimension } from '../measure/dimensions.ts';
import type { Ledger } from '../model/ledger.ts';
import { namedPeriod, type Period } from '../model/period.ts';
import type { Cell, Column, Table } from '../model/report.ts';
import { type Figures, keyColumn, nameOf, totalName } from './rows.ts';

/** The figures of a period, by the keys of its rows. */
export interface TidySpan {
  readonly keys: readonly string[];
  readonly figures: readonly Figures[];
  readonly period: Period;
}

/** Tidy data: a line a figure, with the row's key, the days it covers, the metric and its value. */
export function tidyTable(
  spans: readonly TidySpan[],
  by: Dimension,
  hasTotal: boolean,
  ledger: Ledger,
): Table {
  const lines = (
    span: TidySpan,
    first: Cell,
    days: Period,
    cellOf: (figure: Figures) => number | null,
  ): Cell[][] => span.figures.map((figure) => [first, days.from, days.to, figure.column.id, cellOf(figure)]);
  const rows = spans.flatMap((span) => [
    ...span.keys.flatMap((key) =>
      lines(span, nameOf(key, by, ledger), daysOf(key, by, span.period, ledger), (figure) => figure.of(key)),
    ),
    ...(hasTotal ? lines(span, totalName, span.period, (figure) => figure.total) : []),
  ]);
  return { columns: [keyColumn(by), ...tidyColumns], rows };
}

/** The days of a row: those of its month, quarter or year within the period, or the whole period. */
function daysOf(key: string, by: Dimension, period: Period, ledger: Ledger): Period {
  const part = by.step && namedPeriod(key, ledger.settings.calendar);
  return part ? { from: Math.max(part.from, period.from), to: Math.min(part.to, period.to) } : period;
}

const tidyColumns: readonly Column[] = [
  { id: 'from', label: { en: 'From', fr: 'Du' }, unit: 'day' },
  { id: 'to', label: { en: 'To', fr: 'Au' }, unit: 'day' },
  { id: 'metric', label: { en: 'Figure', fr: 'Chiffre' }, unit: 'text' },
  { id: 'value', label: { en: 'Value', fr: 'Valeur' }, unit: 'ratio' },
];
