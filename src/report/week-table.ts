import { byGroup } from '../measure/dimensions.ts';
import type { FollowUp } from '../measure/followups.ts';
import type { WeekFacts } from '../measure/week.ts';
import type { Missing } from '../measure/week-habits.ts';
import { groupOf, type Ledger } from '../model/ledger.ts';
import type { Cell, Column, Table } from '../model/report.ts';
import { whatOf, whoOf } from './followup-words.ts';
import { nameOf } from './rows.ts';
import { commandFor } from './week-words.ts';

/** All of a week for programs: what is logged, what else is, missing, still ahead and due, a row each. */
export function weekTable(facts: WeekFacts, ledger: Ledger): Table {
  const group = (key: string | undefined): Cell => (key === undefined ? null : nameOf(key, byGroup, ledger));
  const blank = (count: number): Cell[] => Array.from({ length: count }, () => null);
  const logged = facts.logged.map((row): Cell[] => [
    ...['logged', group(row.group), null, row.day, row.activities, row.oneToOnes],
    ...[row.minutes / 60, row.received, row.given, row.guests, row.testimonials],
    ...blank(5),
  ]);
  const also = facts.also.map((each): Cell[] => [
    ...['also', group(each.group), each.type, each.day],
    ...blank(7),
    each.count,
    ...blank(4),
  ]);
  const missing = facts.missing.map((each): Cell[] => {
    const isOver = each.day <= ledger.asOf;
    return [
      ...[isOver ? 'missing' : 'ahead', group(each.group), each.kind ?? null, each.day],
      ...blank(7),
      ...often(each),
      null,
      isOver ? (commandFor(each) ?? null) : null,
    ];
  });
  const due = facts.due.map((each: FollowUp): Cell[] => [
    ...['due', group(groupOf(each.entry, ledger)), each.kind, each.due],
    ...blank(10),
    [whoOf(each), whatOf(each)].filter((part) => part !== undefined).join(': ') || null,
    null,
  ]);
  return { columns, rows: [...logged, ...also, ...missing, ...due] };
}

/** How usual something is: times there, of so many turns, weeks from one to the next. */
function often({ cadence }: Missing): Cell[] {
  if (cadence.every === 'week') return [cadence.weeks, cadence.of, 1];
  return cadence.every === 'month' ? [cadence.months, cadence.of, null] : [null, null, cadence.step];
}

const columns: readonly Column[] = [
  { id: 'part', label: { en: 'Part', fr: 'Partie' }, unit: 'text' },
  { id: 'group', label: { en: 'Group', fr: 'Groupe' }, unit: 'text' },
  { id: 'kind', label: { en: 'Kind', fr: 'Sorte' }, unit: 'text' },
  { id: 'day', label: { en: 'Day', fr: 'Jour' }, unit: 'day' },
  { id: 'activities', label: { en: 'Activities', fr: 'Activités' }, unit: 'count' },
  { id: 'one_to_ones', label: { en: 'One-to-ones', fr: 'Tête-à-tête' }, unit: 'count' },
  { id: 'hours', label: { en: 'Hours', fr: 'Heures' }, unit: 'hours' },
  { id: 'received', label: { en: 'Received', fr: 'Reçues' }, unit: 'count' },
  { id: 'given', label: { en: 'Given', fr: 'Données' }, unit: 'count' },
  { id: 'guests', label: { en: 'Visitors', fr: 'Invités' }, unit: 'count' },
  { id: 'testimonials', label: { en: 'Testimonials', fr: 'Témoignages' }, unit: 'count' },
  { id: 'times', label: { en: 'Times', fr: 'Fois' }, unit: 'count' },
  { id: 'of', label: { en: 'Of', fr: 'Sur' }, unit: 'count' },
  { id: 'every_weeks', label: { en: 'Every (weeks)', fr: 'Toutes les (semaines)' }, unit: 'count' },
  { id: 'about', label: { en: 'About', fr: 'À propos' }, unit: 'text' },
  { id: 'command', label: { en: 'Command', fr: 'Commande' }, unit: 'text' },
];
