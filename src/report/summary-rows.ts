import { byGroup } from '../measure/dimensions.ts';
import { indexOf, valueIn } from '../measure/metrics.ts';
import { meanReturn, quantileOf } from '../measure/signals/value.ts';
import type { Day } from '../model/day.ts';
import { groupOf } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import type { Cell, Column, Table } from '../model/report.ts';
import { speak } from '../model/text.ts';
import { commandFor, namerOf } from './followup-clearing.ts';
import { whoOf } from './followup-words.ts';
import { nameOf, totalName } from './rows.ts';
import { type SummaryFacts, verdictBefore } from './summary-facts.ts';
import { monthMetrics, spanIds } from './summary-figures.ts';
import { comingDays } from './summary-next.ts';
import type { Suggestion } from './summary-suggestions.ts';

/** A line of tidy data: what it is about, and a value, or a text, or both. */
interface Line {
  readonly section: 'month' | 'groups' | 'verdicts' | 'overdue' | 'open' | 'next' | 'suggestions';
  /** Of a figure the span, of a promise its kind, of a suggestion its rule, of a day to come what it brings. */
  readonly item?: string;
  readonly group?: Cell;
  readonly metric?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly value?: number | undefined;
  readonly text?: string | undefined;
}

/** All that a summary tells for programs, a line a figure. */
export function summaryRows(
  facts: SummaryFacts,
  suggestions: readonly (Suggestion & { readonly id: string })[],
): Table {
  const lines = [
    ...figureLines(facts),
    ...verdictLines(facts),
    ...overdueLines(facts),
    ...openLines(facts),
    ...comingDays(facts).map(
      ({ id, day, key, says }): Line => ({
        section: 'next',
        item: id,
        group: nameOf(key, byGroup, facts.ledger),
        from: day,
        to: day,
        text: speak(says, 'en'),
      }),
    ),
    ...suggestions.flatMap(({ id, says, group, figures }): Line[] => {
      const about = {
        section: 'suggestions' as const,
        item: id,
        ...(group === undefined ? {} : { group: nameOf(group, byGroup, facts.ledger) }),
      };
      const own = Object.entries(figures).map(([metric, value]) => ({ ...about, metric, value }));
      return [{ ...about, text: speak(says, 'en') }, ...own];
    }),
  ];
  return {
    columns,
    rows: lines.map(({ section, item, group, metric, from, to, value, text }) => [
      section,
      item ?? null,
      group ?? null,
      metric ?? null,
      from ?? null,
      to ?? null,
      value ?? null,
      text ?? null,
    ]),
  };
}

/** The month and what it is compared with: TOTAL in `month`, each group in `groups`. */
function figureLines({ spans, ledger }: SummaryFacts): Line[] {
  const ofSpans = spanIds.map((id) => spans[id]);
  const totals = ofSpans.flatMap(({ id, period, tally }) =>
    monthMetrics.map((metric): Line => {
      const value = tally && valueIn(metric, tally.total, ledger);
      return {
        section: 'month',
        item: id,
        group: totalName,
        metric: metric.id,
        from: period.from,
        to: period.to,
        value,
      };
    }),
  );
  const groups = [spans.month, spans.rolling].flatMap(({ id, period, tally }) =>
    (tally?.rows ?? []).flatMap(({ key, sums }) =>
      monthMetrics.map((metric): Line => {
        const group = nameOf(key, byGroup, ledger);
        const value = valueIn(metric, sums, ledger);
        return {
          section: 'groups',
          item: id,
          group,
          metric: metric.id,
          from: period.from,
          to: period.to,
          value,
        };
      }),
    ),
  );
  return [...totals, ...groups];
}

function verdictLines(facts: SummaryFacts): Line[] {
  const { groups, ledger, judgedDay, beforeDay } = facts;
  const { settings } = ledger;
  const money = (minor: number | undefined) =>
    minor === undefined ? undefined : toMajor(minor, settings.currency);
  return groups.flatMap((signal) => {
    const { now, since } = signal;
    const { hour } = now.group;
    const of = { section: 'verdicts' as const, group: nameOf(signal.key, byGroup, ledger) };
    const figures = {
      p_below: now.pBelow,
      return_per_hour: money(hour && meanReturn(hour)),
      low: money(hour && quantileOf(0.1, hour)),
      high: money(hour && quantileOf(0.9, hour)),
      bar: money(now.bar),
    };
    return [
      { ...of, item: 'now', metric: 'verdict', from: since, to: judgedDay, text: now.verdict },
      {
        ...of,
        item: 'before',
        metric: 'verdict',
        from: beforeDay,
        to: beforeDay,
        text: verdictBefore(signal, facts),
      },
      ...Object.entries(figures).map(([metric, value]) => ({
        ...of,
        item: 'now',
        metric,
        from: judgedDay,
        to: judgedDay,
        value,
      })),
    ];
  });
}

/** Everything that is overdue, with whom it is settled and the command that clears it. */
function overdueLines({ overdue, ledger, journal, options }: SummaryFacts): Line[] {
  const name = namerOf(journal);
  return overdue.flatMap((each): Line[] => {
    const key = each.kind === 'silence' ? undefined : groupOf(each.entry, ledger);
    const of = {
      section: 'overdue' as const,
      item: each.kind,
      ...(key === undefined ? {} : { group: nameOf(key, byGroup, ledger) }),
      from: each.due,
      to: ledger.asOf,
    };
    return [
      { ...of, metric: 'days_late', value: ledger.asOf - each.due, text: whoOf(each) },
      { ...of, metric: 'command', text: commandFor(each, name, options.places) },
    ];
  });
}

function openLines({ open, allOpen, ledger }: SummaryFacts): Line[] {
  const { asOf, settings } = ledger;
  const all = { section: 'open' as const, group: totalName, from: asOf, to: asOf };
  const ofGroups = open.flatMap(({ key, count, expected, worth }) => {
    const of = { section: 'open' as const, group: nameOf(key, byGroup, ledger), from: asOf, to: asOf };
    return [
      { ...of, metric: 'open', value: count },
      { ...of, metric: 'open_expected', value: expected },
      {
        ...of,
        metric: 'open_worth',
        value: worth === undefined ? undefined : toMajor(worth, settings.currency),
      },
    ];
  });
  return [...ofGroups, { ...all, metric: 'received_open', value: allOpen.total[indexOf('received_open')] }];
}

const columns: readonly Column[] = [
  { id: 'section', label: { en: 'Section', fr: 'Partie' }, unit: 'text' },
  { id: 'item', label: { en: 'Item', fr: 'Élément' }, unit: 'text' },
  { id: 'group', label: { en: 'Group', fr: 'Groupe' }, unit: 'text' },
  { id: 'metric', label: { en: 'Figure', fr: 'Chiffre' }, unit: 'text' },
  { id: 'from', label: { en: 'From', fr: 'Du' }, unit: 'day' },
  { id: 'to', label: { en: 'To', fr: 'Au' }, unit: 'day' },
  { id: 'value', label: { en: 'Value', fr: 'Valeur' }, unit: 'ratio', isExact: true },
  { id: 'text', label: { en: 'Text', fr: 'Texte' }, unit: 'text' },
];
