import type { Ledger } from '../../model/ledger.ts';
import { toMajor } from '../../model/money.ts';
import { foldKind } from '../../model/outcome-kinds.ts';
import type { Tell } from '../../model/progress.ts';
import type { Phrase, Text } from '../../model/text.ts';
import { hourlyRateOn } from '../counts.ts';
import { usualWindow } from './basis.ts';
import { evidenceOf } from './evidence.ts';
import { countsFor, type RuleFacts, rules } from './flags.ts';
import { month } from './lags.ts';
import { type OpenReferral, openReferrals } from './outcomes.ts';
import { type Outlook, outlooks } from './outlook.ts';
import { type Reallocation, reallocationOf } from './reallocation.ts';
import { type Portfolio, referralsAt } from './record.ts';
import { lookDays, type Signal, type SignalOptions, signalsOf } from './verdict.ts';

/** A verdict with all that is said beside it. */
export interface GroupSignal extends Signal {
  readonly flags: readonly { readonly id: string; readonly label: Phrase; readonly says: Text }[];
  /** Returns that are no sale in the window, by kind. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly outlook: Outlook | undefined;
  /** Sales that can be expected of the open referrals. */
  readonly openExpected: number;
}

export interface Signals {
  readonly portfolio: Portfolio;
  readonly options: SignalOptions;
  readonly groups: readonly GroupSignal[];
  readonly reallocation: Reallocation | undefined;
  /** Share of all groups' hours whose results have had time to come. */
  readonly maturity: number;
}

/** The verdict on every group that was not left before the ledger's day. `bar` is in minor units. */
export function signals(
  ledger: Ledger,
  bar: number | undefined,
  money: (minor: number) => Phrase,
  tell: Tell = () => {},
): Signals {
  const portfolio = evidenceOf(ledger);
  const outcomes = outcomesBy(ledger);
  const options = optionsOf(ledger, bar, outcomes);
  const found = signalsOf(portfolio, lookDays(portfolio.start, ledger.asOf), options, tell);
  const from = Math.max(portfolio.start, ledger.asOf - usualWindow * month);
  const counts = countsFor(ledger, from);
  const scale = 1 / toMajor(1, ledger.settings.currency);
  const outlookOf = outlooks(portfolio, options, scale);
  const groups = found.map((signal, i): GroupSignal => {
    tell('outlook', i + 1, found.length);
    const own = counts.get(signal.key) ?? noCounts;
    const others = { count: 0, minor: 0 };
    for (const { key } of found) {
      const sales = key === signal.key ? undefined : counts.get(key)?.sales;
      others.count += sales?.count ?? 0;
      others.minor += sales?.minor ?? 0;
    }
    const facts: RuleFacts = { ...own, others, money, change: signal.now.change };
    return {
      ...signal,
      flags: rules.flatMap(({ id, label, find }) => {
        const says = find(facts);
        return says ? [{ id, label, says }] : [];
      }),
      outcomes: new Map(
        [...(outcomes.get(signal.key) ?? [])].flatMap(([kind, days]) => {
          const count = days.filter((day) => day > from).length;
          return count > 0 ? [[kind, count]] : [];
        }),
      ),
      outlook: outlookOf(signal),
      openExpected: openOf(signal).reduce((sum, { chance }) => sum + chance, 0),
    };
  });
  const hours = groups.reduce((sum, { now }) => sum + now.group.hours, 0);
  const mature = groups.reduce((sum, { now }) => sum + now.group.hours * now.group.maturity, 0);
  return {
    portfolio,
    options,
    groups,
    reallocation: reallocationOf(groups),
    maturity: hours > 0 ? mature / hours : 0,
  };
}

/** The open referrals of a group, with what is expected of each. */
export function openOf({ now: { group, all } }: Signal): OpenReferral[] {
  const referrals = referralsAt(all.asOf, group.record);
  return openReferrals(referrals, group.winShare.mean, all.asOf, all.lags);
}

const noCounts = {
  given: 0,
  purchases: 0,
  received: 0,
  due: 0,
  followedUp: 0,
  sales: { count: 0, minor: 0 },
};

/** What a goal that is no kind of outcome is reached by. */
const kindsOfGoal: Readonly<Record<string, readonly string[]>> = {
  clients: [],
  job: ['job', 'interview', 'offer'],
};

/** What a group is there for, as names are compared, each with the kinds of outcome that reach it: none for clients. */
export function goalsOf(key: string, { settings }: Ledger): { goal: string; kinds: readonly string[] }[] {
  const goals = settings.groups.get(key)?.goals ?? [];
  const kindsOf = (goal: string) =>
    (Object.hasOwn(kindsOfGoal, goal) ? kindsOfGoal[goal] : undefined) ?? [goal];
  return goals.map(foldKind).map((goal) => ({ goal, kinds: kindsOf(goal) }));
}

function optionsOf(ledger: Ledger, bar: number | undefined, outcomes: Outcomes): SignalOptions {
  const { signals: given } = ledger.settings;
  return {
    bar,
    rateOn: (day) => hourlyRateOn(day, ledger),
    margin: given.margin ?? 1,
    barFactor: given['bar-factor'] ?? 0.5,
    typicalSale: given['typical-sale'],
    staleAfter: given['stale-after'],
    minMonths: given['min-months'] ?? 6,
    isSpared: (key, day) => {
      const sought = new Set(goalsOf(key, ledger).flatMap(({ kinds }) => kinds));
      const found = [...(outcomes.get(key) ?? [])].filter(([kind]) => sought.has(kind));
      return found.some(([, days]) => days.some((at) => at <= day && at > day - 12 * month));
    },
  };
}

/** Days by group and kind of outcome, kinds as names are compared. */
type Outcomes = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

function outcomesBy({ entries, settings }: Ledger): Outcomes {
  const found = new Map<string, Map<string, number[]>>();
  for (const entry of entries) {
    if (entry.type !== 'outcome' || entry.group === undefined) continue;
    if (entry.date < (settings.businessSince ?? entry.date)) continue;
    const kinds = found.get(entry.group) ?? new Map<string, number[]>();
    found.set(entry.group, kinds);
    const kind = foldKind(entry.kind);
    const days = kinds.get(kind);
    if (days) days.push(entry.date);
    else kinds.set(kind, [entry.date]);
  }
  return found;
}
