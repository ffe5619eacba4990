import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Ended, inFolder, netroi, solo, started } from './netroi.ts';

const env = { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', COLUMNS: '400' };

/** Git with no settings but these. */
function git(cwd: string, ...args: string[]): string {
  const who = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const settings = ['user.name=Eve', 'user.email=eve@example.org', 'init.defaultBranch=main', 'gc.auto=0'];
  const ended = started(
    'git',
    [...settings.flatMap((each) => ['-c', each]), ...args],
    { ...env, ...who },
    cwd,
  );
  expect(ended.code, ended.stderr).toBe(0);
  return ended.stdout.trim();
}

const commit = (cwd: string, message: string) => {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--allow-empty', '-m', message);
};
const sale = (amount: number) => `- { type: sale, date: 2026-07-02, amount: ${amount}, customer: Dupont }\n`;

/** A repository with a `journal/2026.yaml` of 100, then of 200, then (not committed) of 300. */
function inRepository(use: (root: string, file: (name: string, text?: string) => string) => void) {
  return inFolder((root) => {
    const file = (name: string, text?: string) => {
      const at = path.join(root, name);
      fs.mkdirSync(path.dirname(at), { recursive: true });
      if (text !== undefined) fs.writeFileSync(at, text);
      return at;
    };
    git(root, 'init', '--quiet');
    file('journal/2026.yaml', sale(100));
    commit(root, 'first');
    file('journal/2026.yaml', sale(200));
    commit(root, 'second');
    file('journal/2026.yaml', sale(300));
    use(root, file);
  });
}

const common = ['--as-of', '2026-10-31', '--no-cache'];
const ask = (cwd: string, ...args: string[]): Ended => netroi([...args, ...common], { cwd, env });
/** The revenue of a report, or what was said instead. */
const revenue = (cwd: string, ...args: string[]) => {
  const { code, stdout, stderr } = ask(cwd, 'report', '--format', 'csv', '--columns', 'revenue', ...args);
  return code === 0 && stderr === ''
    ? stdout.replace(/^group,revenue\n\(none\),(.*)\n$/, '$1')
    : { code, stderr };
};
const refused = (cwd: string, ...args: string[]) => {
  const { code, stdout, stderr } = ask(cwd, 'report', ...args);
  expect(stdout).toBe('');
  expect(stderr).not.toMatch(/\{(path|revision)\}|fatal:/);
  return { code, stderr };
};

test('every command at HEAD~1 says what it says on a checkout of that commit, but for the name', async () => {
  await inFolder((root) => {
    const home = path.join(root, 'carnet d’été');
    fs.cpSync(solo, path.join(home, 'élan'), { recursive: true });
    git(root, 'init', '--quiet');
    commit(root, 'first');
    const changed = path.join(home, 'élan/2026.yaml');
    fs.writeFileSync(changed, fs.readFileSync(changed, 'utf8').replaceAll('1200', '7'));
    fs.rmSync(path.join(home, 'élan/2024.yaml'));
    commit(root, 'second');
    git(root, 'worktree', 'add', '--quiet', '--detach', path.join(root, 'then'), 'HEAD~1');
    const cached = { ...env, XDG_CACHE_HOME: path.join(root, 'cache') };
    const told = (cwd: string, ...args: string[]) =>
      netroi([...args, '-j', 'carnet d’été/élan', '--as-of', '2026-10-31'], { cwd, env: cached });
    for (const args of [
      ['report'],
      ['report', '--format', 'json', '--by', 'month'],
      ['trend', 'revenue', '--lang', 'fr'],
      ['lags', '--format', 'csv'],
      ['explain', 'revenue', '-g', 'bni', '--format', 'tsv'],
      ['followup'],
      ['followup', '--format', 'csv', '--ahead', '30'],
      ['stats', '--format', 'markdown'],
      ['check'],
    ]) {
      const past = told(root, ...args, '--at', 'HEAD~1');
      const then = told(path.join(root, 'then'), ...args);
      const plain = (said: string) =>
        said
          .replaceAll(/HEAD\\?~1:\.\//g, '')
          // Git’s facts are those of the commit, with nothing open.
          .replace(/^\| Uncommitted files .*\n/m, '');
      const isNamed = !/csv|tsv|json/.test(args.join(' ')) && args[0] !== 'check';
      if (isNamed) expect(past.stdout, args.join(' ')).toMatch(/HEAD\\?~1:\.\/carnet/);
      // The name is longer: columns may be wider, a narrow one cut elsewhere. Widths aside, nothing differs.
      const loose = (said: string) => plain(said).replace(/ {2,}|─+/g, ' ');
      expect({ ...past, stdout: loose(past.stdout) }, args.join(' ')).toEqual({
        ...then,
        stdout: loose(then.stdout),
      });
      if (!['explain', 'followup', 'stats'].includes(args[0] ?? ''))
        expect(plain(past.stdout)).toBe(then.stdout);
    }
    const [now, then] = [root, path.join(root, 'then')].map((cwd) => told(cwd, 'report').stdout);
    expect(now, 'the two commits differ').not.toBe(then);
  });
});

test('what is on disk and not committed is not looked at', () =>
  inRepository((root) => {
    expect(revenue(root, '-j', 'journal')).toBe('300');
    expect(revenue(root, '-j', 'journal', '--at', 'HEAD')).toBe('200');
    expect(revenue(root, '-j', 'journal', '--at', 'HEAD~1')).toBe('100');
    fs.rmSync(path.join(root, 'journal'), { recursive: true });
    expect(revenue(root, '-j', 'journal', '--at=HEAD^')).toBe('100');
    expect(revenue(root, '-j', 'journal/2026.yaml', '--at', 'HEAD')).toBe('200');
  }));

test('revisions as git takes them: tags, branches, dates, hashes, words of a message', () =>
  inRepository((root) => {
    git(root, 'tag', '-a', 'v1', '-m', 'a tag of its own', 'HEAD~1');
    git(root, 'branch', 'topic/old', 'HEAD~1');
    const hash = git(root, 'rev-parse', 'HEAD~1');
    for (const revision of [
      'v1',
      'topic/old',
      hash,
      hash.slice(0, 8),
      'HEAD@{1}',
      'main@{1}',
      ':/first',
      'HEAD^{/first}',
    ])
      expect(revenue(root, '-j', 'journal', '--at', revision), revision).toBe('100');
  }));

test('a revision is never taken for an option', () =>
  inRepository((root) => {
    git(root, 'update-ref', 'refs/heads/-x', 'HEAD~1');
    git(root, 'update-ref', 'refs/heads/--all', 'HEAD~1');
    expect(revenue(root, '-j', 'journal', '--at', '-x')).toBe('100');
    expect(revenue(root, '-j', 'journal', '--at=--all')).toBe('100');
    const loot = path.join(root, 'loot');
    for (const revision of [
      `--output=${loot}`,
      '--git-dir',
      '--parseopt',
      '^HEAD',
      'HEAD..HEAD~1',
      'a b',
      '$(x)',
      'HEAD:nothing',
      '@{u}',
    ])
      expect(refused(root, '-j', 'journal', `--at=${revision}`), revision).toMatchObject({ code: 2 });
    expect(fs.existsSync(loot)).toBe(false);
  }));

test('a renamed journal has its old name then', () =>
  inRepository((root) => {
    git(root, 'checkout', '--quiet', '--', '.');
    git(root, 'mv', 'journal', 'notes');
    commit(root, 'moved');
    expect(revenue(root, '-j', 'notes', '--at', 'HEAD')).toBe('200');
    expect(revenue(root, '-j', 'journal', '--at', 'HEAD~2')).toBe('100');
    expect(refused(root, '-j', 'notes', '--at', 'HEAD~1')).toEqual({
      code: 2,
      stderr:
        'netroi: git had nothing at "notes" at HEAD~1\n        if it had another name then, give that with -j\n',
    });
  }));

test('the journal that is meant when none is named: a folder, below or above, by a link, in the environment', () =>
  inRepository((root, file) => {
    file('.netroi/2026.yaml', sale(5));
    commit(root, 'a .netroi');
    file('.netroi/2026.yaml', sale(6));
    fs.mkdirSync(path.join(root, 'deep/er'), { recursive: true });
    expect(revenue(path.join(root, 'deep/er'), '--at', 'HEAD')).toBe('5');
    expect(ask(path.join(root, 'deep/er'), 'explain', 'revenue', '--at', 'HEAD').stdout).toContain(
      'HEAD:../../.netroi/2026.yaml:1',
    );
    expect(revenue(path.join(root, 'journal'), '-j', '.', '--at', 'HEAD~1')).toBe('200');
    expect(ask(path.join(root, 'journal'), 'explain', 'revenue', '-j', '.', '--at', 'HEAD').stdout).toContain(
      'HEAD:./2026.yaml:1',
    );
    const outside = fs.mkdtempSync(path.join(path.dirname(root), 'netroi-home-'));
    try {
      fs.symlinkSync(path.join(root, 'journal'), path.join(outside, '.netroi'));
      fs.symlinkSync(path.join(root, 'journal/2026.yaml'), path.join(outside, 'link.yaml'));
      expect(revenue(outside, '--at', 'HEAD')).toBe('300');
      expect(revenue(outside, '-j', 'link.yaml', '--at', 'HEAD~2')).toBe('100');
      const { stdout } = netroi(['explain', 'revenue', '--at', 'HEAD', ...common], {
        cwd: '/',
        env: { ...env, HOME: outside },
      });
      expect(stdout).toContain('HEAD:~/.netroi/2026.yaml:1');
      const listed = {
        ...env,
        NETROI_JOURNAL: `${path.join(root, 'journal')}:${path.join(root, '.netroi')}`,
      };
      const both = netroi(['report', '--format', 'csv', '--columns', 'revenue', '--at', 'HEAD', ...common], {
        cwd: outside,
        env: listed,
      });
      expect(both.stdout).toBe('group,revenue\n(none),305\n');
    } finally {
      fs.rmSync(outside, { recursive: true });
    }
  }));

test('one file takes the settings that stood beside it then; several -j are read together', () =>
  inRepository((root, file) => {
    file('journal/2026.yaml', '- { type: sale, date: 2026-07-02, amount: 1 GBP }\n');
    file('journal/netroi.yaml', 'prices: [{ date: 2026-01-01, currency: GBP, rate: 2 }]\n');
    file('other/sales-2026.csv', 'date,amount\n2026-07-02,40\n');
    file('other/_draft.yaml', sale(1000));
    commit(root, 'priced');
    file('journal/netroi.yaml', 'prices: [{ date: 2026-01-01, currency: GBP, rate: 3 }]\n');
    expect(revenue(root, '-j', 'journal/2026.yaml')).toBe('3');
    expect(revenue(root, '-j', 'journal/2026.yaml', '--at', 'HEAD')).toBe('2');
    expect(revenue(root, '-j', 'journal/2026.yaml', '-j', 'other', '--at', 'HEAD')).toBe('42');
    expect(revenue(root, '-j', 'other/sales-2026.csv', '--at', 'main')).toBe('40');
    expect(revenue(root, '-j', 'journal', '-j', 'journal/2026.yaml', '--at', 'main')).toBe('2');
    expect(refused(root, '-j', 'journal', '-j', 'other', '--at', 'HEAD~1').stderr).toContain(
      'at "other" at HEAD~1',
    );
  }));

test('links in the journal are followed within it, and told of where they leave it', () =>
  inRepository((root, file) => {
    file('elsewhere/x.yaml', sale(50));
    fs.symlinkSync('../elsewhere', file('journal/out'));
    fs.symlinkSync('../elsewhere/x.yaml', file('journal/out.yaml'));
    fs.symlinkSync('2026.yaml', file('journal/again.yaml'));
    fs.symlinkSync('_kept', file('journal/kept'));
    file('journal/_kept/y.yaml', sale(7));
    fs.symlinkSync('circle.yaml', file('journal/circle.yaml'));
    commit(root, 'links');
    const now = ask(root, 'check', '-j', 'journal');
    const then = ask(root, 'check', '-j', 'journal', '--at', 'HEAD');
    expect(then.stderr.replaceAll('HEAD:./', '')).toBe(now.stderr);
    expect(then.stderr).toContain('HEAD:./journal/out.yaml');
    expect(then.stdout).toBe(now.stdout);
    const { stdout } = ask(
      root,
      'report',
      '-j',
      'journal',
      '--at',
      'HEAD',
      '--columns',
      'revenue',
      '--format',
      'csv',
    );
    expect(stdout).toBe('group,revenue\n(none),307\n');
  }));

test('faults are placed in the past, bytes are those of git', () =>
  inRepository((root, file) => {
    fs.writeFileSync(file('journal/2026.yaml'), Buffer.from('- { type: sale, note: "caf\xe9" }\n', 'latin1'));
    commit(root, 'Latin-1');
    fs.writeFileSync(file('journal/2026.yaml'), `\ufeff${sale(9).replaceAll('\n', '\r\n')}`);
    commit(root, 'BOM and CRLF');
    expect(revenue(root, '-j', 'journal', '--at', 'HEAD')).toBe('9');
    const outcome = refused(root, '-j', 'journal', '--at', 'HEAD~1');
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain('HEAD~1:./journal/2026.yaml:1:');
    expect(outcome.stderr).toContain('not-utf8');
  }));

test('no revision, no repository, no commit, standard input, no git: a sentence with a way out', () =>
  inRepository((root) => {
    expect(refused(root, '-j', 'journal', '--at', 'HEAD~7')).toEqual({
      code: 2,
      stderr: 'netroi: git knows no revision "HEAD~7" of "journal"\n        git log --oneline lists them\n',
    });
    expect(refused(root, '-j', '-', '--at', 'HEAD')).toEqual({
      code: 2,
      stderr:
        'netroi: --at cannot go with a journal on standard input: git knows no earlier state of it\n        name a file or a folder with --journal\n',
    });
    expect(refused(root, '-j', 'journal', '--at', '')).toMatchObject({ code: 2 });
    const french = refused(root, '-j', 'journal', '--at', 'nulle-part', '--lang', 'fr');
    expect(french.stderr).toContain('git ne connaît pas de révision « nulle-part » de « journal »');
    const noGit = netroi(['report', '-j', 'journal', '--at', 'HEAD'], { cwd: root, env: { PATH: root } });
    expect(noGit).toEqual({
      code: 4,
      stdout: '',
      stderr: 'netroi: --at needs git, which was not found\n        install it, or add its folder to PATH\n',
    });
    expect(netroi(['schema', '--at', 'HEAD'], { cwd: root, env }).code).toBe(2);
  }));

test('a folder without git, a repository without a commit, a bare one', () =>
  inFolder((root) => {
    fs.writeFileSync(path.join(root, 'j.yaml'), sale(1));
    expect(refused(root, '-j', 'j.yaml', '--at', 'HEAD')).toEqual({
      code: 2,
      stderr:
        'netroi: "j.yaml" is in no folder that git keeps, so there is nothing of it at HEAD\n        git init starts one\n',
    });
    git(root, 'init', '--quiet', '--bare', 'bare.git');
    expect(refused(root, '-j', 'bare.git', '--at', 'HEAD')).toMatchObject({ code: 2 });
    git(root, 'init', '--quiet');
    expect(refused(root, '-j', 'j.yaml', '--at', 'HEAD')).toEqual({
      code: 2,
      stderr: 'netroi: git knows no revision "HEAD" of "j.yaml"\n        git log --oneline lists them\n',
    });
  }));

test('names that git would quote, or take for patterns, are names', () =>
  inRepository((root, file) => {
    const names = ['été 2026', 'a"b', ':(top)x', 'star*', 'tab\tx', '日本'];
    names.forEach((name, i) => void file(`${name}/j.yaml`, sale(i + 1)));
    file('starry/j.yaml', sale(1000));
    commit(root, 'names');
    for (const [i, name] of names.entries()) {
      fs.rmSync(path.join(root, name), { recursive: true });
      expect(revenue(root, '-j', name, '--at', 'HEAD'), name).toBe(String(i + 1));
    }
  }));

test('the cache of today’s files serves where they have not changed since, and is not spoilt', () =>
  inRepository((root, file) => {
    const long = (amount: number) => `${'# long enough to be kept\n'.repeat(60)}${sale(amount)}`;
    file('journal/2026.yaml', long(1));
    commit(root, 'long');
    file('journal/2026.yaml', long(2));
    const cached = { ...env, XDG_CACHE_HOME: path.join(root, 'cache') };
    const told = (...args: string[]) =>
      netroi(
        [
          'report',
          '-j',
          'journal',
          '--format',
          'csv',
          '--columns',
          'revenue',
          '--as-of',
          '2026-10-31',
          ...args,
        ],
        {
          cwd: root,
          env: cached,
        },
      ).stdout;
    const kept = () =>
      fs
        .readdirSync(path.join(root, 'cache/netroi'))
        .map((name) => fs.readFileSync(path.join(root, 'cache/netroi', name), 'utf8'));
    expect(told()).toBe('group,revenue\n(none),2\n');
    const before = kept();
    expect(before).toHaveLength(1);
    expect(told('--at', 'HEAD')).toBe('group,revenue\n(none),1\n');
    expect(kept()).toEqual(before);
    commit(root, 'the same');
    // Of the very text that is kept: the answer is read from what is kept, here made to differ.
    const [name = ''] = fs.readdirSync(path.join(root, 'cache/netroi'));
    const forged = (before[0] ?? '').replace('"text":"2"', '"text":"77"');
    expect(forged).not.toBe(before[0]);
    fs.writeFileSync(path.join(root, 'cache/netroi', name), forged);
    expect(told('--at', 'HEAD')).toBe('group,revenue\n(none),77\n');
    expect(told('--at', 'HEAD', '--no-cache')).toBe('group,revenue\n(none),2\n');
  }));

test('stats tells of the commit that was read, and of nothing uncommitted', () =>
  inRepository((root) => {
    const [hash, day] = git(root, 'log', '-1', '--format=%h %cd', '--date=short', 'HEAD~1').split(' ');
    const { stdout } = ask(root, 'stats', '-j', 'journal', '--at', 'HEAD~1');
    expect(stdout).toMatch(new RegExp(`^Git commit +${hash} of ${day}$`, 'm'));
    expect(stdout).not.toContain('Uncommitted');
  }));

test('in a hook of another repository, it is still the folder that says which one is meant', () =>
  inRepository((root, file) => {
    file('other/code.yaml', sale(7));
    git(path.join(root, 'other'), 'init', '--quiet');
    commit(path.join(root, 'other'), 'code');
    const hook = {
      GIT_DIR: path.join(root, 'other/.git'),
      GIT_INDEX_FILE: path.join(root, 'other/.git/index'),
    };
    const asked = ['--format', 'csv', '--columns', 'revenue', '--at', 'HEAD', ...common];
    const inJournal = { cwd: path.join(root, 'journal'), env: { ...env, ...hook } };
    expect(netroi(['report', '-j', '.', ...asked], inJournal).stdout).toBe('group,revenue\n(none),200\n');
    expect(netroi(['stats', '-j', '.', ...common], inJournal).stdout).toMatch(
      /^Uncommitted files +1 changed$/m,
    );
  }));
