import { byGroup } from '../measure/dimensions.ts';
import type { FollowUpSelection } from '../measure/followups.ts';
import {
  type AlsoLogged,
  type LoggedDay,
  type OtherType,
  type WeekFacts,
  weekFacts,
} from '../measure/week.ts';
import type { Missing } from '../measure/week-habits.ts';
import type { Ledger } from '../model/ledger.ts';
import { labelOf, type Period } from '../model/period.ts';
import type { Report } from '../model/report.ts';
import { type Countable, inAll, type Phrase, type Text, text } from '../model/text.ts';
import { kindWords, whatOf, whoOf } from './followup-words.ts';
import { clipped, lineOf, lineWidth } from './lines.ts';
import { nameOf } from './rows.ts';
import { weekTable } from './week-table.ts';
import {
  commandFor,
  countsOf,
  groupName,
  missingName,
  otherCount,
  partsOf,
  weekdayName,
} from './week-words.ts';

export interface WeekOptions extends FollowUpSelection {
  readonly journal: string;
  /** A whole calendar week. */
  readonly week: Period;
}

/** Lines of the whole, and those that every report begins with: its title, the journal, a blank one, the heading. */
const mostLines = 10;
const headLines = 4;
/** Commands that have room before more groups have. */
const leastCommands = 2;

/** A calendar week on ten lines of 80 columns: what it holds so far, what is due, and what is usually there and missing. */
export function weekReport(ledger: Ledger, options: WeekOptions): Report {
  const { asOf, settings } = ledger;
  const { week } = options;
  const facts = weekFacts(ledger, week, options);
  return {
    command: 'week',
    title: text(words.title),
    journal: options.journal,
    asOf,
    period: { ...week, label: labelOf(week, settings.calendar) },
    currency: settings.currency,
    sections: [{ title: headingOf(facts, options.week, ledger), prose: linesOf(facts, week, ledger) }],
    main: weekTable(facts, ledger),
    notes: [],
  };
}

/** What the week holds altogether. */
function headingOf({ logged, also }: WeekFacts, week: Period, { asOf }: Ledger): Text {
  const lead = asOf < week.from ? words.ahead : asOf < week.to ? words.soFar : words.logged;
  if (logged.length + also.length === 0) return text(asOf < week.to ? words.nothingYet : words.nothing);
  const counts = countsOf({
    ...totalOf(logged),
    days: new Set(logged.filter(({ activities }) => activities > 0).map(({ day }) => day)).size,
  });
  return lineOf(lead, counts, words.more);
}

function totalOf(rows: readonly LoggedDay[]) {
  const sum = (of: (row: LoggedDay) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    activities: sum(({ activities }) => activities),
    oneToOnes: sum(({ oneToOnes }) => oneToOnes),
    hours: sum(({ minutes }) => minutes) / 60,
    received: sum(({ received }) => received),
    given: sum(({ given }) => given),
    guests: sum(({ guests }) => guests),
    testimonials: sum(({ testimonials }) => testimonials),
  };
}

function linesOf(facts: WeekFacts, week: Period, ledger: Ledger): Text[] {
  const missing = facts.missing.filter(({ day }) => day <= ledger.asOf);
  const ahead = facts.missing.filter(({ day }) => day > ledger.asOf);
  const named = (things: readonly Missing[]) => things.map((each) => missingName(each, ledger));
  const verdict =
    missing.length > 0
      ? lineOf(words.missing, named(missing), words.more)
      : text(facts.habits === 0 ? words.noHabit : words.noneMissing);
  const others = [
    ...alsoLine(facts.also),
    ...dueLine(facts, ledger.asOf, week),
    ...(ahead.length > 0 ? [lineOf(words.toCome, named(ahead), words.more)] : []),
    verdict,
  ];
  const commands = missing
    .flatMap((each) => commandFor(each) ?? [])
    .filter((command) => clipped(command, lineWidth) === command);
  const room = mostLines - headLines - others.length;
  const groupRoom = Math.max(1, room - Math.min(commands.length, leastCommands));
  const groups = groupLines(facts.logged, groupRoom, ledger);
  const shown = commands.slice(0, room - groups.length);
  return [...groups, ...others, ...shown.map((command) => text({ en: command, fr: command }))];
}

/** A line a group; where there are too many, the last line names the others. */
function groupLines(logged: readonly LoggedDay[], room: number, ledger: Ledger): Text[] {
  const groups = [...new Set(logged.map(({ group }) => group))];
  const alone = groups.length <= room ? groups.length : room - 1;
  const rowsOf = (group: string) => logged.filter((row) => row.group === group);
  const others = groups.slice(alone).map((group) => {
    const parts = partsOf(totalOf(rowsOf(group)));
    return inAll(text(words.other, { group: nameIn(group, ledger), parts: inEach(parts, ', ') }));
  });
  return [
    ...groups.slice(0, alone).map((group) => {
      const own = rowsOf(group);
      const days = own.map(({ day }) => weekdayName(day));
      const lead = inAll(text(words.group, { group: nameIn(group, ledger), days: inEach(days, ' ') }));
      return lineOf(lead, partsOf(totalOf(own)), words.more);
    }),
    ...(others.length > 0 ? [lineOf(alone > 0 ? words.and : words.allInOne, others, words.more, ' · ')] : []),
  ];
}

/** What the week holds beside activities and referrals. */
function alsoLine(also: readonly AlsoLogged[]): Text[] {
  const counts = new Map<OtherType, number>();
  for (const { type, count } of also) counts.set(type, (counts.get(type) ?? 0) + count);
  const things = [...counts].map(([type, count]) => otherCount(type, count));
  return things.length > 0 ? [lineOf(words.also, things, words.more)] : [];
}

function inEach(phrases: readonly Phrase[], between: string): Phrase {
  const inLang = (lang: keyof Phrase) => phrases.map((phrase) => phrase[lang]).join(between);
  return { en: inLang('en'), fr: inLang('fr') };
}

function nameIn(group: string, ledger: Ledger): string | Phrase {
  const { name } = nameOf(group, byGroup, ledger);
  return typeof name === 'string' ? groupName(group, ledger) : name;
}

/** What falls due in the week, and how much was due before. */
function dueLine({ due, overdue }: WeekFacts, asOf: number, week: Period): Text[] {
  if (due.length + overdue === 0) return [];
  const params = { overdue };
  if (due.length === 0) return [text(asOf > week.to ? words.onlyWasDue : words.onlyOlder, params)];
  const things = due.map((each) => {
    const who = whoOf(each) ?? whatOf(each);
    const short = kindWords[each.kind].short;
    const named = { short, day: weekdayName(each.due), who: clipped(who ?? '', 20) };
    return inAll(text(who === undefined ? words.dueAlone : words.dueFor, named));
  });
  const lead = asOf > week.to ? words.wasDue : overdue === 0 ? words.due : words.dueToo;
  return [lineOf(inAll(text(lead, params)), things, words.more)];
}

const words = {
  title: { en: 'Networking', fr: 'Réseau' },
  soFar: { en: 'So far: ', fr: 'Jusqu’ici : ' },
  logged: { en: 'Logged: ', fr: 'Noté : ' },
  ahead: { en: 'Logged ahead: ', fr: 'Noté d’avance : ' },
  nothingYet: { en: 'Nothing is logged so far.', fr: 'Rien n’est noté jusqu’ici.' },
  nothing: { en: 'Nothing is logged.', fr: 'Rien n’est noté.' },
  also: { en: 'Also: ', fr: 'Et aussi : ' },
  group: { en: '{group} {days}: ', fr: '{group} {days} : ' },
  and: { en: 'And ', fr: 'Et ' },
  allInOne: { en: '', fr: '' },
  other: { en: '{group} ({parts})', fr: '{group} ({parts})' },
  due: { en: 'Due this week: ', fr: 'À faire cette semaine : ' },
  dueToo: {
    en: 'Due this week, and {overdue} older: ',
    fr: 'À faire cette semaine, et {overdue} en retard : ',
  },
  onlyOlder: {
    en: 'Nothing new is due this week; still to do from before: {overdue} (netroi followup).',
    fr: 'Rien de neuf à faire cette semaine ; en retard : {overdue} (netroi followup).',
  },
  wasDue: { en: 'Due that week and not done: ', fr: 'À faire cette semaine-là, pas fait : ' },
  onlyWasDue: {
    en: 'Nothing due that week is left undone; still to do from before: {overdue}.',
    fr: 'Rien ne reste à faire de cette semaine-là ; d’avant il reste : {overdue}.',
  },
  dueFor: { en: '{short} {who} {day}', fr: '{short} {who} {day}' },
  dueAlone: { en: '{short} {day}', fr: '{short} {day}' },
  missing: { en: 'Missing: ', fr: 'Il manque : ' },
  toCome: { en: 'Usually still to come: ', fr: 'D’ordinaire encore à venir : ' },
  noneMissing: {
    en: 'Nothing that is usually there by now is missing.',
    fr: 'Rien de ce qui est là d’ordinaire à ce jour ne manque.',
  },
  noHabit: {
    en: 'Nothing can be missing: no activity of the weeks before is regular.',
    fr: 'Rien ne peut manquer : aucune activité des semaines d’avant n’est régulière.',
  },
  more: [
    { en: '', fr: '' },
    { en: '{count} more', fr: '{count} de plus' },
    { en: '{count} more', fr: '{count} de plus' },
  ],
} satisfies Record<string, Phrase | Countable>;
