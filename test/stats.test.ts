import { describe, expect, test } from 'vitest';
import { run, type World } from './run.ts';

const journal = `groups: { bni: { name: BNI Lyon }, chamber: {} }
members: { eve: {} }
entries:
  - { type: activity, date: 2024-12-20, group: bni, member: eve, met: [Ève Martin, Paul Petit] }
  - { type: activity, date: 2025-01-10, group: bni, met: 4 }
  - { type: referral, date: 2025-01-11, group: bni, direction: received, contact: Dupont SARL, from: ' eve  MARTIN', id: d }
  - { type: sale, date: 2025-02-02, referral: d, amount: 1200, customer: Dupont Sàrl }
  - { type: contact, date: 2025-02-24, contact: Paul petit }
`;
const files = {
  'j/2025.yaml': journal,
  'j/more.csv': 'type,date,source,count\nvisits,2025-02-25,direct,3\n',
};
const stats = (args: readonly string[], world: World = {}) =>
  run(['stats', '-j', 'j', '--as-of', '2025-03-18', ...args], { files, ...world });

describe('stats', () => {
  test('the rows of machines: type, year, entries', async () => {
    const { code, stdout } = await stats(['--format', 'csv', '--total']);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `type,year,entries
activity,2024,1
activity,2025,1
referral,2024,0
referral,2025,1
sale,2024,0
sale,2025,1
visits,2024,0
visits,2025,1
contact,2024,0
contact,2025,1
TOTAL,,6
`,
    });
    const json = JSON.parse((await stats(['--format', 'json'])).stdout);
    expect(json).toMatchObject({
      command: 'stats',
      asOf: '2025-03-18',
      total: { type: 'TOTAL', year: null, entries: 6 },
    });
    expect(json.rows[0]).toEqual({ type: 'activity', year: '2024', entries: 1 });
  });

  test('the screen: people once, days, groups, members, files', async () => {
    const { stdout } = await stats([]);
    expect(stdout).toContain('Journal, 2024-12-20 to 2025-03-18\nj · EUR\n');
    const value = (fact: string) => new RegExp(`^${fact} {2,}(.*)$`, 'm').exec(stdout)?.[1];
    expect(value('First day')).toBe('2024-12-20');
    expect(value('Last day')).toBe('2025-02-25');
    // Ève Martin, Paul Petit, Dupont SARL: accents, case and blanks do not make another.
    expect(value('People')).toBe('3');
    expect(value('Groups')).toBe('2 declared, 1 with entries');
    expect(value('Members')).toBe('1 declared, 1 with entries');
    expect(value('Git')).toBe('not under git');
    expect(value('j/2025.yaml')).toBe('5');
    expect(value('j/more.csv')).toBe('1');
  });

  test('a gap is more than 21 days without an entry; the last one runs to the as-of day', async () => {
    const gaps = async (asOf: string) => {
      const { stdout } = await run(['stats', '-j', 'j', '--as-of', asOf], { files });
      return [...stdout.matchAll(/^(\d{4}-\d\d-\d\d) {2}(\d{4}-\d\d-\d\d) +(\d+)$/gm)].map(
        ([, ...cells]) => cells,
      );
    };
    // 2025-01-12 to 2025-02-01 are 21 days, and so are 2025-02-03 to 2025-02-23.
    expect(await gaps('2025-03-18')).toEqual([]);
    expect(await gaps('2025-03-19')).toEqual([['2025-02-26', '2025-03-19', '22']]);
    const { stdout } = await stats(['--as-of', '2025-03-19']);
    expect(stdout).toContain('- Nothing has been logged since 2025-02-25.\n');
  });

  test('what is dated after the as-of day is not counted, but told', async () => {
    const { stdout } = await stats(['--as-of', '2025-01-31']);
    expect(stdout).toMatch(/^Total +1 +2 +3$/m);
    expect(stdout).toContain('- 3 entries are dated after 2025-01-31 and not counted.');
    expect(stdout).toMatch(/^j\/more\.csv +0$/m);
  });

  test('an empty journal', async () => {
    const { code, stdout, stderr } = await run(['stats', '-j', 'e.yaml', '--as-of', '2025-01-01'], {
      files: { 'e.yaml': '' },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Entries by type and year\nNothing.\n');
    expect(stdout).toContain('- The journal has no entry up to 2025-01-01.');
  });

  test('many years: the old ones in one column, so that 80 columns hold them', async () => {
    const years = Array.from({ length: 12 }, (_, i) => 2014 + i);
    const entries = years.map((year) => `- { type: activity, date: ${year}-05-05, group: bni }\n`).join('');
    const { stdout } = await run(['stats', '-j', 'y.yaml'], {
      files: { 'y.yaml': entries },
      terminal: 80,
      env: { NO_COLOR: '1' },
    });
    expect(stdout).toMatch(/^Type +Earlier +2018 +2019 .* 2025 +Total$/m);
    expect(stdout).toMatch(/^activity +4( +1){8} +12$/m);
  });

  test('a fiscal year is a year', async () => {
    const world = {
      files: {
        'j/netroi.yaml': 'fiscal-year-start: 4\n',
        'j/2025.yaml': '- { type: activity, date: 2025-02-02, group: bni }\n',
      },
    };
    expect((await stats(['--format', 'csv'], world)).stdout).toBe('type,year,entries\nactivity,2024,1\n');
    expect((await stats([], world)).stdout).toMatch(/^Type +2024\/25 +Total$/m);
  });

  test('a journal with errors: no stats, exit 1', async () => {
    const world = { files: { 'j/b.yaml': '- { type: activity, date: 2025-02-30, group: bni }\n' } };
    expect(await stats([], world)).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('git, as it answers', () => {
  const answers = (status: string, log: string | undefined) => ({
    git: (args: readonly string[]) =>
      args.includes('rev-parse') ? 'true\nj/\n' : args.includes('status') ? status : log,
  });
  test.each([
    ['clean', '', 'abc1234 2025-03-01\n', ['abc1234 of 2025-03-01', 'none: all is committed']],
    [
      'changes',
      ' M j/2025.yaml\0?? j/new.csv\0?? j/_draft.csv\0?? j/README.md\0!! j/x/old.yaml\0',
      'abc1234 2025-03-01\n',
      ['abc1234 of 2025-03-01', '1 changed, 1 not added, 1 ignored by git'],
    ],
    ['no commit', '?? j/2025.yaml\0', undefined, ['none yet', '1 not added']],
  ])('%s', async (_, status, log, told) => {
    const { stdout } = await stats([], answers(status, log));
    const value = (fact: string) => new RegExp(`^${fact} {2,}(.*)$`, 'm').exec(stdout)?.[1];
    expect([value('Git commit'), value('Uncommitted files')]).toEqual(told);
  });
  test('two places, each named', async () => {
    const world = {
      files: { 'a.yaml': '', 'b.yaml': '' },
      git: (args: readonly string[]) =>
        args.includes('rev-parse')
          ? 'true\n\n'
          : args.includes('status')
            ? ' M b.yaml\0'
            : 'abc1234 2025-03-01',
    };
    const { stdout } = await run(['stats', '-j', 'a.yaml', '-j', 'b.yaml'], world);
    expect(stdout).toMatch(/^Uncommitted files, a\.yaml +none: all is committed$/m);
    expect(stdout).toMatch(/^Uncommitted files, b\.yaml +1 changed$/m);
  });
});
