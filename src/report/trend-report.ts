import { type AttributionModel, type AttributionOptions, creditsBy } from '../measure/attribution.ts';
import type { Dimension } from '../measure/dimensions.ts';
import type { Metric } from '../measure/metrics.ts';
import type { Ledger } from '../model/ledger.ts';
import { labelOf, type Period } from '../model/period.ts';
import type { Report } from '../model/report.ts';
import type { Entry } from '../model/schema.ts';
import { type Phrase, text } from '../model/text.ts';
import { chartsOfTrend } from './charts-trend.ts';
import { methodNotes, notesOn } from './notes.ts';
import { trendFacts } from './trend-facts.ts';
import { movesSection } from './trend-moves.ts';
import { needsRate, trendNotes } from './trend-notes.ts';
import type { TrendStep } from './trend-periods.ts';
import { tidyTrend, trendTable } from './trend-rows.ts';
import { keysFor, periodSection, singleSection } from './trend-tables.ts';
import { stepWords } from './trend-words.ts';

export interface TrendOptions {
  readonly journal: string;
  readonly metrics: readonly Metric[];
  readonly step: TrendStep;
  readonly period: Period;
  /** Months that each value counts, those that end with its period; undefined for the period alone. */
  readonly rolling: number | undefined;
  readonly by: Dimension;
  /** Keys of the groups to count; undefined for all. */
  readonly groups: ReadonlySet<string> | undefined;
  /** Which entries to count; undefined for all. */
  readonly isCounted: ((entry: Entry) => boolean) | undefined;
  /** The model sales are shared out by; undefined for the direct rule. */
  readonly attribution: AttributionModel | undefined;
  readonly attributionOptions: AttributionOptions;
  readonly hasTotal: boolean;
  /** Whether periods in which nothing happened are shown. */
  readonly isFilled: boolean;
  /** Whether the main table has a line a figure. */
  readonly isTidy: boolean;
  /** Whether a single row may have bars beside its figures. */
  readonly hasBars: boolean;
  /** Whether plots take the place of the tables of periods, where there are any. */
  readonly hasPlots: boolean;
  /** Whether pictures stand beside the tables. */
  readonly hasCharts: boolean;
}

/** Metrics over time: what each month, quarter or year brought a group, and how it moves. */
export function trendReport(ledger: Ledger, options: TrendOptions): Report {
  const { metrics, step, period, hasTotal, isFilled, attribution, attributionOptions } = options;
  const { calendar } = ledger.settings;
  const facts = trendFacts(ledger, {
    ...{ period, step, metrics, isFilled, rolling: options.rolling },
    selection: {
      ...{ by: options.by, groups: options.groups, isCounted: options.isCounted },
      creditsOf: attribution && creditsBy(attribution, ledger, attributionOptions),
    },
  });
  const keys = metrics.map((_, at) => keysFor(facts, at, hasTotal));
  const sections = keys.flatMap((row, at) => {
    const isSingle = metrics.length === 1 && row.length === 1;
    const moves = movesSection(facts, at, row);
    const charts = options.hasCharts ? chartsOfTrend(facts, at, row) : [];
    const drawn = charts.length > 0 ? { ...moves, charts } : moves;
    if (options.hasPlots && charts.length > 0) return [drawn];
    const over = isSingle ? singleSection(facts, row[0], options.hasBars) : periodSection(facts, at, row);
    return [over, drawn];
  });
  const isAhead = period.from > ledger.asOf;
  const known = { from: period.from, to: Math.min(period.to, ledger.asOf) };
  return {
    command: 'trend',
    title: text(words.title, { step: stepWords[step].one }),
    journal: options.journal,
    asOf: ledger.asOf,
    period: { ...period, label: labelOf(period, calendar) },
    currency: ledger.settings.currency,
    sections:
      facts.shown.length > 0
        ? sections
        : [{ title: text(words.figures), table: trendTable(facts, hasTotal, isFilled) }],
    main: options.isTidy ? tidyTrend(facts, hasTotal, isFilled) : trendTable(facts, hasTotal, isFilled),
    notes: [
      ...methodNotes(attribution, attributionOptions),
      ...trendNotes(facts, keys),
      ...notesOn(ledger, isAhead ? period : known, [], { needsRate: needsRate(facts) }),
    ],
  };
}

const words = {
  figures: { en: 'Figures', fr: 'Chiffres' },
  title: { en: 'Trend by {step}', fr: 'Évolution par {step}' },
} satisfies Record<string, Phrase>;
