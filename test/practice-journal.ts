import { formatDay, parseDay } from '../src/model/day.ts';

const dayAfter = (day: string, days: number) => formatDay(Number(parseDay(day)) + days);
const people = ['Ann Lee', 'Bo Diaz', 'Cy Roux', 'Di Kent', 'Ed Moss', 'Flo Petit', 'Gus Hart', 'Hal Noir'];

/**
 * Two and a half years of one networker, up to the middle of 2026: a breakfast every Thursday, of which the last of May
 * is not logged, a club on the first Tuesday of the month, a talk on every second Monday; ratings that rise in eye
 * contact and stay high in thanking, for which the journal knows better. Made by rules alone, the same every time.
 */
export function practiceJournal(): string {
  const entries: string[] = [];
  const add = (fields: string) => entries.push(`- { ${fields} }`);
  for (
    let week = 0, day = '2024-01-04';
    day <= '2026-06-18';
    week++, day = dayAfter('2024-01-04', 7 * week)
  ) {
    const eyes = Math.min(5, 2 + Math.floor(week / 40) + (week % 3 === 0 ? 1 : 0));
    const ratings =
      week % 2 === 0 ? `, practice: { thanking: ${week % 4 === 0 ? 5 : 4}, Eye-Contact: ${eyes} }` : '';
    const met = week % 5 === 0 ? '7' : `[${people[week % 8]}, Guest ${week}]`;
    if (day !== '2026-05-28')
      add(`type: activity, date: ${day}, group: bni, kind: breakfast, time: 1h45, met: ${met}${ratings}`);
    if (week % 2 === 1)
      add(
        `type: activity, date: ${dayAfter(day, -3)}, group: bni, kind: one-to-one, time: 1h, met: [${people[week % 8]}], practice: { helping: ${2 + (week % 3)}, small talk: 3 }`,
      );
    const isFirst = Number(dayAfter(day, 5).slice(8)) <= 7;
    if (isFirst)
      add(
        `type: activity, date: ${dayAfter(day, 5)}, group: club, title: Evening, time: 3h, met: [New ${week}]`,
      );
    if (week % 6 === 0) {
      const from = people[(week / 6) % 8];
      add(
        `type: referral, date: ${day}, group: bni, direction: received, contact: Firm ${week}, from: ${from}, contacted: ${dayAfter(day, week % 4)}`,
      );
      add(`type: sale, date: ${dayAfter(day, 30)}, referral: Firm ${week}, amount: 900`);
    }
    if (week % 9 === 0)
      add(
        `type: referral, date: ${day}, group: bni, direction: given, contact: Client ${week}, to: ${people[week % 8]}`,
      );
    if (week % 8 === 0)
      add(
        `type: promise, date: ${day}, group: bni, what: Send it, due: ${dayAfter(day, 7)}, done: ${dayAfter(day, week % 16 === 0 ? 6 : 9)}`,
      );
  }
  return `groups:\n  bni: { name: BNI Lyon }\n  club: { name: The Club }\nentries:\n${entries
    .filter((entry) => (/date: (\S+),/.exec(entry)?.[1] ?? '') <= '2026-06-18')
    .join('\n')}\n`;
}
