import { formatDay } from '../model/day.ts';
import type { Cell, Report, Table } from '../model/report.ts';
import { speak } from '../model/text.ts';
import { escapeOf, unsafe } from '../model/visible.ts';
import { plainCell } from './cells.ts';

/** A report for programs: version 1, numbers unrounded, money in major units, always in English. */
export function renderJson({ command, asOf, period, versus, currency, main, notes }: Report): string {
  const document = {
    version: 1,
    command,
    asOf: formatDay(asOf),
    period: periodOf(period),
    ...(versus ? { versus: periodOf(versus) } : {}),
    currency,
    rows: main.rows.map((row) => objectOf(main, row)),
    ...(main.total ? { total: objectOf(main, main.total) } : {}),
    notes: notes.map((note) => speak(note, 'en')),
  };
  return printJson(document);
}

/** A value as JSON in which no control character stands raw, not even those that JSON allows. */
export function printJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(unsafe, (mark) => (mark === '\n' ? mark : escapeOf(mark)))}\n`;
}

function periodOf({ from, to, label }: Report['period']): { from: string; to: string; label: string } {
  return { from: formatDay(from), to: formatDay(to), label: speak(label, 'en') };
}

function objectOf({ columns }: Table, row: readonly Cell[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column, i) => [column.id, plainCell(row[i] ?? null, column)]));
}
