import { groupOf, type Ledger } from '../../model/ledger.ts';
import { minutesOf } from '../counts.ts';
import { byGroup, inOrder, none } from '../dimensions.ts';
import { isAttended, isSelected, isWithin, memberKeys, type TeamScope } from './scope.ts';

/** What a member did in a group, or in all. */
export interface Spent {
  readonly minutes: number;
  /** Activities attended. */
  readonly activities: number;
}

export interface MatrixRow {
  /** A member's key, or `(none)`. */
  readonly member: string;
  readonly total: Spent;
  readonly byGroup: ReadonlyMap<string, Spent>;
}

/** Who went where: hours and activities by member and group. */
export interface Matrix {
  /** Groups anybody spent time in or went to, most minutes first. */
  readonly groups: readonly { readonly key: string; readonly total: Spent }[];
  /** Every member asked about, in declared order, with anything or not; last what no member is named for. */
  readonly rows: readonly MatrixRow[];
  readonly total: Spent;
}

const nothing: Spent = { minutes: 0, activities: 0 };

/** The matrix of what is selected in the period. Its hours are those of the report: whatever the attendance. */
export function matrixOf(ledger: Ledger, scope: TeamScope): Matrix {
  const rows = new Map<string, Map<string, Spent>>();
  const groups = new Map<string, Spent>();
  const totals = new Map<string, Spent>();
  let total = nothing;
  for (const entry of ledger.entries) {
    if (entry.type !== 'activity' || !isWithin(entry.date, scope.period)) continue;
    if (!isSelected(entry, ledger, scope)) continue;
    const more = { minutes: minutesOf(entry), activities: isAttended(entry) ? 1 : 0 };
    const member = entry.member ?? none;
    const group = groupOf(entry, ledger) ?? none;
    const row = rows.get(member) ?? new Map<string, Spent>();
    rows.set(member, row);
    row.set(group, sum(row.get(group), more));
    groups.set(group, sum(groups.get(group), more));
    totals.set(member, sum(totals.get(member), more));
    total = sum(total, more);
  }
  const known = memberKeys(ledger).filter((key) => !scope.members || scope.members.has(key));
  const members = rows.has(none) ? [...known, none] : known;
  return {
    groups: inOrder(groups.keys(), byGroup, ledger)
      .map((key) => ({ key, total: groups.get(key) ?? nothing }))
      .filter(({ total: { minutes, activities } }) => minutes + activities > 0)
      .sort((a, b) => b.total.minutes - a.total.minutes),
    rows: members.map((member) => ({
      member,
      total: totals.get(member) ?? nothing,
      byGroup: rows.get(member) ?? new Map(),
    })),
    total,
  };
}

function sum(a: Spent = nothing, b: Spent): Spent {
  return { minutes: a.minutes + b.minutes, activities: a.activities + b.activities };
}
