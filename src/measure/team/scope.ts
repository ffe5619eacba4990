import type { Day } from '../../model/day.ts';
import { type Activity, groupOf, type Ledger } from '../../model/ledger.ts';
import { byCodePoint } from '../../model/names.ts';
import type { Period } from '../../model/period.ts';
import type { Entry } from '../../model/schema.ts';
import type { Group } from '../../model/settings.ts';
import { none } from '../dimensions.ts';

/** Which days, groups, members and tags are asked about; undefined for all. */
export interface TeamScope {
  readonly period: Period;
  readonly groups: ReadonlySet<string> | undefined;
  readonly members: ReadonlySet<string> | undefined;
  readonly isTagged: ((entry: Entry) => boolean) | undefined;
}

/** Whether the whole company is asked about. */
export function isWhole({ groups, members, isTagged }: TeamScope): boolean {
  return !groups && !members && !isTagged;
}

export function isGroupIn(group: string | undefined, { groups }: TeamScope): boolean {
  return !groups || groups.has(group ?? none);
}

export function isMemberIn(member: string | undefined, { members }: TeamScope): boolean {
  return !members || (member !== undefined && members.has(member));
}

/** Whether an entry is of a group, a member and a tag that are asked about, whatever its day. */
export function isSelected(entry: Entry, ledger: Ledger, scope: TeamScope): boolean {
  const isTagIn = !scope.isTagged || scope.isTagged(entry);
  return isTagIn && isMemberIn(entry.member, scope) && isGroupIn(groupOf(entry, ledger), scope);
}

export function isWithin(day: Day, { from, to }: Period): boolean {
  return day >= from && day <= to;
}

/** Whether someone was there: not absent and not excused. */
export function isAttended({ attendance }: Activity): boolean {
  return attendance !== 'absent' && attendance !== 'excused';
}

/** Every member: the declared ones in declared order, then those found in entries, by name. */
export function memberKeys({ settings, entries }: Ledger): string[] {
  const found = new Set<string>();
  for (const { member } of entries) {
    if (member !== undefined && !settings.members.has(member)) found.add(member);
  }
  return [...settings.members.keys(), ...[...found].sort(byCodePoint)];
}

/** The declared groups that the company is in on the ledger's day, in declared order. */
export function presentGroups({ settings, asOf }: Ledger): Group[] {
  return [...settings.groups.values()].filter(
    ({ joined = asOf, left = asOf }) => joined <= asOf && left >= asOf,
  );
}

/** Whose a sale or other entry is: its own member, else the one of the referral that a sale names. */
export function memberBehind(entry: Entry, { referralOf }: Ledger): string | undefined {
  return entry.member ?? (entry.type === 'sale' ? referralOf.get(entry)?.member : undefined);
}
