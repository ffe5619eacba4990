import type { Cell, Column, NamedCell, Table } from '../../model/report.ts';
import { type Lang, type Phrase, speak, text } from '../../model/text.ts';
import { decimalsFor, isFigure, isNamed, toneOf } from '../cells.ts';
import { cellHtml, scaleOf } from './cell.ts';
import { type Content, element, type Markup, sentence } from './markup.ts';

/** Fewer letters than these are never broken, more are given a wide column. */
const mostBrief = 14;
const mostShort = 24;
/** A table of more columns than these is set closer, and printed in smaller letters. */
export const mostColumns = 9;

/** The id in the page that the name of a group leads to, if any. */
export type LinkOf = (name: NamedCell['name']) => string | undefined;

/** A table in a region of its own, which scrolls where the table is wider than the page. */
export function tableHtml(
  { columns, rows, total }: Table,
  name: string,
  lang: Lang,
  linkOf?: LinkOf,
): Markup {
  if (rows.length === 0) return element('p', { class: 'quiet' }, words.nothing[lang]);
  const all = total ? [...rows, total] : rows;
  const ways = columns.map((column, i) => {
    const cells = all.map((row) => row[i] ?? null);
    return { column, decimals: decimalsFor(column, cells), scale: scaleOf(column, rows, i) };
  });
  const line = (row: readonly Cell[]) =>
    element(
      'tr',
      {},
      ways.map(({ column, decimals, scale }, i) => {
        const shown = cellHtml(row[i] ?? null, column, { decimals, scale, lang });
        const content = linkedTo(targetOf(row[i] ?? null, column, linkOf), shown);
        const kind = kindOf(column) ?? lengthKind(row[i] ?? null, lang);
        return i === 0
          ? element('th', { scope: 'row', class: kind }, content)
          : element('td', { class: kind }, content);
      }),
    );
  const body: Content = [
    element('caption', {}, name),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        columns.map((column) => headHtml(column, lang)),
      ),
    ),
    element('tbody', {}, rows.map(line)),
    total && element('tfoot', {}, line(total)),
  ];
  const label = speak(text(words.region, { name }), lang);
  return element(
    'div',
    { class: 'table' },
    element(
      'div',
      { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': label },
      element('table', { class: columns.length > mostColumns ? 'many' : undefined }, body),
    ),
    hasTonedChange(columns, all) ? element('p', { class: 'key' }, words.tones[lang]) : undefined,
  );
}

function targetOf(cell: Cell, { id }: Column, linkOf: LinkOf | undefined): string | undefined {
  return id === 'group' && isNamed(cell) ? linkOf?.(cell.name) : undefined;
}

function linkedTo(to: string | undefined, content: Content): Content {
  return to === undefined ? content : element('a', { href: `#${to}` }, content);
}

function headHtml(column: Column, lang: Lang): Markup {
  const label = column.label[lang];
  // A bar's heading would say again what the figure beside it is.
  const content =
    column.unit === 'bar' ? element('span', { class: 'unseen' }, label || words.bar[lang]) : sentence(label);
  return element('th', { scope: 'col', class: kindOf(column) }, content);
}

function kindOf(column: Column): string | undefined {
  if (isFigure(column)) return 'figure';
  return column.unit === 'text' ? undefined : column.unit;
}

/** How wide a column a cell's text asks for, so that rows do not grow high. */
function lengthKind(cell: Cell, lang: Lang): 'brief' | 'long' | undefined {
  const named = ({ name }: NamedCell) => (typeof name === 'string' ? name : name[lang]).length;
  if (cell === null || typeof cell === 'number' || (typeof cell === 'object' && 'series' in cell))
    return undefined;
  const length =
    typeof cell === 'string'
      ? cell.length
      : 'key' in cell
        ? named(cell)
        : cell.reduce((sum, each) => sum + named(each) + 2, 0);
  return length > mostShort ? 'long' : length > mostBrief ? undefined : 'brief';
}

function hasTonedChange(columns: readonly Column[], rows: readonly (readonly Cell[])[]): boolean {
  return columns.some(
    (column, i) =>
      (column.unit === 'change' || column.unit === 'points') &&
      rows.some((row) => toneOf(row[i] ?? null, column) === 'bad'),
  );
}

const words = {
  nothing: { en: 'Nothing.', fr: 'Rien.' },
  region: { en: 'Table: {name}', fr: 'Tableau : {name}' },
  bar: { en: 'Drawn', fr: 'En image' },
  tones: {
    en: '▲ more, ▼ less; underlined: for the worse.',
    fr: '▲ plus, ▼ moins ; souligné : en moins bien.',
  },
} satisfies Record<string, Phrase>;
