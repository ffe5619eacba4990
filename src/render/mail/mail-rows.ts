import type { Column } from '../../model/report.ts';
import { columnsOf as widthOf } from '../../model/visible.ts';
import { isFigure } from '../cells.ts';
import { foldOf, font, type Ink, inkOf, inks, linedInk } from './look.ts';

/** Room between columns, in pixels. */
export const between = 6;
/** How wide a series is drawn, in pixels. */
export const seriesWidth = 72;
/** Words longer than these are read from the left, as a sentence is. */
export const mostBeside = 24;

/** A column whose cells are written out, each in its colour. */
export interface Drawn {
  readonly column: Column;
  readonly label: string;
  readonly cells: readonly string[];
  readonly colours: readonly Ink[];
  /** The change of its figures, to stand under them. */
  readonly under?: Drawn;
}

/** How many lines, and which of them is the total: -1 where there is none. */
export interface Size {
  readonly count: number;
  readonly totalAt: number;
}

/** A table as tables are. */
export function sideBySide(columns: readonly Drawn[], size: Size): string {
  const rows = each(size, (r, isTotal) => {
    const cells = columns.map((column, i) => cellOf(column, i, r, isTotal, i === 0));
    return `<tr>${cells.join('')}</tr>`;
  });
  return figures(`${headOf(columns)}<tbody>${rows.join('\n')}</tbody>`);
}

/** A table whose names stand on lines of their own, over their figures. */
export function underNames([first, ...others]: readonly Drawn[], size: Size): string {
  const rows = each(size, (r, isTotal) => {
    const style = `padding:8px 0 0;text-align:left;word-break:break-word;${font(13, isTotal ? 700 : 600)}`;
    const paint = inkOf(first?.colours[r] ?? inks.text, style);
    const name = `<th scope="rowgroup" colspan="${others.length}" align="left" ${paint}>${first?.cells[r] ?? ''}</th>`;
    const cells = others.map((column, i) => cellOf(column, i, r, isTotal, false));
    return `<tbody><tr>${name}</tr>\n<tr>${cells.join('')}</tr></tbody>`;
  });
  return figures(`${headOf(others)}${rows.join('\n')}`);
}

/** A small table a row, headed by its first cell. */
export function rowByRow([first, ...others]: readonly Drawn[], size: Size): string {
  const blocks = each(size, (r, isTotal) => {
    const style = `padding:12px 0 4px;text-align:left;word-break:break-word;${font(14, isTotal ? 700 : 600)}`;
    const paint = linedInk(first?.colours[r] ?? inks.text, style);
    const head = `<tr><th scope="colgroup" colspan="2" align="left" ${paint}>${first?.cells[r] ?? ''}</th></tr>`;
    return figures([head, ...others.flatMap((column) => pairOf(column, r))].join('\n'));
  });
  return blocks.join('\n');
}

function each(size: Size, draw: (row: number, isTotal: boolean) => string): string[] {
  return Array.from({ length: size.count }, (_, r) => draw(r, r === size.totalAt));
}

function headOf(columns: readonly Drawn[]): string {
  const cells = columns.map(({ column, label, under }, i) => {
    const side = sideOf(column, i);
    const style = `padding:4px 0 4px ${i > 0 ? between : 0}px;text-align:${side};${font(11, 600)}`;
    const heading = under ? `${label}<br><span style="font-weight:400">${under.label}</span>` : label;
    return `<th scope="col" align="${side}" valign="bottom" ${linedInk(inks.quiet, style)}>${heading}</th>`;
  });
  return `<thead><tr>${cells.join('')}</tr></thead>\n`;
}

function cellOf(drawn: Drawn, i: number, r: number, isTotal: boolean, isHead: boolean): string {
  const { column, cells, colours, under } = drawn;
  const side = sideOf(column, i);
  const isWhole = isFigure(column) || column.unit === 'day';
  const folds = isWhole ? 'white-space:nowrap;' : foldOf(cells[r] ?? '');
  const weight = isTotal ? 700 : isHead ? 400 : undefined;
  const style = `padding:4px 0 4px ${i > 0 ? between : 0}px;text-align:${side};${folds}${font(13, weight)}`;
  const change = under?.cells[r] ?? '';
  const below = /\d/.test(change)
    ? `<br><span ${inkOf(under?.colours[r] ?? inks.text, 'font-size:11px')}>${change}</span>`
    : '';
  const [open, close] = isHead ? ['th scope="row"', 'th'] : ['td', 'td'];
  const paint = linedInk(colours[r] ?? inks.text, style);
  const width = column.unit === 'series' ? ` width="${seriesWidth}"` : '';
  return `<${open}${width} align="${side}" valign="top" ${paint}>${cells[r] ?? ''}${below}</${close}>`;
}

/** Figures stand right, and days beside them; but in the first column, which has nothing left of it. */
function sideOf(column: Column, i: number): 'left' | 'right' {
  return (isFigure(column) || column.unit === 'day') && i > 0 ? 'right' : 'left';
}

/** A heading and its cell, side by side; nothing where there is nothing to say. */
function pairOf({ column, label, cells, colours }: Drawn, r: number): string[] {
  const cell = cells[r] ?? '';
  if (cell === '') return [];
  const isProse = column.unit === 'text' && widthOf(cell) > mostBeside;
  const side = isProse ? 'left' : 'right';
  const keyStyle = `padding:3px 8px 3px 0;text-align:left;${font(13, 400)}`;
  const key = `<th scope="row" width="40%" align="left" valign="top" ${inkOf(inks.quiet, keyStyle)}>${label}</th>`;
  const style = `padding:3px 0;text-align:${side};word-break:break-word;${font(13)}`;
  const paint = inkOf(colours[r] ?? inks.text, style);
  return [`<tr>${key}<td align="${side}" valign="top" ${paint}>${cell}</td></tr>`];
}

function figures(rows: string): string {
  return `<table width="100%" border="0" cellpadding="0" cellspacing="0">${rows}</table>`;
}
