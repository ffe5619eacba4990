import type { Criterion, Step } from '../../model/scheme.ts';
import type { Rate } from './windows.ts';

/** Thresholds have at most six decimals: in millionths they are whole, and compared without a rounding. */
const million = 1_000_000n;
const millionths = (at: number) => BigInt(Math.round(at * 1e6));

/** The most points that a criterion gives. */
export function mostPoints({ steps }: Pick<Criterion, 'steps'>): number {
  return steps.reduce((most, { points }) => Math.max(most, points), 0);
}

/** The points for a sum over a window; every edge is within its step, unless the scheme says "more than". */
export function pointsFor({ way, steps }: Pick<Criterion, 'way' | 'steps'>, sum: number, rate: Rate): number {
  if (way === 'at-most') return steps.find((step) => compare(sum, step, rate) <= 0)?.points ?? 0;
  if (way === 'at-least') return steps.findLast((step) => reaches(sum, step, rate))?.points ?? 0;
  const [full] = steps;
  if (!full) return 0;
  return reaches(sum, full, rate) ? full.points : (full.points * sum * rate.times) / (full.at * rate.over);
}

/** The least sum over a window that reaches a step. */
export function leastFor({ at, isOver }: Step, { times, over }: Rate): number {
  const wanted = millionths(at) * BigInt(over);
  const each = million * BigInt(times);
  return Number(isOver ? wanted / each + 1n : (wanted + each - 1n) / each);
}

function reaches(sum: number, step: Step, rate: Rate): boolean {
  const difference = compare(sum, step, rate);
  return step.isOver ? difference > 0 : difference >= 0;
}

/** Below 0 where the average is below the step's edge, 0 where it is on it, else above 0. */
function compare(sum: number, { at }: Step, { times, over }: Rate): number {
  const difference = BigInt(sum) * BigInt(times) * million - millionths(at) * BigInt(over);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
