import { month } from '../../../src/measure/signals/lags.ts';
import { type GroupFacts, portfolioOf } from '../../../src/measure/signals/record.ts';
import { chanceBelow } from '../../../src/measure/signals/value.ts';
import { type Look, signalsOf, type Verdict } from '../../../src/measure/signals/verdict.ts';
import { months, type User } from './user.ts';

/** What was said of a group at the end of each of the 24 months, and how it is. */
export interface Judged {
  /** The true return an hour, in bars. */
  readonly ratio: number;
  readonly planned: number;
  readonly verdicts: readonly Verdict[];
  /** Whether the 80 % range held the true return; undefined where there was no range. */
  readonly covered: readonly (boolean | undefined)[];
  /** The months at whose end the naive rule would drop it. */
  readonly naive: readonly number[];
}

/** All groups of a user as `signals` judges them, and as the naive rule does. */
export function judge({ groups, bar, typicalSale }: User): Judged[] {
  const days = Array.from({ length: months }, (_, i) => (i + 1) * month);
  const portfolio = portfolioOf(
    0,
    groups.map(({ facts }) => facts),
  );
  const signals = signalsOf(portfolio, days, {
    bar,
    typicalSale,
    rateOn: () => undefined,
    margin: 1,
    barFactor: 0.5,
    staleAfter: undefined,
    minMonths: 6,
    isSpared: () => false,
  });
  const naive = naiveDrops(groups.map(({ facts }) => facts));
  return groups.map(({ trueReturn, planned }, g) => {
    const looks = signals[g]?.looks ?? [];
    return {
      ratio: trueReturn / bar,
      planned,
      verdicts: looks.map(({ verdict }) => verdict),
      covered: looks.map((look) => isCovered(look, trueReturn)),
      naive: naive[g] ?? [],
    };
  });
}

/** The range goes from the 10 % to the 90 % quantile: in it lies what has a chance of 10 to 90 % to be undercut. */
function isCovered({ hour }: Look, trueReturn: number): boolean | undefined {
  if (!hour) return undefined;
  const chance = chanceBelow(trueReturn, hour);
  return chance >= 0.1 && chance <= 0.9;
}

/**
 * What a spreadsheet does: at the end of each quarter a group is flagged whose sales of the quarter, per hour of the
 * quarter, are under those of all groups. One without hours in it is not.
 */
function naiveDrops(groups: readonly GroupFacts[]): number[][] {
  const drops: number[][] = groups.map(() => []);
  for (let end = 3; end <= months; end += 3) {
    const isIn = ({ at }: { readonly at: number }) => at > (end - 3) * month && at <= end * month;
    const totals = groups.map(({ activities, referrals, direct }) => ({
      hours: sumOf(activities.filter(isIn).map(({ hours }) => hours)),
      sales: sumOf(
        [...referrals.flatMap(({ sales }) => sales), ...direct].filter(isIn).map(({ minor }) => minor),
      ),
    }));
    const mean = sumOf(totals.map(({ sales }) => sales)) / sumOf(totals.map(({ hours }) => hours));
    for (const [g, { hours, sales }] of totals.entries()) {
      if (hours > 0 && sales / hours < mean) drops[g]?.push(end);
    }
  }
  return drops;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
