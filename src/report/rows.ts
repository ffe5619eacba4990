import { type Dimension, none } from '../measure/dimensions.ts';
import { type Metric, type Sums, valueIn } from '../measure/metrics.ts';
import { noSums } from '../measure/sums.ts';
import type { SumsRow, Tally } from '../measure/tally.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Cell, Column, NamedCell, Table } from '../model/report.ts';
import type { Phrase } from '../model/text.ts';

/** A column of figures: what it is, and its value in each row and in the TOTAL. */
export interface Figures {
  readonly column: Column;
  of(key: string): number | null;
  readonly total: number | null;
}

/** The values of metrics in a tally, a column each. */
export function figuresOf(metrics: readonly Metric[], { rows, total }: Tally, ledger: Ledger): Figures[] {
  const sums = new Map(rows.map((row) => [row.key, row.sums]));
  return metrics.map((metric) => {
    const value = (each: Sums) => valueIn(metric, each, ledger) ?? null;
    return {
      column: columnOf(metric), // A row that only another period has counted nothing in this one.
      of: (key) => value(sums.get(key) ?? noSums()),
      total: value(total),
    };
  });
}

/** A table of figures: a row a key, named by the dimension. */
export function tableOf(
  keys: readonly string[],
  by: Dimension,
  figures: readonly Figures[],
  hasTotal: boolean,
  ledger: Ledger,
): Table {
  return {
    columns: [keyColumn(by), ...figures.map(({ column }) => column)],
    rows: keys.map((key): Cell[] => [nameOf(key, by, ledger), ...figures.map((each) => each.of(key))]),
    ...(hasTotal ? { total: [totalName, ...figures.map(({ total }) => total)] } : {}),
  };
}

/** Rows by a metric, undefined values last, ties as they were. */
export function sorted(
  rows: readonly SumsRow[],
  sort: { readonly metric: Metric; readonly isFalling: boolean } | undefined,
  ledger: Ledger,
): readonly SumsRow[] {
  if (!sort) return rows;
  const valued = rows.map((row) => ({ row, value: valueIn(sort.metric, row.sums, ledger) }));
  valued.sort((a, b) => {
    if (a.value === undefined || b.value === undefined) {
      return Number(a.value === undefined) - Number(b.value === undefined);
    }
    return sort.isFalling ? b.value - a.value : a.value - b.value;
  });
  return valued.map(({ row }) => row);
}

/** What a narrow screen shows before anything else: the hours and what came of them. */
const essential: ReadonlySet<string> = new Set(['hours', 'revenue', 'revenue_per_hour']);

/** A metric as a column. */
export function columnOf({ id, label, unit, good }: Metric): Column {
  return { id, label, unit, good, ...(essential.has(id) ? { keep: 'long' as const } : {}) };
}

/** The column of the dimension's keys. */
export function keyColumn({ id, label }: Dimension): Column {
  return { id, label, unit: 'text', keep: 'always' };
}

/** A row's key and name. */
export function nameOf(key: string, by: Dimension, ledger: Ledger): NamedCell {
  return { key, name: key === none ? words.none : (by.nameOf?.(key, ledger) ?? key) };
}

const words = {
  none: { en: '(none)', fr: '(aucun)' },
  total: { en: 'Total', fr: 'Total' },
} satisfies Record<string, Phrase>;

export const totalName: NamedCell = { key: 'TOTAL', name: words.total };
