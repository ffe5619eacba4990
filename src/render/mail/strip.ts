import { type Ink, inks, paintOf, placing } from './look.ts';

/** What a strip is cut into: a slot is a hundredth of its width. */
const slots = 100;

/** Where a value stands on a scale from `least` to `most`: a slot from 0 to 100. */
export function slotOf(value: number, least: number, most: number): number {
  if (!(most > least)) return 0;
  return Math.max(0, Math.min(slots, Math.round((slots * (value - least)) / (most - least))));
}

/** A strip's slots: the later paints lie over the earlier ones, each at least one slot wide. */
export function painted(paints: readonly { from: number; to: number; ink: Ink }[]): Ink[] {
  const line: Ink[] = Array.from({ length: slots }, () => inks.track);
  for (const { from, to, ink } of paints) {
    const start = Math.min(from, slots - 1);
    line.fill(ink, start, Math.max(start + 1, to));
  }
  return line;
}

/** A line of coloured cells. */
export function strip(line: readonly Ink[], height = 10): string {
  const cells: string[] = [];
  for (let at = 0; at < line.length; ) {
    const ink = line[at] ?? inks.track;
    let end = at + 1;
    while (end < line.length && line[end] === ink) end += 1;
    cells.push(
      `<td width="${end - at}%" height="${height}" ${paintOf(ink, 'font-size:0;line-height:0')}>&nbsp;</td>`,
    );
    at = end;
  }
  return placing(`<tr>${cells.join('')}</tr>`, 'table-layout:fixed');
}

/** A bar from the left; one of nothing stays empty. */
export function bar(value: number, most: number, ink: Ink): string {
  const to = slotOf(value, 0, most);
  return strip(painted(value > 0 ? [{ from: 0, to, ink }] : []));
}

/**
 * Small columns side by side, a value each, on a scale from zero to `most`: one that is not known is a line, one below
 * zero a low column in the colour of what is bad.
 */
export function columnsOf(values: readonly (number | null)[], most: number, height = 32): string {
  const cells = values.map((value) => {
    const size = value === null || value === 0 ? 1 : Math.max(2, Math.round((height * value) / most));
    const ink = value === null ? inks.rule : value < 0 ? inks.below : inks.first;
    const column = `<tr><td height="${size}" ${paintOf(ink, 'font-size:0;line-height:0')}></td></tr>`;
    return `<td valign="bottom" height="${height}" style="padding-right:1px">${placing(column)}</td>`;
  });
  return placing(`<tr>${cells.join('')}</tr>`, 'table-layout:fixed');
}
