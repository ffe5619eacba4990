import type ICAL from 'ical.js';

/** A wall-clock time. */
export interface IcsTime {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** The time zone in which a calendar's times in UTC are to be understood; undefined for UTC itself. */
export function zoneOf(calendar: ICAL.Component, asked: string | undefined): string | undefined {
  const named = calendar.getFirstPropertyValue('x-wr-timezone');
  const zones = calendar.getAllSubcomponents('vtimezone').map((each) => each.getFirstPropertyValue('tzid'));
  const [only] = zones.length === 1 ? zones : [];
  return [asked, named, only].find(
    (each): each is string => typeof each === 'string' && formatIn(each) !== undefined,
  );
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatIn(zone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(zone)) return formats.get(zone);
  let format: Intl.DateTimeFormat | undefined;
  try {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
  } catch {
    // A name of the calendar's own making is no zone that Intl knows.
    format = undefined;
  }
  formats.set(zone, format);
  return format;
}

/** The calendar day of a time: as it is written, or in a zone where it is written in UTC. */
export function localTime(time: ICAL.Time, zone: string | undefined): IcsTime {
  const asWritten = { year: time.year, month: time.month, date: time.day };
  const format = zone === undefined || time.isDate || time.zone?.tzid !== 'UTC' ? undefined : formatIn(zone);
  if (!format) return asWritten;
  const moment = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  const [, year, month, date] = /(\d+)-(\d+)-(\d+)/.exec(format.format(moment)) ?? [];
  return year ? { year: Number(year), month: Number(month), date: Number(date) } : asWritten;
}
