import { columnsOf } from '../model/visible.ts';
import { leastWidthOf, plainOf, type Run, wrappedRuns } from './runs.ts';
import type { Style } from './style.ts';

const gap = '  ';

/** A table of a page in lines of a width: aligned columns whose texts wrap, or a row a paragraph where none fit. */
export function pageTable(
  header: readonly (readonly Run[])[],
  rows: readonly (readonly (readonly Run[])[])[],
  width: number,
  style: Style,
): string[] {
  const { paint } = style;
  const widths = widthsFor([header, ...rows], width);
  if (!widths) return stacked(header, rows, width, style);
  const laidOut = (cells: readonly (readonly Run[])[], isHeader: boolean) => {
    const wrapped = widths.map((each, i) => wrappedRuns(cells[i] ?? [], each, isHeader ? asIs : paint));
    const height = Math.max(...wrapped.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      widths
        .map((each, i) => padded(wrapped[i]?.[line] ?? '', each))
        .join(gap)
        .trimEnd(),
    );
  };
  const rule = widths.map((each) => '─'.repeat(each)).join(gap);
  return [
    ...[...laidOut(header, true), rule].map((line) => paint('quiet', line)),
    ...rows.flatMap((row) => laidOut(row, false)),
  ];
}

const asIs: Style['paint'] = (_, text) => text;

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

/** Widths that fit: what the texts take where there is room, else the wide ones narrowed alike, words kept whole. */
function widthsFor(
  lines: readonly (readonly (readonly Run[])[])[],
  width: number,
): readonly number[] | undefined {
  const columns = (lines[0] ?? []).map((_, i) => lines.map((cells) => cells[i] ?? []));
  const usual = columns.map((cells) => Math.max(...cells.map((cell) => columnsOf(plainOf(cell)))));
  const least = columns.map((cells) => Math.max(...cells.map(leastWidthOf)));
  const room = width - gap.length * (columns.length - 1);
  for (let most = room; most > 0; most--) {
    const widths = usual.map((each, i) => Math.max(least[i] ?? 0, Math.min(each, most)));
    if (widths.reduce((sum, each) => sum + each, 0) <= room) return widths;
  }
  return undefined;
}

function stacked(
  header: readonly (readonly Run[])[],
  rows: readonly (readonly (readonly Run[])[])[],
  width: number,
  { lang, paint }: Style,
): string[] {
  const colon = lang === 'fr' ? ' :' : ':';
  const blocks = rows.map(([first = [], ...rest]) => [
    ...wrappedRuns(first, width, paint),
    ...rest.flatMap((cell, i) => {
      const title = plainOf(header[i + 1] ?? []);
      const runs: Run[] = title === '' ? [...cell] : [{ text: `${title}${colon} `, tone: 'quiet' }, ...cell];
      return plainOf(cell) === '' ? [] : wrappedRuns(runs, width - 2, paint).map((line) => `  ${line}`);
    }),
  ]);
  return blocks.flatMap((block, i) => (i === 0 ? block : ['', ...block]));
}
