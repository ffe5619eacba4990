import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributionModels } from '../src/measure/attribution.ts';
import { counts } from '../src/measure/counts.ts';
import { metrics } from '../src/measure/metrics.ts';
import { columnsOf } from '../src/model/visible.ts';
import golden from './data/golden.json' with { type: 'json' };
import { filesUnder } from './examples/files.ts';
import { anyDay, facts } from './property/facts.ts';
import { yamlFolder } from './property/print.ts';
import { run, type World } from './run.ts';

type Row = Readonly<Record<string, string | number | null>>;

type Files = NonNullable<World['files']>;

/** The rows that trend gives in JSON; totals only where they are asked for. */
async function rowsOf(args: readonly string[], files: Files): Promise<Row[]> {
  const total = args.includes('--total') ? [] : ['--no-total'];
  const { stdout, stderr, code } = await run(
    ['trend', '-j', 'j', '--quiet', ...args, ...total, '--format', 'json'],
    { files },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout).rows;
}

/** What trend says on a screen without a terminal. */
async function said(args: readonly string[], files: Files): Promise<string> {
  const { stdout, stderr, code } = await run(['trend', '-j', 'j', ...args], { files });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** A journal in which a group received so many referrals in each quarter, the first one that of 2020-01-01. */
function received(perQuarter: readonly number[], settings = 'groups: { bni: {} }\n'): Files {
  const day = (at: number) => `${2020 + Math.floor(at / 4)}-${['01-01', '05-20', '08-15', '12-31'][at % 4]}`;
  const entries = perQuarter.flatMap((count, at) =>
    Array.from(
      { length: count },
      (_, i) =>
        `- { type: referral, date: ${day(at)}, group: bni, direction: received, contact: C${at} ${i} }\n`,
    ),
  );
  const start = '- { type: activity, date: 2020-01-01, group: bni, time: 1h }\n';
  return { 'j/netroi.yaml': settings, 'j/e.yaml': start + entries.join('') };
}

const endOfQuarter = (count: number) =>
  `${2020 + Math.floor((count - 1) / 4)}-${['03-31', '06-30', '09-30', '12-31'][(count - 1) % 4]}`;

describe('the direction', () => {
  test.each(golden.mann_kendall.filter(({ x }) => x.every(Number.isInteger) && x.length >= 8))(
    'of whole quarters is the published one: $x',
    async ({ x, p2_exact }) => {
      const [row] = await rowsOf(['received', '--as-of', endOfQuarter(x.length)], received(x));
      expect(row?.['received_tested']).toBe(x.length);
      expect(row?.['received_p']).toBeCloseTo(p2_exact, 10);
    },
  );
  test('is not moved by the quarter that is not over, which is marked', async () => {
    const steady = [2, 2, 2, 2, 2, 2, 2, 3];
    const whole = await rowsOf(['received', '--as-of', '2021-12-31'], received(steady));
    const files = received([...steady, 9]);
    const [first, ...more] = await rowsOf(['received', '--as-of', '2022-03-30'], files);
    expect(first).toMatchObject({ received_p: whole[0]?.['received_p'] ?? -1, received_tested: 8 });
    expect(more.at(-1)).toMatchObject({
      ...{ from: '2022-01-01', to: '2022-03-30', state: 'running', received: 9 },
    });
    const screen = await said(['received', '--as-of', '2022-03-30'], files);
    expect(screen).toContain('Q1 2022, so far');
    expect(screen).toContain('Q1 2022 is not over: its figures go up to 2022-03-30 and are not tested.');
    // On its last day it is over.
    const over = await rowsOf(['received', '--as-of', '2022-03-31'], files);
    expect(over.at(-1)).toMatchObject({ state: 'whole', received_tested: 9 });
  });
  test.each([
    [[0, 1, 2, 3, 4, 5, 6, 7], 'bni: rising, almost sure (p < 0.001, 8 quarters).'],
    [[7, 6, 5, 4, 3, 2, 1, 0], 'bni: falling, almost sure (p < 0.001, 8 quarters).'],
    [[3, 2, 1, 0, 4, 5, 6, 7], 'bni: perhaps rising (p = 0.06, 8 quarters).'],
    [[3, 2, 0, 1, 4, 5, 6, 7], 'bni: rising, fairly sure (p = 0.03, 8 quarters).'],
    [[7, 0, 6, 1, 5, 2, 4, 3], 'bni: no clear direction (p = 0.72, 8 quarters).'],
    [[2, 2, 2, 2, 2, 2, 2, 2], 'bni: always the same (8 quarters).'],
    [[0, 1, 2, 3, 4, 5, 6], 'bni: too few quarters to tell (7; 8 needed).'],
  ])('is said in words: %j', async (series, words) => {
    const asOf = endOfQuarter(series.length);
    expect(await said(['received', '--as-of', asOf], received(series))).toContain(`\n${words}\n`);
  });
  test('counts a quarter in which nothing happened between others, shown or not', async () => {
    const series = [3, 0, 2, 1, 0, 4, 1, 2];
    const args = ['received', '--as-of', '2021-12-31'];
    const plain = await rowsOf(args, received(series));
    const filled = await rowsOf([...args, '--fill'], received(series));
    const quarters = (rows: Row[]) => new Set(rows.map(({ from }) => from)).size;
    expect([quarters(plain), quarters(filled)]).toEqual([6, 12]);
    expect(filled.map(({ state }) => state).slice(0, 4)).toEqual(['before', 'before', 'before', 'before']);
    for (const row of [...plain, ...filled]) expect(row['received_tested']).toBe(8);
    expect(await said(args, received(series))).toContain(
      '2 quarters in which nothing happened have no line (--fill shows them); they\n  count all the same.',
    );
  });
  test('does not take the time before the journal, or a quarter in which it begins late, for nothing', async () => {
    const late = received([0, 4, 3, 2, 2, 2, 1, 1, 1]);
    const files = { ...late, 'j/e.yaml': String(late?.['j/e.yaml']).replace('2020-01-01', '2020-01-16') };
    const rows = await rowsOf(['received', '--as-of', '2022-03-31'], files);
    expect(rows[0]).toMatchObject({ from: '2020-01-01', state: 'start', received: 0, received_tested: 8 });
    // Two weeks are as good as all of it.
    const early = { ...late, 'j/e.yaml': String(late?.['j/e.yaml']).replace('2020-01-01', '2020-01-15') };
    expect((await rowsOf(['received', '--as-of', '2022-03-31'], early))[0]).toMatchObject({
      ...{ state: 'whole', received_tested: 9 },
    });
  });
  test('of a group is that of its quarters of membership', async () => {
    const settings = 'groups: { bni: { joined: 2020-05-20, left: 2022-08-01 } }\n';
    const rows = await rowsOf(
      ['received', '--as-of', '2022-12-31', '--total'],
      received([0, 9, 1, 2, 1, 2, 1, 2, 1, 2, 1, 0], settings),
    );
    // From Q3 2020 to Q2 2022.
    expect(rows.find(({ group }) => group === 'bni')?.['received_tested']).toBe(8);
    expect(rows.find(({ group }) => group === 'TOTAL')?.['received_tested']).toBe(12);
    const alone = await rowsOf(
      ['received', '-g', 'bni', '--as-of', '2022-12-31', '--total'],
      received([0, 9, 1, 2, 1, 2, 1, 2, 1, 2, 1, 0], settings),
    );
    expect(alone.find(({ group }) => group === 'TOTAL')?.['received_tested']).toBe(8);
  });
  test('leaves out what is undefined, and says how many were tested', async () => {
    const files = received([1, 1, 2, 1, 2, 1, 2, 3, 2, 1]);
    const sales = [2, 3, 4, 5, 6, 7, 8, 9].map(
      (amount, i) =>
        `- { type: sale, date: ${2020 + (i >> 2)}-${['01', '04', '07', '10'][i % 4]}-03, group: bni, amount: ${amount} }\n`,
    );
    const both = { ...files, 'j/s.yaml': sales.join('') };
    const [row] = await rowsOf(['average_sale', '--as-of', '2022-06-30'], both);
    expect(row).toMatchObject({ average_sale_tested: 8, average_sale_slope: 1 });
  });
  test('of years needs five of them, of months none is sought', async () => {
    const yearly = [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0];
    const years = (asOf: string) => said(['received', '--every', 'year', '--as-of', asOf], received(yearly));
    expect(await years('2024-12-31')).toContain('bni: rising, fairly sure (p = 0.02, 5 years).');
    expect(await years('2024-12-30')).toContain('bni: too few years to tell (4; 5 needed).');
    const monthly = ['received', '--every', 'month', '--as-of', '2024-12-31'];
    const months = await said([...monthly, '--last', '48'], received(yearly));
    expect(months).not.toContain('p = ');
    expect(months).toContain('Months are not tested');
    expect((await rowsOf(monthly, received(yearly)))[0]).toMatchObject({
      ...{ received_slope: null, received_p: null, received_tested: null },
    });
  });
});

describe('twelve months', () => {
  const files = received([5, 1, 2, 3, 6, 1, 1, 1, 9]);
  test('end with each period, once the journal has as many; a year on is a change', async () => {
    const rows = await rowsOf(['received', '--as-of', '2021-12-31'], files);
    const column = (name: string) => rows.map((row) => row[name]);
    expect(column('received_rolling')).toEqual([null, null, null, 11, 12, 12, 11, 9]);
    expect(column('received_yoy')).toEqual([null, null, null, null, 0.2, 0, -0.5, -2 / 3]);
  });
  test('of --rolling are the sums of the days that each row names, and not tested', async () => {
    const rows = await rowsOf(['received', '--rolling', '12m', '--as-of', '2021-12-31'], files);
    expect(rows.map(({ from, to, state, received: sum }) => [from, to, state, sum]).slice(2, 5)).toEqual([
      ['2019-10-01', '2020-09-30', 'short', 8],
      ['2020-01-01', '2020-12-31', 'whole', 11],
      ['2020-04-01', '2021-03-31', 'whole', 12],
    ]);
    expect(rows[0]).toMatchObject({ received_p: null, received_slope: null, received_tested: null });
    expect(rows.at(-1)?.['received_yoy']).toBeCloseTo(9 / 11 - 1, 12);
    const screen = await said(['received', '--rolling', '12m', '--as-of', '2021-12-31'], files);
    expect(screen).toContain('No test is made of 12 rolling months');
    expect(screen).not.toContain('p = ');
    expect(screen).toContain('Q3 2020, part ');
  });
  test('end with the day before a period that is not over is', async () => {
    const rows = await rowsOf(['received', '--as-of', '2021-02-10'], files);
    // From 2020-02-11 on: all of 2020 but the five of its first day, and the six of 2021-01-01.
    expect(rows.at(-1)).toMatchObject({ state: 'running', received_rolling: 12, received_yoy: 0.2 });
  });
});

describe('which lines there are', () => {
  const files = received([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  const fromDays = async (...args: string[]) =>
    (await rowsOf(['received', '--as-of', '2023-11-11', ...args], files)).map(({ from }) => from);
  test('the last 12 quarters and the one that is not over', async () => {
    const days = await fromDays();
    expect([days.length, days[0], days.at(-1)]).toEqual([12, '2020-10-01', '2023-07-01']);
  });
  test('as many as --last wants, of what --every names', async () => {
    expect(await fromDays('--last', '2')).toEqual(['2023-04-01', '2023-07-01']);
    expect(await fromDays('--last', '2', '--fill')).toEqual(['2023-04-01', '2023-07-01', '2023-10-01']);
    expect(await fromDays('--last', '1', '--every', 'year')).toEqual(['2022-01-01', '2023-01-01']);
    expect(await fromDays('--last', '3', '--every', 'month', '--fill')).toEqual([
      ...['2023-08-01', '2023-09-01', '2023-10-01', '2023-11-01'],
    ]);
  });
  test('those of a period, first and last cut, marked and not tested', async () => {
    const rows = await rowsOf(['received', '--from', '2020-05-20', '--to', '2023-08-15'], files);
    const ends = [rows[0], rows[1], rows.at(-1)];
    expect(ends.map((row) => [row?.['from'], row?.['to'], row?.['state']])).toEqual([
      ['2020-05-20', '2020-06-30', 'cut'],
      ['2020-07-01', '2020-09-30', 'whole'],
      ['2023-07-01', '2023-08-15', 'cut'],
    ]);
    expect(rows[0]?.['received_tested']).toBe(12);
  });
  test('those of a fiscal year; a metric may follow an option whose value is left out', async () => {
    const fiscal = received([1, 1, 1, 1, 1, 1], 'fiscal-year-start: 5\ngroups: { bni: {} }\n');
    const { stdout } = await run(
      ['trend', '-j', 'j', '--year', 'received', '--as-of', '2021-04-30', '--lang', 'fr'],
      { files: fiscal },
    );
    expect(stdout).toContain('\nT1 exercice 2020/21 ');
    expect(stdout).toContain('Reçues : bni\n');
  });
});

test('tidy data has the days that each value counts', async () => {
  const args = ['received', 'hours', '--tidy', '--as-of', '2020-06-30'];
  expect(await said(args, received([1, 2]))).toBe(
    'group,from,to,metric,value\nbni,2020-01-01,2020-03-31,received,1\nbni,2020-01-01,2020-03-31,hours,1\nbni,2020-04-01,2020-06-30,received,2\nbni,2020-04-01,2020-06-30,hours,0\n',
  );
  const rolling = await said([...args, '--rolling', '6m', '--total', '--last', '1'], received([1, 2]));
  expect(rolling.split('\n').slice(1, 4)).toEqual([
    ...['bni,2020-01-01,2020-06-30,received,3', 'bni,2020-01-01,2020-06-30,hours,1'],
    'TOTAL,2020-01-01,2020-06-30,received,3',
  ]);
});

test('CSV and JSON have the same columns, and TOTAL only where it is asked for', async () => {
  const files = received([1, 2]);
  const csv = await said(['received', '--as-of', '2020-06-30', '--format', 'csv'], files);
  expect(csv.split('\n')[0]).toBe(
    'group,from,to,state,received,received_rolling,received_yoy,received_slope,received_p,received_tested',
  );
  expect(csv).not.toContain('TOTAL');
  const json = async (...args: string[]): Promise<Row[]> =>
    JSON.parse(await said(['received', '--as-of', '2020-06-30', '--format', 'json', ...args], files)).rows;
  expect((await json('--total')).map(({ group }) => group)).toEqual(['bni', 'TOTAL', 'bni', 'TOTAL']);
  expect((await json()).map(({ group }) => group)).toEqual(['bni', 'bni']);
  expect(Object.keys((await json())[0] ?? {}).join()).toBe(csv.split('\n')[0]);
});

describe('what makes no sense is refused in a sentence', () => {
  test.each([
    [
      ['--by', 'month'],
      '--by month cannot go with trend: its lines are stretches of time already\n        use --every month',
    ],
    [['--every', 'week'], '--every cannot be "week"\n        one of: month, quarter, year'],
    [['--every', 'quartr'], '--every cannot be "quartr"\n        did you mean "quarter"?'],
    [['--rolling', '12'], '--rolling takes 1 to 60 months, not "12"\n        write it as 12m'],
    [['--rolling', '0m'], '--rolling takes 1 to 60 months, not "0m"\n        write it as 12m'],
    [['--rolling', '61m'], '--rolling takes 1 to 60 months, not "61m"\n        write it as 12m'],
    [['--last', '0'], '--last takes a number from 1 to 1000, not "0"'],
    [['--last', '4', '--quarter'], '--last cannot go with --quarter'],
    [['--last', '4', '--to', '2026-01-01'], '--last cannot go with --to'],
    [['hours', 'revenu'], 'no metric is called "revenu"\n        did you mean "revenue"?'],
  ])('%j', async (args, words) => {
    const { code, stdout, stderr } = await run(['trend', '-j', 'j', ...args], { files: received([1]) });
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `netroi: ${words}\n` });
  });
  test('a journal without entries has nothing to show', async () => {
    const screen = await said([], { 'j/netroi.yaml': 'groups: { bni: {} }\n' });
    expect(screen).toContain('Figures\nNothing.\n');
    expect(await said(['--fill', '--last', '1'], { 'j/netroi.yaml': 'groups: { bni: {} }\n' })).toContain(
      'Q3 2026',
    );
  });
});

const near = (a: unknown, b: unknown) =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-9 * (1 + Math.abs(b)) : a === b;

const asked = fc.record({
  journal: facts,
  days: fc.tuple(anyDay, anyDay).map((ends) => ends.toSorted()),
  asOf: fc.oneof(anyDay, fc.constantFrom('2026-12-31', '2027-06-15')),
  step: fc.constantFrom('month', 'quarter', 'quarter', 'year'),
  more: fc.constantFrom<string[]>([], [], ['--fill'], ['--rolling', '12m'], ['--rolling', '5m']),
  shared: fc.constantFrom<string[]>(
    ...[[], [], ['--by', 'kind'], ['--by', 'member'], ['--by', 'mode'], ['--by', 'tag']],
    ...attributionModels.map(({ id }) => ['--attribution', id]),
  ),
});
const folder = (journal: Parameters<typeof yamlFolder>[0]) =>
  Object.fromEntries(Object.entries(yamlFolder(journal)).map(([name, text]) => [`j/${name}`, text]));
const ids = metrics.map(({ id }) => id);

test('each cell is that of a report of its days, row by row', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ journal, days: [from = '', to = ''], asOf, step, more, shared }) => {
      const files = folder(journal);
      const rows = await rowsOf(
        [...ids, '--every', step, '--from', from, '--to', to, '--as-of', asOf, '--total', ...more, ...shared],
        files,
      );
      const spans = new Map(rows.map((row) => [`${row['from']} ${row['to']}`, row]));
      for (const { from: start, to: end } of spans.values()) {
        const days = ['--from', String(start), '--to', String(end), '--as-of', asOf];
        const { stdout } = await run(
          ['report', '-j', 'j', '--columns', 'all', ...days, ...shared, '--format', 'json'],
          { files },
        );
        const report = JSON.parse(stdout);
        const by = Object.keys(rows[0] ?? {})[0] ?? '';
        const own = rows.filter((row) => row['from'] === start && row['to'] === end);
        const wanted: Row[] = [...report.rows, { ...report.total, [by]: 'TOTAL' }];
        // Empty rows are shown too where they are wanted.
        if (!more.includes('--fill')) expect(own.map((row) => row[by])).toEqual(wanted.map((row) => row[by]));
        for (const row of wanted) {
          const found = own.find((each) => each[by] === row[by]);
          const wrong = ids.filter((id) => !near(found?.[id], row[id]));
          expect(wrong.map((id) => `${row[by]} ${id}: ${found?.[id]}, not ${row[id]}`)).toEqual([]);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('what is counted sums over the periods to the report of all of them', async () => {
  const counted = counts.filter((count) => !('isHidden' in count)).map(({ id }) => id);
  await fc.assert(
    fc.asyncProperty(asked, async ({ journal, days: [from = '', to = ''], asOf, step, shared }) => {
      const files = folder(journal);
      const days = ['--from', from, '--to', to, '--as-of', asOf];
      const rows = await rowsOf([...counted, '--every', step, ...days, '--total', ...shared], files);
      const { stdout } = await run(
        ['report', '-j', 'j', '--columns', counted.join(','), ...days, ...shared, '--format', 'json'],
        { files },
      );
      const report = JSON.parse(stdout);
      const by = Object.keys(rows[0] ?? { group: '' })[0] ?? '';
      for (const row of [...report.rows, { ...report.total, [by]: 'TOTAL' }]) {
        for (const id of counted) {
          const parts = rows.filter((each) => each[by] === row[by]).map((each) => Number(each[id]));
          expect(
            near(
              parts.reduce((sum, part) => sum + part, 0),
              row[id],
            ),
            `${row[by]} ${id}`,
          ).toBe(true);
        }
      }
    }),
    { numRuns: 30 },
  );
});

const examples = filesUnder('examples');
const screens: Record<string, { args: string[]; terminal?: number }> = {
  'trend-80.txt': { args: [], terminal: 80 },
  'trend-120-fr.txt': { args: ['revenue', 'average_sale', '--lang', 'fr'], terminal: 120 },
  'trend-60.txt': { args: ['received'], terminal: 60 },
  'trend-group-80.txt': { args: ['revenue', '-g', 'bni'], terminal: 80 },
  'trend-group-80-fr.txt': { args: ['revenue_per_hour', '-g', 'bni', '--lang', 'fr'], terminal: 80 },
  'trend-rolling-80.txt': { args: ['received', '--rolling', '12m', '--by', 'kind'], terminal: 80 },
  'trend-months-100-fr.txt': {
    args: ['hours', '--every', 'month', '--year', '--fill', '--lang', 'fr'],
    terminal: 100,
  },
  'trend-cut.txt': {
    args: ['hours', 'net', '--from', '2024-02-10', '--to', '2026-05-20', '-g', 'f*', '-g', 'cci'],
  },
  'trend-chart-80.txt': { args: ['revenue', '--chart'], terminal: 80 },
  'trend-chart-120-fr.txt': { args: ['received', 'net', '--chart', '--lang', 'fr'], terminal: 120 },
  'trend-chart-60.txt': { args: ['hours', '-g', 'bni', '--every', 'month', '--chart'], terminal: 60 },
  'trend-group.md': { args: ['revenue', '-g', 'bni', '--format', 'markdown'] },
  'trend-rows.csv': { args: ['hours', 'revenue', '--last', '2', '--format', 'csv'] },
  'trend-rows.json': { args: ['revenue', '-g', 'bni', '--last', '2', '--format', 'json'] },
};

describe('screens are as they were (UPDATE=1 rewrites them)', () => {
  test.each(Object.entries(screens))('%s', async (name, { args, terminal }) => {
    const { code, stdout, stderr } = await run(
      ['trend', ...args, '-j', 'examples/solo', '--as-of', '2026-10-31'],
      { files: examples, ...(terminal ? { terminal, env: { NO_COLOR: '1' } } : {}) },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const file = path.join(import.meta.dirname, 'golden', name);
    if (process.env['UPDATE']) fs.writeFileSync(file, stdout);
    expect(stdout).toBe(fs.readFileSync(file, 'utf8'));
    if (!name.endsWith('.csv')) expect(stdout, 'blanks at a line end').not.toMatch(/[ \t]\n/);
    if (terminal)
      for (const line of stdout.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(terminal);
  });
});

const anything = fc.record({
  metrics: fc.subarray(['hours', 'received', 'revenue', 'roi', 'average_sale', 'followed_up_share'], {
    maxLength: 3,
  }),
  options: fc.subarray(
    [
      ...[
        '--every month',
        '--every year',
        '--rolling 12m',
        '--fill',
        '--tidy',
        '--total',
        '--no-total',
        '--chart',
      ],
      ...[
        '--by kind',
        '--by tag',
        '--by member',
        '-g bni',
        '-g cci',
        '-g f*',
        '--tag *',
        '--attribution decay',
      ],
      ...['--last 40', '--quarter', '-p all', '--year 2025', '--from 2024-02-03', '--as-of 2024-03-01'],
      ...['--as-of 2023-01-01', '--lang fr', '--format markdown', '--format json'],
    ],
    { maxLength: 5 },
  ),
  terminal: fc.constantFrom(60, 80, 100, 200),
});

test('whatever is asked, the answer is a result that fits the screen, or a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async ({ metrics: named, options, terminal }) => {
      const args = ['trend', ...named, '-j', 'examples/solo', ...options.flatMap((each) => each.split(' '))];
      const { code, stdout, stderr } = await run(args, { files: examples, terminal, env: { NO_COLOR: '1' } });
      expect([0, 1, 2], stderr).toContain(code);
      expect(stdout + stderr).not.toMatch(/NaN|Infinity|undefined|\[object|\{[a-z]+\}/);
      if (code === 0 && !/--format|--tidy/.test(options.join(' ')))
        for (const line of stdout.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(terminal);
    }),
    { numRuns: 60 },
  );
});

describe('--chart', () => {
  const young = (asOf: string): World => ({
    files: {
      'j.yaml': `entries:
- { type: sale, date: 2026-01-05, group: bni, amount: 100 }
- { type: sale, date: 2026-04-05, group: bni, amount: 300 }
- { type: sale, date: 2026-07-05, group: bni, amount: 200 }
`,
    },
    ...{ terminal: 80, today: asOf, env: { NO_COLOR: '1' } },
  });
  test('a journal of less than a year has its own periods drawn', async () => {
    const { stdout } = await run(['trend', 'revenue', '-j', 'j.yaml', '--chart'], young('2026-09-30'));
    expect(stdout).toContain('Revenue per quarter: bni\n300 ┤      █████\n');
    expect(stdout).toMatch(/^ {2}0 └─+\n {5}2026-03-31 +2026-09-30$/m);
  });
  test('where there is nothing to draw the tables stay', async () => {
    const { stdout } = await run(['trend', 'revenue', '-j', 'j.yaml', '--chart'], young('2026-02-01'));
    expect(stdout).toMatch(/^Q1 2026, so far +100/m);
    expect(stdout).not.toContain('┤');
  });
  test('it is for the terminal', async () => {
    for (const more of [['--format', 'csv'], ['--format', 'markdown'], ['--output', 'x.json'], ['--tidy']]) {
      const { code, stdout, stderr } = await run(
        ['trend', '-j', 'j.yaml', '--chart', ...more],
        young('2026-09-30'),
      );
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/--chart/);
    }
  });
});
