import type { Dimension } from '../measure/dimensions.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Section } from '../model/report.ts';
import { type Phrase, text } from '../model/text.ts';
import { type Figures, tableOf } from './rows.ts';

/** A section a figure: its values, and beside each a bar on a scale that starts at zero. */
export function chartSections(
  keys: readonly string[],
  by: Dimension,
  figures: readonly Figures[],
  hasTotal: boolean,
  ledger: Ledger,
): Section[] {
  return figures.map((figure) => {
    const bar: Figures = {
      column: { id: 'bar', label: words.bar, unit: 'bar', keep: 'always' },
      of: (key) => figure.of(key),
      // A bar of the sum would dwarf those it is the sum of.
      total: null,
    };
    const isEssential = { ...figure, column: { ...figure.column, keep: 'always' as const } };
    return {
      title: text(figure.column.label),
      table: tableOf(keys, by, [isEssential, bar], hasTotal, ledger),
    };
  });
}

const words = { bar: { en: '', fr: '' } } satisfies Record<string, Phrase>;
