import type { ScatterChart } from '../../../model/chart.ts';
import { type Lang, type Phrase, speak, text } from '../../../model/text.ts';
import { type Content, element, type Markup } from '../markup.ts';
import { acrossLines, axisNames, leftRoom, type Plot, telling, upLines } from './axes.ts';
import {
  cutTo,
  type Drawing,
  type Frame,
  figureName,
  heavy,
  letter,
  line,
  nameOf,
  scaleOver,
  textAt,
  widthOf,
} from './frame.ts';
import { toneMark } from './marks.ts';
import { type Box, boxOf, farPlaceFor, placeFor } from './places.ts';
import { drawRays } from './rays.ts';

type Point = ScatterChart['points'][number];
interface Spot {
  readonly x: number;
  readonly y: number;
  readonly points: readonly Point[];
}

/** Points that are nearer than this, in pixels, stand as one. */
const near = 9;

/** Points with their names, rays of one ratio behind them; names for which there is no room go to a legend. */
export function drawScatter(chart: ScatterChart, { width, isNarrow, lang }: Frame): Drawing {
  const height = isNarrow ? 320 : 400;
  const base = { top: 40, bottom: height - 44 };
  const ys = chart.points.map((point) => point.y);
  const y = scaleOver(ys, [base.bottom, base.top], 5);
  const plot: Plot = { ...base, left: leftRoom(y, chart.y, lang), right: width - (isNarrow ? 44 : 64) };
  const xs = chart.points.map((point) => point.x);
  const x = scaleOver(xs, [plot.left, plot.right], isNarrow ? 4 : 6);
  const rays = drawRays(chart, x, y, plot, lang);

  const spots = spotsOf(chart.points.map((point) => ({ x: x(point.x), y: y(point.y), points: [point] })));
  const taken: Box[] = [...rays.boxes, boxOf(plot.left, y(0) - 1, plot.right - plot.left, 2)];
  const marks = spots.map((spot) => boxOf(spot.x - 6, spot.y - 6, 12, 12));
  const longestName = isNarrow ? 150 : 200;
  const room = { ...plot, right: width, top: plot.top - 8 };
  const untold: string[] = [];
  const labels = spots.map((spot, i): Content => {
    const around = [...taken, ...marks.filter((_, other) => other !== i)];
    const whole = spot.points.map(({ of }) => nameOf(of, lang)).join(' · ');
    const name = cutTo(whole, longestName);
    const place =
      name === whole || spot.points.length === 1 ? placeFor(spot, widthOf(name), room, around) : undefined;
    if (place) {
      taken.push(place.box);
      return textAt(place.x, place.y, whole, { anchor: place.anchor, most: longestName, class: 'halo' });
    }
    untold.push(whole);
    const number = String(untold.length);
    const width = heavy * widthOf(number);
    const beside = placeFor(spot, width, room, around);
    const small = beside ?? farPlaceFor(spot, width, room, around);
    if (!small) return undefined;
    taken.push(small.box);
    const label = textAt(small.x, small.y, number, { anchor: small.anchor, class: 'halo name' });
    return beside ? label : [line(spot.x, spot.y, small.x, small.y - letter / 2 + 2, 'axis'), label];
  });
  const shapes: Content = [
    acrossLines(y, plot, chart.y, lang),
    upLines(x, plot, chart.x, lang, { count: isNarrow ? 4 : 6 }),
    rays.shapes,
    axisNames(plot, chart.x.label[lang], chart.y.label[lang]),
    spots.map((spot) =>
      telling(
        spot.points.map((point) => told(point, chart, xs, ys, lang)).join('; '),
        spot.points.map(({ of }) => toneMark(of, spot.x, spot.y)).at(-1),
      ),
    ),
    labels,
  ];
  return { height, shapes, ...legendOf(chart, rays.boxes.length > 0, untold, lang) };
}

/** Points that would hide one another put together. */
function spotsOf(spots: readonly Spot[]): Spot[] {
  const found: Spot[] = [];
  for (const spot of spots) {
    const i = found.findIndex(({ x, y }) => Math.hypot(x - spot.x, y - spot.y) < near);
    const other = found[i];
    if (other) found[i] = { ...other, points: [...other.points, ...spot.points] };
    else found.push(spot);
  }
  return found;
}

function told(point: Point, { x, y }: ScatterChart, xs: number[], ys: number[], lang: Lang): string {
  const figures = [
    `${x.label[lang]} ${figureName(point.x, x, xs, lang)}`,
    `${y.label[lang]} ${figureName(point.y, y, ys, lang)}`,
  ];
  return `${nameOf(point.of, lang)}: ${figures.join(', ')}`;
}

function legendOf(
  { ray }: ScatterChart,
  hasRays: boolean,
  untold: readonly string[],
  lang: Lang,
): { legend?: Markup } {
  const rays = hasRays
    ? element('p', { class: 'key' }, speak(text(words.rays, { what: ray.label }), lang))
    : undefined;
  const list =
    untold.length > 0
      ? element(
          'ol',
          { class: 'key' },
          untold.map((name) => element('li', {}, name)),
        )
      : undefined;
  return rays || list ? { legend: element('div', {}, rays, list) } : {};
}

const words = {
  rays: { en: 'Dashed lines: {what}.', fr: 'Lignes en tirets : {what}.' },
} satisfies Record<string, Phrase>;
