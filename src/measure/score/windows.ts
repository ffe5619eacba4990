import { addSteps, type Calendar, endOf, startOf } from '../../model/calendar.ts';
import type { Day } from '../../model/day.ts';
import type { Period } from '../../model/period.ts';
import type { ScorePer, ScoreSpan } from '../../model/scheme.ts';

/** The whole months (or weeks) that were last over at the end of a day: one that ends on this day is among them. */
export function completedWindow({ unit, count }: ScoreSpan, asOf: Day, calendar: Calendar): Period {
  const to = startOf(unit, asOf + 1, calendar) - 1;
  return { from: addSteps(unit, to + 1, -count), to };
}

/** As many months (or weeks) up to a day, this day included. */
export function rollingWindow({ unit, count }: ScoreSpan, asOf: Day): Period {
  return { from: addSteps(unit, asOf + 1, -count), to: asOf };
}

/** The whole months (or weeks) that will be over next: up to the end of the one that holds the day after. */
export function nextWindow({ unit, count }: ScoreSpan, asOf: Day, calendar: Calendar): Period {
  const to = endOf(unit, asOf + 1, calendar);
  return { from: addSteps(unit, to + 1, -count), to };
}

/** How a sum over a window becomes an average: times `times`, over `over`; both whole. */
export interface Rate {
  readonly times: number;
  readonly over: number;
}

/**
 * The average that a criterion asks for. A week has seven days, so a window has its days/7 of them; four weeks have
 * 28 days; months are those of the window, however many days it has.
 */
export function rateOf(per: ScorePer, { from, to }: Period, span: ScoreSpan): Rate {
  const days = to - from + 1;
  if (per === 'week') return { times: 7, over: days };
  if (per === '4 weeks') return { times: 28, over: days };
  return { times: 1, over: per === 'month' ? span.count : 1 };
}
