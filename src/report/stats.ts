import { type Day, formatDay } from '../model/day.ts';
import { groupOf, type Ledger } from '../model/ledger.ts';
import { labelOf } from '../model/period.ts';
import type { Cell, Column, Report, Section, Table } from '../model/report.ts';
import { inAll, type Phrase, type Text, text } from '../model/text.ts';
import { countsIn, countsTable, yearsTable } from './entry-counts.ts';
import { type GitState, gitFacts } from './git-facts.ts';
import { peopleIn } from './people.ts';

export interface StatsOptions {
  readonly journal: string;
  /** The journal's files, in reading order. */
  readonly files: readonly string[];
  /** Entries dated after the as-of day. */
  readonly later: number;
  readonly git: readonly GitState[];
  readonly hasTotal: boolean;
}

/** Days without an entry that are no gap yet: a word on most weeks is what a journal is worth. */
const quietDays = 21;

/** What the journal holds: how much of what, who is in it, where it has gaps, and which files it is. */
export function journalStats(ledger: Ledger, options: StatsOptions): Report {
  const { asOf, settings, entries } = ledger;
  const days = [...new Set(entries.map(({ date }) => date))].sort((a, b) => a - b);
  const gaps = gapsBetween(days, asOf);
  const period = { from: days[0] ?? asOf, to: asOf };
  const counts = countsIn(ledger);
  return {
    command: 'stats',
    title: text(words.title),
    journal: options.journal,
    asOf,
    period: { ...period, label: labelOf(period, settings.calendar) },
    currency: settings.currency,
    sections: [
      {
        title: text(words.types),
        table: yearsTable(counts, options.hasTotal, settings.calendar.fiscalYearStart),
      },
      { title: text(words.facts), table: factsTable(ledger, days, options.git) },
      {
        title: text(words.gaps),
        table: { columns: gapColumns, rows: gaps.map(({ from, to }) => [from, to, to - from + 1]) },
      },
      filesSection(ledger, options.files),
    ],
    main: countsTable(counts, options.hasTotal),
    notes: notesOn(ledger, days.at(-1), options),
  };
}

function factsTable(ledger: Ledger, days: readonly Day[], git: readonly GitState[]): Table {
  const { settings, entries } = ledger;
  const distinct = (values: readonly (string | undefined)[]) =>
    new Set(values.filter((each) => each !== undefined)).size;
  const day = (value: Day | undefined) => (value === undefined ? '—' : formatDay(value));
  const both = (declared: number, found: number) =>
    cellOf(text(declared > 1 ? words.both : words.oneAndBoth, { declared, found }));
  const facts: [Text, Cell][] = [
    [text(words.first), day(days[0])],
    [text(words.last), day(days.at(-1))],
    [text(words.people), peopleIn(entries).size],
    [
      text(words.groups),
      both(settings.groups.size, distinct(entries.map((entry) => groupOf(entry, ledger)))),
    ],
    [text(words.members), both(settings.members.size, distinct(entries.map(({ member }) => member)))],
    ...gitFacts(git).map(([fact, value]): [Text, Cell] => [fact, cellOf(value)]),
  ];
  return { columns: factColumns, rows: facts.map(([fact, value]) => [cellOf(fact), value]) };
}

function cellOf(sentence: Text): Cell {
  return { key: sentence.phrase.en, name: inAll(sentence) };
}

/** Stretches of more than three weeks without an entry, the one that lasts until the as-of day too. */
function gapsBetween(days: readonly Day[], asOf: Day): { from: Day; to: Day }[] {
  return days.flatMap((day, i) => {
    const to = (days[i + 1] ?? asOf + 1) - 1;
    return to - day > quietDays ? [{ from: day + 1, to }] : [];
  });
}

function filesSection({ entries }: Ledger, files: readonly string[]): Section {
  const counts = new Map(files.map((name) => [name, 0]));
  for (const { origin } of entries) counts.set(origin.name, (counts.get(origin.name) ?? 0) + 1);
  return { title: text(words.files), table: { columns: fileColumns, rows: [...counts] } };
}

function notesOn({ asOf }: Ledger, last: Day | undefined, { later }: StatsOptions): Text[] {
  const day = { day: asOf };
  return [
    ...(last === undefined ? [text(words.empty, { day })] : []),
    ...(last !== undefined && asOf - last > quietDays ? [text(words.silent, { day: { day: last } })] : []),
    ...(later > 0 ? [text(later === 1 ? words.oneLater : words.later, { later, day })] : []),
  ];
}

const words = {
  title: { en: 'Journal', fr: 'Journal' },
  types: { en: 'Entries by type and year', fr: 'Écritures par type et par année' },
  facts: { en: 'What it holds', fr: 'Ce qu’il contient' },
  gaps: { en: 'Gaps of more than 3 weeks', fr: 'Trous de plus de 3 semaines' },
  files: { en: 'Files', fr: 'Fichiers' },
  entries: { en: 'Entries', fr: 'Écritures' },
  first: { en: 'First day', fr: 'Premier jour' },
  last: { en: 'Last day', fr: 'Dernier jour' },
  people: { en: 'People', fr: 'Personnes' },
  groups: { en: 'Groups', fr: 'Groupes' },
  members: { en: 'Members', fr: 'Membres' },
  oneAndBoth: {
    en: '{declared} declared, {found} with entries',
    fr: '{declared} déclaré, {found} avec des écritures',
  },
  both: {
    en: '{declared} declared, {found} with entries',
    fr: '{declared} déclarés, {found} avec des écritures',
  },
  empty: {
    en: 'The journal has no entry up to {day}.',
    fr: 'Le journal n’a aucune écriture jusqu’au {day}.',
  },
  silent: { en: 'Nothing has been logged since {day}.', fr: 'Rien n’a été noté depuis le {day}.' },
  oneLater: {
    en: '1 entry is dated after {day} and not counted.',
    fr: '1 écriture est datée d’après le {day} et n’est pas comptée.',
  },
  later: {
    en: '{later} entries are dated after {day} and not counted.',
    fr: '{later} écritures sont datées d’après le {day} et ne sont pas comptées.',
  },
} satisfies Record<string, Phrase>;

const factColumns: readonly Column[] = [
  { id: 'fact', label: { en: 'Fact', fr: 'Fait' }, unit: 'text', keep: 'always' },
  { id: 'value', label: { en: 'Value', fr: 'Valeur' }, unit: 'text', keep: 'always' },
];
const gapColumns: readonly Column[] = [
  { id: 'from', label: { en: 'From', fr: 'Du' }, unit: 'day', keep: 'always' },
  { id: 'to', label: { en: 'To', fr: 'Au' }, unit: 'day', keep: 'always' },
  { id: 'days', label: { en: 'Days', fr: 'Jours' }, unit: 'count', keep: 'always' },
];
const fileColumns: readonly Column[] = [
  { id: 'file', label: { en: 'File', fr: 'Fichier' }, unit: 'text', keep: 'always' },
  { id: 'entries', label: words.entries, unit: 'count', keep: 'always' },
];
