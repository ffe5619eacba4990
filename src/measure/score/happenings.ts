import type { Day } from '../../model/day.ts';
import type { Activity } from '../../model/ledger.ts';
import type { Entry } from '../../model/schema.ts';
import type { Criterion, ScoreMetricId } from '../../model/scheme.ts';
import { foldKind, type KindOf, kindTest } from './kinds.ts';

/** Something that a criterion counts: on a day, in whole numbers, money in minor units of the reporting currency. */
export interface Happening {
  readonly day: Day;
  readonly amount: number;
}

/** What each metric of a scheme counts. */
const counters: Readonly<
  Record<ScoreMetricId, (kinds: readonly string[] | undefined) => (entry: Entry) => Happening | undefined>
> = {
  absences: activitiesOf('meeting', ({ attendance }) => attendance === 'absent'),
  'absences-all': activitiesOf(
    'meeting',
    ({ attendance }) => attendance === 'absent' || attendance === 'excused',
  ),
  late: activitiesOf('meeting', ({ attendance }) => attendance === 'late'),
  meetings: activitiesOf('meeting', isAttended),
  activities: (kinds) => {
    const words = kinds && new Set(kinds.map(foldKind));
    return (entry) =>
      entry.type === 'activity' && isAttended(entry) && (!words || words.has(foldKind(entry.kind ?? '')))
        ? { day: entry.date, amount: 1 }
        : undefined;
  },
  'one-to-ones': activitiesOf('one-to-one', isAttended),
  training: activitiesOf('training', isAttended),
  referrals: () => (entry) => referralOf(entry, 'given'),
  received: () => (entry) => referralOf(entry, 'received'),
  visitors: () => (entry) =>
    entry.type === 'activity' && isAttended(entry)
      ? { day: entry.date, amount: entry.guests ?? 0 }
      : undefined,
  testimonials: () => (entry) =>
    entry.type === 'activity' && isAttended(entry)
      ? { day: entry.date, amount: entry.testimonials ?? 0 }
      : undefined,
  business: () => (entry) =>
    entry.type === 'referral' && entry.direction === 'given' && entry.won !== undefined
      ? { day: entry.won, amount: Math.max(0, entry.value ?? 0) }
      : undefined,
};

/** What a criterion counts among some entries, whenever it was. */
export function happeningsOf({ metric, kinds }: Criterion, entries: readonly Entry[]): Happening[] {
  const count = counters[metric](kinds);
  return entries.flatMap((entry) => {
    const happening = count(entry);
    return happening && happening.amount > 0 ? [happening] : [];
  });
}

/** The sum of what happened from one day to another, both included. */
export function sumBetween(happenings: readonly Happening[], { from, to }: { from: Day; to: Day }): number {
  return happenings.reduce((sum, { day, amount }) => (day >= from && day <= to ? sum + amount : sum), 0);
}

function isAttended({ attendance }: Activity): boolean {
  return attendance !== 'absent' && attendance !== 'excused';
}

function activitiesOf(kind: KindOf, is: (activity: Activity) => boolean) {
  return (kinds: readonly string[] | undefined) => {
    const isOfKind = kindTest(kind, kinds);
    return (entry: Entry): Happening | undefined =>
      entry.type === 'activity' && isOfKind(entry) && is(entry) ? { day: entry.date, amount: 1 } : undefined;
  };
}

function referralOf(entry: Entry, direction: 'given' | 'received'): Happening | undefined {
  return entry.type === 'referral' && entry.direction === direction
    ? { day: entry.date, amount: 1 }
    : undefined;
}
