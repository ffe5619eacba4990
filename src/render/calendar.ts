import ICAL from 'ical.js';
import { type Day, formatDay } from '../model/day.ts';
import type { Reminder } from '../model/reminder.ts';
import { type Lang, type Phrase, speak } from '../model/text.ts';
import { visible } from '../model/visible.ts';

/** When on its day a reminder rings: nine in the morning, as the calendar's owner has it. */
const alarm = 'PT9H';

/** Octets in a line, its end not counted (RFC 5545, 3.1). */
const widest = 75;

/**
 * Reminders as an iCalendar file (RFC 5545): an all-day event each, that takes no time from the day and rings in the
 * morning. Lines end in CRLF and are folded at 75 octets. It is made from the journal alone: no clock is in it, the
 * stamps are those of the day it was made for.
 */
export function renderCalendar(reminders: readonly Reminder[], asOf: Day, lang: Lang): string {
  // The blank that starts a folded line is not among the octets the library counts.
  ICAL.foldLength = widest - 1;
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//netroi//followup//EN');
  calendar.addPropertyWithValue('x-wr-calname', `netroi: ${words.name[lang]}`);
  for (const reminder of reminders) calendar.addSubcomponent(eventOf(reminder, asOf, lang));
  return `${calendar.toString()}\r\n`;
}

function eventOf({ uid, day, summary, lines, categories }: Reminder, asOf: Day, lang: Lang): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const title = visible(speak(summary, lang));
  event.addPropertyWithValue('uid', uid);
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${formatDay(asOf)}T00:00:00Z`));
  event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(formatDay(day)));
  event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(formatDay(day + 1)));
  event.addPropertyWithValue('summary', title);
  event.addPropertyWithValue('description', lines.map((line) => visible(speak(line, lang))).join('\n'));
  const names = new ICAL.Property('categories');
  names.setValues(categories.map(visible));
  event.addProperty(names);
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  const ring = new ICAL.Component('valarm');
  ring.addPropertyWithValue('action', 'DISPLAY');
  ring.addPropertyWithValue('trigger', ICAL.Duration.fromString(alarm));
  ring.addPropertyWithValue('description', title);
  event.addSubcomponent(ring);
  return event;
}

const words = {
  name: { en: 'to follow up', fr: 'à suivre' },
} satisfies Record<string, Phrase>;
