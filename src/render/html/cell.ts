import type { Cell, Column } from '../../model/report.ts';
import { formatNumber, type Lang, type Phrase, speak, text } from '../../model/text.ts';
import { isNamed, spokenCell, toneOf } from '../cells.ts';
import { type Content, element, type Markup } from './markup.ts';

/** The ends of the scale on which a column's bars are drawn; zero is on it. */
export interface BarScale {
  readonly least: number;
  readonly most: number;
}

/** The scale of a column's bars, in its own unit; of any other column, an empty one. */
export function scaleOf({ unit }: Column, rows: readonly (readonly Cell[])[], at: number): BarScale {
  if (unit !== 'bar') return { least: 0, most: 0 };
  const values = rows.map((row) => row[at]).filter((cell) => typeof cell === 'number');
  return {
    least: values.reduce((a, b) => Math.min(a, b), 0),
    most: values.reduce((a, b) => Math.max(a, b), 0),
  };
}

export interface CellWay {
  readonly decimals: number;
  readonly scale: BarScale;
  readonly lang: Lang;
}

/** What stands in a cell: its text with what it means, or a small drawing. */
export function cellHtml(cell: Cell, column: Column, { decimals, scale, lang }: CellWay): Content {
  if (typeof cell === 'object' && cell !== null && 'series' in cell) return sparkHtml(cell.series, lang);
  if (column.unit === 'bar') return typeof cell === 'number' ? barHtml(cell, scale) : '';
  const spoken = spokenCell(cell, column, decimals, lang);
  const tone = toneOf(cell, column);
  if (cell === null) return spoken === '' ? '' : element('span', { class: 'quiet' }, spoken);
  if (tone === 'plain') return spoken;
  if (isNamed(cell)) return element('span', { class: `tone ${tone}` }, spoken);
  const judged = tone === 'good' ? words.better : words.worse;
  return element(
    'span',
    { class: `change ${tone}` },
    spoken,
    element('span', { class: 'unseen' }, judged[lang]),
  );
}

/** A bar on the column's scale. Its figure stands beside it: nobody needs to hear of it. */
function barHtml(value: number, { least, most }: BarScale): Content {
  const span = most - least;
  if (span === 0) return '';
  const width = 120;
  const at = (each: number) => ((each - least) / span) * width;
  const from = at(Math.min(0, value));
  return element(
    'svg',
    { class: 'bar', viewBox: `0 0 ${width} 14`, width, height: 14, 'aria-hidden': 'true' },
    element('rect', {
      x: from,
      y: 2,
      width: Math.max(value === 0 ? 0 : 1, at(Math.max(0, value)) - from),
      height: 10,
      class: value < 0 ? 'below' : 'mark',
    }),
    least < 0 ? element('path', { d: `M${at(0)} 0V14`, class: 'axis' }) : undefined,
  );
}

const columnWidth = 6;

/** A series as small columns on a scale of its own, the last one marked. */
function sparkHtml(series: readonly (number | null)[], lang: Lang): Markup {
  const known = series.filter((value) => value !== null);
  const most = Math.max(0, ...known);
  const least = Math.min(0, ...known);
  const height = 22;
  const at = (value: number) =>
    most === least ? height : height - ((value - least) / (most - least)) * height;
  const width = Math.max(1, series.length) * columnWidth;
  const drawn = series.map((value, i) => {
    if (value === null) return undefined;
    const top = at(Math.max(0, value));
    return element('rect', {
      x: i * columnWidth,
      y: value === 0 ? Math.max(0, at(0) - 1) : top,
      width: columnWidth - 1.5,
      height: Math.max(1, at(Math.min(0, value)) - top),
      class: i === series.length - 1 ? 'mark' : 'soft',
    });
  });
  const figure = (value: number) => formatNumber(value, lang, 0, Math.abs(value) < 100 ? 1 : 0);
  const says =
    known.length === 0
      ? words.noSeries[lang]
      : speak(
          text(words.series, {
            count: known.length,
            least: figure(Math.min(...known)),
            most: figure(most > 0 ? most : Math.max(...known)),
            last: figure(known.at(-1) ?? 0),
          }),
          lang,
        );
  return element(
    'svg',
    { class: 'spark', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': says },
    drawn,
  );
}

const words = {
  better: { en: ' (better)', fr: ' (mieux)' },
  worse: { en: ' (worse)', fr: ' (moins bien)' },
  noSeries: { en: 'no values', fr: 'aucune valeur' },
  series: {
    en: '{count} values from {least} to {most}, the last one {last}',
    fr: '{count} valeurs de {least} à {most}, la dernière {last}',
  },
} satisfies Record<string, Phrase>;
