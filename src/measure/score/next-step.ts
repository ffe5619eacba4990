import type { Calendar } from '../../model/calendar.ts';
import type { Day } from '../../model/day.ts';
import type { ScoreSpan } from '../../model/scheme.ts';
import { sumBetween } from './happenings.ts';
import { leastFor, pointsFor } from './points.ts';
import type { Counted } from './score.ts';
import { nextWindow, rateOf, rollingWindow } from './windows.ts';

/** What takes a criterion to more points than it has. */
export interface NextStep {
  /** So many more (money: minor units) up to a day; 0 where none more are needed; undefined where time alone does it, if no other comes until that day. */
  readonly needed: number | undefined;
  readonly by: Day;
  /** Points above those of the rolling window. */
  readonly gain: number;
}

/**
 * What the next step of a criterion takes. Of what is good: how many more before the window that ends next is over, the
 * months so far counted. Of what is not: the day on which enough of it is too old to count.
 * @param points those of the rolling window.
 */
export function nextStep(
  { criterion, steps, happenings }: Counted,
  points: number | undefined,
  span: ScoreSpan,
  asOf: Day,
  calendar: Calendar,
): NextStep | undefined {
  if (steps === undefined || points === undefined) return undefined;
  const { way } = criterion;
  const judged = { way, steps };
  if (way === 'at-most') {
    for (let day = asOf + 1; day <= asOf + longest; day++) {
      const window = rollingWindow(span, day);
      const then = pointsFor(judged, sumBetween(happenings, window), rateOf(criterion.per, window, span));
      if (then > points) return { needed: undefined, by: day, gain: then - points };
      if (happenings.every((each) => each.day < window.from)) return undefined;
    }
    return undefined;
  }
  const window = nextWindow(span, asOf, calendar);
  const rate = rateOf(criterion.per, window, span);
  const sum = sumBetween(happenings, window);
  const step = steps.find((each) => each.points > points);
  if (!step) return undefined;
  const least = Math.max(sum, leastFor(step, rate));
  const then = pointsFor(judged, least, rate);
  return { needed: least - sum, by: window.to, gain: Math.round((then - points) * 1e6) / 1e6 };
}

/** No scheme looks back further than 99 months. */
const longest = 99 * 31;
