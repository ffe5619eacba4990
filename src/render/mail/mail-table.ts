import type { Cell, Column, Table } from '../../model/report.ts';
import type { Lang } from '../../model/text.ts';
import { columnsOf as widthOf } from '../../model/visible.ts';
import { decimalsFor, isFigure, spokenCell, toneOf } from '../cells.ts';
import type { Tone } from '../style.ts';
import { escaped, type Ink, inks, leastText } from './look.ts';
import {
  between,
  type Drawn,
  mostBeside,
  rowByRow,
  seriesWidth,
  sideBySide,
  underNames,
} from './mail-rows.ts';
import { columnsOf } from './strip.ts';

/** Room for a table on a phone, and a letter's mean width there, in pixels. */
const phone = 336;
const letter = 6.4;
/** A sentence is broken over lines of no fewer letters. */
const leastSentence = 20;
/** A series' latest values: more columns are too thin to see. */
const mostColumns = 13;

/**
 * A table of figures as a phone has room for it: side by side, else each change under its figure, else the names on
 * lines of their own, else without what may be left out, else a list of its rows, each figure with its name.
 */
export function tableMail(table: Table, lang: Lang): string {
  const lines = table.total ? [...table.rows, table.total] : table.rows;
  const size = { count: lines.length, totalAt: table.total ? table.rows.length : -1 };
  const all = table.columns.flatMap((column, i) => {
    // A bar's figure stands beside it.
    if (column.unit === 'bar') return [];
    const cells = lines.map((row) => row[i] ?? null);
    return [drawnColumn(column, cells, lang)];
  });
  for (const columns of [all, folded(all)]) {
    if (roomFor(columns) <= phone) return sideBySide(columns, size);
  }
  for (let kept = folded(all); kept.length > 1; ) {
    if (roomFor(kept.slice(1)) <= phone) return underNames(kept, size);
    const free = kept.findLastIndex(({ column }, i) => i > 0 && column.keep === undefined);
    // Where none is to be kept before others, none is left out.
    if (free < 0 || all.slice(1).every(({ column }) => column.keep === undefined)) break;
    kept = kept.filter((_, i) => i !== free);
  }
  return rowByRow(all, size);
}

/** The columns with each change under the figure it is a change of. */
function folded(columns: readonly Drawn[]): Drawn[] {
  return columns.flatMap((each, i) => {
    const next = columns[i + 1];
    if (isChange(each) && i > 0) return [];
    return [next && isChange(next) && isFigure(each.column) ? { ...each, under: next } : each];
  });
}

function isChange({ column }: Drawn): boolean {
  return column.unit === 'change' || column.unit === 'points';
}

function drawnColumn(column: Column, cells: readonly Cell[], lang: Lang): Drawn {
  const decimals = decimalsFor(column, cells);
  const shown = cells.map((cell) => {
    if (typeof cell === 'object' && cell !== null && 'series' in cell) {
      const values = cell.series.slice(-mostColumns);
      const most = Math.max(0, ...values.map((each) => each ?? 0));
      return columnsOf(values, most, 18);
    }
    return escaped(spokenCell(cell, column, decimals, lang));
  });
  const colours = cells.map((cell) => toneInks[toneOf(cell, column)] ?? inks.text);
  return { column, label: escaped(column.label[lang]), cells: shown, colours };
}

const toneInks: Partial<Record<Tone, Ink>> = {
  good: inks.good,
  bad: inks.bad,
  warning: inks.warning,
  quiet: inks.quiet,
};

/** The least width of columns side by side, in pixels. */
function roomFor(columns: readonly Drawn[]): number {
  return columns.reduce((sum, each) => sum + leastWidth(each), between * (columns.length - 1));
}

/** How narrow a column can be: the longest word of its heading, and of its cells if those may be broken. */
function leastWidth({ column, label, cells, under }: Drawn): number {
  if (column.unit === 'series') return seriesWidth;
  const longest = (texts: readonly string[]) => Math.max(0, ...texts.map(widthOf));
  const head = longest(label.split(/[ -]/)) * letter;
  const below = under ? leastWidth(under) * 0.9 : 0;
  if (isFigure(column) || column.unit === 'day') return Math.max(head, below, longest(cells) * letter);
  const most = longest(cells);
  return Math.max(head, (most > mostBeside ? leastSentence : Math.min(leastText, most)) * letter);
}
