import type { PairsChart } from '../../../model/chart.ts';
import { type Content, element } from '../markup.ts';
import { telling } from './axes.ts';
import { type Drawing, type Frame, figureName, line, nameOf, textAt, widthOf } from './frame.ts';

/** Two bars a row, back to back on one scale. */
export function drawPairs(chart: PairsChart, { width, isNarrow, lang }: Frame): Drawing {
  const { rows, left, right } = chart;
  const lefts = rows.map((row) => row.left);
  const rights = rows.map((row) => row.right);
  const figures = rows.map((row) => ({
    left: figureName(row.left, left, lefts, lang),
    right: figureName(row.right, right, rights, lang),
  }));
  const names = rows.map(({ of }) => nameOf(of, lang));
  const nameRoom = isNarrow ? 0 : Math.min(220, 14 + Math.max(...names.map((name) => widthOf(name))));
  const figureRoom =
    10 + Math.max(...figures.map((each) => Math.max(widthOf(each.left), widthOf(each.right))));
  const { longest, long } = lengthsOf(lefts, rights, width - nameRoom - 2 * figureRoom);
  const middle = nameRoom + figureRoom + longest.left;
  const step = isNarrow ? 44 : 28;
  const top = 24;
  const bottom = top + rows.length * step;
  const shapes: Content = [
    textAt(middle - 10, 13, left.label[lang], {
      class: 'name',
      anchor: 'end',
      most: longest.left + figureRoom,
    }),
    textAt(middle + 10, 13, right.label[lang], { class: 'name', most: longest.right + figureRoom }),
    rows.map((row, i) => {
      const y = top + i * step + (isNarrow ? 20 : 4);
      const figure = figures[i] ?? { left: '', right: '' };
      const said = `${names[i]}: ${left.label[lang]} ${figure.left}, ${right.label[lang]} ${figure.right}`;
      return telling(
        said,
        textAt(isNarrow ? 0 : nameRoom - 10, isNarrow ? y - 5 : y + 14, names[i] ?? '', {
          anchor: isNarrow ? 'start' : 'end',
          most: isNarrow ? width : nameRoom - 12,
        }),
        element('rect', {
          x: middle - long(row.left),
          y,
          width: long(row.left),
          height: 19,
          class: 'other',
        }),
        line(middle, isNarrow ? y : y - 5, middle, isNarrow ? y + 19 : y + 24, 'axis'),
        element('rect', { x: middle, y, width: long(row.right), height: 19, class: 'mark' }),
        textAt(middle - long(row.left) - 6, y + 14, figure.left, { anchor: 'end' }),
        textAt(middle + long(row.right) + 6, y + 14, figure.right),
      );
    }),
  ];
  return { height: bottom + 6, shapes };
}

/** The longest bar of each side, as their largest values are to one another, and the length of a value. */
function lengthsOf(
  lefts: readonly number[],
  rights: readonly number[],
  room: number,
): { longest: { left: number; right: number }; long: (value: number) => number } {
  const most = { left: Math.max(0, ...lefts), right: Math.max(0, ...rights) };
  const total = most.left + most.right;
  // Neither side so short that its heading has no room.
  const share = total === 0 ? 0.5 : Math.min(0.75, Math.max(0.25, most.left / total));
  const longest = { left: share * room, right: (1 - share) * room };
  const unit = Math.min(longest.left / (most.left || 1), longest.right / (most.right || 1));
  return { longest, long: (value) => Math.max(0, value) * unit };
}
