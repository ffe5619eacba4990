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
 * what cost most, then the rest in the order of `findingKinds`. The cost of budgets is what went
 * beyond them, nothing twice; of idle memberships, their fees of a year.
 */
export function findingsIn(team: Team, ledger: Ledger): Finding[] {
  const rate = hourlyRateOn(ledger.asOf, ledger) ?? 0;
  const priced = (minutes: number, money: number) => Math.round((minutes * rate) / 60) + money;
  const { breaches, memberships, overlaps, levels } = team;
  const idle = memberships.filter(({ isIdle }) => isIdle);
  const isBudget = ({ kind }: (typeof breaches)[number]) => kind === 'hours' || kind === 'money';
  const all: Readonly<Record<FindingKind, Omit<Finding, 'kind'>>> = {
    approaches: { count: team.approaches.found.length, cost: undefined },
    overlaps: {
      count: overlaps.found.length,
      cost: sumOf(overlaps.found.map(({ minutes, cost }) => priced(minutes, cost))),
    },
    budgets: {
      count: breaches.filter(isBudget).length,
      cost: priced(beyondAll(team.budgets, minutesBeyond), beyondAll(team.budgets, moneyBeyond)),
    },
    idle: { count: idle.length, cost: sumOf(idle.map(({ fees }) => fees)) },
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

/**
 * What went beyond the budgets, nothing twice: budgets of one group or one site lie in those on more, and of these ways to
 * look at it (all, group by group, site by site) the one that tells of most counts. Hours and money are never the same.
 */
function beyondAll(budgets: readonly Budget[], beyond: (budget: Budget) => number): number {
  const per = (key: 'group' | 'site', other: 'group' | 'site') => {
    const keys = new Set(budgets.flatMap(({ rule }) => rule[key] ?? []));
    return sumOf(
      [...keys].map((each) => {
        const own = budgets.filter(({ rule }) => rule[key] === each);
        const parts = new Set(own.flatMap(({ rule }) => rule[other] ?? []));
        return Math.max(
          most(own.filter(({ rule }) => rule[other] === undefined)),
          sumOf([...parts].map((part) => most(own.filter(({ rule }) => rule[other] === part)))),
        );
      }),
    );
  };
  const most = (alike: readonly Budget[]) => Math.max(0, ...alike.map(beyond));
  const onAll = budgets.filter(({ rule }) => rule.group === undefined && rule.site === undefined);
  return Math.max(most(onAll), per('group', 'site'), per('site', 'group'));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Minutes beyond a budget, over its quarters. */
function minutesBeyond({ minutes = Number.POSITIVE_INFINITY, quarters }: Budget): number {
  return sumOf(quarters.map((each) => Math.max(0, each.minutes - minutes)));
}

/** Minor units beyond a budget, over its quarters. */
function moneyBeyond({ money = Number.POSITIVE_INFINITY, quarters }: Budget): number {
  return sumOf(quarters.map(({ cost }) => Math.max(0, cost - money)));
}
