import { halfLives } from '../measure/signals/exposure.ts';
import { month } from '../measure/signals/lags.ts';
import { directAt, referralsAt } from '../measure/signals/record.ts';
import { type GroupSignal, openOf } from '../measure/signals/signals.ts';
import type { Ledger } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import type { Cell, Column, NamedCell, Section } from '../model/report.ts';
import type { Entry } from '../model/schema.ts';
import { recordPlace } from '../model/source.ts';
import { text } from '../model/text.ts';
import { describe } from './explanation.ts';
import { chainWords } from './signals-chain-words.ts';

/** The entries behind a verdict: activities, referrals received, direct sales, each with what it counts for. */
export function entrySections(signal: GroupSignal, ledger: Ledger): Section[] {
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
  const sections: Section[] = [
    {
      title: text(chainWords.activities),
      table: {
        columns: activityColumns,
        rows: activities.map(({ at, hours, entry }) => {
          const { what, place } = cellsOf(entry);
          return [at, what, hours, maturedOf(at), place];
        }),
      },
    },
    { title: text(chainWords.referrals), table: { columns: referralColumns, rows: referrals } },
    {
      title: text(chainWords.direct),
      table: {
        columns: directColumns,
        rows: directAt(now.day, group.record).map(({ fact, at, minor }) => {
          const { what, place } = cellsOf(fact.entry);
          return [at, what, toMajor(minor, currency), place];
        }),
      },
    },
  ];
  return sections.filter(({ table }) => (table?.rows.length ?? 0) > 0);
}

const { columns } = chainWords;
const date: Column = { id: 'date', label: columns.date, unit: 'day', keep: 'always' };
const what: Column = { id: 'what', label: columns.what, unit: 'text', keep: 'always' };
const place: Column = { id: 'place', label: columns.place, unit: 'place' };
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
const directColumns: readonly Column[] = [date, what, amount, place];
