import { groupOf, type Ledger } from '../../model/ledger.ts';
import type { Period } from '../../model/period.ts';
import type { Entry } from '../../model/schema.ts';
import type { Band, Criterion, Scheme, Step } from '../../model/scheme.ts';
import { type Happening, happeningsOf, sumBetween } from './happenings.ts';
import { type NextStep, nextStep } from './next-step.ts';
import { mostPoints, pointsFor } from './points.ts';
import { stepsIn } from './thresholds.ts';
import { completedWindow, rateOf, rollingWindow } from './windows.ts';

/** The score of a group: over the whole months that were last over, and over as many up to the ledger's day. */
export interface GroupScore {
  readonly group: string;
  readonly completed: WindowScore;
  readonly rolling: WindowScore;
  /** What the next step of each criterion takes, beyond its points in the rolling window. */
  readonly next: readonly (NextStep | undefined)[];
}

export interface WindowScore {
  readonly window: Period;
  /** In the scheme's order. */
  readonly criteria: readonly CriterionScore[];
  /** Undefined where the points of a criterion are. */
  readonly total: number | undefined;
  readonly band: Band | undefined;
  /** The colour above, and the points to it. */
  readonly above: { readonly band: Band; readonly points: number } | undefined;
}

export interface CriterionScore {
  readonly criterion: Criterion;
  /** What was counted: a whole number; money in minor units of the reporting currency. */
  readonly sum: number;
  /** The sum as the criterion measures it: an average a week, four weeks or month, or the sum itself. */
  readonly measured: number;
  /** Undefined where its thresholds are in money and no price of that is known. */
  readonly points: number | undefined;
}

/** A criterion with what it needs to be judged on any day. */
export interface Counted {
  readonly criterion: Criterion;
  /** Undefined where they cannot be converted. */
  readonly steps: readonly Step[] | undefined;
  readonly happenings: readonly Happening[];
}

/** The score of a group by a scheme, as known on the ledger's day. */
export function scoreOf(
  group: string,
  scheme: Scheme,
  ledger: Ledger,
  isCounted: ((entry: Entry) => boolean) | undefined,
): GroupScore {
  const entries = entriesOf(group, ledger, isCounted);
  const counted = scheme.criteria.map((criterion): Counted => {
    return {
      criterion,
      steps: stepsIn(criterion, scheme, ledger),
      happenings: happeningsOf(criterion, entries),
    };
  });
  const { asOf, settings } = ledger;
  const over = (window: Period) => windowScore(counted, window, scheme);
  const rolling = over(rollingWindow(scheme.window, asOf));
  return {
    group,
    completed: over(completedWindow(scheme.window, asOf, settings.calendar)),
    rolling,
    next: counted.map((each, i) =>
      nextStep(each, rolling.criteria[i]?.points, scheme.window, asOf, settings.calendar),
    ),
  };
}

/** The most points that a scheme gives. */
export function mostOf({ criteria }: Scheme): number {
  return tidy(criteria.reduce((sum, criterion) => sum + mostPoints(criterion), 0));
}

/** The entries of a group that are counted. */
export function entriesOf(
  group: string,
  ledger: Ledger,
  isCounted: ((entry: Entry) => boolean) | undefined,
): readonly Entry[] {
  return ledger.entries.filter(
    (entry) => groupOf(entry, ledger) === group && (!isCounted || isCounted(entry)),
  );
}

function windowScore(counted: readonly Counted[], window: Period, scheme: Scheme): WindowScore {
  const criteria = counted.map(({ criterion, steps, happenings }): CriterionScore => {
    const sum = sumBetween(happenings, window);
    const rate = rateOf(criterion.per, window, scheme.window);
    const points = steps && tidy(pointsFor({ way: criterion.way, steps }, sum, rate));
    return { criterion, sum, measured: (sum * rate.times) / rate.over, points };
  });
  const known = criteria.flatMap(({ points }) => points ?? []);
  const total = known.length < criteria.length ? undefined : tidy(known.reduce((sum, each) => sum + each, 0));
  const above = total === undefined ? undefined : scheme.bands.findLast(({ from }) => from > total);
  return {
    window,
    criteria,
    total,
    band: total === undefined ? undefined : scheme.bands.find(({ from }) => from <= total),
    above: above && total !== undefined ? { band: above, points: tidy(above.from - total) } : undefined,
  };
}

/** Points without the dust of binary fractions: five parts of 20 must not fall short of a band. */
function tidy(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}
