import type { Chart } from '../../model/chart.ts';
import { type Lang, speak } from '../../model/text.ts';
import { type Content, element, type Markup, markupOf, sentence } from './markup.ts';
import { drawCurves } from './svg/curves.ts';
import type { Drawing, Frame } from './svg/frame.ts';
import { drawFunnel } from './svg/funnel.ts';
import { drawPairs } from './svg/pairs.ts';
import { panelsHtml } from './svg/panels.ts';
import { drawRanges } from './svg/ranges.ts';
import { drawScatter } from './svg/scatter.ts';

/** Widths a chart is drawn for, in CSS pixels: letters that shrink with a drawing cannot be read on a phone. */
const widths = { wide: 720, narrow: 340 } as const;

/** A chart as a figure with its caption. The ids in it begin with `id`, which is unique in the page. */
export function chartHtml(chart: Chart, id: string, lang: Lang): string {
  const title = speak(chart.title, lang);
  const says = speak(chart.says, lang);
  const caption = element(
    'figcaption',
    {},
    element('strong', {}, title),
    says === '' ? undefined : [' ', sentence(says)],
  );
  return markupOf(
    element('figure', { class: 'chart', id }, caption, drawingsOf(chart, { id, title, says, lang })),
  );
}

interface Told {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly lang: Lang;
}

function drawingsOf(chart: Chart, told: Told): Content {
  if (isEmpty(chart)) return undefined;
  if (chart.kind === 'panels') return panelsHtml(chart, told.id, told.lang);
  return (['wide', 'narrow'] as const).map((size) => {
    const frame: Frame = { width: widths[size], isNarrow: size === 'narrow', lang: told.lang };
    return element('div', { class: size }, svgOf(drawn(chart, frame), frame, `${told.id}-${size}`, told));
  });
}

function drawn(chart: Exclude<Chart, { kind: 'panels' }>, frame: Frame): Drawing {
  switch (chart.kind) {
    case 'scatter':
      return drawScatter(chart, frame);
    case 'ranges':
      return drawRanges(chart, frame);
    case 'funnel':
      return drawFunnel(chart, frame);
    case 'pairs':
      return drawPairs(chart, frame);
    case 'curves':
      return drawCurves(chart, frame);
  }
}

function svgOf({ height, shapes, legend }: Drawing, { width }: Frame, id: string, told: Told): Markup[] {
  const svg = element(
    'svg',
    {
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width,
      height: Math.ceil(height),
      role: 'img',
      'aria-labelledby': `${id}-t`,
      'aria-describedby': `${id}-d`,
    },
    element('title', { id: `${id}-t` }, told.title),
    element('desc', { id: `${id}-d` }, told.says),
    shapes,
  );
  return legend ? [svg, legend] : [svg];
}

/** Whether there is nothing to draw. */
function isEmpty(chart: Chart): boolean {
  switch (chart.kind) {
    case 'scatter':
      return chart.points.length === 0;
    case 'panels':
      return chart.panels.length === 0 || chart.ends.length === 0;
    case 'ranges':
    case 'pairs':
      return chart.rows.length === 0;
    case 'funnel':
      return chart.stages.length === 0;
    case 'curves':
      return chart.curves.every(({ points }) => points.length === 0);
  }
}
