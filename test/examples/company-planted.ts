import { type Entry, table } from './solo-text.ts';

/** An entry with the member whose folder or row it is written in. */
export interface Owned extends Entry {
  readonly member: string | undefined;
}

/**
 * What is written by hand: the things to be found, each beside a near miss. Times in hours and minutes; `member` says
 * whose it is.
 */
export const planted: readonly Owned[] = [
  // Overlaps: the same event in other letters, three at one reception, one more than was planned.
  ...activities(`
date | member | group | title | kind | event | travel | cost
2026-03-12 | hugo | meetup | Soirée démo de printemps | talk | 3h || 20
2026-03-12 | nora | meetup | SOIREE DEMO DE  PRINTEMPS | talk | 3h | 1h | 25
2026-06-18 | anne | cci | Summer reception | reception | 3h || 40
2026-06-18 | paul | cci | Summer reception | reception | 3h || 40
2026-06-18 | marc | cci | Summer reception | reception | 2h30m || 40
2026-09-10 | anne | export | Day of the trade fair | fair | 6h || 80
2026-09-10 | nora | export | Day of the trade fair | fair | 6h | 2h | 80
2026-09-10 | lea | export | Day of the trade fair | fair | 6h || 80
`),
  // No overlaps: planned, another title, another group, another day, excused, one member twice.
  ...activities(`
date | member | group | title | kind | event | travel | cost | attendance
2026-06-02 | anne | export | Fair of Hanover | fair | 8h || 120
2026-06-02 | nora | export | Fair of Hanover | FAIR | 8h || 120
2026-04-16 | lea | cci | Lunch of the members | lunch | 2h
2026-04-16 | paul | cci | Tax workshop | workshop | 2h
2026-02-05 | anne | cci | New Year drinks | reception | 2h
2026-02-05 | sofia | alumni | New Year drinks | reception | 2h
2026-05-05 | hugo | meetup | Two days of sensors | workshop | 4h
2026-05-06 | paul | meetup | Two days of sensors | workshop | 4h
2026-03-19 | nora | bni | Day of visitors | breakfast | 3h
2026-03-19 | tom | bni | Day of visitors | breakfast |||| excused
2026-09-15 | nora | bni | Chapter day | meeting | 3h
2026-09-15 | nora | bni | Chapter day | meeting | 2h
`),
  // Breaches: who may not attend, who may not post, a sort not allowed, hours over budget; and who stays within.
  ...activities(`
date | member | group | title | kind | event | travel | cost | attendance
2026-07-07 | tom | cci | Round table of buyers | meeting | 2h
2026-04-21 | tom | cci | Visit of the port | meeting |||| excused
2026-05-12 | hugo | linkedin | What I think of our rivals | post | 30m
2026-05-13 | paul | linkedin | On a post of ours | comment | 15m
2026-05-20 | anne | cci | Evening at the opera | gala | 3h
2026-06-13 | hugo | meetup | Hackathon, day one | workshop | 15h
2026-06-14 | hugo | meetup | Hackathon, day two | workshop | 14h
2026-02-11 | lea | buyers | Steel prices | meeting | 3h | 1h
2026-05-19 | lea | buyers | Suppliers' day | meeting | 7h | 1h
2026-06-11 | lea | buyers | Contracts | workshop | 4h
2026-09-16 | lea | buyers | Logistics | meeting | 3h
`),
  // The last time in each group, and of each member.
  ...activities(`
date | member | group | title | kind | event | travel | cost
2026-07-14 | anne | rotary | Tuesday lunch | lunch | 2h || 35
2026-08-03 | marc | hr | Round of cases | meeting | 2h
2026-10-02 | hugo | meetup | Evening of talks | talk | 2h
2026-10-22 | nora | bni | Weekly breakfast | breakfast | 2h
`),
  ...owned(
    'approach',
    `
date | member | contact | channel
2026-04-01 | anne | Ateliers Roux | mail
2026-05-01 | yves | Ateliers Roux | phone
2026-02-10 | paul | ÉTABLISSEMENTS ROY | visit
2026-02-12 | nora | Établissements Roy | linkedin
2026-06-01 | paul | Delta Pumps | mail
2026-06-21 | paul | Delta Pumps | mail
2026-07-31 | paul | Delta Pumps | phone
2026-08-29 | paul | Delta Pumps | mail
2026-01-15 | paul | Delta Pumps | mail
2026-09-01 | tom | Nexo | mail
2026-09-08 | anne | Nexo | phone
2026-09-15 | yves | Nexo | linkedin
2026-09-22 | anne | Nexo | phone
2026-04-01 | anne | Maison Blin | mail
2026-05-02 | remi | Maison Blin | phone
2026-03-02 | nora | Orme Conseil | mail
2026-04-01 | nora | Orme Conseil | phone
2026-05-30 | nora | Orme Conseil | mail
2026-01-05 | paul | Vert et Compagnie | mail
2026-02-04 | paul | Vert et Compagnie | mail
2026-03-06 | paul | Vert et Compagnie | phone
2026-04-05 | paul | Vert et Compagnie | mail
2026-07-01 | clara | Roc Import | mail
2026-07-01 | tom | Roc Export | mail
2025-05-06 | paul | Vieux Moulin | mail
2025-05-20 | nora | Vieux Moulin | phone
`,
  ),
  ...owned(
    'outcome',
    `
date | member | group | kind | title | value
2025-03-11 | anne | rotary | press | Portrait in the regional paper
2025-09-18 | ines | linkedin | press | Interview on dry pumps
2026-02-10 | anne | rotary | advice | A banker on leasing
2026-04-14 | marc | meetup | hire | Test engineer, hired
2026-03-17 | marc | hr | skill | How to read a CV in ten minutes
2026-02-11 | lea | buyers | supplier | Foundry near Vienne | 8000
2026-06-11 | lea | buyers | supplier | Carrier for the south | 3500
2026-05-06 | paul | meetup | market-intel | Who builds what for hydrogen
2026-09-22 | nora | bni | partnership | Offers together with a fitter
2025-10-07 | marc | hr | hire | Payroll clerk, hired
2025-06-12 | lea | buyers | supplier | Seals from Turin | 5200
`,
  ),
  ...owned(
    'cost',
    `
date | member | amount | note
2026-05-11 | yves | 320 | Stand at the harbour days
2026-06-16 | remi | 180 | Leaflets
2026-08-20 | yves | 300 | Stand at the boat show
2026-09-03 | clara | 220 | Job fair, table
`,
  ),
  // Everybody logs something in October, but Hugo since the 2nd, and Léa since the 3rd.
  ...owned(
    'contact',
    `
date | member | contact | company
2026-10-03 | lea | Agathe Lenoir | Fonderie Lenoir
2026-10-20 | anne | Bruno Salvi | Salvi
2026-10-20 | paul | Chloé Marchal | Marchal Eaux
2026-10-21 | ines | Dina Rossi | Gazette des usines
2026-10-21 | marc | Emil Novak | Novak Search
2026-10-21 | sofia | Farid Amrani | Studio Amrani
2026-10-22 | tom | Gilles Perrin | Perrin Acier
2026-10-23 | yves | Hanna Berg | Berg Shipping
2026-10-23 | clara | Ivan Moreau | Lycée Eiffel
2026-10-26 | remi | Jeanne Caron | Caron Marine
`,
  ),
];

function activities(text: string): Owned[] {
  return owned('activity', text).map(({ fields, ...entry }) => {
    const { event, travel, ...others } = fields;
    const time = {
      ...(event ? { event: String(event) } : {}),
      ...(travel ? { travel: String(travel) } : {}),
    };
    return { ...entry, fields: { ...others, ...(event || travel ? { time } : {}) } };
  });
}

function owned(type: string, text: string): Owned[] {
  return table(type, text).map((entry) => {
    const { member, ...fields } = entry.fields;
    return { ...entry, member: String(member), fields };
  });
}

/** What the command must find on the last day, this year so far, and nothing else. It never reads this. */
export const answers = `# What is planted in this journal, to be found by: netroi team --as-of 2026-10-31
# The name starts with _ : netroi never reads it, a test does. Hours and money are those of the ones too many.

overlaps:
  - { date: 2026-03-12, group: meetup, members: [hugo, nora], hours: 3, cost: 20 } # the title in other letters
  - { date: 2026-06-18, group: cci, members: [anne, marc, paul], hours: 5.5, cost: 80 }
  - { date: 2026-09-10, group: export, members: [anne, lea, nora], hours: 6, cost: 80 } # the plan names two

approaches:
  - { contact: ÉTABLISSEMENTS ROY, reason: [members], dates: [2026-02-10, 2026-02-12] } # the name in other letters
  - { contact: Ateliers Roux, reason: [members], dates: [2026-04-01, 2026-05-01] } # 30 days apart
  - { contact: Delta Pumps, reason: [number], dates: [2026-06-01, 2026-06-21, 2026-07-31, 2026-08-29] } # 4 in 90 days
  - { contact: Nexo, reason: [members, number], dates: [2026-09-01, 2026-09-08, 2026-09-15, 2026-09-22] }

breaches:
  - { reason: post, group: linkedin, member: hugo, date: 2026-05-12 }
  - { reason: kinds, group: cci, member: anne, date: 2026-05-20 }
  - { reason: hours, group: meetup, quarter: 2026-Q2 }
  - { reason: attend, group: cci, member: tom, date: 2026-07-07 }
  - { reason: money, site: nantes, member: clara, date: 2026-09-03, quarter: 2026-Q3 }
  - { reason: owner, group: rotary }
  - { reason: owner-attend, group: export, member: paul }

memberships:
  - { group: bni, reason: [renewal] } # in 60 days
  - { group: cci, reason: [notice] } # its last day in 60 days
  - { group: rotary, reason: [idle] }

gaps:
  - { reason: goal, what: press, groups: [linkedin, rotary] }
  - { reason: site, site: nantes }

levels: { high: [nora], low: [yves, clara, remi] }
silent: [hugo] # 29 days
profiles: [tom, remi]

near-misses: # none of these is to be found
  - { what: Fair of Hanover, why: planned with all who went }
  - { what: Tax workshop, why: "same date and group, another title" }
  - { what: New Year drinks, why: "same date and title, another group" }
  - { what: Two days of sensors, why: a day apart }
  - { what: Day of visitors, why: one of the two was excused }
  - { what: Chapter day, why: one member twice }
  - { what: Maison Blin, why: "two members, 31 days apart" }
  - { what: Orme Conseil, why: exactly 3 approaches in 90 days }
  - { what: Vert et Compagnie, why: "4 approaches, in 91 days" }
  - { what: Roc Export, why: another prospect than Roc Import }
  - { what: Vieux Moulin, why: "two members, but last year" }
  - { what: Visit of the port, why: "excused, where not allowed to attend" }
  - { what: On a post of ours, why: a comment is no post }
  - { what: FAIR, why: a sort that is allowed in small letters }
  - { what: Suppliers' day, why: the quarter's 12 hours to the minute }
  - { what: Leaflets, why: the quarter's 500 EUR to the cent }
  - { what: Export Club, why: renews in 61 days }
  - { what: Buyers' Club, why: the last day for notice is in 61 days }
  - { what: HR Circle, why: somebody was there 89 days ago }
  - { what: Alumni, why: "nobody goes, but nothing is paid" }
  - { what: partnership, why: a goal of others that BNI serves }
  - { what: Agathe Lenoir, why: the last entry of lea is exactly 28 days old }
`;
