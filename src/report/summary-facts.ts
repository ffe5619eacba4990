import { type FollowUp, type FollowUpSelection, followUps, isIn, isOverdue } from '../measure/followups.ts';
import { type GroupSignal, openOf, type Signals, signals } from '../measure/signals/signals.ts';
import type { Verdict } from '../measure/signals/verdict.ts';
import { type Tally, tally } from '../measure/tally.ts';
import { type MembershipDay, membershipDays } from '../measure/upcoming.ts';
import { ledgerAsOf } from '../model/as-of.ts';
import type { Day } from '../model/day.ts';
import type { Journal, Ledger } from '../model/ledger.ts';
import { earlierPeriod, type Period } from '../model/period.ts';
import { moneyIn } from './amounts.ts';
import { firstDay, monthsTo } from './trend-periods.ts';

/** Days ahead for which renewals and notice dates are told. */
export const soonDays = 60;

export interface SummaryOptions extends FollowUpSelection {
  /** The journal as the user names it. */
  readonly name: string;
  /** The places that it was named by on the command line: then the commands need them too. */
  readonly places: readonly string[];
  readonly period: Period;
}

/** A stretch of days with its sums; undefined where it was over before the journal begins. */
export interface Span {
  readonly id: 'month' | 'previous' | 'year' | 'rolling';
  readonly period: Period;
  readonly tally: Tally | undefined;
}

/** The open referrals of a group, and what can be expected of them. */
export interface OpenGroup {
  readonly key: string;
  readonly count: number;
  /** Sales. */
  readonly expected: number;
  /** Minor units; undefined where nothing tells what a sale is worth. */
  readonly worth: number | undefined;
}

/** Everything that a summary of a month tells: its figures, and how things stand on the ledger's day. */
export interface SummaryFacts {
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly options: SummaryOptions;
  readonly spans: Readonly<Record<Span['id'], Span>>;
  /** The day of the first entry. */
  readonly first: Day | undefined;
  /** The verdicts at the end of the month, or as of the ledger's day while it runs. */
  readonly found: Signals;
  /** The groups there are on the day of the verdicts, of those asked for. */
  readonly groups: readonly GroupSignal[];
  /** The day of the verdicts: the month's last, or the ledger's while it runs. */
  readonly judgedDay: Day;
  /** The groups there are on the ledger's day, of those asked for, as it knows them. */
  readonly present: readonly GroupSignal[];
  /** The last day of the month before. */
  readonly beforeDay: Day;
  /** What is overdue, the oldest first. */
  readonly overdue: readonly FollowUp[];
  readonly open: readonly OpenGroup[];
  /** Every open referral, also those that nothing is expected of any more: as `report` counts them, by group. */
  readonly allOpen: Tally;
  /** Renewals and notice dates that are near. */
  readonly memberships: readonly MembershipDay[];
}

/**
 * Gathers what the summary of a month tells, as known on the ledger's day. Verdicts are of the month's last day where it
 * is over: the month after then begins with the verdicts that this one ends with, and each change is told once.
 */
export function summaryFacts(ledger: Ledger, journal: Journal, options: SummaryOptions): SummaryFacts {
  const { period, groups: keys } = options;
  const { calendar, currency } = ledger.settings;
  const first = firstDay(ledger);
  const spanOf = (id: Span['id'], days: Period): Span => ({
    id,
    period: days,
    tally: first === undefined || days.to < first ? undefined : tally(ledger, days, options),
  });
  const judgedDay = Math.min(period.to, ledger.asOf);
  const current = signals(ledger, undefined, moneyIn(currency));
  const found =
    judgedDay === ledger.asOf
      ? current
      : signals(ledgerAsOf(journal, judgedDay), undefined, moneyIn(currency));
  const isAsked = ({ key }: { readonly key: string }) => !keys || keys.has(key);
  const present = current.groups.filter(isAsked);
  return {
    ledger,
    journal,
    options,
    spans: {
      month: spanOf('month', period),
      previous: spanOf('previous', earlierPeriod(period, 'previous', calendar)),
      year: spanOf('year', earlierPeriod(period, 'year', calendar)),
      rolling: spanOf('rolling', monthsTo(period.to, 12)),
    },
    first,
    found,
    groups: found.groups.filter(isAsked),
    judgedDay,
    present,
    beforeDay: period.from - 1,
    overdue: followUps(ledger, ledger.asOf, options).filter((each) => isOverdue(each, ledger.asOf)),
    open: present.flatMap((signal) => openGroup(signal, ledger, options)),
    allOpen: tally(ledger, { from: first ?? ledger.asOf, to: ledger.asOf }, options),
    memberships: membershipDays(ledger, ledger.asOf + soonDays).filter(isAsked),
  };
}

function openGroup(signal: GroupSignal, ledger: Ledger, selection: FollowUpSelection): OpenGroup[] {
  const open = openOf(signal).filter(({ state }) => {
    const { entry } = state.fact;
    return entry !== undefined && isIn(entry, ledger, selection);
  });
  if (open.length === 0) return [];
  const expected = open.reduce((sum, { chance }) => sum + chance, 0);
  const { hour } = signal.now.group;
  return [{ key: signal.key, count: open.length, expected, worth: hour && expected * hour.value.mean }];
}

/** The verdict at the end of the month before; undefined where there was none to give yet. */
export function verdictBefore({ looks }: GroupSignal, { beforeDay }: SummaryFacts): Verdict | undefined {
  return looks.findLast(({ day }) => day <= beforeDay)?.verdict;
}

/** The groups whose verdict is not what it was at the end of the month before; one that had none yet has not changed. */
export function changedVerdicts(facts: SummaryFacts): GroupSignal[] {
  return facts.groups.filter((signal) => {
    const before = verdictBefore(signal, facts);
    return before !== undefined && before !== signal.now.verdict;
  });
}
