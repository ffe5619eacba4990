import type { Chart, Measure } from '../../src/model/chart.ts';
import { dayOf } from '../../src/model/day.ts';
import type { NamedCell, Report } from '../../src/model/report.ts';
import { type Phrase, type Text, text } from '../../src/model/text.ts';

const both = (word: string): Phrase => ({ en: word, fr: word });
const said = (word: string): Text => text({ en: '{word}', fr: '{word}' }, { word });

const hours: Measure = { label: { en: 'Hours', fr: 'Heures' }, unit: 'hours' };
const revenue: Measure = { label: { en: 'Revenue', fr: 'Chiffre d’affaires' }, unit: 'money' };
const perHour: Measure = { label: { en: 'Revenue / hour', fr: 'CA / heure' }, unit: 'money-per' };
const count: Measure = { label: { en: 'Received', fr: 'Reçues' }, unit: 'count' };
const given: Measure = { label: { en: 'Given', fr: 'Données' }, unit: 'count' };
const months: Measure = { label: { en: 'Months', fr: 'Mois' }, unit: 'months' };
const share: Measure = { label: { en: 'Won', fr: 'Gagnées' }, unit: 'share' };

export const usualNames = [
  'BNI Lyon Presqu’île',
  'French-British Business Club',
  'LinkedIn',
  'Cercle Part-Dieu',
  'Ateliers de la Croix-Rousse',
];
const tones = ['good', 'good', 'warning', 'bad', 'quiet'] as const;

const named = (name: string, i: number): NamedCell => {
  const tone = tones[i];
  return { key: `g${i}`, name, ...(tone ? { tone } : {}) };
};

interface Words {
  readonly names?: readonly string[];
  /** What stands for every other text. */
  readonly word?: (usual: string) => string;
}

/** One chart of each kind, as of a solo consultant. */
export function usualCharts({ names = usualNames, word = (usual) => usual }: Words = {}): Chart[] {
  const label = (measure: Measure): Measure => ({ ...measure, label: both(word(measure.label.en)) });
  const base = (title: string) => ({ title: said(word(title)), says: said(word(`What ${title} shows.`)) });
  const xs = [47.1, 24.9, 40.7, 77.4, 14];
  const ys = [16_300, 8748, 0, 0, 0];
  const of = (i: number) => named(names[i % names.length] ?? '', i);
  return [
    {
      kind: 'scatter',
      ...base('Hours against revenue'),
      x: label(hours),
      y: label(revenue),
      ray: label(perHour),
      points: xs.map((x, i) => ({ of: of(i), x, y: ys[i] ?? 0 })),
    },
    {
      kind: 'panels',
      ...base('Twelve months to each day'),
      value: label(revenue),
      ends: Array.from({ length: 24 }, (_, i) => dayOf(2025 + Math.floor(i / 12), (i % 12) + 1, 28)),
      panels: names.map((_, i) => ({
        of: of(i),
        values: Array.from({ length: 24 }, (_, m) =>
          m < 5 * i ? null : 1000 * i + 900 * Math.sin(m / (i + 2)) ** 2,
        ),
      })),
      isOneScale: true,
    },
    {
      kind: 'ranges',
      ...base('What an hour returns'),
      value: label(perHour),
      mark: both(word('the bar')),
      rows: [
        { of: of(0), low: 141.51, middle: 222.88, high: 315.87, mark: 85.64 },
        { of: of(1), low: 149.01, middle: 261.46, high: 393.2, mark: 70.84 },
        { of: of(2), low: 20.67, middle: 52.4, high: 92.78, mark: 61.75 },
        { of: of(3), low: 8.63, middle: 26.25, high: 49.24, mark: 86.47 },
        { of: of(4), low: 41.02, middle: 204.23, high: 426.9, mark: null },
      ],
    },
    {
      kind: 'funnel',
      ...base('What becomes of referrals'),
      stages: [
        ['Received', 79],
        ['Followed up', 66],
        ['Met', 41],
        ['Won', 23],
      ].map(([stage, many]) => ({ label: both(word(String(stage))), count: Number(many) })),
    },
    {
      kind: 'pairs',
      ...base('Given and received'),
      left: label(given),
      right: label(count),
      rows: [
        [4, 12],
        [5, 8],
        [3, 2],
        [3, 6],
        [1, 3],
      ].map(([left = 0, right = 0], i) => ({ of: of(i), left, right })),
    },
    {
      kind: 'curves',
      ...base('Won by age'),
      x: label(months),
      y: label(share),
      isStepped: true,
      curves: [0, 1, 2].map((i) => ({
        of: of(i),
        points: Array.from({ length: 13 }, (_, m) => {
          const y = Math.min(1, (0.42 - i * 0.1) * (1 - Math.exp(-m / 4)));
          return i === 0 ? { x: m * 2, y, low: y * 0.7, high: y * 1.25 } : { x: m * 2, y };
        }),
      })),
    },
  ];
}

/** What a chart may meet: one point, nothing but zeros, less than zero, thirty groups, long names, no values. */
export function edgeCharts(): Chart[] {
  const many = Array.from({ length: 30 }, (_, i) =>
    named(`Group ${i + 1} of the Chamber of Commerce`, i + 9),
  );
  const long = named(`${'An association with a very long name, '.repeat(4)}whole`, 9);
  const base = (title: string) => ({ title: said(title), says: said('') });
  const first = many[0] ?? long;
  const ends = [dayOf(2026, 1, 31), dayOf(2026, 2, 28), dayOf(2026, 3, 31)];
  const scatter = { kind: 'scatter', x: hours, y: revenue, ray: perHour } as const;
  const ranges = { kind: 'ranges', value: perHour, mark: both('the bar') } as const;
  const pairs = { kind: 'pairs', left: given, right: count } as const;
  const curves = { kind: 'curves', x: months, y: share, isStepped: false } as const;
  const panels = { kind: 'panels', value: revenue, ends } as const;
  return [
    { ...scatter, ...base('Scatter: one point'), points: [{ of: long, x: 12, y: 900 }] },
    { ...scatter, ...base('Scatter: zeros'), points: many.slice(0, 4).map((of) => ({ of, x: 0, y: 0 })) },
    {
      ...scatter,
      ...base('Scatter: below zero'),
      points: many.slice(0, 5).map((of, i) => ({ of, x: 10 * i, y: 4000 * (i - 2) })),
    },
    {
      ...scatter,
      ...base('Scatter: thirty'),
      points: many.map((of, i) => ({ of, x: 10 + ((i * 37) % 50), y: 100 * ((i * 53) % 61) })),
    },
    {
      ...scatter,
      ...base('Scatter: one far above'),
      points: many.slice(0, 6).map((of, i) => ({ of, x: 60 - 10 * i, y: i === 5 ? 90_000 : 900 + i * 120 })),
    },
    {
      ...panels,
      ...base('Panels: unknown, zero, below zero, alone'),
      isOneScale: false,
      panels: [
        { of: long, values: [null, null, null] },
        { of: first, values: [0, 0, 0] },
        { of: first, values: [-500, 1200, -100] },
        { of: first, values: [null, 700, null] },
        { of: first, values: [0.04, 0.02, 0.03] },
      ],
    },
    {
      ...ranges,
      ...base('Ranges: thirty'),
      rows: many.map((of, i) => ({ of, low: i * 3, middle: i * 5, high: i * 9, mark: 60 })),
    },
    {
      ...ranges,
      ...base('Ranges: one, zeros, below zero'),
      rows: [
        { of: long, low: 0, middle: 0, high: 0, mark: null },
        { of: first, low: -40, middle: -10, high: 30, mark: 12 },
      ],
    },
    { kind: 'funnel', ...base('Funnel: zeros'), stages: [{ label: both('Received'), count: 0 }] },
    {
      kind: 'funnel',
      ...base('Funnel: a long name, more than before'),
      stages: [
        { label: both('Referrals that were received from whomever it may be, wherever'), count: 3 },
        { label: both('Won'), count: 4 },
      ],
    },
    { ...pairs, ...base('Pairs: zeros and a long name'), rows: [{ of: long, left: 0, right: 0 }] },
    { ...pairs, ...base('Pairs: thirty'), rows: many.map((of, i) => ({ of, left: i, right: (i * 7) % 30 })) },
    { ...curves, ...base('Curves: one point'), curves: [{ of: first, points: [{ x: 3, y: 0.4 }] }] },
    {
      ...curves,
      ...base('Curves: thirty'),
      curves: many.map((of, i) => ({ of, points: [0, 6, 12].map((x) => ({ x, y: (x * (i + 1)) / 400 })) })),
    },
    {
      ...curves,
      ...base('Curves: ends at one height'),
      curves: many.slice(0, 7).map((of) => ({
        of,
        points: [
          { x: 0, y: 0 },
          { x: 12, y: 0.9 },
        ],
      })),
    },
    { ...curves, ...base('Curves: none'), curves: [] },
  ];
}

/** A report with these charts, and a table with a cell of every kind. */
export function reportWith(
  charts: readonly Chart[],
  { names = usualNames, word = (usual) => usual }: Words = {},
): Report {
  const column = (id: string, unit: Report['main']['columns'][number]['unit'], rest = {}) => ({
    id,
    label: both(word(id)),
    unit,
    ...rest,
  });
  const main: Report['main'] = {
    columns: [
      column('Group', 'text'),
      column('Hours', 'hours'),
      column('Hours drawn', 'bar'),
      column('Revenue', 'money'),
      column('change', 'change', { good: 'more' }),
      column('Cost', 'change', { good: 'less' }),
      column('Below', 'chance'),
      column('Quarters', 'series'),
      column('Since', 'day'),
      column('Place', 'place'),
      column('Others', 'text'),
    ],
    rows: names.map((_, i) => [
      named(names[i] ?? '', i),
      12.5 * (i - 1),
      12.5 * (i - 1),
      i === 2 ? null : 3120 * i,
      (i - 2) / 10,
      (i - 2) / 10,
      0.0004 + i / 5,
      { series: [null, 0, i, 3 - i, 5] },
      i === 3 ? null : dayOf(2026, i + 1, 1),
      word(`2026.yaml:${i + 1}`),
      [named(names[0] ?? '', 7), named(names[1] ?? '', 8)],
    ]),
    total: [
      { key: 'total', name: both(word('Total')) },
      62.5,
      null,
      31_200,
      0.2,
      0.2,
      null,
      { series: [1, 2, -1] },
      null,
      null,
      [],
    ],
  };
  return {
    command: 'report',
    title: said(word('Networking')),
    journal: word('examples/solo'),
    asOf: dayOf(2026, 11, 20),
    period: { from: dayOf(2026, 1, 1), to: dayOf(2026, 11, 20), label: said(word('2026')) },
    versus: { from: dayOf(2025, 1, 1), to: dayOf(2025, 12, 31), label: said(word('2025')) },
    currency: 'EUR',
    sections: [
      { title: said(word('Everything')), charts, table: main, prose: [said(word('A sentence.'))] },
      { title: said(word('Nothing to show')), table: { ...main, rows: [] } },
    ],
    main,
    notes: [said(word('A note.'))],
  };
}
