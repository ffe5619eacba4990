import type { Activity, Referral, Sale } from '../../model/ledger.ts';
import { type Spent, type Timeline, timeline, virtualDays } from './exposure.ts';
import type { Outcome } from './lags.ts';
import { type Timing, timingOf } from './timing.ts';

/** An amount on a day, in minor units; money given back is negative. */
export interface Amount {
  readonly at: number;
  readonly minor: number;
}

export interface ActivityFact extends Spent {
  readonly entry?: Activity;
}

/** A referral received: when, when given up, and every sale and refund that names it. */
export interface ReferralFact {
  readonly at: number;
  readonly lostAt: number | undefined;
  readonly sales: readonly Amount[];
  readonly entry?: Referral;
}

/** A sale with a group and no referral, and what was given back of it. */
export interface DirectFact extends Amount {
  readonly refunds: readonly Amount[];
  readonly entry?: Sale;
}

/** Everything dated that is known of a group. */
export interface GroupFacts {
  readonly key: string;
  /** The day it was joined, and the last day in it; undefined where not known. */
  readonly joined: number | undefined;
  readonly left: number | undefined;
  /** The day it is first known of, where groups are not declared. */
  readonly foundAt: number | undefined;
  readonly activities: readonly ActivityFact[];
  readonly referrals: readonly ReferralFact[];
  readonly direct: readonly DirectFact[];
  /** Money spent on it after a day up to another, in minor units. */
  costBetween(after: number, upTo: number): number;
}

/** A group's facts made ready to be looked at from any day. */
export interface GroupRecord {
  readonly facts: GroupFacts;
  readonly hours: Timeline;
  /** The day of its first activity in the journal. */
  readonly firstActivity: number | undefined;
  /** Days of activities thought to have been before the journal starts. */
  readonly before: readonly number[];
  readonly timing: Timing;
  /** The states that each referral goes through, in order. */
  readonly states: readonly (readonly DatedState[])[];
}

/** A state of a referral, and the day it begins. */
interface DatedState {
  readonly since: number;
  readonly state: ReferralState;
}

/** All groups, and the day the journal starts. */
export interface Portfolio {
  readonly start: number;
  readonly records: readonly GroupRecord[];
}

/** The portfolio of these groups from the journal's start. */
export function portfolioOf(start: number, groups: readonly GroupFacts[]): Portfolio {
  return { start, records: groups.map((facts) => recordOf(start, facts)) };
}

/** A group's record in a journal that starts on a day. */
function recordOf(start: number, facts: GroupFacts): GroupRecord {
  const hours = timeline(facts.activities);
  const before = virtualDays(start, facts.joined);
  const referrals = [...facts.referrals].sort((a, b) => a.at - b.at);
  const timing = timingOf(
    referrals.map(({ at }) => at),
    hours,
    before,
  );
  return {
    facts: { ...facts, referrals },
    hours,
    firstActivity: hours.spent[0]?.at,
    before,
    timing,
    states: referrals.map(statesOf),
  };
}

/** The record with more activities and direct sales, all later than any it has. */
export function continued(
  record: GroupRecord,
  activities: readonly ActivityFact[],
  sales: readonly DirectFact[],
): GroupRecord {
  const facts = {
    ...record.facts,
    activities: [...record.facts.activities, ...activities],
    direct: [...record.facts.direct, ...sales],
  };
  return { ...record, facts, hours: timeline(facts.activities) };
}

/** The groups there were on a day: known of, joined and not left before it. */
export function presentAt(day: number, { records }: Portfolio): GroupRecord[] {
  return records.filter(
    ({ facts: { joined, left, foundAt } }) =>
      (joined ?? day) <= day && (left ?? day) >= day && (foundAt ?? day) <= day,
  );
}

/** A referral as it stood on a day, with the sum of its sales where it is won, in minor units. */
export interface ReferralState extends Outcome {
  readonly fact: ReferralFact;
  readonly value: number;
}

/** How the referrals received up to a day stood on it. */
export function referralsAt(day: number, { states }: GroupRecord): ReferralState[] {
  const isBegun = ({ since }: DatedState) => since <= day;
  const found: ReferralState[] = [];
  for (const each of states) {
    const now = each.findLast(isBegun);
    if (now) found.push(now.state);
  }
  return found;
}

/** A state for each day on which something happened to a referral: looks are many, such days are few. */
function statesOf(fact: ReferralFact): DatedState[] {
  const days = [
    fact.at,
    ...(fact.lostAt === undefined ? [] : [fact.lostAt]),
    ...fact.sales.map(({ at }) => at),
  ];
  const inOrder = [...new Set(days.map((day) => Math.max(day, fact.at)))].sort((a, b) => a - b);
  return inOrder.map((since) => ({ since, state: referralAt(since, fact) }));
}

/**
 * Won on the day of the first sale that names it; where refunds took all of it, lost on the day they did; else
 * lost on the day it was given up, or open.
 */
function referralAt(day: number, fact: ReferralFact): ReferralState {
  const { at, lostAt } = fact;
  const sales = fact.sales.filter((sale) => sale.at <= day);
  const wonAt = sales[0]?.at;
  let net = 0;
  let atDayStart = 0;
  let takenAt = wonAt;
  for (const [i, sale] of sales.entries()) {
    net += sale.minor;
    // A day is a point: sales and refunds of one day count together.
    if (sales[i + 1]?.at === sale.at) continue;
    if (atDayStart > 0 && net <= 0) takenAt = sale.at;
    atDayStart = net;
  }
  if (wonAt !== undefined && net > 0) return { fact, at, outcome: 'won', closedAt: wonAt, value: net };
  if (takenAt !== undefined) return { fact, at, outcome: 'lost', closedAt: takenAt, value: 0 };
  if (lostAt !== undefined && lostAt <= day) return { fact, at, outcome: 'lost', closedAt: lostAt, value: 0 };
  return { fact, at, outcome: 'open', closedAt: undefined, value: 0 };
}

/** A direct sale as it stood on a day: what refunds had left of it, in minor units. */
export interface DirectState extends Amount {
  readonly fact: DirectFact;
}

/** The direct sales up to a day of which anything was left on it. */
export function directAt(day: number, { facts }: GroupRecord): DirectState[] {
  return facts.direct.flatMap((fact) => {
    const minor = leftOf(fact, day);
    return minor > 0 ? [{ fact, at: fact.at, minor }] : [];
  });
}

/** What refunds had left of a direct sale on a day; 0 before it was made. */
export function leftOf({ at, minor, refunds }: DirectFact, day: number): number {
  if (at > day) return 0;
  let left = minor;
  for (const refund of refunds) if (refund.at <= day) left -= refund.minor;
  return left;
}
