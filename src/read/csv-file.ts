import type { Diagnostic } from '../model/diagnostic.ts';
import { nearest } from '../model/names.ts';
import { type EntryType, entryTypes } from '../model/schema.ts';
import type { Source, Span } from '../model/source.ts';
import {
  type CsvRecords,
  cellSpan,
  type Delimiter,
  delimiterOf,
  quoteFault,
  readCsv,
  splitHeader,
} from './csv.ts';
import { pathsOf, typesWith } from './fields.ts';

/** A CSV file split into records, with its header understood. */
export interface CsvFile {
  readonly origin: Source;
  readonly records: CsvRecords;
  readonly columns: readonly string[];
  /** The fields that unknown columns were most likely meant for: they are not called missing too. */
  readonly misnamed: readonly string[];
  readonly delimiter: Delimiter;
  /** The type of entries whose row names none, from the file's name. */
  readonly type: EntryType | undefined;
}

/** Whether a first line is a CSV header: it holds delimited words, one of them a field's name. */
export function isCsvHeader(line: string): boolean {
  if (/^\s*([-#{[%]|\S+:(\s|$))/.test(line)) return false;
  const columns = splitHeader(line, delimiterOf(line, isColumn));
  // `Date` is no column, but it is no YAML either: the CSV reader will say what was meant.
  const isNamed = columns.some((column) => isColumn(column.toLowerCase()));
  return isNamed && (columns.length > 1 || line.trim() === columns[0]);
}

/** Whether a name is that of a column: `type`, or a field of some entry type. */
export function isColumn(name: string): boolean {
  return name === 'type' || typesWith(name).length > 0;
}

/** The type that a file's name starts with, in the singular or plural: `sales-2026.csv` → sale. */
export function typeOfFileName(name: string): EntryType | undefined {
  const base = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  return entryTypes.find((type) => {
    const plural = type === 'visits' ? 'visits' : type.replace(/y$/, 'ie').replace(/ch$/, 'che').concat('s');
    return [type, plural].some((word) => base.startsWith(word) && !/^\p{L}/u.test(base.slice(word.length)));
  });
}

/** Splits a CSV text into records and reads its header; faults of the header are reported. */
export function openCsv(name: string, text: string, report: (diagnostic: Diagnostic) => void): CsvFile {
  // A spreadsheet's own first line, `sep=;`, says the delimiter and is no row.
  const [excelLine = '', excelDelimiter] = /^\s*"?sep=([,;\t])"?[^\S\r\n]*(?:\r\n|[\r\n])/i.exec(text) ?? [];
  const [headerLine = ''] = /^\s*[^\r\n]*/.exec(text.slice(excelLine.length)) ?? [];
  const delimiter = (excelDelimiter as Delimiter | undefined) ?? delimiterOf(headerLine, isColumn);
  const records = readCsv(text, delimiter, excelLine.length);
  const header = records.cellsOf(0) ?? [];
  const columns = header.map((cell) => cell.trim());
  const spanOf = (record: number, field?: string): Span => {
    const span = records.spanOf(record);
    // A file with no type column has its type from its name: the fault is the row's.
    const column = field === undefined ? -1 : columns.indexOf(field);
    return column < 0 ? span : cellSpan(text, span, delimiter, column);
  };
  const origin: Source = { name, text, spanOf };
  const misnamed: string[] = [];
  columns.forEach((column, i) => {
    const span = cellSpan(text, records.spanOf(0), delimiter, i);
    if (column === '') return;
    if (columns.indexOf(column) < i)
      report({ code: 'duplicate-column', source: origin, span, params: { column } });
    if (isColumn(column)) return;
    const near = nearest(column, ['type', ...entryTypes.flatMap(pathsOf)]);
    if (near !== undefined) misnamed.push(near);
    report({ code: 'unknown-column', source: origin, span, params: near ? { column, near } : { column } });
  });
  if (records.cellsOf(0) === undefined) report(quoteDiagnostic(origin, records.spanOf(0), delimiter));
  return { origin, records, columns, misnamed, delimiter, type: typeOfFileName(name) };
}

/** What is wrong with the quotes of a record. */
export function quoteDiagnostic(source: Source, record: Span, delimiter: Delimiter): Diagnostic {
  const { span, isUnclosed } = quoteFault(source.text, record, delimiter);
  return { code: isUnclosed ? 'unclosed-quote' : 'stray-quote', source, span, params: {} };
}
