import { type Count, type CountId, counts } from '../measure/counts.ts';
import {
  countOf,
  indexOf,
  type Metric,
  majorSum,
  metrics,
  partsOf,
  type Sums,
  valueIn,
} from '../measure/metrics.ts';
import type { Figure, FigureTable, Formula, Term } from '../model/book.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Column } from '../model/report.ts';
import { inAll, type Phrase, text } from '../model/text.ts';
import type { Facts } from './dashboard-facts.ts';
import type { Span } from './dashboard-periods.ts';
import { columnOf } from './rows.ts';

/** What figures can be made of; time without a rate is only a reason for a figure to be missing. */
export const shownCounts: readonly Count[] = (counts as readonly Count[]).filter(
  ({ id }) => id !== 'unpriced',
);

/** A count as a column; priced time is money to whoever reads it. */
export function countColumn(count: Count): Column {
  const { keep: _, ...column } = columnOf(count);
  return { ...column, unit: count.unit === 'priced-time' ? 'money' : count.unit };
}

/** The id of the place on a page where it is shown what a figure is made of. */
export const idIn = (page: string, metric: string) => `${page}.${metric}`;

/** Where a figure leads; nowhere where it is undefined, or a count that no entry adds to. */
export function targetOf(metric: Metric, facts: Facts, page: string, ledger: Ledger): Pick<Figure, 'to'> {
  const { plus, minus, over } = partsOf(metric);
  const isMade = [...plus, ...minus, ...(over ?? [])].some((id) => isTouched(id, facts));
  const isKnown = valueIn(metric, facts.sums, ledger) !== undefined;
  return isMade && isKnown ? { to: idIn(page, metric.id) } : {};
}

/** A metric's value with where it leads. */
export function figureOf(metric: Metric, facts: Facts, page: string, ledger: Ledger): Figure {
  return { value: valueIn(metric, facts.sums, ledger) ?? null, ...targetOf(metric, facts, page, ledger) };
}

/** Whether any entry adds to a count. */
export function isTouched(id: CountId, { touches }: Facts): boolean {
  return (touches[indexOf(id)] ?? 0) > 0;
}

/** What a count's sum is, in major units or hours. */
export const amountIn = (id: CountId, sums: Sums, ledger: Ledger) => majorSum([id], sums, ledger);

/** A part of a longer period; `page` is where its own figures stand, if anywhere. */
export interface SpanPart {
  readonly span: Span;
  readonly facts: Facts;
  readonly page: string | undefined;
}

/**
 * The counts of a longer period as the sums of its parts: a row a count, a column a part. Where the page lists the
 * entries too (`isListed`), the sum leads to them; else it is what others lead to.
 */
export function partsTable(
  facts: Facts,
  page: string,
  parts: readonly SpanPart[],
  ledger: Ledger,
  isListed: boolean,
): FigureTable {
  const made = shownCounts.filter(({ id }) => isTouched(id as CountId, facts));
  const shown = parts.filter(({ facts: { count } }) => count > 0);
  return {
    title: text(words.parts),
    columns: [
      { id: 'figure', label: words.figure, unit: 'text', keep: 'always' },
      ...shown.map(({ span }): Column => ({ id: span.id, label: inAll(span.label), unit: 'ratio' })),
      { id: 'sum', label: words.total, unit: 'ratio' },
    ],
    rows: made.map(({ id: name, label }) => {
      const id = name as CountId;
      return [
        { value: named(label) },
        ...shown.map((part) => ({
          value: amountIn(id, part.facts.sums, ledger),
          ...(part.page !== undefined && isTouched(id, part.facts) ? { to: idIn(part.page, id) } : {}),
        })),
        { value: amountIn(id, facts.sums, ledger), [isListed ? 'to' : 'id']: idIn(page, id) },
      ];
    }),
    rowColumns: made.map(countColumn),
  };
}

/** How every figure that is made of counts was reckoned, where it is defined. */
export function formulasOf(
  facts: Facts,
  page: string,
  ledger: Ledger,
  shown: readonly Metric[] = metrics,
): Formula[] {
  return shown.flatMap((metric): Formula[] => {
    if (shownCounts.some(({ id }) => id === metric.id)) return [];
    if (!targetOf(metric, facts, page, ledger).to) return [];
    const { plus, minus, over = [] } = partsOf(metric);
    const term = (id: CountId): Term => ({
      column: countColumn(countOf(id)),
      figure: {
        value: amountIn(id, facts.sums, ledger),
        ...(isTouched(id, facts) ? { to: idIn(page, id) } : {}),
      },
    });
    return [
      {
        id: idIn(page, metric.id),
        column: columnOf(metric),
        value: valueIn(metric, facts.sums, ledger) ?? null,
        above: [...plus.map(term), ...minus.map((id): Term => ({ ...term(id), isTakenOff: true }))],
        below: over.map(term),
      },
    ];
  });
}

export const named = (name: Phrase) => ({ key: name.en, name });

const words = {
  total: { en: 'Total', fr: 'Total' },
  figure: { en: 'Figure', fr: 'Chiffre' },
  parts: { en: 'Period by period', fr: 'Période par période' },
} satisfies Record<string, Phrase>;
