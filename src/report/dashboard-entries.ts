import type { CountId } from '../measure/counts.ts';
import { indexOf, type Sums } from '../measure/metrics.ts';
import { noSums } from '../measure/sums.ts';
import type { Figure, FigureTable, Formula, Term } from '../model/book.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Column } from '../model/report.ts';
import { type EntryType, entryTypes } from '../model/schema.ts';
import { inAll, type Phrase, type Text, text } from '../model/text.ts';
import type { Contribution, DashboardFacts } from './dashboard-facts.ts';
import { amountIn, countColumn, idIn, named, shownCounts } from './dashboard-folds.ts';
import { explainWords, type Span } from './dashboard-periods.ts';
import { describe } from './explanation.ts';

export interface EntryListOptions {
  readonly key: string;
  readonly span: Span;
  /** Id of the page. */
  readonly page: string;
  /** Entries of a type that are listed at most, the newest. */
  readonly most: number;
}

/** The entries of a type, by date. */
interface Typed {
  readonly type: EntryType;
  readonly own: readonly Contribution[];
  readonly sums: Sums;
}

/**
 * The entries of a group and period, a table a type: each once, with its part in every count. The sum of a column is
 * the figure, or where entries of two types make it up (a cost) a part of it, under `COUNT.TYPE`.
 */
export function entryTables(
  all: DashboardFacts,
  ledger: Ledger,
  options: EntryListOptions,
): { tables: FigureTable[]; formulas: Formula[] } {
  const { key, span, page } = options;
  const entries = all.entriesOf(key, span);
  const typed = entryTypes.flatMap((type): Typed[] => {
    const own = entries.filter(({ entry }) => entry.type === type);
    return own.length > 0
      ? [{ type, own: own.toSorted((a, b) => a.entry.date - b.entry.date), sums: sumOf(own) }]
      : [];
  });
  const makersOf = (id: CountId) => typed.filter(({ own }) => isMadeBy(own, id));
  const idOf = (id: CountId, type: EntryType) => idIn(page, makersOf(id).length > 1 ? `${id}.${type}` : id);
  const formulas = shownCounts.flatMap((count): Formula[] => {
    const id = count.id as CountId;
    const makers = makersOf(id);
    if (makers.length < 2) return [];
    const above = makers.map(
      ({ type, sums }): Term => ({
        column: { ...countColumn(count), label: typesNamed[type] },
        figure: { value: amountIn(id, sums, ledger), to: idOf(id, type) },
      }),
    );
    const value = amountIn(id, all.of(key, span).sums, ledger);
    return [{ id: idIn(page, id), column: countColumn(count), value, above, below: [] }];
  });
  return { tables: typed.map((each) => tableOf(each, idOf, all, ledger, options)), formulas };
}

function tableOf(
  { type, own, sums }: Typed,
  idOf: (id: CountId, type: EntryType) => string,
  all: DashboardFacts,
  ledger: Ledger,
  { key, span, most }: EntryListOptions,
): FigureTable {
  const made = shownCounts.filter(({ id }) => isMadeBy(own, id as CountId));
  const cells = (each: Sums): Figure[] =>
    made.map(({ id }) => {
      const amount = amountIn(id as CountId, each, ledger);
      return { value: amount === 0 ? '' : amount };
    });
  const left = own.slice(0, Math.max(0, own.length - most));
  const rows = own
    .slice(left.length)
    .map(({ entry, sums: each }): Figure[] => [
      { value: entry.date },
      { value: describe(entry, ledger) },
      { value: all.places.of(entry) },
      ...cells(each),
    ]);
  const older = { count: left.length };
  const lefts: Figure[][] =
    left.length > 0
      ? [
          [
            { value: null },
            { value: named(inAll(text(left.length === 1 ? words.oneLeft : words.left, older))) },
            { value: null },
            ...cells(sumOf(left)),
          ],
        ]
      : [];
  const commands = explained[type]?.map((metric) => explainWords(metric, key, span)).join(' · ');
  const prose: Text[] =
    left.length > 0 && commands ? [text(words.cut, { most, count: own.length, commands })] : [];
  return {
    title: text(words.typed, { type: typesNamed[type], count: own.length }),
    columns: [dateColumn, whatColumn, placeColumn, ...made.map(countColumn)],
    rows: [...lefts, ...rows],
    total: [
      { value: named(words.total) },
      { value: '' },
      { value: '' },
      ...made.map(({ id }) => ({
        value: amountIn(id as CountId, sums, ledger),
        id: idOf(id as CountId, type),
      })),
    ],
    prose,
  };
}

function isMadeBy(own: readonly Contribution[], id: CountId): boolean {
  return own.some(({ sums }) => sums[indexOf(id)] !== 0);
}

function sumOf(own: readonly Contribution[]): Sums {
  const sum = noSums();
  for (const { sums } of own) for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (sums[i] ?? 0);
  return sum;
}

/** The metrics whose `explain` lists every entry of a type. */
const explained: Partial<Readonly<Record<EntryType, readonly string[]>>> = {
  activity: ['hours', 'activities'],
  referral: ['received', 'given'],
  sale: ['revenue'],
  cost: ['cost'],
  visits: ['visits_direct', 'visits_social'],
  outcome: ['outcomes'],
  approach: ['approaches'],
};

const dateColumn: Column = { id: 'date', label: { en: 'Date', fr: 'Date' }, unit: 'day' };
const whatColumn: Column = { id: 'what', label: { en: 'What', fr: 'Quoi' }, unit: 'text' };
const placeColumn: Column = { id: 'place', label: { en: 'Where', fr: 'Où' }, unit: 'place' };

const typesNamed: Readonly<Record<EntryType, Phrase>> = {
  activity: { en: 'Activities', fr: 'Activités' },
  referral: { en: 'Referrals', fr: 'Recommandations' },
  sale: { en: 'Sales', fr: 'Ventes' },
  cost: { en: 'Fees', fr: 'Cotisations et frais' },
  visits: { en: 'Web visits', fr: 'Visites web' },
  outcome: { en: 'Outcomes', fr: 'Retours' },
  contact: { en: 'Contacts', fr: 'Contacts' },
  approach: { en: 'Approaches', fr: 'Démarches' },
  promise: { en: 'Promises', fr: 'Promesses' },
  answer: { en: 'Answers', fr: 'Réponses' },
};

const words = {
  total: { en: 'Total', fr: 'Total' },
  typed: { en: '{type} ({count})', fr: '{type} ({count})' },
  oneLeft: { en: '1 older one, not listed here', fr: '1 plus ancienne, non listée ici' },
  left: { en: '{count} older ones, not listed here', fr: '{count} plus anciennes, non listées ici' },
  cut: {
    en: 'Only the newest {most} of {count} are listed; the first line adds up the others. All of them: {commands}',
    fr: 'Seules les {most} plus récentes sur {count} sont listées ; la première ligne additionne les autres. Toutes : {commands}',
  },
} satisfies Record<string, Phrase>;
