import type { Met } from '../model/field.ts';
import { foldName } from '../model/names.ts';
import { type Entry, entryTypes, fieldsOf } from '../model/schema.ts';

const personFields = new Map(
  entryTypes.map((type) => [
    type,
    Object.entries(fieldsOf(type)).flatMap(([name, { person }]) => (person ? [name] : [])),
  ]),
);

/** The people that entries name, each once, as names are compared. */
export function peopleIn(entries: readonly Entry[]): ReadonlySet<string> {
  const people = new Set<string>();
  for (const entry of entries) {
    const values: Readonly<Record<string, unknown>> = entry;
    for (const field of personFields.get(entry.type) ?? []) {
      const value = values[field];
      const names = typeof value === 'string' ? [value] : ((value as Met | undefined)?.names ?? []);
      for (const name of names) people.add(foldName(name));
    }
  }
  return people;
}
