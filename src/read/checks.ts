import { type Day, formatDay } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Journal } from '../model/ledger.ts';
import { type Entry, type EntryType, entryTypes, fieldsOf } from '../model/schema.ts';
import type { Settings } from '../model/settings.ts';
import { recordPlace } from '../model/source.ts';
import { type Blame, type Hint, hinter } from './blame.ts';
import { diagnosticAt } from './entries.ts';
import type { Draft } from './fields.ts';
import { checkLooks, checkSame } from './likeness.ts';
import { linkSales } from './links.ts';
import { fault } from './scalars.ts';

/** What the checks that span the journal need to know of its reading. */
export interface Circumstances {
  /** Entries with a fault: named by others, they are not "unknown". */
  readonly faulty: readonly Draft[];
  /** Whether some file could not be read at all: what a name refers to may be in it. */
  readonly isPartial: boolean;
  /** The day after which a date is a warning; undefined where later dates are meant. */
  readonly asOf: Day | undefined;
}

/** Checks the entries against the settings and one another, and finds the referral of each sale. */
export function checkJournal(
  entries: readonly Entry[],
  settings: Settings,
  { faulty, isPartial, asOf }: Circumstances,
  report: (diagnostic: Diagnostic) => void,
): Journal['referralOf'] {
  const blame: Blame = (found, { origin, record }, field, item) =>
    report(diagnosticAt(found, origin, record, field, item));
  const hint = hinter();
  if (!isPartial) {
    for (const entry of entries) checkDeclared(entry, settings, hint, blame);
    for (const draft of faulty) checkDeclared(draft, settings, hint, blame);
  }
  for (const entry of entries) checkLeft(entry, settings, blame);
  if (asOf !== undefined) for (const entry of entries) checkFuture(entry, asOf, blame);
  checkIds(entries, blame);
  checkSame(entries, blame);
  checkLooks(entries, blame);
  return linkSales(entries, faulty, isPartial, hint, blame);
}

function checkDeclared(entry: Entry | Draft, { groups, members }: Settings, hint: Hint, blame: Blame): void {
  const { group, member } = entry;
  if (typeof group === 'string' && groups.size > 0 && !groups.has(group)) {
    blame(fault('unknown-group', { name: group, ...hint(group, () => groups.keys()) }), entry, 'group');
  }
  if (typeof member === 'string' && members.size > 0 && !members.has(member)) {
    blame(fault('unknown-member', { name: member, ...hint(member, () => members.keys()) }), entry, 'member');
  }
}

function checkLeft(entry: Entry, { groups }: Settings, blame: Blame): void {
  if ((entry.type !== 'sale' && entry.type !== 'activity') || entry.group === undefined) return;
  const left = groups.get(entry.group)?.left;
  if (left !== undefined && entry.date > left)
    blame(fault('group-left', { group: entry.group, day: { day: left } }), entry, 'group');
}

function checkFuture(entry: Entry, asOf: Day, blame: Blame): void {
  const fields: Readonly<Record<string, unknown>> = entry;
  for (const name of pastFieldsOf(entry)) {
    const day = fields[name];
    if (typeof day === 'number' && day > asOf) {
      blame(fault('future-date', { value: formatDay(day), day: { day: asOf } }), entry, name);
    }
  }
}

const pastFields = new Map(entryTypes.map((type) => [type, pastOf(type)]));
const pastFieldsOf = ({ type }: Entry) => pastFields.get(type) ?? [];

function pastOf(type: EntryType): string[] {
  return Object.entries(fieldsOf(type)).flatMap(([name, field]) => (field.past ? [name] : []));
}

function checkIds(entries: readonly Entry[], blame: Blame): void {
  const owners = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.id === undefined) continue;
    const owner = owners.get(entry.id);
    if (owner) blame(fault('duplicate-id', { id: entry.id, place: recordPlace(owner) }), entry, 'id');
    else owners.set(entry.id, entry);
  }
}
