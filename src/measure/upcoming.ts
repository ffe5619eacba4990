import type { Day } from '../model/day.ts';
import type { Ledger } from '../model/ledger.ts';

/** A day that a membership brings. */
export interface MembershipDay {
  readonly kind: 'notice' | 'renewal';
  /** Key of the group. */
  readonly key: string;
  /** The last day to give notice, or the day it renews. */
  readonly day: Day;
  readonly renews: Day;
  /** The last day to give notice, where the settings say how long before. */
  readonly noticeBy: Day | undefined;
}

/** The days on which memberships renew, and the last ones to give notice, from the ledger's day up to another, in order. */
export function membershipDays({ settings, asOf }: Ledger, until: Day): MembershipDay[] {
  return [...settings.groups.values()]
    .flatMap(({ key, renews, notice, left }): MembershipDay[] => {
      // Who is to leave before it renews has no more to decide.
      if (renews === undefined || (left !== undefined && left <= renews)) return [];
      const noticeBy = notice === undefined ? undefined : renews - notice;
      const each = { key, renews, noticeBy };
      const renewal = { ...each, kind: 'renewal' as const, day: renews };
      return noticeBy === undefined ? [renewal] : [{ ...each, kind: 'notice', day: noticeBy }, renewal];
    })
    .filter(({ day }) => day >= asOf && day <= until)
    .sort((a, b) => a.day - b.day);
}

/** Groups that one is in whose day of renewal is over: the settings do not say the next. */
export function pastRenewals({ settings, asOf }: Ledger): { key: string; renews: Day }[] {
  return [...settings.groups.values()].flatMap(({ key, renews, left }) =>
    renews !== undefined && renews < asOf && (left === undefined || left >= asOf) ? [{ key, renews }] : [],
  );
}
