import { endOf } from '../../model/calendar.ts';
import { type Assessment, assess, type GroupAssessment, usualWindow } from './assess.ts';
import { type BarOptions, barOf } from './bar.ts';
import { type Change, changeAt, recentWindow } from './change.ts';
import { month } from './lags.ts';
import { type GroupRecord, type Portfolio, presentAt } from './record.ts';
import { chanceBelow } from './value.ts';

export const verdicts = ['too-early', 'keep', 'watch', 'drop'] as const;
export type Verdict = (typeof verdicts)[number];

export interface SignalOptions extends BarOptions {
  readonly typicalSale: number | undefined;
  readonly staleAfter: number | undefined;
  /** No verdict before so many months of activity. */
  readonly minMonths: number;
  /** Whether a group had, on a day, returns of late that it is there for and that are no sales. */
  isSpared(key: string, day: number): boolean;
}

/** Why a group is too early to judge. */
export type Want = 'activity' | 'months' | 'scale' | 'bar' | 'evidence';

/** One group on one day. */
export interface Look {
  readonly day: number;
  readonly verdict: Verdict;
  /** Whether it would be dropped, were it not for what it brings besides sales. */
  readonly isSpared: boolean;
  readonly want: Want | undefined;
  /** Its own numbers, and those of the whole they belong to; of nine months where a change was found. */
  readonly group: GroupAssessment;
  readonly all: Assessment;
  /** Minor units an hour; undefined where neither an hourly rate nor another group gives one. */
  readonly bar: number | undefined;
  /** The chance that an hour returns less than the bar. */
  readonly pBelow: number | undefined;
  /** Sales that a group at the bar would have shown by now. */
  readonly expectedByNow: number | undefined;
  readonly change: Change | undefined;
  /** What the next look has to know. */
  readonly memory: Memory;
}

/** What one look hands to the next: how many bad ones there were running, and whether the group is to be dropped. */
export interface Memory {
  readonly bad: number;
  readonly isDropped: boolean;
}

/** A group's verdict on the last day, and every look that led to it. */
export interface Signal {
  readonly key: string;
  readonly now: Look;
  readonly looks: readonly Look[];
  /** The look since which the verdict has stood. */
  readonly since: number;
}

const limits = { dropEarly: 0.9, drop: 0.85, stay: 0.75, watch: 0.65, evidence: 0.5 };
const earlyMonths = 12;
const unknown: Memory = { bad: 0, isDropped: false };

/** The last day of each month from the start to before a day, then that day. */
export function lookDays(start: number, asOf: number): number[] {
  const days: number[] = [];
  const calendar = { fiscalYearStart: 1, weekStart: 'monday' } as const;
  for (let day = endOf('month', Math.floor(start), calendar); day < asOf; ) {
    days.push(day);
    day = endOf('month', day + 1, calendar);
  }
  return [...days, asOf];
}

/** The verdict on every group there is on the last of the days, replayed from look to look. */
export function signalsOf(portfolio: Portfolio, days: readonly number[], options: SignalOptions): Signal[] {
  const looks = new Map<GroupRecord, Look[]>();
  let present: readonly GroupRecord[] = [];
  for (const day of days) {
    present = presentAt(day, portfolio);
    for (const look of looksAt(day, portfolio, options, (record) => looks.get(record)?.at(-1)?.memory)) {
      const own = looks.get(look.group.record);
      if (own) own.push(look);
      else looks.set(look.group.record, [look]);
    }
  }
  return present.flatMap((record) => {
    const own = looks.get(record) ?? [];
    const now = own.at(-1);
    if (!now) return [];
    const other = own.findLastIndex(({ verdict }) => verdict !== now.verdict);
    return [{ key: record.facts.key, now, looks: own, since: own[other + 1]?.day ?? now.day }];
  });
}

/** All groups there are on a day, looked at with what was known of them from the look before. */
export function looksAt(
  day: number,
  portfolio: Portfolio,
  options: SignalOptions,
  memoryOf: (record: GroupRecord) => Memory | undefined,
): Look[] {
  const records = presentAt(day, portfolio);
  const { start } = portfolio;
  const { typicalSale, staleAfter } = options;
  const within = (window: number) => assess(records, { start, asOf: day, window, typicalSale, staleAfter });
  const usual = within(usualWindow);
  const changes = records.map((record) => changeAt(day, record, start));
  const recent = changes.some((change) => change?.isFound) ? within(recentWindow) : usual;
  return records.flatMap((record, g) => {
    const change = changes[g];
    const all = change?.isFound ? recent : usual;
    const group = all.groups[g];
    return group ? [lookAt(group, all, change, options, memoryOf(record) ?? unknown)] : [];
  });
}

function lookAt(
  group: GroupAssessment,
  all: Assessment,
  change: Change | undefined,
  options: SignalOptions,
  before: Memory,
): Look {
  const { hour } = group;
  const bar = barOf(group, all, options);
  const pBelow = hour && bar !== undefined ? chanceBelow(bar, hour) : undefined;
  const expectedByNow =
    hour && bar !== undefined
      ? all.weights.reduce((sum, weight, h) => sum + weight * (group.matured.sales[h] ?? 0), 0) *
        (bar / hour.value.mean)
      : undefined;
  const age = (all.asOf - (group.record.firstActivity ?? all.asOf)) / month;
  const want = wantOf(group, all, age, bar, expectedByNow, options.minMonths);
  const memory = want || pBelow === undefined ? unknown : remembered(pBelow, age, before);
  const isSpared = memory.isDropped && options.isSpared(group.record.facts.key, all.asOf);
  const isWatched = isSpared || (pBelow ?? 0) >= limits.watch || change?.isFound === true;
  const verdict = want ? 'too-early' : memory.isDropped && !isSpared ? 'drop' : isWatched ? 'watch' : 'keep';
  return { day: all.asOf, verdict, isSpared, want, group, all, bar, pBelow, expectedByNow, change, memory };
}

function wantOf(
  { record, hour }: GroupAssessment,
  { asOf, scale }: Assessment,
  age: number,
  bar: number | undefined,
  expectedByNow: number | undefined,
  minMonths: number,
): Want | undefined {
  if ((record.firstActivity ?? Number.POSITIVE_INFINITY) > asOf) return 'activity';
  if (age < minMonths) return 'months';
  if (!scale) return 'scale';
  if (bar === undefined) return 'bar';
  return !hour || (expectedByNow ?? 0) < limits.evidence ? 'evidence' : undefined;
}

/** Two bad looks running and a group is to be dropped, until a look is good enough to stay. */
function remembered(pBelow: number, age: number, before: Memory): Memory {
  const isBad = pBelow >= (age <= earlyMonths ? limits.dropEarly : limits.drop);
  const bad = isBad ? before.bad + 1 : 0;
  return { bad, isDropped: before.isDropped ? pBelow >= limits.stay : bad >= 2 };
}
