import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths } from 'date-fns/addMonths';
import { getDay } from 'date-fns/getDay';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import { getWeek } from 'date-fns/getWeek';
import { getWeekYear } from 'date-fns/getWeekYear';
import { civilOf, type Day, dayOf } from './day.ts';

/** How a user's year and week run. */
export interface Calendar {
  /** The month, from 1, in which the fiscal year starts. */
  readonly fiscalYearStart: number;
  readonly weekStart: 'monday' | 'sunday';
}

export const steps = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Step = (typeof steps)[number];

const dayLength = 86_400_000;
const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

// The one door to date-fns: always in UTC, where every day has 24 hours.
const toDate = (day: Day) => new UTCDateMini(day * dayLength);
const toDay = (date: Date): Day => Math.floor(date.getTime() / dayLength);

/** The first day of the week, month, quarter or (fiscal) year that holds the day. */
export function startOf(step: Step, day: Day, calendar: Calendar): Day {
  if (step === 'day') return day;
  if (step === 'week') {
    const weekday = getDay(toDate(day));
    return day - (calendar.weekStart === 'sunday' ? weekday : (weekday + 6) % 7);
  }
  const { year, month } = civilOf(day);
  const intoYear = (month - calendar.fiscalYearStart + 12) % 12;
  return addSteps('month', dayOf(year, month, 1), -(intoYear % monthsIn[step]));
}

/** The day `count` steps later (earlier where negative); a month's end stays within the month. */
export function addSteps(step: Step, day: Day, count: number): Day {
  if (step === 'day') return day + count;
  if (step === 'week') return day + 7 * count;
  return toDay(addMonths(toDate(day), monthsIn[step] * count));
}

/** The last day of the step that holds the day. */
export function endOf(step: Step, day: Day, calendar: Calendar): Day {
  return addSteps(step, startOf(step, day, calendar), 1) - 1;
}

/** The calendar year in which the fiscal year that holds the day starts. */
export function fiscalYearOf(day: Day, calendar: Calendar): number {
  return civilOf(startOf('year', day, calendar)).year;
}

/** The quarter, 1 to 4, of the fiscal year. */
export function quarterOf(day: Day, calendar: Calendar): number {
  return Math.floor(((civilOf(day).month - calendar.fiscalYearStart + 12) % 12) / 3) + 1;
}

/**
 * Year and number of the week that holds the day: ISO 8601 where weeks start on Monday; where they start
 * on Sunday the North American count, in which week 1 holds 1 January.
 */
export function weekOf(day: Day, calendar: Calendar): { year: number; week: number } {
  const date = toDate(day);
  return calendar.weekStart === 'sunday'
    ? { year: getWeekYear(date), week: getWeek(date) }
    : { year: getISOWeekYear(date), week: getISOWeek(date) };
}

/** The first day of a numbered week, or undefined where the year has no such week. */
export function startOfWeek(year: number, week: number, calendar: Calendar): Day | undefined {
  // 4 January is always in ISO week 1, 1 January in North American week 1.
  const first = startOf('week', dayOf(year, 1, calendar.weekStart === 'sunday' ? 1 : 4), calendar);
  const start = first + 7 * (week - 1);
  const found = weekOf(start, calendar);
  return week >= 1 && found.year === year && found.week === week ? start : undefined;
}
