import type { RangesChart } from '../../../model/chart.ts';
import { type Lang, type Phrase, speak, text } from '../../../model/text.ts';
import { type Content, element, type Markup } from '../markup.ts';
import { telling, upLines } from './axes.ts';
import { type Drawing, type Frame, figureName, line, nameOf, scaleOver, textAt, widthOf } from './frame.ts';

type Row = RangesChart['rows'][number];

/** A bar from low to high a row, a dot for what is most likely, a line for the mark. */
export function drawRanges(chart: RangesChart, { width, isNarrow, lang }: Frame): Drawing {
  const { rows, value } = chart;
  const middles = rows.map(({ middle }) => middle);
  const figures = middles.map((middle) => figureName(middle, value, middles, lang));
  const names = rows.map((row) => `${isBelow(row) ? '▼ ' : ''}${nameOf(row.of, lang)}`);
  const nameRoom = isNarrow ? 0 : Math.min(210, 12 + Math.max(...names.map((name) => widthOf(name))));
  const figureRoom = 10 + Math.max(...figures.map((figure) => widthOf(figure)));
  const step = isNarrow ? 44 : 30;
  const plot = {
    left: nameRoom + 6,
    right: width - figureRoom - 4,
    top: 20,
    bottom: 24 + rows.length * step,
  };
  const all = rows.flatMap(({ low, middle, high, mark }) => [
    low,
    middle,
    high,
    ...(mark === null ? [] : [mark]),
  ]);
  const x = scaleOver(all, [plot.left, plot.right], isNarrow ? 4 : 6);
  const shapes: Content = [
    textAt(width - 2, 12, value.label[lang], { class: 'name', anchor: 'end' }),
    upLines(x, plot, value, lang, { count: isNarrow ? 4 : 6, isLined: true }),
    rows.map((row, i) => {
      const y = plot.top + (i + 0.5) * step + (isNarrow ? 12 : 4);
      const at = isNarrow ? { x: plot.left, y: y - 14 } : { x: 0, y: y + 4 };
      const from = x(Math.min(row.low, row.high));
      return [
        textAt(at.x, at.y, names[i] ?? '', {
          most: isNarrow ? width - 8 : nameRoom - 8,
          class: isBelow(row) ? 'halo below' : 'halo',
        }),
        telling(
          told(row, chart, all, lang),
          element('rect', {
            x: from,
            y: y - 5,
            width: Math.max(2, x(Math.max(row.low, row.high)) - from),
            height: 10,
            rx: 5,
            class: isBelow(row) ? 'range below' : 'range',
          }),
          row.mark === null ? undefined : line(x(row.mark), y - 10, x(row.mark), y + 10, 'bar-mark'),
          element('circle', {
            cx: x(row.middle),
            cy: y,
            r: 5,
            class: `point ${isBelow(row) ? 'below' : 'mark'}`,
          }),
        ),
        textAt(width - 2, y + 4, figures[i] ?? '', { anchor: 'end' }),
      ];
    }),
  ];
  return { height: plot.bottom + 26, shapes, legend: legendOf(chart, lang) };
}

function isBelow({ middle, mark }: Row): boolean {
  return mark !== null && middle < mark;
}

function told({ of, low, middle, high, mark }: Row, chart: RangesChart, all: number[], lang: Lang): string {
  const figure = (each: number) => figureName(each, chart.value, all, lang);
  const range = speak(
    text(words.told, {
      name: nameOf(of, lang),
      middle: figure(middle),
      low: figure(low),
      high: figure(high),
    }),
    lang,
  );
  return mark === null ? range : `${range}; ${chart.mark[lang]} ${figure(mark)}`;
}

function legendOf({ rows, mark }: RangesChart, lang: Lang): Markup {
  const sentences = [
    words.range[lang],
    ...(rows.some((row) => row.mark !== null) ? [speak(text(words.mark, { what: mark }), lang)] : []),
    ...(rows.some(isBelow) ? [speak(text(words.below, { what: mark }), lang)] : []),
  ];
  return element('p', { class: 'key' }, sentences.join(' '));
}

const words = {
  told: { en: '{name}: {middle}, {low} to {high}', fr: '{name} : {middle}, de {low} à {high}' },
  range: {
    en: 'Dot: what is most likely. Band: from low to high.',
    fr: 'Point : le plus vraisemblable. Bande : du bas au haut.',
  },
  mark: { en: 'Upright line: {what}.', fr: 'Trait vertical : {what}.' },
  below: { en: '▼ the dot is below it.', fr: '▼ le point est au-dessous.' },
} satisfies Record<string, Phrase>;
