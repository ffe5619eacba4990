import { byGroup, inOrder, none } from '../measure/dimensions.ts';
import type { Person } from '../measure/network.ts';
import type { Ledger } from '../model/ledger.ts';
import { byCodePoint, foldName } from '../model/names.ts';
import type { NamedCell } from '../model/report.ts';
import { fieldsOf } from '../model/schema.ts';
import type { Phrase } from '../model/text.ts';
import { nameOf } from './rows.ts';
import { roleCell } from './survey-words.ts';

/** Who stands in a row. */
export interface ContactRow {
  readonly name: NamedCell;
  readonly people: readonly Person[];
}

/** What the rows of `contacts` can stand for. */
export interface ContactDimension {
  readonly id: 'role' | 'company' | 'group';
  readonly label: Phrase;
  rowsOf(people: readonly Person[], ledger: Ledger): ContactRow[];
}

/** Every dimension of `contacts --by`, the usual one first. */
export const contactDimensions: readonly [ContactDimension, ...ContactDimension[]] = [
  {
    id: 'role',
    label: { en: 'Role', fr: 'Rôle' },
    rowsOf: (people) => {
      const rows = sorted(people, ({ roles }) => roles);
      const keys = fieldsOf('contact')['roles']?.choices ?? [];
      return [...keys, none].flatMap((key) => rowOf(roleCell(key), rows.get(key)));
    },
  },
  {
    id: 'company',
    label: { en: 'Company', fr: 'Entreprise' },
    rowsOf: (people, ledger) => {
      const rows = sorted(people, ({ company }) => (company === undefined ? [] : [foldName(company)]));
      const keys = [...rows.keys()].filter((key) => key !== none);
      const size = (key: string) => rows.get(key)?.length ?? 0;
      keys.sort((a, b) => size(b) - size(a) || byCodePoint(a, b));
      return [...keys, none].flatMap((key) => {
        const own = rows.get(key);
        const name = own?.[0]?.company?.trim() ?? key;
        return rowOf(key === none ? nameOf(none, byGroup, ledger) : { key: name, name }, own);
      });
    },
  },
  {
    id: 'group',
    label: { en: 'Group', fr: 'Groupe' },
    rowsOf: (people, ledger) => {
      const rows = sorted(people, ({ groups }) => groups);
      return inOrder(rows.keys(), byGroup, ledger).flatMap((key) =>
        rowOf(nameOf(key, byGroup, ledger), rows.get(key)),
      );
    },
  },
];

/** The people of each key; those of none under `(none)`. */
function sorted(
  people: readonly Person[],
  keysOf: (person: Person) => readonly string[],
): ReadonlyMap<string, readonly Person[]> {
  const rows = new Map<string, Person[]>();
  for (const person of people) {
    const keys = keysOf(person);
    for (const key of keys.length > 0 ? keys : [none]) {
      const row = rows.get(key);
      if (row) row.push(person);
      else rows.set(key, [person]);
    }
  }
  return rows;
}

function rowOf(name: NamedCell, people: readonly Person[] | undefined): ContactRow[] {
  return people ? [{ name, people }] : [];
}
