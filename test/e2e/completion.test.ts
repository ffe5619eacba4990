import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bin } from './netroi.ts';

const settings = `groups:
  bni: { name: BNI Lyon }
  "salon d'été": { name: Fair }
  "a:b $HOME": { name: Odd }
`;

let home = '';
beforeAll(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'netroi-'));
  for (const folder of ['bin', '.netroi']) fs.mkdirSync(path.join(home, folder));
  fs.writeFileSync(path.join(home, '.netroi/netroi.yaml'), settings);
  const start = `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`;
  fs.writeFileSync(path.join(home, 'bin/netroi'), start, { mode: 0o755 });
});
afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

/** Runs a shell in an own home, `netroi` on its path; gives what it printed. */
function shell(name: string, args: readonly string[], input = ''): string {
  const env = {
    HOME: home,
    PATH: `${home}/bin:${process.env['PATH']}`,
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    TERM: 'xterm',
  };
  const { stdout, stderr, error } = spawnSync(name, args, {
    env,
    cwd: home,
    input,
    encoding: 'utf8',
    timeout: 50_000,
  });
  if (error) throw error;
  expect(stderr).toBe('');
  return stdout;
}

const has = (name: string) => spawnSync(name, ['--version']).error === undefined;
const lines = (text: string) => text.split(/\r?\n/).filter((line) => line !== '');

/** Lines that are typed, and all that each shell must offer. */
const typed: readonly [line: string, offers: readonly string[], full?: true][] = [
  ['netroi rep', ['report'], true],
  ['netroi report --f', ['--format', '--from'], true],
  ['netroi report --format ', ['table', 'markdown', 'html', 'csv', 'tsv', 'json'], true],
  ['netroi report -g ', ['bni']],
  ['netroi explain rev', ['revenue', 'revenue_per_hour']],
  ['netroi report --columns hours,web', ['hours,web'], true],
];

/** What a shell offers, in an order of its own: all of it, or some. */
function expectOffers(found: readonly string[], offers: readonly string[], isFull?: true): void {
  if (isFull) expect([...found].sort()).toEqual([...offers].sort());
  else expect(found).toEqual(expect.arrayContaining([...offers]));
}

describe.skipIf(!has('bash'))('bash (skipped where bash is not installed)', () => {
  // As the line editor hands it over: words cut at COMP_WORDBREAKS.
  const complete = (words: readonly string[]) => {
    const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
    return lines(
      shell('bash', [
        '--norc',
        '-c',
        `eval "$(netroi completion bash)"; COMP_WORDS=(netroi ${quoted}); COMP_CWORD=${words.length}; _netroi netroi; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ]),
    );
  };
  test.each(typed)('%s', (line, offers, isFull) => {
    const found = complete(line.split(' ').slice(1));
    expectOffers(found, offers, isFull);
  });
  test('a value after =, and names quoted', () => {
    expect(complete(['report', '--format', '=', 'm'])).toEqual(['markdown']);
    expect(complete(['report', '-g', ''])).toEqual(['bni', "salon\\ d\\'été", 'a\\:b\\ \\$HOME']);
  });
  test('it is registered, and typed words mean themselves', () => {
    const script = `eval "$(netroi completion bash)"; complete -p netroi; COMP_WORDS=(netroi report -g sal); COMP_CWORD=3; _netroi netroi; eval "printf %s \${COMPREPLY[0]}"`;
    expect(shell('bash', ['--norc', '-c', script])).toBe("complete -F _netroi netroi\nsalon d'été");
  });
});

describe.skipIf(!has('fish'))('fish (skipped where fish is not installed)', () => {
  const complete = (line: string) =>
    lines(
      shell('fish', ['--no-config', '-c', 'netroi completion fish | source; complete -C $argv[1]', line]),
    ).map((each) => each.replace(/\t.*/, ''));
  test.each(typed)('%s', (line, offers, isFull) => {
    const found = complete(line);
    expectOffers(found, offers, isFull);
  });
  test('a value after =, and names with blanks and quotes', () => {
    expect(complete('netroi report --format=m')).toEqual(['--format=markdown']);
    expect(complete("netroi report -g 'salon")).toEqual(["salon d'été"]);
  });
});

describe.skipIf(!has('zsh'))('zsh (skipped where zsh is not installed)', () => {
  // A zsh in a pseudo-terminal of another: keys go in, and compadd tells what it is given that fits.
  const driver = `
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'PS1=; unset zle_bracketed_paste; autoload -Uz compinit; compinit -u; eval "$(netroi completion zsh)"'
zpty -w z 'compadd () { local -a hits; builtin compadd -O hits "$@"; print -l -- "<<"$^hits">>" >> "$HOME/hits"; builtin compadd "$@" }'
zpty -w z 'print -n rea; print -r dy'
zpty -r -m z got '*ready*'
zpty -w -n z "$1"$'\\t'
zpty -w -n z $'\\C-u'
zpty -w z 'print -n do; print -r ne'
zpty -r -m z got '*done*'
cat "$HOME/hits"
`;
  const complete = (line: string) => {
    fs.rmSync(path.join(home, 'hits'), { force: true });
    return lines(shell('zsh', ['-f', '-c', driver, 'zsh', line])).map((each) => each.replace(/^<<|>>$/g, ''));
  };
  test.each(typed)('%s', (line, offers, isFull) => {
    const found = complete(line);
    expectOffers(found, offers, isFull);
  });
  test('a value after =, and names with blanks and quotes', () => {
    expect(complete('netroi report --format=m')).toEqual(['--format=markdown']);
    expect(complete("netroi report -g 'salon")).toEqual(["salon d'été"]);
  });
});
