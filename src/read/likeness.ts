import { foldName, lookOf } from '../model/names.ts';
import { type Entry, entryTypes, fieldsOf } from '../model/schema.ts';
import { recordPlace } from '../model/source.ts';
import type { Blame } from './blame.ts';
import { fault } from './scalars.ts';

const fieldNames = new Map(entryTypes.map((type) => [type, Object.keys(fieldsOf(type))]));
const fieldNamesOf = ({ type }: Entry) => fieldNames.get(type) ?? [];

// Enough to see a repetition; what collides by bad luck must not be compared all with all.
const mostCompared = 50;

/** Blames an entry that says the same as an earlier one. */
export function checkSame(entries: readonly Entry[], blame: Blame): void {
  const alike = new Map<number, Entry[]>();
  for (const entry of entries) {
    const print = fingerprintOf(entry);
    const others = alike.get(print);
    if (!others) {
      alike.set(print, [entry]);
      continue;
    }
    const twin = others.find((other) => isSame(other, entry));
    if (twin) blame(fault('same-entry', { place: recordPlace(twin) }), entry);
    else if (others.length < mostCompared) others.push(entry);
  }
}

/** A number that the same entries share and others seldom do; cheaper than a text of all their fields. */
function fingerprintOf(entry: Entry): number {
  const fields: Readonly<Record<string, unknown>> = entry;
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
  const left: Readonly<Record<string, unknown>> = one;
  const right: Readonly<Record<string, unknown>> = other;
  return fieldNamesOf(one).every((name) => {
    const value = left[name];
    return (
      value === right[name] ||
      (typeof value === 'object' && JSON.stringify(value) === JSON.stringify(right[name]))
    );
  });
}

/** Blames a group or person whose name looks like another's and is written otherwise. */
export function checkLooks(entries: readonly Entry[], blame: Blame): void {
  const seen = { groups: new Map<string, Seen>(), people: new Map<string, Seen>() };
  const known = { groups: new Set<string>(), people: new Set<string>() };
  const check = (kind: keyof typeof seen, name: string, entry: Entry, field: string, item?: number) => {
    if (known[kind].has(name)) return;
    known[kind].add(name);
    // People are compared by folded name: case and accents make no other person of one. Groups are not.
    const folded = foldName(name);
    const identity = kind === 'people' ? folded : name;
    for (const look of [`look ${lookOf(name)}`, `name ${folded}`]) {
      const other = seen[kind].get(look);
      if (!other) seen[kind].set(look, { name, identity, entry });
      else if (other.identity !== identity) {
        const place = recordPlace(other.entry);
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
