import type { Day } from '../../model/day.ts';
import { foreignDay, orderOf, serialDay } from './foreign-date.ts';
import type { Grid, Table } from './grid.ts';

/** A date of a BNI report: ISO with a time, a spreadsheet's serial number, or day before month where nothing says otherwise. */
export function palmsDay(value: string, others: readonly string[] = []): Day | undefined {
  const order = orderOf([value, ...others]);
  return serialDay(value) ?? foreignDay(value, order === 'mdy' ? 'mdy' : 'dmy');
}

/** The days that the rows above a table say it covers (`From:`, `To:`). */
export function palmsPeriod(above: Grid): { from: Day | undefined; to: Day | undefined } {
  const from = labelled(above, /^(from|du|de|date de debut|start date)$/i);
  const to = labelled(above, /^(to|au|a|date de fin|end date)$/i);
  return { from: palmsDay(from, [to]), to: palmsDay(to, [from]) };
}

/** What stands after a label, in its own cell (`From: 01/09/2026`) or in the next that is not empty. */
function labelled(above: Grid, label: RegExp): string {
  for (const row of above) {
    for (const [i, cell] of row.entries()) {
      const [, name = '', value = ''] = /^([^:]+?)\s*(?::\s*(.*))?$/.exec(cell) ?? [];
      if (!label.test(name.normalize('NFD').replace(/\p{M}/gu, ''))) continue;
      return value || (row.slice(i + 1).find((each) => each !== '') ?? '');
    }
  }
  return '';
}

/** First and last name of a row. */
export function fullName(table: Table, row: readonly string[]): string {
  return `${table.cell(row, 'first')} ${table.cell(row, 'last')}`.trim();
}
