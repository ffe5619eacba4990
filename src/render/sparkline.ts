const levels = '▁▂▃▄▅▆▇█';

/**
 * A series as a line of small columns, one a value, on a scale from zero to its largest: what is below
 * zero or undefined stands as a dot, and a value above zero is never as low as none.
 */
export function sparkline(series: readonly (number | null)[]): string {
  const most = series.reduce<number>((largest, value) => Math.max(largest, value ?? 0), 0);
  const drawn = series.map((value) => {
    if (value === null || value < 0) return '·';
    if (value === 0) return levels[0];
    return levels[Math.max(1, Math.round((value / most) * (levels.length - 1)))];
  });
  return drawn.join('');
}
