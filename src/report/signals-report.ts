import { byGroup } from '../measure/dimensions.ts';
import { usualWindow } from '../measure/signals/basis.ts';
import { month } from '../measure/signals/lags.ts';
import type { GroupSignal, Signals } from '../measure/signals/signals.ts';
import { meanReturn, quantileOf } from '../measure/signals/value.ts';
import type { Ledger } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import { labelOf, type Period } from '../model/period.ts';
import type { Cell, Column, NamedCell, Report, Section, Table } from '../model/report.ts';
import { inAll, type Phrase, text } from '../model/text.ts';
import { rangesOfSignals } from './charts-signals.ts';
import { nameOf } from './rows.ts';
import { adviceOn, headlineOf } from './signals-advice.ts';
import { signalsNotes } from './signals-notes.ts';
import { verdictCell } from './verdict-cell.ts';

export interface SignalsReportOptions {
  readonly journal: string;
  /** Keys of the groups to show; undefined for all. */
  readonly groups: ReadonlySet<string> | undefined;
}

/** Keep, watch, drop or too early, a group: the figures, then the reasons in words. */
export function signalsReport(
  ledger: Ledger,
  found: Signals,
  { journal, groups }: SignalsReportOptions,
): Report {
  const shown = found.groups.filter(({ key }) => !groups || groups.has(key));
  const advised = shown.map((signal) => ({ signal, advice: adviceOn(signal, found, ledger) }));
  const main: Table = {
    columns: mainColumns,
    rows: advised.map(({ signal, advice }) => [
      ...rowOf(signal, ledger),
      advice.map((each) => inAll(each)).map((name): NamedCell => ({ key: name.en, name })),
      signal.flags.map(({ id, label }): NamedCell => ({ key: id, name: label })),
    ]),
  };
  const ranges = rangesOfSignals(shown, ledger);
  const figures: Section = {
    title: text(words.figures),
    ...(ranges ? { charts: [ranges] } : {}),
    table: { columns: screenColumns, rows: main.rows.map((row) => screenIndexes.map((i) => row[i] ?? null)) },
  };
  const sections = advised.map(
    ({ signal, advice }): Section => ({
      title: text(words.group, {
        name: nameOf(signal.key, byGroup, ledger).name,
        headline: inAll(headlineOf(signal)),
      }),
      prose: advice,
    }),
  );
  const period = windowOf(found, ledger);
  return {
    command: 'signals',
    title: text(words.title),
    journal,
    asOf: ledger.asOf,
    period: { ...period, label: labelOf(period, ledger.settings.calendar) },
    currency: ledger.settings.currency,
    sections: [figures, ...sections],
    main,
    notes: signalsNotes(ledger, found, shown),
  };
}

/** The days whose results count: 24 months, or from the journal's start. */
export function windowOf({ portfolio }: Signals, { asOf }: Ledger): Period {
  const from = Math.floor(Math.max(portfolio.start, asOf - usualWindow * month)) + 1;
  return { from: Math.min(from, asOf), to: asOf };
}

function rowOf(signal: GroupSignal, ledger: Ledger): Cell[] {
  const { now } = signal;
  const { group, bar } = now;
  const { hour } = group;
  const money = (minor: number | undefined) =>
    minor === undefined ? null : toMajor(minor, ledger.settings.currency);
  return [
    nameOf(signal.key, byGroup, ledger),
    verdictCell(now.verdict),
    now.pBelow ?? null,
    money(hour && meanReturn(hour)),
    money(hour && quantileOf(0.1, hour)),
    money(hour && quantileOf(0.9, hour)),
    money(bar),
    group.maturity,
    group.hours,
    group.received,
    group.wins + group.direct,
    now.expectedByNow ?? null,
    group.open,
    hour ? signal.openExpected : null,
    signal.since,
  ];
}

const exact = { isExact: true } as const;
const mainColumns: readonly Column[] = [
  { id: 'group', label: { en: 'Group', fr: 'Groupe' }, unit: 'text', keep: 'always' },
  { id: 'verdict', label: { en: 'Verdict', fr: 'Verdict' }, unit: 'text', keep: 'always' },
  {
    id: 'p_below',
    label: { en: 'Below the bar', fr: 'Sous la barre' },
    unit: 'chance',
    keep: 'long',
    ...exact,
  },
  {
    id: 'return_per_hour',
    label: { en: 'Return / hour', fr: 'Retour / heure' },
    unit: 'money-per',
    keep: 'long',
    ...exact,
  },
  { id: 'low', label: { en: 'Low', fr: 'Bas' }, unit: 'money-per', ...exact },
  { id: 'high', label: { en: 'High', fr: 'Haut' }, unit: 'money-per', ...exact },
  { id: 'bar', label: { en: 'Bar', fr: 'Barre' }, unit: 'money-per', keep: 'long', ...exact },
  { id: 'maturity', label: { en: 'Matured', fr: 'Mûri' }, unit: 'share', ...exact },
  { id: 'hours', label: { en: 'Hours', fr: 'Heures' }, unit: 'hours', ...exact },
  { id: 'received', label: { en: 'Received', fr: 'Reçues' }, unit: 'count', ...exact },
  { id: 'sales', label: { en: 'Sales', fr: 'Ventes' }, unit: 'count', ...exact },
  { id: 'expected_by_now', label: { en: 'At the bar', fr: 'À la barre' }, unit: 'hours-per', ...exact },
  { id: 'open', label: { en: 'Open', fr: 'Ouvertes' }, unit: 'count', ...exact },
  {
    id: 'open_expected',
    label: { en: 'Expected of them', fr: 'Attendu d’elles' },
    unit: 'hours-per',
    ...exact,
  },
  { id: 'since', label: { en: 'Since', fr: 'Depuis' }, unit: 'day' },
  { id: 'reasons', label: { en: 'Reasons', fr: 'Raisons' }, unit: 'text' },
  { id: 'flags', label: { en: 'Flags', fr: 'Alertes' }, unit: 'text' },
];

/** What the screen has in its table; the rest is said in words below it. */
const screenIds = [
  'group',
  'verdict',
  'p_below',
  'return_per_hour',
  'bar',
  'low',
  'high',
  'maturity',
  'hours',
  'received',
  'sales',
  'expected_by_now',
  'since',
];
const screenIndexes = screenIds.map((id) => mainColumns.findIndex((column) => column.id === id));
const screenColumns = screenIndexes.flatMap((i) => mainColumns[i] ?? []);

const words = {
  title: { en: 'Keep, watch or drop', fr: 'Garder, surveiller ou quitter' },
  figures: {
    en: 'What an hour returns, and how sure that is',
    fr: 'Ce que rapporte une heure, et avec quelle certitude',
  },
  group: { en: '{name}: {headline}', fr: '{name} : {headline}' },
} satisfies Record<string, Phrase>;
