import { answers, type Owned, planted } from './company-planted.ts';
import { business, events, type Habit, habits, lastDay, settings } from './company-settings.ts';
import { type Chance, chanceOf, daysBetween, later, workday } from './solo-chance.ts';
import { type Value, writeEntry } from './solo-text.ts';

const firstDay = '2024-10-01';
const seed = 7;
const months = 25;

const sites: Readonly<Record<string, readonly string[]>> = {
  paris: ['anne', 'paul', 'ines', 'marc', 'lea'],
  lyon: ['nora', 'hugo', 'sofia', 'tom'],
  nantes: ['yves', 'clara', 'remi'],
};

/** The example journal of a company: file name → text. Nothing in it depends on clock, locale or machine. */
export function companyFiles(): Record<string, string> {
  const entries = [...planted, ...habitsOf(), ...dealsOf(), ...contactsOf(), ...visitsOf()].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
  const of = (member: string) => entries.filter((entry) => entry.member === member);
  const files: Record<string, string> = {
    'netroi.yaml': settings,
    '_planted.yaml': answers,
    'fees.csv': fees,
    'visits.csv': csvOf(entries.filter(({ type }) => type === 'visits')),
    'nantes/journal.csv': csvOf(
      entries.filter(({ member = '' }) => sites['nantes']?.includes(member)),
      true,
    ),
  };
  for (const member of sites['paris'] ?? []) {
    const all = of(member);
    files[`paris/${member}/activities.csv`] = csvOf(all.filter(({ type }) => type === 'activity'));
    files[`paris/${member}/others.csv`] = csvOf(all.filter(({ type }) => type !== 'activity'));
  }
  for (const member of sites['lyon'] ?? []) {
    for (const year of ['2024', '2025', '2026']) {
      const own = of(member).filter(({ date }) => date.startsWith(year));
      files[`lyon/${member}/${year}.yaml`] = own.map(writeEntry).join('');
    }
  }
  return files;
}

/** Days on which a group is taken by somebody: two of random choice never meet. */
function habitsOf(): Owned[] {
  const taken = new Set(planted.map(({ date, fields }) => `${date} ${fields['group']}`));
  return habits.flatMap((habit, i) => {
    const chance = chanceOf(seed + i);
    const until = habit.until ?? later(lastDay, -12);
    const count = Math.round((habit.monthly * daysBetween(firstDay, until)) / 30.4375);
    const step = daysBetween(firstDay, until) / Math.max(1, count);
    return Array.from({ length: count }, (_, n) => {
      let date = workday(later(firstDay, Math.floor(step * (n + 0.8 * chance.next()))));
      while (taken.has(`${date} ${habit.group}`)) date = workday(later(date, 1));
      taken.add(`${date} ${habit.group}`);
      return meetingOf(habit, date, chance);
    }).filter(({ date }) => date <= until);
  });
}

function meetingOf({ member, group, event, travel, cost }: Habit, date: string, chance: Chance): Owned {
  const [title, kind] = chance.shuffled(events[group] ?? [])[0] ?? [group, 'meeting'];
  const isOnline = group === 'linkedin';
  const minutes = event + 15 * chance.whole(-1, 1);
  const time = { event: `${minutes}m`, ...(travel > 0 ? { travel: `${travel}m` } : {}) };
  const fields: Record<string, Value> = { group, title, kind, ...(isOnline ? { mode: 'online' } : {}), time };
  if (cost !== undefined) fields['cost'] = cost;
  if (!isOnline) fields['met'] = chance.whole(1, 6);
  return { type: 'activity', date, member, fields };
}

function dealsOf(): Owned[] {
  return business.flatMap(({ group, monthly, won, mean, members }, i) => {
    const chance = chanceOf(seed + 100 + i);
    return Array.from({ length: Math.round(monthly * months) }, (_, n): Owned[] => {
      const day = Math.floor(((n + chance.next()) * daysBetween(firstDay, lastDay)) / (monthly * months));
      const date = workday(later(firstDay, Math.min(day, daysBetween(firstDay, lastDay) - 45)));
      const member = chance.pick(members);
      const contact = firm(`${group}${n}`, chance);
      const contacted = later(date, chance.whole(0, 2));
      const sold = workday(later(date, chance.whole(20, 120)));
      const isWon = chance.maybe(won) && sold <= later(lastDay, -29);
      const dates = { contacted, informed: later(contacted, chance.whole(1, 6)) };
      const isLost = !isWon && chance.maybe(0.6);
      const lost = later(date, chance.whole(30, 150));
      const id = `${group}-${n + 1}`;
      const referral: Owned = {
        type: 'referral',
        date,
        member,
        fields: {
          group,
          direction: 'received',
          contact,
          from: person(chance),
          ...dates,
          ...(isWon ? { thanked: later(sold, 3) } : isLost && lost <= later(lastDay, -29) ? { lost } : {}),
          id,
        },
      };
      if (!isWon) return [referral];
      const amount = 50 * Math.round(chance.around(mean, 0.5) / 50);
      return [
        referral,
        { type: 'sale', date: sold, member, fields: { amount, referral: id, customer: contact } },
      ];
    }).flat();
  });
}

/** Contacts made and prospects approached: each prospect by one member, with time between. */
function contactsOf(): Owned[] {
  const chance = chanceOf(seed + 200);
  const members = ['anne', 'paul', 'ines', 'nora', 'sofia', 'tom', 'yves', 'clara', 'remi', 'marc'] as const;
  const last = later(lastDay, -12);
  const days = daysBetween(firstDay, last);
  const contacts = Array.from({ length: 420 }, (): Owned => {
    const date = workday(later(firstDay, chance.whole(0, days - 5)));
    const fields = { contact: person(chance), company: firm('', chance) };
    return { type: 'contact', date, member: chance.pick([...members]), fields };
  });
  const approaches = Array.from({ length: 260 }, (_, n): Owned[] => {
    const member = chance.pick([...members]);
    const contact = firm(`p${n}`, chance);
    let date = workday(later(firstDay, chance.whole(0, days - 5)));
    return Array.from({ length: chance.whole(1, 3) }, (): Owned => {
      const channel = chance.pick(['mail', 'phone', 'linkedin', 'visit']);
      const entry = { type: 'approach', date, member, fields: { contact, channel } };
      date = workday(later(date, chance.whole(46, 90)));
      return entry;
    }).filter((entry) => entry.date <= last);
  });
  return [...contacts, ...approaches.flat()];
}

function visitsOf(): Owned[] {
  const chance = chanceOf(seed + 300);
  return Array.from({ length: months - 1 }, (_, n) => {
    const date = `${2024 + Math.floor((n + 9) / 12)}-${String(((n + 9) % 12) + 1).padStart(2, '0')}-28`;
    return ['direct', 'linkedin'].map(
      (source): Owned => ({
        type: 'visits',
        date,
        member: undefined,
        fields: { source, count: chance.whole(40, 220) },
      }),
    );
  }).flat();
}

const firstNames =
  'Adèle Basile Cyril Diane Elsa Florent Gaëlle Hervé Irène Jules Karine Loïc Maud Nils Odile'.split(' ');
const lastNames =
  'Arnaud Besson Colin Dumas Ferrand Garnier Huet Jourdan Lacroix Masson Noël Olivier Poulain'.split(' ');
const trades =
  'Eaux Chimie Papeteries Laiteries Brasseries Carrières Textiles Verreries Scieries Serres'.split(' ');

function person(chance: Chance): string {
  const [first = '', last = ''] = [chance.shuffled(firstNames)[0], chance.shuffled(lastNames)[0]];
  return `${first} ${last}`;
}

/** A firm; `mark` makes its name its own. */
function firm(mark: string, chance: Chance): string {
  const name = `${chance.shuffled(trades)[0] ?? ''} ${chance.shuffled(lastNames)[0] ?? ''}`;
  return mark === '' ? name : `${name} (${mark})`;
}

/** Fees, which are nobody's. */
const fees = `type,date,group,amount,until,note
cost,2024-12-31,bni,1150,2025-12-30,membership
cost,2025-12-31,bni,1200,2026-12-30,membership
cost,2024-10-01,cci,560,2025-02-28,membership
cost,2025-03-01,cci,1380,2026-02-28,membership
cost,2026-03-01,cci,1420,2027-02-28,membership
cost,2025-02-01,linkedin,960,2026-01-31,premium
cost,2026-02-01,linkedin,1020,2027-01-31,premium
cost,2024-10-01,rotary,720,2025-06-30,membership
cost,2025-07-01,rotary,980,2026-06-30,membership
cost,2026-07-01,rotary,1010,2027-06-30,membership
cost,2025-04-01,hr,450,2026-03-31,membership
cost,2026-04-01,hr,450,2027-03-31,membership
cost,2025-03-02,buyers,640,2026-03-01,membership
cost,2026-03-02,buyers,660,2027-03-01,membership
cost,2025-01-01,export,900,2025-12-31,membership
cost,2026-01-01,export,930,2026-12-31,membership
cost,2025-07-01,alumni,60,2026-06-30,membership
`;

const columns =
  'group title kind mode time.event time.travel cost met attendance direction contact company from channel contacted informed thanked lost amount referral customer value source count id note'.split(
    ' ',
  );

/** Entries as one table with the columns that they use. */
function csvOf(entries: readonly Owned[], hasMember = false): string {
  const cellOf = ({ fields }: Owned, column: string): string => {
    const [name = '', part] = column.split('.');
    const value = fields[name];
    if (part === undefined) return value === undefined ? '' : String(value);
    return typeof value === 'object' && !Array.isArray(value)
      ? String((value as Readonly<Record<string, string>>)[part] ?? '')
      : '';
  };
  const used = columns.filter((column) => entries.some((entry) => cellOf(entry, column) !== ''));
  const head = ['type', 'date', ...(hasMember ? ['member'] : []), ...used];
  const rows = entries.map((entry) => [
    entry.type,
    entry.date,
    ...(hasMember ? [entry.member ?? ''] : []),
    ...used.map((column) => cellOf(entry, column)),
  ]);
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `${[head, ...rows].map((row) => row.map(quoted).join(',')).join('\n')}\n`;
}
