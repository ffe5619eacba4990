import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../src/model/visible.ts';
import { run } from './run.ts';
import { asOf, entries, inWindow, rollingOf, rowsOf, settingsFor } from './score-journal.ts';

describe('windows', () => {
  const daysOf = async (day: string, window = '6 months', settings = '') => {
    const scheme = `id: w\nwindow: ${window}\ncriteria: [{ metric: meetings, at-least: { 1: 1 } }]\n`;
    const rows = await rowsOf('w', { g: '' }, { day, settings, files: { 'j/_schemes/w.yaml': scheme } });
    return rows.map(({ from, to }) => `${from}..${to}`);
  };
  test.each([
    ['2026-10-20', '2026-04-01..2026-09-30', '2026-04-21..2026-10-20'],
    ['2026-10-31', '2026-05-01..2026-10-31', '2026-05-01..2026-10-31'],
    ['2026-08-30', '2026-02-01..2026-07-31', '2026-02-28..2026-08-30'],
    ['2026-02-28', '2025-09-01..2026-02-28', '2025-09-01..2026-02-28'],
  ])('six months on %s', async (day, completed, rolling) => {
    expect(await daysOf(day)).toEqual([completed, rolling]);
  });
  test('weeks, from the day they start on', async () => {
    expect(await daysOf('2026-10-21', '2 weeks')).toEqual([
      '2026-10-05..2026-10-18',
      '2026-10-08..2026-10-21',
    ]);
    expect(await daysOf('2026-10-25', '1 week')).toEqual([
      '2026-10-19..2026-10-25',
      '2026-10-19..2026-10-25',
    ]);
    expect(await daysOf('2026-10-24', '1 week', 'week-start: sunday')).toEqual([
      '2026-10-18..2026-10-24',
      '2026-10-18..2026-10-24',
    ]);
  });
  test('both ends count, the days beside them do not', async () => {
    const groups = {
      in1: entries('in1', 'training', 1, '2026-04-21'),
      in2: entries('in2', 'training', 1, '2026-10-20'),
      before: entries('before', 'training', 1, '2026-04-20'),
      after: entries('after', 'training', 1, '2026-10-21'),
    };
    const rows = rollingOf(
      await rowsOf('uk-2012', groups, { day: '2026-10-20', settings: 'currency: GBP' }),
      'training',
    );
    expect(rows.map(({ points }) => points)).toEqual([5, 5, 0, 0]);
  });
});

describe('what counts', () => {
  const one = async (entry: string, criterion: string, scheme = 'uk-2012', args: readonly string[] = []) => {
    const rows = await rowsOf(
      scheme,
      { g: `- { ${entry}, date: ${inWindow}, group: g }\n` },
      { settings: settingsFor(scheme), args },
    );
    return rollingOf(rows, criterion)[0]?.measured;
  };
  test.each([
    ['a substitute is present', 'type: activity, attendance: substitute', 'absences', 0],
    ['excused is no absence', 'type: activity, attendance: excused', 'absences', 0],
    [
      'an absence from a training is no absence',
      'type: activity, kind: training, attendance: absent',
      'absences',
      0,
    ],
    ['a meeting missed', 'type: activity, kind: Réunion, attendance: absent', 'absences', 1],
    ['a training missed', 'type: activity, kind: training, attendance: absent', 'training', 0],
    ['a workshop is training', 'type: activity, kind: Workshop', 'training', 1],
    ['a referral received', 'type: referral, direction: received, contact: C', 'referrals', 0],
    [
      'an own purchase is a referral given',
      'type: referral, direction: given, kind: purchase, contact: C',
      'referrals',
      7 / 26 / 7,
    ],
    [
      'a referral not won is no business',
      'type: referral, direction: given, contact: C, value: 900',
      'business',
      0,
    ],
    [
      'one won later neither',
      'type: referral, direction: given, contact: C, value: 900, won: 2028-03-01',
      'business',
      0,
    ],
  ])('%s', async (_, entry, criterion, measured) => {
    expect(await one(entry, criterion)).toBeCloseTo(measured, 9);
  });
  test.each(['one-to-one', 'One to One', '1-2-1', '1:1', 'tête-à-tête', 'TETE A TETE', 'face à face'])(
    '%s',
    async (kind) => {
      expect(await one(`type: activity, kind: "${kind}"`, 'one-to-ones', 'taiwan')).toBeCloseTo(1 / 26, 9);
    },
  );
  test('a substitute attends a meeting, whoever is absent or excused does not', async () => {
    for (const [attendance, count] of [
      ['substitute', 1],
      ['late', 1],
      ['absent', 0],
      ['excused', 0],
    ] as const)
      expect(await one(`type: activity, attendance: ${attendance}`, 'meetings', 'power-of-one')).toBeCloseTo(
        count / 26,
        9,
      );
  });
  test.each([
    ['guests', 'visitors'],
    ['testimonials', 'testimonials'],
  ])('%s of an activity that was not attended do not count', async (field, metric) => {
    for (const [attendance, count] of [
      ['present', 2],
      ['late', 2],
      ['absent', 0],
      ['excused', 0],
    ] as const)
      expect(await one(`type: activity, attendance: ${attendance}, ${field}: 2`, metric)).toBeCloseTo(
        count / 26,
        9,
      );
  });
  test('--member takes what one did', async () => {
    const groups = {
      g:
        entries('g', 'training', 2).replaceAll(' }', ', member: eve }') +
        entries('g', 'training', 1).replaceAll(' }', ', member: paul }'),
    };
    const settings = 'currency: GBP\nmembers: { eve: {}, paul: {} }';
    const count = async (args: readonly string[]) =>
      rollingOf(await rowsOf('uk-2012', groups, { settings, args }), 'training')[0]?.measured;
    expect(await count([])).toBe(3);
    expect(await count(['--member', 'eve'])).toBe(2);
  });
});

describe('the next step', () => {
  const day = '2026-10-20';
  const nextOf = async (criterion: string, group: string) => {
    const rows = await rowsOf('uk-2012', { g: group }, { day, settings: 'currency: GBP' });
    const [row] = rollingOf(rows, criterion);
    return [row?.next_needed, row?.next_by, row?.next_gain];
  };
  test('is counted for the months that end next: 184 days here', async () => {
    // 0.5 a week of 184/7 weeks is 13.14: 14, of which 10 are there.
    expect(await nextOf('referrals', entries('g', 'referrals', 10, '2026-06-01'))).toEqual([
      4,
      '2026-10-31',
      5,
    ]);
    // What is too old by then is not there any more.
    expect(await nextOf('referrals', entries('g', 'referrals', 10, '2026-04-30'))).toEqual([
      14,
      '2026-10-31',
      5,
    ]);
  });
  test('makes good when followed', async () => {
    const now = entries('g', 'referrals', 10, '2026-06-01');
    const scored = async (more: number) =>
      rollingOf(
        await rowsOf(
          'uk-2012',
          { g: now + entries('g', 'referrals', more, '2026-10-31') },
          { day: '2026-10-31', settings: 'currency: GBP' },
        ),
        'referrals',
      )[0]?.points;
    expect([await scored(3), await scored(4)]).toEqual([0, 5]);
  });
  test('of money', async () => {
    expect(await nextOf('business', entries('g', 'business', 400.5, '2026-06-01'))).toEqual([
      599.5,
      '2026-10-31',
      5,
    ]);
  });
  test('of absences is the day on which one is too old', async () => {
    expect(await nextOf('absences', entries('g', 'absences', 1, '2026-06-04'))).toEqual([
      null,
      '2026-12-04',
      5,
    ]);
    const groups = { g: entries('g', 'absences', 1, '2026-06-04') };
    const points = async (as: string) =>
      rollingOf(await rowsOf('uk-2012', groups, { day: as, settings: 'currency: GBP' }), 'absences')[0]
        ?.points;
    expect([await points('2026-12-03'), await points('2026-12-04')]).toEqual([10, 15]);
  });
  test('is none where all points are had', async () => {
    expect(await nextOf('training', entries('g', 'training', 3, '2026-06-01'))).toEqual([null, null, null]);
  });
});

describe('money', () => {
  const groups = { g: entries('g', 'business', 1170), h: entries('h', 'business', 1169.99) };
  test('is compared at the price of the as-of day', async () => {
    const settings =
      'prices: [{ date: 2026-01-01, currency: GBP, rate: 1.17 }, { date: 2030-01-01, currency: GBP, rate: 9 }]';
    const rows = rollingOf(await rowsOf('uk-2012', groups, { settings }), 'business');
    expect(rows.map(({ points }) => points)).toEqual([5, 0]);
  });
  test('has no points, nor the total, where no price is known; and it is said', async () => {
    const rows = await rowsOf('uk-2012', groups);
    expect(
      rollingOf(rows, 'business').map(({ points, total, colour }) => ({ points, total, colour })),
    ).toEqual(Array(2).fill({ points: null, total: null, colour: null }));
    expect(rollingOf(rows, 'absences')[0]?.points).toBe(15);
    const { stdout } = await run(['score', 'uk-2012', '-g', 'g', '-j', 'j.yaml', '--as-of', asOf], {
      files: { 'j.yaml': groups.g },
    });
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'there is no price of GBP in EUR on or before 2028-02-29. Add one to the settings',
    );
  });
});

describe('the call', () => {
  test.each([
    [['score'], 'score needs a scheme'],
    [['score', 'uk'], 'no scheme is called "uk"'],
    [['score', 'indai'], 'did you mean "india"?'],
    [['score', '--list', 'india'], '--list takes no scheme'],
    [['score', '--show'], 'score needs a scheme'],
    [['score', '--list', '--show'], '--list cannot go with --show'],
  ])('%s', async (args, told) => {
    const outcome = await run(args, {
      files: { '/home/eve/.netroi/netroi.yaml': 'groups: { g: { kind: referral-group } }' },
    });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(told);
  });
  test('--list needs no journal', async () => {
    expect(await run(['score', '--list'])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^(\S+\n)+$/),
    });
  });
  test('with no referral group one must be named; a group that was left is none', async () => {
    const files = {
      'j.yaml': 'groups: { a: { kind: club }, b: { kind: referral-group, left: 2020-01-01 } }\n',
    };
    const outcome = await run(['score', 'power-of-one', '-j', 'j.yaml'], { files });
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain('name one with -g: a, b');
    expect(await run(['score', 'power-of-one', '-j', 'j.yaml', '-g', 'a'], { files })).toMatchObject({
      code: 0,
    });
  });
});

const shown: Record<string, string> = {
  'j/netroi.yaml': `currency: EUR
prices: [{ date: 2026-01-01, currency: GBP, rate: 1.17 }]
groups:
  bni: { name: BNI Lyon, kind: referral-group, joined: 2026-06-01 }
  club: { name: Club des Halles, kind: Groupe de recommandation }
  fair: { name: Fair, kind: fair }
`,
  'j/2026.yaml': [
    entries('bni', 'meetings', 9, '2026-07-02'),
    entries('bni', 'absences', 1, '2026-07-09'),
    entries('bni', 'referrals', 18, '2026-08-20'),
    entries('bni', 'business', 1500, '2026-09-10'),
    entries('bni', 'training', 1, '2026-05-01'),
    entries('bni', 'visitors', 4, '2026-10-12'),
    entries('club', 'referrals', 30, '2026-10-01'),
  ].join(''),
};
const golden: Record<string, readonly string[]> = {
  'score-80.txt': ['-g', 'bni'],
  'score-80-fr.txt': ['-g', 'bni', '--lang', 'fr'],
  'score-120.txt': ['-g', 'bni'],
  'score-groups-80.txt': [],
  'score-groups-80-fr.txt': ['--lang', 'fr'],
  'score.md': ['-g', 'bni', '--format', 'markdown'],
  'score.csv': ['--format', 'csv'],
  'score.json': ['-g', 'bni', '--format', 'json'],
};

describe('screens are as they were (UPDATE=1 rewrites them)', () => {
  test.each(Object.entries(golden))('%s', async (name, args) => {
    const width = Number(/-(\d+)/.exec(name)?.[1] ?? 0);
    const { code, stdout, stderr } = await run(
      ['score', 'uk-2012', '-j', 'j', '--as-of', '2026-10-20', '--quiet', ...args],
      {
        files: shown,
        ...(width ? { terminal: width, env: { NO_COLOR: '1' } } : {}),
      },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const file = path.join(import.meta.dirname, 'golden', name);
    if (process.env['UPDATE']) fs.writeFileSync(file, stdout);
    expect(stdout).toBe(fs.readFileSync(file, 'utf8'));
    if (width)
      for (const line of stdout.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(width);
  });
  test('machine formats are the same in every language', async () => {
    const call = (lang: string) =>
      run(
        [
          'score',
          'uk-2012',
          '-j',
          'j',
          '--as-of',
          '2026-10-20',
          '--quiet',
          '--format',
          'json',
          '--lang',
          lang,
        ],
        { files: shown },
      );
    expect((await call('fr')).stdout).toBe((await call('en')).stdout);
  });
});
