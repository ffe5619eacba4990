import { hoursUpTo, type Matured, matured, virtualHours } from './exposure.ts';
import { type LagTable, lagTable, month } from './lags.ts';
import { type Outcomes, outcomesOf } from './outcomes.ts';
import { type GroupRecord, leftOf, type ReferralState, referralsAt } from './record.ts';
import type { SaleSums } from './value.ts';

/** The months of results that rates are taken from. */
export const usualWindow = 24;

export interface AssessOptions {
  readonly start: number;
  readonly asOf: number;
  /** Months of results that rates are taken from. */
  readonly window: number;
  /** What a sale usually brings, in minor units. */
  readonly typicalSale: number | undefined;
  /** Months after which an open referral counts as lost, 13 to 36; 12 where left out. */
  readonly staleAfter: number | undefined;
}

/** What a group's own record says on a day, before it is set against the others. */
export interface GroupBasis extends Outcomes {
  readonly record: GroupRecord;
  /** Hours in the window. */
  readonly hours: number;
  readonly matured: Matured;
  /** Referrals received, direct sales, and referrals won in the window. */
  readonly received: number;
  readonly direct: number;
  readonly wins: number;
  /** All sales up to the day. */
  readonly sales: SaleSums;
  /** By half-life: how well the days of activities foretell those of the referrals, a log likelihood. */
  readonly timing: readonly number[];
}

/** The bases of all groups on a day, and what became of their referrals together. */
export interface Basis extends AssessOptions {
  /** The day after which results count. */
  readonly from: number;
  readonly lags: LagTable;
  readonly groups: readonly GroupBasis[];
}

/** What the records say on a day, within any number of months: what became of the referrals is the same in all. */
export function basesOf(
  records: readonly GroupRecord[],
  options: Omit<AssessOptions, 'window'>,
): (window: number) => Basis {
  const { asOf, staleAfter } = options;
  const referrals = records.map((record) => referralsAt(asOf, record));
  const lags = lagTable(referrals.flat(), asOf, staleAfter);
  return (window) => basisWithin({ ...options, window }, records, referrals, lags);
}

function basisWithin(
  options: AssessOptions,
  records: readonly GroupRecord[],
  referrals: readonly (readonly ReferralState[])[],
  lags: LagTable,
): Basis {
  const { start, asOf, window } = options;
  const from = Math.max(start, asOf - window * month);
  const frame = { start, from, to: asOf };
  const groups = records.map((record, i) => groupBasis(record, referrals[i] ?? [], frame, lags));
  return { ...options, from, lags, groups };
}

/** The basis with another record of the same referrals in the place of one. */
export function withRecord(basis: Basis, old: GroupRecord, record: GroupRecord): Basis {
  const frame = { start: basis.start, from: basis.from, to: basis.asOf };
  const groups = basis.groups.map((each) =>
    each.record === old ? groupBasis(record, referralsAt(basis.asOf, record), frame, basis.lags) : each,
  );
  return { ...basis, groups };
}

interface Frame {
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

function groupBasis(
  record: GroupRecord,
  referrals: readonly ReferralState[],
  frame: Frame,
  lags: LagTable,
): GroupBasis {
  const { from, to } = frame;
  const { hours } = record;
  const each = virtualHours(hours, frame.start, to);
  const isNow = (day: number | undefined) => day !== undefined && day > from && day <= to;
  const sales = { count: 0, sum: 0, squares: 0 };
  const add = (minor: number) => {
    sales.count += 1;
    sales.sum += minor;
    sales.squares += minor ** 2;
  };
  const counts = { received: 0, wins: 0, direct: 0 };
  for (const { at, outcome, closedAt, value } of referrals) {
    if (isNow(at)) counts.received += 1;
    if (outcome !== 'won') continue;
    add(value);
    if (isNow(closedAt)) counts.wins += 1;
  }
  for (const fact of record.facts.direct) {
    const minor = leftOf(fact, to);
    if (minor <= 0) continue;
    add(minor);
    if (isNow(fact.at)) counts.direct += 1;
  }
  return {
    ...outcomesOf(referrals, to, lags),
    ...counts,
    record,
    sales,
    hours: hoursUpTo(to, hours) - hours.hoursOf(hours.countBefore(from)),
    matured: matured(hours, { days: record.before, each }, frame, lags.halfWonAt),
    timing: record.timing.between(from, to, each),
  };
}
