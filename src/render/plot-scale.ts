const levels = ' ▁▂▃▄▅▆▇█';

/** A value; `null` is one that is not known, undefined a gap between two. */
export type PlotValue = number | null | undefined;

/** What a row of signs is worth: so many rows above zero and below it. */
export interface Scale {
  readonly up: number;
  readonly down: number;
  /** The value of a row. */
  readonly unit: number;
  /** What stands beside the rows, by their place from the top; a label is of the upper edge of its row, below zero of the lower. */
  readonly labels: readonly { readonly row: number; readonly value: number }[];
}

/** Where scales end, in tens and hundreds alike. */
const tidy = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10];

/** A scale from zero in so many rows (an even number) to a tidy figure that no value passes; below zero too where any value is. */
export function scaleOf(values: readonly (number | null)[], rows: number, isCount: boolean): Scale {
  const most = values.reduce<number>((high, value) => Math.max(high, value ?? 0), 0);
  const least = values.reduce<number>((low, value) => Math.min(low, value ?? 0), 0);
  if (least < 0) return scaleAround(most, least, rows);
  if (most === 0) return { up: rows, down: 0, unit: 1, labels: [] };
  const top = isCount && most <= 2 ? 2 : tidyAbove(most, isCount ? 2 : 0);
  const labels = [
    { row: 0, value: top },
    { row: rows / 2, value: top / 2 },
  ];
  return { up: rows, down: 0, unit: top / rows, labels };
}

function scaleAround(most: number, least: number, rows: number): Scale {
  const share = -least / (most - least);
  const down = Math.min(rows, Math.max(1, Math.round(rows * share)));
  const up = rows - down;
  const unit = tidyAbove(Math.max(up > 0 ? most / up : 0, -least / down), 0);
  return {
    ...{ up, down, unit },
    labels: [...(up > 0 ? [{ row: 0, value: unit * up }] : []), { row: rows - 1, value: -unit * down }],
  };
}

/** The least tidy figure that is no less than a value, and a multiple of a number where that is not 0. */
function tidyAbove(value: number, multipleOf: number): number {
  for (let power = 10 ** Math.floor(Math.log10(value)); ; power *= 10) {
    // Powers of ten below one are not exact: 6 × 0.1 is not 0.6.
    const found = tidy
      .map((each) => Number((each * power).toPrecision(6)))
      .find((each) => each >= value * (1 - 1e-12) && (multipleOf === 0 || each % multipleOf === 0));
    if (found !== undefined) return found;
  }
}

/** The rows of a plot from the top, a sign a value: what is above zero is never as low as none. */
export function rowsOf(values: readonly PlotValue[], { up, down, unit }: Scale): string[] {
  const above = Array.from({ length: up }, (_, row) => {
    const floor = up - 1 - row;
    return values.map((value) => signAbove(value, unit, floor)).join('');
  });
  const below = Array.from({ length: down }, (_, row) =>
    values.map((value) => signBelow(value, unit, row)).join(''),
  );
  return [...above, ...below];
}

function signAbove(value: PlotValue, unit: number, floor: number): string {
  if (value === null) return floor === 0 ? '·' : ' ';
  if (value === undefined || value <= 0) return ' ';
  const eighths = Math.max(1, Math.round((8 * value) / unit)) - 8 * floor;
  return levels[Math.min(8, Math.max(0, eighths))] ?? ' ';
}

/** Halves of a row: there are no finer signs that hang from above. */
function signBelow(value: PlotValue, unit: number, row: number): string {
  if (value === null || value === undefined || value >= 0) return ' ';
  const halves = Math.max(1, Math.round((-2 * value) / unit)) - 2 * row;
  return halves >= 2 ? '█' : halves === 1 ? '▀' : ' ';
}
