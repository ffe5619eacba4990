import Table from 'cli-table3';
import type { Cell, Column, Report, Table as ReportTable, Section } from '../model/report.ts';
import { type Lang, type Phrase, speak, text } from '../model/text.ts';
import { columnsOf, visible } from '../model/visible.ts';
import { barsFor } from './bars.ts';
import { decimalsFor, isFigure, spokenCell, toneOf } from './cells.ts';
import { cut } from './cut.ts';
import { type Drawn, fitted, gap, widthOf } from './fit.ts';
import { headingOf } from './heading.ts';
import { plotted } from './plot.ts';
import type { Style } from './style.ts';
import { wrapped } from './wrapped.ts';

/** cli-table3 needs time in the square of its rows: a long table is drawn in parts of the same widths. */
const mostRows = 16;
/** More columns left out than these are not named. */
const mostNamed = 8;
const leastBar = 10;
const mostBar = 40;

/** A report for the terminal: plain aligned columns that fit the width, then notes. */
export function renderTable(report: Report, style: Style): string {
  const { lang, paint } = style;
  const heading = headingOf(report, lang);
  const [title, ...more] = [heading.title, ...(heading.versus ? [heading.versus] : [])].map((line) =>
    wrapped(line, style.width).join('\n'),
  );
  const parts = [
    [
      paint('heading', title ?? ''),
      ...more,
      paint('quiet', `${visible(report.journal)} · ${report.currency}`),
    ].join('\n'),
    ...report.sections.map((section) => renderSection(section, style)),
  ];
  if (report.notes.length > 0) {
    const notes = report.notes.map((note) => wrapped(visible(speak(note, lang)), style.width - 2));
    parts.push(notes.map((lines) => `- ${lines.join('\n  ')}`).join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

function renderSection({ title, charts = [], table, lines = [], prose = [] }: Section, style: Style): string {
  const heading = wrapped(visible(speak(title, style.lang)), style.width);
  const parts = [heading.map((line) => style.paint('heading', line)).join('\n')];
  for (const chart of charts) {
    const plot = plotted(chart, style);
    if (plot !== undefined) parts.push(plot, '');
  }
  if (table) parts.push(table.rows.length > 0 ? drawn(table, style) : speak(text(words.nothing), style.lang));
  parts.push(...lines.map((line) => visible(line)));
  for (const each of prose) parts.push(wrapped(visible(speak(each, style.lang)), style.width).join('\n'));
  return parts.join('\n');
}

function drawn({ columns, rows, total }: ReportTable, style: Style): string {
  const { lang, paint } = style;
  const lines = total ? [...rows, total] : rows;
  const { shown, left } = fitted(
    columns.map((column, i) =>
      drawnColumn(
        column,
        lines.map((row) => row[i] ?? null),
        lang,
      ),
    ),
    style.width,
  );
  const all = withBars(shown, rows.length, style);
  const cells = lines.map((_, r) =>
    all.map((each) => paint(each.tones[r] ?? 'plain', cutCell(each.cells[r] ?? '', each))),
  );
  const rule = paint('quiet', all.map(({ width }) => '─'.repeat(width)).join(gap));
  const header = laidOut([all.map(({ label }) => label)], all);
  const body: string[] = [];
  for (let at = 0; at < rows.length; at += mostRows) {
    for (const line of laidOut(cells.slice(at, Math.min(at + mostRows, rows.length)), all)) body.push(line);
  }
  const out = [...header.map((line) => paint('quiet', line)), rule, ...body];
  if (total) out.push(rule, ...laidOut(cells.slice(rows.length), all).map((line) => paint('total', line)));
  if (left.length > 0) {
    const whole = left.filter(({ column }) => !/_(before|change)$/.test(column.id));
    const names = whole.map(({ column }) => column.label[lang]).join(' · ');
    const isMany = whole.length > mostNamed;
    const note = speak(text(isMany ? words.leftMany : words.left, { names, count: whole.length }), lang);
    out.push(...wrapped(note, style.width).map((line) => paint('quiet', line)));
  }
  return out.join('\n');
}

function drawnColumn(column: Column, values: readonly Cell[], lang: Lang): Drawn {
  if (column.unit === 'bar') return { label: '', column, values, cells: [], tones: [], width: leastBar };
  const decimals = decimalsFor(column, values);
  const cells = values.map((cell) => spokenCell(cell, column, decimals, lang));
  const widest = cells.reduce((most, cell) => Math.max(most, columnsOf(cell)), 0);
  const label = folded(column.label[lang], widest);
  const width = Math.max(...label.split('\n').map(columnsOf), widest);
  return { label, column, values, cells, tones: values.map((cell) => toneOf(cell, column)), width };
}

/** The bars of a chart in the room that the other columns leave. */
function withBars(columns: readonly Drawn[], rowCount: number, { width, lang }: Style): Drawn[] {
  const room = width - widthOf(columns);
  return columns.map((each, i) => {
    if (each.column.unit !== 'bar') return each;
    const figures = columns[i - 1];
    const nameOf = (value: number) =>
      figures ? spokenCell(value, figures.column, decimalsFor(figures.column, [value]), lang) : '';
    const barWidth = Math.min(mostBar, each.width + Math.max(0, room));
    const { heading, bars } = barsFor(each.values.slice(0, rowCount), barWidth, nameOf);
    return { ...each, label: heading, cells: bars, width: barWidth };
  });
}

/** The lines of rows whose widths are given, without blanks at their ends. */
function laidOut(rows: readonly string[][], columns: readonly Drawn[]): string[] {
  const table = new Table({
    chars: { ...noBorders, middle: gap },
    colAligns: columns.map(({ column }) => (isFigure(column) ? 'right' : 'left')),
    colWidths: columns.map(({ width }) => width),
    rowAligns: columns.map(() => 'bottom' as const),
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
  });
  table.push(...rows);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

const noBorders = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'].map(
    (name) => [name, ''],
  ),
);
Object.assign(noBorders, { left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '' });

/** A heading in two lines, as narrow as they can be, where it is wider than what stands under it. */
function folded(label: string, width: number): string {
  if (label.length <= Math.max(width, 8)) return label;
  const breaks = [...label.matchAll(/ /g)].map(({ index }) => [
    label.slice(0, index),
    label.slice(index + 1),
  ]);
  const widths = breaks.map((lines) => Math.max(...lines.map(columnsOf)));
  return (breaks[widths.indexOf(Math.min(...widths))] ?? [label]).join('\n');
}

/** A cell cut to its column: a place at its start, since what tells lines apart is at its end. */
function cutCell(value: string, { column, width }: Drawn): string {
  if (column.unit !== 'place' || columnsOf(value) <= width) return cut(value, width);
  const signs = [...value];
  while (columnsOf(signs.join('')) > width - 1) signs.shift();
  return `…${signs.join('')}`;
}

const words = {
  nothing: { en: 'Nothing.', fr: 'Rien.' },
  leftMany: {
    en: '{count} columns left out for want of room: ask for fewer, or for --format csv',
    fr: '{count} colonnes omises faute de place : demandez-en moins, ou --format csv',
  },
  left: { en: 'Left out for want of room: {names}', fr: 'Omis faute de place : {names}' },
} satisfies Record<string, Phrase>;
