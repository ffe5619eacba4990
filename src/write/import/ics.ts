import ICAL from 'ical.js';
import { type Day, dayOf, formatDay } from '../../model/day.ts';
import { foldName } from '../../model/names.ts';
import { type Phrase, text } from '../../model/text.ts';
import { durationText } from '../spelling.ts';
import { groupNamed } from './finish-rows.ts';
import { type Occurrence, occurrencesOf } from './ics-occurrences.ts';
import { localTime, zoneOf } from './ics-time.ts';
import { plainKey } from './identity.ts';
import { type ImportInput, type ImportRow, isRefusal, type Parsed, type Refusal, refuse } from './row.ts';
import { skipWords } from './skip-words.ts';

/**
 * A calendar (RFC 5545) as activities: each event, and each recurrence within the window. The UID makes an event
 * itself, with its RECURRENCE-ID where it recurs. What is cancelled or declined is left out.
 */
export function parseIcs(input: ImportInput): Parsed | Refusal {
  const calendars = calendarsIn(input.text, input.fileName);
  if (isRefusal(calendars)) return calendars;
  const rows: ImportRow[] = [];
  const skipped: Phrase[] = [];
  const withdrawn: string[] = [];
  let outside = 0;
  let isCut = false;
  for (const calendar of calendars) {
    const name = String(calendar.getFirstPropertyValue('x-wr-calname') ?? '');
    const zone = zoneOf(calendar, input.rules.timezone);
    const found = occurrencesOf(calendar, (time) => dayIn(time, zone), input);
    skipped.push(...found.broken.map(() => words.broken));
    isCut ||= found.isCut;
    outside += found.outside;
    for (const occurrence of found.occurrences) {
      const place = { stream: 'event', key: keyOf(occurrence) };
      const status = statusOf(occurrence.component, input.me);
      if (status) {
        skipped.push(status);
        withdrawn.push(`${place.stream}/${place.key}`);
      } else rows.push({ ...place, ...rowOf(occurrence, name, zone, input) });
    }
  }
  for (let i = 0; i < outside; i++) skipped.push(skipWords.outside);
  return { rows, skipped, withdrawn, unread: [], notes: isCut ? [text(words.cut)] : [] };
}

function calendarsIn(source: string, name: string): ICAL.Component[] | Refusal {
  // Some programs write blank lines and lone line feeds, and outlook a mark at the start.
  const plain = source
    .replace(/^\ufeff/, '')
    .replace(/(\r?\n)(\s*\r?\n)+/g, '$1')
    .trim();
  if (!/^BEGIN:VCALENDAR/i.test(plain)) return refuse(words.unknown, words.which, { name });
  try {
    const parsed: unknown = ICAL.parse(plain);
    const list: readonly unknown[] = Array.isArray(parsed) ? parsed : [];
    const all = typeof list[0] === 'string' ? [list] : list.filter((each) => Array.isArray(each));
    return all.map((each) => new ICAL.Component([...each]));
  } catch (error) {
    const [message = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return refuse(words.bad, words.again, { name, message });
  }
}

function dayIn(time: ICAL.Time, zone: string | undefined): Day {
  const { year, month, date } = localTime(time, zone);
  return dayOf(year, month, date);
}

function keyOf({ uid, instance }: Occurrence): string {
  return instance === undefined ? plainKey(uid) : `${plainKey(uid)}/${instance}`;
}

/** Why an event is none that took place: cancelled, or declined by oneself. */
function statusOf(event: ICAL.Component, me: string | undefined): Phrase | undefined {
  if (/^cancelled$/i.test(String(event.getFirstPropertyValue('status') ?? ''))) return words.cancelled;
  const own =
    me === undefined ? undefined : attendees(event).find(({ name }) => foldName(name) === foldName(me));
  return own?.answer === 'DECLINED' ? words.declined : undefined;
}

function rowOf(
  { component, start, minutes }: Occurrence,
  calendar: string,
  zone: string | undefined,
  { me, groups }: ImportInput,
): Pick<ImportRow, 'fields' | 'about'> {
  const one = (name: string) => String(component.getFirstPropertyValue(name) ?? '');
  const categories = component.getAllProperties('categories').flatMap((each) => each.getValues().map(String));
  const location = one('location');
  const group = groupNamed(groups, [...categories, calendar]);
  const isOnline = /https?:\/\/|\bzoom\b|\bteams\b|meet\.google|\bvisio|\bonline\b|en ligne/i.test(
    `${location} ${one('x-google-conference')} ${one('x-microsoft-onlinemeetingconfidential')}`,
  );
  const met =
    me === undefined
      ? []
      : attendees(component)
          .filter(isMet(me))
          .map(({ name }) => name.replaceAll('|', '/'));
  return {
    about: {
      summary: one('summary'),
      location,
      description: one('description'),
      categories: categories.join(', '),
      calendar,
      organizer: personOf(component.getFirstProperty('organizer')),
    },
    fields: {
      type: 'activity',
      date: formatDay(dayIn(start, zone)),
      ...(group === undefined ? {} : { group }),
      title: one('summary'),
      ...(isOnline ? { mode: 'online' } : {}),
      ...(minutes === undefined || minutes === 0 ? {} : { time: durationText(minutes) }),
      // A name alone that holds a comma would pass for several.
      met: met.length === 1 ? `${met[0]}|` : met.join('|'),
    },
  };
}

interface Attendee {
  readonly name: string;
  readonly answer: string;
}

function attendees(event: ICAL.Component): Attendee[] {
  return event.getAllProperties('attendee').map((each) => ({
    name: personOf(each),
    answer: String(each.getParameter('partstat') ?? '').toUpperCase(),
  }));
}

/** Who came, as far as a calendar knows: those who accepted, by name, oneself left out. */
function isMet(me: string): (each: Attendee) => boolean {
  return ({ name, answer }) =>
    answer === 'ACCEPTED' && name !== '' && !name.includes('@') && foldName(name) !== foldName(me);
}

function personOf(property: ICAL.Property | null): string {
  return String(property?.getParameter('cn') ?? '');
}

const words = {
  cancelled: { en: 'cancelled', fr: 'annulés' },
  declined: { en: 'declined', fr: 'refusés' },
  broken: { en: 'no start', fr: 'sans début' },
  cut: {
    en: 'an event recurs so often that its recurrences were cut off: shorten the days with --from and --to',
    fr: 'un événement se répète si souvent que ses répétitions ont été coupées : réduisez les jours avec --from et --to',
  },
  unknown: { en: '"{name}" is no iCalendar file', fr: '« {name} » n’est pas un fichier iCalendar' },
  which: {
    en: 'export the calendar as .ics: it starts with BEGIN:VCALENDAR',
    fr: 'exportez l’agenda en .ics : il commence par BEGIN:VCALENDAR',
  },
  bad: {
    en: '"{name}" is no sound iCalendar file: {message}',
    fr: '« {name} » n’est pas un fichier iCalendar correct : {message}',
  },
  again: { en: 'export it again', fr: 'refaites l’export' },
} satisfies Record<string, Phrase>;
