import ICAL from 'ical.js';
import type { Day } from '../../model/day.ts';

/** One event that took place, or was to. */
export interface Occurrence {
  readonly uid: string;
  /** Of an event that recurs: the moment it was to start at, `2026-05-07` or `2026-05-07T09:00`. */
  readonly instance: string | undefined;
  readonly component: ICAL.Component;
  readonly start: ICAL.Time;
  /** Undefined for whole days. */
  readonly minutes: number | undefined;
}

export interface Occurrences {
  readonly occurrences: readonly Occurrence[];
  /** Events of which nothing falls within the window. */
  readonly outside: number;
  readonly broken: readonly ICAL.Component[];
  readonly isCut: boolean;
}

/** More recurrences than an hour each over three years: no meeting is so frequent. */
const mostSteps = 30_000;

/** The events of a calendar within the window, recurrences told one by one (RRULE, RDATE, EXDATE, RECURRENCE-ID). */
export function occurrencesOf(
  calendar: ICAL.Component,
  dayOf: (time: ICAL.Time) => Day,
  { from, to }: { readonly from: Day; readonly to: Day },
): Occurrences {
  const broken: ICAL.Component[] = [];
  const families = new Map<string, ICAL.Component[]>();
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const start = component.getFirstPropertyValue('dtstart');
    if (!(start instanceof ICAL.Time) || !(start.month >= 1 && start.month <= 12 && start.day >= 1))
      broken.push(component);
    else {
      const uid = String(component.getFirstPropertyValue('uid') ?? '') || nameless(component, start);
      families.set(uid, [...(families.get(uid) ?? []), component]);
    }
  }
  const occurrences: Occurrence[] = [];
  let outside = 0;
  let isCut = false;
  const isWithin = (time: ICAL.Time) => {
    const day = dayOf(time);
    return day >= from && day <= to;
  };
  for (const [uid, components] of families) {
    const { master, exceptions } = familyOf(components);
    const before = occurrences.length;
    const seen = new Set<string>();
    const keep = (
      component: ICAL.Component,
      start: ICAL.Time,
      end: ICAL.Time,
      instance: string | undefined,
    ) => {
      if (instance !== undefined) seen.add(instance);
      if (isWithin(start))
        occurrences.push({ uid, instance, component, start, minutes: minutesBetween(start, end) });
    };
    if (master && new ICAL.Event(master, { exceptions: [] }).isRecurring()) {
      const event = new ICAL.Event(master, { exceptions });
      const steps = event.iterator();
      for (let step = 0; ; step++) {
        const next = steps.next();
        if (!next || dayOf(next) > to + 1) break;
        if (step === mostSteps) {
          isCut = true;
          break;
        }
        if (dayOf(next) < from - 366 && !seen.has(instanceOf(next))) continue;
        const { item, startDate, endDate } = event.getOccurrenceDetails(next);
        keep(item.component, startDate, endDate, instanceOf(next));
      }
    } else if (master) {
      const event = new ICAL.Event(master, { exceptions: [] });
      keep(master, event.startDate, event.endDate, undefined);
    }
    // What was moved into the window from beyond it, or stands in the file without its series.
    for (const exception of exceptions) {
      const at = exception.getFirstPropertyValue('recurrence-id');
      const instance = at instanceof ICAL.Time ? instanceOf(at) : undefined;
      if (instance !== undefined && seen.has(instance)) continue;
      const event = new ICAL.Event(exception, { exceptions: [] });
      keep(exception, event.startDate, event.endDate, instance);
    }
    if (occurrences.length === before) outside++;
  }
  return { occurrences, outside, broken, isCut };
}

/** The series and its exceptions; of an event told in several versions the newest. */
function familyOf(components: readonly ICAL.Component[]): {
  master: ICAL.Component | undefined;
  exceptions: ICAL.Component[];
} {
  const sequence = (each: ICAL.Component) => Number(each.getFirstPropertyValue('sequence') ?? 0);
  const versions = [...components].sort((a, b) => sequence(a) - sequence(b));
  const exceptions = versions.filter((each) => each.hasProperty('recurrence-id'));
  return { master: versions.findLast((each) => !each.hasProperty('recurrence-id')), exceptions };
}

/** An event without a UID is known by when it starts and what it is called. */
function nameless(component: ICAL.Component, start: ICAL.Time): string {
  return `${start.toString()} ${String(component.getFirstPropertyValue('summary') ?? '')}`;
}

function instanceOf(time: ICAL.Time): string {
  return time.toString().replace(/(T\d\d:\d\d):\d\dZ?$/, '$1');
}

function minutesBetween(start: ICAL.Time, end: ICAL.Time): number | undefined {
  // Each in its own zone: a flight ends in another than it starts in.
  return start.isDate ? undefined : Math.max(0, Math.round((end.toUnixTime() - start.toUnixTime()) / 60));
}
