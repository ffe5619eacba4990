import { byCodePoint } from '../../model/names.ts';
import type { Phrase } from '../../model/text.ts';
import type { FinishedRow } from './finish-rows.ts';
import {
  columnOrder,
  type JournalCsv,
  type JournalRecord,
  openJournalCsv,
  rowText,
  unguarded,
} from './journal-csv.ts';
import { type Refusal, refuse, type Told } from './row.ts';

/** A row that the source tells otherwise now, or has taken back. */
export interface Change {
  readonly id: string;
  /** What differs; none where the source has taken the row back. */
  readonly cells: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

export interface Merged {
  readonly text: string;
  /** Rows that were not there before. */
  readonly fresh: number;
  readonly known: number;
  /** New rows dated before the newest that was there of their sort. */
  readonly late: number;
  readonly changes: readonly Change[];
  /** New rows that tell again what others have told. */
  readonly overlapping: number;
}

export interface MergeRules {
  /** What the source is called in ids. */
  readonly prefix: string;
  /** The columns of a new file. */
  readonly columns: readonly string[];
  /** `stream/key` of what the source has taken back. */
  readonly withdrawn: readonly string[];
  /** Whether changed rows are written anew, and withdrawn ones removed. */
  readonly isUpdate: boolean;
  clashes?: ((one: Told, other: Told) => boolean) | undefined;
}

interface Placed extends JournalRecord {
  readonly id: string;
  readonly date: string;
}

/**
 * Brings rows into a file of the journal's CSV. Rows that are there stay as they are, byte for byte; new ones come in
 * by date, then id. A row that differs in what the source tells of it is reported, and written anew only for an update.
 */
export function mergeRows(
  before: string | undefined,
  rows: readonly FinishedRow[],
  rules: MergeRules,
): Merged | Refusal {
  const used = new Set(rows.flatMap((row) => Object.keys(row.fields)));
  const base = before === undefined || before.trim() === '' ? undefined : before;
  const opened = base === undefined ? newFile([...rules.columns, ...used]) : openJournalCsv(base);
  if (!opened?.columns.includes('id') || !opened.columns.includes('date'))
    return refuse(words.unsound, words.mend);
  const at = (name: string) => opened.columns.indexOf(name);
  const old: Placed[] = opened.records.map((record) => ({
    ...record,
    id: record.cells[at('id')] ?? '',
    date: record.cells[at('date')] ?? '',
  }));
  const byId = new Map(old.map((record) => [record.id, record]));
  const told = old.flatMap(({ id, date }) => toldBy(id, date, rules.prefix));
  const newest = new Map<string, string>();
  for (const { stream, date } of told) if (date > (newest.get(stream) ?? '')) newest.set(stream, date);

  const changes: Change[] = [];
  const replaced = new Map<string, FinishedRow | undefined>();
  const added: FinishedRow[] = [];
  let late = 0;
  let known = 0;
  let overlapping = 0;
  for (const row of rows) {
    const record = byId.get(row.id);
    if (record) {
      const cells = differences(record, row, opened);
      if (cells.length === 0) known++;
      else {
        changes.push({ id: row.id, cells });
        replaced.set(row.id, row);
      }
      continue;
    }
    const date = row.fields['date'] ?? '';
    const self = { stream: row.stream, key: row.key, date };
    if (rules.clashes && told.some((other) => rules.clashes?.(self, other))) {
      overlapping++;
      continue;
    }
    if (date < (newest.get(row.stream) ?? '')) late++;
    added.push(row);
  }
  for (const place of new Set(rules.withdrawn)) {
    const id = `${rules.prefix}:${place}`;
    if (!byId.has(id) || replaced.has(id)) continue;
    changes.push({ id, cells: [] });
    replaced.set(id, undefined);
  }
  const counts = { fresh: added.length - late, known, late, changes, overlapping };
  const isChanging = rules.isUpdate && changes.length > 0;
  if (added.length === 0 && !isChanging) return { ...counts, text: before ?? '' };
  const kept = isChanging ? updated(old, replaced, opened) : old;
  return { ...counts, text: written(opened, kept, added, isChanging ? [...replaced.values()] : []) };
}

function newFile(names: readonly string[]): JournalCsv {
  const wanted = new Set(['type', 'date', 'group', 'id', 'tags', 'note', ...names]);
  const columns = columnOrder.filter((name) => wanted.has(name));
  return { delimiter: ',', eol: '\n', columns, head: `${columns.join(',')}\n`, records: [] };
}

/** What the id of a row says of it, where the source gave it. */
function toldBy(id: string, date: string, prefix: string): Told[] {
  if (!id.startsWith(`${prefix}:`)) return [];
  const rest = id.slice(prefix.length + 1);
  const slash = rest.indexOf('/');
  return slash < 0 ? [] : [{ stream: rest.slice(0, slash), key: rest.slice(slash + 1), date }];
}

function differences(
  record: JournalRecord,
  row: FinishedRow,
  { columns, delimiter }: JournalCsv,
): Change['cells'] {
  return row.told.flatMap((field) => {
    const after = row.fields[field] ?? '';
    const cell = unguarded(record.cells[columns.indexOf(field)] ?? '');
    // A spreadsheet that saved the file with `;` wrote its decimal commas too.
    const plain = delimiter === ';' ? cell.replace(/^(-?\d+),(\d+)/, '$1.$2') : cell;
    return after === '' || isSameValue(plain, after) ? [] : [{ field, before: cell, after }];
  });
}

/** The same text, or the same amount with other decimals: `3400.00 EUR` is `3400 EUR`. */
function isSameValue(one: string, other: string): boolean {
  const written = (value: string) => value.replace(/^(-?\d+)\.0+(?!\d)|^(-?\d+\.\d*?[1-9])0+(?!\d)/, '$1$2');
  return one === other || written(one) === written(other);
}

function updated(
  old: readonly Placed[],
  replaced: ReadonlyMap<string, FinishedRow | undefined>,
  { columns, delimiter, eol }: JournalCsv,
): Placed[] {
  return old.flatMap((record) => {
    if (!replaced.has(record.id)) return [record];
    const row = replaced.get(record.id);
    if (!row) return [];
    const cells = columns.map((name, i) => {
      const cell = unguarded(record.cells[i] ?? '');
      return row.told.includes(name) ? (row.fields[name] ?? cell) : cell;
    });
    return [{ ...record, cells, text: rowText(cells, delimiter, eol) }];
  });
}

/** The file with the rows added, each after those of its date and before; columns it lacks come at its end. */
function written(
  { columns, delimiter, eol, head }: JournalCsv,
  old: readonly Placed[],
  added: readonly FinishedRow[],
  renewed: readonly (FinishedRow | undefined)[],
): string {
  const used = new Set(added.flatMap((row) => Object.keys(row.fields)));
  for (const row of renewed) for (const field of row?.told ?? []) if (row?.fields[field]) used.add(field);
  const missing = columnOrder.filter((name) => used.has(name) && !columns.includes(name));
  const all = [...columns, ...missing];
  const widen = (line: string) => {
    const [end = ''] = /(?:\r\n|\n|\r)$/.exec(line) ?? [];
    return line.trim() === ''
      ? line
      : `${line.slice(0, line.length - end.length)}${delimiter.repeat(missing.length)}${end}`;
  };
  const headLine =
    missing.length === 0
      ? head
      : `${head.replace(/[\r\n]+$/, '')}${delimiter}${missing.join(delimiter)}${eol}`;
  const rows = added
    .map((row) => ({ date: row.fields['date'] ?? '', id: row.id, row }))
    .sort((a, b) => byCodePoint(a.date, b.date) || byCodePoint(a.id, b.id));
  const out: string[] = [];
  const push = (line: string) => void out.push(/[\r\n]$/.test(line) ? line : line + eol);
  push(headLine);
  let next = 0;
  for (const { date, id, row } of rows) {
    for (; next < old.length; next++) {
      const record = old[next];
      if (!record || record.date > date || (record.date === date && record.id > id)) break;
      push(widen(record.text));
    }
    push(
      rowText(
        all.map((name) => (name === 'id' ? id : (row.fields[name] ?? ''))),
        delimiter,
        eol,
      ),
    );
  }
  for (const record of old.slice(next)) push(widen(record.text));
  return out.join('');
}

const words = {
  unsound: {
    en: 'the file that earlier imports went into has no sound rows with an id and a date',
    fr: 'le fichier des imports précédents n’a pas de lignes correctes avec un id et une date',
  },
  mend: { en: 'netroi check says what is wrong', fr: 'netroi check dit ce qui ne va pas' },
} satisfies Record<string, Phrase>;
