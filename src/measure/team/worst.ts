import type { Ledger } from '../../model/ledger.ts';
import { hourlyRateOn } from '../counts.ts';
import type { Budget } from './budgets.ts';
import type { Team } from './team.ts';

/** What can be wrong in a company’s network, the gravest first where no money tells them apart. */
export const findingKinds = [
  'approaches',
  'overlaps',
  'budgets',
  'idle',
  'rules',
  'gaps',
  'silent',
  'uneven',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  readonly kind: FindingKind;
  readonly count: number;
  /** What it cost in minor units, hours at the rate of the ledger’s day; undefined where no figure can say. */
  readonly cost: number | undefined;
}

/**
 * What is wrong, the worst first: prospects approached too often (what they would have bought no figure can say), then
 * what cost most, then the rest in the order of `findingKinds`. The cost of budgets is that of the one that was passed
 * by most, since budgets can lie within one another; of idle memberships, their fees of a year.
 */
export function findingsIn(team: Team, ledger: Ledger): Finding[] {
  const rate = hourlyRateOn(ledger.asOf, ledger) ?? 0;
  const priced = (minutes: number, money: number) => Math.round((minutes * rate) / 60) + money;
  const { breaches, memberships, overlaps, levels } = team;
  const idle = memberships.filter(({ isIdle }) => isIdle);
  const isBudget = ({ kind }: (typeof breaches)[number]) => kind === 'hours' || kind === 'money';
  const beyond = team.budgets.map((budget) => priced(...beyondOf(budget)));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const all: Readonly<Record<FindingKind, Omit<Finding, 'kind'>>> = {
    approaches: { count: team.approaches.found.length, cost: undefined },
    overlaps: {
      count: overlaps.found.length,
      cost: sum(overlaps.found.map(({ minutes, cost }) => priced(minutes, cost))),
    },
    budgets: { count: breaches.filter(isBudget).length, cost: Math.max(0, ...beyond) },
    idle: { count: idle.length, cost: sum(idle.map(({ fees }) => fees)) },
    rules: { count: breaches.filter((breach) => !isBudget(breach)).length, cost: undefined },
    gaps: { count: team.gaps.length, cost: undefined },
    silent: { count: team.silences.length, cost: undefined },
    uneven: { count: levels.levels.filter(({ uneven }) => uneven).length, cost: undefined },
  };
  const rankOf = ({ kind }: Finding) =>
    kind === 'approaches' ? Number.POSITIVE_INFINITY : (all[kind].cost ?? 0);
  return findingKinds
    .map((kind): Finding => ({ kind, ...all[kind] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => Number(rankOf(b) > rankOf(a)) - Number(rankOf(a) > rankOf(b)));
}

/** Minutes and minor units beyond a budget, over its quarters. */
function beyondOf({ minutes, money, quarters }: Budget): [number, number] {
  const beyond = (used: number, limit: number | undefined) =>
    limit === undefined ? 0 : Math.max(0, used - limit);
  return quarters.reduce<[number, number]>(
    ([hours, cost], each) => [hours + beyond(each.minutes, minutes), cost + beyond(each.cost, money)],
    [0, 0],
  );
}
