import { addSteps, endOf, startOf } from '../../model/calendar.ts';
import type { Tell } from '../../model/progress.ts';
import { type Assessment, assess, type GroupAssessment } from './assess.ts';
import { type BarOptions, barOf } from './bar.ts';
import { type Basis, basesOf, usualWindow } from './basis.ts';
import { type Change, changeAt, recentWindow } from './change.ts';
import { month } from './lags.ts';
import { type GroupRecord, type Portfolio, presentAt } from './record.ts';
import { chanceBelow, type HourReturn } from './value.ts';

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
  /** Undefined without activity or without a money scale. */
  readonly hour: HourReturn | undefined;
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

/** A look with all its numbers, and those of the whole they belong to; of nine months where a change was found. */
export interface FullLook extends Look {
  readonly group: GroupAssessment;
  readonly all: Assessment;
}

/** What one look hands to the next: how many bad ones there were running, and whether the group is to be dropped. */
export interface Memory {
  readonly bad: number;
  readonly isDropped: boolean;
}

/** A group's verdict on the last day, and every look that led to it. */
export interface Signal {
  readonly key: string;
  readonly now: FullLook;
  readonly looks: readonly Look[];
  /** The look since which the verdict has stood. */
  readonly since: number;
}

/** The chances to be below the bar at which a verdict turns, and the sales that are evidence enough. */
export const limits = { dropEarly: 0.9, drop: 0.85, stay: 0.75, watch: 0.65, evidence: 0.5 };
/** In a group's first months a drop takes more certainty. */
const earlyMonths = 12;
const unknown: Memory = { bad: 0, isDropped: false };

const calendar = { fiscalYearStart: 1, weekStart: 'monday' } as const;

/** The last day of the month that is so many months after a day's own. */
export function monthEnd(day: number, months: number): number {
  return endOf('month', addSteps('month', startOf('month', Math.floor(day), calendar), months), calendar);
}

/** The last day of each month from the start to before a day, then that day. */
export function lookDays(start: number, asOf: number): number[] {
  const days: number[] = [];
  for (let day = monthEnd(start, 0); day < asOf; day = monthEnd(day, 1)) days.push(day);
  return [...days, asOf];
}

/** The verdict on every group there is on the last of the days, replayed from look to look. */
export function signalsOf(
  portfolio: Portfolio,
  days: readonly number[],
  options: SignalOptions,
  tell: Tell = () => {},
): Signal[] {
  const looks = new Map<GroupRecord, Look[]>();
  let last: FullLook[] = [];
  for (const [i, day] of days.entries()) {
    tell('judge', i + 1, days.length);
    const within = basesAt(day, portfolio, options);
    last = looksAt(within, options, (record) => looks.get(record)?.at(-1)?.memory);
    // Only the last look is kept with all its numbers: there may be hundreds.
    for (const { group, all: _, ...look } of last) {
      const own = looks.get(group.record);
      if (own) own.push(look);
      else looks.set(group.record, [look]);
    }
  }
  return last.map((now) => {
    const own = looks.get(now.group.record) ?? [];
    const other = own.findLastIndex(({ verdict }) => verdict !== now.verdict);
    return { key: now.group.record.facts.key, now, looks: own, since: own[other + 1]?.day ?? now.day };
  });
}

/** What the records say on a day, within a number of months. */
export type BasisWithin = (window: number) => Basis;

/** The bases of the groups there are on a day. */
export function basesAt(day: number, portfolio: Portfolio, options: SignalOptions): BasisWithin {
  const records = presentAt(day, portfolio);
  const { start } = portfolio;
  const { typicalSale, staleAfter } = options;
  return basesOf(records, { start, asOf: day, typicalSale, staleAfter });
}

/**
 * All groups of a basis, or `only` one of them, looked at with what was known of them from the look before.
 */
export function looksAt(
  within: BasisWithin,
  options: SignalOptions,
  memoryOf: (record: GroupRecord) => Memory | undefined,
  only?: GroupRecord,
): FullLook[] {
  // Where other groups set the bar, all of them are wanted.
  const basis = within(usualWindow);
  const isBarOwn = options.bar !== undefined || options.rateOn(basis.asOf) !== undefined;
  const alone = isBarOwn ? only : undefined;
  const usual = assess(basis, alone);
  let recent: Assessment | undefined;
  return usual.groups.flatMap((group) => {
    const { record } = group;
    if (only && record !== only) return [];
    const change = changeAt(usual.asOf, record, usual.start);
    if (!change?.isFound) return [lookAt(group, usual, change, options, memoryOf(record) ?? unknown)];
    recent ??= assess(within(recentWindow), alone);
    const own = recent.groups.find((each) => each.record === record) ?? group;
    return [lookAt(own, recent, change, options, memoryOf(record) ?? unknown)];
  });
}

function lookAt(
  group: GroupAssessment,
  all: Assessment,
  change: Change | undefined,
  options: SignalOptions,
  before: Memory,
): FullLook {
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
  return {
    day: all.asOf,
    verdict,
    isSpared,
    want,
    hour,
    group,
    all,
    bar,
    pBelow,
    expectedByNow,
    change,
    memory,
  };
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
