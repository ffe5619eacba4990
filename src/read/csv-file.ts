import type { Diagnostic } from '../model/diagnostic.ts';
import { nearest } from '../model/names.ts';
import { type EntryType, entryTypes } from '../model/schema.ts';
import type { Settings } from '../model/settings.ts';
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
import {
  diagnosticAt,
  finishEntry,
  markGiven,
  type ReadEntries,
  type Report,
  readType,
  setField,
  unknownKey,
} from './entries.ts';
import { type Draft, type FieldPlan, pathsOf, planOf, typesWith } from './fields.ts';
import { isFault } from './scalars.ts';

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

function isColumn(name: string): boolean {
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
    const span = records.spans[record] ?? [0, 0];
    // A file with no type column has its type from its name: the fault is the row's.
    const column = field === undefined ? -1 : columns.indexOf(field);
    return column < 0 ? span : cellSpan(text, span, delimiter, column);
  };
  const origin: Source = { name, text, spanOf };
  const misnamed: string[] = [];
  columns.forEach((column, i) => {
    const span = cellSpan(text, records.spans[0] ?? [0, 0], delimiter, i);
    if (column === '') return;
    if (columns.indexOf(column) < i)
      report({ code: 'duplicate-column', source: origin, span, params: { column } });
    if (isColumn(column)) return;
    const near = nearest(column, ['type', ...entryTypes.flatMap(pathsOf)]);
    if (near !== undefined) misnamed.push(near);
    report({ code: 'unknown-column', source: origin, span, params: near ? { column, near } : { column } });
  });
  if (records.cellsOf(0) === undefined && records.spans[0])
    report(quoteDiagnostic(origin, records.spans[0], delimiter));
  return { origin, records, columns, misnamed, delimiter, type: typeOfFileName(name) };
}

/** Reads the rows of a CSV file into typed entries. */
export function readCsvEntries(
  file: CsvFile,
  settings: Settings,
  report: (diagnostic: Diagnostic) => void,
): ReadEntries {
  const { origin, records, columns, delimiter } = file;
  const rules = { currency: settings.currency, comma: delimiter === ';', isInList: false };
  const listRules = { ...rules, isInList: true };
  const result: ReadEntries = { entries: [], faulty: [] };
  const reportAt: Report = (...args) => report(diagnosticAt(...args));
  const typeColumn = columns.indexOf('type');
  const plansByType = new Map<EntryType, (FieldPlan | undefined)[]>();
  const plansFor = (type: EntryType) => {
    let plans = plansByType.get(type);
    if (!plans) {
      plans = columns.map((column) => planOf(type, column));
      plansByType.set(type, plans);
    }
    return plans;
  };

  for (let record = 1; record < records.spans.length; record++) {
    const cells = records.cellsOf(record);
    if (!cells) {
      report(quoteDiagnostic(origin, records.spans[record] ?? [0, 0], delimiter));
      continue;
    }
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (!hasFittingCells(cells, file, record, report)) continue;
    // Where the column of types is misnamed, that is said once, at the header.
    if (typeColumn < 0 && file.misnamed.includes('type')) continue;
    const word = cells[typeColumn]?.trim();
    const type = word || !file.type ? readType(word || undefined) : file.type;
    if (isFault(type)) {
      reportAt(type, origin, record, word ? 'type' : undefined);
      continue;
    }
    const draft: Draft = { type, origin, record };
    for (const field of file.misnamed) markGiven(draft, field);
    const isSound = readCells(draft, cells, plansFor(type));
    const entry = finishEntry(draft, settings, reportAt);
    if (entry && isSound) result.entries.push(entry);
    else result.faulty.push(draft);
  }
  return result;

  function readCells(
    draft: Draft,
    cells: readonly string[],
    plans: readonly (FieldPlan | undefined)[],
  ): boolean {
    let isSound = true;
    for (let column = 0; column < columns.length; column++) {
      const cell = cells[column]?.trim();
      if (!cell || column === typeColumn) continue;
      const name = columns[column] ?? '';
      const { type, record } = draft as { type: EntryType; record: number };
      const blame: Parameters<typeof setField>[4] = (found) => reportAt(found, origin, record, name);
      const plan = plans[column];
      if (!plan) {
        // An unknown column is reported once, at the header.
        if (name !== '' && isColumn(name)) blame(unknownKey(type, name));
        else if (name === '')
          report({
            code: 'unnamed-column',
            source: origin,
            span: cellSpan(origin.text, records.spans[record] ?? [0, 0], delimiter, column),
            params: {},
          });
        isSound = false;
      } else if (plan.isList) {
        const items = unguarded(cell).split('|');
        for (const item of items) {
          if (item.trim() === '') continue;
          isSound =
            setField(draft, plan, item.trim(), items.length > 1 ? listRules : rules, blame) && isSound;
        }
      } else isSound = setField(draft, plan, plan.isText ? unguarded(cell) : cell, rules, blame) && isSound;
    }
    return isSound;
  }
}

/** An export puts `'` before a text that a spreadsheet would run as a formula: take it off. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function hasFittingCells(
  cells: readonly string[],
  file: CsvFile,
  record: number,
  report: (diagnostic: Diagnostic) => void,
): boolean {
  const { origin, records, columns, delimiter } = file;
  const extra = cells.slice(columns.length).findIndex((cell) => cell.trim() !== '');
  if (cells.length >= columns.length && extra < 0) return true;
  const span = records.spans[record] ?? [0, 0];
  const params = {
    cells: cells.length,
    columns: columns.length,
    delimiter: delimiter === '\t' ? 'tab' : delimiter,
  };
  if (extra < 0) {
    report({ code: 'short-row', source: origin, span, params });
    return true;
  }
  report({
    code: 'extra-cells',
    source: origin,
    span: cellSpan(origin.text, span, delimiter, columns.length + extra),
    params,
  });
  return false;
}

function quoteDiagnostic(source: Source, record: Span, delimiter: Delimiter): Diagnostic {
  const { span, isUnclosed } = quoteFault(source.text, record, delimiter);
  return { code: isUnclosed ? 'unclosed-quote' : 'stray-quote', source, span, params: {} };
}
