import { type Network, type NetworkOptions, networkIn, type Person } from '../measure/network.ts';
import { concentrationOf, wholeOf } from '../measure/prescribers.ts';
import type { Chart } from '../model/chart.ts';
import type { Ledger } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import { labelOf, type Period } from '../model/period.ts';
import type { Cell, Report, Section, Table } from '../model/report.ts';
import { type Phrase, text } from '../model/text.ts';
import type { ContactDimension, ContactRow } from './contacts-by.ts';
import { contactColumns, usualContacts } from './contacts-columns.ts';
import { dormantSection } from './contacts-dormant.ts';
import { contactNotes, summaryOf } from './contacts-notes.ts';
import { prescriberSection } from './contacts-prescribers.ts';
import { totalName } from './rows.ts';

export interface ContactOptions extends NetworkOptions {
  readonly journal: string;
  readonly period: Period;
  readonly by: ContactDimension;
  /** Ids of the figures to show; undefined for the usual ones. */
  readonly columns: readonly string[] | undefined;
  readonly hasTotal: boolean;
}

/** Who is in the network, who of it was met and who is silent, and how much revenue hangs on whom. */
export function contactsReport(ledger: Ledger, options: ContactOptions): Report {
  const { period, by, columns, hasTotal } = options;
  const network = networkIn(ledger, period, options);
  const rows = by.rowsOf(network.people, ledger);
  const table = (ids: readonly string[]) => tableOf(rows, network, by, ids, hasTotal, ledger);
  const chart = chartOf(rows, network);
  const rowsSection: Section = {
    title: text(words.by, { by: lowered(by.label) }),
    ...(chart ? { charts: [chart] } : {}),
    table: table(columns ?? usualContacts),
    prose: summaryOf(network, options.dormant),
  };
  return {
    command: 'contacts',
    title: text(words.title),
    journal: options.journal,
    asOf: ledger.asOf,
    period: { ...period, label: labelOf(period, ledger.settings.calendar) },
    currency: ledger.settings.currency,
    sections: [rowsSection, ...prescriberSection(network, hasTotal, ledger), ...dormantSection(network)],
    main: table(columns ?? contactColumns.map(({ id }) => id)),
    notes: contactNotes(ledger, period, network, rows, by),
  };
}

function tableOf(
  rows: readonly ContactRow[],
  network: Network,
  by: ContactDimension,
  ids: readonly string[],
  hasTotal: boolean,
  ledger: Ledger,
): Table {
  const whole = wholeOf(network);
  const indexes = ids.map((id) => contactColumns.findIndex((column) => column.id === id));
  const pick = (people: readonly Person[]) => {
    const cells = cellsOf(people, whole, ledger);
    return indexes.map((i) => cells[i] ?? null);
  };
  return {
    columns: [
      { id: by.id, label: by.label, unit: 'text', keep: 'always' },
      ...indexes.flatMap((i) => contactColumns[i] ?? []),
    ],
    rows: rows.map(({ name, people }): Cell[] => [name, ...pick(people)]),
    ...(hasTotal ? { total: [totalName, ...pick(network.people)] } : {}),
  };
}

/** The figures of some people, in the order of the columns. `whole`: all that revenue is a share of. */
function cellsOf(people: readonly Person[], whole: number, { settings }: Ledger): Cell[] {
  const count = (is: (person: Person) => boolean) => people.filter(is).length;
  const contacts = count(({ isContact }) => isContact);
  const prescribers = count(({ roles }) => roles.includes('prescriber'));
  const amounts = people.map(({ revenue }) => revenue);
  const through = amounts.reduce((sum, each) => sum + Math.max(0, each), 0);
  const { top, top3, equal } = concentrationOf(amounts);
  return [
    people.length,
    contacts,
    people.length - contacts,
    count(({ isMet }) => isMet),
    count(({ isDormant }) => isDormant),
    prescribers,
    contacts === 0 ? null : prescribers / contacts,
    count(({ referrals }) => referrals > 0),
    toMajor(
      amounts.reduce((sum, each) => sum + each, 0),
      settings.currency,
    ),
    whole === 0 ? null : through / whole,
    top ?? null,
    top3 ?? null,
    equal ?? null,
  ];
}

/** Who was met and who is silent, row by row; none where nobody is. */
function chartOf(rows: readonly ContactRow[], { people }: Network): Chart | undefined {
  if (people.length === 0) return undefined;
  const met = (all: readonly Person[]) => all.filter(({ isMet }) => isMet).length;
  const dormant = (all: readonly Person[]) => all.filter(({ isDormant }) => isDormant).length;
  return {
    kind: 'pairs',
    title: text(words.chart),
    says: text(words.chartSays, { people: people.length, met: met(people), dormant: dormant(people) }),
    left: { label: words.met, unit: 'count' },
    right: { label: words.dormant, unit: 'count' },
    rows: rows.map(({ name, people: own }) => ({ of: name, left: met(own), right: dormant(own) })),
  };
}

function lowered(label: Phrase): Phrase {
  return { en: label.en.toLowerCase(), fr: label.fr.toLowerCase() };
}

const words = {
  title: { en: 'Contacts', fr: 'Contacts' },
  by: { en: 'The network by {by}', fr: 'Le réseau par {by}' },
  chart: { en: 'Met in the period, and dormant', fr: 'Vues sur la période, et dormantes' },
  chartSays: {
    en: 'Of {people} people, {met} were met in the period and {dormant} are dormant.',
    fr: 'Sur {people} personnes, {met} ont été vues sur la période et {dormant} sont dormantes.',
  },
  met: { en: 'Met', fr: 'Vues' },
  dormant: { en: 'Dormant', fr: 'Dormantes' },
} satisfies Record<string, Phrase>;
