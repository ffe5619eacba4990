import type { Diagnostic } from '../model/diagnostic.ts';
import type { EntryType } from '../model/schema.ts';
import type { Settings } from '../model/settings.ts';
import { cellSpan } from './csv.ts';
import { type CsvFile, isColumn, quoteDiagnostic } from './csv-file.ts';
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
import { type Draft, type FieldPlan, planOf } from './fields.ts';
import { type Fault, isFault } from './scalars.ts';

/** Reads the rows of a CSV file into typed entries; one that names no member is the one's who is given. */
export function readCsvEntries(
  file: CsvFile,
  settings: Settings,
  member: string | undefined,
  report: (diagnostic: Diagnostic) => void,
  onEntry: (share: number) => void = () => {},
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

  const blameAt = columns.map((name) => (found: Fault) => reportAt(found, origin, current, name));
  let current = 0;
  for (let record = 1; record < records.count; record++) {
    onEntry(record / records.count);
    current = record;
    const cells = records.cellsOf(record);
    if (!cells) {
      report(quoteDiagnostic(origin, records.spanOf(record), delimiter));
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
    const plans = plansFor(type);
    let isSound = true;
    for (let column = 0; column < columns.length; column++) {
      const cell = cells[column]?.trim();
      const blame = blameAt[column];
      if (!cell || column === typeColumn || !blame) continue;
      const plan = plans[column];
      if (!plan) {
        reportStray(column, type, blame);
        isSound = false;
      } else if (!readCell(draft, plan, cell, blame)) isSound = false;
    }
    const entry = finishEntry(draft, settings, reportAt, member);
    if (entry && isSound) result.entries.push(entry);
    else result.faulty.push(draft);
  }
  return result;

  /** A cell of a field that the type does not have; an unknown column was told once, at the header. */
  function reportStray(column: number, type: EntryType, blame: (found: Fault) => void): void {
    const name = columns[column] ?? '';
    if (name === '') {
      const span = cellSpan(origin.text, records.spanOf(current), delimiter, column);
      report({ code: 'unnamed-column', source: origin, span, params: {} });
    } else if (isColumn(name)) blame(unknownKey(type, name));
  }

  function readCell(draft: Draft, plan: FieldPlan, cell: string, blame: (found: Fault) => void): boolean {
    if (!plan.isList) return setField(draft, plan, plan.isText ? unguarded(cell) : cell, rules, blame);
    const items = unguarded(cell)
      .split('|')
      .map((item) => item.trim());
    const itemRules = items.length > 1 ? listRules : rules;
    return items.reduce(
      (isSound, item) => (item === '' || setField(draft, plan, item, itemRules, blame)) && isSound,
      true,
    );
  }
}

/** An export puts `'` before a text that a spreadsheet would run as a formula: take it off. */
function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function hasFittingCells(
  cells: readonly string[],
  file: CsvFile,
  record: number,
  report: (diagnostic: Diagnostic) => void,
): boolean {
  const { origin, records, columns, delimiter } = file;
  if (cells.length === columns.length) return true;
  const extra = cells.slice(columns.length).findIndex((cell) => cell.trim() !== '');
  if (cells.length >= columns.length && extra < 0) return true;
  const span = records.spanOf(record);
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
