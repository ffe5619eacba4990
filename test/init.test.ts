import { describe, expect, test } from 'vitest';
import { run, type World } from './run.ts';

const home = '/home/eve/.netroi';
const text = (files: Awaited<ReturnType<typeof run>>['files'], name: string) => String(files.get(name) ?? '');

describe('init', () => {
  test('by flags: settings, a file for the year, and the schema for editors', async () => {
    const { code, stdout, stderr, files } = await run([
      'init', '--currency', 'chf', '--hourly-rate', '60', '--typical-sale', '1800', '-g', 'bni=BNI Lyon', '-g', 'cci',
    ]); // biome-ignore format: a command line
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      'made ~/.netroi/netroi.yaml, ~/.netroi/2026.yaml, ~/.netroi/_journal.schema.json\nnext: netroi add activity\n',
    );
    expect(text(files, `${home}/netroi.yaml`)).toBe(`# yaml-language-server: $schema=_journal.schema.json

currency: CHF                             # the reporting currency
hourly-rate: 60                           # what an hour of yours is worth
signals: { typical-sale: 1800 }           # what a sale of yours usually brings

groups:
  bni: { name: BNI Lyon }
  cci: {}
`);
    expect(text(files, `${home}/2026.yaml`)).toMatch(
      /^# yaml-language-server: .*\n\n# What .*\n# - type: activity\n/,
    );
    expect(JSON.parse(text(files, `${home}/_journal.schema.json`))).toMatchObject({
      $schema: expect.any(String),
    });
  });

  test('what it made is a sound journal that add goes on with', async () => {
    for (const args of [
      ['--currency', 'EUR'],
      ['-g', 'a b: c=x, y', '--lang', 'fr'],
    ]) {
      const made = await run(['init', 'j', ...args]);
      const files = Object.fromEntries([...made.files].map(([name, content]) => [name, content ?? '']));
      expect(await run(['check', '--strict', '-j', 'j'], { files })).toMatchObject({ code: 0, stderr: '' });
      const added = await run(['add', 'sale', '--amount', '5', '-j', 'j'], { files });
      expect(text(added.files, '/desk/j/2026.yaml')).toMatch(
        /\n- type: sale\n {2}date: 2026-10-31\n {2}amount: 5\n$/,
      );
    }
  });

  test('--example writes the example journal', async () => {
    const example = {
      '/netroi/examples/solo/netroi.yaml': 'currency: EUR\n',
      '/netroi/examples/solo/2024.yaml': '[]\n',
    };
    const { code, files, stdout } = await run(['init', 'trial', '--example'], { files: example });
    expect(code).toBe(0);
    expect(text(files, '/desk/trial/2024.yaml')).toBe('[]\n');
    expect(stdout).toContain('next: netroi report --year -j trial\n');
  });

  test.each(['netroi.yaml', '2026.yaml', '_journal.schema.json'])(
    '%s that is there is not overwritten',
    async (name) => {
      const before = { [`${home}/${name}`]: 'mine' };
      const outcome = await run(['init', '--currency', 'EUR'], { files: before });
      expect(outcome).toMatchObject({ code: 2, stdout: '' });
      expect(outcome.stderr).toBe(
        `netroi: ~/.netroi/${name} is there already: nothing was written\n        name another folder: netroi init FOLDER\n`,
      );
      expect([...outcome.files]).toEqual(Object.entries(before));
    },
  );

  test.each([
    [['--currency', 'EURO'], 'no currency has the code "EURO"'],
    [['--hourly-rate', '-5'], '"hourly-rate" cannot be negative'],
    [['--typical-sale', '0'], '"typical-sale" must be a number above 0'],
    [['--hourly-rate', '60 USD'], '"60 USD" is not in EUR, the reporting currency'],
    [['-g', '=BNI'], '"=BNI" is no group'],
    [['a', '-j', 'b'], 'init makes one folder'],
  ])('%j is refused', async (args, says) => {
    const outcome = await run(['init', ...args]);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(says);
    expect(outcome.files.size).toBe(0);
  });

  test('a disk that fails half-way leaves nothing', async () => {
    const outcome = await run(['init', 'j'], {
      failing: (at) => (at.endsWith('2026.yaml') ? 'ENOSPC' : undefined),
    });
    expect(outcome).toMatchObject({
      code: 4,
      stdout: '',
      stderr: 'netroi: /desk/j/2026.yaml: the disk is full\n',
    });
    expect(outcome.files.size).toBe(0);
  });
});

describe('init by questions', () => {
  const asked = (answers: readonly string[], world: World = {}) => run(['init'], { ...world, answers });

  test('each answer goes to its place; a wrong one is asked for again', async () => {
    const { code, files, stderr } = await asked([
      'euro',
      'usd',
      '',
      'sixty',
      '60',
      '',
      'bni = BNI Lyon',
      '=',
      'cci',
      '',
      'n',
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('  no currency has the code "EURO"');
    expect(stderr).toContain('  "sixty" is not an amount of money; write');
    expect(text(files, `${home}/netroi.yaml`)).toBe(`# yaml-language-server: $schema=_journal.schema.json

currency: USD                             # the reporting currency
lang: en                                  # the language of the reports
hourly-rate: 60                           # what an hour of yours is worth
# signals: { typical-sale: 1800 }         # what a sale of yours usually brings

groups:
  bni: { name: BNI Lyon }
  cci: {}
`);
  });

  test('in the language of the machine; git is offered and started', async () => {
    const calls: string[] = [];
    const git = (args: readonly string[], folder: string) => {
      calls.push(`${folder} ${args.join(' ')}`);
      return args[0] === 'init' ? '' : undefined;
    };
    const { files, stdout, stderr } = await asked(['', '', '', '', '', ''], {
      git,
      env: { LANG: 'fr_FR.UTF-8' },
    });
    expect(stderr).toContain('le mettre sous git');
    expect(stdout).toContain('ensuite : netroi add activity\n');
    expect(calls.at(-1)).toBe(`${home} init --quiet`);
    expect(text(files, `${home}/.gitignore`)).toContain('.netroi.lock*');
    expect(text(files, `${home}/netroi.yaml`)).toContain('lang: fr ');
  });

  test('broken off, nothing is written', async () => {
    const { code, files } = await asked(['', '']);
    expect([code, files.size]).toEqual([2, 0]);
  });
});
