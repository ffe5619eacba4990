import type { Cell, Column } from '../model/report.ts';
import type { Tone } from './style.ts';

/** What stands between two columns. */
export const gap = '  ';
/** A name is cut to no less than this before a column is left out. */
const leastName = 10;
const leastPlace = 12;

/** A column of a table as it is drawn. */
export interface Drawn {
  readonly label: string;
  readonly column: Column;
  readonly values: readonly Cell[];
  readonly cells: readonly string[];
  readonly tones: readonly Tone[];
  width: number;
}

/**
 * Texts narrowed as far as need be, then figures left out from the right until all fits; only then places
 * are cut, and last go the figures that are kept long, all but one.
 */
export function fitted(columns: readonly Drawn[], width: number): { shown: Drawn[]; left: Drawn[] } {
  for (let kept = [...columns]; ; ) {
    const free = kept.findLast(({ column }) => column.keep === undefined);
    const texts = narrowed(kept, width, 'text', leastName);
    const shown = free ? texts : narrowed(texts, width, 'place', leastPlace);
    const next = widthOf(shown) <= width ? undefined : figureOf(free ?? lastOfMany(kept));
    if (next === undefined) return { shown, left: columns.filter((each) => !kept.includes(each)) };
    // What it was and how it changed go with a figure.
    kept = kept.filter((each) => figureOf(each) !== next);
  }
}

/** The last of the figures that are kept long, where there is more than one. */
function lastOfMany(kept: readonly Drawn[]): Drawn | undefined {
  const long = kept.filter(({ column }) => column.keep === 'long');
  return new Set(long.map(figureOf)).size > 1 ? long.at(-1) : undefined;
}

/** The figure that a column is about: `revenue` for `revenue_before`. */
function figureOf(drawn: Drawn | undefined): string | undefined {
  return drawn?.column.id.replace(/_(before|change)$/, '');
}

/** The columns with the widest of a unit made narrower, a column at a time, until all fits or none can be. */
function narrowed(columns: readonly Drawn[], width: number, unit: Column['unit'], least: number): Drawn[] {
  const shown = columns.map((each) => ({ ...each }));
  while (widthOf(shown) > width) {
    const [widest] = shown.filter(({ column }) => column.unit === unit).sort((a, b) => b.width - a.width);
    if (!widest || widest.width <= least) break;
    widest.width -= 1;
  }
  return shown;
}

/** The columns of the screen that they take side by side. */
export function widthOf(columns: readonly Drawn[]): number {
  return columns.reduce((sum, each) => sum + each.width, gap.length * (columns.length - 1));
}
