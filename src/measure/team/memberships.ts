import type { Day } from '../../model/day.ts';
import type { Ledger } from '../../model/ledger.ts';
import type { Group } from '../../model/settings.ts';
import { costIn } from '../counts.ts';
import { isAttended, isGroupIn, isMemberIn, isWithin, presentGroups, type TeamScope } from './scope.ts';

/** Days ahead in which a renewal, or the last day to give notice, is told. */
export const dueWithin = 60;
/** Days, the as-of day included, in which somebody should have been there. */
export const idleAfter = 90;

export interface Membership {
  readonly group: Group;
  /** The last day on which notice is in time: the renewal less the notice to give. */
  readonly noticeBy: Day | undefined;
  /** What falls due from the ledger’s day on, within 60 days of it. */
  readonly due: readonly ('renewal' | 'notice')[];
  /** The last day to give notice is over, the renewal is not. */
  readonly isNoticeOver: boolean;
  /** The day it was to be renewed is over, and no other is said. */
  readonly isRenewalOver: boolean;
  /** Whether a fee runs on the ledger’s day, or the membership has yet to renew. */
  readonly isPaid: boolean;
  /** The last day that anybody attended an activity of the group. */
  readonly last: Day | undefined;
  /** Paid, and nobody was there in the last 90 days, nor did it begin in them. */
  readonly isIdle: boolean;
  /** What it cost in the year up to the ledger’s day, in minor units: fees alone, spread ones by day. */
  readonly fees: number;
}

/**
 * The memberships of the groups that the company is in on the ledger’s day, in declared order: of selected members those
 * whose seat they hold or where they went in the period, of a tag none.
 */
export function membershipsOf(ledger: Ledger, scope: TeamScope): Membership[] {
  const { asOf } = ledger;
  const last = new Map<string, Day>();
  const fees = new Map<string, number>();
  const running = new Set<string>();
  const visited = new Set<string>();
  const year = { from: asOf - 364, to: asOf };
  for (const entry of ledger.entries) {
    const { group, date } = entry;
    if (group === undefined) continue;
    if (entry.type === 'activity' && isAttended(entry)) {
      last.set(group, Math.max(last.get(group) ?? date, date));
      if (isMemberIn(entry.member, scope) && isWithin(date, scope.period)) visited.add(group);
    }
    if (entry.type !== 'cost') continue;
    if (entry.until !== undefined && entry.until >= asOf) running.add(group);
    const isIn = entry.until === undefined ? date >= year.from : entry.until >= year.from;
    if (isIn) fees.set(group, (fees.get(group) ?? 0) + costIn(entry, ledger, year));
  }
  return presentGroups(ledger)
    .filter(({ key }) => isGroupIn(key, scope) && !scope.isTagged)
    .filter(({ key, seat }) => !scope.members || visited.has(key) || isMemberIn(seat, scope))
    .map((group): Membership => {
      const { key, renews, notice = 0, joined } = group;
      const noticeBy = renews !== undefined && notice > 0 ? renews - notice : undefined;
      const isSoon = (day: Day | undefined) => day !== undefined && day >= asOf && day <= asOf + dueWithin;
      const isPaid = running.has(key) || (renews !== undefined && renews >= asOf);
      const seen = last.get(key);
      const isQuiet = [seen, joined].every((day) => day === undefined || day <= asOf - idleAfter);
      return {
        group,
        noticeBy,
        due: [
          ...(isSoon(noticeBy) ? ['notice' as const] : []),
          ...(isSoon(renews) ? ['renewal' as const] : []),
        ],
        isNoticeOver: noticeBy !== undefined && noticeBy < asOf && renews !== undefined && renews >= asOf,
        isRenewalOver: renews !== undefined && renews < asOf,
        isPaid,
        last: seen,
        isIdle: isPaid && isQuiet,
        fees: fees.get(key) ?? 0,
      };
    });
}
