import { activitiesOf } from './solo-dates.ts';
import { facts } from './solo-facts.ts';
import { end, type Profile, profiles, seed } from './solo-knobs.ts';
import { directSalesOf, givenOf, receivedOf } from './solo-referrals.ts';
import { asides, heads, settings } from './solo-settings.ts';
import { type Entry, writeYear } from './solo-text.ts';
import { visits } from './solo-visits.ts';

/** The example journal: file name → text. Nothing in it depends on clock, locale or machine. */
export function soloFiles(): Record<string, string> {
  const entries = [...profiles.flatMap(entriesOf), ...facts, ...visits(seed, end)].sort(inOrder);
  const files: Record<string, string> = { 'netroi.yaml': settings };
  for (const [year, head] of Object.entries(heads)) {
    const inYear = (date: string): boolean => date.startsWith(year);
    files[`${year}.yaml`] = writeYear(
      head,
      entries.filter((entry) => inYear(entry.date)),
      asides.filter(([date]) => inYear(date)),
    );
  }
  return files;
}

function entriesOf(profile: Profile, index: number): Entry[] {
  const seedOf = (part: number): number => seed + 100 * index + part;
  const activities = activitiesOf(profile, seedOf(1));
  return [
    ...receivedOf(profile, activities, seedOf(2)),
    ...givenOf(profile, activities, seedOf(3)),
    ...directSalesOf(profile, seedOf(4)),
    ...activities,
  ];
}

const ranks = 'cost contact activity answer promise approach referral outcome sale visits'.split(' ');

function inOrder(a: Entry, b: Entry): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return ranks.indexOf(a.type) - ranks.indexOf(b.type);
}
