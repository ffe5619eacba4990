import type { Ledger } from '../../model/ledger.ts';
import type { Phrase } from '../../model/text.ts';
import { signals } from '../signals/signals.ts';
import { meanReturn, quantileOf } from '../signals/value.ts';
import type { Budget } from './budgets.ts';
import { isGroupIn, type TeamScope } from './scope.ts';

/** An estimate of what hours would bring elsewhere; money in minor units. */
export interface Move {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Hours: a year’s, those beyond a budget, or ten as an example. */
  readonly hours: number;
  readonly basis: 'year' | 'beyond' | 'example';
  /** What they bring where they are, and what they would bring, with its 80 % range. */
  readonly now: number;
  readonly moved: number;
  readonly low: number;
  readonly high: number;
}

/** Hours of which an estimate is told where no budget was overspent. */
const exampleHours = 10;

/**
 * The reallocation that the figures suggest, from the model of `signals` on the ledger’s day: of the hours beyond a
 * group’s budget, else of a year’s hours in the groups that it would drop to those it would keep, else of ten hours. The
 * first and the last go from the group whose hour returns the least to the one whose hour returns the most, where the
 * 80 % ranges of the two do not meet; with less evidence, undefined.
 * @param money says amounts in the sentences of `signals`.
 */
export function moveOf(
  ledger: Ledger,
  budgets: readonly Budget[],
  scope: TeamScope,
  money: (minor: number) => Phrase,
): Move | undefined {
  const { groups, reallocation } = signals(ledger, undefined, money);
  const judged = groups.flatMap(({ key, now: { verdict, group } }) => {
    const { hour, hours, record } = group;
    // Where nothing is spent, or nobody will go, there is nothing to move from or to.
    if (!hour || verdict === 'too-early' || hours === 0 || record.facts.left !== undefined) return [];
    const returns = { mean: meanReturn(hour), low: quantileOf(0.1, hour), high: quantileOf(0.9, hour) };
    return [{ key, beyond: hoursBeyond(key, budgets), ...returns }];
  });
  const [best] = [...judged].sort((a, b) => b.mean - a.mean);
  const [worst] = judged
    .filter(({ key, high }) => isGroupIn(key, scope) && best !== undefined && high < best.low)
    .sort((a, b) => Number(b.beyond > 0) - Number(a.beyond > 0) || a.mean - b.mean);
  if (reallocation?.from.some((key) => isGroupIn(key, scope)) && !worst?.beyond)
    return { ...reallocation, basis: 'year' };
  if (!best || !worst) return undefined;
  const hours = worst.beyond > 0 ? worst.beyond : exampleHours;
  return {
    from: [worst.key],
    to: [best.key],
    hours,
    basis: worst.beyond > 0 ? 'beyond' : 'example',
    now: hours * worst.mean,
    moved: hours * best.mean,
    low: hours * best.low,
    high: hours * best.high,
  };
}

/** Hours spent in a group beyond its budget, over the quarters of the period. */
function hoursBeyond(group: string, budgets: readonly Budget[]): number {
  const own = budgets.find(({ rule }) => rule.group === group && rule.site === undefined);
  const limit = own?.minutes;
  if (!own || limit === undefined) return 0;
  return own.quarters.reduce((sum, { minutes }) => sum + Math.max(0, minutes - limit), 0) / 60;
}
