import fs from 'node:fs';
import path from 'node:path';
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
        /Petit\]\n\n- type: sale\n {2}date: 2026-10-31\n {2}amount: 5\n$/,
      );
    }
  });

  test('all that was made is told, git and what it leaves out too', async () => {
    const git = (args: readonly string[]) => (args[0] === 'init' ? '' : undefined);
    const { stdout } = await run(['init', 'j', '--currency', 'EUR', '--git'], { git });
    expect(stdout).toContain(
      'made j/netroi.yaml, j/2026.yaml, j/_journal.schema.json, j/.gitignore, j/.git\n',
    );
    const kept = await run(['init', 'j', '--currency', 'EUR', '--git'], {
      git,
      files: { 'j/.gitignore': '' },
    });
    expect(kept.stdout).toContain('_journal.schema.json, j/.git\n');
  });

  test('on a terminal the list of what was made breaks between names', async () => {
    const { stdout } = await run(['init', 'my-own-journal', '--currency', 'EUR'], { terminal: 80 });
    expect(stdout).toBe(
      'made my-own-journal/netroi.yaml, my-own-journal/2026.yaml,\n' +
        'my-own-journal/_journal.schema.json\nnext: netroi add activity -j my-own-journal\n',
    );
  });

  test('no repository within another: it says that there is one', async () => {
    const calls: string[] = [];
    const inside = (isIgnored: boolean) => (args: readonly string[], folder: string) => {
      calls.push(`${folder} ${args.join(' ')}`);
      if (args[0] === 'rev-parse') return 'true\n';
      if (args[0] === 'check-ignore') return isIgnored ? '' : undefined;
      return '';
    };
    const args = ['init', 'j', '--currency', 'EUR', '--git'];
    const { code, stdout, stderr, files } = await run(args, { git: inside(false), files: { 'a.txt': '' } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'j is under git already\n' });
    expect(stdout).toContain('made j/netroi.yaml, j/2026.yaml, j/_journal.schema.json\n');
    expect(files.has('/desk/j/.gitignore')).toBe(false);
    expect(calls).toEqual(['/desk rev-parse --is-inside-work-tree', '/desk check-ignore --quiet /desk/j/']);
    // What the repository around leaves out has none of its own yet.
    expect((await run(args, { git: inside(true) })).stdout).toContain('j/.gitignore, j/.git\n');
  });

  test.each(['docker-compose.yaml', 'data/visits.csv', 'a.tsv', 'b.YML'])(
    'a folder that holds %s, which would be read with the journal, is refused',
    async (name) => {
      const before = { [name]: 'services: {}\n', 'package.json': '{}', '.ci.yaml': '', '_old/a.csv': '' };
      for (const folder of [[], ['--lang', 'en', '--currency', 'EUR']]) {
        const outcome = await run(['init', '.', ...folder], {
          files: before,
          answers: ['', '', '', '', '', ''],
        });
        expect(outcome).toMatchObject({ code: 2, stdout: '' });
        expect(outcome.stderr).toBe(
          `netroi: ${name} would be read with the journal: nothing was written\n` +
            '        name an empty folder, or one of its own here: netroi init .netroi\n',
        );
        expect(outcome.files.size).toBe(4);
      }
      expect(await run(['init', '.netroi', '--currency', 'EUR'], { files: before })).toMatchObject({
        code: 0,
      });
    },
  );

  test('files that no journal reads are no hindrance', async () => {
    const files = { 'package.json': '{}', '.ci.yaml': '', '_old/a.csv': '', 'a.yaml.txt': '' };
    expect(await run(['init', '.', '--currency', 'EUR'], { files })).toMatchObject({ code: 0, stderr: '' });
  });

  test('what it made is in canonical form, however it was made, and check finds nothing', async () => {
    const solo = path.join(import.meta.dirname, '../examples/solo');
    const example = Object.fromEntries(
      fs
        .readdirSync(solo)
        .map((name) => [`/netroi/examples/solo/${name}`, fs.readFileSync(path.join(solo, name), 'utf8')]),
    );
    const ways: [readonly string[], World][] = [
      [['--currency', 'EUR'], {}],
      [['--lang', 'fr', '--hourly-rate', '60.50 EUR', '--typical-sale', '1 800', '-g', 'a b: c=x, y', '-g', 'd'], {}],
      [[], { answers: ['fr', '', '60', '', 'BNI Lyon', '', '', 'n'] }],
      [['--example'], {}],
    ]; // biome-ignore format: one a line
    for (const [args, world] of ways) {
      const made = await run(['init', 'j', ...args], { ...world, files: example });
      expect(made.code, made.stderr).toBe(0);
      const files = Object.fromEntries([...made.files].map(([name, content]) => [name, content ?? '']));
      expect(await run(['check', '-j', 'j'], { files })).toMatchObject({ code: 0, stderr: '' });
      expect(await run(['fmt', '--check', '-j', 'j'], { files })).toMatchObject({ code: 0, stderr: '' });
      // The example of an entry stays at the head of its file when entries come and change places.
      const added = await run(['add', 'sale', '--amount', '5', '-j', 'j'], { files });
      const after = Object.fromEntries([...added.files].map(([name, content]) => [name, content ?? '']));
      expect(await run(['fmt', '--check', '-j', 'j'], { files: after })).toMatchObject({
        code: 0,
        stderr: '',
      });
    }
  });

  test('the example says what it said before it was formatted', async () => {
    const solo = path.join(import.meta.dirname, '../examples/solo');
    const read = (name: string) => fs.readFileSync(path.join(solo, name), 'utf8');
    const names = fs.readdirSync(solo);
    const example = Object.fromEntries(names.map((name) => [`/netroi/examples/solo/${name}`, read(name)]));
    const made = await run(['init', 'j', '--example'], { files: example });
    const report = (files: World['files'] = {}) =>
      run(['report', '-p', 'all', '--format', 'csv', '-j', 'j'], { files }).then(({ stdout }) => stdout);
    const ours = Object.fromEntries([...made.files].map(([name, content]) => [name, content ?? '']));
    const before = await report(Object.fromEntries(names.map((name) => [`j/${name}`, read(name)])));
    expect(before).toContain('bni');
    expect(await report(ours)).toBe(before);
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
    [['-g', '.'], '"." is no group'],
    [['--currency', 'x 1'], 'no currency has the code "x 1"'],
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
      '',
      'euro',
      'usd',
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
    expect(stderr).toContain('  no currency has the code "euro"');
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

  test('--lang is no setting: questions are asked, in that language, but for the language itself', async () => {
    const { code, files, stderr, stdout } = await run(['init', '--lang', 'fr'], {
      answers: ['', '60', '', 'bni', '', 'n'],
    });
    expect(code).toBe(0);
    expect(stderr).toContain('devise [EUR] : \n');
    expect(stderr).not.toContain('langue');
    expect(stdout).toMatch(/^créés : /);
    expect(text(files, `${home}/netroi.yaml`)).toContain('lang: fr ');
    expect(text(files, `${home}/netroi.yaml`)).toContain('hourly-rate: 60 ');
  });

  test('once the language is said, the talk and the last words are in it', async () => {
    const { stderr, stdout } = await asked(['français', '', '', '', '', 'n']);
    expect(stderr).toContain('language: en or fr [en]: français\ndevise [EUR] : \n');
    expect(stderr).toContain('que rapporte d’ordinaire une vente ? (Entrée : passer) ');
    expect(stdout).toContain('ensuite : netroi add activity\n');
    const left = await asked(['fr', '']);
    expect(left.stderr.endsWith('rien n’a été écrit\n')).toBe(true);
    expect((await asked(['es', 'en', '', '', '', '', 'n'])).stderr).toContain('"lang" cannot be "es"');
  });

  test('"<" goes back, over groups too, and what was answered is offered again; one line says so', async () => {
    const answers = [
      '',
      'usd',
      '60',
      '<',
      '<',
      '',
      '65',
      '1800',
      'bni',
      'cci',
      '<',
      '<',
      '<',
      '',
      'fbc',
      '',
      '<',
      '',
      'n',
    ];
    const { code, files, stderr } = await asked(answers); // biome-ignore format: what is typed
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Enter takes \[what is offered\], - leaves it out, < goes back\.\n/);
    expect(stderr).toContain('currency [USD]: ');
    expect(stderr).toContain('usually bring? [1800] ');
    expect(stderr).toContain('  cci is taken back\n');
    // At git it leads back to the groups, of which the last one is then taken back, or not.
    expect(text(files, `${home}/netroi.yaml`)).toBe(`# yaml-language-server: $schema=_journal.schema.json

currency: USD                             # the reporting currency
lang: en                                  # the language of the reports
hourly-rate: 65                           # what an hour of yours is worth
signals: { typical-sale: 1800 }           # what a sale of yours usually brings

groups:
  fbc: {}
`);
  });

  test('a group that is given by its name gets a short key; signs are no group', async () => {
    const { files, stderr } = await asked([
      '', '', '', '', 'BNI Lyon', '', 'Réseau d’Été', '<', 'Réseau d’Été', 'ete', '.', 'cci=CCI', 'fbc', '', 'n',
    ]); // biome-ignore format: what is typed
    expect(stderr).toContain('a short key for BNI Lyon in entries [bni-lyon]: \n');
    expect(stderr).toContain('a short key for Réseau d’Été in entries [reseau-d-ete]: <\n');
    expect(stderr).toContain('another group (Enter: done) .\n  write KEY=NAME');
    expect(text(files, `${home}/netroi.yaml`)).toContain(
      'groups:\n  bni-lyon: { name: BNI Lyon }\n  ete: { name: Réseau d’Été }\n  cci: { name: CCI }\n  fbc: {}\n',
    );
  });

  test('git is asked for until the answer is one; broken off there, nothing is written', async () => {
    const { stderr, stdout } = await asked(['', '', '', '', '', 'maybe', 'n']);
    expect(stderr).toContain('  answer y or n\nput it under git');
    expect(stdout).not.toContain('.git');
    const left = await asked(['', '', '', '', '']);
    expect(left).toMatchObject({ code: 2, stdout: '' });
    expect(left.files.size).toBe(0);
  });

  test('under git already, it is not asked for but said', async () => {
    const git = (args: readonly string[]) => (args[0] === 'rev-parse' ? 'true\n' : undefined);
    const { stderr, stdout } = await asked(['', '', '', '', ''], { git });
    expect(stderr).not.toContain('put it under git');
    expect(stderr.endsWith('~/.netroi is under git already\n')).toBe(true);
    expect(stdout).not.toContain('.git');
  });

  test('what is no currency is called so, in the words that were typed', async () => {
    const { stderr } = await asked(['', 'NETROI INIT J5', '€', '', '', '', 'n']);
    expect(stderr).toContain(
      '  no currency has the code "NETROI INIT J5"; use an ISO 4217 code such as EUR\ncurrency [EUR]: €\n',
    );
    expect(stderr).not.toContain('amount of money');
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
