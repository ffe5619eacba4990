import { parse } from 'csv-parse/sync';
import { lineEnd, type Span } from '../model/source.ts';

/** The records of a CSV text, in order; a blank line is none. */
export interface CsvRecords {
  readonly count: number;
  /** Where a record starts and ends, without its line end. */
  spanOf(record: number): Span;
  /** The cells of a record as they are, quotes undone; undefined where its quotes do not fit together. */
  cellsOf(record: number): readonly string[] | undefined;
}

export type Delimiter = ',' | ';' | '\t';
const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/** The delimiter that splits a header line into the most known column names. */
export function delimiterOf(header: string, isKnown: (column: string) => boolean): Delimiter {
  const counts = delimiters.map((each) => {
    const cells = splitHeader(header, each);
    return 1000 * cells.filter(isKnown).length + cells.length;
  });
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** The names in a header line, without quotes and outer spaces. */
export function splitHeader(header: string, delimiter: Delimiter): string[] {
  return header.split(delimiter).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}

/**
 * Finds the records of a CSV text (RFC 4180, any line end). A line without a quote is its cells already;
 * csv-parse reads those with quotes, all in one go since a call a record would cost a hundred times more.
 */
export function readCsv(text: string, delimiter: Delimiter, from = 0): CsvRecords {
  // Two flat lists: a hundred thousand pairs would cost the collector more than all the rest.
  const starts: number[] = [];
  const ends: number[] = [];
  const quoted: number[] = [];
  const hasQuotes = text.includes('"');
  for (let start = from; start < text.length; ) {
    let end = lineEnd(text, start);
    if (hasQuotes && text.slice(start, end).includes('"')) {
      end = quotedEnd(text, start, end);
      quoted.push(starts.length);
    }
    if (!isBlank(text, start, end)) {
      starts.push(start);
      ends.push(end);
    }
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  const quotedCells = readQuoted(
    quoted.map((record) => text.slice(starts[record], ends[record])),
    delimiter,
  );
  const byRecord = new Map(quoted.map((record, i) => [record, quotedCells[i]]));
  return {
    count: starts.length,
    spanOf: (record) => [starts[record] ?? 0, ends[record] ?? 0],
    cellsOf: (record) => {
      if (byRecord.size > 0 && byRecord.has(record)) return byRecord.get(record);
      return text.slice(starts[record], ends[record]).split(delimiter);
    },
  };
}

function isBlank(text: string, start: number, end: number): boolean {
  // Nearly every line says at its first letter that it is none.
  return start === end || (text.charCodeAt(start) <= 32 && text.slice(start, end).trim() === '');
}

/** Where a record with quotes ends: at the line end after an even number of them. */
function quotedEnd(text: string, start: number, firstEnd: number): number {
  let count = 0;
  let end = firstEnd;
  for (let at = start; ; ) {
    for (; at < end; at++) if (text.charCodeAt(at) === 34) count++;
    if (count % 2 === 0 || end >= text.length) return end;
    at = end + 1;
    end = lineEnd(text, at);
  }
}

function readQuoted(records: readonly string[], delimiter: Delimiter): readonly (string[] | undefined)[] {
  if (records.length === 0) return [];
  try {
    const rows = parseRecords(records.join('\n'), delimiter);
    if (rows.length === records.length) return rows;
  } catch {
    // At least one record's quotes do not fit together: below, each is tried alone.
  }
  return records.map((record) => {
    try {
      return parseRecords(record, delimiter)[0];
    } catch {
      return undefined;
    }
  });
}

function parseRecords(text: string, delimiter: Delimiter): string[][] {
  return parse(text, {
    delimiter,
    trim: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
}

/** Where the cell in a column of a record stands, quotes and outer spaces left out. */
export function cellSpan(text: string, [start, end]: Span, delimiter: Delimiter, column: number): Span {
  let from = start;
  let inQuotes = false;
  let index = 0;
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] === '"') inQuotes = !inQuotes;
    if (at < end && (text[at] !== delimiter || inQuotes)) continue;
    if (index === column) {
      const cell = text.slice(from, at);
      const left = /^\s*"?/.exec(cell)?.[0].length ?? 0;
      const kept = cell.slice(left).replace(/"?\s*$/, '').length;
      return [from + left, from + left + kept];
    }
    index++;
    from = at + 1;
  }
  return [end, end];
}

/** Where the quotes of a record stop fitting together, and whether one is never closed. */
export function quoteFault(
  text: string,
  [start, end]: Span,
  delimiter: Delimiter,
): { span: Span; isUnclosed: boolean } {
  let open: number | undefined;
  let cellStart = start;
  for (let at = start; at < end; at++) {
    const sign = text[at];
    if (open !== undefined) {
      if (sign !== '"') continue;
      if (text[at + 1] === '"') at++;
      else {
        const rest = /^[^\S\r\n]*/.exec(text.slice(at + 1, end))?.[0].length ?? 0;
        const next = at + 1 + rest;
        if (next < end && text[next] !== delimiter) return { span: [open, at + 1], isUnclosed: false };
        open = undefined;
      }
    } else if (sign === delimiter) cellStart = at + 1;
    else if (sign === '"') {
      if (text.slice(cellStart, at).trim() !== '') return { span: [at, at + 1], isUnclosed: false };
      open = at;
    }
  }
  return open === undefined
    ? { span: [start, end], isUnclosed: false }
    : { span: [open, open + 1], isUnclosed: true };
}
