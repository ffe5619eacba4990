import { describe, expect, test } from 'vitest';
import type { Chart, PanelsChart } from '../../src/model/chart.ts';
import { dayOf } from '../../src/model/day.ts';
import { text } from '../../src/model/text.ts';
import { columnsOf } from '../../src/model/visible.ts';
import { plotted } from '../../src/render/plot.ts';
import { rowsOf, scaleOf } from '../../src/render/plot-scale.ts';

const plain = (width: number, lang: 'en' | 'fr' = 'en') => ({
  lang,
  width,
  paint: (_: string, cells: string) => cells,
});
const both = (word: string) => ({ en: word, fr: word });
const panelsOf = (
  lines: Record<string, (number | null)[]>,
  unit: 'money' | 'count' | 'share' = 'money',
): PanelsChart => ({
  kind: 'panels',
  title: text(both('Revenue')),
  says: text(both('')),
  value: { label: both('Revenue'), unit },
  ends: Object.values(lines)[0]?.map((_, i) => dayOf(2026, 1 + i, 28)) ?? [],
  panels: Object.entries(lines).map(([name, values]) => ({ of: { key: name, name }, values })),
  isOneScale: true,
});

describe('scales', () => {
  test.each([
    [[17_900, 3], false, [20_000, 10_000]],
    [[237.9], false, [240, 120]],
    [[0.6], false, [0.6, 0.3]],
    [[1], false, [1, 0.5]],
    [[1e6], false, [1e6, 5e5]],
    [[0.000_11], false, [0.000_12, 0.000_06]],
    // Half of a count is one.
    [[1], true, [2, 1]],
    [[3], true, [4, 2]],
    [[5], true, [6, 3]],
    [[11], true, [12, 6]],
    [[0, null], false, []],
    [[], false, []],
  ])('%j of counts: %s', (values, isCount, labels) => {
    expect(scaleOf(values, 8, isCount).labels.map(({ value }) => value)).toEqual(labels);
  });
  test('below zero there are rows as well, and each is worth as much', () => {
    const scale = scaleOf([60, -20], 4, false);
    expect(scale).toEqual({
      up: 3,
      down: 1,
      unit: 20,
      labels: [
        { row: 0, value: 60 },
        { row: 3, value: -20 },
      ],
    });
    expect(rowsOf([60, 30, 0, -1, -20, null, undefined], scale)).toEqual([
      '█      ',
      '█▄     ',
      '██   · ',
      '   ▀█  ',
    ]);
    expect(scaleOf([-5], 4, false)).toMatchObject({ up: 0, down: 4, unit: 1.6 });
  });
  test('what is above zero is never as low as none', () => {
    expect(rowsOf([0.001, 0, 80], scaleOf([80], 2, false))).toEqual(['  █', '▁ █']);
  });
});

describe('plots', () => {
  test('one alone is tall, and its name is the title’s affair', () => {
    expect(plotted(panelsOf({ Bni: [1000, null, 2000] }), plain(40))?.split('\n')).toEqual([
      'Revenue',
      '2,000 ┤            █████',
      '      │            █████',
      '      │            █████',
      '      │            █████',
      '1,000 ┤█████       █████',
      '      │█████       █████',
      '      │█████       █████',
      '      │█████ ·     █████',
      '    0 └──────────────────',
      '       2026-01-28 2026-03-28',
    ]);
  });
  test('several stand side by side where there is room, on one scale', () => {
    const chart = panelsOf({ Bni: [0, 4], Cci: [1, 2], Fbc: [3, 3] }, 'count');
    const wide = plotted(chart, plain(80))?.split('\n') ?? [];
    expect(wide).toHaveLength(1 + 2 * 7);
    expect(wide.slice(1, 4)).toEqual([
      'Bni                                      Cci',
      '4 ┤      █████                           4 ┤',
      '  │      █████                             │',
    ]);
    expect(wide[8]).toBe('Fbc');
    expect(plotted(chart, plain(60))?.split('\n')).toHaveLength(1 + 3 * 7);
  });
  test('more values than columns: the last of each few', () => {
    const values = Array.from({ length: 1000 }, (_, i) => i);
    const lines = plotted(panelsOf({ Bni: values }), plain(30))?.split('\n') ?? [];
    expect(lines[1]?.at(-1)).toBe('█');
    for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(30);
  });
  test('curves hold their value until the next point; what is assumed is left to the table', () => {
    const curve = (name: string, tone: 'good' | 'quiet', points: { x: number; y: number }[]) => ({
      of: { key: name, name, tone },
      points,
    });
    const chart: Chart = {
      kind: 'curves',
      title: text(both('Won')),
      says: text(both('')),
      x: { label: both('Months'), unit: 'months' },
      y: { label: both('Share'), unit: 'share' },
      isStepped: true,
      curves: [
        curve('Won', 'good', [
          { x: 0, y: 0 },
          { x: 12, y: 0.5 },
          { x: 24, y: 0.5 },
        ]),
        curve('Assumed', 'quiet', [
          { x: 0, y: 1 },
          { x: 24, y: 1 },
        ]),
      ],
    };
    expect(plotted(chart, plain(30, 'fr'))?.replaceAll('\u00a0', ' ').split('\n').slice(1)).toEqual([
      '50 % ┤           █████████████',
      '     │           █████████████',
      '     │           █████████████',
      '     │           █████████████',
      '25 % ┤           █████████████',
      '     │           █████████████',
      '     │           █████████████',
      '     │           █████████████',
      '   0 └────────────────────────',
      '      0    6     12    18   24',
    ]);
  });
  test('a name that is wide or full of signs is cut, and shown harmless', () => {
    const chart = panelsOf({ [`${'日本語'.repeat(20)}`]: [1, 2], 'a\u001b[31mb': [1, 1] });
    const lines = plotted(chart, plain(80))?.split('\n') ?? [];
    for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(80);
    expect(lines.join('')).not.toContain('\u001b');
  });
  test('a title that is wider than the screen goes on in the next line', () => {
    const chart = { ...panelsOf({ a: [1, 2] }), title: text(both(`${'word '.repeat(13)}end`)) };
    const lines = plotted(chart, plain(60))?.split('\n') ?? [];
    expect(lines.slice(0, 2)).toEqual(['word '.repeat(12).trim(), 'word end']);
    for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(60);
  });
  test('a terminal draws no other charts', () => {
    const measure = { label: both('x'), unit: 'count' as const };
    const base = { title: text(both('')), says: text(both('')) };
    expect(plotted({ ...base, kind: 'funnel', stages: [] }, plain(80))).toBeUndefined();
    expect(
      plotted({ ...base, kind: 'pairs', left: measure, right: measure, rows: [] }, plain(80)),
    ).toBeUndefined();
  });
});
