import type { ScaleLinear } from 'd3-scale';
import type { ScatterChart } from '../../../model/chart.ts';
import type { Lang } from '../../../model/text.ts';
import type { Content } from '../markup.ts';
import type { Plot } from './axes.ts';
import { figureName, letter, line, textAt, widthOf } from './frame.ts';
import { type Box, boxOf, overlaps } from './places.ts';

type Scale = ScaleLinear<number, number>;

const fewest = 3;
const most = 4;
/** Rays that are flatter or steeper than this, in radians, cannot be told from the axes. */
const steepest = 1.4;
const flattest = 0.16;
const leastApart = 0.15;

/** Rays from zero at round ratios among the points', each with its ratio where it leaves the plot. */
export function drawRays(
  { points, ray }: ScatterChart,
  x: Scale,
  y: Scale,
  plot: Plot,
  lang: Lang,
): { shapes: Content; boxes: Box[] } {
  const ratios = points.filter((point) => point.x > 0 && point.y > 0).map((point) => point.y / point.x);
  if (ratios.length === 0) return { shapes: undefined, boxes: [] };
  // Pixels up per pixel right, for a ratio of 1.
  const slope = (y(0) - y(1)) / (x(1) - x(0));
  const wanted = raysAmong(ratios, slope);
  const boxes: Box[] = [];
  const shapes = wanted.map((ratio) => {
    const name = figureName(ratio, ray, wanted, lang);
    const width = widthOf(name);
    const run = Math.min(plot.right - x(0), (y(0) - plot.top) / (ratio * slope));
    const end = { x: x(0) + run, y: y(0) - run * ratio * slope };
    const isRight = end.x >= plot.right - 1;
    const box = isRight
      ? boxOf(end.x + 5, end.y - letter / 2, width, letter + 2)
      : boxOf(end.x - width / 2, plot.top - letter - 4, width, letter + 2);
    if (boxes.some((each) => overlaps(each, box))) return undefined;
    boxes.push(box);
    return [
      line(x(0), y(0), end.x, end.y, 'ray'),
      isRight
        ? textAt(end.x + 5, end.y + 4, name, { class: 'halo ray' })
        : textAt(end.x, plot.top - 6, name, { class: 'halo ray', anchor: 'middle' }),
    ];
  });
  return { shapes, boxes };
}

/** Three or four round ratios around those of the points, as far apart as they can be seen to be. */
function raysAmong(ratios: readonly number[], slope: number): number[] {
  const angle = (ratio: number) => Math.atan(ratio * slope);
  const first = Math.floor(Math.log10(Math.tan(flattest) / slope));
  const last = Math.ceil(Math.log10(Math.tan(steepest) / slope));
  const apart: number[] = [];
  for (let power = first; power <= last; power++) {
    for (const digit of [1, 2, 3, 5]) {
      const ratio = Number(`${digit}e${power}`);
      const isSeen = angle(ratio) >= flattest && angle(ratio) <= steepest;
      if (isSeen && angle(ratio) - angle(apart.at(-1) ?? 0) >= leastApart) apart.push(ratio);
    }
  }
  const least = Math.min(...ratios);
  const largest = Math.max(...ratios);
  let from = Math.max(
    0,
    apart.findLastIndex((ratio) => ratio <= least),
  );
  let to = apart.findIndex((ratio) => ratio >= largest);
  if (to < 0) to = apart.length - 1;
  while (to - from + 1 < fewest && (from > 0 || to < apart.length - 1)) {
    if (from > 0) from--;
    else to++;
  }
  const chosen = apart.slice(from, to + 1);
  if (chosen.length <= most) return chosen;
  return [...new Set(Array.from({ length: most }, (_, i) => nearestTo(i / (most - 1), chosen, angle)))];
}

/** The ratio whose angle is nearest to this share of the way from the flattest to the steepest. */
function nearestTo(share: number, ratios: readonly number[], angle: (ratio: number) => number): number {
  const flat = angle(ratios[0] ?? 0);
  const wanted = flat + share * (angle(ratios.at(-1) ?? 0) - flat);
  const off = (ratio: number) => Math.abs(angle(ratio) - wanted);
  return ratios.reduce((best, ratio) => (off(ratio) < off(best) ? ratio : best), ratios[0] ?? 0);
}
