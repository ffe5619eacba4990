import type { Chart } from '../../src/model/chart.ts';
import { dayOf } from '../../src/model/day.ts';
import type { Report } from '../../src/model/report.ts';
import { type Phrase, type Text, text } from '../../src/model/text.ts';

const both = (words: string): Phrase => ({ en: words, fr: words });
const said = (words: string): Text => text(both('{words}'), { words });
const ends = Array.from({ length: 12 }, (_, i) => dayOf(2026, i + 2, 1) - 1);
const money = { label: { en: 'Revenue', fr: 'Chiffre d’affaires' }, unit: 'money' } as const;
const hours = { label: { en: 'Hours', fr: 'Heures' }, unit: 'hours' } as const;
const perHour = { label: { en: 'Revenue per hour', fr: 'Revenus par heure' }, unit: 'money-per' } as const;
const count = (words: Phrase) => ({ label: words, unit: 'count' }) as const;

/** A picture of each kind, about two groups. */
function chartsOf(one: string, other: string): Chart[] {
  const [a, b] = [
    { key: 'a', name: one },
    { key: 'b', name: other },
  ];
  const base = { title: said(`How ${one} does`), says: said(`${one} brought 1,200 for 40 hours.`) };
  return [
    {
      ...base,
      kind: 'scatter',
      x: hours,
      y: money,
      ray: perHour,
      points: [
        { of: a, x: 40, y: 1200 },
        { of: b, x: 12.5, y: 0 },
      ],
    },
    {
      ...base,
      kind: 'panels',
      value: money,
      ends,
      isOneScale: true,
      panels: [
        { of: a, values: [100, 300, 250, null, null, 900, 1200, 800, 700, 650, 900, 1100] },
        { of: b, values: [0, 0, 10, 20, 30, -20, 50, 20, 40, 20, 0, 90] },
      ],
    },
    {
      ...base,
      kind: 'ranges',
      value: perHour,
      mark: { en: 'the bar', fr: 'la barre' },
      rows: [
        { of: a, low: 12, middle: 45, high: 120, mark: 60 },
        { of: b, low: 2, middle: 8, high: 22, mark: null },
      ],
    },
    {
      ...base,
      kind: 'funnel',
      stages: [
        { label: { en: 'Referrals', fr: 'Recommandations' }, count: 24 },
        { label: { en: 'Contacted', fr: 'Contactées' }, count: 17 },
        { label: { en: 'Won', fr: 'Gagnées' }, count: 5 },
      ],
    },
    {
      ...base,
      kind: 'pairs',
      left: count({ en: 'Given', fr: 'Données' }),
      right: count({ en: 'Received', fr: 'Reçues' }),
      rows: [
        { of: a, left: 12, right: 7 },
        { of: b, left: 0, right: 3 },
      ],
    },
    {
      ...base,
      kind: 'curves',
      x: { label: { en: 'Months', fr: 'Mois' }, unit: 'months' },
      y: { label: { en: 'Share won', fr: 'Part gagnée' }, unit: 'share' },
      isStepped: true,
      curves: [
        { of: a, points: [0, 1, 3, 6, 9, 12].map((x, i) => ({ x, y: i * 0.12 })) },
        { of: b, points: [0, 2, 5, 8].map((x, i) => ({ x, y: i * 0.05 })) },
      ],
    },
  ];
}

/** A report with all that a mail may have to show, `one` and `other` being what a journal calls two groups. */
export function mailReport(one: string, other = 'Salon d’été'): Report {
  const period = {
    from: dayOf(2026, 9, 1),
    to: dayOf(2026, 9, 30),
    step: 'month',
    label: said('September 2026'),
  } as const;
  const columns = [
    { id: 'group', label: { en: 'Group', fr: 'Groupe' }, unit: 'text' },
    { id: 'hours', label: hours.label, unit: 'hours' },
    { id: 'revenue', label: money.label, unit: 'money' },
  ] as const;
  const rows = [
    [{ key: 'a', name: one }, 40, 1200],
    [{ key: 'b', name: other, tone: 'bad' }, 12.5, 0],
  ] as const;
  const wide = [
    ...columns,
    { id: 'change', label: { en: 'Change', fr: 'Évolution' }, unit: 'change', good: 'more' },
    { id: 'last', label: { en: 'Last twelve months', fr: 'Douze derniers mois' }, unit: 'series' },
    { id: 'why', label: { en: 'Why', fr: 'Pourquoi' }, unit: 'text' },
    { id: 'since', label: { en: 'Since', fr: 'Depuis' }, unit: 'day' },
  ] as const;
  const series = { series: [1, 2, null, 4, 9, 2, -1, 5] };
  const main = { columns, rows, total: [{ key: 'total', name: 'TOTAL' }, 52.5, 1200] };
  return {
    command: 'summary',
    title: said(`Summary of ${one}`),
    journal: one,
    asOf: dayOf(2026, 10, 1),
    period,
    versus: { ...period, label: said('August 2026') },
    currency: 'EUR',
    sections: [
      { title: said('What each group brought'), table: main, prose: [said(`${one} is worth its hours.`)] },
      {
        title: said('Verdicts'),
        charts: chartsOf(one, other),
        table: {
          columns: wide,
          rows: [
            [{ key: 'a', name: one }, 40, 1200, 0.12, series, `${one}: enough came back`, dayOf(2026, 3, 31)],
            [
              { key: 'b', name: other },
              12.5,
              0,
              -0.5,
              series,
              'nothing came back for a year, and much went in',
              null,
            ],
          ],
        },
      },
      { title: said('Promises overdue'), table: { columns, rows: [] }, prose: [said(one)] },
    ],
    main,
    notes: [said(`The journal of ${one} has 2 groups.`)],
  };
}
