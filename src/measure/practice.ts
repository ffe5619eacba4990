import { endOf } from '../model/calendar.ts';
import type { Day } from '../model/day.ts';
import type { Activity, Ledger } from '../model/ledger.ts';
import { foldName } from '../model/names.ts';
import { type Period, partsOf } from '../model/period.ts';
import { none } from './dimensions.ts';
import { type FollowUpSelection, isIn } from './followups.ts';
import { type Trend, trendOf } from './trend-test.ts';

/** Ratings from 1 to 5 as a whole; no mean, lowest or highest of none. */
export interface Marks {
  readonly count: number;
  readonly mean: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
}

/** One skill: how it was rated in the period, by kind of activity, and quarter by quarter up to its end. */
export interface SkillFacts {
  /** As the settings spell it, or the first entry that names it. */
  readonly key: string;
  /** Whether it is among the skills of the settings. */
  readonly isListed: boolean;
  readonly marks: Marks;
  /** In the order of the facts' kinds. */
  readonly byKind: readonly Marks[];
  /** In the order of the facts' quarters. */
  readonly byQuarter: readonly Marks[];
  /** Of the means of its whole quarters. */
  readonly trend: Trend;
}

/** All that the activities' ratings say. */
export interface PracticeFacts {
  /** The listed ones in their order, then others in the order of the journal. */
  readonly skills: readonly SkillFacts[];
  /** Kinds of activity rated in the period, most ratings first; `(none)` among them. */
  readonly kinds: readonly string[];
  /** From the first rating of all to the end of the period, the last cut to it. */
  readonly quarters: readonly Required<Period>[];
  /** Ratings of all skills in the period. */
  readonly count: number;
  /** Activities in the period, and those of them that are rated. */
  readonly activities: number;
  readonly rated: number;
}

interface Rating {
  readonly skill: string;
  readonly kind: string;
  readonly day: Day;
  readonly value: number;
}

/** A skill as it is compared: as names are, whatever joins its words. */
export function foldSkill(skill: string): string {
  return foldName(skill.replace(/[-_\s]+/g, ' '));
}

/** The ratings of the selected activities: in the period, and up to its end quarter by quarter. */
export function practiceFacts(ledger: Ledger, period: Period, selection: FollowUpSelection): PracticeFacts {
  const { calendar } = ledger.settings;
  const end = Math.min(period.to, ledger.asOf);
  const activities = ledger.entries.filter(
    (entry): entry is Activity =>
      entry.type === 'activity' && entry.date <= end && isIn(entry, ledger, selection),
  );
  const isNow = ({ date }: { readonly date: Day }) => date >= period.from;
  const ratings = activities.flatMap(ratingsOf);
  const now = ratings.filter(({ day }) => isNow({ date: day }));
  const first = ratings.reduce((least, { day }) => Math.min(least, day), end + 1);
  const quarters = first > end ? [] : partsOf({ from: first, to: end }, 'quarter', calendar);
  const kinds = kindsIn(now, activities);
  const skills = skillsIn(ledger, activities).map(({ key, isListed }): SkillFacts => {
    const skill = foldSkill(key);
    const all = ratings.filter((rating) => rating.skill === skill);
    const own = all.filter(({ day }) => day >= period.from);
    const byQuarter = quarters.map(({ from, to }) =>
      marksOf(all.filter(({ day }) => day >= from && day <= to)),
    );
    const isWhole = (_: unknown, i: number) => {
      const quarter = quarters[i];
      return quarter !== undefined && endOf('quarter', quarter.from, calendar) <= end;
    };
    return {
      ...{ key, isListed, byQuarter },
      marks: marksOf(own),
      byKind: kinds.map((kind) => marksOf(own.filter((rating) => rating.kind === foldName(kind)))),
      trend: trendOf(byQuarter.filter(isWhole).map(({ mean }) => mean)),
    };
  });
  return {
    ...{ skills, kinds, quarters },
    count: now.length,
    activities: activities.filter(isNow).length,
    rated: activities.filter((entry) => isNow(entry) && ratingsOf(entry).length > 0).length,
  };
}

/** The kinds that are rated, most ratings first, each as it was spelled last. */
function kindsIn(ratings: readonly Rating[], activities: readonly Activity[]): string[] {
  const spelled = new Map(
    activities.flatMap(({ kind }) => (kind === undefined ? [] : [[foldName(kind), kind] as const])),
  );
  const counts = new Map<string, number>();
  for (const { kind } of ratings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([kind]) => spelled.get(kind) ?? kind);
}

function ratingsOf({ practice, kind, date }: Activity): Rating[] {
  return Object.entries(practice ?? {}).map(([skill, value]) => ({
    skill: foldSkill(skill),
    kind: kind === undefined ? none : foldName(kind),
    day: date,
    value,
  }));
}

/** The skills of the settings, then those found in entries; each once, by its first spelling. */
function skillsIn(
  { settings }: Ledger,
  activities: readonly Activity[],
): { key: string; isListed: boolean }[] {
  const skills = new Map<string, { key: string; isListed: boolean }>();
  const add = (key: string, isListed: boolean) => {
    const folded = foldSkill(key);
    if (!skills.has(folded)) skills.set(folded, { key, isListed });
  };
  for (const key of settings.practiceSkills) add(key, true);
  for (const { practice } of activities) for (const key of Object.keys(practice ?? {})) add(key, false);
  return [...skills.values()];
}

function marksOf(ratings: readonly Rating[]): Marks {
  const values = ratings.map(({ value }) => value);
  const count = values.length;
  if (count === 0) return { count, mean: null, lowest: null, highest: null };
  const least = (a: number, b: number) => Math.min(a, b);
  const most = (a: number, b: number) => Math.max(a, b);
  return {
    count,
    mean: values.reduce((sum, value) => sum + value, 0) / count,
    lowest: values.reduce(least),
    highest: values.reduce(most),
  };
}
