import type { Day } from '../model/day.ts';
import type { Ledger } from '../model/ledger.ts';
import { byCodePoint, foldName, nearest } from '../model/names.ts';
import { type Entry, type EntryOf, entryTypes, fieldsOf } from '../model/schema.ts';
import type { Survey } from '../model/settings.ts';

/** Every role a contact can have, in the order of the schema. */
export const roleNames: readonly string[] = fieldsOf('contact')['roles']?.choices ?? [];

/** Someone the journal names, as names are compared. */
export interface Person {
  readonly key: string;
  readonly name: string;
  readonly company: string | undefined;
  /** Roles known by the day the survey was sent, in the order of the schema. */
  readonly roles: readonly string[];
  /** Roles known by the ledger's day. */
  readonly rolesNow: readonly string[];
}

/** Why someone was not asked: a role that is left out, connected later, not on the list, not a contact at all. */
export type Unasked = 'role' | 'later' | 'unlisted' | 'unknown';

/** Words of `asked` that mean every contact, as names are compared. */
const everyone: ReadonlySet<string> = new Set(
  ['all', 'everyone', 'everybody', 'tous', 'toutes', 'tous les contacts', 'tout le monde'].map(foldName),
);

/** Whether a word of `asked` means every contact. */
export function isEveryone(word: string): boolean {
  return everyone.has(foldName(word));
}

export interface Population {
  /** By name. */
  readonly asked: readonly Person[];
  /** Those a role of theirs kept from being asked, by name. */
  readonly leftOut: readonly Person[];
  personOf(name: string): Person;
  whyNot(person: Person): Unasked;
}

/**
 * Who was asked: every contact known by the day the survey was sent, or the names of the list, without whoever had one
 * of the excluded roles by then, whatever other roles they had. With no day it is the ledger's.
 */
export function populationOf(ledger: Ledger, survey: Survey, sent: Day | undefined): Population {
  const contacts = contactsIn(ledger);
  const day = sent ?? ledger.asOf;
  const people = new Map<string, Person>();
  const personOf = (name: string): Person => {
    const key = foldName(name);
    const known = people.get(key) ?? personIn(key, name, contacts.get(key) ?? [], day);
    people.set(key, known);
    return known;
  };
  const excluded = new Set((survey['exclude-roles'] ?? []).map(foldName));
  const hasExcluded = ({ roles }: Person) => roles.some((role) => excluded.has(foldName(role)));
  const list = (survey.asked ?? ['all']).filter((name) => name !== '');
  const known = [...contacts.values()].filter((entries) => entries.some(({ date }) => date <= day));
  const names = list.flatMap((name) =>
    isEveryone(name) ? known.flatMap(([first]) => first?.contact ?? []) : [name],
  );
  const all = [...new Set(names.map(personOf))].sort(byName);
  const asked = all.filter((person) => !hasExcluded(person));
  const isAll = list.some(isEveryone);
  return {
    asked,
    leftOut: all.filter(hasExcluded),
    personOf,
    whyNot: (person) => {
      if (hasExcluded(person)) return 'role';
      const entries = contacts.get(person.key);
      if (!entries) return 'unknown';
      return isAll ? 'later' : 'unlisted';
    },
  };
}

/** Names of a list of those asked whom nothing in the journal names, each with what the journal has nearest. */
export function strangersIn(ledger: Ledger, survey: Survey): { name: string; near: string | undefined }[] {
  const list = (survey.asked ?? []).filter((name) => name !== '' && !isEveryone(name));
  if (list.length === 0) return [];
  const named = new Map<string, string>();
  for (const entry of ledger.entries)
    for (const name of namedIn(entry)) if (!named.has(foldName(name))) named.set(foldName(name), name.trim());
  const unknown = new Map(list.map((name) => [foldName(name), name.trim()]));
  return [...unknown]
    .filter(([key]) => !named.has(key))
    .map(([, name]) => ({ name, near: nearest(name, named.values()) }));
}

const personFields = new Map(
  entryTypes.map((type) => [
    type,
    Object.entries(fieldsOf(type)).flatMap(([name, { person }]) => (person && name !== 'met' ? [name] : [])),
  ]),
);

/** Everyone whom an entry names. */
function namedIn(entry: Entry): string[] {
  const fields: Readonly<Record<string, unknown>> = entry;
  const names = (personFields.get(entry.type) ?? []).flatMap((name) => {
    const value = fields[name];
    return typeof value === 'string' ? [value] : [];
  });
  return entry.type === 'activity' ? [...names, ...(entry.met?.names ?? [])] : names;
}

/** People by name, the same under every locale. */
export function byName(a: Person, b: Person): number {
  return byCodePoint(a.key, b.key);
}

/** The spelling that is written most often; of several, the first by code point. */
export function commonest(spellings: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const each of spellings) counts.set(each, (counts.get(each) ?? 0) + 1);
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || byCodePoint(a, b));
  return best?.[0] ?? '';
}

/** The entries of each contact, by date. */
function contactsIn({ entries }: Ledger): ReadonlyMap<string, readonly EntryOf<'contact'>[]> {
  const found = new Map<string, EntryOf<'contact'>[]>();
  for (const entry of entries) {
    if (entry.type !== 'contact') continue;
    const key = foldName(entry.contact);
    const same = found.get(key);
    if (same) same.push(entry);
    else found.set(key, [entry]);
  }
  for (const same of found.values())
    same.sort((a, b) => a.date - b.date || byCodePoint(a.company ?? '', b.company ?? ''));
  return found;
}

function personIn(key: string, name: string, entries: readonly EntryOf<'contact'>[], day: Day): Person {
  const rolesBy = (last: Day) => {
    const found = new Set(entries.flatMap(({ date, roles }) => (date <= last ? (roles ?? []) : [])));
    return roleNames.filter((role) => found.has(role));
  };
  return {
    key,
    name: (entries.length > 0 ? commonest(entries.map(({ contact }) => contact)) : name).trim(),
    company: entries.findLast(({ company }) => company !== undefined)?.company,
    roles: rolesBy(day),
    rolesNow: rolesBy(Number.POSITIVE_INFINITY),
  };
}
