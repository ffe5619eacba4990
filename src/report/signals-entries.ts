import { indexOf } from '../measure/metrics.ts';
import { halfLives } from '../measure/signals/exposure.ts';
import { month } from '../measure/signals/lags.ts';
import { directAt, referralsAt } from '../measure/signals/record.ts';
import { type GroupSignal, openOf } from '../measure/signals/signals.ts';
import { addTo, noSums, touches } from '../measure/sums.ts';
import type { Ledger } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import type { Period } from '../model/period.ts';
import type { Cell, Column, NamedCell, Section, Table } from '../model/report.ts';
import type { Entry } from '../model/schema.ts';
import { recordPlace } from '../model/source.ts';
import { type Phrase, text } from '../model/text.ts';
import { describe } from './explanation.ts';
import { chainWords } from './signals-chain-words.ts';

/** A list of entries behind a verdict, with the name that programs know it by. */
export interface EntryList {
  readonly id: string;
  readonly section: Section;
  readonly table: Table;
}

/**
 * The entries behind a verdict: activities, referrals received, their sales, direct sales, and what was paid in the
 * window, each with what it counts for.
 */
export function entriesBehind(signal: GroupSignal, ledger: Ledger): EntryList[] {
  const { now } = signal;
  const { all, group } = now;
  const { currency } = ledger.settings;
  const { activities } = group.record.facts;
  const open = new Map(openOf(signal).map((each) => [each.state.fact, each]));
  const cellsOf = (entry: Entry | undefined): { what: Cell; place: Cell } =>
    entry ? { what: describe(entry, ledger), place: recordPlace(entry) } : { what: null, place: null };
  /** Of an activity's referrals, the share that has come by now. */
  const maturedOf = (at: number) =>
    halfLives.reduce(
      (sum, { months }, h) => sum + (all.weights[h] ?? 0) * (1 - 2 ** (-(now.day - at) / month / months)),
      0,
    );
  const referrals = referralsAt(now.day, group.record).map(
    ({ fact, at, outcome, closedAt, value }): Cell[] => {
      const { what, place } = cellsOf(fact.entry);
      const isStale = outcome === 'open' && !open.has(fact);
      const status: NamedCell = { key: outcome, name: chainWords.statuses[isStale ? 'stale' : outcome] };
      const age = ((closedAt ?? now.day) - at) / month;
      const amount = outcome === 'won' ? toMajor(value, currency) : null;
      return [at, what, status, closedAt ?? null, age, open.get(fact)?.chance ?? null, amount, place];
    },
  );
  const activityRows = activities.map(({ at, hours, entry }): Cell[] => {
    const { what, place } = cellsOf(entry);
    return [at, what, hours, maturedOf(at), place];
  });
  const directRows = directAt(now.day, group.record).map(({ fact, at, minor }): Cell[] => {
    const { what, place } = cellsOf(fact.entry);
    return [at, what, toMajor(minor, currency), place];
  });
  const period = { from: Math.floor(all.from) + 1, to: now.day };
  const paid = ledger.entries.flatMap((entry): Cell[][] => {
    if (entry.group !== signal.key) return [];
    const minor = costOf(entry, ledger, period);
    const { what, place } = cellsOf(entry);
    return minor === 0 ? [] : [[entry.date, what, toMajor(minor, currency), place]];
  });
  const sales = group.record.facts.referrals.flatMap(({ entry }) =>
    (entry ? (ledger.salesOf.get(entry) ?? []) : []).map((sale): Cell[] => {
      const { what, place } = cellsOf(sale);
      return [sale.date, what, toMajor(sale.amount, currency), place];
    }),
  );
  const lists: readonly (readonly [string, Phrase, Table])[] = [
    ['activity', chainWords.activities, { columns: activityColumns, rows: activityRows }],
    ['referral', chainWords.referrals, { columns: referralColumns, rows: referrals }],
    ['sale', chainWords.sales, { columns: amountColumns, rows: sales }],
    ['direct', chainWords.direct, { columns: amountColumns, rows: directRows }],
    ['cost', chainWords.costs, { columns: amountColumns, rows: paid }],
  ];
  return lists
    .filter(([, , { rows }]) => rows.length > 0)
    .map(([id, title, table]) => ({ id, table, section: { title: text(title), table } }));
}

/** What an entry counts as cost in the days of the window, in minor units. */
function costOf(entry: Entry, ledger: Ledger, period: Period): number {
  const sums = noSums();
  if (touches(entry, period, ledger)) addTo(sums, entry, ledger, period);
  return sums[indexOf('cost')] ?? 0;
}

const { columns } = chainWords;
const date: Column = { id: 'date', label: columns.date, unit: 'day', keep: 'always' };
const what: Column = { id: 'what', label: columns.what, unit: 'text', keep: 'always' };
const place: Column = { id: 'place', label: columns.place, unit: 'place', keep: 'always' };
const amount: Column = { id: 'amount', label: columns.amount, unit: 'money', keep: 'always' };
const activityColumns: readonly Column[] = [
  date,
  what,
  { id: 'hours', label: columns.hours, unit: 'hours', keep: 'always' },
  { id: 'matured', label: columns.matured, unit: 'share' },
  place,
];
const referralColumns: readonly Column[] = [
  date,
  what,
  { id: 'status', label: columns.status, unit: 'text' },
  { id: 'closed', label: columns.closed, unit: 'day' },
  { id: 'age', label: columns.age, unit: 'hours' },
  { id: 'chance', label: columns.chance, unit: 'share' },
  amount,
  place,
];
const amountColumns: readonly Column[] = [date, what, amount, place];
