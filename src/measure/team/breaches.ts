import type { Day } from '../../model/day.ts';
import type { Activity, Ledger } from '../../model/ledger.ts';
import { foldName } from '../../model/names.ts';
import type { Entry } from '../../model/schema.ts';
import type { Budget } from './budgets.ts';
import { isPost, rulesOn, ruling } from './policy.ts';
import { isAttended, isGroupIn, isSelected, isWithin, presentGroups, type TeamScope } from './scope.ts';

/** What of the policy was broken. */
export type BreachKind = 'attend' | 'post' | 'kinds' | 'hours' | 'money' | 'owner' | 'owner-attend';

export interface Breach {
  readonly kind: BreachKind;
  readonly group: string | undefined;
  readonly site: string | undefined;
  readonly member: string | undefined;
  /** The entry that broke it; undefined where the settings themselves do. */
  readonly entry: Entry | undefined;
  readonly date: Day | undefined;
  /** Of a budget: the quarter, what was used and what was allowed, in minutes or minor units. */
  readonly budget?: { readonly quarter: string; readonly used: number; readonly limit: number };
}

/**
 * Where the policy was not kept in the period, by date; last what is wrong on the ledger’s day: a group that nobody owns,
 * where others have an owner, and an owner who may not attend.
 */
export function breachesIn(ledger: Ledger, budgets: readonly Budget[], scope: TeamScope): Breach[] {
  const found: Breach[] = [];
  for (const entry of ledger.entries) {
    if (entry.type !== 'activity' || !isWithin(entry.date, scope.period) || !isAttended(entry)) continue;
    if (!isSelected(entry, ledger, scope)) continue;
    for (const kind of brokenBy(entry, ledger)) {
      const { group, member, date } = entry;
      found.push({ kind, group, site: undefined, member, entry, date });
    }
  }
  for (const budget of budgets) found.push(...overspent(budget));
  found.sort((a, b) => (a.date ?? 0) - (b.date ?? 0));
  return [...found, ...unowned(ledger, scope)];
}

/** Who may attend is asked of all but posts, who may post of posts; what names no member or no kind breaks neither. */
function brokenBy(entry: Activity, ledger: Ledger): BreachKind[] {
  const { member, kind } = entry;
  const who = isPost(entry) ? 'post' : 'attend';
  const broken: BreachKind[] = [];
  if (member !== undefined && ruling(who, entry, ledger)?.includes(member) === false) broken.push(who);
  if (kind !== undefined) {
    const allowed = ruling('kinds', entry, ledger);
    if (allowed && !allowed.some((each) => foldName(each) === foldName(kind))) broken.push('kinds');
  }
  return broken;
}

function overspent({ rule, minutes = 0, money = 0, quarters }: Budget): Breach[] {
  const { group, site } = rule;
  return quarters.flatMap(({ quarter, overHours, overMoney, ...used }) => {
    const of = (kind: BreachKind, entry: Entry | undefined, budget: NonNullable<Breach['budget']>) =>
      entry ? [{ kind, group, site, member: entry.member, entry, date: entry.date, budget }] : [];
    return [
      ...of('hours', overHours, { quarter, used: used.minutes, limit: minutes }),
      ...of('money', overMoney, { quarter, used: used.cost, limit: money }),
    ];
  });
}

function unowned(ledger: Ledger, scope: TeamScope): Breach[] {
  // A policy that names no owner at all asks for none.
  const isAsked = ledger.settings.policy.some(({ owner }) => owner !== undefined);
  if (!isAsked || scope.members || scope.isTagged) return [];
  return presentGroups(ledger)
    .filter(({ key }) => isGroupIn(key, scope))
    .flatMap(({ key }): Breach[] => {
      const { owner, attend } = rulesOn(key, ledger);
      const breach = { group: key, site: undefined, entry: undefined, date: undefined };
      if (owner === undefined) return [{ ...breach, kind: 'owner', member: undefined }];
      const isOut = attend !== undefined && !attend.includes(owner);
      return isOut ? [{ ...breach, kind: 'owner-attend', member: owner }] : [];
    });
}
