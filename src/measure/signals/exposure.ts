import { firstWhere } from '../../model/first-where.ts';
import { month } from './lags.ts';

/** Hours spent on a day. Days may have fractions. */
export interface Spent {
  readonly at: number;
  readonly hours: number;
}

/** Half-lives, in months, that the time from an activity to its referrals may have, with what is thought of each beforehand. */
export const halfLives = [
  { months: 0.75, prior: 0.1 },
  { months: 1.5, prior: 0.2 },
  { months: 3, prior: 0.35 },
  { months: 6, prior: 0.2 },
  { months: 9, prior: 0.15 },
] as const;

/** The hours of a group in the order of time, to be summed up to any day. */
export interface Timeline {
  readonly spent: readonly Spent[];
  /** How many of them are on days up to this one, it included; or before it. */
  countUpTo(day: number): number;
  countBefore(day: number): number;
  /** The first so many of the hours, summed. */
  hoursOf(count: number): number;
  /** The same on a day, each weighed by 2^(−age in months / half-life) with the half-life of this index. */
  decayed(count: number, halfLife: number, day: number): number;
}

/** The timeline of hours; sums are kept, as there are many looks at one history. */
export function timeline(hours: readonly Spent[]): Timeline {
  const spent = [...hours].sort((a, b) => a.at - b.at);
  const days = spent.map(({ at }) => at);
  const sums = runningSum(spent, Number.POSITIVE_INFINITY);
  const decays = halfLives.map(({ months }) => runningSum(spent, months));
  return {
    spent,
    countUpTo: (day) => firstWhere(days.length, (i) => (days[i] ?? 0) > day),
    countBefore: (day) => firstWhere(days.length, (i) => (days[i] ?? 0) >= day),
    hoursOf: (count) => sums[count] ?? 0,
    decayed: (count, halfLife, day) => {
      const age = (day - (days[count - 1] ?? day)) / month;
      return (decays[halfLife]?.[count] ?? 0) * 2 ** (-age / (halfLives[halfLife]?.months ?? 1));
    },
  };
}

/** Hours on days up to this one. */
export function hoursUpTo(day: number, { countUpTo, hoursOf }: Timeline): number {
  return hoursOf(countUpTo(day));
}

/** Hours up to a day, each weighed by 2^(−age in months / half-life) with the half-life of this index. */
export function recentHours(day: number, halfLife: number, { countUpTo, decayed }: Timeline): number {
  return decayed(countUpTo(day), halfLife, day);
}

/** The sum before each of the hours, and after the last, where all decay with a half-life in months. */
function runningSum(spent: readonly Spent[], months: number): Float64Array {
  const sums = new Float64Array(spent.length + 1);
  let sum = 0;
  let last = spent[0]?.at ?? 0;
  for (let i = 0; i < spent.length; i++) {
    const { at, hours } = spent[i] ?? { at: last, hours: 0 };
    sum = sum * 2 ** (-(at - last) / month / months) + hours;
    sums[i + 1] = sum;
    last = at;
  }
  return sums;
}

/**
 * Activities thought to have been before the journal starts, as a group was joined earlier: one in the middle
 * of each month back to the day it was joined, 24 at most.
 */
export function virtualDays(start: number, joined: number | undefined): number[] {
  if (joined === undefined) return [];
  const days = Array.from({ length: 24 }, (_, i) => start - (i + 0.5) * month);
  return days.filter((day) => day >= joined);
}

/** The hours of each of those activities: the journal's mean month up to the day. */
export function virtualHours(hours: Timeline, start: number, asOf: number): number {
  return asOf > start ? hoursUpTo(asOf, hours) / ((asOf - start) / month) : 0;
}

/** Where virtual activities are, and the hours of each. */
export interface Virtual {
  readonly days: readonly number[];
  readonly each: number;
}

/** A difference of running sums that is smaller than this share of them has lost too many of its digits. */
const leastShare = 1e-7;

/**
 * Hours whose referrals came after one day and up to another, with the half-life of this index: the sum over
 * activities of hours × (G(upTo − day) − G(after − day)), where G(x) = 1 − 2^(−x / half-life) and 0 for x ≤ 0.
 */
export function referralHours(
  hours: Timeline,
  { days, each }: Virtual,
  halfLife: number,
  after: number,
  upTo: number,
): number {
  const rate = Math.LN2 / (halfLives[halfLife]?.months ?? 1);
  const come = (age: number) => (age <= 0 ? 0 : 1 - Math.exp((-rate * age) / month));
  const thought = days.reduce((sum, day) => sum + each * (come(upTo - day) - come(after - day)), 0);
  const comeBy = (day: number) => {
    const count = hours.countBefore(day);
    return hours.hoursOf(count) - hours.decayed(count, halfLife, day);
  };
  return thought + difference(hours, after, upTo, comeBy, come);
}

/** What has come of hours by one day and not by another: from running sums where they are precise enough. */
function difference(
  { spent, hoursOf, countBefore }: Timeline,
  after: number,
  upTo: number,
  comeBy: (day: number) => number,
  come: (age: number) => number,
): number {
  const count = countBefore(upTo);
  const quick = comeBy(upTo) - comeBy(after);
  if (quick >= leastShare * hoursOf(count)) return quick;
  let exact = 0;
  for (let i = 0; i < count; i++) {
    const { at, hours } = spent[i] ?? { at: upTo, hours: 0 };
    exact += hours * (come(upTo - at) - come(after - at));
  }
  return exact;
}

/** Hours by how far their results have come, with each half-life of `halfLives`. */
export interface Matured {
  /** Hours whose referrals came in the window. */
  readonly referrals: readonly number[];
  /** Hours whose sales came in the window. */
  readonly sales: readonly number[];
  /** The same for what is yet to come, of all hours in the journal. */
  readonly referralsToCome: readonly number[];
  readonly salesToCome: readonly number[];
}

/**
 * The hours of a group by how far their results had come between the days `from` and `to`.
 * @param halfWonAt months in which half of the wins come; the time to a sale is the sum of this and the half-life.
 */
export function matured(
  hours: Timeline,
  virtual: Virtual,
  { from, to }: { from: number; to: number },
  halfWonAt: number,
): Matured {
  const slow = Math.LN2 / halfWonAt;
  const usual = slowSums(hours, slow, from, to);
  const all = hoursUpTo(to, hours);
  const sales = halfLives.map(({ months }, h) => {
    const a = Math.LN2 / months;
    const isSame = Math.abs(slow - a) < 1e-6;
    const b = isSame ? slow * 1.0001 : slow;
    const sums = isSame ? slowSums(hours, b, from, to) : usual;
    const come = (age: number) =>
      age <= 0 ? 0 : 1 - (b * Math.exp((-a * age) / month) - a * Math.exp((-b * age) / month)) / (b - a);
    const comeBy = (day: number) => {
      const count = hours.countBefore(day);
      const left = b * hours.decayed(count, h, day) - a * (day === to ? sums.to : sums.from);
      return hours.hoursOf(count) - left / (b - a);
    };
    const { days, each } = virtual;
    const thought = days.reduce((sum, day) => sum + each * (come(to - day) - come(from - day)), 0);
    return { come: thought + difference(hours, from, to, comeBy, come), left: all - comeBy(to) };
  });
  return {
    referrals: halfLives.map((_, h) => referralHours(hours, virtual, h, from, to)),
    sales: sales.map(({ come }) => come),
    referralsToCome: halfLives.map((_, h) => recentHours(to, h, hours)),
    salesToCome: sales.map(({ left }) => left),
  };
}

/** Hours before each of two days, decayed at a rate a month: it changes from look to look, so no sums are kept. */
function slowSums({ spent }: Timeline, rate: number, from: number, to: number): { from: number; to: number } {
  const sums = { from: 0, to: 0 };
  for (const { at, hours } of spent) {
    if (at >= to) break;
    sums.to += hours * Math.exp((-rate * (to - at)) / month);
    if (at < from) sums.from += hours * Math.exp((-rate * (from - at)) / month);
  }
  return sums;
}
