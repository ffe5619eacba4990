import type { EntryType } from '../model/schema.ts';
import { orderBy, type Respell, spelledKind, typeNamed } from './canonical.ts';

/** A CSV file as it was read. */
export interface CsvTable {
  /** What stands before the header: a spreadsheet's `sep=;` line, its line end included. */
  readonly preamble: string;
  readonly delimiter: string;
  /** The file's own line end. */
  readonly eol: string;
  readonly columns: readonly string[];
  /** The type of the rows that name none. */
  readonly type: EntryType | undefined;
  /** The cells of each row below the header. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * A CSV file of a journal, without a fault, in canonical form: rows by date, equal dates in the file's order; dates,
 * durations and amounts respelled, with the decimal mark that each amount has; quotes where a cell needs them and
 * nowhere else; no blanks around cells and no blank lines. Columns, delimiter and line ends stay as they are.
 */
export function formatCsv(table: CsvTable, respell: Respell): string {
  const { preamble, columns, delimiter, eol } = table;
  const typeAt = columns.indexOf('type');
  const dateAt = columns.indexOf('date');
  let last = '';
  const dates = table.rows.map((row) => {
    last = row[dateAt]?.trim() || last;
    return last;
  });
  const rows = table.rows.map((row) => {
    const type = typeNamed(row[typeAt]?.trim() || undefined) ?? table.type;
    return row.map((cell, i) =>
      respelledCell(cell.trim(), columns[i] ?? '', type, delimiter === ';', respell),
    );
  });
  const lines = [columns, ...orderBy(dates).flatMap((i) => [rows[i] ?? []])];
  return (
    preamble +
    lines.map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + eol).join('')
  );
}

function respelledCell(
  cell: string,
  column: string,
  type: EntryType | undefined,
  comma: boolean,
  respell: Respell,
): string {
  const kind = type && spelledKind(type, column);
  return (kind && cell !== '' && respell(kind, cell, comma)) || cell;
}

function quoted(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
