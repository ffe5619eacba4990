import { stringify } from 'csv-stringify/sync';
import type { Report } from '../model/report.ts';
import { visible } from '../model/visible.ts';
import { plainCell } from './cells.ts';

/**
 * The main table as RFC 4180 text, `,` or tab between cells: keys, numbers with at most 6 decimals and no
 * thousands, undefined as an empty cell; texts that a spreadsheet would run are made harmless.
 */
export function renderCsv({ main }: Report, delimiter: ',' | '\t'): string {
  const { columns, rows, total } = main;
  const lines = [
    columns.map(({ id }) => id),
    ...[...rows, ...(total ? [total] : [])].map((row) =>
      columns.map((column, i) => {
        const value = plainCell(row[i] ?? null, column);
        const write = (each: string | number | null) => {
          if (typeof each === 'number') return column.isExact ? exact(each) : decimal(each);
          return each === null ? '' : harmless(each);
        };
        return typeof value === 'object' && value !== null ? value.map(write).join('|') : write(value);
      }),
    ),
  ];
  // Line ends as every Unix tool has them; RFC 4180's CRLF would stick to the last cell in cut and awk.
  return stringify(lines, { delimiter, record_delimiter: 'unix' });
}

/** A number in plain decimals: at most 6, none that say nothing, never in powers of ten. */
function decimal(value: number): string {
  const text = value.toFixed(6).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

/** A number to its last digit, never in powers of ten. */
function exact(value: number): string {
  const text = String(value);
  if (!text.includes('e-')) return text === '-0' ? '0' : text;
  const digits = Math.min(100, 17 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(digits).replace(/0+$/, '');
}

function harmless(value: string): string {
  // Guarded before control characters are made visible: a leading tab or CR is one of the dangers.
  const guarded = /^([=+\-@\t\r]|'[=+\-@])/.test(value) ? `'${value}` : value;
  return visible(guarded);
}
