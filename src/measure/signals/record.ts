import type { Activity, Referral, Sale } from '../../model/ledger.ts';
import { type Spent, type Timeline, timeline, virtualDays } from './exposure.ts';
import type { Outcome } from './lags.ts';

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
}

/** All groups, and the day the journal starts. */
export interface Portfolio {
  readonly start: number;
  readonly records: readonly GroupRecord[];
}

/** The portfolio of these groups from the journal's start. */
export function portfolioOf(start: number, groups: readonly GroupFacts[]): Portfolio {
  const records = groups.map((facts): GroupRecord => {
    const hours = timeline(facts.activities);
    return {
      facts,
      hours,
      firstActivity: hours.spent[0]?.at,
      before: virtualDays(start, facts.joined),
    };
  });
  return { start, records };
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
export function referralsAt(day: number, { facts }: GroupRecord): ReferralState[] {
  return facts.referrals.filter(({ at }) => at <= day).map((fact) => referralAt(day, fact));
}

/**
 * Won on the day of the first sale that names it; where refunds took all of it, lost on the day they did; else
 * lost on the day it was given up, or open.
 */
function referralAt(day: number, fact: ReferralFact): ReferralState {
  const { at, lostAt } = fact;
  let net = 0;
  let wonAt: number | undefined;
  let takenAt: number | undefined;
  for (const sale of fact.sales) {
    if (sale.at > day) break;
    const before = net;
    net += sale.minor;
    wonAt ??= sale.at;
    if (net <= 0 && (before > 0 || takenAt === undefined)) takenAt = sale.at;
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
    if (fact.at > day) return [];
    const minor = fact.refunds.reduce(
      (left, refund) => left - (refund.at <= day ? refund.minor : 0),
      fact.minor,
    );
    return minor > 0 ? [{ fact, at: fact.at, minor }] : [];
  });
}
