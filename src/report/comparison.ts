import type { Column } from '../model/report.ts';
import type { Phrase } from '../model/text.ts';
import type { Figures } from './rows.ts';

/**
 * Figures beside those of an earlier period, and the change from them: points for shares, a share of the
 * earlier value for all else; undefined where either is, or where there was nothing to grow from.
 */
export function compared(now: readonly Figures[], before: readonly Figures[]): Figures[] {
  return now.flatMap((figure, i) => {
    const earlier = before[i];
    if (!earlier) return [figure];
    const { column } = figure;
    const changeOf = column.unit === 'share' ? pointsBetween : growthBetween;
    return [
      figure,
      { ...earlier, column: beforeColumn(column) },
      {
        column: changeColumn(column),
        of: (key) => changeOf(figure.of(key), earlier.of(key)),
        total: changeOf(figure.total, earlier.total),
      },
    ];
  });
}

function pointsBetween(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}

function growthBetween(now: number | null, before: number | null): number | null {
  return now === null || before === null || before === 0 ? null : (now - before) / Math.abs(before);
}

// They stand beside their figure: its name need not be said again.
const before: Phrase = { en: 'before', fr: 'avant' };
const change: Phrase = { en: 'change', fr: 'écart' };

function beforeColumn(column: Column): Column {
  return { ...column, id: `${column.id}_before`, label: before };
}

function changeColumn(column: Column): Column {
  return {
    ...column,
    id: `${column.id}_change`,
    label: change,
    unit: column.unit === 'share' ? 'points' : 'change',
  };
}
