import type { ScaleLinear } from 'd3-scale';
import type { Measure } from '../../../model/chart.ts';
import type { Lang } from '../../../model/text.ts';
import { type Content, element } from '../markup.ts';
import { line, textAt, ticksOf, widthOf } from './frame.ts';

/** The plot within a drawing, in pixels. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Scale = ScaleLinear<number, number>;

/** Lines across at the round values of y, with their names to the left; the line of zero is stronger. */
export function acrossLines(
  y: Scale,
  { left, right }: Plot,
  measure: Measure,
  lang: Lang,
  count = 5,
): Content {
  return ticksOf(y, count, measure, lang).map(({ value, name }) => [
    line(left, y(value), right, y(value), value === 0 ? 'axis' : 'grid'),
    textAt(left - 6, y(value) + 4, name, { anchor: 'end', class: 'quiet' }),
  ]);
}

/** The names of the round values of x under the plot, and lines up where they are wanted. */
export function upLines(
  x: Scale,
  { left, right, top, bottom }: Plot,
  measure: Measure,
  lang: Lang,
  { count = 6, isLined = false }: { count?: number; isLined?: boolean } = {},
): Content {
  let free = Number.NEGATIVE_INFINITY;
  return ticksOf(x, count, measure, lang).map(({ value, name }) => {
    const at = x(value);
    const half = widthOf(name) / 2;
    // The first name may be wider than what is left of the plot.
    const middle = Math.max(at, half);
    const isShown = middle - half >= free && at >= left - 1 && at <= right + 1;
    if (isShown) free = middle + half + 6;
    return [
      isLined || value === 0 ? line(at, top, at, bottom, value === 0 ? 'axis' : 'grid') : undefined,
      isShown ? textAt(middle, bottom + 17, name, { anchor: 'middle', class: 'quiet' }) : undefined,
    ];
  });
}

/** The room that the names of y take to the left of a plot. */
export function leftRoom(y: Scale, measure: Measure, lang: Lang, count = 5): number {
  const widest = ticksOf(y, count, measure, lang).reduce(
    (most, { name }) => Math.max(most, widthOf(name)),
    0,
  );
  return Math.ceil(widest) + 10;
}

/** What the axes measure: y over the plot's left end, x under its right end. */
export function axisNames(plot: Plot, x: string, y: string): Content {
  return [
    textAt(0, plot.top - 24, y, { class: 'name' }),
    textAt(plot.right, plot.bottom + 35, x, { class: 'name', anchor: 'end' }),
  ];
}

/** A group of shapes that tells a text under the pointer. */
export function telling(text: string, ...shapes: readonly Content[]): Content {
  return element('g', {}, element('title', {}, text), shapes);
}
