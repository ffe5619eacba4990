import type { Day } from '../model/day.ts';
import { type Activity, groupOf, type Ledger } from '../model/ledger.ts';
import { byCodePoint } from '../model/names.ts';
import type { Period } from '../model/period.ts';
import { type EntryType, entryTypes } from '../model/schema.ts';
import { byGroup, inOrder, none } from './dimensions.ts';
import { type FollowUp, type FollowUpSelection, followUps, isIn } from './followups.ts';
import { indexOf, type Sums } from './metrics.ts';
import { kindTest } from './score/kinds.ts';
import { addTo, noSums } from './sums.ts';
import { habitsOf, type Missing } from './week-habits.ts';

/** What a group has in the journal on a day. */
export interface LoggedDay {
  /** A group's key, or `(none)`. */
  readonly group: string;
  readonly day: Day;
  /** Attended ones. */
  readonly activities: number;
  readonly oneToOnes: number;
  readonly minutes: number;
  readonly received: number;
  readonly given: number;
  /** Visitors brought to the attended activities, and testimonials given there. */
  readonly guests: number;
  readonly testimonials: number;
}

/** Entries of a day that are neither activities nor referrals. */
export interface AlsoLogged {
  readonly group: string;
  readonly day: Day;
  readonly type: OtherType;
  readonly count: number;
}

export type OtherType = Exclude<EntryType, 'activity' | 'referral'>;

/** What a calendar week holds, and what it usually holds and does not. */
export interface WeekFacts {
  /** By group in the order of every output, then by day. */
  readonly logged: readonly LoggedDay[];
  /** In the order of the schema, then by day and group. */
  readonly also: readonly AlsoLogged[];
  /** By day. Those whose day is after the ledger's may still come. */
  readonly missing: readonly Missing[];
  /** How many things are usual at all, in this week or in others. */
  readonly habits: number;
  /** What falls due in the week and is not done, by day. */
  readonly due: readonly FollowUp[];
  /** How many things were due before the week and are not done. */
  readonly overdue: number;
}

/** What is in the journal for a whole calendar week, and what the weeks before it let one expect. */
export function weekFacts(ledger: Ledger, week: Period, selection: FollowUpSelection): WeekFacts {
  const habits = [...activitiesByGroup(ledger, week, selection)].map(([group, entries]) =>
    habitsOf(group, entries, week, ledger.asOf),
  );
  const found = followUps(ledger, Math.max(week.to, ledger.asOf), selection).filter(
    ({ kind, due }) => kind !== 'silence' && due <= week.to,
  );
  return {
    logged: loggedIn(ledger, week, selection),
    also: alsoIn(ledger, week, selection),
    missing: habits
      .flatMap(({ missing }) => missing)
      .filter(({ group, day }) => (ledger.settings.groups.get(group)?.left ?? day) >= day)
      .sort((a, b) => a.day - b.day || byCodePoint(a.group, b.group)),
    habits: habits.reduce((sum, { count }) => sum + count, 0),
    due: found.filter(({ due }) => due >= week.from),
    overdue: found.filter(({ due }) => due < week.from).length,
  };
}

/** Whether an activity is a talk between two. */
const isOneToOne = kindTest('one-to-one');

function loggedIn(ledger: Ledger, week: Period, selection: FollowUpSelection): LoggedDay[] {
  const rows = new Map<string, Row>();
  for (const entry of ledger.entries) {
    const isCounted = entry.type === 'activity' || entry.type === 'referral';
    if (!isCounted || entry.date < week.from || entry.date > week.to) continue;
    if (!isIn(entry, ledger, selection)) continue;
    const group = groupOf(entry, ledger) ?? none;
    const key = `${entry.date} ${group}`;
    const row = rows.get(key) ?? { ...emptyRow, group, day: entry.date, sums: noSums() };
    rows.set(key, row);
    const before = row.sums[activities] ?? 0;
    addTo(row.sums, entry, ledger, week);
    if (entry.type !== 'activity') continue;
    // Counted as activities are: one that was missed is none.
    const attended = (row.sums[activities] ?? 0) - before;
    if (isOneToOne(entry)) row.oneToOnes += attended;
    row.guests += attended * (entry.guests ?? 0);
    row.testimonials += attended * (entry.testimonials ?? 0);
  }
  const all = [...rows.values()].sort((a, b) => a.day - b.day);
  const order = inOrder(
    all.map(({ group }) => group),
    byGroup,
    ledger,
  );
  return order.flatMap((key) =>
    all
      .filter(({ group }) => group === key)
      .map(({ sums, ...row }) => ({
        ...row,
        activities: sums[activities] ?? 0,
        minutes: sums[indexOf('hours')] ?? 0,
        received: sums[indexOf('received')] ?? 0,
        given: sums[indexOf('given')] ?? 0,
      })),
  );
}

interface Row {
  readonly group: string;
  readonly day: Day;
  readonly sums: Sums;
  oneToOnes: number;
  guests: number;
  testimonials: number;
}

const emptyRow = { oneToOnes: 0, guests: 0, testimonials: 0 };

const activities = indexOf('activities');

/** Everything else that the week holds. */
function alsoIn(ledger: Ledger, week: Period, selection: FollowUpSelection): AlsoLogged[] {
  const rows = new Map<string, AlsoLogged>();
  for (const entry of ledger.entries) {
    const { type, date: day } = entry;
    if (type === 'activity' || type === 'referral' || day < week.from || day > week.to) continue;
    if (!isIn(entry, ledger, selection)) continue;
    const group = groupOf(entry, ledger) ?? none;
    const key = `${type} ${day} ${group}`;
    rows.set(key, { group, day, type, count: (rows.get(key)?.count ?? 0) + 1 });
  }
  return [...rows.values()].sort(
    (a, b) =>
      entryTypes.indexOf(a.type) - entryTypes.indexOf(b.type) ||
      a.day - b.day ||
      byCodePoint(a.group, b.group),
  );
}

function activitiesByGroup(
  ledger: Ledger,
  week: Period,
  selection: FollowUpSelection,
): ReadonlyMap<string, Activity[]> {
  const groups = new Map<string, Activity[]>();
  for (const entry of ledger.entries) {
    if (entry.type !== 'activity' || entry.date > week.to || !isIn(entry, ledger, selection)) continue;
    const entries = groups.get(entry.group);
    if (entries) entries.push(entry);
    else groups.set(entry.group, [entry]);
  }
  return groups;
}
