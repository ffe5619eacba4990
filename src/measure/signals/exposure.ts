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
  /** Hours on days up to this one, it included. */
  hoursUpTo(day: number): number;
  /** Hours on days before this one. */
  hoursBefore(day: number): number;
  /** Hours up to a day, each weighed by 2^(−age in months / half-life) with the half-life of this index. */
  decayed(halfLife: number, day: number): number;
}

/** The timeline of hours; a sum up to any day is found by halving, as there are many looks at one history. */
export function timeline(hours: readonly Spent[]): Timeline {
  const spent = [...hours].sort((a, b) => a.at - b.at);
  const sums = new Float64Array(spent.length + 1);
  const decays = halfLives.map(() => new Float64Array(spent.length + 1));
  for (const [i, { at, hours: added }] of spent.entries()) {
    sums[i + 1] = (sums[i] ?? 0) + added;
    const gap = (at - (spent[i - 1]?.at ?? at)) / month;
    for (const [h, { months }] of halfLives.entries()) {
      const decay = decays[h];
      if (decay) decay[i + 1] = (decay[i] ?? 0) * 2 ** (-gap / months) + added;
    }
  }
  const countUpTo = (day: number) => firstWhere(spent.length, (i) => (spent[i]?.at ?? 0) > day);
  const countBefore = (day: number) => firstWhere(spent.length, (i) => (spent[i]?.at ?? 0) >= day);
  return {
    spent,
    hoursUpTo: (day) => sums[countUpTo(day)] ?? 0,
    hoursBefore: (day) => sums[countBefore(day)] ?? 0,
    decayed: (halfLife, day) => {
      const count = countUpTo(day);
      const age = (day - (spent[count - 1]?.at ?? day)) / month;
      return (decays[halfLife]?.[count] ?? 0) * 2 ** (-age / (halfLives[halfLife]?.months ?? 1));
    },
  };
}

/** The first of 0 … count − 1 for which a test holds that holds for all after it, or count. */
function firstWhere(count: number, test: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
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
export function virtualHours({ hoursUpTo }: Timeline, start: number, asOf: number): number {
  return asOf > start ? hoursUpTo(asOf) / ((asOf - start) / month) : 0;
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
  before: readonly number[],
  { start, from, to }: { start: number; from: number; to: number },
  halfWonAt: number,
): Matured {
  const each = virtualHours(hours, start, to);
  const slow = Math.LN2 / halfWonAt;
  // With the rate of the second step the sums cannot be had beforehand: it changes from look to look.
  const atEnd = expSum(hours.spent, slow, to);
  const atStart = expSum(hours.spent, slow, from);
  const [allEnd, allStart] = [hours.hoursUpTo(to), hours.hoursUpTo(from)];
  const out = halfLives.map(({ months }, h) => {
    const fast = Math.LN2 / months;
    const b = Math.abs(slow - fast) < 1e-6 ? slow * 1.0001 : slow;
    const [slowEnd, slowStart] =
      b === slow ? [atEnd, atStart] : [expSum(hours.spent, b, to), expSum(hours.spent, b, from)];
    const [fastEnd, fastStart] = [hours.decayed(h, to), hours.decayed(h, from)];
    const leftEnd = (b * fastEnd - fast * slowEnd) / (b - fast);
    const leftStart = (b * fastStart - fast * slowStart) / (b - fast);
    let referrals = allEnd - fastEnd - (allStart - fastStart);
    let sales = allEnd - leftEnd - (allStart - leftStart);
    for (const day of before) {
      referrals += each * (shareBy((to - day) / month, fast) - shareBy((from - day) / month, fast));
      sales += each * (shareBoth((to - day) / month, fast, b) - shareBoth((from - day) / month, fast, b));
    }
    return { referrals, sales, referralsToCome: fastEnd, salesToCome: leftEnd };
  });
  return {
    referrals: out.map((values) => values.referrals),
    sales: out.map((values) => values.sales),
    referralsToCome: out.map((values) => values.referralsToCome),
    salesToCome: out.map((values) => values.salesToCome),
  };
}

/** Of what one step brings, the share that has come after some months. */
function shareBy(age: number, rate: number): number {
  return age <= 0 ? 0 : -Math.expm1(-rate * age);
}

/** Of what two steps one after the other bring, the share that has come after some months. */
function shareBoth(age: number, a: number, b: number): number {
  return age <= 0 ? 0 : 1 - (b * Math.exp(-a * age) - a * Math.exp(-b * age)) / (b - a);
}

function expSum(spent: readonly Spent[], rate: number, day: number): number {
  let sum = 0;
  for (const { at, hours } of spent) {
    if (at > day) break;
    sum += hours * Math.exp((-rate * (day - at)) / month);
  }
  return sum;
}
