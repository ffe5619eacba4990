import { fieldsOf } from '../model/schema.ts';
import type { NewEntry } from './entry-text.ts';
import { lineEndOf, withLines } from './lines.ts';

/** What the header of a CSV file says of its rows. */
export interface CsvShape {
  readonly columns: readonly string[];
  readonly delimiter: string;
}

/** The columns that an entry needs of a file, as they may be called there. */
export function columnsFor({ type, values }: NewEntry, hasType: boolean): string[] {
  const paths = [...values.keys()];
  const order = Object.keys(fieldsOf(type));
  const rank = (path: string) => order.indexOf(path.split('.')[0] ?? path);
  return [...(hasType ? ['type'] : []), ...paths.sort((a, b) => rank(a) - rank(b))];
}

/** The field of the column that a value goes into: `time` may be called `time.event`, and the other way round. */
export function columnOf(path: string, columns: readonly string[]): string | undefined {
  const others: Readonly<Record<string, string>> = { time: 'time.event', 'time.event': 'time' };
  return [path, others[path] ?? path].find((each) => columns.includes(each));
}

/** A CSV text with a row more for an entry; its columns must have room for all of the entry's values. */
export function appendCsv(text: string, { columns, delimiter }: CsvShape, entry: NewEntry): string {
  const cells = new Map<string, string>([['type', entry.type]]);
  for (const [path, values] of entry.values) {
    const column = columnOf(path, columns);
    if (column !== undefined) cells.set(column, guarded(values.join('|')));
  }
  const row = columns.map((column) => cellText(cells.get(column) ?? '', delimiter)).join(delimiter);
  return withLines(text, text.length, [row]);
}

/** A new CSV file for an entry and those to come. */
export function newCsv(columns: readonly string[], entry: NewEntry): string {
  return appendCsv(`${columns.join(',')}${lineEndOf('')}`, { columns, delimiter: ',' }, entry);
}

/** What a spreadsheet would run as a formula is guarded by a `'`, which reading takes off; figures are none. */
export function guarded(value: string): string {
  return /^'*[=+@\t\r]|^'*-(?!\d)/.test(value) ? `'${value}` : value;
}

function cellText(value: string, delimiter: string): string {
  const isBare = !value.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(value);
  return isBare ? value : `"${value.replaceAll('"', '""')}"`;
}
