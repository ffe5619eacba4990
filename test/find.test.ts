import { describe, expect, test } from 'vitest';
import { run, type World } from './run.ts';

const entry = (group: string) => `- { type: activity, date: 2026-07-02, group: ${group} }\n`;
const groupsOf = async (args: readonly string[], world: World) => {
  const { code, stdout, stderr } = await run(
    ['report', ...args, '--format', 'csv', '--columns', 'activities'],
    world,
  );
  return {
    code,
    groups: stdout
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0]),
    stderr,
  };
};

describe('where the journal is: first match wins', () => {
  const files = {
    'given.yaml': entry('given'),
    '/env/a.yaml': entry('env-a'),
    '/env2/b.yaml': entry('env-b'),
    '/desk/.netroi/x.yaml': entry('near'),
    '/home/eve/.netroi/x.yaml': entry('home'),
  };
  test.each<[string, string[], World, string[]]>([
    ['--journal', ['-j', 'given.yaml'], { env: { NETROI_JOURNAL: '/env' } }, ['given']],
    ['--journal before the command', [], { env: {} }, ['near']],
    ['$NETROI_JOURNAL, a path list', [], { env: { NETROI_JOURNAL: '/env:/env2' } }, ['env-a', 'env-b']],
    ['$NETROI_JOURNAL with ~', [], { env: { NETROI_JOURNAL: '~/.netroi' } }, ['home']],
    ['an empty $NETROI_JOURNAL is none', [], { env: { NETROI_JOURNAL: '' } }, ['near']],
    ['.netroi in a folder above', [], { cwd: '/desk/deep/er' }, ['near']],
    ['~/.netroi', [], { cwd: '/tmp' }, ['home']],
  ])('%s', async (_, args, world, groups) => {
    expect(await groupsOf(args, { files, ...world })).toMatchObject({ code: 0, groups });
  });
});

describe('a folder is read whole', () => {
  test('settings first, then every journal file in path order; names with . or _ skipped', async () => {
    const files = {
      'j/b.yaml': entry('b'),
      'j/a/z.yml': entry('z'),
      'j/B.csv': 'type,date,group\nactivity,2026-07-02,upper\n',
      'j/a-b.tsv': 'type\tdate\tgroup\nactivity\t2026-07-02\ttab\n',
      'j/_old.yaml': 'not: read',
      'j/.hidden/x.yaml': 'not: read',
      'j/notes.txt': 'not read',
      'j/netroi.yaml': 'groups: { z: {}, upper: {}, tab: {}, b: {} }\n',
    };
    expect(await groupsOf(['-j', 'j'], { files })).toEqual({
      code: 0,
      groups: ['z', 'upper', 'tab', 'b'],
      stderr: '',
    });
  });

  test('a single file takes the settings beside it; several files take them once', async () => {
    const files = {
      'j/netroi.yaml': 'groups: { bni: {} }\n',
      'j/1.yaml': entry('bni'),
      'j/2.yaml': entry('bnj'),
    };
    expect(await groupsOf(['-j', 'j/1.yaml'], { files })).toMatchObject({ code: 0, groups: ['bni'] });
    const { code, stderr } = await groupsOf(['-j', 'j/1.yaml', '-j', 'j/2.yaml'], { files });
    expect(code).toBe(1);
    expect(stderr).toContain('j/2.yaml:1:46: error[unknown-group]: no group "bnj" is declared');
    expect(stderr).toContain('1 error\n');
  });

  test('a journal given twice is read once', async () => {
    const files = { 'j/1.yaml': entry('bni') };
    const { stdout } = await run(
      ['report', '-j', 'j', '-j', 'j/1.yaml', '--format', 'csv', '--columns', 'activities'],
      { files },
    );
    expect(stdout).toBe('group,activities\nbni,1\n');
  });

  test('settings that differ between two journals are an error, the same ones are not', async () => {
    const files = {
      'a/netroi.yaml': 'currency: EUR\n',
      'b/netroi.yaml': 'currency: EUR\n',
      'c/netroi.yaml': 'currency: CHF\n',
    };
    expect((await run(['report', '-j', 'a', '-j', 'b'], { files })).code).toBe(0);
    const { code, stderr } = await run(['report', '-j', 'a', '-j', 'c'], { files });
    expect(code).toBe(1);
    expect(stderr).toContain(
      'c/netroi.yaml:1:11: error[setting-conflict]: "currency" is set otherwise at a/netroi.yaml:1',
    );
  });

  test('links: within the folder followed once, out of it or to nowhere named and not followed', async () => {
    const files = {
      'j/real/1.yaml': entry('bni'),
      'j/again.yaml': { link: 'real/1.yaml' },
      'j/round': { link: '.' },
      'j/out.yaml': { link: '../elsewhere/2.yaml' },
      'j/outside': { link: '../elsewhere' },
      'j/gone.yaml': { link: 'nowhere.yaml' },
      'j/photo.jpg': { link: '../elsewhere/2.yaml' },
      'elsewhere/2.yaml': entry('chamber'),
    };
    const { stdout, stderr, code } = await run(
      ['report', '-j', 'j', '--format', 'csv', '--columns', 'activities'],
      { files },
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'group,activities\nbni,1\n' });
    expect(stderr).toContain('j/out.yaml:1:1: warning[link-outside]');
    expect(stderr).toContain('j/outside:1:1: warning[link-outside]');
    expect(stderr).toContain('j/gone.yaml:1:1: warning[link-broken]');
    expect(stderr).not.toContain('photo');
  });
});

describe('read without a word', () => {
  test.each<[string, Record<string, string | Uint8Array>]>([
    [
      'an empty file',
      { 'j/a.yaml': '', 'j/b.csv': '', 'j/c.yaml': '# only a comment\n', 'j/d.yaml': '---\n' },
    ],
    [
      'a BOM',
      { 'j/a.yaml': `\ufeff${entry('bni')}`, 'j/b.csv': '\ufefftype,date,group\nactivity,2026-07-03,bni\n' },
    ],
    [
      'CRLF',
      {
        'j/a.yaml': entry('bni').replace('\n', '\r\n'),
        'j/b.csv': 'type,date,group,note\r\nactivity,2026-07-03,bni,"two\r\nlines"\r\n',
      },
    ],
    [
      'blank and empty rows, spaces, trailing delimiters',
      { 'j/b.csv': 'type, date ,group,\n\nactivity, 2026-07-02 , "bni",\n,,,\n' },
    ],
    [
      'a field with nothing after it',
      {
        'j/a.yaml':
          '- type: activity\n  date: 2026-07-02\n  group: bni\n  practice:\n  time:\n  met:\n  note:\n',
      },
    ],
    ['a header alone', { 'j/b.csv': 'type,date,group\n' }],
  ])('%s', async (_, files) => {
    expect(await run(['check', '-j', 'j', '--strict'], { files })).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('standard input', () => {
  test.each([
    ['YAML', '- { type: activity, date: 2026-07-02, group: bni }\n'],
    [
      'YAML settings',
      'groups: { bni: {} }\nentries:\n  - { type: activity, date: 2026-07-02, group: bni }\n',
    ],
    ['YAML after a comment', `# my journal\n${entry('bni')}`],
    ['CSV', 'type,date,group\nactivity,2026-07-02,bni\n'],
    ['CSV by semicolon', '"date";"group";"type"\n2026-07-02;bni;activity\n'],
  ])('%s', async (_, stdin) => {
    expect(await groupsOf(['-j', '-'], { stdin })).toEqual({ code: 0, groups: ['bni'], stderr: '' });
  });
});

describe('CSV in its dialects', () => {
  const row = async (name: string, text: string) => {
    const { stdout, stderr } = await run(['report', '-j', name, '--format', 'json'], {
      files: { [name]: text },
    });
    return stderr === '' ? JSON.parse(stdout).total : stderr;
  };
  test('a file of one type, named after it', async () => {
    expect(await row('sales-2026.csv', 'date,amount\n2026-07-02,10\n')).toMatchObject({ sales: 1 });
    expect(await row('Activities.csv', 'date,group\n2026-07-02,bni\n')).toMatchObject({ activities: 1 });
    expect(await row('approaches.csv', 'date,contact\n2026-07-02,Paul\n')).toMatchObject({ approaches: 1 });
    expect(await row('salesforce.csv', 'date,amount\n2026-07-02,10\n')).toContain('missing-type');
  });
  test('semicolons with the decimal comma, nested fields and lists', async () => {
    const text =
      'type;date;group;time.event;time.prep;met;cost\nactivity;2026-07-02;bni;1,5h;0:30;"Ève Martin|Paul; le grand";12,50 €\n';
    expect(await row('a.csv', text)).toMatchObject({ hours: 2, hours_prep: 0.5, met: 2, cost: 12.5 });
  });
  test('quotes, quotes within quotes and line ends within them', async () => {
    const text =
      'type,date,group,title,met\nactivity,2026-07-02,bni,"a ""real"" one,\nin two lines",3\nactivity,2026-07-03,bni,plain,4\n';
    expect(await row('a.csv', text)).toMatchObject({ activities: 2, met: 7 });
  });
});
