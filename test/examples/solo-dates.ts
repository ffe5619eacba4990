import { type Chance, chanceOf, daysBetween, isWorkday, later, weekdayOf } from './solo-chance.ts';
import { type Profile, season } from './solo-knobs.ts';
import { meetingOf, unsaid } from './solo-meeting.ts';
import type { Entry } from './solo-text.ts';
import { titles, usual } from './solo-words.ts';

/** The dates of a group, each with its title, time, people and what else there is to say. */
export function activitiesOf(profile: Profile, seed: number): Entry[] {
  const chance = chanceOf(seed);
  const { key, from, to } = profile;
  const dates: string[] = [];
  for (const year of ['2024', '2025', '2026']) {
    const days = daysOf(from, to).filter((day) => day.startsWith(year) && fits(profile, day));
    const months = new Set(days.map((day) => day.slice(0, 7))).size;
    dates.push(...spread(days, Math.round((profile.activities * months) / 12), chance));
  }
  const pool = titles[key] ?? [];
  const yearly = pool.filter((title) => isDated(title));
  const once = pool.filter((title) => !isDated(title));
  const held = new Set<string>();
  const named = dates.map((date, i) => {
    const special = yearly.find(
      (title) => title.startsWith(date.slice(5, 7)) && !held.has(date.slice(0, 4) + title),
    );
    if (special !== undefined) {
      held.add(date.slice(0, 4) + special);
      const [when = '', title = ''] = special.split(/ (.*)/);
      return { date: when.length === 5 ? `${date.slice(0, 4)}-${when}` : date, title };
    }
    const single = chance.maybe(once.length / (1.1 * (dates.length - i))) ? once.shift() : undefined;
    return { date, title: single ?? chance.shuffled(usual[key] ?? [])[0] ?? key };
  });
  const left = unsaid(key, chance);
  return named
    .map(({ date, title }) => meetingOf(profile, date, title, left, chance))
    .filter((entry) => entry.date <= to)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** So many of some days, at a steady pace that follows the season. */
function spread(days: readonly string[], count: number, chance: Chance): string[] {
  const weights = days.map((day) => season[Number(day.slice(5, 7)) - 1] ?? 1);
  const step = weights.reduce((sum, weight) => sum + weight, 0) / count;
  let next = step * chance.next();
  let sum = 0;
  return days.filter((_, i) => {
    sum += weights[i] ?? 0;
    if (sum < next) return false;
    next = step * (Math.floor(next / step) + 1 + 0.15 + 0.7 * chance.next());
    return true;
  });
}

/** Whether a month, or a day, stands before a title. */
function isDated(title: string): boolean {
  return /^\d\d(-\d\d)? \p{Lu}/u.test(title);
}

/** The working days of a time. */
export function daysOf(from: string, to: string): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => later(from, i)).filter(isWorkday);
}

function fits({ weekday, week }: Profile, day: string): boolean {
  const nth = Math.ceil(Number(day.slice(8)) / 7);
  return (weekday === undefined || weekdayOf(day) === weekday) && (week === undefined || nth === week);
}
