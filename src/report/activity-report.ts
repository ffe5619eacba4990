import { isTimePriced, type Metric, metricOf, metricSets, type Sums, valueIn } from '../measure/metrics.ts';
import { none, rowsOf, type SumsRow, totalOf } from '../measure/totals.ts';
import type { Ledger } from '../model/ledger.ts';
import { labelOf, type Period } from '../model/period.ts';
import type { Cell, Column, NamedCell, Report, Section, Table } from '../model/report.ts';
import { type Phrase, text } from '../model/text.ts';
import { notesOn } from './notes.ts';

export interface ReportOptions {
  readonly journal: string;
  readonly period: Period;
  /** Metrics to show; undefined for the usual ones. */
  readonly columns: readonly Metric[] | undefined;
  /** The metric to sort by. */
  readonly sort: { readonly metric: Metric; readonly isFalling: boolean } | undefined;
  /** Keys of the groups to show; undefined for all. */
  readonly groups: ReadonlySet<string> | undefined;
  readonly hasTotal: boolean;
}

/** What each group took and brought in a period. */
export function activityReport(ledger: Ledger, options: ReportOptions): Report {
  const { period, columns, groups, hasTotal } = options;
  const rows = sorted(
    rowsOf(ledger, period).filter(({ key }) => !groups || groups.has(key)),
    options.sort,
    ledger,
  );
  const total = totalOf(rows);
  const tableOf = (metrics: readonly Metric[]): Table => ({
    columns: [groupColumn, ...metrics.map(columnOf)],
    rows: rows.map(({ key, sums }) => [nameOf(key, ledger), ...cellsOf(sums, metrics, ledger)]),
    ...(hasTotal ? { total: [totalName, ...cellsOf(total, metrics, ledger)] } : {}),
  });
  const label = labelOf(period, ledger.settings.calendar);
  const all = columns ?? metricsIn('all');
  return {
    command: 'report',
    title: text(words.title),
    journal: options.journal,
    asOf: ledger.asOf,
    period: { ...period, label },
    currency: ledger.settings.currency,
    sections: columns
      ? [{ title: text(words.chosen), table: tableOf(columns) }]
      : usualSections(ledger, tableOf),
    main: tableOf(all),
    notes: notesOn(ledger, period, rows, {
      needsRate:
        all.some(({ id }) => id === 'roi' || id === 'cost_per_received') && !isTimePriced(total, ledger),
    }),
  };
}

function usualSections(ledger: Ledger, tableOf: (metrics: readonly Metric[]) => Table): Section[] {
  const sections: Section[] = [
    { title: text(words.core), table: tableOf(metricsIn('core')) },
    { title: text(words.ratios), table: tableOf(metricsIn('ratios')) },
  ];
  const hasVisits = ledger.entries.some(({ type }) => type === 'visits');
  return hasVisits ? [...sections, { title: text(words.web), table: tableOf(metricsIn('web')) }] : sections;
}

function metricsIn(set: string): Metric[] {
  return (metricSets[set] ?? []).flatMap((id) => metricOf(id) ?? []);
}

function cellsOf(sums: Sums, metrics: readonly Metric[], ledger: Ledger): Cell[] {
  return metrics.map((metric) => valueIn(metric, sums, ledger) ?? null);
}

/** Rows by a metric, undefined values last, ties as they were. */
function sorted(rows: SumsRow[], sort: ReportOptions['sort'], ledger: Ledger): SumsRow[] {
  if (!sort) return rows;
  const valued = rows.map((row) => ({ row, value: valueIn(sort.metric, row.sums, ledger) }));
  valued.sort((a, b) => {
    if (a.value === undefined || b.value === undefined)
      return Number(a.value === undefined) - Number(b.value === undefined);
    return sort.isFalling ? b.value - a.value : a.value - b.value;
  });
  return valued.map(({ row }) => row);
}

/** A metric as a column. */
export function columnOf({ id, label, unit }: Metric): Column {
  return { id, label, unit, ...(essential.has(id) ? { isEssential: true } : {}) };
}

/** What a narrow screen shows before anything else: the hours and what came of them. */
const essential: ReadonlySet<string> = new Set(['hours', 'revenue', 'revenue_per_hour']);

/** A group's key and name. */
export function nameOf(key: string, { settings }: Ledger): NamedCell {
  return { key, name: key === none ? words.none : (settings.groups.get(key)?.name ?? key) };
}

const words = {
  title: { en: 'Networking', fr: 'Réseau' },
  core: { en: 'What it took and what it brought', fr: 'Ce que cela a pris et apporté' },
  ratios: { en: 'The six analyses', fr: 'Les six analyses' },
  web: { en: 'Web visits', fr: 'Visites web' },
  chosen: { en: 'Figures', fr: 'Chiffres' },
  none: { en: '(none)', fr: '(aucun)' },
  total: { en: 'Total', fr: 'Total' },
} satisfies Record<string, Phrase>;

export const groupColumn: Column = {
  id: 'group',
  label: { en: 'Group', fr: 'Groupe' },
  unit: 'text',
  isEssential: true,
};
export const totalName: NamedCell = { key: 'TOTAL', name: words.total };
