import { type Day, formatDay } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Journal, Referral, Sale } from '../model/ledger.ts';
import { foldName, lookOf, nearest } from '../model/names.ts';
import { type Entry, type EntryType, entryTypes, fieldsOf } from '../model/schema.ts';
import type { Settings } from '../model/settings.ts';
import { positionOf } from '../model/source.ts';
import { diagnosticAt } from './entries.ts';
import type { Draft } from './fields.ts';
import { type Fault, fault } from './scalars.ts';

type Blame = (found: Fault, entry: Entry, field?: string, item?: number) => void;

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
  if (!isPartial) for (const entry of entries) checkDeclared(entry, settings, hint, blame);
  for (const entry of entries) checkLeft(entry, settings, blame);
  if (asOf !== undefined) for (const entry of entries) checkFuture(entry, asOf, blame);
  checkIds(entries, blame);
  checkSame(entries, blame);
  checkLooks(entries, blame);
  return linkSales(entries, faulty, isPartial, hint, blame);
}

function checkDeclared(entry: Entry, { groups, members }: Settings, hint: Hint, blame: Blame): void {
  const check = (
    code: 'unknown-group' | 'unknown-member',
    field: 'group' | 'member',
    declared: ReadonlyMap<string, unknown>,
  ) => {
    const name = entry[field];
    if (name === undefined || declared.size === 0 || declared.has(name)) return;
    blame(fault(code, { name, ...hint(name, () => declared.keys()) }), entry, field);
  };
  check('unknown-group', 'group', groups);
  check('unknown-member', 'member', members);
}

/** The nearest of some names, as a parameter. */
type Hint = (name: string, names: () => Iterable<string>) => { near?: string };

// Each hint looks at every name: for more faults than anyone reads, none is sought.
const mostHints = 50;

function hinter(): Hint {
  let count = 0;
  return (name, names) => {
    const near = ++count > mostHints ? undefined : nearest(name, names());
    return near === undefined ? {} : { near };
  };
}

function checkLeft(entry: Entry, { groups }: Settings, blame: Blame): void {
  if ((entry.type !== 'sale' && entry.type !== 'activity') || entry.group === undefined) return;
  const left = groups.get(entry.group)?.left;
  if (left !== undefined && entry.date > left)
    blame(fault('group-left', { group: entry.group, day: { day: left } }), entry, 'group');
}

function checkFuture(entry: Entry, asOf: Day, blame: Blame): void {
  const fields = entry as unknown as Readonly<Record<string, unknown>>;
  for (const name of pastFieldsOf(entry)) {
    const day = fields[name];
    if (typeof day === 'number' && day > asOf) {
      blame(fault('future-date', { value: formatDay(day), day: { day: asOf } }), entry, name);
    }
  }
}

const pastFields = new Map(entryTypes.map((type) => [type, pastOf(type)]));
const fieldNames = new Map(entryTypes.map((type) => [type, Object.keys(fieldsOf(type))]));
const pastFieldsOf = ({ type }: Entry) => pastFields.get(type) ?? [];
const fieldNamesOf = ({ type }: Entry) => fieldNames.get(type) ?? [];

function pastOf(type: EntryType): string[] {
  return Object.entries(fieldsOf(type)).flatMap(([name, field]) => (field.past ? [name] : []));
}

function checkIds(entries: readonly Entry[], blame: Blame): void {
  const owners = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.id === undefined) continue;
    const owner = owners.get(entry.id);
    if (owner) blame(fault('duplicate-id', { id: entry.id, place: placeOf(owner) }), entry, 'id');
    else owners.set(entry.id, entry);
  }
}

/** `file:line` of an entry. */
export function placeOf({ origin, record }: Pick<Entry, 'origin' | 'record'>): string {
  return `${origin.name}:${positionOf(origin, origin.spanOf(record)[0]).line}`;
}

// Enough to see a repetition; what collides by bad luck must not be compared all with all.
const mostCompared = 50;

function checkSame(entries: readonly Entry[], blame: Blame): void {
  const alike = new Map<number, Entry[]>();
  for (const entry of entries) {
    const print = fingerprintOf(entry);
    const others = alike.get(print);
    if (!others) {
      alike.set(print, [entry]);
      continue;
    }
    const twin = others.find((other) => isSame(other, entry));
    if (twin) blame(fault('same-entry', { place: placeOf(twin) }), entry);
    else if (others.length < mostCompared) others.push(entry);
  }
}

/** A number that the same entries share and others seldom do; cheaper than a text of all their fields. */
function fingerprintOf(entry: Entry): number {
  const fields = entry as unknown as Readonly<Record<string, unknown>>;
  let print = 0;
  for (const name of fieldNamesOf(entry)) {
    const value = fields[name];
    if (typeof value === 'number') print = (print * 31 + value) | 0;
    else if (typeof value === 'string') {
      for (let i = 0; i < value.length; i++) print = (print * 31 + value.charCodeAt(i)) | 0;
    } else print = (print * 31) | 0;
  }
  return entry.type === 'activity' && entry.time
    ? (print * 31 + entry.time.event * 7 + entry.time.travel) | 0
    : print;
}

function isSame(one: Entry, other: Entry): boolean {
  const left = one as unknown as Readonly<Record<string, unknown>>;
  const right = other as unknown as Readonly<Record<string, unknown>>;
  return fieldNamesOf(one).every((name) => {
    const value = left[name];
    return (
      value === right[name] ||
      (typeof value === 'object' && JSON.stringify(value) === JSON.stringify(right[name]))
    );
  });
}

function checkLooks(entries: readonly Entry[], blame: Blame): void {
  const seen = { groups: new Map<string, Seen>(), people: new Map<string, Seen>() };
  const known = new Set<string>();
  const check = (kind: keyof typeof seen, name: string, entry: Entry, field: string, item?: number) => {
    if (known.has(`${kind} ${name}`)) return;
    known.add(`${kind} ${name}`);
    // People are compared by folded name: case and accents make no other person of one. Groups are not.
    const folded = foldName(name);
    const identity = kind === 'people' ? folded : name;
    for (const look of [`look ${lookOf(name)}`, `name ${folded}`]) {
      const other = seen[kind].get(look);
      if (!other) seen[kind].set(look, { name, identity, entry });
      else if (other.identity !== identity) {
        const place = placeOf(other.entry);
        blame(fault('look-alike', { name, other: other.name, place }), entry, field, item);
        return;
      }
    }
  };
  for (const entry of entries) {
    if (entry.group !== undefined) check('groups', entry.group, entry, 'group');
    if (entry.type === 'activity') {
      for (const [item, name] of (entry.met?.names ?? []).entries())
        check('people', name, entry, 'met', item);
    }
    if ('contact' in entry) check('people', entry.contact, entry, 'contact');
    if ('from' in entry && entry.from !== undefined) check('people', entry.from, entry, 'from');
    if ('to' in entry && entry.to !== undefined) check('people', entry.to, entry, 'to');
    if ('customer' in entry && entry.customer !== undefined)
      check('people', entry.customer, entry, 'customer');
  }
}

interface Seen {
  readonly name: string;
  readonly identity: string;
  readonly entry: Entry;
}

function linkSales(
  entries: readonly Entry[],
  faulty: readonly Draft[],
  isPartial: boolean,
  hint: Hint,
  blame: Blame,
): Map<Sale, Referral> {
  const byId = new Map<string, Referral>();
  const byContact = new Map<string, Referral[]>();
  const given = new Set<string>();
  for (const entry of entries) {
    if (entry.type !== 'referral') continue;
    if (entry.direction === 'given') {
      for (const name of [entry.id, entry.contact]) if (name !== undefined) given.add(foldName(name));
      continue;
    }
    if (entry.id !== undefined && !byId.has(entry.id)) byId.set(entry.id, entry);
    const contact = foldName(entry.contact);
    const others = byContact.get(contact);
    if (others) others.push(entry);
    else byContact.set(contact, [entry]);
  }
  const excused = new Set(
    faulty.flatMap((draft) => [draft['id'], draft['contact']]).map((name) => foldName(String(name))),
  );
  const links = new Map<Sale, Referral>();
  for (const sale of entries) {
    if (sale.type !== 'sale' || sale.referral === undefined) continue;
    const name = sale.referral;
    const named = byId.has(name) ? [byId.get(name) as Referral] : (byContact.get(foldName(name)) ?? []);
    const [referral, ...more] = named.filter(({ date }) => date <= sale.date);
    if (!referral && named[0])
      blame(fault('sale-before-referral', { day: { day: named[0].date } }), sale, 'referral');
    else if (!referral) {
      if (isPartial || excused.has(foldName(name))) continue;
      if (given.has(foldName(name))) blame(fault('given-referral', { name }), sale, 'referral');
      else
        blame(
          fault('unknown-referral', {
            name,
            ...hint(name, () => [...byId.keys(), ...contactsOf(byContact)]),
          }),
          sale,
          'referral',
        );
    } else if (more.length > 0)
      blame(fault('ambiguous-referral', { name, count: more.length + 1 }), sale, 'referral');
    else {
      links.set(sale, referral);
      if (sale.group !== undefined && sale.group !== referral.group) {
        blame(fault('group-mismatch', { group: sale.group, other: referral.group }), sale, 'group');
      }
    }
  }
  return links;
}

function contactsOf(byContact: ReadonlyMap<string, readonly Referral[]>): string[] {
  return [...byContact.values()].flatMap(([first]) => first?.contact ?? []);
}
