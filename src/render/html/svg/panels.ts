import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { area, line as lineOf } from 'd3-shape';
import type { PanelsChart } from '../../../model/chart.ts';
import { civilOf, dayOf, formatDay } from '../../../model/day.ts';
import type { Lang, Phrase } from '../../../model/text.ts';
import { type Content, element, type Markup } from '../markup.ts';
import { acrossLines, leftRoom, type Plot } from './axes.ts';
import { figureName, line, nameOf, scaleOver, textAt, widthOf } from './frame.ts';

type Panel = PanelsChart['panels'][number];
interface Step {
  readonly at: number;
  readonly value: number | null;
}

const width = 250;
const height = 116;

/** Small drawings in a grid, each under its name and its last figure. */
export function panelsHtml(chart: PanelsChart, id: string, lang: Lang): Markup {
  const everything = chart.panels.flatMap(({ values }) => knownOf(values));
  return element(
    'ul',
    { class: 'panels' },
    chart.panels.map((panel, i) => {
      const name = nameOf(panel.of, lang);
      const known = knownOf(panel.values);
      const last = known.at(-1);
      const all = chart.isOneScale ? everything : known;
      const figure = last === undefined ? '—' : figureName(last, chart.value, all, lang);
      return element(
        'li',
        {},
        element('p', {}, element('span', {}, name), ' ', element('b', {}, figure)),
        panelSvg(chart, panel, { id: `${id}-p${i + 1}`, name, figure, everything, lang }),
      );
    }),
  );
}

interface PanelWay {
  readonly id: string;
  readonly name: string;
  readonly figure: string;
  readonly everything: readonly number[];
  readonly lang: Lang;
}

function panelSvg(
  chart: PanelsChart,
  panel: Panel,
  { id, name, figure, everything, lang }: PanelWay,
): Markup {
  const base = { top: 10, bottom: height - 22, right: width - 8 };
  const known = knownOf(panel.values);
  const y = scaleOver(chart.isOneScale ? everything : known, [base.bottom, base.top], 2);
  const plot: Plot = { ...base, left: leftRoom(y, chart.value, lang, 2) };
  const first = chart.ends[0] ?? 0;
  const last = chart.ends.at(-1) ?? first;
  const x = scaleLinear()
    .domain([first, last > first ? last : first + 1])
    .range([plot.left, plot.right]);
  const steps = chart.ends.map((end, i): Step => ({ at: x(end), value: panel.values[i] ?? null }));
  const label = `${chart.value.label[lang]}: ${figure} (${formatDay(last)})`;
  return element(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-t`,
      'aria-describedby': `${id}-d`,
    },
    element('title', { id: `${id}-t` }, name),
    element('desc', { id: `${id}-d` }, known.length === 0 ? words.none[lang] : label),
    acrossLines(y, plot, chart.value, lang, 2),
    yearsOf(x, first, last, plot),
    drawn(steps, y),
  );
}

function drawn(steps: readonly Step[], y: ScaleLinear<number, number>): Content {
  const isKnown = ({ value }: Step) => value !== null;
  const path = lineOf<Step>()
    .defined(isKnown)
    .x(({ at }) => at)
    .y(({ value }) => y(value ?? 0))
    .digits(1);
  const filled = area<Step>()
    .defined(isKnown)
    .x(({ at }) => at)
    .y0(y(0))
    .y1(({ value }) => y(value ?? 0))
    .digits(1);
  const lastKnown = steps.findLastIndex(isKnown);
  // A value between two unknown ones is no line.
  const alone = steps.filter((step, i) => step.value !== null && (i === lastKnown || isLone(steps, i)));
  return [
    element('path', { d: filled([...steps]) ?? '', class: 'band line0' }),
    element('path', { d: path([...steps]) ?? '', class: 'curve line0' }),
    alone.map(({ at, value }) =>
      element('circle', { cx: at, cy: y(value ?? 0), r: 3.5, class: 'point line0' }),
    ),
  ];
}

function isLone(steps: readonly Step[], i: number): boolean {
  return (steps[i - 1]?.value ?? null) === null && (steps[i + 1]?.value ?? null) === null;
}

/** The years that begin on the scale of time; within one year, its first and last month. */
function yearsOf(x: ScaleLinear<number, number>, first: number, last: number, plot: Plot): Content {
  const from = civilOf(first).year + 1;
  const years = Array.from({ length: Math.max(0, civilOf(last).year - from + 1) }, (_, i) => from + i);
  if (years.length === 0) {
    const month = (day: number) => formatDay(day).slice(0, 7);
    const ends = [textAt(plot.left, plot.bottom + 16, month(first), { class: 'quiet' })];
    if (last > first)
      ends.push(textAt(plot.right, plot.bottom + 16, month(last), { class: 'quiet', anchor: 'end' }));
    return ends;
  }
  const starts = [
    { year: from - 1, at: plot.left },
    ...years.map((year) => ({ year, at: x(dayOf(year, 1, 1)) })),
  ];
  let free = plot.left - 20;
  return starts.map(({ year, at }, i) => {
    const name = String(year);
    const wide = widthOf(name);
    const left = i === 0 ? at : Math.min(at - wide / 2, width - wide);
    const next = starts[i + 1];
    // The year that had begun before gives way to the next.
    const isShown = left >= free && (i > 0 || !next || next.at - wide / 2 > left + wide + 8);
    if (isShown) free = left + wide + 8;
    return [
      i === 0 ? undefined : line(at, plot.top, at, plot.bottom, 'grid'),
      isShown ? textAt(left, plot.bottom + 16, name, { class: 'quiet' }) : undefined,
    ];
  });
}

function knownOf(values: Panel['values']): number[] {
  return values.filter((value) => value !== null);
}

const words = {
  none: { en: 'no figures', fr: 'aucun chiffre' },
} satisfies Record<string, Phrase>;
