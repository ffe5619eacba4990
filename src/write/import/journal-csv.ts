import { parse } from 'csv-parse/sync';
import { entryTypes, fieldsOf } from '../../model/schema.ts';
import { lineEnd } from '../../model/source.ts';
import { type Delimiter, delimiters } from './grid.ts';

/** A CSV file of the journal, whose lines are kept as they are. */
export interface JournalCsv {
  readonly delimiter: Delimiter;
  readonly eol: string;
  readonly columns: readonly string[];
  /** What stands before the first row: the header, and what is above it. */
  readonly head: string;
  readonly records: readonly JournalRecord[];
}

export interface JournalRecord {
  /** As it stands, its line end included. */
  readonly text: string;
  readonly cells: readonly string[];
}

/** Splits a CSV file of the journal into its rows; undefined where its quotes do not fit together. */
export function openJournalCsv(text: string): JournalCsv | undefined {
  const lines = recordsOf(text);
  const at = lines.findIndex((line) => line.trim() !== '' && !/^\s*"?sep=/i.test(line));
  const header = lines[at] ?? '';
  const known = (delimiter: Delimiter) =>
    header.split(delimiter).filter((name) => isColumn(bare(name))).length;
  const delimiter = delimiters.reduce(
    (best, each) => (known(each) > known(best) ? each : best),
    delimiters[0] ?? ',',
  );
  const filled = lines.filter((line, i) => i >= at && line.trim() !== '');
  let rows: string[][];
  try {
    rows = parse(filled.join('\n').replace(/^\ufeff/, ''), {
      delimiter,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch {
    return undefined;
  }
  if (rows.length !== filled.length) return undefined;
  const [columns = [], ...cells] = rows;
  let next = 0;
  const records = lines
    .slice(at + 1)
    .map((line) => ({ text: line, cells: line.trim() === '' ? [] : (cells[next++] ?? []) }));
  return {
    delimiter,
    eol: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    columns,
    head: lines.slice(0, at + 1).join(''),
    records,
  };
}

/** The records of a text with their line ends: a line end within quotes parts none. */
function recordsOf(text: string): string[] {
  const out: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start;
    let isOpen = false;
    do {
      const from = end;
      end = lineEnd(text, from);
      for (let at = from; at < end; at++) if (text.charCodeAt(at) === 34) isOpen = !isOpen;
      end += text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0;
    } while (isOpen && end < text.length);
    out.push(text.slice(start, end));
    start = end;
  }
  return out;
}

function bare(name: string): string {
  return name.trim().replace(/^"(.*)"$/, '$1');
}

function isColumn(name: string): boolean {
  return name === 'type' || columnOrder.includes(name);
}

/** Every column in canonical order, those of all types one after another. */
export const columnOrder: readonly string[] = orderOfColumns();

function orderOfColumns(): string[] {
  const common = ['member', 'id', 'tags', 'note'];
  const own = entryTypes.flatMap((type) =>
    Object.entries(fieldsOf(type)).flatMap(([name, { kind }]) =>
      kind === 'time'
        ? [name, ...['event', 'prep', 'travel', 'recovery'].map((part) => `${name}.${part}`)]
        : [name],
    ),
  );
  return [...new Set(['type', 'date', 'group', ...own.filter((name) => !common.includes(name)), ...common])];
}

/** A cell as reading takes it: the `'` before what a spreadsheet would run is taken off. */
export function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** A row of a CSV file, its line end included; texts that a spreadsheet would run are guarded. */
export function rowText(cells: readonly string[], delimiter: string, eol: string): string {
  return cells.map((cell) => cellText(cell, delimiter)).join(delimiter) + eol;
}

function cellText(cell: string, delimiter: string): string {
  const guarded = /^[=+@\t\r]|^-(?!\d)/.test(cell) ? `'${cell}` : cell;
  const isBare = !guarded.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(guarded);
  return isBare ? guarded : `"${guarded.replaceAll('"', '""')}"`;
}
