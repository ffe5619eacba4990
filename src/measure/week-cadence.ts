import { civilOf, type Day, monthLength } from '../model/day.ts';
import type { Period } from '../model/period.ts';

/** How often something is there: in so many of the last weeks, every so many weeks, or on one weekday of the month. */
export type Cadence =
  | { readonly every: 'week'; readonly weeks: number; readonly of: number }
  | { readonly every: 'weeks'; readonly step: number; readonly last: Day }
  | { readonly every: 'month'; readonly months: number; readonly of: number; readonly last: Day };

/** What is usual, and its day in the week that is looked at; undefined where it is not that week's turn. */
export interface Usual {
  readonly cadence: Cadence;
  readonly day: Day | undefined;
}

/** Weeks looked back on for what is there weekly, and for what is there less often. */
const weeklySpan = 12;
const rareSpan = 26;
/** Times from which on a thing can be usual, and the share of its turns that it must have kept. */
const leastTimes = 4;
const leastShare = 0.6;

/** Monday is 0: 1 January 1970 was a Thursday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * The cadence of what was done on some days before a week: weekly, where at least 60 % of the last 12 weeks (or of those
 * since it was first there) have it; else monthly, where that share of the last months had it on the same weekday of the
 * month; else every so many weeks, the median of the gaps, where that share of the gaps is that but for a week (or a quarter of
 * it). Undefined where
 * it was there fewer than 4 times, or none of these holds.
 * @param days in any order; those in the week or after it are left out
 * @param known the last day of which anything is known
 */
export function usualIn(week: Period, days: readonly Day[], known: Day): Usual | undefined {
  const past = days.filter((day) => day < week.from).sort((a, b) => a - b);
  // Of a week that has not begun, the one that is not over yet is no turn missed.
  const end = Math.min(0, Math.floor((known - week.from) / 7));
  return weekly(week, past, end) ?? monthly(week, past) ?? spaced(week, past, end);
}

const indexIn = (week: Period, day: Day) => Math.floor((day - week.from) / 7);

function weekly(week: Period, past: readonly Day[], end: number): Usual | undefined {
  const [first] = past;
  if (first === undefined) return undefined;
  const of = Math.min(weeklySpan, end - indexIn(week, first));
  const recent = past.filter((day) => indexIn(week, day) >= end - of && indexIn(week, day) < end);
  const weeks = new Set(recent.map((day) => indexIn(week, day))).size;
  if (weeks < leastTimes || weeks < leastShare * of) return undefined;
  return { cadence: { every: 'week', weeks, of }, day: usualDay(week, recent) };
}

function spaced(week: Period, past: readonly Day[], end: number): Usual | undefined {
  const recent = past.filter((day) => indexIn(week, day) >= end - rareSpan);
  const turns = [...new Set(recent.map((day) => indexIn(week, day)))];
  const gaps = turns.slice(1).map((turn, i) => turn - (turns[i] ?? turn));
  const step = gaps.toSorted((a, b) => a - b)[(gaps.length - 1) >> 1] ?? 0;
  const last = recent.at(-1);
  if (turns.length < leastTimes || step < 2 || last === undefined) return undefined;
  const shareWithin = (slack: number) =>
    gaps.filter((gap) => Math.abs(gap - step) <= slack).length / gaps.length;
  if (shareWithin(Math.max(1, Math.round(step / 4))) < leastShare) return undefined;
  const since = -indexIn(week, last);
  // Missed once it may be holidays; missed twice it is no habit any more. What is exact has its turn in its own week.
  const isExact = shareWithin(0) >= leastShare;
  const isTurn = since >= step && since <= 2 * step && (!isExact || since % step === 0);
  return { cadence: { every: 'weeks', step, last }, day: isTurn ? usualDay(week, recent) : undefined };
}

/** The weekday of a month that a day is: 1 for its first Tuesday, −1 for its last where it is that too. */
interface Place {
  readonly weekday: number;
  readonly nth: number;
}

const monthOf = (day: Day) => {
  const { year, month } = civilOf(day);
  return 12 * year + month;
};

function placesOf(day: Day): Place[] {
  const { year, month, date } = civilOf(day);
  const weekday = weekdayOf(day);
  const nth = Math.ceil(date / 7);
  return [{ weekday, nth }, ...(date + 7 > monthLength(year, month) ? [{ weekday, nth: -1 }] : [])];
}

function monthly(week: Period, past: readonly Day[]): Usual | undefined {
  const recent = past.filter((day) => day >= week.from - 7 * rareSpan);
  const hasPlace =
    ({ weekday, nth }: Place) =>
    (day: Day) =>
      placesOf(day).some((each) => each.weekday === weekday && each.nth === nth);
  let best: { place: Place; days: readonly Day[] } | undefined;
  for (const place of recent.flatMap(placesOf)) {
    const days = recent.filter(hasPlace(place));
    if (days.length > (best?.days.length ?? 0)) best = { place, days };
  }
  const first = best?.days[0];
  const last = recent.at(-1);
  if (!best || first === undefined || last === undefined) return undefined;
  const turn = [0, 1, 2, 3, 4, 5, 6].map((i) => week.from + i).find(hasPlace(best.place));
  const months = best.days.length;
  const of = Math.max(months, monthOf(turn ?? week.from) - monthOf(first));
  const isUsual = months >= leastTimes && months >= leastShare * of && months >= leastShare * recent.length;
  if (!isUsual) return undefined;
  const isDone = turn !== undefined && monthOf(last) === monthOf(turn);
  return { cadence: { every: 'month', months, of, last }, day: isDone ? undefined : turn };
}

/** The day of the week on which most of the days fell; of as many, the latest of them says. */
function usualDay(week: Period, days: readonly Day[]): Day {
  const counts = new Map<number, number>();
  let best = weekdayOf(week.from);
  for (const day of days) {
    const weekday = weekdayOf(day);
    const count = (counts.get(weekday) ?? 0) + 1;
    counts.set(weekday, count);
    if (count >= (counts.get(best) ?? 0)) best = weekday;
  }
  return week.from + ((best - weekdayOf(week.from) + 7) % 7);
}
