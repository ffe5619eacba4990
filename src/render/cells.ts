import { formatDay } from '../model/day.ts';
import type { Cell, Column, NamedCell, Series } from '../model/report.ts';
import { formatNumber, formatShare, type Lang, sharePhrase } from '../model/text.ts';
import { visible } from '../model/visible.ts';
import { sparkline } from './sparkline.ts';
import type { Tone } from './style.ts';

/** What an undefined value shows as: never 0. */
const undefinedSign = '—';

export function isNamed(cell: Cell): cell is NamedCell {
  return typeof cell === 'object' && cell !== null && 'key' in cell;
}

function isSeries(cell: Cell): cell is Series {
  return typeof cell === 'object' && cell !== null && 'series' in cell;
}

/** A cell as a person reads it; `decimals` are its column's. */
export function spokenCell(cell: Cell, column: Column, decimals: number, lang: Lang): string {
  if (isNamed(cell)) return visible(typeof cell.name === 'string' ? cell.name : cell.name[lang]);
  if (isSeries(cell)) return sparkline(cell.series);
  if (typeof cell === 'string') return visible(cell);
  if (typeof cell === 'object' && cell !== null)
    return cell.map((each) => spokenCell(each, column, decimals, lang)).join(', ');
  if (cell === null) return isFigure(column) ? undefinedSign : '';
  if (column.unit === 'day') return formatDay(cell);
  if (column.unit === 'change' || column.unit === 'points') return changeOf(cell, column, lang);
  if (column.unit === 'fine') return fineNumber(cell, lang);
  if (column.unit === 'chance') return sharePhrase(cell)[lang];
  return column.unit === 'share' ? formatShare(cell, lang) : formatNumber(cell, lang, decimals, decimals);
}

/** A number with four digits that count. */
function fineNumber(value: number, lang: Lang): string {
  if (Number.isInteger(value)) return formatNumber(value, lang, 0, 0);
  const decimals = Math.min(12, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
  return formatNumber(value, lang, decimals, decimals);
}

/** `▲ 12%`, `▼ 3 pts`: the arrow says which way, a colour (where there is one) whether that is good. */
function changeOf(change: number, { unit }: Column, lang: Lang): string {
  const size = Math.abs(change);
  const written = unit === 'points' ? `${formatNumber(100 * size, lang, 0, 0)} pts` : formatShare(size, lang);
  // What is shown as 0 has not moved.
  if (Math.round(100 * size) === 0) return `= ${written}`;
  return `${change > 0 ? '▲' : '▼'} ${written}`;
}

/** What a cell means: its own tone; of a change, more of what one wants is good, more of what one does not is bad. */
export function toneOf(cell: Cell, { unit, good }: Column): Tone {
  if (isNamed(cell)) return cell.tone ?? 'plain';
  if ((unit !== 'change' && unit !== 'points') || typeof cell !== 'number' || Math.round(100 * cell) === 0)
    return 'plain';
  if (good === undefined || good === 'neither') return 'plain';
  return cell > 0 === (good === 'more') ? 'good' : 'bad';
}

/** A cell as a machine reads it: keys, plain numbers, days as YYYY-MM-DD, lists of these. */
export function plainCell(
  cell: Cell,
  { unit }: Column,
): string | number | null | readonly (string | number | null)[] {
  if (isNamed(cell)) return cell.key;
  if (isSeries(cell)) return cell.series;
  if (typeof cell === 'object' && cell !== null) return cell.map(({ key }) => key);
  return unit === 'day' && typeof cell === 'number' ? formatDay(cell) : cell;
}

/** Whether a column's cells stand to the right, as figures do. */
export function isFigure({ unit }: Column): boolean {
  return unit !== 'text' && unit !== 'day' && unit !== 'place' && unit !== 'bar' && unit !== 'series';
}

/** Decimals that tell a column's values apart without drowning them. */
export function decimalsFor({ unit }: Column, cells: readonly Cell[]): number {
  const numbers = cells.filter((cell) => typeof cell === 'number').map(Math.abs);
  const largest = numbers.reduce((most, number) => Math.max(most, number), 0);
  if (numbers.every(Number.isInteger) && unit !== 'ratio' && unit !== 'months') return 0;
  if (unit === 'hours' || unit === 'hours-per' || unit === 'months') return 1;
  return (unit === 'money' || unit === 'money-per') && largest >= 1000 ? 0 : 2;
}
