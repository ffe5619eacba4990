import { none } from '../measure/dimensions.ts';
import { indexOf } from '../measure/metrics.ts';
import type { Tally } from '../measure/tally.ts';
import { changedVerdicts, type SummaryFacts } from './summary-facts.ts';

/** More groups than these are not read in a minute, and Gmail cuts a mail of 102 kB. */
const mostGroups = 10;

/**
 * Of many groups those to list: the ones whose verdict changed, then the ones with the most hours in the month, then in
 * the twelve. What belongs to no group is no group, and is kept.
 */
export function shownKeys(keys: readonly string[], facts: SummaryFacts): ReadonlySet<string> {
  const changed = new Set(changedVerdicts(facts).map(({ key }) => key));
  const { month, rolling } = facts.spans;
  const [hours, year] = [hoursOf(month.tally), hoursOf(rolling.tally)];
  const rankOf = (key: string) => [changed.has(key) ? 1 : 0, hours.get(key) ?? 0, year.get(key) ?? 0];
  const ranked = keys.filter((key) => key !== none).map((key) => ({ key, rank: rankOf(key) }));
  ranked.sort((a, b) => a.rank.reduce((order, each, i) => order || (b.rank[i] ?? 0) - each, 0));
  return new Set([none, ...ranked.slice(0, mostGroups).map(({ key }) => key)]);
}

function hoursOf(tally: Tally | undefined): ReadonlyMap<string, number> {
  return new Map((tally?.rows ?? []).map(({ key, sums }) => [key, sums[indexOf('hours')] ?? 0]));
}
