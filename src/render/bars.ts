import type { Cell } from '../model/report.ts';
import { columnsOf } from '../model/visible.ts';

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * Bars on one linear scale from zero, the longest as wide as there is room; what is below zero goes left of
 * an axis. The heading names the ends of the scale.
 */
export function barsFor(
  cells: readonly Cell[],
  width: number,
  nameOf: (value: number) => string,
): { heading: string; bars: string[] } {
  const values = cells.map((cell) => (typeof cell === 'number' ? cell : 0));
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  const least = values.reduce((a, b) => Math.min(a, b), 0);
  const hasBelow = least < 0;
  const room = hasBelow ? width - 1 : width;
  const left = hasBelow ? Math.min(room - 1, Math.max(1, Math.round((room * -least) / (most - least)))) : 0;
  const right = room - left;
  // One scale on both sides of the axis: the side that is tighter sets it.
  const unit = Math.max(most / Math.max(1, right), -least / Math.max(1, left));
  const bars = values.map((value) => {
    const steps = unit === 0 ? 0 : Math.round((8 * Math.abs(value)) / unit);
    const bar = `${'█'.repeat(steps >> 3)}${eighths[steps % 8]}`;
    if (!hasBelow) return bar;
    return value < 0 ? `${'█'.repeat(Math.round(steps / 8)).padStart(left)}│` : `${' '.repeat(left)}│${bar}`;
  });
  const ends = [hasBelow ? nameOf(least) : '0', most > 0 ? nameOf(most) : '0'] as const;
  const gap = width - columnsOf(ends[0]) - columnsOf(ends[1]);
  // Where both ends do not fit, the longer side's tells the scale.
  const alone = (most >= -least ? ends[1] : ends[0]).padStart(width);
  return { heading: most === least ? '' : gap > 0 ? `${ends[0]}${' '.repeat(gap)}${ends[1]}` : alone, bars };
}
