import type { FunnelChart } from '../../../model/chart.ts';
import { formatNumber, formatShare } from '../../../model/text.ts';
import { element } from '../markup.ts';
import { telling } from './axes.ts';
import { type Drawing, type Frame, heavy, textAt, widthOf } from './frame.ts';

/** A bar a stage, each with its count and its share of the first. */
export function drawFunnel({ stages }: FunnelChart, { width, isNarrow, lang }: Frame): Drawing {
  const first = stages[0]?.count ?? 0;
  const most = Math.max(1, ...stages.map(({ count }) => count));
  const names = stages.map(({ label }) => label[lang]);
  const figures = stages.map(({ count }) => {
    const number = formatNumber(count, lang, 0, 0);
    return first > 0 ? `${number} · ${formatShare(count / first, lang)}` : number;
  });
  const nameRoom = isNarrow ? 0 : Math.min(240, 16 + Math.max(...names.map((name) => widthOf(name))));
  const figureRoom = 12 + Math.max(...figures.map((figure) => heavy * widthOf(figure)));
  const step = isNarrow ? 46 : 34;
  const longest = width - nameRoom - figureRoom;
  const shapes = stages.map(({ count }, i) => {
    const y = i * step + (isNarrow ? 18 : 4);
    const long = (Math.max(0, count) / most) * longest;
    return telling(
      `${names[i]}: ${figures[i]}`,
      textAt(isNarrow ? 0 : nameRoom - 10, isNarrow ? y - 5 : y + 17, names[i] ?? '', {
        anchor: isNarrow ? 'start' : 'end',
        most: isNarrow ? width : nameRoom - 12,
      }),
      element('rect', { x: nameRoom, y, width: Math.max(1, long), height: 24, class: 'mark', rx: 2 }),
      textAt(nameRoom + long + 7, y + 17, figures[i] ?? '', { class: 'name' }),
    );
  });
  return { height: stages.length * step + 4, shapes };
}
