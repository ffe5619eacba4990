import { type Metric, metricOf, metricSets, metrics, valueIn } from '../measure/metrics.ts';
import type { FigureList, Fold, Page } from '../model/book.ts';
import type { Ledger } from '../model/ledger.ts';
import { type Phrase, text } from '../model/text.ts';
import { entryTables } from './dashboard-entries.ts';
import type { DashboardFacts } from './dashboard-facts.ts';
import { figureOf, formulasOf, partsTable, type SpanPart, targetOf } from './dashboard-folds.ts';
import { groupPageId, inTerminal, type Span } from './dashboard-periods.ts';
import { columnOf } from './rows.ts';

const metricsIn = (set: string) => (metricSets[set] ?? []).flatMap((id) => metricOf(id) ?? []);
const first = [metricsIn('core'), metricsIn('ratios')] as const;
const ofIds = (is: (id: string) => boolean) =>
  metrics.filter((metric) => !first.some((set) => set.includes(metric)) && is(metric.id));
const isTime = (id: string) => /^(hours_(?!per)|activities_|met$)/.test(id);
const isOfReferrals = (id: string) => /^(received_|purchase|reciprocity$|given$)|_share$/.test(id);
const timeMetrics = ofIds(isTime);
const referralMetrics = ofIds(isOfReferrals);
const others = ofIds((id) => !isTime(id) && !isOfReferrals(id));

/** What a group took and brought in a period: every figure, and what each is made of. */
export function groupPage(
  key: string,
  span: Span,
  all: DashboardFacts,
  ledger: Ledger,
  mostEntries: number,
): Page {
  const id = groupPageId(key, span, ledger);
  const facts = all.of(key, span);
  const page = { id, period: span.id, title: span.label, tables: [], sections: [] };
  if (facts.count === 0) return { ...page, lists: [], prose: [text(words.nothing)] };
  const listOf = (title: Phrase, shown: readonly Metric[], isLarge: boolean): FigureList => ({
    title: text(title),
    isLarge,
    figures: shown.map((metric) => ({
      column: columnOf(metric),
      figure: figureOf(metric, facts, id, ledger),
    })),
  });
  const isThere = (metric: Metric) => {
    const value = valueIn(metric, facts.sums, ledger);
    return value !== undefined && (value !== 0 || targetOf(metric, facts, id, ledger).to !== undefined);
  };
  const more: readonly (readonly [Phrase, readonly Metric[]])[] = [
    [words.time, timeMetrics.filter(isThere)],
    [words.referrals, referralMetrics.filter(isThere)],
    [words.others, others.filter(isThere)],
  ];
  return {
    ...page,
    lists: [
      listOf(words.core, first[0], true),
      listOf(words.ratios, first[1], false),
      ...more.flatMap(([title, shown]) => (shown.length > 0 ? [listOf(title, shown, false)] : [])),
    ],
    prose: [],
    fold: foldOf(key, span, all, id, ledger, mostEntries),
  };
}

function foldOf(
  key: string,
  span: Span,
  all: DashboardFacts,
  id: string,
  ledger: Ledger,
  mostEntries: number,
): Fold {
  const facts = all.of(key, span);
  const formulas = formulasOf(facts, id, ledger);
  const parts = partsOf(key, span, all, ledger);
  if (!all.isListed(span)) {
    const isWhole = parts.every(({ page, facts: { count } }) => page !== undefined || count === 0);
    return {
      title: text(words.behind),
      tables: [partsTable(facts, id, parts, ledger, false)],
      formulas,
      prose: [text(isWhole ? words.parts : words.someParts), inTerminal(key, span)],
    };
  }
  const listed = entryTables(all, ledger, { key, span, page: id, most: mostEntries });
  return {
    title: text(words.behind),
    tables: [...listed.tables, ...(parts.length > 0 ? [partsTable(facts, id, parts, ledger, true)] : [])],
    formulas: [...listed.formulas, ...formulas],
    prose: [inTerminal(key, span)],
  };
}

/** What a longer period is the sum of; of a quarter, nothing. */
function partsOf(key: string, span: Span, all: DashboardFacts, ledger: Ledger): SpanPart[] {
  return span.parts.map((part) => ({
    span: part,
    facts: all.of(key, part),
    page: all.spans.includes(part) ? groupPageId(key, part, ledger) : undefined,
  }));
}

const words = {
  core: { en: 'What it took and what it brought', fr: 'Ce que cela a pris et apporté' },
  ratios: { en: 'The six analyses', fr: 'Les six analyses' },
  time: { en: 'Hours and people', fr: 'Heures et personnes' },
  referrals: { en: 'Referrals', fr: 'Recommandations' },
  others: { en: 'More figures', fr: 'Autres chiffres' },
  nothing: { en: 'Nothing was counted in this period.', fr: 'Rien n’a été compté sur cette période.' },
  behind: { en: 'What these figures are made of', fr: 'De quoi ces chiffres sont faits' },
  parts: {
    en: 'To keep the page small, the entries are listed by the parts only: each figure is the sum of its line, each part leads on to them.',
    fr: 'Pour que la page reste légère, les écritures ne sont listées que par partie : chaque chiffre est la somme de sa ligne, chaque partie y mène.',
  },
  someParts: {
    en: 'Each figure is the sum of its line. The entries of parts that lead nowhere are left out here, to keep the page small.',
    fr: 'Chaque chiffre est la somme de sa ligne. Les écritures des parties sans lien sont omises ici, pour que la page reste légère.',
  },
} satisfies Record<string, Phrase>;
