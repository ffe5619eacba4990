import { expect, test } from 'vitest';
import type { Cell, Column } from '../../src/model/report.ts';
import type { Phrase } from '../../src/model/text.ts';
import { tableMail } from '../../src/render/mail/mail-table.ts';
import { textOf } from './mail-read.ts';

const both = (words: string): Phrase => ({ en: words, fr: words });
const name: Column = { id: 'group', label: both('Group'), unit: 'text', keep: 'always' };
const figure = (label: string, more: Partial<Column> = {}): Column => ({
  id: label,
  label: both(label),
  unit: 'count',
  ...more,
});
const change = figure('change', { unit: 'change', good: 'more' });

/** The words of a table, line by line, as one reads them. */
function shown(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  total?: readonly Cell[],
): string[] {
  const html = tableMail({ columns, rows, ...(total ? { total } : {}) }, 'en');
  expect(html.match(/<table/g)?.length).toBe(html.match(/<\/table>/g)?.length);
  return html
    .replace(/\n/g, '')
    .split('</tr>')
    .map((line) =>
      textOf(line)
        .replace(/\s*\n\s*/g, '|')
        .replace(/^\|+|\|+$/g, ''),
    )
    .filter((line) => line !== '');
}

const a = { key: 'a', name: 'BNI Lyon Confluence' };
const eight = [
  'Received',
  'Declined',
  'Accepted',
  'Invoiced',
  'Presented',
  'Visitors',
  'Meetings',
  'Articles',
];

test('a table that a phone has room for stays one', () => {
  expect(
    shown([name, figure('Hours'), figure('Sales')], [[a, 12, 3]], [{ key: '', name: 'Total' }, 12, 3]),
  ).toEqual(['Group|Hours|Sales', 'BNI Lyon Confluence|12|3', 'Total|12|3']);
});

test('changes go under their figures where side by side is too wide', () => {
  const columns = [
    name,
    figure('September'),
    figure('August'),
    change,
    figure('Year before'),
    change,
    figure('Months'),
  ];
  expect(shown(columns, [[a, 100_000, 50_000, 1, 80_000, null, 900_000]])).toEqual([
    'Group|September|August|change|Year before|change|Months',
    'BNI Lyon Confluence|100,000|50,000|▲ 100%|80,000|900,000',
  ]);
});

test('names go over their figures, what may be left out is left out, from the right', () => {
  const columns = [name, ...eight.map((each, i) => figure(each, i < 4 ? { keep: 'long' } : {}))];
  expect(shown(columns, [[a, 1, 2, 3, 4, 5, 6, 7, 8]])).toEqual([
    'Received|Declined|Accepted|Invoiced|Presented',
    'BNI Lyon Confluence',
    '1|2|3|4|5',
  ]);
});

test('else a list of its rows, nothing left out', () => {
  const columns = [name, ...eight.map((each) => figure(each))];
  expect(shown(columns, [[a, 1, 2, 3, 4, 5, 6, 7, null]])).toEqual([
    'BNI Lyon Confluence',
    ...eight.map((each, i) => `${each}|${i < 7 ? i + 1 : '—'}`),
  ]);
});
