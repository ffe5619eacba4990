import type { Measure } from '../../model/chart.ts';
import type { Column, NamedCell } from '../../model/report.ts';
import type { Lang } from '../../model/text.ts';
import { decimalsFor, spokenCell } from '../cells.ts';
import { escaped } from './look.ts';

/** How the values of a measure are written: all with as many decimals. */
export function writerOf(
  { label, unit }: Measure,
  values: readonly number[],
  lang: Lang,
): (value: number) => string {
  const column: Column = { id: '', label, unit };
  const decimals = decimalsFor(column, values);
  return (value) => escaped(spokenCell(value, column, decimals, lang));
}

/** What a picture's row is of. */
export function nameOf(of: NamedCell, lang: Lang): string {
  return escaped(typeof of.name === 'string' ? of.name : of.name[lang]);
}
