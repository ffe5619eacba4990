import { columnsOf, isNarrow } from '../model/visible.ts';

/** A text cut to so many columns of the screen, with a mark where it was. */
export function cut(value: string, width: number): string {
  if (columnsOf(value) <= width) return value;
  if (isNarrow(value)) return `${value.slice(0, width - 1).trimEnd()}…`;
  let kept = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(value)) {
    if (columnsOf(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
