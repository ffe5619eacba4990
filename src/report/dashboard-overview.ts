import { byGroup, none } from '../measure/dimensions.ts';
import { isCount, type Metric, metricOf, metricSets } from '../measure/metrics.ts';
import type { Figure, FigureList, FigureTable, Page } from '../model/book.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Column } from '../model/report.ts';
import { inAll, type Phrase, text } from '../model/text.ts';
import { groupCharts } from './charts-groups.ts';
import type { DashboardFacts } from './dashboard-facts.ts';
import { countColumn, figureOf, formulasOf, idIn, isTouched, targetOf } from './dashboard-folds.ts';
import { groupPageId, inTerminal, overviewId, type Span } from './dashboard-periods.ts';
import { columnOf, keyColumn, nameOf, totalName } from './rows.ts';

const metricsIn = (set: string) => (metricSets[set] ?? []).flatMap((id) => metricOf(id) ?? []);
const firstSets = [metricsIn('core'), metricsIn('ratios')] as const;

/** All groups in a period, side by side, each figure leading to the group's; the totals, and pictures of it. */
export function overviewPage(span: Span, all: DashboardFacts, ledger: Ledger): Page {
  const id = overviewId(span);
  const total = all.total(span);
  const { isShown } = byGroup;
  const keys = all.keys.filter(
    (key) => all.of(key, span).count > 0 || (key !== none && isShown?.(key, ledger, span.days)),
  );
  const hasVisits = isTouched('visits_direct', total) || isTouched('visits_social', total);
  const sets = [...firstSets, ...(hasVisits ? [metricsIn('web')] : [])];
  const titles = [words.core, words.ratios, words.web];
  const tables = sets.map(
    (set, i): FigureTable => ({
      title: text(titles[i] ?? words.core),
      columns: [keyColumn(byGroup), ...set.map(columnOf)],
      rows: keys.map((key): Figure[] => {
        const page = groupPageId(key, span, ledger);
        const facts = all.of(key, span);
        return [
          { value: nameOf(key, byGroup, ledger), to: page },
          ...set.map((metric) => figureOf(metric, facts, page, ledger)),
        ];
      }),
      total: [
        { value: totalName },
        ...set.map((metric): Figure => {
          const figure = figureOf(metric, total, id, ledger);
          // A total is the sum of its column; a ratio of totals is reckoned below.
          return isCount(metric) ? { value: figure.value, id: idIn(id, metric.id) } : figure;
        }),
      ],
    }),
  );
  const large: FigureList = {
    title: text(words.totals),
    isLarge: true,
    figures: metricsIn('core').map((metric) => ({
      column: columnOf(metric),
      figure: figureOf(metric, total, id, ledger),
    })),
  };
  const tally = {
    rows: keys.map((key) => ({ key, sums: all.of(key, span).sums })),
    total: total.sums,
  };
  // The few events of a quarter make no picture.
  const charts = span.length === 'quarter' ? [] : groupCharts(tally, byGroup, ledger);
  const formulas = formulasOf(total, id, ledger, [...sets.flat()]);
  return {
    id,
    period: span.id,
    title: span.label,
    lists: [large],
    tables,
    sections: charts.length > 0 ? [{ title: text(words.pictures), charts }] : [],
    prose: [text(total.count > 0 ? words.leads : words.nothing)],
    ...(formulas.length > 0
      ? {
          fold: {
            title: text(words.reckoned),
            tables: [],
            formulas,
            prose: [inTerminal(undefined, span)],
          },
        }
      : {}),
  };
}

/** A count over the quarters, a column a group, each figure leading to the group's in that quarter. */
export function quartersTable(metric: Metric, all: DashboardFacts, ledger: Ledger): FigureTable {
  const spans = all.spans.filter(({ length }) => length === 'quarter');
  const column = isCount(metric) ? countColumn(metric) : columnOf(metric);
  const keys = all.keys.filter((key) =>
    spans.some((span) => targetOf(metric, all.of(key, span), '', ledger).to !== undefined),
  );
  return {
    title: text(metric.label),
    columns: [
      { id: 'quarter', label: words.quarter, unit: 'day', keep: 'always' },
      ...keys.map((key, i): Column => ({ ...column, id: `row${i}`, label: labelOfGroup(key, ledger) })),
      { ...column, id: 'total', label: words.total },
    ],
    rows: spans.map((span): Figure[] => [
      { value: { key: span.id, name: inAll(span.label) }, to: overviewId(span) },
      ...keys.map((key) => figureOf(metric, all.of(key, span), groupPageId(key, span, ledger), ledger)),
      figureOf(metric, all.total(span), overviewId(span), ledger),
    ]),
  };
}

function labelOfGroup(key: string, ledger: Ledger): Phrase {
  const { name } = nameOf(key, byGroup, ledger);
  return typeof name === 'string' ? { en: name, fr: name } : name;
}

const words = {
  core: { en: 'What it took and what it brought', fr: 'Ce que cela a pris et apporté' },
  ratios: { en: 'The six analyses', fr: 'Les six analyses' },
  web: { en: 'Web visits', fr: 'Visites web' },
  totals: { en: 'All groups together', fr: 'Tous les groupes ensemble' },
  total: { en: 'Total', fr: 'Total' },
  quarter: { en: 'Quarter', fr: 'Trimestre' },
  pictures: { en: 'In pictures', fr: 'En images' },
  nothing: { en: 'Nothing was counted in this period.', fr: 'Rien n’a été compté sur cette période.' },
  reckoned: { en: 'How the totals were reckoned', fr: 'Comment les totaux sont calculés' },
  leads: {
    en: 'Each figure leads to the entries behind it. A total is the sum of its column.',
    fr: 'Chaque chiffre mène aux écritures qui le composent. Un total est la somme de sa colonne.',
  },
} satisfies Record<string, Phrase>;
