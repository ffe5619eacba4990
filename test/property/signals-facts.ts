import type fc from 'fast-check';
import { addDays, type Entry, type Facts, type Group } from './facts.ts';
import { type Plan, plan } from './signals-plan.ts';

/** A dated journal with the settings that only the signals read, and the day it is looked at. */
export interface SignalFacts {
  readonly facts: Facts;
  readonly goals: Readonly<Record<string, readonly string[]>>;
  readonly businessSince: string | undefined;
  readonly signals: Knobs;
  readonly asOf: string;
}
/** Plain numbers; `typicalSale` in minor units. */
export interface Knobs {
  readonly typicalSale: number | undefined;
  readonly margin: number | undefined;
  readonly barFactor: number | undefined;
  readonly minMonths: number | undefined;
  readonly staleAfter: number | undefined;
}

/** A random journal that obeys every rule of the journal page, on which the signals have something to say. */
export const signalFacts: fc.Arbitrary<SignalFacts> = plan.map(factsOf);

const keys = ['bni', 'chamber', 'linkedin', 'apero', 'zonta', 'club'];

function factsOf(raw: Plan): SignalFacts {
  const { span, style, signals } = raw;
  const first = addDays('2021-01-01', raw.first);
  const day = (place: number) => addDays(first, Math.floor((place * span) / 1000));
  const groups = raw.groups.map(({ joined, left }, i): Group => {
    const from = joined === undefined ? undefined : addDays(first, Math.floor((joined * span) / 1000));
    const to = left === undefined ? undefined : [day(left), from ?? ''].toSorted()[1];
    return { key: keys[i] ?? '', joined: from, left: to };
  });
  const hourlyRate =
    typeof raw.hourly === 'object'
      ? raw.hourly.map(({ on, rate }) => ({ from: addDays(first, on), rate }))
      : raw.hourly;
  const entries = entriesOf(raw, day, (group) => keys[group % raw.groups.length] ?? '');
  const facts: Facts = {
    settings: {
      ...{ currency: raw.currency, groups: raw.isDeclared ? groups : [], members: [], prices: [] },
      hourlyRate,
    },
    entries,
    style,
  };
  const goals = raw.groups.flatMap(({ goals: of }, i) => (of ? [[keys[i] ?? '', of] as const] : []));
  return {
    ...{ facts, goals: Object.fromEntries(goals), signals },
    businessSince: sinceOf(raw, first, entries),
    asOf: asOfDay(raw, first, entries),
  };
}

function sinceOf({ businessSince, isOnEntry, span }: Plan, first: string, entries: readonly Entry[]) {
  if (businessSince === undefined) return undefined;
  const entry = entries[Math.abs(businessSince) % Math.max(1, entries.length)];
  return isOnEntry && entry ? entry.date : addDays(first, Math.floor((businessSince * span) / 1000));
}

function asOfDay({ asOf, span }: Plan, first: string, entries: readonly Entry[]): string {
  if (asOf.kind === 'end') return addDays(first, span);
  if (asOf.kind === 'late') return addDays(first, span + asOf.days);
  if (asOf.kind === 'before') return addDays(first, -(asOf.days % 5));
  if (asOf.kind === 'entry') return entries[asOf.at % Math.max(1, entries.length)]?.date ?? first;
  const any = addDays(first, Math.floor(((300 + asOf.at * 0.7) * span) / 1000));
  return addDays(`${addDays(`${any.slice(0, 8)}01`, 31).slice(0, 8)}01`, -1);
}

type Draft = Omit<Entry, 'style'> & {
  /** Which of the referrals received it is, or is about. */
  readonly of?: number;
};

/** The entries in an order of their own; sales that name a referral are linked to where it then stands. */
function entriesOf(raw: Plan, day: (place: number) => string, key: (group: number) => string): Entry[] {
  const drafts = [...workOf(raw, day, key), ...returnsOf(raw, day, key)].filter(
    ({ date }) => date <= day(1000),
  );
  const ranks = drafts.map((draft, i) => ({ draft, rank: Math.imul(raw.order + i, 2_654_435_761) >>> 8 }));
  const mixed = raw.order % 2 === 0 ? ranks : ranks.toSorted((a, b) => a.rank - b.rank);
  const places = new Map(mixed.flatMap(({ draft }, i) => (draft.type === 'referral' ? [[draft.of, i]] : [])));
  return mixed.map(({ draft: { of, ...draft }, rank }): Entry => {
    const entry = { ...draft, style: rank % 10_000 };
    return draft.type === 'sale' && of !== undefined ? { ...entry, referralAt: places.get(of) } : entry;
  });
}

/** What was done and spent. */
function workOf(raw: Plan, day: (place: number) => string, key: (group: number) => string): Draft[] {
  const series = raw.series.flatMap(({ from, every, count, ...rest }) =>
    Array.from({ length: count }, (_, i) => ({ ...rest, date: addDays(day(from), i * every) })),
  );
  const single = raw.activities.map(({ on, ...rest }) => ({ ...rest, date: day(on) }));
  const activities = [...series, ...single].map(({ group, cost, ...rest }, i): Draft => {
    const paid = cost === undefined ? undefined : { minor: cost };
    return { type: 'activity', group: key(group), cost: paid, title: `activity ${i}`, ...rest };
  });
  const costs = raw.costs.map(({ group, on, amount, until, hasNoGroup }): Draft => {
    const last = until === undefined ? undefined : addDays(day(on), until);
    const of = hasNoGroup ? undefined : key(group);
    return { type: 'cost', date: day(on), amount: { minor: amount }, group: of, until: last };
  });
  const given = raw.given.map(({ group, on, contacted, kind }, i): Draft => {
    const told = contacted === undefined ? undefined : addDays(day(on), contacted);
    const whom = { direction: 'given', contact: `Given ${i}`, kind };
    return { type: 'referral', date: day(on), group: key(group), contacted: told, ...whom };
  });
  return [...activities, ...costs, ...given];
}

/** What came of it: referrals with their sales and refunds, other sales and refunds, outcomes. */
function returnsOf(raw: Plan, day: (place: number) => string, key: (group: number) => string): Draft[] {
  const part = <T extends { on: number }>(list: readonly T[]) =>
    list
      .slice(0, Math.ceil(list.length * raw.share))
      .map((one) => ({ ...one, on: Math.floor((one.on * raw.end) / 1000) }));
  const cash = (amount: number) => ({ minor: Math.trunc(amount * raw.scale) });
  const received = part(raw.received).flatMap(({ group, on, isNamedById, contacted, lost, sales }, i) => {
    const [date, contact, id] = [day(on), `Contact ${i}`, isNamedById ? `r${i}` : undefined];
    const after = (days: number | undefined) => (days === undefined ? undefined : addDays(date, days));
    const status = { contacted: after(contacted), lost: after(lost) };
    const named: Draft = { type: 'referral', date, group: key(group), contact, id, ...status, of: i };
    const sold = sales.flatMap((sale): Draft[] => {
      const made: Draft = { type: 'sale', date: addDays(date, sale.after), referral: id ?? contact, of: i };
      const back = cash(-sale.amount * (sale.refund ?? 0));
      const refunded = { ...made, date: addDays(made.date, sale.refundAfter), amount: back };
      return [{ ...made, amount: cash(sale.amount) }, ...(back.minor < 0 ? [refunded] : [])];
    });
    return [{ ...named, direction: 'received' }, ...sold];
  });
  const sales = part(raw.sales);
  const refunds = raw.refunds.map(({ isSameDay, ...one }, i) => ({
    ...one,
    ...(isSameDay ? sales[i] : undefined),
    amount: -one.amount,
  }));
  const direct = [...sales, ...refunds].map(({ group, on, amount, customer, hasNoGroup }): Draft => {
    const minor = amount < 0 ? Math.min(-1, cash(amount).minor) : cash(amount).minor;
    const of = hasNoGroup ? undefined : key(group);
    return { type: 'sale', date: day(on), amount: { minor }, group: of, customer };
  });
  const outcomes = raw.outcomes.map(({ group, on, kind, hasNoGroup }): Draft => {
    const of = hasNoGroup ? undefined : key(group);
    return { type: 'outcome', date: day(on), kind, group: of };
  });
  return [...received, ...direct, ...outcomes];
}
