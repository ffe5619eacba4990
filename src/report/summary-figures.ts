import { byGroup, none } from '../measure/dimensions.ts';
import { type Metric, metricOf, metricSets, valueIn } from '../measure/metrics.ts';
import { decimalsOf } from '../model/currency.ts';
import type { Cell, Column, Section } from '../model/report.ts';
import { type Phrase, text } from '../model/text.ts';
import { scatterOfGroups } from './charts-groups.ts';
import { type Figures, figuresOf, nameOf, tableOf } from './rows.ts';
import type { Span, SummaryFacts } from './summary-facts.ts';
import { shownKeys } from './summary-shown.ts';
import { monthPhrase, spokenFigure } from './summary-words.ts';

const metricsOf = (ids: readonly string[]): Metric[] => ids.flatMap((id) => metricOf(id) ?? []);

/** What a month is measured by. */
export const monthMetrics: readonly Metric[] = metricsOf(metricSets['core'] ?? []);
const groupMetrics = metricsOf(['hours', 'received', 'sales', 'revenue', 'revenue_per_hour']);
const rollingMetrics = metricsOf(['revenue_per_hour', 'hours', 'revenue']);

/** The value of a metric over all groups in a span: money in major units; null where it is undefined, or before the journal. */
export function totalOf(metric: Metric, { tally }: Span, { ledger }: SummaryFacts): number | null {
  return tally ? (valueIn(metric, tally.total, ledger) ?? null) : null;
}

/** The change as a share of what was before; null where there was nothing to grow from. */
export function growth(now: number | null, before: number | null): number | null {
  return now === null || before === null || before === 0 ? null : (now - before) / Math.abs(before);
}

/** The month against the month before, the same a year before and the rolling twelve: a row a metric; none without a journal. */
export function monthSection(facts: SummaryFacts): Section[] {
  const { spans, ledger } = facts;
  const shown = spanIds.map((id) => spans[id]).filter(({ tally }) => tally);
  if (!spans.month.tally) return [];
  const column = (id: string, label: Phrase, unit: Column['unit'] = 'ratio'): Column => {
    return { id, label, unit, keep: 'long' };
  };
  const columns = shown.flatMap(({ id, period }) => {
    if (id === 'rolling') return [column(id, words.rolling)];
    const own = column(id, monthPhrase(period, ledger));
    return id === 'month' ? [own] : [own, column(`since_${id}`, words.change, 'change')];
  });
  const rows = monthMetrics.map((metric): Cell[] => {
    const values = shown.map((span) => totalOf(metric, span, facts));
    const decimals = decimalsIn(metric, values, ledger.settings.currency);
    const now = totalOf(metric, spans.month, facts);
    const cells = shown.flatMap(({ id }, i): Cell[] => {
      const value = values[i] ?? null;
      const isCompared = id === 'previous' || id === 'year';
      return [spokenFigure(value, decimals), ...(isCompared ? [growth(now, value)] : [])];
    });
    return [{ key: metric.id, name: metric.label }, ...cells];
  });
  const metric: Column = { id: 'metric', label: { en: '', fr: '' }, unit: 'text', keep: 'always' };
  return [{ title: text(words.month), table: { columns: [metric, ...columns], rows } }];
}

/** The spans in the order of the table. */
export const spanIds = ['month', 'previous', 'year', 'rolling'] as const satisfies readonly Span['id'][];

function decimalsIn({ unit }: Metric, values: readonly (number | null)[], currency: string): number {
  if (unit === 'hours') return 1;
  if (unit !== 'money' && unit !== 'money-per') return 0;
  const isRound = values.every((value) => Number.isInteger(value ?? 0));
  return isRound || values.some((value) => Math.abs(value ?? 0) >= 100) ? 0 : decimalsOf(currency);
}

/** What each group brought for which hours, and what an hour brought over twelve months; none where nothing did. */
export function groupsSection(facts: SummaryFacts): Section[] {
  const { spans, ledger } = facts;
  const { month, rolling } = spans;
  if (!month.tally || !rolling.tally) return [];
  const year = figuresOf(rollingMetrics, rolling.tally, ledger);
  const own = figuresOf(groupMetrics, month.tally, ledger).map((each) => kept(each));
  const figures = [...own, ...year.map((each) => ofYear(each))];
  // What belongs to no group, fees as a rule, is worth a row where it shows something.
  const isEmpty = (key: string) => own.every(({ of }) => !of(key));
  const all = month.tally.rows.map(({ key }) => key).filter((key) => key !== none || !isEmpty(key));
  const shown = shownKeys(all, facts);
  const keys = all.filter((key) => shown.has(key));
  const more = all.length - keys.length;
  const chart = scatterOfGroups(
    keys.map((key) => ({
      of: nameOf(key, byGroup, ledger),
      hours: year[1]?.of(key) ?? 0,
      revenue: year[2]?.of(key) ?? 0,
    })),
    ledger.settings.currency,
  );
  if (keys.every((key) => figures.every((each) => !each.of(key)))) return [];
  const section: Section = {
    title: text(words.groups),
    ...(chart ? { charts: [{ ...chart, title: text(words.chart) }] } : {}),
    table: tableOf(keys, byGroup, figures, all.length > 1, ledger),
    ...(more > 0 ? { prose: [text(words.more, { more })] } : {}),
  };
  return [section];
}

function kept(figures: Figures): Figures {
  return { ...figures, column: { ...figures.column, keep: 'long' } };
}

/** A figure of the twelve months; what an hour brought is wanted above all. */
function ofYear(figures: Figures): Figures {
  const { keep: _, ...column } = figures.column;
  const label = yearLabels[column.id] ?? column.label;
  const isLast = column.id === 'revenue_per_hour';
  return {
    ...figures,
    column: { ...column, id: `${column.id}_rolling`, label, ...(isLast ? { keep: 'long' as const } : {}) },
  };
}

const words = {
  month: { en: 'The month beside others', fr: 'Le mois à côté des autres' },
  change: { en: 'change', fr: 'écart' },
  rolling: { en: '12 months', fr: '12 mois' },
  groups: {
    en: 'What each group brought, for which hours',
    fr: 'Ce que chaque groupe a apporté, pour quelles heures',
  },
  more: { en: 'And {more} more: netroi report.', fr: 'Et {more} de plus : netroi report.' },
  chart: {
    en: 'Hours against revenue over twelve months',
    fr: 'Les heures et le chiffre d’affaires sur douze mois',
  },
} satisfies Record<string, Phrase>;

const yearLabels: Readonly<Record<string, Phrase>> = {
  hours: { en: 'Hours, 12 months', fr: 'Heures, 12 mois' },
  revenue: { en: 'Revenue, 12 months', fr: 'CA, 12 mois' },
  revenue_per_hour: { en: 'over 12 months', fr: 'sur 12 mois' },
};
