import type { Day } from '../../model/day.ts';
import { firstWhere } from '../../model/first-where.ts';
import { type Cost, groupOf, isRefund, type Ledger, type Sale } from '../../model/ledger.ts';
import { foldName } from '../../model/names.ts';
import type { Entry } from '../../model/schema.ts';
import { costIn, minutesOf } from '../counts.ts';
import {
  type DirectFact,
  type GroupFacts,
  type Portfolio,
  portfolioOf,
  type ReferralFact,
} from './record.ts';

/**
 * What the ledger tells of its groups: every day of it up to the ledger's own. It starts on the day before the
 * first activity, referral or sale, or when the business changed, if that is later: nothing older is in it.
 */
export function evidenceOf(ledger: Ledger): Portfolio {
  const { settings } = ledger;
  const since = settings.businessSince ?? Number.NEGATIVE_INFINITY;
  const first = ledger.entries.reduce(
    (least, entry) => (startsJournal(entry) ? Math.min(least, entry.date) : least),
    Number.POSITIVE_INFINITY,
  );
  const byGroup = new Map<string, Entry[]>(ledger.groupKeys.map((key) => [key, []]));
  const foundAt = new Map<string, Day>();
  for (const entry of ledger.entries) {
    const key = groupOf(entry, ledger);
    if (key !== undefined && entry.date >= since) byGroup.get(key)?.push(entry);
    if (entry.group !== undefined)
      foundAt.set(entry.group, Math.min(foundAt.get(entry.group) ?? entry.date, entry.date));
  }
  const isDeclared = settings.groups.size > 0;
  const groups = [...byGroup].map(([key, entries]) => {
    const { joined, left } = settings.groups.get(key) ?? {};
    return factsOf(
      { key, joined, left, foundAt: isDeclared ? undefined : foundAt.get(key) },
      entries,
      ledger,
    );
  });
  const start = first === Number.POSITIVE_INFINITY ? ledger.asOf : first - 1;
  return portfolioOf(Math.max(start, since), groups);
}

function startsJournal({ type }: Entry): boolean {
  return type === 'activity' || type === 'referral' || type === 'sale';
}

function factsOf(
  group: Pick<GroupFacts, 'key' | 'joined' | 'left' | 'foundAt'>,
  entries: readonly Entry[],
  ledger: Ledger,
): GroupFacts {
  const ordered = [...entries].sort((a, b) => a.date - b.date);
  const direct: Sale[] = [];
  const activities: GroupFacts['activities'][number][] = [];
  const referrals: ReferralFact[] = [];
  for (const entry of ordered) {
    if (entry.type === 'activity') activities.push({ at: entry.date, hours: minutesOf(entry) / 60, entry });
    if (entry.type === 'sale' && !ledger.referralOf.has(entry)) direct.push(entry);
    if (entry.type === 'referral' && entry.direction === 'received') {
      const sales = [...(ledger.salesOf.get(entry) ?? [])].sort((a, b) => a.date - b.date);
      referrals.push({
        at: entry.date,
        lostAt: entry.lost === undefined ? undefined : Math.max(entry.lost, entry.date),
        sales: sales.map(({ date, amount }) => ({ at: date, minor: amount })),
        entry,
      });
    }
  }
  return {
    ...group,
    activities,
    referrals,
    direct: withRefunds(direct),
    costBetween: costs(ordered, ledger),
  };
}

/** Direct sales in date order, each refund taken off the newest before it, of the same customer where it names one. */
export function withRefunds(sales: readonly Sale[]): DirectFact[] {
  const facts: (DirectFact & { left: number; refunds: { at: number; minor: number }[] })[] = [];
  for (const entry of sales.filter(({ amount }) => amount > 0)) {
    facts.push({ at: entry.date, minor: entry.amount, left: entry.amount, refunds: [], entry });
  }
  for (const refund of sales.filter(isRefund)) {
    let rest = -refund.amount;
    for (const fact of facts.toReversed()) {
      if (rest <= 0) break;
      if (fact.at > refund.date || !isOfCustomer(fact.entry, refund)) continue;
      const minor = Math.min(rest, fact.left);
      if (minor > 0) fact.refunds.push({ at: refund.date, minor });
      fact.left -= minor;
      rest -= minor;
    }
  }
  return facts;
}

function isOfCustomer(sale: Sale | undefined, { customer }: Sale): boolean {
  return (
    customer === undefined || (sale?.customer !== undefined && foldName(sale.customer) === foldName(customer))
  );
}

/** Sums of what was spent on a group; of a spread fee the days between. `entries` stand in date order. */
function costs(entries: readonly Entry[], ledger: Ledger): GroupFacts['costBetween'] {
  const spread: Cost[] = [];
  const days: Day[] = [];
  const sums = [0];
  for (const entry of entries) {
    if (entry.type === 'cost' && entry.until !== undefined) {
      spread.push(entry);
      continue;
    }
    const amount = entry.type === 'cost' ? entry.amount : entry.type === 'activity' ? entry.cost : undefined;
    if (!amount) continue;
    days.push(entry.date);
    sums.push((sums.at(-1) ?? 0) + amount);
  }
  const sumUpTo = (day: number) => sums[firstWhere(days.length, (i) => (days[i] ?? 0) > day)] ?? 0;
  return (after, upTo) => {
    // Of days, those that begin after the one and are not after the other.
    const period = { from: Math.floor(after) + 1, to: Math.floor(upTo) };
    let sum = sumUpTo(period.to) - sumUpTo(period.from - 1);
    for (const entry of spread) {
      const isTouched = entry.date <= period.to && (entry.until ?? entry.date) >= period.from;
      if (isTouched) sum += costIn(entry, ledger, period);
    }
    return sum;
  };
}
