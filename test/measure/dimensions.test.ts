import { describe, expect, test } from 'vitest';
import { run } from '../run.ts';

const files = {
  'j/netroi.yaml': `groups:
  bni: { name: BNI, kind: referral-group, joined: 2025-01-01 }
  fair: { kind: fair, left: 2026-03-31 }
  club: { kind: referral-group }
members:
  eve: { name: Ève Martin, site: lyon, team: sales }
  tom: { site: paris, team: sales }
  ana: { team: design }
`,
  'j/2026.yaml': `- { type: activity, date: 2026-01-10, group: bni, member: eve, time: 2h, tags: [alpha, beta] }
- { type: activity, date: 2026-02-10, group: fair, member: tom, time: 3h, mode: online, tags: [beta] }
- { type: activity, date: 2026-04-10, group: club, member: ana, time: 1h }
- { type: sale, date: 2026-04-20, group: bni, amount: 100, member: eve }
- { type: sale, date: 2026-05-20, amount: 50 }
- { type: cost, date: 2026-03-01, until: 2026-04-30, group: bni, amount: 61 }
- { type: activity, date: 2025-02-10, group: bni, member: eve, time: 1h }
`,
};
const csv = async (...args: string[]) => {
  const { code, stdout, stderr } = await run(
    ['report', '-j', 'j', '--year', '2026', '--format', 'csv', '--total', ...args],
    { files },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.trimEnd().split('\n');
};

describe('--by', () => {
  test.each([
    ['group', ['group,hours,revenue', 'bni,2,100', 'fair,3,0', 'club,1,0', '(none),0,50', 'TOTAL,6,150']],
    ['kind', ['kind,hours,revenue', 'referral-group,3,100', 'fair,3,0', '(none),0,50', 'TOTAL,6,150']],
    ['member', ['member,hours,revenue', 'eve,2,100', 'tom,3,0', 'ana,1,0', '(none),0,50', 'TOTAL,6,150']],
    ['site', ['site,hours,revenue', 'lyon,2,100', 'paris,3,0', '(none),1,50', 'TOTAL,6,150']],
    ['team', ['team,hours,revenue', 'sales,5,100', 'design,1,0', '(none),0,50', 'TOTAL,6,150']],
    ['mode', ['mode,hours,revenue', 'in-person,3,0', 'online,3,0', '(none),0,150', 'TOTAL,6,150']],
    // An entry counts under each of its tags, once in TOTAL.
    ['tag', ['tag,hours,revenue', 'alpha,2,0', 'beta,5,0', '(none),1,150', 'TOTAL,6,150']],
    [
      'quarter',
      ['quarter,hours,revenue', '2026-Q1,5,0', '2026-Q2,1,150', '2026-Q3,0,0', '2026-Q4,0,0', 'TOTAL,6,150'],
    ],
    ['year', ['year,hours,revenue', '2026,6,150', 'TOTAL,6,150']],
  ])('%s', async (by, lines) => {
    expect(await csv('--by', by, '--columns', 'hours,revenue')).toEqual(lines);
  });
  test('months part a spread fee by day', async () => {
    const lines = await csv('--by', 'month', '--columns', 'cost');
    expect(lines.slice(0, 6)).toEqual([
      'month,cost',
      '2026-01,0',
      '2026-02,0',
      '2026-03,31',
      '2026-04,30',
      '2026-05,0',
    ]);
    expect(lines.at(-1)).toBe('TOTAL,61');
  });
});

describe('selection', () => {
  test('by member and tag, with patterns; TOTAL is of what is left', async () => {
    expect(await csv('--member', 'eve', '--columns', 'hours')).toEqual([
      'group,hours',
      'bni,2',
      'fair,0',
      'club,0',
      'TOTAL,2',
    ]);
    expect(await csv('--member', 'ève*', '--columns', 'hours')).toEqual(
      await csv('--member', 'eve', '--columns', 'hours'),
    );
    expect(await csv('--tag', 'beta', '--by', 'member', '--columns', 'hours')).toEqual([
      'member,hours',
      'eve,2',
      'tom,3',
      'ana,0',
      'TOTAL,5',
    ]);
    expect(await csv('--tag', 'alp*', '--tag', 'beta', '--columns', 'hours')).toEqual([
      'group,hours',
      'bni,2',
      'fair,3',
      'club,0',
      'TOTAL,5',
    ]);
    expect(await csv('-g', 'bni', '--by', 'quarter', '--columns', 'revenue,cost')).toEqual([
      'quarter,revenue,cost',
      '2026-Q1,0,31',
      '2026-Q2,100,30',
      '2026-Q3,0,0',
      '2026-Q4,0,0',
      'TOTAL,100,61',
    ]);
  });
  test.each([
    ['--member', 'evee', 'netroi: no member "evee" is in the journal\n        did you mean "eve"?\n'],
    ['--tag', 'gamma', 'netroi: no tag "gamma" is in the journal\n        one of: alpha, beta\n'],
  ])('%s %s is not in the journal: exit 1', async (option, name, stderr) => {
    expect(await run(['report', '-j', 'j', option, name], { files })).toMatchObject({
      code: 1,
      stdout: '',
      stderr,
    });
  });
});

describe('--vs', () => {
  test('the period before: what was, and its change; undefined kept', async () => {
    const args = [
      'report',
      '-j',
      'j',
      '--quarter',
      '2026-Q2',
      '--vs',
      'previous',
      '--columns',
      'hours,revenue,purchase_share',
      '--format',
      'csv',
      '--total',
    ];
    const { stdout } = await run(args, { files });
    expect(stdout.trimEnd().split('\n')).toEqual([
      'group,hours,hours_before,hours_change,revenue,revenue_before,revenue_change,purchase_share,purchase_share_before,purchase_share_change',
      'bni,0,2,-1,100,0,,,,',
      'fair,0,3,-1,0,0,,,,',
      'club,1,0,,0,0,,,,',
      '(none),0,0,,50,0,,,,',
      'TOTAL,1,5,-0.8,150,0,,,,',
    ]);
  });
  test('a year ago', async () => {
    const { stdout } = await run(
      ['report', '-j', 'j', '--year', '2026', '--vs', 'year', '--columns', 'hours', '--format', 'json'],
      { files },
    );
    const { rows, versus } = JSON.parse(stdout);
    expect(versus).toEqual({ from: '2025-01-01', to: '2025-12-31', label: '2025' });
    expect(rows[0]).toEqual({ group: 'bni', hours: 2, hours_before: 1, hours_change: 1 });
  });
  test('an arrow is coloured by whether the change is good', async () => {
    const args = [
      'report',
      '-j',
      'j',
      '--quarter',
      '2026-Q2',
      '--vs',
      'previous',
      '--columns',
      'cost,met',
      '--color',
      'always',
    ];
    const { stdout } = await run(args, { files });
    expect(stdout).toContain('\u001b[32m▼ 3%\u001b[39m');
  });
});

test('--tidy: a line a figure', async () => {
  const { stdout } = await run(
    ['report', '-j', 'j', '--by', 'quarter', '-p', '2026-02-01..2026-04-30', '--tidy', '--columns', 'hours'],
    { files },
  );
  expect(stdout).toBe(
    'quarter,from,to,metric,value\n2026-Q1,2026-02-01,2026-03-31,hours,3\n2026-Q2,2026-04-01,2026-04-30,hours,1\n',
  );
  const both = await run(
    ['report', '-j', 'j', '-g', 'bni', '--year', '2026', '--vs', 'year', '--tidy', '--columns', 'hours'],
    { files },
  );
  expect(both.stdout).toBe(
    'group,from,to,metric,value\nbni,2026-01-01,2026-12-31,hours,2\nbni,2025-01-01,2025-12-31,hours,1\n',
  );
});
