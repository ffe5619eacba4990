import type { AttributionModel, AttributionOptions } from '../measure/attribution.ts';
import type { CountId } from '../measure/counts.ts';
import { byGroup, none } from '../measure/dimensions.ts';
import { countOf, indexOf, type Metric, majorSum, partsOf, valueIn } from '../measure/metrics.ts';
import { noSums } from '../measure/sums.ts';
import { addPiece, type Credit, type Piece, piecesOf, tally } from '../measure/tally.ts';
import { groupOf, type Ledger, type Sale } from '../model/ledger.ts';
import { labelOf, type Period } from '../model/period.ts';
import type { Cell, Column, Report, Section, Table } from '../model/report.ts';
import type { Entry } from '../model/schema.ts';
import { recordPlace } from '../model/source.ts';
import { type Lang, type Phrase, text } from '../model/text.ts';
import { methodNotes } from './notes.ts';
import { nameOf } from './rows.ts';

export interface ExplanationOptions {
  readonly journal: string;
  readonly metric: Metric;
  readonly period: Period;
  /** The rows to explain the sum of; undefined for all, the TOTAL. */
  readonly groups: ReadonlySet<string> | undefined;
  readonly isCounted: ((entry: Entry) => boolean) | undefined;
  readonly creditsOf: ((sale: Sale) => readonly Credit[]) | undefined;
  /** The model of `creditsOf`, for the notes. */
  readonly attribution: AttributionModel | undefined;
  readonly attributionOptions: AttributionOptions;
  /** Whether the main table ends with the figure itself. */
  readonly hasTotal: boolean;
}

/** The entries behind one figure: what each adds to it, in sum exactly the figure (for a ratio: both its sums). */
export function explanation(ledger: Ledger, options: ExplanationOptions): Report {
  const { journal, metric, period, groups } = options;
  const { plus, minus, over } = partsOf(metric);
  const value = valueIn(metric, tally(ledger, period, options).total, ledger) ?? null;
  const parts = [
    contributions(over ? 'numerator' : 'sum', plus, minus, ledger, options),
    ...(over ? [contributions('denominator', over, [], ledger, options)] : []),
  ];
  const hasTouches = options.creditsOf !== undefined;
  // Beside a touch's place there is seldom room for the sale's own.
  const ofEntry = hasTouches
    ? entryColumns.map((column) => (column.id === 'place' ? placeBesideTouch : column))
    : entryColumns;
  const columns: Column[] = [...ofEntry, ...(hasTouches ? touchColumns : [])];
  const main: Table = {
    columns: [partColumn, ...columns, amountColumn(parts[0]?.unit ?? 'count')],
    rows: parts.flatMap(({ part, rows }) => rows.map((row) => [part, ...row])),
    ...(options.hasTotal ? { total: ['value', ...columns.map(() => null), value] } : {}),
  };
  const sections: Section[] = parts.map(({ part, rows, sum, unit }) => {
    // What no sale is in has no touches to show.
    const isShared = hasTouches && rows.some((row) => row[entryColumns.length] !== null);
    const own = isShared ? columns : entryColumns;
    const cells = rows.map((row) =>
      isShared ? row : [...row.slice(0, entryColumns.length), row.at(-1) ?? null],
    );
    const total: Cell[] = [{ key: 'TOTAL', name: words.total }, ...own.slice(1).map(() => ''), sum];
    return { title: text(words[part]), table: { columns: [...own, amountColumn(unit)], rows: cells, total } };
  });
  const result: Table = {
    columns: [
      { id: 'metric', label: words.metric, unit: 'text' },
      { id: 'value', label: words.value, unit: metric.unit },
    ],
    rows: [[{ key: metric.id, name: metric.label }, value]],
  };
  return {
    command: 'explain',
    title: text(words.title, { metric: metric.label, group: titleOf(groups, ledger) }),
    journal,
    asOf: ledger.asOf,
    period: { ...period, label: labelOf(period, ledger.settings.calendar) },
    currency: ledger.settings.currency,
    sections: [...sections, { title: text(words.result), table: result }],
    main,
    notes: methodNotes(options.attribution, options.attributionOptions),
  };
}

function titleOf(groups: ReadonlySet<string> | undefined, ledger: Ledger): Phrase {
  if (!groups) return words.all;
  const names = [...groups].map((key) => nameOf(key, byGroup, ledger).name);
  const inLang = (lang: Lang) =>
    names.map((name) => (typeof name === 'string' ? name : name[lang])).join(', ');
  return { en: inLang('en'), fr: inLang('fr') };
}

type Part = 'sum' | 'numerator' | 'denominator';

function contributions(
  part: Part,
  plus: readonly CountId[],
  minus: readonly CountId[],
  ledger: Ledger,
  options: ExplanationOptions,
): { part: Part; rows: Cell[][]; sum: number; unit: Column['unit'] } {
  const counted = [...plus, ...minus];
  const isOfSales = counted.includes('sales') || counted.includes('revenue');
  const rows: Cell[][] = [];
  const whole = noSums();
  for (const piece of piecesOf(ledger, options.period, options)) {
    const sums = noSums();
    addPiece(sums, piece, ledger, options.period);
    addPiece(whole, piece, ledger, options.period);
    // A touch that the model gives nothing is told all the same: it was weighed.
    const isWeighed = piece.credit !== undefined && isOfSales;
    if (!isWeighed && counted.every((id) => sums[indexOf(id)] === 0)) continue;
    const amount = majorSum(plus, sums, ledger, minus);
    rows.push([
      ...entryCells(piece.entry, ledger),
      ...(options.creditsOf ? touchCells(piece, ledger) : []),
      amount,
    ]);
  }
  const unit = countOf(plus[0] ?? 'activities').unit;
  const shown = unit === 'priced-time' ? 'money' : unit;
  return { part, rows, sum: majorSum(plus, whole, ledger, minus), unit: shown };
}

function entryCells(entry: Entry, ledger: Ledger): Cell[] {
  const type = { key: entry.type, name: typeNames[entry.type] };
  return [entry.date, type, groupOf(entry, ledger) ?? none, describe(entry, ledger), recordPlace(entry)];
}

/** Of a shared sale: the touch that this part is credited to. */
function touchCells({ entry, credit }: Piece, ledger: Ledger): Cell[] {
  if (!credit) return [null, groupOf(entry, ledger) ?? none, null, null, null];
  const { touch, share, age } = credit;
  return [
    { key: touch.type, name: typeNames[touch.type] },
    groupOf(touch, ledger) ?? none,
    recordPlace(touch),
    age,
    share,
  ];
}

/** An entry in a few words. */
export function describe(entry: Entry, ledger: Ledger): string {
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
  { id: 'date', label: { en: 'Date', fr: 'Date' }, unit: 'day', keep: 'always' },
  { id: 'type', label: { en: 'Type', fr: 'Type' }, unit: 'text' },
  { id: 'group', label: { en: 'Group', fr: 'Groupe' }, unit: 'text' },
  { id: 'what', label: { en: 'What', fr: 'Quoi' }, unit: 'text', keep: 'always' },
  { id: 'place', label: { en: 'Where', fr: 'Où' }, unit: 'place', keep: 'always' },
];
/** Of a shared sale: the touch credited, how many days before the sale, and its weight. */
const placeBesideTouch: Column = { id: 'place', label: { en: 'Where', fr: 'Où' }, unit: 'place' };
const touchColumns: readonly Column[] = [
  { id: 'touch', label: { en: 'Touch', fr: 'Contact' }, unit: 'text' },
  { id: 'touch_group', label: { en: 'Credited to', fr: 'Crédité à' }, unit: 'text', keep: 'always' },
  { id: 'touch_place', label: { en: 'Touched', fr: 'Lieu du contact' }, unit: 'place', keep: 'always' },
  { id: 'age', label: { en: 'Age', fr: 'Âge' }, unit: 'count', keep: 'long' },
  { id: 'weight', label: { en: 'Weight', fr: 'Poids' }, unit: 'share', keep: 'long' },
];
const partColumn: Column = { id: 'part', label: { en: 'Part', fr: 'Partie' }, unit: 'text' };
const amountColumn = (unit: Column['unit']): Column => ({
  id: 'amount',
  label: { en: 'Adds', fr: 'Ajoute' },
  unit,
  keep: 'always',
});

export const typeNames: Record<Entry['type'], Phrase> = {
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
