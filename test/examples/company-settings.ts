/** The last day of the example: what is planted is planted as seen on it. */
export const lastDay = '2026-10-31';

export const settings = `# Pompes Vasseur, industrial pumps: 3 sites, 12 members who network.
# Paris and Lyon keep a folder a member, Nantes one table for three.

currency: EUR
hourly-rate: 70
member-from: folder
signals: { typical-sale: 6000, margin: 0.6 }

groups:
  bni: { name: BNI, kind: referral-group, joined: 2023-01-05, goals: [clients], renews: 2026-12-30, seat: nora, payer: lyon }
  cci: { name: Chamber, kind: chamber, joined: 2022-03-01, goals: [clients, partnership], renews: 2027-02-28, notice: 60d, seat: anne, payer: paris }
  meetup: { name: Tech Meetup, kind: meetup, joined: 2023-09-01, goals: [hire, market-intel], seat: hugo }
  linkedin: { name: LinkedIn, kind: social, joined: 2020-01-01, goals: [clients, press], web: [linkedin, lnkd.in] }
  rotary: { name: Rotary, kind: club, joined: 2021-07-01, goals: [press, advice], renews: 2027-06-30, notice: 90d, seat: anne, payer: paris }
  hr: { name: HR Circle, kind: club, joined: 2023-04-01, goals: [hire, skill], renews: 2027-04-01, notice: 30d, seat: marc, payer: hr }
  buyers: { name: Buyers' Club, kind: club, joined: 2022-03-02, goals: [supplier], renews: 2027-03-01, notice: 60d, seat: lea, payer: purchasing }
  export: { name: Export Club, kind: club, joined: 2024-01-01, goals: [clients, partnership], renews: 2026-12-31, seat: paul, payer: paris }
  alumni: { name: Alumni, kind: club, joined: 2019-10-01, goals: [hire] }

members:
  anne: { name: Anne Vasseur, site: paris, team: direction, department: sales, profile: linkedin.com/in/anne-vasseur }
  paul: { name: Paul Petit, site: paris, team: field, department: sales, profile: linkedin.com/in/paul-petit }
  ines: { name: Inès Diallo, site: paris, team: web, department: marketing, profile: linkedin.com/in/ines-diallo }
  marc: { name: Marc Weiss, site: paris, team: people, department: hr, profile: linkedin.com/in/marc-weiss }
  lea: { name: Léa Brun, site: paris, team: supply, department: purchasing, profile: linkedin.com/in/lea-brun }
  nora: { name: Nora Haddad, site: lyon, team: field, department: sales, profile: linkedin.com/in/nora-haddad }
  hugo: { name: Hugo Morel, site: lyon, team: design, department: engineering, profile: linkedin.com/in/hugo-morel }
  sofia: { name: Sofia Costa, site: lyon, team: web, department: marketing, profile: linkedin.com/in/sofia-costa }
  tom: { name: Tom Keller, site: lyon, team: supply, department: purchasing, profile: unfinished }
  yves: { name: Yves Le Goff, site: nantes, team: field, department: sales, profile: linkedin.com/in/yves-le-goff }
  clara: { name: Clara Roy, site: nantes, team: people, department: hr, profile: linkedin.com/in/clara-roy }
  remi: { name: Rémi Faure, site: nantes, team: field, department: sales }

policy:
  - { kinds: [meeting, breakfast, lunch, talk, workshop, fair, reception, one-to-one] }
  - { group: bni, owner: nora, attend: [nora, tom], hours: 90 }
  - { group: cci, owner: anne, attend: [anne, lea, marc, paul], hours: 75, money: 900 }
  - { group: meetup, owner: hugo, hours: 80 }
  - { group: linkedin, owner: ines, post: [ines, sofia], kinds: [post, comment] }
  - { group: hr, owner: marc }
  - { group: buyers, owner: lea, hours: 12 }
  - { group: export, owner: paul, attend: [anne, lea, nora] }
  - { group: alumni, owner: sofia }
  - { site: nantes, money: 500 }

plan:
  - { date: 2026-06-02, group: export, title: Fair of Hanover, members: [anne, lea, nora] }
  - { date: 2026-09-10, group: export, members: [anne, nora] }

team: { approach-within: 30d, approach-most: 3, approach-per: 90d, silent-after: 28d }
`;

/** A member's habits: group, times a month, minutes there and on the way, cost, until when. */
export interface Habit {
  readonly member: string;
  readonly group: string;
  readonly monthly: number;
  readonly event: number;
  readonly travel: number;
  readonly cost?: number;
  readonly until?: string;
}

export const habits: readonly Habit[] = [
  { member: 'nora', group: 'bni', monthly: 5, event: 150, travel: 60, cost: 15 },
  { member: 'nora', group: 'meetup', monthly: 1, event: 150, travel: 60 },
  { member: 'tom', group: 'bni', monthly: 1, event: 120, travel: 30, cost: 15 },
  { member: 'anne', group: 'cci', monthly: 2, event: 120, travel: 40 },
  { member: 'anne', group: 'export', monthly: 1, event: 120, travel: 30, cost: 20 },
  { member: 'anne', group: 'rotary', monthly: 1, event: 120, travel: 30, cost: 35, until: '2026-07-10' },
  { member: 'paul', group: 'cci', monthly: 1, event: 120, travel: 45 },
  { member: 'paul', group: 'meetup', monthly: 2, event: 180, travel: 60 },
  { member: 'marc', group: 'hr', monthly: 2, event: 120, travel: 30, until: '2026-07-24' },
  { member: 'marc', group: 'cci', monthly: 0.5, event: 90, travel: 30 },
  { member: 'lea', group: 'cci', monthly: 1, event: 120, travel: 30, until: '2026-09-25' },
  { member: 'ines', group: 'linkedin', monthly: 5, event: 60, travel: 0 },
  { member: 'sofia', group: 'linkedin', monthly: 4, event: 60, travel: 0 },
  { member: 'sofia', group: 'alumni', monthly: 0.5, event: 120, travel: 40, until: '2026-05-20' },
  { member: 'hugo', group: 'meetup', monthly: 3, event: 150, travel: 45, until: '2026-09-25' },
  { member: 'yves', group: 'meetup', monthly: 1, event: 120, travel: 90, until: '2025-11-28' },
  { member: 'clara', group: 'alumni', monthly: 0.7, event: 90, travel: 60, until: '2025-11-28' },
  { member: 'remi', group: 'meetup', monthly: 0.5, event: 120, travel: 90, until: '2025-11-28' },
];

/** What is held in a group: titles, each with its kind. */
export const events: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  bni: [
    ['Weekly breakfast', 'breakfast'],
    ['Weekly breakfast', 'breakfast'],
    ['One-to-one', 'one-to-one'],
  ],
  cci: [
    ['Members at noon', 'lunch'],
    ['Industry committee', 'meeting'],
    ['Energy prices', 'talk'],
    ['Water and factories', 'talk'],
  ],
  meetup: [
    ['Evening of talks', 'talk'],
    ['Sensors and pumps', 'talk'],
    ['Open workshop', 'workshop'],
  ],
  linkedin: [
    ['A pump explained', 'post'],
    ['From the test bench', 'post'],
    ['A site visit', 'post'],
  ],
  rotary: [['Tuesday lunch', 'lunch']],
  hr: [
    ['Round of cases', 'meeting'],
    ['Hiring engineers', 'talk'],
  ],
  export: [
    ['Customs clinic', 'workshop'],
    ['Country evening', 'talk'],
  ],
  alumni: [['Alumni drinks', 'reception']],
};

/** Referrals and sales of a group: how many a month, the share won, what a sale brings, who gets them. */
export const business: readonly {
  readonly group: string;
  readonly monthly: number;
  readonly won: number;
  readonly mean: number;
  readonly members: readonly [string, ...string[]];
}[] = [
  { group: 'bni', monthly: 2.6, won: 0.45, mean: 6500, members: ['nora', 'nora', 'tom'] },
  { group: 'cci', monthly: 0.8, won: 0.35, mean: 7000, members: ['anne', 'paul'] },
  { group: 'export', monthly: 0.8, won: 0.45, mean: 12000, members: ['anne'] },
  { group: 'linkedin', monthly: 1, won: 0.25, mean: 5000, members: ['ines', 'sofia'] },
  { group: 'meetup', monthly: 0.25, won: 0.15, mean: 3000, members: ['paul', 'hugo'] },
];
