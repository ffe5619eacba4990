import { addDays, decimalsOf, type Entry, type Facts } from './facts.ts';
import type { SignalFacts } from './signals-facts.ts';
import type { Activity, Direct, History, Referral } from './signals-oracle-lags.ts';

export const monthLength = 30.4375;
export const dayNumber = (day: string) => Date.parse(day) / 86_400_000;
const isSame = (a: string, b: string) => folded(a) === folded(b);
const folded = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
const byDay = (a: Entry, b: Entry) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
const minorOf = (entry: Entry) => entry.amount?.minor ?? 0;

/** What the journal tells of its groups on a day: the events as days, and the groups by their index. */
export interface Known {
  readonly keys: readonly string[];
  /** Undefined where there is no activity, referral or sale. */
  readonly history: History | undefined;
  /** Of the day and the business: neither later nor older. */
  readonly entries: readonly Entry[];
}

export function knownOn(about: SignalFacts, asOf: string): Known {
  const { facts, businessSince } = about;
  const all = facts.entries.filter((entry) => entry.date <= asOf);
  const entries = all.filter((entry) => entry.date >= (businessSince ?? ''));
  const keys = groupsOn(facts, all, asOf);
  const isEvent = ({ type }: Entry) => type === 'activity' || type === 'referral' || type === 'sale';
  if (!entries.some(isEvent)) return { keys, history: undefined, entries };
  const first = all.filter(isEvent).toSorted(byDay)[0]?.date ?? asOf;
  const dayBefore = dayNumber(first) - 1;
  const start = businessSince === undefined ? dayBefore : Math.max(dayBefore, dayNumber(businessSince));
  const place = ({ group }: Entry) => keys.indexOf(group ?? '(none)');
  const real = entries.flatMap((entry): Activity[] =>
    entry.type === 'activity' && place(entry) >= 0
      ? [{ group: place(entry), at: dayNumber(entry.date), hours: hoursOf(entry) }]
      : [],
  );
  const history: History = {
    ...{ month: monthLength, groups: keys.length, start, now: dayNumber(asOf) },
    activities: [...real, ...earlier(facts, keys, real, start, dayNumber(asOf))],
    referrals: entries.flatMap((entry): Referral[] =>
      entry.type === 'referral' && entry.direction === 'received' && place(entry) >= 0
        ? [{ group: place(entry), at: dayNumber(entry.date), ...outcome(facts, entries, entry, asOf) }]
        : [],
    ),
    direct: keys.flatMap((key, group) =>
      directOf(facts, entries, key).map((one): Direct => ({ group, ...one })),
    ),
  };
  return { keys, history, entries };
}

function groupsOn({ settings }: Facts, entries: readonly Entry[], asOf: string): string[] {
  if (settings.groups.length === 0)
    return [...new Set(entries.flatMap(({ group }) => (group === undefined ? [] : [group])))].sort();
  return settings.groups
    .filter(({ joined, left }) => (joined ?? '') <= asOf && (left ?? '9999-12-31') >= asOf)
    .map(({ key }) => key);
}

function hoursOf({ time }: Entry): number {
  const { event = 0, prep = 0, travel = 0, recovery = 0 } = time ?? {};
  return (event + prep + travel + recovery) / 60;
}

/** What a group that was joined before the journal starts is supposed to have done until then. */
function earlier(
  { settings }: Facts,
  keys: readonly string[],
  real: readonly Activity[],
  start: number,
  now: number,
): Activity[] {
  const found: Activity[] = [];
  for (const { key, joined } of settings.groups) {
    const group = keys.indexOf(key);
    if (group < 0 || joined === undefined || now <= start) continue;
    let hours = 0;
    for (const one of real) if (one.group === group) hours += one.hours;
    const aMonth = hours / ((now - start) / monthLength);
    for (let i = 0; i < 24; i++) {
      const at = start - (i + 0.5) * monthLength;
      if (at >= dayNumber(joined)) found.push({ group, at, hours: aMonth, isVirtual: true });
    }
  }
  return found;
}

/** What became of a referral received, from the sales that name it and its own dates. */
function outcome(
  facts: Facts,
  entries: readonly Entry[],
  referral: Entry,
  asOf: string,
): Pick<Referral, 'status' | 'closed' | 'value'> {
  const at = facts.entries.indexOf(referral);
  const sales = entries.filter((one) => one.type === 'sale' && one.referralAt === at).toSorted(byDay);
  const first = sales[0];
  if (first !== undefined) {
    const days = [...new Set(sales.map((one) => one.date))];
    let net = 0;
    let fell = first.date;
    for (const day of days) {
      const before = net;
      for (const one of sales) if (one.date === day) net += minorOf(one);
      if (before > 0 && net <= 0) fell = day;
    }
    if (net <= 0) return { status: 'lost', closed: dayNumber(fell) };
    return { status: 'won', closed: dayNumber(first.date), value: major(facts, net) };
  }
  if (referral.lost !== undefined && referral.lost <= asOf)
    return { status: 'lost', closed: dayNumber(referral.lost) };
  return { status: 'open' };
}

/** A group's direct sales, less what was paid back of them: refunds in the order of their days, newest sale first. */
function directOf(facts: Facts, entries: readonly Entry[], key: string): { at: number; value: number }[] {
  const own = entries.filter(
    (one) => one.type === 'sale' && one.group === key && one.referral === undefined && minorOf(one) !== 0,
  );
  const sales = own
    .filter((one) => minorOf(one) > 0)
    .toSorted(byDay)
    .map((one) => ({ entry: one, left: minorOf(one) }));
  for (const refund of own.filter((one) => minorOf(one) < 0).toSorted(byDay)) {
    let owed = -minorOf(refund);
    for (const sale of sales.toReversed()) {
      if (sale.entry.date > refund.date) continue;
      const isOther = refund.customer !== undefined && !isSame(refund.customer, sale.entry.customer ?? '');
      if (isOther) continue;
      const paid = Math.min(owed, sale.left);
      owed -= paid;
      sale.left -= paid;
    }
  }
  return sales
    .filter(({ left }) => left > 0)
    .map(({ entry, left }) => ({ at: dayNumber(entry.date), value: major(facts, left) }));
}

export function major({ settings }: Facts, minor: number): number {
  return minor / 10 ** decimalsOf(settings.currency ?? 'EUR');
}

/** The cash a group cost on the days after `from`, up to `to`, in minor units. */
export function cashIn(entries: readonly Entry[], key: string, from: number, to: number): number {
  let total = 0;
  for (const entry of entries) {
    if (entry.group !== key) continue;
    const first = dayNumber(entry.date);
    if (entry.type === 'activity' && first > from && first <= to) total += entry.cost?.minor ?? 0;
    if (entry.type !== 'cost') continue;
    const days = dayNumber(entry.until ?? entry.date) - first + 1;
    for (let k = 1; k <= days; k++) {
      const day = first + k - 1;
      if (day <= from || day > to) continue;
      total += Math.floor((minorOf(entry) * k) / days) - Math.floor((minorOf(entry) * (k - 1)) / days);
    }
  }
  return total;
}

/** The last days of the calendar months before a day, from the month of the first entry on; then the day. */
export function looksUpTo(facts: Facts, asOf: string): string[] {
  const first = facts.entries.map((entry) => entry.date).sort()[0] ?? asOf;
  const looks: string[] = [];
  let month = `${first.slice(0, 8)}01`;
  for (;;) {
    const next = `${addDays(month, 31).slice(0, 8)}01`;
    const end = addDays(next, -1);
    if (end >= asOf) break;
    looks.push(end);
    month = next;
  }
  return [...looks, asOf];
}
