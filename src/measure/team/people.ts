import type { Day } from '../../model/day.ts';
import type { Ledger } from '../../model/ledger.ts';
import { foldName } from '../../model/names.ts';
import { none } from '../dimensions.ts';
import { matrixOf } from './matrix.ts';
import { isMemberIn, type TeamScope } from './scope.ts';

/** How often the median, or which part of it, is very uneven. */
export const unevenBy = 3;
/** With fewer members than this there is no median to speak of. */
const leastMembers = 3;

export interface Level {
  readonly member: string;
  readonly minutes: number;
  readonly activities: number;
  /** Very uneven: under a third of the median hours, or over three times as many. */
  readonly uneven: 'low' | 'high' | undefined;
}

export interface Levels {
  /** The members asked about, in declared order. */
  readonly levels: readonly Level[];
  /** The median minutes of all members, idle ones too; undefined with fewer than three. */
  readonly median: number | undefined;
}

/** What each member did in the period in the groups asked about, against the median of the whole company. */
export function levelsOf(ledger: Ledger, scope: TeamScope): Levels {
  const all = matrixOf(ledger, { ...scope, members: undefined }).rows.filter(({ member }) => member !== none);
  const median = all.length < leastMembers ? undefined : medianOf(all.map(({ total }) => total.minutes));
  const unevenOf = (minutes: number): Level['uneven'] => {
    if (median === undefined || median === 0) return undefined;
    if (minutes * unevenBy < median) return 'low';
    return minutes > median * unevenBy ? 'high' : undefined;
  };
  const levels = all.map(
    ({ member, total }): Level => ({ member, ...total, uneven: unevenOf(total.minutes) }),
  );
  return { levels: levels.filter(({ member }) => isMemberIn(member, scope)), median };
}

/** A member with nothing logged for longer than `silent-after` days. */
export interface Silence {
  readonly member: string;
  /** The day of the last entry; undefined where there is none. */
  readonly last: Day | undefined;
}

/**
 * The declared members who logged nothing of any type for more than `silent-after` days, up to the ledger’s day. Of a group
 * or a tag it is not asked: who is silent there may be busy elsewhere.
 */
export function silencesIn({ settings, entries, asOf }: Ledger, scope: TeamScope): Silence[] {
  if (scope.groups || scope.isTagged) return [];
  const last = new Map<string, Day>();
  for (const { member, date } of entries) {
    if (member !== undefined) last.set(member, Math.max(last.get(member) ?? date, date));
  }
  return [...settings.members.keys()]
    .filter((member) => isMemberIn(member, scope))
    .map((member) => ({ member, last: last.get(member) }))
    .filter(({ last: day }) => day === undefined || asOf - day > settings.team['silent-after']);
}

/** What a profile says that is still to be done, as names are compared. */
const unfinishedWords: ReadonlySet<string> = new Set([
  ...['', 'unfinished', 'incomplete', 'todo', 'none'],
  ...['inacheve', 'incomplet', 'a faire', 'aucun'],
]);

/** The declared members whose profile is left out, or says that it is unfinished; of a group or a tag none. */
export function unfinishedProfiles({ settings }: Ledger, scope: TeamScope): string[] {
  if (scope.groups || scope.isTagged) return [];
  return [...settings.members.values()]
    .filter(({ key }) => isMemberIn(key, scope))
    .filter(({ profile = '' }) => unfinishedWords.has(foldName(profile)))
    .map(({ key }) => key);
}

/** The middle of the values; of two in the middle, their mean. `values` must not be empty. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
