import { area, curveLinear, curveStepAfter, line as lineOf } from 'd3-shape';
import type { CurvesChart } from '../../../model/chart.ts';
import { type Content, element, type Markup } from '../markup.ts';
import { acrossLines, axisNames, leftRoom, type Plot, telling, upLines } from './axes.ts';
import { type Drawing, type Frame, nameOf, scaleOver, textAt, widthOf } from './frame.ts';
import { colourOf, dashOf, lineMark } from './marks.ts';

type Point = CurvesChart['curves'][number]['points'][number];

/** More lines than these are not named at their ends. */
const mostNamed = 8;
const nameStep = 16;

/** Lines over an age, by steps where a value holds until the next, a band where it is not sure. */
export function drawCurves(chart: CurvesChart, { width, isNarrow, lang }: Frame): Drawing {
  const curves = chart.curves.filter(({ points }) => points.length > 0);
  const names = curves.map(({ of }) => nameOf(of, lang));
  const isNamed = !isNarrow && curves.length > 1 && curves.length <= mostNamed;
  const nameRoom = isNamed ? Math.min(220, 22 + Math.max(...names.map((name) => widthOf(name)))) : 14;
  const height = isNarrow ? 280 : 340;
  const base = { top: 38, bottom: height - 44 };
  const all = curves.flatMap(({ points }) => points);
  const y = scaleOver(
    all.flatMap((point) => [point.y, point.low ?? point.y, point.high ?? point.y]),
    [base.bottom, base.top],
    5,
  );
  const plot: Plot = { ...base, left: leftRoom(y, chart.y, lang), right: width - nameRoom };
  const x = scaleOver(
    all.map((point) => point.x),
    [plot.left, plot.right],
    isNarrow ? 5 : 8,
  );
  const shape = chart.isStepped ? curveStepAfter : curveLinear;
  const path = lineOf<Point>()
    .x((point) => x(point.x))
    .y((point) => y(point.y))
    .curve(shape)
    .digits(1);
  const band = area<Point>()
    .defined(({ low, high }) => low !== undefined && high !== undefined)
    .x((point) => x(point.x))
    .y0((point) => y(point.low ?? point.y))
    .y1((point) => y(point.high ?? point.y))
    .curve(shape)
    .digits(1);
  const ends = curves.map(({ points }) => points.at(-1) ?? { x: 0, y: 0 });
  const levels = apart(
    ends.map((end) => y(end.y)),
    plot,
  );
  const shapes: Content = [
    curves.map(({ points }, i) =>
      element('path', { d: band([...points]) ?? '', class: `band ${colourOf(i)}` }),
    ),
    acrossLines(y, plot, chart.y, lang),
    upLines(x, plot, chart.x, lang, { count: isNarrow ? 5 : 8 }),
    axisNames(plot, chart.x.label[lang], chart.y.label[lang]),
    curves.map(({ points }, i) => {
      const end = ends[i] ?? { x: 0, y: 0 };
      return telling(
        names[i] ?? '',
        element('path', {
          d: path([...points]) ?? '',
          class: `curve ${colourOf(i)}`,
          'stroke-dasharray': dashOf(i),
        }),
        lineMark(i, x(end.x), y(end.y)),
      );
    }),
    isNamed
      ? names.map((name, i) => textAt(plot.right + 12, (levels[i] ?? 0) + 4, name, { most: nameRoom - 14 }))
      : undefined,
  ];
  return { height, shapes, ...(curves.length > 1 && !isNamed ? { legend: legendOf(names) } : {}) };
}

/** Heights for names: as near to their lines' ends as they can be without touching one another. */
function apart(wanted: readonly number[], { top, bottom }: Plot): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const levels = [...wanted];
  let free = top;
  for (const i of order) {
    levels[i] = Math.max(free, levels[i] ?? 0);
    free = (levels[i] ?? 0) + nameStep;
  }
  let last = bottom;
  for (const i of order.reverse()) {
    levels[i] = Math.min(last, levels[i] ?? 0);
    last = (levels[i] ?? 0) - nameStep;
  }
  return levels;
}

function legendOf(names: readonly string[]): Markup {
  const sample = (i: number) =>
    element(
      'svg',
      { viewBox: '0 0 34 12', width: 34, height: 12, 'aria-hidden': 'true' },
      element('path', { d: 'M0 6H28', class: `curve ${colourOf(i)}`, 'stroke-dasharray': dashOf(i) }),
      lineMark(i, 28, 6),
    );
  return element(
    'ul',
    { class: 'key' },
    names.map((name, i) => element('li', {}, sample(i), ' ', name)),
  );
}
