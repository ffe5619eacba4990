/** A small random number generator: the same seed gives the same numbers everywhere (mulberry32). */
export function chanceOf(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly [T, ...T[]]): T => list[whole(0, list.length - 1)] ?? list[0];
  const shuffled = <T>(list: readonly T[]): T[] => drawn(list, list.length, () => 1);
  /** Some of a list, each as likely as its weight, in random order. */
  const drawn = <T>(list: readonly T[], count: number, weight: (item: T) => number): T[] =>
    list
      .map((item) => ({ item, key: Math.log(next() || 1e-12) / weight(item) }))
      .sort((a, b) => b.key - a.key)
      .slice(0, count)
      .map((each) => each.item);
  /** Lognormal with the given mean. */
  const around = (mean: number, sigma: number): number => {
    let normal = -6;
    for (let i = 0; i < 12; i++) normal += next();
    return mean * Math.exp(sigma * normal - sigma ** 2 / 2);
  };
  return { next, whole, pick, shuffled, drawn, around, maybe: (share: number) => next() < share };
}

export type Chance = ReturnType<typeof chanceOf>;

/** The day `days` after another. */
export function later(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00Z`).getUTCDay();
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}

const movable =
  '2024-04-01 2024-05-09 2024-05-20 2025-04-21 2025-05-29 2025-06-09 2026-04-06 2026-05-14 2026-05-25';
const fixed = '01-01 05-01 05-08 07-14 11-01 11-11';

/** A day on which Élise works: no weekends, no holidays, closed in August and after Christmas. */
export function isWorkday(date: string): boolean {
  const [weekday, day] = [weekdayOf(date), date.slice(5)];
  const isClosed = (day >= '08-01' && day <= '08-23') || day >= '12-24';
  return weekday > 0 && weekday < 6 && !isClosed && !fixed.includes(day) && !movable.includes(date);
}

/** The first working day on or after one. */
export function workday(date: string): string {
  let day = date;
  while (!isWorkday(day)) day = later(day, 1);
  return day;
}
