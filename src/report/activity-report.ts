import {
  type AttributionModel,
  type AttributionOptions,
  attributionModels,
  creditsBy,
} from '../measure/attribution.ts';
import { byGroup, type Dimension, inOrder } from '../measure/dimensions.ts';
import { isTimePriced, type Metric, metricOf, metricSets } from '../measure/metrics.ts';
import { type Tally, type TallyOptions, tally } from '../measure/tally.ts';
import type { Chart } from '../model/chart.ts';
import type { Ledger } from '../model/ledger.ts';
import { labelOf, type Period } from '../model/period.ts';
import type { Report, Section, Table } from '../model/report.ts';
import type { Entry } from '../model/schema.ts';
import { type Phrase, type Text, text } from '../model/text.ts';
import { chartSections } from './chart.ts';
import { groupCharts } from './charts-groups.ts';
import { compared } from './comparison.ts';
import { methodNotes, notesOn, versusNotes } from './notes.ts';
import { type Figures, figuresOf, sorted, tableOf } from './rows.ts';
import { tidyTable } from './tidy.ts';

export interface ReportOptions {
  readonly journal: string;
  readonly period: Period;
  readonly by: Dimension;
  /** Metrics to show; undefined for the usual ones. */
  readonly columns: readonly Metric[] | undefined;
  /** The metric to sort by. */
  readonly sort: { readonly metric: Metric; readonly isFalling: boolean } | undefined;
  /** Keys of the groups to show; undefined for all. */
  readonly groups: ReadonlySet<string> | undefined;
  /** Which entries to count; undefined for all. */
  readonly isCounted: ((entry: Entry) => boolean) | undefined;
  /** The earlier period to compare with. */
  readonly versus: Period | undefined;
  /** The model sales are shared out by, or `all` of them side by side; undefined for the direct rule. */
  readonly attribution: AttributionModel | 'all' | undefined;
  readonly attributionOptions: AttributionOptions;
  readonly hasTotal: boolean;
  /** Whether the main table has a line a figure. */
  readonly isTidy: boolean;
  readonly hasChart: boolean;
}

/** What each group (member, kind, month …) took and brought in a period. */
export function activityReport(ledger: Ledger, options: ReportOptions): Report {
  const { period, by, columns, versus, attribution, hasTotal } = options;
  const selection: TallyOptions = { by, groups: options.groups, isCounted: options.isCounted };
  const tallyIn = (span: Period, model: AttributionModel | undefined) =>
    tally(ledger, span, {
      ...selection,
      creditsOf: model && creditsBy(model, ledger, options.attributionOptions),
    });
  const model = attribution === 'all' ? undefined : attribution;
  const now = tallyIn(period, model);
  // Months and quarters of another period are other rows: they are compared by their place.
  const earlier = versus && tallyIn(versus, model);
  const before = earlier && aligned(earlier, now, by);
  const models =
    attribution === 'all'
      ? attributionModels.map((each) => ({ model: each, tally: tallyIn(period, each) }))
      : [];

  const all = columns ?? metricsIn('all');
  const shown = sorted(now.rows, options.sort, ledger).map(({ key }) => key);
  const others = [...(before?.rows ?? []), ...models.flatMap((each) => each.tally.rows)].map(
    ({ key }) => key,
  );
  const keys =
    options.sort || by.step
      ? [...new Set([...shown, ...others])]
      : inOrder([...shown, ...others], by, ledger);
  const figuresFor = (metrics: readonly Metric[]): Figures[] => {
    if (attribution === 'all') return revenueByModel(ledger, now, models);
    const figures = figuresOf(metrics, now, ledger);
    return before ? compared(figures, figuresOf(metrics, before, ledger)) : figures;
  };
  const draw = (metrics: readonly Metric[]) => tableOf(keys, by, figuresFor(metrics), hasTotal, ledger);
  const label = labelOf(period, ledger.settings.calendar);
  const sectionsOf = (): Section[] => {
    if (options.hasChart)
      return chartSections(keys, by, figuresFor(columns ?? metricsIn('chart')), hasTotal, ledger);
    if (attribution === 'all') return [{ title: text(words.models), table: draw([]) }];
    return columns
      ? [{ title: text(words.chosen), table: draw(columns) }]
      : usualSections(ledger, draw, groupCharts(now, by, ledger));
  };
  return {
    command: 'report',
    title: text(words.title),
    journal: options.journal,
    asOf: ledger.asOf,
    period: { ...period, label },
    ...(versus ? { versus: { ...versus, label: labelOf(versus, ledger.settings.calendar) } } : {}),
    currency: ledger.settings.currency,
    sections: sectionsOf(),
    main: options.isTidy
      ? tidyTable(
          [
            { keys, figures: figuresOf(all, now, ledger), period },
            ...(earlier && versus
              ? [
                  {
                    keys: by.step ? earlier.rows.map(({ key }) => key) : keys,
                    figures: figuresOf(all, earlier, ledger),
                    period: versus,
                  },
                ]
              : []),
          ],
          by,
          hasTotal,
          ledger,
        )
      : draw(all),
    notes: [
      ...methodNotes(attribution, options.attributionOptions),
      ...versusNotes(period, versus, ledger),
      ...notesFor(ledger, options, now, options.hasChart && !columns ? metricsIn('chart') : all),
    ],
  };
}

function notesFor(
  ledger: Ledger,
  { period, by, isCounted, attribution }: ReportOptions,
  { rows, total }: Tally,
  metrics: readonly Metric[],
): Text[] {
  const needsRate =
    attribution !== 'all' &&
    metrics.some(({ id }) => id === 'roi' || id === 'cost_per_received') &&
    !isTimePriced(total, ledger);
  // What is said of a group holds for all of its entries only.
  const groupRows = by === byGroup && !isCounted ? rows : [];
  return notesOn(ledger, period, groupRows, { needsRate });
}

function revenueByModel(
  ledger: Ledger,
  direct: Tally,
  models: readonly { model: AttributionModel; tally: Tally }[],
): Figures[] {
  const revenue = metricsIn('revenue');
  const named = (tallied: Tally, id: string, label: Phrase) =>
    figuresOf(revenue, tallied, ledger).map((figure) => ({
      ...figure,
      column: { ...figure.column, id: `revenue_${id}`, label },
    }));
  return [
    ...named(direct, 'direct', words.direct),
    ...models.flatMap(({ model, tally: each }) => named(each, model.id, model.label)),
  ];
}

function usualSections(
  ledger: Ledger,
  draw: (metrics: readonly Metric[]) => Table,
  charts: readonly Chart[],
): Section[] {
  const sections: Section[] = [
    { title: text(words.core), charts, table: draw(metricsIn('core')) },
    { title: text(words.ratios), table: draw(metricsIn('ratios')) },
  ];
  const hasVisits = ledger.entries.some(({ type }) => type === 'visits');
  return hasVisits ? [...sections, { title: text(words.web), table: draw(metricsIn('web')) }] : sections;
}

/** An earlier tally with its rows of time called as those of now, first to first. */
function aligned(before: Tally, now: Tally, by: Dimension): Tally {
  if (!by.step) return before;
  return {
    ...before,
    rows: before.rows.flatMap((row, i) => (now.rows[i] ? [{ ...row, key: now.rows[i].key }] : [])),
  };
}

function metricsIn(set: string): Metric[] {
  const ids = set === 'chart' ? ['hours', 'revenue', 'revenue_per_hour'] : (metricSets[set] ?? [set]);
  return ids.flatMap((id) => metricOf(id) ?? []);
}

const words = {
  title: { en: 'Networking', fr: 'Réseau' },
  core: { en: 'What it took and what it brought', fr: 'Ce que cela a pris et apporté' },
  ratios: { en: 'The six analyses', fr: 'Les six analyses' },
  web: { en: 'Web visits', fr: 'Visites web' },
  chosen: { en: 'Figures', fr: 'Chiffres' },
  models: {
    en: 'Revenue under every attribution model',
    fr: 'Chiffre d’affaires selon chaque modèle d’attribution',
  },
  direct: { en: 'Direct', fr: 'Direct' },
} satisfies Record<string, Phrase>;
