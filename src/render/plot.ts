import type { Chart, CurvesChart, Measure, PanelsChart } from '../model/chart.ts';
import { formatDay } from '../model/day.ts';
import type { Column } from '../model/report.ts';
import { type Lang, speak } from '../model/text.ts';
import { columnsOf, visible } from '../model/visible.ts';
import { decimalsFor, spokenCell } from './cells.ts';
import { cut } from './cut.ts';
import { type PlotValue, rowsOf, type Scale, scaleOf } from './plot-scale.ts';
import type { Style } from './style.ts';
import { wrapped } from './wrapped.ts';

/** Between two plots side by side. */
const gap = 3;
/** The least columns of a plot that has others beside it, and the most of any. */
const leastWidth = 36;
const mostWidth = 76;
/** Rows of one plot among several, and of one that stands alone. */
const rows = { several: 4, alone: 8 };
/** The most columns of a value. */
const mostWide = 6;

/** One plot: what it is called, its values in so many columns, and the line below them. */
interface Plot {
  readonly name: string;
  readonly scale: Scale;
  valuesIn(columns: number): readonly PlotValue[];
  endsIn(columns: number): string;
}

/** A chart over time or age as plots of small columns, as many side by side as there is room; undefined for another chart. */
export function plotted(chart: Chart, style: Style): string | undefined {
  if (chart.kind === 'panels') return panelPlots(chart, style);
  return chart.kind === 'curves' ? curvePlots(chart, style) : undefined;
}

function panelPlots({ title, panels, value, ends, isOneScale }: PanelsChart, style: Style): string {
  const all = panels.flatMap(({ values }) => values);
  const [first, last] = [formatDay(ends[0] ?? 0), formatDay(ends.at(-1) ?? 0)];
  const plots = panels.map(
    ({ of, values }): Plot => ({
      name: spokenCell(of, nameColumn, 0, style.lang),
      scale: scaleOf(isOneScale ? all : values, rowCount(panels.length), value.unit === 'count'),
      valuesIn: (columns) => spread(values, columns),
      endsIn: (columns) => first + last.padStart(Math.max(last.length + 1, columns - first.length)),
    }),
  );
  return [...wrapped(visible(speak(title, style.lang)), style.width), ...blocks(plots, value, style)].join(
    '\n',
  );
}

/** Of the curves those of what was seen: what is but assumed (`quiet`) stands in the table. */
function curvePlots({ title, curves, y }: CurvesChart, style: Style): string {
  const shown = curves.filter(({ of }) => of.tone !== 'quiet');
  const all = shown.flatMap(({ points }) => points.map((point) => point.y));
  const end = shown.reduce((most, { points }) => Math.max(most, points.at(-1)?.x ?? 0), 0);
  const plots = shown.map(
    ({ of, points }): Plot => ({
      name: spokenCell(of, nameColumn, 0, style.lang),
      scale: scaleOf(all, rowCount(shown.length), y.unit === 'count'),
      valuesIn: (columns) =>
        Array.from({ length: columns }, (_, i) => {
          const at = ((i + 1) / columns) * end;
          return points.findLast((point) => point.x <= at)?.y ?? null;
        }),
      endsIn: (columns) => ticks(end, columns),
    }),
  );
  return [...wrapped(visible(speak(title, style.lang)), style.width), ...blocks(plots, y, style)].join('\n');
}

function rowCount(plots: number): number {
  return plots > 1 ? rows.several : rows.alone;
}

/** Values in so many columns: as wide as they can be, with gaps between; of too many for the room, the last of each few. */
function spread(values: readonly (number | null)[], columns: number): PlotValue[] {
  const wide = Math.min(mostWide, Math.floor(columns / values.length));
  if (wide < 1)
    return Array.from(
      { length: columns },
      (_, i) => values[Math.ceil(((i + 1) * values.length) / columns) - 1],
    );
  return values.flatMap((value) =>
    Array.from({ length: wide }, (_, i) => {
      const isGap = (wide > 2 && i === wide - 1) || (value === null && i > 0);
      return isGap ? undefined : value;
    }),
  );
}

/** Ages below an axis that ends at `end`. */
function ticks(end: number, columns: number): string {
  const step = [1, 2, 3, 6].find((each) => end / each <= 6) ?? 12;
  let line = '0';
  for (let age = step; age <= end; age += step) {
    const name = String(age);
    const at = Math.min(Math.round((age / end) * columns) - 1, columns - name.length);
    if (at > line.length) line = line.padEnd(at) + name;
  }
  return line;
}

/** The lines of plots of the same measure. */
function blocks(plots: readonly Plot[], value: Measure, style: Style): string[] {
  const beside = Math.max(1, Math.floor((style.width + gap) / (leastWidth + gap)));
  const count = Math.min(beside, plots.length);
  const width = Math.min(mostWidth, Math.floor((style.width - gap * (count - 1)) / count));
  const drawn = plots.map((plot) => blockOf(plot, value, width, style, plots.length === 1));
  const lines: string[] = [];
  for (let at = 0; at < drawn.length; at += count) {
    const row = drawn.slice(at, at + count);
    for (let i = 0; i < (row[0]?.length ?? 0); i++) {
      const cells = row.map((block) => padded(block[i] ?? '', width));
      lines.push(cells.join(' '.repeat(gap)).trimEnd());
    }
  }
  return lines;
}

/** A plot in so many columns: its name where it is not the only one, its rows, its axis and what stands below. */
function blockOf(
  plot: Plot,
  value: Measure,
  width: number,
  { lang, paint }: Style,
  isAlone: boolean,
): string[] {
  const { scale } = plot;
  const labels = new Map(scale.labels.map((each) => [each.row, figure(each.value, value, lang)]));
  const margin = Math.max(1, ...[...labels.values()].map(columnsOf));
  const values = plot.valuesIn(Math.max(1, width - margin - 2));
  const lines = rowsOf(values, scale).map((cells, row) => {
    const label = labels.get(row);
    return `${paint('quiet', `${(label ?? '').padStart(margin)} ${label === undefined ? '│' : '┤'}`)}${cells}`;
  });
  const axis = `${'0'.padStart(margin)} ${scale.down > 0 ? '┼' : '└'}${'─'.repeat(values.length)}`;
  return [
    ...(isAlone ? [] : [cut(plot.name, width)]),
    ...lines.slice(0, scale.up),
    paint('quiet', axis),
    ...lines.slice(scale.up),
    paint('quiet', `${' '.repeat(margin + 2)}${plot.endsIn(values.length)}`),
  ];
}

function padded(line: string, width: number): string {
  return line + ' '.repeat(Math.max(0, width - columnsOf(line)));
}

function figure(value: number, { label, unit }: Measure, lang: Lang): string {
  const column: Column = { id: 'value', label, unit };
  return spokenCell(value, column, decimalsFor(column, [value]), lang);
}

const nameColumn: Column = { id: 'name', label: { en: '', fr: '' }, unit: 'text' };
