import type { Day } from '../model/day.ts';
import { type Activity, groupOf, type Ledger } from '../model/ledger.ts';
import { byCodePoint } from '../model/names.ts';
import type { Period } from '../model/period.ts';
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
}

/** What a calendar week holds, and what it usually holds and does not. */
export interface WeekFacts {
  /** By group in the order of every output, then by day. */
  readonly logged: readonly LoggedDay[];
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
  const rows = new Map<string, { group: string; day: Day; sums: Sums; oneToOnes: number }>();
  for (const entry of ledger.entries) {
    const isCounted = entry.type === 'activity' || entry.type === 'referral';
    if (!isCounted || entry.date < week.from || entry.date > week.to) continue;
    if (!isIn(entry, ledger, selection)) continue;
    const group = groupOf(entry, ledger) ?? none;
    const key = `${entry.date} ${group}`;
    const row = rows.get(key) ?? { group, day: entry.date, sums: noSums(), oneToOnes: 0 };
    rows.set(key, row);
    const before = row.sums[activities] ?? 0;
    addTo(row.sums, entry, ledger, week);
    // Counted as activities are: one that was missed is none.
    if (entry.type === 'activity' && isOneToOne(entry)) row.oneToOnes += (row.sums[activities] ?? 0) - before;
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
      .map(({ group, day, sums, oneToOnes }) => ({
        ...{ group, day, oneToOnes },
        activities: sums[activities] ?? 0,
        minutes: sums[indexOf('hours')] ?? 0,
        received: sums[indexOf('received')] ?? 0,
        given: sums[indexOf('given')] ?? 0,
      })),
  );
}

const activities = indexOf('activities');

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
