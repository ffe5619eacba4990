import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pointsFor } from '../src/measure/score/points.ts';
import { entries, type Row, rollingOf, rowsOf, settingsFor } from './score-journal.ts';

/** The published tables, written out again: criterion to its average and its steps. */
type Table = Readonly<
  Record<string, { per: 'week' | '4 weeks' | 'window'; steps: readonly (readonly [number, number])[] }>
>;
const uk: Table = {
  referrals: {
    per: 'week',
    steps: [
      [0.5, 5],
      [0.75, 10],
      [1, 15],
      [1.2, 20],
    ],
  },
  visitors: {
    per: 'week',
    steps: [
      [0.083, 5],
      [0.167, 10],
      [0.25, 15],
      [0.5, 20],
    ],
  },
  business: {
    per: 'window',
    steps: [
      [1000, 5],
      [2500, 10],
      [5000, 15],
    ],
  },
  training: {
    per: 'window',
    steps: [
      [1, 5],
      [2, 10],
      [3, 15],
    ],
  },
  testimonials: {
    per: 'week',
    steps: [
      [0.000001, 5],
      [0.075, 10],
    ],
  },
};
const rising: Readonly<Record<string, Table>> = {
  'uk-2012': uk,
  'bands-70-60-40': uk,
  india: {
    ...uk,
    visitors: {
      per: 'week',
      steps: [
        [0.1, 5],
        [0.25, 10],
        [0.5, 15],
        [0.75, 20],
      ],
    },
    business: {
      per: 'window',
      steps: [
        [500_000, 5],
        [1_000_000, 10],
        [2_000_000, 15],
      ],
    },
  },
  taiwan: {
    referrals: {
      per: 'week',
      steps: [
        [0.75, 5],
        [1, 10],
        [1.2, 15],
        [1.5, 20],
      ],
    },
    visitors: {
      per: '4 weeks',
      steps: [
        [1, 10],
        [2, 15],
      ],
    },
    business: {
      per: 'window',
      steps: [
        [400_000, 5],
        [800_000, 10],
        [2_000_000, 15],
      ],
    },
    training: {
      per: 'window',
      steps: [
        [2, 5],
        [4, 10],
        [6, 15],
      ],
    },
    'one-to-ones': {
      per: 'week',
      steps: [
        [0.5, 5],
        [1, 10],
        [2, 15],
      ],
    },
  },
};
const falling: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  'uk-2012': { absences: [15, 10, 5, 0, 0], late: [5, 0, 0] },
  'bands-70-60-40': { absences: [15, 10, 5, 0, 0], late: [5, 0, 0] },
  india: { absences: [15, 10, 5, 0, 0], late: [5, 0, 0] },
  taiwan: { absences: [20, 15, 10, 0, 0] },
};

const risingCases = Object.entries(rising).flatMap(([scheme, table]) =>
  Object.entries(table).map(([criterion, { per, steps }]) => ({ scheme, criterion, per, steps })),
);

describe('points at, just below and just above every step', () => {
  test.each(risingCases)('$scheme, $criterion, from a journal', async ({ scheme, criterion, per, steps }) => {
    const weeks = per === 'week' ? 26 : per === '4 weeks' ? 6.5 : 1;
    const unit = criterion === 'business' ? 0.01 : 1;
    const edge = (at: number) => (criterion === 'business' ? at : Math.ceil(at * weeks - 1e-9));
    const amounts = [0, ...steps.flatMap(([at]) => [edge(at) - unit, edge(at), edge(at) + unit])];
    const groups = Object.fromEntries(
      amounts.map((amount, i) => [`g${i}`, entries(`g${i}`, criterion, amount)]),
    );
    const rows = rollingOf(await rowsOf(scheme, groups, { settings: settingsFor(scheme) }), criterion);
    const expected = amounts.map((amount) => steps.findLast(([at]) => amount / weeks >= at - 1e-9)?.[1] ?? 0);
    expect(rows.map(({ points }) => points)).toEqual(expected);
    expect(new Set(expected)).toEqual(new Set([0, ...steps.map(([, points]) => points)]));
  });

  test.each(risingCases)('$scheme, $criterion, on the very edge', async ({ scheme, criterion, steps }) => {
    // Of a million days every average with six decimals has a whole sum.
    const found = await shownSteps(scheme, criterion);
    const rate = { times: 1, over: 1_000_000 };
    steps.forEach(([at, points], i) => {
      const sum = Math.round(at * 1e6);
      const below = steps[i - 1]?.[1] ?? 0;
      expect(pointsFor({ way: 'at-least', steps: found }, sum, rate)).toBe(points);
      expect(pointsFor({ way: 'at-least', steps: found }, sum - 1, rate)).toBe(below);
      expect(pointsFor({ way: 'at-least', steps: found }, sum + 1, rate)).toBe(points);
    });
  });

  test.each(Object.entries(falling))('%s: absences and late arrivals', async (scheme, table) => {
    for (const [criterion, points] of Object.entries(table)) {
      const groups = Object.fromEntries(points.map((_, i) => [`g${i}`, entries(`g${i}`, criterion, i)]));
      const rows = rollingOf(await rowsOf(scheme, groups, { settings: settingsFor(scheme) }), criterion);
      expect(rows.map((row) => row.points)).toEqual(points);
    }
  });

  test('power-of-one gives points in proportion, and no more than all', async () => {
    const weekly = ['meetings', 'referrals', 'one-to-ones', 'training'];
    for (const [criterion, full] of [...weekly.map((id) => [id, 26] as const), ['visitors', 6] as const]) {
      const amounts = [0, 1, full / 2, full - 1, full, full + 1];
      const groups = Object.fromEntries(amounts.map((n, i) => [`g${i}`, entries(`g${i}`, criterion, n)]));
      const rows = rollingOf(await rowsOf('power-of-one', groups), criterion);
      rows.forEach(({ points }, i) => {
        expect(points).toBeCloseTo(20 * Math.min(1, (amounts[i] ?? 0) / full), 5);
      });
    }
  });
});

async function shownSteps(scheme: string, criterion: string) {
  const rows = await rowsOf(scheme, { g: '' }, { settings: settingsFor(scheme) });
  const [row] = rollingOf(rows, criterion) as (Row & { steps: string[] })[];
  return (row?.steps ?? []).map((step) => {
    const [, over, at, points] = /^(>?)([\d.]+)=(\d+)$/.exec(step) ?? [];
    return { at: Number(at), isOver: over === '>', points: Number(points) };
  });
}

type Spec = readonly (readonly [metric: string, amount: number])[];
const light: readonly [total: number, Spec][] = [
  [25, [['training', 1]]],
  [30, [['training', 2]]],
  [35, [['training', 3]]],
  [
    40,
    [
      ['training', 3],
      ['testimonials', 1],
    ],
  ],
  [
    45,
    [
      ['training', 3],
      ['testimonials', 9],
    ],
  ],
  [
    50,
    [
      ['training', 3],
      ['testimonials', 9],
      ['referrals', 13],
    ],
  ],
  [
    55,
    [
      ['training', 3],
      ['testimonials', 9],
      ['referrals', 20],
    ],
  ],
  [
    60,
    [
      ['training', 3],
      ['testimonials', 9],
      ['referrals', 26],
    ],
  ],
  [
    65,
    [
      ['training', 3],
      ['testimonials', 9],
      ['referrals', 32],
    ],
  ],
  [
    70,
    [
      ['training', 3],
      ['testimonials', 9],
      ['referrals', 32],
      ['visitors', 3],
    ],
  ],
];
const taiwan: readonly [total: number, Spec][] = [
  [25, [['training', 2]]],
  [30, [['training', 4]]],
  [
    45,
    [
      ['training', 6],
      ['visitors', 7],
    ],
  ],
  [
    50,
    [
      ['training', 6],
      ['visitors', 13],
    ],
  ],
  [
    65,
    [
      ['training', 6],
      ['visitors', 13],
      ['one-to-ones', 52],
    ],
  ],
  [
    70,
    [
      ['training', 6],
      ['visitors', 13],
      ['one-to-ones', 52],
      ['referrals', 20],
    ],
  ],
];
const colourOf = (total: number, [green, amber, red]: readonly [number, number, number]) =>
  total >= green ? 'green' : total >= amber ? 'amber' : total >= red ? 'red' : 'grey';

describe('colours at and just below the edge of every band', () => {
  test.each([
    ['uk-2012', light, [70, 50, 30]],
    [
      'india',
      light.map(([total, spec]) => [total, spec.map(([id, n]) => [id, id === 'visitors' ? 3 : n])]),
      [70, 50, 30],
    ],
    ['taiwan', taiwan, [70, 50, 30]],
    ['bands-70-60-40', light, [70, 60, 40]],
  ] as [string, readonly [number, Spec][], readonly [number, number, number]][])(
    '%s',
    async (scheme, specs, bands) => {
      const groups = Object.fromEntries(
        specs.map(([total, spec]) => [
          `g${total}`,
          spec.map(([id, n]) => entries(`g${total}`, id, n)).join(''),
        ]),
      );
      const rows = await rowsOf(scheme, groups, { settings: settingsFor(scheme) });
      for (const [total] of specs) {
        const row = rows.find(({ group, window }) => group === `g${total}` && window === 'rolling');
        expect({ total: row?.total, colour: row?.colour }).toEqual({ total, colour: colourOf(total, bands) });
        const above = [...bands].reverse().find((from) => from > total);
        expect(row?.points_to_next).toBe(above === undefined ? null : above - total);
      }
    },
  );

  test('to a hundredth of a point', async () => {
    const scheme =
      'id: fine\nwindow: 6 months\ncriteria: [{ metric: business, proportional: { 10000: 100 } }]\nbands: { grey: 0, green: 70, amber: 50, red: 30 }\n';
    const amounts = [2999.99, 3000, 3000.01, 4999.99, 5000, 5000.01, 6999.99, 7000, 7000.01];
    const groups = Object.fromEntries(amounts.map((n, i) => [`g${i}`, entries(`g${i}`, 'business', n)]));
    const rows = rollingOf(
      await rowsOf('fine', groups, { files: { 'j/_schemes/f.yaml': scheme } }),
      'business',
    );
    expect(rows.map(({ colour }) => colour)).toEqual([
      'grey',
      'red',
      'red',
      'red',
      'amber',
      'amber',
      'amber',
      'green',
      'green',
    ]);
  });
});

const goods = [
  'referrals',
  'visitors',
  'business',
  'training',
  'one-to-ones',
  'testimonials',
  'meetings',
] as const;
const dates = fc.constantFrom('2027-08-31', '2027-09-01', '2027-11-30', '2028-01-31', '2028-02-29');
const things = fc.array(
  fc.tuple(fc.constantFrom(...goods, 'absences', 'late'), fc.integer({ min: 1, max: 40 }), dates),
  { maxLength: 8 },
);

test('more of a good thing never lowers a score, more of a bad one never raises it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('uk-2012', 'india', 'taiwan', 'bands-70-60-40', 'power-of-one'),
      things,
      fc.constantFrom(...goods),
      fc.integer({ min: 1, max: 30 }),
      dates,
      async (scheme, list, good, count, date) => {
        const all = (group: string) => list.map(([id, n, day]) => entries(group, id, n, day)).join('');
        const groups = {
          base: all('base'),
          better: all('better') + entries('better', good, count, date),
          worse: all('worse') + entries('worse', 'absences', count, date),
        };
        const rows = await rowsOf(scheme, groups, { settings: settingsFor(scheme) });
        const totals = (key: string) =>
          rows.filter(({ group }) => group === key).map(({ total }) => total ?? -1);
        totals('base').forEach((total, i) => {
          expect(totals('better')[i]).toBeGreaterThanOrEqual(total);
          expect(totals('worse')[i]).toBeLessThanOrEqual(total);
        });
      },
    ),
    { numRuns: 60 },
  );
});
