import { addSteps } from '../model/calendar.ts';
import type { Day } from '../model/day.ts';
import { type Activity, groupOf, isRefund, type Ledger, type Sale } from '../model/ledger.ts';
import { foldKind } from '../model/outcome-kinds.ts';
import type { Period } from '../model/period.ts';
import { minutesOf } from './counts.ts';
import { byGroup, inOrder, none } from './dimensions.ts';
import { endsOf, type KindReturns, type Outcome, returnsByKind } from './returns.ts';
import { withRefunds } from './signals/evidence.ts';
import { goalsOf } from './signals/signals.ts';
import type { TallyOptions } from './tally.ts';

/** Months in a group before which an unmet goal says nothing yet. */
export const earlyMonths = 6;

/** Months without a return after which a goal that was met is met no more. */
export const lapsedMonths = 12;

/**
 * `under-way`: interviews and offers, no job yet. `lapsed`: met, and then nothing for a year. `early`: not in the group
 * for long enough to ask.
 */
export type GoalState = 'met' | 'under-way' | 'lapsed' | 'early' | 'unmet';

/** What a group is there for, and what came of it in the period. */
export interface GoalFact {
  readonly goal: string;
  readonly isClients: boolean;
  /** Returns that serve it; of `clients`, sales. */
  readonly count: number;
  readonly first: Day | undefined;
  readonly last: Day | undefined;
  readonly state: GoalState;
  /** Whether anything ever came of it up to the end of the period. */
  readonly hasCome: boolean;
  /** The last day on which anything came of it, else the day the group was joined. */
  readonly since: Day | undefined;
  /** Minutes spent on the group since then. */
  readonly minutes: number;
}

export interface GroupOutcomes {
  /** A group's key, or `(none)`. */
  readonly key: string;
  /** The day it was joined, else that of its first entry. */
  readonly start: Day | undefined;
  readonly minutes: number;
  /** Sales of which refunds left anything, and the revenue of all, in minor units. */
  readonly sales: number;
  readonly revenue: number;
  /** The days of the first and the last of these sales. */
  readonly sold: { readonly first?: Day; readonly last?: Day };
  /** Most first. */
  readonly kinds: readonly KindReturns[];
  /** In declared order. */
  readonly goals: readonly GoalFact[];
}

/** Everything of a group up to the end of the period. */
interface Facts {
  readonly activities: Activity[];
  readonly outcomes: Outcome[];
  readonly sales: Sale[];
}

/** The returns of a period that are no sale, group by group, against the goals of each. */
export function outcomesIn(
  ledger: Ledger,
  period: Period,
  { groups, isCounted }: Pick<TallyOptions, 'groups' | 'isCounted'> = {},
): GroupOutcomes[] {
  const { asOf } = ledger;
  const to = Math.min(period.to, asOf);
  const starts = startsIn(ledger);
  const found = new Map<string, Facts>();
  for (const entry of ledger.entries) {
    const key = groupOf(entry, ledger) ?? none;
    if (entry.date > to || (groups && !groups.has(key)) || (isCounted && !isCounted(entry))) continue;
    if (entry.type !== 'activity' && entry.type !== 'outcome' && entry.type !== 'sale') continue;
    const facts = found.get(key) ?? { activities: [], outcomes: [], sales: [] };
    found.set(key, facts);
    if (entry.type === 'activity') facts.activities.push(entry);
    else if (entry.type === 'outcome') facts.outcomes.push(entry);
    else facts.sales.push(entry);
  }
  const shown = ledger.groupKeys.filter(
    (key) => byGroup.isShown?.(key, ledger, period) && (!groups || groups.has(key)),
  );
  const isIn = ({ date }: { date: Day }) => date >= period.from;
  const held = [...found].filter(([key, { activities, outcomes, sales }]) =>
    // What is in no group has no hours or goals to be set against.
    key === none ? outcomes.some(isIn) : [...activities, ...outcomes, ...sales].some(isIn),
  );
  const keys = inOrder([...shown, ...held.map(([key]) => key)], byGroup, ledger);
  return keys.map((key) =>
    outcomesOf(
      key,
      found.get(key) ?? { activities: [], outcomes: [], sales: [] },
      { from: period.from, to },
      starts.get(key),
      ledger,
    ),
  );
}

function outcomesOf(
  key: string,
  { activities, outcomes, sales }: Facts,
  period: Period,
  start: Day | undefined,
  ledger: Ledger,
): GroupOutcomes {
  const isIn = ({ date }: { date: Day }) => date >= period.from;
  const kept = sales.filter(keptBy(sales, ledger));
  const goals = [...new Map(goalsOf(key, ledger).map((each) => [each.goal, each])).values()];
  const served = (outcome: Outcome): readonly string[] => {
    const [kind, goal] = [foldKind(outcome.kind), foldKind(outcome.goal ?? '')];
    return goals.filter((each) => each.kinds.includes(kind) || each.goal === goal).map((each) => each.goal);
  };
  const minutes = (is: (activity: Activity) => boolean) =>
    activities.filter(is).reduce((sum, each) => sum + minutesOf(each), 0);
  const end = Math.min(period.to, ledger.settings.groups.get(key)?.left ?? period.to);
  const isEarly = start === undefined || addSteps('month', start, earlyMonths) > end;
  const factOf = ({ goal, kinds }: (typeof goals)[number]): GoalFact => {
    const isClients = kinds.length === 0;
    const came = isClients ? kept : outcomes.filter((each) => served(each).includes(goal));
    const now = came.filter(isIn);
    const { first, last } = endsOf(now);
    const latest = endsOf(came).last;
    const hasJob = now.some((each) => each.type === 'outcome' && foldKind(each.kind) === 'job');
    const state = (): GoalState => {
      if (last === undefined) return isEarly ? 'early' : 'unmet';
      // A job found is found for good.
      if (goal === 'job' && hasJob) return 'met';
      if (addSteps('month', last, lapsedMonths) <= end) return 'lapsed';
      return goal === 'job' ? 'under-way' : 'met';
    };
    return {
      goal,
      isClients,
      count: now.length,
      first,
      last,
      state: state(),
      hasCome: latest !== undefined,
      since: latest ?? start,
      minutes: minutes(({ date }) => (latest === undefined ? date >= (start ?? date) : date > latest)),
    };
  };
  return {
    key,
    start,
    minutes: minutes(isIn),
    sales: kept.filter(isIn).length,
    sold: endsOf(kept.filter(isIn)),
    revenue: sales.filter(isIn).reduce((sum, { amount }) => sum + amount, 0),
    kinds: returnsByKind(outcomes.filter(isIn), start, served),
    goals: goals.map(factOf),
  };
}

/** The day each group was joined, else that of its first entry; `(none)` has none. */
function startsIn(ledger: Ledger): ReadonlyMap<string, Day> {
  const starts = new Map<string, Day>();
  for (const entry of ledger.entries) {
    const key = groupOf(entry, ledger);
    if (key !== undefined) starts.set(key, Math.min(starts.get(key) ?? entry.date, entry.date));
  }
  for (const { key, joined } of ledger.settings.groups.values())
    if (joined !== undefined) starts.set(key, joined);
  return starts;
}

/**
 * Whether a sale brought a client: refunds to its referral left something of it, or, of a sale without one, those of its
 * group as signals take them off.
 */
function keptBy(sales: readonly Sale[], { referralOf, salesOf }: Ledger): (sale: Sale) => boolean {
  const direct = sales.filter((sale) => !referralOf.has(sale)).sort((a, b) => a.date - b.date);
  const kept = new Set<Sale>();
  for (const { entry, minor, refunds } of withRefunds(direct)) {
    const left = refunds.reduce((rest, refund) => rest - refund.minor, minor);
    if (entry && left > 0) kept.add(entry);
  }
  return (sale) => {
    const referral = referralOf.get(sale);
    const of = referral && salesOf.get(referral);
    if (!of) return kept.has(sale);
    return !isRefund(sale) && of.reduce((sum, { amount }) => sum + amount, 0) > 0;
  };
}
