import { paceOf } from './outlook.ts';
import { meanReturn, quantileOf } from './value.ts';
import type { Signal } from './verdict.ts';

/** What a year's hours of the groups to drop would bring at the mean of those to keep. Money in minor units. */
export interface Reallocation {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Hours a year, at the pace of the last one. */
  readonly hours: number;
  /** What they bring where they are. */
  readonly now: number;
  /** What they would bring, with the 80 % range. */
  readonly moved: number;
  readonly low: number;
  readonly high: number;
}

/**
 * An estimate of what dropping the drops would bring; undefined where there is none, or nothing to keep. The range
 * takes the kept groups as low, or as high, together: what moves one of them moves the others.
 */
export function reallocationOf(signals: readonly Signal[]): Reallocation | undefined {
  const judged = signals.flatMap(({ key, now }) => {
    const { hour, hours, record } = now.group;
    // A group whose last day is set takes no more hours.
    return hour && record.facts.left === undefined
      ? [{ key, verdict: now.verdict, hour, hours, year: 12 * paceOf(record, now.day) }]
      : [];
  });
  const drops = judged.filter(({ verdict, year }) => verdict === 'drop' && year > 0);
  const keeps = judged.filter(({ verdict, hours }) => verdict === 'keep' && hours > 0);
  if (drops.length === 0 || keeps.length === 0) return undefined;
  const hours = drops.reduce((sum, { year }) => sum + year, 0);
  const spent = keeps.reduce((sum, each) => sum + each.hours, 0);
  const mean = (of: (each: (typeof keeps)[number]) => number) =>
    keeps.reduce((sum, each) => sum + each.hours * of(each), 0) / spent;
  return {
    from: drops.map(({ key }) => key),
    to: keeps.map(({ key }) => key),
    hours,
    now: drops.reduce((sum, { year, hour }) => sum + year * meanReturn(hour), 0),
    moved: hours * mean(({ hour }) => meanReturn(hour)),
    low: hours * mean(({ hour }) => quantileOf(0.1, hour)),
    high: hours * mean(({ hour }) => quantileOf(0.9, hour)),
  };
}
