import { describe, expect, test } from 'vitest';
import { typedInBash } from '../src/cli/completion/typed.ts';
import { run } from './run.ts';

const settings = `groups:
  bni: { name: BNI Lyon }
  "salon d'été": { name: Fair }
  "a:b $HOME": { name: Odd }
members: { eve: { name: Ève Martin }, paul: {} }
`;
const files = {
  'j/netroi.yaml': settings,
  'j/2026.yaml': '- { type: sale, date: 2026-01-02, amount: 3, tags: [fair] }\n',
};

/** The words netroi offers at the end of a line, its last word as it was typed so far. */
async function offered(words: readonly string[], shell = 'fish'): Promise<string[]> {
  const { code, stdout, stderr } = await run(['completion', 'words', shell, '--', ...words], { files });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.split('\n').slice(0, -1);
}
const words = async (...typed: string[]) =>
  (await offered(typed)).slice(1).map((line) => line.split('\t')[0]);

describe('what can stand at the cursor', () => {
  test('commands, each with its summary', async () => {
    expect(await offered([''])).toContain('report\twhat each group took and brought in a period');
    expect(await words('')).not.toContain('words');
  });
  test('options in both forms, those of the command and of all; used ones once', async () => {
    expect(await words('report', '-')).toEqual(
      expect.arrayContaining(['-g', '--group', '--no-total', '-j', '--help']),
    );
    expect(await words('check', '-')).not.toContain('--group');
    const used = await words('report', '--by', 'kind', '-g', 'bni', '--tidy', '-');
    expect(used).not.toContain('--by');
    expect(used).not.toContain('--tidy');
    expect(used).toContain('--group');
  });
  test.each([
    [
      ['report', '--format', ''],
      ['table', 'markdown', 'html', 'csv', 'tsv', 'json'],
    ],
    [
      ['check', '--format', ''],
      ['text', 'json'],
    ],
    [
      ['report', '--color', ''],
      ['auto', 'always', 'never'],
    ],
    [
      ['--lang', ''],
      ['en', 'fr'],
    ],
    [
      ['report', '--vs', ''],
      ['previous', 'year'],
    ],
    [
      ['report', '--lang=f'],
      ['--lang=en', '--lang=fr'],
    ],
    [
      ['schema', ''],
      ['journal', 'settings'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [
      ['report', '-j', 'j', '-g', ''],
      ['bni', "salon d'été", 'a:b $HOME'],
    ],
    [
      ['report', '-jj', '--group', ''],
      ['bni', "salon d'été", 'a:b $HOME'],
    ],
    [
      ['--journal=j', 'report', '--group', ''],
      ['bni', "salon d'été", 'a:b $HOME'],
    ],
    [
      ['report', '-j', 'j', '--member', ''],
      ['eve', 'paul'],
    ],
    [['report', '-j', 'j', '--tag', ''], ['fair']],
    // By its full name where no key begins so.
    [['report', '-j', 'j', '-g', 'Fai'], ['Fair']],
    [['report', '-j', 'nowhere', '-g', ''], []],
    [['report', '-j', '-', '-g', ''], []],
    [['report', '--', '--f'], []],
    [['reprot', '--by', ''], ['report']],
  ])('%j', async (typed, expected) => {
    const found = await words(...typed);
    if (typed[0] === 'reprot') expect(found).toContain('report');
    else expect(found).toEqual(expected);
  });
  test('metrics and sets in a comma list, each once', async () => {
    expect(await words('report', '--columns', 'hours,co')).toEqual(
      expect.arrayContaining(['hours,core', 'hours,cost']),
    );
    expect(await words('report', '--columns', 'hours,')).not.toContain('hours,hours');
    expect(await words('report', '--sort', '')).toEqual(expect.arrayContaining(['revenue', '-revenue']));
    expect(await words('explain', '')).toContain('revenue_per_hour');
  });
  test('a period may be left out: its words and the operands', async () => {
    expect(await words('explain', '--quarter', '')).toEqual(expect.arrayContaining(['last', 'revenue']));
    expect(await words('explain', '--quarter', '2026-Q3', '')).not.toContain('last');
    expect(await words('explain', 'revenue', '--year', 'last', '-')).toContain('--group');
  });
  test('files', async () => {
    expect(await offered(['report', '-o', ''])).toEqual(['files']);
    expect(await offered(['-j', ''])).toEqual(['files']);
  });
  test('descriptions in the language that was typed', async () => {
    expect(await offered(['--lang', 'fr', 'rep'])).toContain(
      'report\tce que chaque groupe a pris et apporté sur une période',
    );
  });
  test('silent and done, whatever happens', async () => {
    for (const typed of [[], ['--'], ['report', '--format=', '=', '"'], ['report', '-j', 'j', '-j']]) {
      await offered(typed);
      await offered(typed, 'bash');
      await offered(typed, 'nosuch');
    }
    const broken = { files: { 'b.yaml': 'groups: { bni: {} }\nentries: [{ type: activty }]\n' } };
    const { code, stdout, stderr } = await run(
      ['completion', 'words', 'fish', '--', 'report', '-j', 'b.yaml', '-g', ''],
      broken,
    );
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'words\nbni\n', stderr: '' });
  });
});

describe('words as bash cuts and quotes them', () => {
  test.each([
    [['report', '--format', '=', 'js'], { before: ['report'], current: '--format=js', quote: '', kept: 9 }],
    [['report', '--format', '='], { before: ['report'], current: '--format=', quote: '', kept: 9 }],
    [['-g', 'a', ':', 'b'], { before: ['-g'], current: 'a:b', quote: '', kept: 2 }],
    [['-g', "'salon d"], { before: ['-g'], current: 'salon d', quote: "'", kept: 0 }],
    [['-j', 'my\\ j', '"x y"', ''], { before: ['-j', 'my j', 'x y'], current: '', quote: '', kept: 0 }],
  ] as const)('%j', (typed, expected) => expect(typedInBash(typed)).toEqual(expected));
  test.each([
    [['-g', 's'], "salon\\ d\\'été"],
    [['-g', "'s"], "salon d'\\''été"],
    [['-g', '"a:b $'], 'a:b \\$HOME'],
    [['-g', 'a', ':'], 'b\\ \\$HOME'],
    [['--group', '=', 's'], "salon\\ d\\'été"],
  ])('%j → %s', async (typed, expected) => {
    expect(await offered(['report', '-j', 'j', ...typed], 'bash')).toEqual(['words', expected]);
  });
});

test('an unknown shell: exit 2', async () => {
  expect(await run(['completion', 'fsh'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: 'netroi: no completion for "fsh"\n        did you mean "zsh"?\n',
  });
  expect((await run(['completion'])).code).toBe(2);
  expect((await run(['completion', 'bash', 'x'])).code).toBe(2);
});
