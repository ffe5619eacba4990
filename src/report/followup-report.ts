import { byGroup } from '../measure/dimensions.ts';
import { type FollowUp, type FollowUpSelection, followUps, isOverdue } from '../measure/followups.ts';
import type { Day } from '../model/day.ts';
import { groupOf, type Journal, type Ledger } from '../model/ledger.ts';
import { labelOf } from '../model/period.ts';
import type { Cell, Column, NamedCell, Report, Section } from '../model/report.ts';
import { recordPlace } from '../model/source.ts';
import { type Countable, countPhrase, type Phrase, type Text, text } from '../model/text.ts';
import { byHand, commandFor, type NameOf, namerOf, shortCommandFor } from './followup-clearing.ts';
import { followupNotes } from './followup-notes.ts';
import { kindWords, whatOf, whoOf } from './followup-words.ts';
import { nameOf } from './rows.ts';

export interface FollowupOptions extends FollowUpSelection {
  readonly journal: string;
  /** The places that the journal was named by on the command line: then the commands need them too. */
  readonly places: readonly string[];
  /** Show what falls due up to this day; not before the ledger's. */
  readonly until: Day;
}

/** What is overdue, due and, where asked, to come: who, whose, what, how late, and what clears it; oldest first. */
export function followupReport(ledger: Ledger, journal: Journal, options: FollowupOptions): Report {
  const { asOf, settings } = ledger;
  const { until } = options;
  const found = followUps(ledger, until, options);
  const clearing: Clearing = { nameOf: namerOf(journal), places: options.places };
  const isDue = ({ due }: FollowUp) => due <= asOf;
  const now = found.filter(isDue);
  const coming = found.filter((each) => !isDue(each));
  const rows = (shown: readonly FollowUp[], columns: readonly Shown[]): Cell[][] =>
    shown.map((each) => columns.map(({ cell }) => cell(each, ledger, clearing)));
  const table = (shown: readonly FollowUp[], first: Shown) => {
    const columns = [first, ...screenColumns].filter(
      ({ id }) => id !== 'member' || shown.some(({ entry }) => entry.member !== undefined),
    );
    return { columns, rows: rows(shown, columns) };
  };
  const sections: Section[] = [
    now.length > 0
      ? { title: dueTitle(now, asOf), table: table(now, late) }
      : { title: text(words.clear), prose: [text(words.nothing)] },
    ...(coming.length > 0 ? [{ title: text(words.coming), table: table(coming, due) }] : []),
  ];
  return {
    command: 'followup',
    title: text(words.title),
    journal: options.journal,
    asOf,
    period: { from: asOf, to: until, label: labelOf({ from: asOf, to: until }, settings.calendar) },
    currency: settings.currency,
    sections,
    main: { columns: mainColumns, rows: rows(found, mainColumns) },
    notes: followupNotes(ledger, found, until, options, options.places.length > 0),
  };
}

function dueTitle(now: readonly FollowUp[], asOf: Day): Text {
  const overdue = now.filter((each) => isOverdue(each, asOf)).length;
  const today = now.length - overdue;
  const parts = { overdue: countPhrase(overdue, words.overdue), today: countPhrase(today, words.today) };
  return overdue === 0 ? text(parts.today) : today === 0 ? text(parts.overdue) : text(words.both, parts);
}

/** What a command needs to name a referral and its journal. */
interface Clearing {
  readonly nameOf: NameOf;
  readonly places: readonly string[];
}

/** A column, and its cell in a row. */
interface Shown extends Column {
  cell(each: FollowUp, ledger: Ledger, clearing: Clearing): Cell;
}

const memberCell = ({ entry: { member } }: FollowUp, { settings }: Ledger): NamedCell | null =>
  member === undefined ? null : { key: member, name: settings.members.get(member)?.name ?? member };

function groupCell({ kind, entry }: FollowUp, ledger: Ledger): NamedCell | null {
  // Of a silence, the group of the last entry is no matter.
  const group = kind === 'silence' ? undefined : groupOf(entry, ledger);
  return group === undefined ? null : nameOf(group, byGroup, ledger);
}

function clearingCell(each: FollowUp, _: Ledger, { nameOf: referral, places }: Clearing): NamedCell {
  const command = shortCommandFor(each, referral, places);
  if (command !== undefined) return { key: command, name: command };
  const phrase = byHand(each);
  return { key: phrase.en, name: phrase };
}

const words = {
  title: { en: 'To follow up', fr: 'À suivre' },
  clear: { en: 'Due', fr: 'À échéance' },
  nothing: { en: 'Nothing is due.', fr: 'Rien n’est à échéance.' },
  coming: { en: 'To come', fr: 'À venir' },
  both: { en: '{overdue}, {today}', fr: '{overdue}, {today}' },
  overdue: [
    { en: 'none overdue', fr: 'rien en retard' },
    { en: '{count} overdue', fr: '{count} en retard' },
    { en: '{count} overdue', fr: '{count} en retard' },
  ],
  today: [
    { en: 'none due today', fr: 'rien pour aujourd’hui' },
    { en: '{count} due on this day', fr: '{count} pour ce jour' },
    { en: '{count} due on this day', fr: '{count} pour ce jour' },
  ],
} satisfies Record<string, Phrase | Countable>;

const kind: Shown = {
  id: 'kind',
  label: { en: 'To do', fr: 'À faire' },
  unit: 'text',
  keep: 'always',
  cell: (each) => ({ key: each.kind, name: kindWords[each.kind].short }),
};
const who: Shown = {
  id: 'who',
  label: { en: 'Who', fr: 'Qui' },
  unit: 'text',
  keep: 'always',
  cell: (each) => whoOf(each) ?? null,
};
const what: Shown = {
  id: 'what',
  label: { en: 'About', fr: 'À propos' },
  unit: 'text',
  cell: (each) => whatOf(each) ?? null,
};
const group: Shown = { id: 'group', label: { en: 'Group', fr: 'Groupe' }, unit: 'text', cell: groupCell };
const member: Shown = { id: 'member', label: { en: 'Member', fr: 'Membre' }, unit: 'text', cell: memberCell };
const due: Shown = {
  id: 'due',
  label: { en: 'Due', fr: 'Échéance' },
  unit: 'day',
  keep: 'always',
  cell: (each) => each.due,
};
const late: Shown = {
  id: 'late',
  label: { en: 'Days late', fr: 'Retard (j)' },
  unit: 'count',
  keep: 'always',
  cell: (each, { asOf }) => asOf - each.due,
};
const clearing: Shown = {
  id: 'clearing',
  label: { en: 'Done? Say so with', fr: 'Fait ? Le dire par' },
  // Cut last of all: half a command is none.
  unit: 'place',
  keep: 'always',
  cell: clearingCell,
};
const command: Shown = {
  id: 'command',
  label: { en: 'Command', fr: 'Commande' },
  unit: 'text',
  cell: (each, _, { nameOf: referral, places }) => commandFor(each, referral, places) ?? null,
};
const place: Shown = {
  id: 'place',
  label: { en: 'Where', fr: 'Où' },
  unit: 'place',
  cell: ({ entry }) => recordPlace(entry),
};

const screenColumns: readonly Shown[] = [kind, who, clearing, what, group, member, place];
const mainColumns: readonly Shown[] = [kind, who, group, member, what, due, late, command, place];
