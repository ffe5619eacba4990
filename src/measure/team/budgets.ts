import type { Ledger } from '../../model/ledger.ts';
import { keyOf, type Period, partsOf, wholeOf } from '../../model/period.ts';
import type { Entry } from '../../model/schema.ts';
import type { PolicyRule } from '../../model/settings.ts';
import type { CountId } from '../counts.ts';
import { indexOf, type Sums } from '../metrics.ts';
import { addTo, noSums, touches } from '../sums.ts';
import { isAbout } from './policy.ts';
import { isGroupIn, isMemberIn, isWithin, type TeamScope } from './scope.ts';

/** A quarter of a budget: what was used of it, and what came in that quarter. */
export interface BudgetQuarter {
  /** `2026-Q3`. */
  readonly quarter: string;
  /** The whole quarter, also where the period holds a part of it; not beyond the ledger’s day. */
  readonly days: Period;
  readonly minutes: number;
  readonly cost: number;
  readonly received: number;
  readonly sales: number;
  readonly revenue: number;
  /** The entries, by date, with which the hours and the money went over the budget. */
  readonly overHours: Entry | undefined;
  readonly overMoney: Entry | undefined;
}

/** A rule of the policy that sets hours or money a quarter. */
export interface Budget {
  readonly rule: PolicyRule;
  /** Minutes a quarter. */
  readonly minutes: number | undefined;
  /** Minor units a quarter. */
  readonly money: number | undefined;
  readonly quarters: readonly BudgetQuarter[];
}

/**
 * The budgets of the policy in declared order: of a selection those on its groups, and those of its members’ sites and
 * of groups in which these did something in the period. What was used is always the whole.
 */
export function budgetsIn(ledger: Ledger, scope: TeamScope): Budget[] {
  const { calendar, policy, members } = ledger.settings;
  const isTheirs = (rule: PolicyRule, about: readonly Entry[]) => {
    if (!scope.members) return true;
    if (rule.group === undefined)
      return (
        rule.site === undefined || [...scope.members].some((key) => members.get(key)?.site === rule.site)
      );
    return about.some(({ member, date }) => isMemberIn(member, scope) && isWithin(date, scope.period));
  };
  const isAsked = ({ group }: PolicyRule) =>
    !scope.groups || (group !== undefined && isGroupIn(group, scope));
  const to = Math.min(scope.period.to, ledger.asOf);
  const period = { from: scope.period.from, to };
  const quarters = partsOf(period, 'quarter', calendar).map((part) => {
    const whole = wholeOf('quarter', part.from, calendar);
    return { key: keyOf(part, calendar), days: { from: whole.from, to: Math.min(whole.to, ledger.asOf) } };
  });
  return policy
    .filter((rule) => (rule.hours !== undefined || rule.money !== undefined) && isAsked(rule))
    .map((rule) => ({ rule, about: ledger.entries.filter((entry) => isAbout(rule, entry, ledger)) }))
    .filter(({ rule, about }) => isTheirs(rule, about))
    .map(({ rule, about }) => {
      const minutes = rule.hours === undefined ? undefined : rule.hours * 60;
      const limits = { minutes, money: rule.money };
      return {
        rule,
        ...limits,
        quarters: quarters.map(({ key, days }) => quarterOf(key, days, about, limits, ledger)),
      };
    });
}

function quarterOf(
  quarter: string,
  days: Period,
  about: readonly Entry[],
  limits: Pick<Budget, 'minutes' | 'money'>,
  ledger: Ledger,
): BudgetQuarter {
  const sums = noSums();
  let overHours: Entry | undefined;
  let overMoney: Entry | undefined;
  const entries = about.filter((entry) => touches(entry, days, ledger)).sort((a, b) => a.date - b.date);
  for (const entry of entries) {
    addTo(sums, entry, ledger, days);
    if (isOver(at('hours', sums), limits.minutes)) overHours ??= entry;
    if (isOver(at('cost', sums), limits.money)) overMoney ??= entry;
  }
  const cost = at('cost', sums);
  return {
    quarter,
    days,
    minutes: at('hours', sums),
    cost,
    received: at('received', sums),
    sales: at('sales', sums),
    revenue: at('revenue', sums),
    overHours,
    // Money that came back may have made good for it.
    overMoney: isOver(cost, limits.money) ? overMoney : undefined,
  };
}

/** Whether more was used than the budget allows: all of it is not more. Hours with a fraction are not exact in minutes. */
function isOver(used: number, limit: number | undefined): boolean {
  return limit !== undefined && used > limit + 1e-6;
}

function at(id: CountId, sums: Sums): number {
  return sums[indexOf(id)] ?? 0;
}
