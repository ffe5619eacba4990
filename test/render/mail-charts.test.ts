import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Chart } from '../../src/model/chart.ts';
import { text } from '../../src/model/text.ts';
import { chartMail } from '../../src/render/mail/mail-bars.ts';
import { strangeTags, textOf } from './mail-read.ts';

const words = text({ en: 'words', fr: 'mots' });
const base = { title: words, says: words };
const label = { en: 'Euros', fr: 'Euros' };
const money = { label, unit: 'money' } as const;
const of = { key: 'a', name: 'Club' };

const number = fc.oneof(
  fc.integer({ min: -50, max: 1000 }),
  fc.double({ min: -1e9, max: 1e12, noNaN: true }),
);
const count = fc.nat({ max: 500 });
const many = <T>(each: fc.Arbitrary<T>) => fc.array(each, { maxLength: 6 });

const charts: fc.Arbitrary<Chart> = fc.oneof(
  many(fc.record({ of: fc.constant(of), x: number, y: number })).map(
    (points): Chart => ({ ...base, kind: 'scatter', x: money, y: money, ray: money, points }),
  ),
  fc
    .tuple(fc.boolean(), many(fc.array(fc.option(number), { maxLength: 30 })))
    .map(([isOneScale, panels]): Chart => {
      const ends = Array.from({ length: 30 }, (_, i) => 20_000 + 30 * i);
      return {
        ...base,
        kind: 'panels',
        value: money,
        ends,
        isOneScale,
        panels: panels.map((values) => ({ of, values })),
      };
    }),
  many(fc.tuple(number, number, number, fc.option(number))).map(
    (rows): Chart => ({
      ...base,
      kind: 'ranges',
      value: money,
      mark: label,
      rows: rows.map(([a, b, c, mark]) => {
        const [low = 0, middle = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
        return { of, low, middle, high, mark };
      }),
    }),
  ),
  many(count).map((counts): Chart => {
    return { ...base, kind: 'funnel', stages: counts.map((each) => ({ label, count: each })) };
  }),
  many(fc.record({ of: fc.constant(of), left: count, right: count })).map(
    (rows): Chart => ({ ...base, kind: 'pairs', left: money, right: money, rows }),
  ),
  fc.tuple(fc.boolean(), many(many(fc.tuple(fc.double({ min: 0, max: 4000, noNaN: true }), number)))).map(
    ([isStepped, curves]): Chart => ({
      ...base,
      kind: 'curves',
      x: money,
      y: money,
      isStepped,
      curves: curves.map((points) => ({
        of,
        points: points.map(([x, y]) => ({ x, y })).sort((a, b) => a.x - b.x),
      })),
    }),
  ),
);

test('any picture is drawn whole: no number that is none, strips as wide as they are', () => {
  fc.assert(
    fc.property(charts, fc.constantFrom('en', 'fr'), (chart, lang) => {
      const html = chartMail(chart, lang);
      expect(html).not.toMatch(/NaN|Infinity|undefined|width="-|height="-/);
      expect(strangeTags(html)).toEqual([]);
      for (const tag of ['table', 'tr', 'td', 'div'])
        expect(html.split(`<${tag} `).length + html.split(`<${tag}>`).length - 1).toBe(
          html.split(`</${tag}>`).length,
        );
      for (const [, row = ''] of html.matchAll(
        /<tr>((?:<td width="\d+%" height="10"[^>]*>&nbsp;<\/td>)+)<\/tr>/g,
      )) {
        const widths = [...row.matchAll(/width="(\d+)%"/g)].map(([, width]) => Number(width));
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(100);
      }
    }),
    { numRuns: 500 },
  );
});

test('a curve by steps holds its figure, a line between points is straight, past its end is nothing', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 4, y: 80 },
    { x: 5, y: 90 },
  ];
  const x = { label: { en: 'Months', fr: 'Mois' }, unit: 'months' } as const;
  const y = { label, unit: 'count' } as const;
  const longer = {
    of: { key: 'b', name: 'Fair' },
    points: [
      { x: 0, y: 0 },
      { x: 6, y: 60 },
    ],
  };
  const rowsOf = (isStepped: boolean) => {
    const html = chartMail(
      { ...base, kind: 'curves', x, y, isStepped, curves: [{ of, points }, longer] },
      'en',
    );
    return textOf(html).replace(/\s*\n\s*/g, '|');
  };
  expect(rowsOf(true)).toContain('|Months|1|2|3|4|5|6|Club|0|0|0|80|90|Fair|0|0|0|0|0|60|');
  expect(rowsOf(false)).toContain('|Months|1|2|3|4|5|6|Club|20|40|60|80|90|Fair|10|20|30|40|50|60|');
});

test('below zero: a scale that begins there, and a low column in the colour of what is bad', () => {
  const rows = [{ of, low: -50, middle: 0, high: 50, mark: 25 }];
  const ranges = chartMail({ ...base, kind: 'ranges', value: money, mark: label, rows }, 'en');
  expect(
    [...ranges.matchAll(/width="(\d+)%" height="10" class="(\w+)"/g)].map(([, w, ink]) => `${ink} ${w}`),
  ).toEqual(['bs 49', 'b1 2', 'bs 24', 'mk 1', 'bs 24']);
  const panels = [{ of, values: [10, -10, null, 0, 5] }];
  const drawn = chartMail(
    { ...base, kind: 'panels', value: money, ends: [1, 2, 3, 4, 5], isOneScale: false, panels },
    'en',
  );
  expect(
    [...drawn.matchAll(/height="(\d+)" class="(\w+)"/g)].map(([, height, ink]) => `${ink} ${height}`),
  ).toEqual(['b1 32', 'bb 2', 'ru 1', 'b1 1', 'b1 16']);
});
