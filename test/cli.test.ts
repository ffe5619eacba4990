import { describe, expect, test } from 'vitest';
import { commands } from '../src/cli/commands.ts';
import { commonOptions } from '../src/cli/options.ts';
import { placeholderOf } from '../src/cli/placeholders.ts';
import { run } from './run.ts';

const files = {
  'j/netroi.yaml': 'groups:\n  bni: { name: BNI Lyon, joined: 2025-01-15 }\n  chamber: {}\nhourly-rate: 60\n',
  'j/2026.yaml': `- { type: activity, date: 2026-07-02, group: bni, title: Thursday breakfast, time: { event: 2h, travel: 40m }, cost: 15 }
- { type: referral, date: 2026-07-09, group: bni, direction: received, contact: Dupont SARL, from: Claire Martin, id: dupont }
- { type: sale, date: 2026-09-12, referral: dupont, amount: 1200 }
`,
};
const world = { files };

describe('a wrong command line: exit 2, one sentence, nothing on standard output', () => {
  test.each([
    [['reprot'], 'netroi: no command is called "reprot"\n        did you mean "report"?\n'],
    [
      ['report', '--colums', 'x'],
      'netroi: report has no option --colums\n        did you mean "--columns"?\n',
    ],
    [
      ['report', '--columns', 'revenu', '-j', 'j'],
      'netroi: no metric is called "revenu"\n        did you mean "revenue"?\n',
    ],
    [
      ['report', '--sort', '-hour', '-j', 'j'],
      'netroi: no metric is called "hour"\n        did you mean "hours"?\n',
    ],
    [
      ['report', '--format', 'exel', '-j', 'j'],
      'netroi: no format is called "exel"\n        one of: table, markdown, html, csv, tsv, json\n',
    ],
    [
      ['report', '--color', 'sometimes', '-j', 'j'],
      'netroi: --color takes auto, always or never, not "sometimes"\n        one of: auto, always, never\n',
    ],
    [['report', '-j', 'nowhere'], 'netroi: no journal at "nowhere"\n        netroi init starts one\n'],
    [
      ['report', '--quarter', '2026-Q7', '-j', 'j'],
      'netroi: no quarter is called "2026-Q7"\n        write it as 2026-Q3, or last, or nothing for the current one\n',
    ],
    [
      ['report', '--quarter', '2026', '-j', 'j'],
      'netroi: no quarter is called "2026"\n        write it as 2026-Q3, or last, or nothing for the current one\n',
    ],
    [
      ['report', '--month', '2026-Q3', '-j', 'j'],
      'netroi: no month is called "2026-Q3"\n        write it as 2026-07, or last, or nothing for the current one\n',
    ],
    [
      ['report', '--from', '2026-02-30', '-j', 'j'],
      'netroi: the calendar has no 2026-02-30\n        write it YYYY-MM-DD\n',
    ],
    [
      ['report', '--from', '2026-03-01', '--to', '2026-02-01', '-j', 'j'],
      'netroi: the period ends (2026-02-01) before it starts (2026-03-01)\n',
    ],
    [
      ['report', '--quarter', '--month', '-j', 'j'],
      'netroi: give the period in one way only, not by --month, --quarter\n',
    ],
    [
      ['report', '-p', 'sometime', '-j', 'j'],
      'netroi: no period is called "sometime"\n        try 2026-Q3, 2026-01-15..2026-03-02, "last 3 months", ytd or all\n',
    ],
    [
      ['report', '--as-of', 'today', '-j', 'j'],
      'netroi: --as-of takes a date, not "today"\n        write it YYYY-MM-DD\n',
    ],
    [
      ['report', 'bni', '-j', 'j'],
      'netroi: report does not take the word "bni"\n        see netroi report --help\n',
    ],
    [['explain', '-j', 'j'], 'netroi: explain needs a metric\n        see netroi explain --help\n'],
    [
      ['explain', '--quarter', 'revenu', '-j', 'j'],
      'netroi: no metric is called "revenu"\n        did you mean "revenue"?\n',
    ],
    [['report', '-j', ''], 'netroi: --journal needs a value\n'],
    [['report', '--quarter=', '-j', 'j'], 'netroi: --quarter needs a value\n'],
    [['report', '-o', '', '-j', 'j'], 'netroi: --output needs a value\n'],
    [['--quarter', 'report', '-j', 'j'], 'netroi: --quarter goes after the command it is for\n'],
    [
      ['report', '--quarter', 'third', '-j', 'j'],
      'netroi: report does not take the word "third"\n        see netroi report --help\n',
    ],
    [['reprot', '--help'], 'netroi: no command is called "reprot"\n        did you mean "report"?\n'],
    [
      ['report', '-p', '2026-03-01..2026-02-01', '-j', 'j'],
      'netroi: the period ends (2026-02-01) before it starts (2026-03-01)\n',
    ],
    [
      ['report', '-p', '2026-02-30..', '-j', 'j'],
      'netroi: no period is called "2026-02-30"\n        try 2026-Q3, 2026-01-15..2026-03-02, "last 3 months", ytd or all\n',
    ],
    [
      ['report', '--as-of', '2026-02-30', '-j', 'j'],
      'netroi: the calendar has no 2026-02-30\n        write it YYYY-MM-DD\n',
    ],
    [
      ['report', '--by', 'groop', '-j', 'j'],
      'netroi: --by cannot be "groop"\n        did you mean "group"?\n',
    ],
    [
      ['report', '--vs', 'last', '-j', 'j'],
      'netroi: --vs cannot be "last"\n        one of: previous, year\n',
    ],
    [
      ['report', '--attribution', 'liner', '-j', 'j'],
      'netroi: no attribution model is called "liner"\n        did you mean "linear"?\n',
    ],
    [
      ['report', '--attribution', 'decay', '--half-life', '0', '-j', 'j'],
      'netroi: --half-life takes a number of days from 1, not "0"\n',
    ],
    [['report', '--lookback', '10', '-j', 'j'], 'netroi: --lookback needs an --attribution\n'],
    [
      ['report', '--attribution', 'linear', '--half-life', '10', '-j', 'j'],
      'netroi: --half-life is for --attribution decay\n',
    ],
    [
      ['report', '--attribution', 'all', '--columns', 'hours', '-j', 'j'],
      'netroi: --attribution all cannot go with --columns\n',
    ],
    [['report', '--chart', '--format', 'csv', '-j', 'j'], 'netroi: --chart is for the table format\n'],
    [['report', '-p', 'all', '--vs', 'year', '-j', 'j'], 'netroi: --vs has nothing to compare all with\n'],
    [
      [
        'report',
        '--from',
        '2026-03-02',
        '--to',
        '2026-03-31',
        '--by',
        'month',
        '--vs',
        'previous',
        '-j',
        'j',
      ],
      'netroi: --vs cannot go with --by month here: the two periods have not as many parts\n',
    ],
    [
      ['contacted', '--', '-Dash', '-j', '.'],
      'netroi: contacted does not take the word "-j"\n        options go before --\n',
    ],
    [
      ['add', 'sale', '--amount', '-j', 'j'],
      'netroi: --amount needs a value\n        see netroi add --help\n',
    ],
    [
      ['add', 'sale', 'dupont', '--note', 'report', '-j', 'j'],
      'netroi: add does not take the word "dupont"\n        see netroi add --help\n',
    ],
    [['report', '--by', '-j', 'j'], 'netroi: --by needs a value\n        see netroi report --help\n'],
    [['report', '--total=yes', '-j', 'j'], 'netroi: --total takes no value\n'],
    [['report', '--tidy', '--chart', '-j', 'j'], 'netroi: --tidy cannot go with --chart\n'],
    [['report', '--lang', 'de'], 'netroi: no language is called "de"\n        one of: en, fr\n'],
    [['report', '-j'], 'netroi: -j, --journal <path> needs a value\n        see netroi report --help\n'],
  ])('%j', async (args, stderr) => {
    expect(await run(args, world)).toMatchObject({ code: 2, stdout: '', stderr });
  });

  test('no journal anywhere: the places looked in', async () => {
    const { code, stderr } = await run(['report'], { cwd: '/desk/deep', files: { '/desk/deep/x.txt': '' } });
    expect(code).toBe(2);
    expect(stderr).toContain(
      '$NETROI_JOURNAL, /desk/deep/.netroi and the same in every folder above, ~/.netroi',
    );
    expect(stderr).toContain('netroi init');
  });
});

test('a group that is not in the journal: exit 1', async () => {
  expect(await run(['report', '-j', 'j', '--group', 'nosuch'], world)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'netroi: no group "nosuch" is in the journal\n        one of: bni, chamber\n',
  });
  expect((await run(['report', '-j', 'j', '-g', 'bn'], world)).stderr).toContain('did you mean "bni"?');
});

test('an amount is added in cents: no figure shows a binary fraction', async () => {
  const cents =
    '- { type: sale, date: 2026-07-02, group: g, amount: 0.10 }\n- { type: sale, date: 2026-07-03, group: g, amount: 0.20 }\n- { type: cost, date: 2026-07-04, group: g, amount: 0.07 }\n';
  for (const command of [
    ['report', '--columns', 'net'],
    ['explain', 'net'],
  ]) {
    const { stdout } = await run([...command, '-j', '-', '--format', 'json'], { stdin: cents });
    expect(Object.values(JSON.parse(stdout).total)).toContain(0.23);
  }
});

test('standard input is read once; entries of the settings beside a file are not asked for', async () => {
  const sale = (amount: number) => `- { type: sale, date: 2026-07-02, amount: ${amount} }\n`;
  const revenue = async (args: string[], inputs: Parameters<typeof run>[1]) =>
    JSON.parse((await run(['report', ...args, '--format', 'json'], inputs)).stdout).total.revenue;
  expect(await revenue(['-j', '-', '-j', '-'], { stdin: sale(5) })).toBe(5);
  const beside = { 'b/netroi.yaml': `groups: {}\nentries:\n  ${sale(500)}`, 'b/x.yaml': sale(7) };
  expect(await revenue(['-j', 'b/x.yaml'], { files: beside })).toBe(7);
  expect(await revenue(['-j', 'b'], { files: beside })).toBe(507);
});

test('a key is itself, whatever others are called', async () => {
  const stdin = 'groups: { a: { name: b }, b: {}, B: {} }\n';
  const keys = async (pattern: string) =>
    (
      await run(['report', '-j', '-', '-g', pattern, '--format', 'csv', '--columns', 'met'], { stdin })
    ).stdout.match(/^\w+(?=,0)/gm);
  expect(await keys('b')).toEqual(['b']);
  expect(await keys('B')).toEqual(['B']);
  expect(await keys('b*')).toEqual(['a', 'b', 'B']);
});

test('a pattern of many stars is matched in no time', async () => {
  const key = 'a'.repeat(40);
  const stdin = `- { type: activity, date: 2026-07-02, group: ${key} }\n`;
  const rows = async (pattern: string) =>
    (await run(['report', '-j', '-', '-g', pattern, '--format', 'csv', '--columns', 'met'], { stdin })).code;
  expect(await rows(`${'*a'.repeat(18)}*b`)).toBe(1);
  expect(await rows(`${'*a'.repeat(18)}*`)).toBe(0);
  expect(await rows('a*a')).toBe(0);
  expect(await rows(`${key}*${key}`)).toBe(1);
});

test('a failure is told in the journal’s own language', async () => {
  const stdin = 'lang: fr\ngroups: { bni: {} }\n';
  expect((await run(['report', '-j', '-', '-g', 'bnj'], { stdin })).stderr).toBe(
    'netroi: aucun groupe « bnj » n’est dans le journal\n        vouliez-vous dire « bni » ?\n',
  );
});

describe('groups are named by key, name or pattern', () => {
  test.each(['bni', 'BNI lyon', 'b*', 'B?I'.replace('?', 'N')])('%s', async (pattern) => {
    const { code, stdout } = await run(
      ['report', '-j', 'j', '-g', pattern, '--format', 'csv', '--columns', 'hours'],
      world,
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'group,hours\nbni,2.666667\n' });
  });
});

describe('machine formats', () => {
  test('csv has no TOTAL unless asked, and never the names', async () => {
    const args = [
      'report',
      '-j',
      'j',
      '--quarter',
      '2026-Q3',
      '--columns',
      'revenue,revenue_per_hour,roi',
      '--format',
    ];
    expect((await run([...args, 'csv'], world)).stdout).toBe(
      'group,revenue,revenue_per_hour,roi\nbni,1200,450,5.857143\nchamber,0,,\n',
    );
    expect((await run([...args, 'tsv', '--total'], world)).stdout).toBe(
      'group\trevenue\trevenue_per_hour\troi\nbni\t1200\t450\t5.857143\nchamber\t0\t\t\nTOTAL\t1200\t450\t5.857143\n',
    );
  });

  test('json keeps numbers whole, null where undefined, and its shape', async () => {
    const { stdout } = await run(
      [
        'report',
        '-j',
        'j',
        '--quarter',
        '2026-Q3',
        '--columns',
        'revenue,roi',
        '--format',
        'json',
        '--lang',
        'fr',
      ],
      world,
    );
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      command: 'report',
      asOf: '2026-10-31',
      period: { from: '2026-07-01', to: '2026-09-30', label: 'Q3 2026' },
      currency: 'EUR',
      rows: [
        { group: 'bni', revenue: 1200, roi: 5.857142857142857 },
        { group: 'chamber', revenue: 0, roi: null },
      ],
      total: { group: 'TOTAL', revenue: 1200, roi: 5.857142857142857 },
      notes: [
        'BNI Lyon: too young to judge (first activity 2026-07-02); sales often come 6 to 12 months after.',
      ],
    });
  });

  test('a text that a spreadsheet would run is made harmless, and read back as it was', async () => {
    const written = await run(['report', '-j', '-', '--format', 'csv', '--columns', 'activities'], {
      stdin: '- { type: activity, date: 2026-07-02, group: "=cmd|calc" }\n',
    });
    expect(written.stdout).toBe("group,activities\n'=cmd|calc,1\n");
    const read = await run(['report', '-j', '-', '--format', 'json', '--columns', 'activities'], {
      stdin: "type,date,group\nactivity,2026-07-02,'=cmd|calc\n",
    });
    expect(JSON.parse(read.stdout).rows[0].group).toBe('=cmd|calc');
  });
});

test.each([
  [['-j', 'j'], 'j/2026.yaml', 'j'],
  [['-j', 'j'], 'j/new.csv', 'j'],
  [['-j', 'j/2026.yaml'], 'j/2026.yaml', 'j/2026.yaml'],
  [[], '/home/eve/.netroi/x.yaml', '~/.netroi'],
])('a result never becomes a part of the journal: %s %s', async (journal, output, name) => {
  const files = { 'j/2026.yaml': '', '/home/eve/.netroi/netroi.yaml': '' };
  const { code, stdout, stderr, files: after } = await run(['report', ...journal, '-o', output], { files });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe(
    `netroi: ${output} would be read as a part of the journal ${name}\n        write it elsewhere\n`,
  );
  expect([...after.values()]).toEqual(['', '']);
});

test('beside the journal’s files is a place for what it would not be read with', async () => {
  const files = { 'j/2026.yaml': '' };
  for (const output of ['j/out.md', 'j/_out.csv', 'out.csv'])
    expect((await run(['report', '-j', 'j', '-o', output], { files })).code).toBe(0);
});

test('--output writes the file and nothing else; its ending names the format', async () => {
  const outcome = await run(['report', '-j', 'j', '--columns', 'sales', '-o', 'out.csv'], world);
  expect(outcome).toMatchObject({ code: 0, stdout: '', stderr: '' });
  expect(outcome.files.get('/desk/out.csv')).toBe('group,sales\nbni,1\nchamber,0\n');
  expect(await run(['report', '-j', 'j', '-o', 'no/such/folder.csv'], world)).toMatchObject({
    code: 4,
    stdout: '',
  });
});

test('sorted by a metric, undefined values last', async () => {
  const rows = async (sort: string) => {
    const { stdout } = await run(
      ['report', '-j', 'j', '--sort', sort, '--columns', 'revenue_per_hour', '--format', 'csv'],
      world,
    );
    return stdout
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0]);
  };
  expect(await rows('-revenue')).toEqual(['bni', 'chamber']);
  expect(await rows('revenue')).toEqual(['chamber', 'bni']);
  expect(await rows('revenue_per_hour')).toEqual(['bni', 'chamber']);
  expect(await rows('-revenue_per_hour')).toEqual(['bni', 'chamber']);
});

describe('explain', () => {
  test('names the entries behind a cell, each with file:line', async () => {
    const { stdout } = await run(
      ['explain', 'revenue', '-g', 'bni', '--quarter', '2026-Q3', '-j', 'j', '--format', 'csv'],
      world,
    );
    expect(stdout).toBe(
      'part,date,type,group,what,place,amount\nsum,2026-09-12,sale,bni,Dupont SARL,j/2026.yaml:3,1200\n',
    );
  });

  test('shows both sums of a ratio, and what is taken off', async () => {
    const { stdout } = await run(['explain', 'net_per_hour', '-j', 'j', '--total', '--format', 'csv'], world);
    expect(
      stdout
        .split('\n')
        .slice(1, -1)
        .map((line) => [line.split(',')[0], line.split(',').at(-1)]),
    ).toEqual([
      ['numerator', '-15'],
      ['numerator', '1200'],
      ['denominator', '2.666667'],
      ['value', '444.375'],
    ]);
  });

  test('a following word that is no period is the metric', async () => {
    const { code, stdout } = await run(['explain', '--year', 'hours', '-j', 'j'], world);
    expect(code).toBe(0);
    expect(stdout).toContain('Hours: all groups, 2026');
  });
});

describe('warnings', () => {
  const many = {
    files: { 'w.yaml': '- { type: activity, date: 2026-07-02, group: bni, time: 2 }\n'.repeat(5) },
  };
  test('a report prints the first three and how many more, none with --quiet', async () => {
    const { code, stderr } = await run(['report', '-j', 'w.yaml'], many);
    expect(code).toBe(0);
    expect(stderr.match(/warning\[/g)).toHaveLength(3);
    expect(stderr).toContain('6 more warnings: see netroi check');
    expect((await run(['report', '-j', 'w.yaml', '--quiet'], many)).stderr).toBe('');
  });
  test('check counts each thing as its language does', async () => {
    const says = async (files: Record<string, string>, ...args: string[]) =>
      (await run(['check', '-j', 'e.yaml', ...args], { files })).stdout;
    const none = { 'e.yaml': 'groups: {}\n' };
    expect(await says(none)).toBe('no faults: 0 entries, 0 declared groups, 1 file\n');
    expect(await says(none, '--lang', 'fr')).toBe('aucune faute : 0 écriture, 0 groupe déclaré, 1 fichier\n');
    const more = {
      'e.yaml':
        'groups: { a: {}, b: {} }\nentries:\n- { type: activity, date: 2026-07-02, group: a }\n- { type: activity, date: 2026-07-03, group: a }\n',
    };
    expect(await says(more, '--lang', 'fr')).toContain('2 écritures, 2 groupes déclarés, 1 fichier\n');
  });
  test('check prints them all; --strict makes them errors', async () => {
    const check = await run(['check', '-j', 'w.yaml'], many);
    expect(check.stderr.match(/warning\[/g)).toHaveLength(9);
    expect(check).toMatchObject({
      code: 0,
      stdout: 'no errors, 9 warnings: 5 entries, 0 declared groups, 1 file\n',
    });
    expect(await run(['report', '-j', 'w.yaml', '--strict'], many)).toMatchObject({ code: 1, stdout: '' });
  });
  test('check --format json is for editors: standard output, exit 1 on errors', async () => {
    const bad = { files: { 'b.yaml': '- { type: activity, date: 2026-06-31, group: bni }\n' } };
    const { code, stdout, stderr } = await run(
      ['check', '-j', 'b.yaml', '--format', 'json', '--lang', 'fr'],
      bad,
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      diagnostics: [
        {
          code: 'no-such-day',
          severity: 'error',
          file: 'b.yaml',
          line: 1,
          column: 27,
          length: 10,
          message: 'the calendar has no 2026-06-31',
          hint: 'that month ends on 2026-06-30',
        },
      ],
    });
  });
});

test('no control character of the journal reaches any output raw', async () => {
  const evil = {
    'e.yaml': '- { type: activity, date: 2026-07-02, group: "b\\e[31mni\\u202e", title: "\\e]0;owned\\a" }\n',
  };
  for (const args of [['report'], ['explain', 'activities'], ['check']]) {
    for (const format of args[0] === 'check'
      ? ['text', 'json']
      : ['table', 'markdown', 'csv', 'tsv', 'json']) {
      const { stdout, stderr } = await run([...args, '-j', 'e.yaml', '--format', format], { files: evil });
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
  }
});

describe('help', () => {
  test.each(['report', 'explain', 'check'])(
    '%s --help has two real examples, in both languages',
    async (name) => {
      const { code, stdout } = await run([name, '--help']);
      expect(code).toBe(0);
      expect(stdout.match(/^ {2}netroi /gm)?.length).toBeGreaterThanOrEqual(2);
      expect((await run([name, '--help', '--lang', 'fr'])).stdout).toContain('Exemples :');
    },
  );
  test('the examples run', async () => {
    for (const name of ['report', 'explain', 'check']) {
      const { stdout } = await run([name, '--help']);
      for (const [, line = ''] of stdout.matchAll(/^ {2}netroi (.*)$/gm)) {
        const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
        expect(await run([...args, '-j', 'j'], world)).toMatchObject({ code: 0, stderr: '' });
      }
    }
  });
  test('what stands for a value is in every language', () => {
    const flags = [
      ...commands.flatMap(({ options, operands }) => [
        ...options.map((option) => option.flags),
        operands ?? '',
      ]),
      ...commonOptions.map((option) => option.flags),
    ];
    const named = flags.flatMap((each) => [...each.matchAll(/[<[]([a-z]+)/g)].map(([, word = '']) => word));
    expect(named.filter((word) => placeholderOf(word, 'fr') === undefined)).toEqual([]);
  });
  test('netroi alone lists the commands', async () => {
    const { code, stdout } = await run([]);
    expect(code).toBe(0);
    expect(stdout).toContain('report');
  });
});

test('an unreadable folder or file is a failure of the system: exit 4', async () => {
  expect(
    await run(['report', '-j', 'd'], { files: { 'd/': { denied: true }, 'd/x.yaml': '' } }),
  ).toMatchObject({ code: 4, stdout: '' });
  expect(await run(['report', '-j', 'd'], { files: { 'd/x.yaml': { denied: true } } })).toMatchObject({
    code: 4,
    stdout: '',
    stderr: 'netroi: /desk/d/x.yaml: permission denied\n',
  });
});
