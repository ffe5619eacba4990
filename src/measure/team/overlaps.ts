import type { Day } from '../../model/day.ts';
import type { Activity, Ledger } from '../../model/ledger.ts';
import { byCodePoint, foldName } from '../../model/names.ts';
import type { PlannedEvent } from '../../model/settings.ts';
import { minutesOf } from '../counts.ts';
import { isEvent } from './policy.ts';
import { isAttended, isSelected, isWithin, type TeamScope } from './scope.ts';

/** Several members at one event that no plan foresees. */
export interface Overlap {
  readonly date: Day;
  readonly group: string;
  /** As the first entry writes it. */
  readonly title: string;
  /** Those who went, by key. */
  readonly members: readonly string[];
  /** In reading order. */
  readonly entries: readonly Activity[];
  /** What those took who were one too many, in minutes and minor units. */
  readonly minutes: number;
  readonly cost: number;
}

export interface Overlaps {
  /** By date, group and title. */
  readonly found: readonly Overlap[];
  /** Activities of several members on one day in one group that have no title: nothing tells whether they are one. */
  readonly untitled: number;
}

interface Visit {
  readonly member: string;
  minutes: number;
  cost: number;
}

/**
 * The overlaps of the period that a selected entry is part of. An event is one group, date and title, titles compared
 * as names are; posts and comments are none; who was absent or excused did not go. Foreseen is what one `plan` names with all who went. One too many
 * are those whom the plan that fits best does not name, or, where it names none of them, all but the one who took the
 * most hours.
 */
export function overlapsIn(ledger: Ledger, scope: TeamScope): Overlaps {
  const events = new Map<string, Activity[]>();
  const untitled = new Map<string, Activity[]>();
  for (const entry of ledger.entries) {
    if (entry.type !== 'activity' || entry.member === undefined) continue;
    if (!isEvent(entry) || !isAttended(entry) || !isWithin(entry.date, scope.period)) continue;
    const title = foldName(entry.title ?? '');
    const place = JSON.stringify([entry.date, entry.group, title]);
    const list = title === '' ? untitled : events;
    const entries = list.get(place);
    if (entries) entries.push(entry);
    else list.set(place, [entry]);
  }
  const isAsked = (entries: readonly Activity[]) =>
    entries.some((entry) => isSelected(entry, ledger, scope)) && membersOf(entries).length > 1;
  const found = [...events.values()].filter(isAsked).flatMap((entries) => overlapOf(entries, ledger) ?? []);
  return {
    found: found.sort(
      (a, b) => a.date - b.date || byCodePoint(a.group, b.group) || byCodePoint(a.title, b.title),
    ),
    untitled: [...untitled.values()].filter(isAsked).reduce((sum, { length }) => sum + length, 0),
  };
}

function overlapOf(entries: readonly Activity[], { settings }: Ledger): Overlap | undefined {
  const [first] = entries;
  if (!first) return undefined;
  const members = membersOf(entries);
  const plans = settings.plan.filter((plan) => isOf(plan, first));
  const namedBy = ({ members: named }: PlannedEvent) => members.filter((member) => named.includes(member));
  if (plans.some((plan) => namedBy(plan).length === members.length)) return undefined;
  const foreseen = plans.map(namedBy).reduce<string[]>((a, b) => (b.length > a.length ? b : a), []);
  const visits = visitsOf(entries).filter(({ member }) => !foreseen.includes(member));
  // Somebody was to go: the one who took the most, so that no more is called lost than was.
  const tooMany = foreseen.length > 0 ? visits : visits.sort(mostFirst).slice(1);
  return {
    date: first.date,
    group: first.group,
    title: first.title ?? '',
    members,
    entries,
    minutes: tooMany.reduce((sum, { minutes }) => sum + minutes, 0),
    cost: tooMany.reduce((sum, { cost }) => sum + cost, 0),
  };
}

function isOf({ date, group, title }: PlannedEvent, entry: Activity): boolean {
  if (date !== entry.date || group !== entry.group) return false;
  return title === undefined || foldName(title) === foldName(entry.title ?? '');
}

function membersOf(entries: readonly Activity[]): string[] {
  return [...new Set(entries.flatMap(({ member }) => member ?? []))].sort(byCodePoint);
}

/** What each member took, where one wrote it down in several entries too. */
function visitsOf(entries: readonly Activity[]): Visit[] {
  const visits = new Map<string, Visit>();
  for (const entry of entries) {
    const { member = '', cost = 0 } = entry;
    const visit = visits.get(member) ?? { member, minutes: 0, cost: 0 };
    visit.minutes += minutesOf(entry);
    visit.cost += cost;
    visits.set(member, visit);
  }
  return [...visits.values()];
}

function mostFirst(a: Visit, b: Visit): number {
  return b.minutes - a.minutes || b.cost - a.cost || byCodePoint(a.member, b.member);
}
