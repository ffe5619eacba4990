import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { kindWords } from '../src/measure/score/kinds.ts';
import { scoreMetrics } from '../src/model/scheme.ts';
import { run } from './run.ts';
import { asOf, entries } from './score-journal.ts';

const sound = `id: mine
window: 6 months
criteria:
  - metric: referrals
    per: week
    at-least: { 0.5: 5, 1: 10 }
bands: { green: 8, red: 0 }
`;
const home = (text: string, name = 'mine.yaml') => ({
  'j/netroi.yaml': 'groups: { g: { kind: referral-group } }\n',
  [`j/_schemes/${name}`]: text,
});

describe('a scheme that is wrong is told where', () => {
  test.each([
    ['window: 6 months', 'window: half a year', '2:9: error[bad-choice]'],
    ['window: 6 months', 'window: 0 months', '2:9: error[bad-choice]'],
    ['id: mine', 'name: mine', '1:1: error[missing-field]: a scheme needs "id"'],
    ['id: mine', 'id: -x y', '1:5: error[yaml-key]'],
    ['window:', 'windwo:', '2:1: error[unknown-key]: a scheme has no "windwo"'],
    ['metric: referrals', 'metric: referals', '4:13: error[bad-choice]: "metric" cannot be "referals"'],
    ['per: week', 'per: fortnight', '5:10: error[bad-choice]'],
    ['0.5: 5', '0.5: five', '6:22: error[bad-number]: "points" must be a number above 0'],
    ['0.5: 5', '0.5: 0', '6:22: error[bad-number]'],
    ['0.5: 5', 'half: 5', '6:17: error[bad-number]'],
    ['0.5: 5', '0.1234567: 5', '6:17: error[bad-number]'],
    ['0.5: 5', '1.5: 5', '6:25: error[bad-number]: "1" must be a number above 1.5'],
    ['0.5: 5', '0.5: 15', '6:29: error[bad-number]: "points" must be a number above 15'],
    ['0.5: 5, 1: 10', '1: 5, 1: 10', '6:23: error[duplicate-key]'],
    [
      'at-least:',
      'at-most:',
      '6:5: error[unknown-key]: a criterion of which more is better has no "at-most"',
    ],
    ['at-least:', 'atleast:', '6:5: error[unknown-key]: a criterion has no "atleast"'],
    ['    at-least: { 0.5: 5, 1: 10 }\n', '', '4:5: error[missing-field]: a criterion needs "at-least"'],
    ['at-least: { 0.5: 5, 1: 10 }', 'at-least: 5', '6:15: error[not-a-mapping]'],
    ['at-least: { 0.5: 5, 1: 10 }', 'proportional: { 0.5: 5, 1: 10 }', '6:29: error[not-a-value]'],
    ['at-least: { 0.5: 5, 1: 10 }', 'proportional: { 0: 5 }', '6:21: error[bad-number]'],
    ['at-least:', 'proportional: { 1: 3 }\n    at-least:', '6:5: error[unknown-key]'],
    ['red: 0', 'red: 8', '7:25: error[bad-number]: "red" must be a number that no other band has'],
    ['red: 0', 'red: low', '7:25: error[bad-number]'],
    ['criteria:', 'criteria: []\nextra:', '3:11: error[not-a-list]'],
    ['bands:', 'currency: EURO\nbands:', '7:11: error[unknown-currency]'],
    ['bands: {', 'bands: [', ': error[yaml-'],
    ['id: mine', '- id: mine', ': error[yaml-'],
    ['window: 6 months', 'window: 26 weeks\nnote: { de: Hallo }', '3:9: error[unknown-key]'],
  ])('%s as %s', async (part, wrong, told) => {
    expect(sound).toContain(part);
    for (const args of [['mine'], ['--list']]) {
      const { code, stdout, stderr } = await run(['score', ...args, '-j', 'j'], {
        files: home(sound.replace(part, wrong)),
      });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain(told.startsWith(':') ? told : `j/_schemes/mine.yaml:${told}`);
    }
    const french = await run(['score', 'mine', '-j', 'j', '--lang', 'fr'], {
      files: home(sound.replace(part, wrong)),
    });
    expect(french.stderr).not.toMatch(/\{\w+\}|error\[/);
  });
  test('a month has no place in a window of weeks', async () => {
    const files = home(sound.replace('6 months', '26 weeks').replace('per: week', 'per: month'));
    expect((await run(['score', 'mine', '-j', 'j'], { files })).stderr).toContain('5:10: error[bad-choice]');
  });
  test('bytes that are no text, and nothing at all', async () => {
    const bytes = { ...home(''), 'j/_schemes/mine.yaml': new Uint8Array([0x69, 0xff, 0xfe]) };
    expect((await run(['score', '--list', '-j', 'j'], { files: bytes })).stderr).toContain('error[not-utf8]');
    expect((await run(['score', '--list', '-j', 'j'], { files: home('') })).stderr).toContain(
      'error[not-a-mapping]',
    );
  });
});

describe('schemes of one’s own', () => {
  test('stand in _schemes, after those that come with netroi', async () => {
    const { stdout } = await run(['score', '--list', '-j', 'j'], { files: home(sound) });
    expect(stdout).toBe('uk-2012\nindia\ntaiwan\nbands-70-60-40\npower-of-one\nmine\n');
    const { code, stderr } = await run(['score', 'mine', '-j', 'j'], { files: home(sound) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
  test('take the place of one that comes with netroi, and it is said', async () => {
    const files = home(sound.replace('mine', 'india'));
    const { stdout } = await run(['score', 'india', '-j', 'j'], { files, terminal: 200 });
    expect(stdout).toContain('The scheme india is your own, from j/_schemes/mine.yaml');
    expect((await run(['score', '--list', '-j', 'j'], { files })).stdout.match(/^india$/gm)).toHaveLength(1);
  });
  test('of one id are one too many', async () => {
    const files = { ...home(sound), 'j/_schemes/other.yml': `# mine too\n${sound}` };
    const { code, stderr } = await run(['score', 'mine', '-j', 'j'], { files });
    expect(code).toBe(1);
    expect(stderr).toContain(
      'j/_schemes/other.yml:2:5: error[setting-conflict]: "mine" is set otherwise at j/_schemes/mine.yaml:1',
    );
  });
  test('can be a file anywhere; those in _schemes are then not asked', async () => {
    const files = { ...home('nonsense'), 'x/y.yaml': sound };
    expect(await run(['score', 'x/y.yaml', '-j', 'j'], { files })).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['score', 'x/z.yaml', '-j', 'j'], { files })).toMatchObject({ code: 4, stdout: '' });
  });
  test('--show prints one to start from, and what it prints can be read again', async () => {
    for (const id of ['uk-2012', 'india', 'taiwan', 'bands-70-60-40', 'power-of-one']) {
      const { stdout, code } = await run(['score', '--show', id]);
      expect(code).toBe(0);
      const files = { ...home(stdout), 'j/a.yaml': entries('g', 'referrals', 20) };
      const mine = await run(['score', id, '-j', 'j', '--as-of', asOf, '--format', 'csv'], { files });
      const theirs = await run(['score', id, '-j', 'k', '--as-of', asOf, '--format', 'csv'], {
        files: { 'k/netroi.yaml': files['j/netroi.yaml'] ?? '', 'k/a.yaml': files['j/a.yaml'] },
      });
      expect(mine).toMatchObject({ code: 0, stdout: theirs.stdout });
    }
  });
  test('kinds say which activities count, a name what to call it', async () => {
    const scheme = sound
      .replace('metric: referrals', 'metric: activities\n    name: Fairs\n    kinds: [Fair, salon]')
      .replace('per: week', 'per: window')
      .replace('0.5', '2');
    const files: Record<string, string> = {
      ...home(scheme),
      'j/a.yaml': ['fair', 'SALON', 'meeting']
        .map((kind) => `- { type: activity, date: 2026-10-01, group: g, kind: ${kind} }\n`)
        .join(''),
    };
    const broken = await run(['score', 'mine', '-j', 'j'], { files });
    expect(broken.stderr).toContain('"1" must be a number above 2');
    files['j/_schemes/mine.yaml'] = scheme.replace('1: 10', '3: 10');
    const { stdout } = await run(['score', 'mine', '-j', 'j'], { files });
    expect(stdout).toMatch(/Fairs +2 +5 +2 +5 +10/);
    expect(stdout).toContain('Fairs: 1 more activity by 2026-11-30: +5');
  });
});

describe.each(['en', 'fr'])('the manual in %s', (lang) => {
  const page = fs.readFileSync(path.join(import.meta.dirname, '../src/manual', lang, 'score.md'), 'utf8');
  test('has a scheme that can be used as it stands', async () => {
    const [, scheme = ''] = /```scheme\n([\s\S]*?)```/.exec(page) ?? [];
    const { code, stdout, stderr } = await run(['score', 'mine', '-j', 'j', '--lang', lang], {
      files: home(scheme),
      terminal: 80,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(lang === 'en' ? 'Score of g, Our own' : 'Score de g, À nous');
  });
  test('names every metric and every word for a kind', () => {
    for (const { id } of scoreMetrics) expect(page).toContain(`\`${id}\``);
    const prose = page.replace(/\s+/g, ' ');
    for (const words of Object.values(kindWords)) expect(prose).toContain(words.slice(1).join(', '));
  });
});
