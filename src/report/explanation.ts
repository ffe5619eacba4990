import type { CountId } from '../measure/counts.ts';
import { countOf, indexOf, type Metric, partsOf, scaled, valueIn } from '../measure/metrics.ts';
import { addTo, none, noSums, rowsOf, totalOf, touches } from '../measure/totals.ts';
import { groupOf, type Ledger } from '../model/ledger.ts';
import { labelOf, type Period } from '../model/period.ts';
import type { Cell, Column, Report, Section, Table } from '../model/report.ts';
import type { Entry } from '../model/schema.ts';
import { positionOf } from '../model/source.ts';
import { type Phrase, text } from '../model/text.ts';
import { nameOf } from './activity-report.ts';

export interface ExplanationOptions {
  readonly journal: string;
  readonly metric: Metric;
  readonly period: Period;
  /** The rows to explain the sum of; undefined for all, the TOTAL. */
  readonly groups: ReadonlySet<string> | undefined;
}

type Part = 'sum' | 'numerator' | 'denominator';

/** The entries behind one figure: what each adds to it, in sum exactly the figure (for a ratio: both its sums). */
export function explanation(ledger: Ledger, { journal, metric, period, groups }: ExplanationOptions): Report {
  const { plus, minus, over } = partsOf(metric);
  const keys = rowsOf(ledger, period).filter(({ key }) => !groups || groups.has(key));
  const value = valueIn(metric, totalOf(keys), ledger) ?? null;
  const entries = ledger.entries.filter((entry) => {
    return touches(entry, period, ledger) && (!groups || groups.has(groupOf(entry, ledger) ?? none));
  });
  const above = [...plus.map((id) => ({ id, sign: 1 })), ...minus.map((id) => ({ id, sign: -1 }))];
  const parts: { part: Part; rows: Cell[][]; sum: number; unit: Column['unit'] }[] = [
    { part: over ? 'numerator' : 'sum', ...contributions(entries, above, ledger, period) },
    ...(over
      ? [
          {
            part: 'denominator' as const,
            ...contributions(
              entries,
              over.map((id) => ({ id, sign: 1 })),
              ledger,
              period,
            ),
          },
        ]
      : []),
  ];
  const main: Table = {
    columns: [partColumn, ...entryColumns, amountColumn(parts[0]?.unit ?? 'count')],
    rows: parts.flatMap(({ part, rows }) => rows.map((row) => [part, ...row])),
    total: ['value', null, null, null, null, null, value],
  };
  const sections: Section[] = parts.map(({ part, rows, sum, unit }) => ({
    title: text(words[part]),
    table: {
      columns: [...entryColumns, amountColumn(unit)],
      rows,
      total: [words.total.en, null, null, null, null, sum],
    },
  }));
  const [only] = groups ?? [];
  const group = !groups
    ? { key: 'TOTAL', name: words.all }
    : groups.size === 1 && only
      ? nameOf(only, ledger)
      : { key: '', name: [...groups].join(', ') };
  return {
    command: 'explain',
    title: text(words.title, { metric: metric.label, group: group.name }),
    journal,
    asOf: ledger.asOf,
    period: { ...period, label: labelOf(period, ledger.settings.calendar) },
    currency: ledger.settings.currency,
    sections: [
      ...sections,
      {
        title: text(words.result),
        table: {
          columns: [
            { id: 'metric', label: words.metric, unit: 'text' },
            { id: 'value', label: words.value, unit: metric.unit },
          ],
          rows: [[{ key: metric.id, name: metric.label }, value]],
        },
      },
    ],
    main,
    notes: [],
  };
}

function contributions(
  entries: readonly Entry[],
  parts: readonly { id: CountId; sign: number }[],
  ledger: Ledger,
  period: Period,
) {
  const rows: Cell[][] = [];
  let sum = 0;
  const { currency } = ledger.settings;
  for (const entry of entries) {
    const sums = noSums();
    addTo(sums, entry, ledger, period);
    const amounts = parts.map(({ id, sign }) => sign * (sums[indexOf(id)] ?? 0));
    if (amounts.every((amount) => amount === 0)) continue;
    const amount = parts.reduce(
      (total, { id, sign }) => total + sign * scaled(countOf(id), sums[indexOf(id)] ?? 0, currency),
      0,
    );
    sum += amount;
    const line = positionOf(entry.origin, entry.origin.spanOf(entry.record)[0]).line;
    rows.push([
      entry.date,
      { key: entry.type, name: typeNames[entry.type] },
      groupOf(entry, ledger) ?? none,
      describe(entry, ledger),
      `${entry.origin.name}:${line}`,
      amount,
    ]);
  }
  const [first] = parts;
  const unit: Column['unit'] = first
    ? countOf(first.id).unit === 'priced-time'
      ? 'money'
      : countOf(first.id).unit
    : 'count';
  return { rows, sum, unit };
}

/** An entry in a few words. */
function describe(entry: Entry, ledger: Ledger): string {
  switch (entry.type) {
    case 'activity':
      return entry.title ?? entry.kind ?? '';
    case 'referral':
      return [entry.contact, entry.direction === 'received' ? entry.from : entry.to]
        .filter(Boolean)
        .join(' · ');
    case 'sale':
      return entry.customer ?? ledger.referralOf.get(entry)?.contact ?? '';
    case 'visits':
      return entry.source;
    case 'outcome':
      return entry.title ?? entry.kind;
    case 'promise':
      return entry.what;
    case 'answer':
      return entry.question;
    case 'cost':
      return entry.note ?? '';
    default:
      return entry.contact;
  }
}

const entryColumns: readonly Column[] = [
  { id: 'date', label: { en: 'Date', fr: 'Date' }, unit: 'day', isEssential: true },
  { id: 'type', label: { en: 'Type', fr: 'Type' }, unit: 'text' },
  { id: 'group', label: { en: 'Group', fr: 'Groupe' }, unit: 'text' },
  { id: 'what', label: { en: 'What', fr: 'Quoi' }, unit: 'text', isEssential: true },
  { id: 'place', label: { en: 'Where', fr: 'Où' }, unit: 'place', isEssential: true },
];
const partColumn: Column = { id: 'part', label: { en: 'Part', fr: 'Partie' }, unit: 'text' };
const amountColumn = (unit: Column['unit']): Column => ({
  id: 'amount',
  label: { en: 'Adds', fr: 'Ajoute' },
  unit,
  isEssential: true,
});

const typeNames: Record<Entry['type'], Phrase> = {
  activity: { en: 'activity', fr: 'activité' },
  referral: { en: 'referral', fr: 'recommandation' },
  sale: { en: 'sale', fr: 'vente' },
  cost: { en: 'cost', fr: 'coût' },
  visits: { en: 'visits', fr: 'visites' },
  outcome: { en: 'outcome', fr: 'retour' },
  contact: { en: 'contact', fr: 'contact' },
  approach: { en: 'approach', fr: 'démarche' },
  promise: { en: 'promise', fr: 'promesse' },
  answer: { en: 'answer', fr: 'réponse' },
};

const words = {
  title: { en: '{metric}: {group}', fr: '{metric} : {group}' },
  all: { en: 'all groups', fr: 'tous les groupes' },
  sum: { en: 'What it is made of', fr: 'Ce qui le compose' },
  numerator: { en: 'Above the line', fr: 'Au numérateur' },
  denominator: { en: 'Below the line', fr: 'Au dénominateur' },
  result: { en: 'Result', fr: 'Résultat' },
  metric: { en: 'Figure', fr: 'Chiffre' },
  value: { en: 'Value', fr: 'Valeur' },
  total: { en: 'Total', fr: 'Total' },
} satisfies Record<string, Phrase>;
