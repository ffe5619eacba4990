import { decimalsOf } from './facts.ts';
import type { SignalFacts } from './signals-facts.ts';
import { firstActivity, isChanged } from './signals-oracle-change.ts';
import { cashIn, dayNumber, type Known, knownOn, looksUpTo, monthLength } from './signals-oracle-journal.ts';
import type { History } from './signals-oracle-lags.ts';
import { type Assessment, assess } from './signals-oracle-model.ts';

export type Verdict = 'too-early' | 'keep' | 'watch' | 'drop';
/** One group on the day that was asked about; what is not known is null. */
export interface SignalRow {
  readonly verdict: Verdict;
  readonly p_below: number | null;
  readonly return_per_hour: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly bar: number | null;
  readonly maturity: number;
  readonly hours: number;
  readonly received: number;
  readonly sales: number;
  readonly expected_by_now: number | null;
  readonly open: number;
  readonly isFlagged: boolean;
}

/** What a look at one day says of each group, before what earlier looks said is known. */
interface Look {
  readonly p: number | undefined;
  /** Months since the first activity in the journal. */
  readonly age: number | undefined;
  readonly isTooEarly: boolean;
  readonly isFlagged: boolean;
  readonly row: () => Omit<SignalRow, 'verdict' | 'isFlagged'>;
}

/** The rows of the signals, worked out the slow and obvious way from the facts; by group key. */
export function expectedSignals(about: SignalFacts): ReadonlyMap<string, SignalRow> {
  const looks = looksUpTo(about.facts, about.asOf).map((day) => lookOn(about, day));
  const today = looks.at(-1) ?? new Map<string, Look>();
  return new Map(
    [...today].map(([key, look]): [string, SignalRow] => {
      const verdict = verdictOf(
        about,
        key,
        looks.map((one) => one.get(key)),
      );
      return [key, { ...look.row(), verdict, isFlagged: look.isFlagged }];
    }),
  );
}

/** Replays the looks at one group, of which the last is the one that counts. */
function verdictOf(about: SignalFacts, key: string, looks: readonly (Look | undefined)[]): Verdict {
  let running = 0;
  let isDropped = false;
  for (const look of looks) {
    if (look === undefined || look.isTooEarly || look.p === undefined) {
      running = 0;
      isDropped = false;
      continue;
    }
    const enough = (look.age ?? 0) < 12 ? 0.9 : 0.85;
    running = look.p >= enough ? running + 1 : 0;
    isDropped = isDropped ? look.p >= 0.75 : running >= 2;
  }
  const today = looks.at(-1);
  if (today === undefined || today.isTooEarly || today.p === undefined) return 'too-early';
  if (isDropped) return reachesGoals(about, key) ? 'watch' : 'drop';
  return today.p >= 0.65 || today.isFlagged ? 'watch' : 'keep';
}

/** Whether a group brought, in the last twelve months, what it is there for beside clients. */
function reachesGoals(about: SignalFacts, key: string): boolean {
  if (about.facts.settings.groups.length === 0) return false;
  const goals = (about.goals[key] ?? []).filter((goal) => goal !== 'clients');
  return knownOn(about, about.asOf).entries.some(
    (entry) =>
      entry.type === 'outcome' &&
      entry.group === key &&
      goals.includes(entry.kind ?? '') &&
      dayNumber(entry.date) > dayNumber(about.asOf) - 12 * monthLength,
  );
}

function lookOn(about: SignalFacts, day: string): Map<string, Look> {
  const known = knownOn(about, day);
  const { history } = known;
  if (history === undefined) return new Map(known.keys.map((key) => [key, nothingKnown(about, day)]));
  const decimals = decimalsOf(about.facts.settings.currency ?? 'EUR');
  const { typicalSale, staleAfter } = about.signals;
  const assumed = {
    staleAfter,
    typicalSale: typicalSale === undefined ? undefined : typicalSale / 10 ** decimals,
  };
  const whole = assess(history, 24, assumed);
  const flagged = known.keys.map((_, group) => isChanged(history, group));
  const recent = flagged.includes(true) ? assess(history, 9, assumed) : whole;
  return new Map(
    known.keys.map((key, group) => {
      const isFlagged = flagged[group] ?? false;
      return [key, lookAt(about, known, history, isFlagged ? recent : whole, group, isFlagged, day)];
    }),
  );
}

function lookAt(
  about: SignalFacts,
  { keys, entries }: Known,
  history: History,
  assessment: Assessment,
  group: number,
  isFlagged: boolean,
  day: string,
): Look {
  const { now, month } = history;
  const first = firstActivity(history, group);
  const isActive = Number.isFinite(first);
  const age = isActive ? (now - first) / month : undefined;
  const figures = isActive ? assessment.figures[group] : undefined;
  const money = figures?.money;
  const cash = cashIn(entries, keys[group] ?? '', assessment.from, now);
  const bar = barOf(about, day, history, assessment, group, cash);
  const p = money && bar !== undefined ? money.below(bar) : undefined;
  const seen = money && bar !== undefined ? money.seenAt(bar) : undefined;
  const isYoung = age === undefined || age < (about.signals.minMonths ?? 6);
  const isIn = (at: number) => at > assessment.from && at <= now;
  const own = history.referrals.filter((one) => one.group === group);
  const stale = about.signals.staleAfter ?? 12;
  return {
    ...{ p, age, isFlagged, isTooEarly: isYoung || seen === undefined || seen < 0.5 },
    row: () => ({
      p_below: p ?? null,
      return_per_hour: money?.mean ?? null,
      low: money?.quantile(0.1) ?? null,
      high: money?.quantile(0.9) ?? null,
      bar: bar ?? null,
      maturity: figures?.maturity ?? 0,
      hours: assessment.hours[group] ?? 0,
      received: own.filter((one) => isIn(one.at)).length,
      sales:
        own.filter((one) => one.status === 'won' && isIn(one.closed ?? one.at)).length +
        (assessment.direct[group] ?? 0),
      expected_by_now: seen ?? null,
      open: own.filter((one) => one.status === 'open' && (now - one.at) / month < stale).length,
    }),
  };
}

function nothingKnown(about: SignalFacts, day: string): Look {
  const rate = rateOn(about, day);
  const bar = rate === undefined ? null : rate / (about.signals.margin ?? 1);
  const none = { p_below: null, return_per_hour: null, low: null, high: null, expected_by_now: null };
  const row = { ...none, bar, maturity: 0, hours: 0, received: 0, sales: 0, open: 0 };
  return { p: undefined, age: undefined, isTooEarly: true, isFlagged: false, row: () => row };
}

/** What an hour must bring; undefined where neither a rate nor the other groups say. */
function barOf(
  about: SignalFacts,
  day: string,
  history: History,
  assessment: Assessment,
  group: number,
  cash: number,
): number | undefined {
  const { margin = 1, barFactor = 0.5 } = about.signals;
  const decimals = decimalsOf(about.facts.settings.currency ?? 'EUR');
  const rate = rateOn(about, day);
  if (rate !== undefined) {
    let hours = 0;
    for (const one of history.activities)
      if (one.group === group && !one.isVirtual && one.at >= assessment.from) hours += one.hours;
    const cost = hours > 0 ? cash / 10 ** decimals / hours : 0;
    return (rate + cost) / margin;
  }
  let brought = 0;
  let spent = 0;
  for (let other = 0; other < history.groups; other++) {
    const mean = assessment.figures[other]?.money?.mean;
    const hours = assessment.hours[other] ?? 0;
    if (other === group || mean === undefined) continue;
    brought += hours * mean;
    spent += hours;
  }
  return spent > 0 ? (barFactor * brought) / spent : undefined;
}

/** What an hour of the user's is worth on a day, in major units. */
function rateOn({ facts }: SignalFacts, day: string): number | undefined {
  const { hourlyRate, currency } = facts.settings;
  const unit = 10 ** decimalsOf(currency ?? 'EUR');
  if (hourlyRate === undefined) return undefined;
  if (typeof hourlyRate === 'number') return hourlyRate / unit;
  const past = hourlyRate.filter((one) => one.from <= day).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const newest = past.at(-1);
  return newest && newest.rate / unit;
}
