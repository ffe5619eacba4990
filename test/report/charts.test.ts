import { describe, expect, test } from 'vitest';
import { attributionDefaults } from '../../src/measure/attribution.ts';
import { byGroup } from '../../src/measure/dimensions.ts';
import { incidenceOf } from '../../src/measure/incidence.ts';
import { metricOf } from '../../src/measure/metrics.ts';
import { lagTable } from '../../src/measure/signals/lags.ts';
import { signals } from '../../src/measure/signals/signals.ts';
import { tally } from '../../src/measure/tally.ts';
import { ledgerAsOf } from '../../src/model/as-of.ts';
import { dayOf, formatDay } from '../../src/model/day.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import { speak, type Text } from '../../src/model/text.ts';
import { readJournal } from '../../src/read/journal.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { moneyIn } from '../../src/report/amounts.ts';
import { funnelOf, groupCharts, pairsOfGroups, scatterOfGroups } from '../../src/report/charts-groups.ts';
import { curvesOfLags } from '../../src/report/charts-lags.ts';
import { rangesOfSignals } from '../../src/report/charts-signals.ts';
import { panelsOf } from '../../src/report/charts-time.ts';
import { lagReport } from '../../src/report/lag-report.ts';
import { lastPeriods } from '../../src/report/trend-periods.ts';
import { trendReport } from '../../src/report/trend-report.ts';
import { filesUnder } from '../examples/files.ts';
import { run } from '../run.ts';

/** A sentence in both languages, its spaces plain. */
const said = (says: Text | undefined) =>
  (['en', 'fr'] as const).map((lang) => (says ? speak(says, lang) : '').replace(/[\u00a0\u202f]/g, ' '));
const named = (name: string) => ({ key: name.toLowerCase(), name });

async function ledgerOf(files: Readonly<Record<string, string>>, asOf: number): Promise<Ledger> {
  const read = Object.entries(files).map(([name, text]) => ({
    name,
    bytes: Buffer.from(text),
    format: 'yaml' as const,
    isSettingsOnly: false,
  }));
  const { journal } = await readJournal(read, async (text) => readYaml(text), undefined);
  return ledgerAsOf(journal, asOf);
}
const solo = () => {
  const texts = Object.entries(filesUnder('examples')).filter(([name]) => /solo\/.*\.yaml$/.test(name));
  return ledgerOf(Object.fromEntries(texts), dayOf(2026, 10, 31));
};

describe('hours against revenue', () => {
  const groups = [
    { of: named('Bni'), hours: 10, revenue: 2000 },
    { of: named('Cci'), hours: 4, revenue: 0 },
    { of: named('Idle'), hours: 0, revenue: 0 },
    { of: named('Web'), hours: 0, revenue: 500 },
    { of: named('Fbc'), hours: 12.5, revenue: 0 },
  ];
  test('a point a group, those with neither left out', () => {
    const chart = scatterOfGroups(groups, 'EUR');
    expect(chart?.points.map(({ of, x, y }) => [of.key, x, y])).toEqual([
      ['bni', 10, 2000],
      ['cci', 4, 0],
      ['web', 0, 500],
      ['fbc', 12.5, 0],
    ]);
    expect([chart?.x.unit, chart?.y.unit, chart?.ray.unit]).toEqual(['hours', 'money', 'money-per']);
    expect(scatterOfGroups(groups.slice(2, 3), 'EUR')).toBeUndefined();
  });
  test('the best and the worst hour in figures; of two that brought nothing, the one of more hours', () => {
    expect(said(scatterOfGroups(groups, 'EUR')?.says)).toEqual([
      'Most an hour: Bni, 200 EUR (2,000 EUR for 10 h). Least: Fbc, 0 EUR (0 EUR for 12.5 h).',
      'Le plus par heure : Bni, 200 EUR (2 000 EUR pour 10 h). Le moins : Fbc, 0 EUR (0 EUR pour 12,5 h).',
    ]);
    expect(said(scatterOfGroups(groups.slice(0, 1), 'JPY')?.says)[0]).toBe(
      'An hour: Bni, 200 JPY (2,000 JPY for 10 h).',
    );
    expect(said(scatterOfGroups(groups.slice(3, 4), 'EUR')?.says)[0]).toBe(
      'No hours were spent on what came in.',
    );
  });
});

test('the funnel of referrals received', () => {
  const chart = funnelOf({ received: 8, followedUp: 6, won: 2 });
  expect(chart?.stages.map(({ count }) => count)).toEqual([8, 6, 2]);
  expect(said(chart?.says)).toEqual([
    'Referrals received: 8; contacted or closed: 6 (75%); won: 2 (25%).',
    'Recommandations reçues : 8 ; contactées ou closes : 6 (75 %) ; gagnées : 2 (25 %).',
  ]);
  expect(funnelOf({ received: 0, followedUp: 0, won: 0 })).toBeUndefined();
});

test('referrals given and received, with the group where they are furthest apart', () => {
  const rows = [
    { of: named('Bni'), given: 3, received: 3 },
    { of: named('Cci'), given: 1, received: 6 },
    { of: named('Idle'), given: 0, received: 0 },
  ];
  const chart = pairsOfGroups(rows);
  expect(chart?.rows.map(({ of, left, right }) => [of.key, left, right])).toEqual([
    ['bni', 3, 3],
    ['cci', 1, 6],
  ]);
  expect(said(chart?.says)).toEqual([
    'Given in all: 4; received: 9. Furthest apart: Cci, 1 given, 6 received.',
    'Données en tout : 4 ; reçues : 9. Le plus grand écart : Cci, données 1, reçues 6.',
  ]);
  expect(said(pairsOfGroups(rows.slice(0, 1))?.says)[0]).toBe('Given in all: 3; received: 3.');
  expect(pairsOfGroups(rows.slice(2))).toBeUndefined();
});

describe('rows over time', () => {
  const ends = [dayOf(2025, 12, 31), dayOf(2026, 3, 31), dayOf(2026, 6, 30)];
  const options = {
    title: { phrase: { en: 'Hours', fr: 'Heures' }, params: {} },
    value: { label: { en: 'Hours', fr: 'Heures' }, unit: 'hours' as const },
    currency: 'EUR',
  };
  test('ends before anything is known are left out, and rows of which nothing is', () => {
    const chart = panelsOf(options, ends, [
      { of: named('Bni'), values: [null, 4, 10] },
      { of: named('Cci'), values: [null, null, null] },
      { of: named('Fbc'), values: [null, null, 2.5] },
    ]);
    expect(chart?.ends).toEqual(ends.slice(1));
    expect(chart?.panels).toEqual([
      { of: named('Bni'), values: [4, 10] },
      { of: named('Fbc'), values: [null, 2.5] },
    ]);
    expect(said(chart?.says)).toEqual([
      'Highest on 2026-06-30: Bni, 10 h (4 h on 2026-03-31). Lowest: Fbc, 2.5 h (2.5 h on 2026-06-30).',
      'Au plus haut au 2026-06-30 : Bni, 10 h (4 h au 2026-03-31). Au plus bas : Fbc, 2,5 h (2,5 h au 2026-06-30).',
    ]);
  });
  test('one end is no line', () => {
    expect(panelsOf(options, ends, [{ of: named('Bni'), values: [null, null, 1] }])).toBeUndefined();
    expect(panelsOf(options, ends, [])).toBeUndefined();
  });
  test('rows that all ended before', () => {
    const chart = panelsOf(options, ends, [{ of: named('Bni'), values: [1, 2, null] }]);
    expect(said(chart?.says)[0]).toBe('Nothing on 2026-06-30.');
  });
});

test('a tally has all three, from the figures of its rows', async () => {
  const ledger = await solo();
  const year = { from: dayOf(2026, 1, 1), to: ledger.asOf };
  const [scatter, funnel, pairs] = groupCharts(tally(ledger, year), byGroup, ledger);
  expect(
    scatter?.kind === 'scatter' && scatter.points.map(({ of, x, y }) => [of.key, x.toFixed(1), y]),
  ).toEqual([
    ['bni', '47.1', 16_300],
    ['fbc', '24.9', 8747.5],
    ['linkedin', '40.7', 0],
    ['cercle', '77.4', 0],
    ['ateliers', '14.0', 0],
    ['(none)', '0.0', 3770],
  ]);
  expect(funnel?.kind === 'funnel' && funnel.stages.map(({ count }) => count)).toEqual([31, 29, 6]);
  expect(pairs?.kind === 'pairs' && pairs.rows.map(({ left, right }) => [left, right])).toEqual([
    [4, 12],
    [5, 8],
    [3, 2],
    [3, 6],
    [1, 3],
  ]);
  const before = tally(ledger, { from: 0, to: 1 });
  expect(groupCharts(before, byGroup, ledger)).toEqual([]);
});

test('the panels of trend are its rolling figures, the total apart', async () => {
  const files = filesUnder('examples');
  const args = [
    'trend',
    'revenue',
    '-j',
    'examples/solo',
    '--as-of',
    '2026-10-31',
    '--total',
    '--format',
    'json',
  ];
  const rows: Record<string, string | number | null>[] = JSON.parse((await run(args, { files })).stdout).rows;
  const ledger = await solo();
  const report = trendReport(ledger, {
    ...{ journal: 'solo', step: 'quarter', by: byGroup, period: lastPeriods('quarter', 12, ledger, false) },
    metrics: [metricOf('revenue')].filter((metric) => metric !== undefined),
    ...{ rolling: undefined, groups: undefined, isCounted: undefined, attribution: undefined },
    ...{ attributionOptions: attributionDefaults, hasTotal: true, isFilled: false, isTidy: false },
    ...{ hasBars: false, hasPlots: false, hasCharts: true },
  });
  const charts = report.sections.flatMap((section) => section.charts ?? []);
  expect(charts.map(({ title }) => said(title)[0])).toEqual([
    'Revenue, rolling 12 months: Total',
    'Revenue, rolling 12 months',
  ]);
  for (const chart of charts) {
    if (chart.kind !== 'panels') throw new Error(chart.kind);
    for (const { of, values } of chart.panels) {
      const own = new Map(rows.filter(({ group }) => group === of.key).map((row) => [row['to'], row]));
      expect(values, of.key).toEqual(
        chart.ends.map((end) => own.get(formatDay(end))?.['revenue_rolling'] ?? null),
      );
    }
  }
});

test('what an hour returns: the rows and figures of the table, groups without figures said', async () => {
  const ledger = await solo();
  const { groups } = signals(ledger, undefined, moneyIn('EUR'));
  const chart = rangesOfSignals(groups, ledger);
  expect(chart?.rows.map(({ of }) => [of.key, of.tone])).toEqual([
    ['bni', 'good'],
    ['fbc', 'good'],
    ['linkedin', 'warning'],
    ['cercle', 'bad'],
    ['ateliers', 'quiet'],
  ]);
  const [bni] = chart?.rows ?? [];
  expect([bni?.low, bni?.middle, bni?.high, bni?.mark].map((each) => each?.toFixed(2))).toEqual([
    ...['149.20', '234.83', '332.68', '85.21'],
  ]);
  const [english, french] = said(chart?.says);
  expect(english).toContain("Wholly above the bar: BNI Lyon Presqu'île (149 EUR to 333 EUR, bar 85.2 EUR);");
  expect(english).toContain('Wholly below it: Cercle Part-Dieu (8.48 EUR to 49.4 EUR, bar 86 EUR).');
  expect(english).toContain('Across it, so not sure: LinkedIn (20.8 EUR to 94.1 EUR, bar 61.9 EUR);');
  expect(french).toContain(
    'À cheval sur la barre, donc pas sûr : LinkedIn (de 20,8 EUR à 94,1 EUR, barre 61,9 EUR) ;',
  );
  expect(english).not.toContain('Left out');
  const [first] = groups;
  if (!first) throw new Error('no group');
  const { hour: _, ...group } = first.now.group;
  const blank = { ...first, now: { ...first.now, group: { ...group, hour: undefined } } };
  expect(rangesOfSignals([blank], ledger)).toBeUndefined();
  const some = rangesOfSignals([blank, ...groups.slice(1, 2)], ledger);
  expect(some?.rows).toHaveLength(1);
  expect(said(some?.says)[1]).toContain("Omis, encore sans chiffres : BNI Lyon Presqu'île.");
});

describe('won and lost by age', () => {
  const month = 30.4375;
  const watched = (age: number, outcome: 'won' | 'lost' | 'open') => ({
    ...{ age, outcome, group: 'bni', date: 0 },
  });
  const table = lagTable([], 10 * month, undefined);
  const lags = { assumed: table, used: table };
  test('steps where something closed, to the last age watched', () => {
    const referrals = [watched(1, 'won'), watched(2, 'lost'), watched(3, 'open'), watched(4, 'open')];
    const chart = curvesOfLags(incidenceOf(referrals), referrals, lags);
    const [won, lost, assumed] = chart?.curves ?? [];
    expect(won?.points.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [1, 0.25],
      [2, 0.25],
      [4, 0.25],
    ]);
    expect(lost?.points.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0.25],
      [4, 0.25],
    ]);
    // 1 of 4: Wilson's interval.
    expect(won?.points[1]?.low).toBeCloseTo(0.0456, 4);
    expect(won?.points[1]?.high).toBeCloseTo(0.6994, 4);
    expect(assumed?.points).toHaveLength(9);
    expect(assumed?.points.at(-1)?.y).toBe(table.at(4).won);
    expect(said(chart?.says)).toEqual([
      'After 4 months 25% were won (95% range 5% to 70%) and 25% lost. Won by then, as signals assumes: 18%; as it reckons with this journal: 18%.',
      'Après 4 mois, 25 % étaient gagnées (à 95 %, de 5 % à 70 %) et 25 % perdues. Gagnées d’ici là, selon l’hypothèse de signals : 18 % ; selon ce qu’il retient avec ce journal : 18 %.',
    ]);
  });
  test('nothing that was watched for a month is no curve; two years are the end', () => {
    const young = [watched(0.9, 'won')];
    expect(curvesOfLags(incidenceOf(young), young, lags)).toBeUndefined();
    const old = [watched(3, 'won'), watched(30, 'won')];
    expect(curvesOfLags(incidenceOf(old), old, lags)?.curves[0]?.points.at(-1)?.x).toBe(24);
  });
  test('the curve goes through the figures of the table', async () => {
    const report = lagReport(await solo(), { journal: 'solo', groups: undefined, isCounted: undefined });
    const [section] = report.sections;
    const chart = section?.charts?.[0];
    const [won] = chart?.kind === 'curves' ? chart.curves : [];
    for (const row of report.main.rows) {
      const [age, , share] = row;
      expect(won?.points.findLast(({ x }) => x <= Number(age))?.y).toBe(share);
    }
  });
});
