import type { CountId } from '../measure/counts.ts';
import { byGroup, none } from '../measure/dimensions.ts';
import { isCount, type Metric, metricOf, metricSets } from '../measure/metrics.ts';
import type { Figure, FigureList, FigureTable, Formula, Page } from '../model/book.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Column } from '../model/report.ts';
import { inAll, type Phrase, text } from '../model/text.ts';
import { groupCharts } from './charts-groups.ts';
import type { DashboardFacts } from './dashboard-facts.ts';
import { amountIn, countColumn, figureOf, formulasOf, idIn, isTouched, targetOf } from './dashboard-folds.ts';
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
      total: [{ value: totalName }, ...set.map((metric) => figureOf(metric, total, id, ledger))],
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
  const formulas = [...sumsOf(sets.flat(), span, all, ledger), ...formulasOf(total, id, ledger, sets.flat())];
  return {
    id,
    period: span.id,
    title: span.label,
    lists: [large],
    tables,
    sections: charts.length > 0 ? [{ title: text(words.pictures), charts }] : [],
    prose: [text(total.count === 0 ? words.nothing : all.isListed(span) ? words.leads : words.leadsOn)],
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

/** Counts of all groups as the sums of the groups' own, each part leading to the group's. */
function sumsOf(shown: readonly Metric[], span: Span, all: DashboardFacts, ledger: Ledger): Formula[] {
  const total = all.total(span);
  return shown.filter(isCount).flatMap((count): Formula[] => {
    const id = count.id as CountId;
    if (!isTouched(id, total)) return [];
    const above = all.keys.flatMap((key) => {
      const facts = all.of(key, span);
      if (!isTouched(id, facts)) return [];
      const column = { ...countColumn(count), label: labelOfGroup(key, ledger) };
      const to = idIn(groupPageId(key, span, ledger), id);
      return [{ column, figure: { value: amountIn(id, facts.sums, ledger), to } }];
    });
    const value = amountIn(id, total.sums, ledger);
    return [{ id: idIn(overviewId(span), id), column: countColumn(count), value, above, below: [] }];
  });
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
    en: 'Each figure leads to the entries behind it: a group’s to their list, a total to its sum, group by group, a ratio to what was divided.',
    fr: 'Chaque chiffre mène aux écritures qui le composent : celui d’un groupe à leur liste, un total à sa somme, groupe par groupe, un ratio à ce qui a été divisé.',
  },
  leadsOn: {
    en: 'Each figure leads to what it is made of: a group’s to the years or quarters that list its entries, a total to its sum, group by group, a ratio to what was divided.',
    fr: 'Chaque chiffre mène à ce qui le compose : celui d’un groupe aux années ou trimestres qui listent ses écritures, un total à sa somme, groupe par groupe, un ratio à ce qui a été divisé.',
  },
} satisfies Record<string, Phrase>;
