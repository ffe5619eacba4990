import { describe, expect, test } from 'vitest';
import { langs } from '../src/model/text.ts';
import { formatsOf } from '../src/render/formats.ts';
import { filesUnder } from './examples/files.ts';
import { run } from './run.ts';

const files = filesUnder('examples');
const lines = [
  'report -j examples/solo',
  'trend -j examples/solo',
  'signals -j examples/solo',
  'signals --explain bni -j examples/solo',
  'explain revenue -j examples/solo',
  'lags -j examples/solo',
  'followup -j examples/solo',
  'summary -j examples/solo',
  'stats -j examples/solo',
  'outcomes -j examples/solo',
  'contacts -j examples/survey',
  'practice -j examples/club',
  'week -j examples/club',
  'score uk-2012 -j examples/club',
  'survey veille -j examples/survey',
  'team -j examples/company',
  'team --board -j examples/company',
];

test('the club is sound and canonical, and shows skills, proof and points', async () => {
  const asOf = ['-j', 'examples/club', '--as-of', '2026-10-31'];
  expect(await run(['check', '--strict', ...asOf], { files })).toMatchObject({ code: 0 });
  expect(await run(['fmt', '--check', ...asOf], { files })).toMatchObject({ code: 0 });
  const { stdout } = await run(['practice', ...asOf], { files });
  expect(stdout).toContain('rated 5.0, followed up in time: 5 of 11 referrals');
  const score = await run(['score', 'uk-2012', ...asOf, '--format', 'json'], { files });
  const points = JSON.parse(score.stdout).rows.filter((row: { points: number | null }) => row.points);
  expect(points.length).toBeGreaterThan(6);
});

describe.each(lines)('%s', (line) => {
  const command = line.split(' ')[0] ?? '';
  test.each(formatsOf(command).map(({ id }) => id))('as %s, in every language', async (format) => {
    const told = new Set<string>();
    for (const lang of langs) {
      const args = [...line.split(' '), '--as-of', '2026-10-31', '--format', format, '--lang', lang];
      const { code, stdout, stderr } = await run(args, { files });
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout.trim()).not.toBe('');
      told.add(stdout);
      if (format === 'json') {
        const { version, rows } = JSON.parse(stdout);
        expect([version, Array.isArray(rows)]).toEqual([1, true]);
      }
      if (format === 'html')
        expect(stdout).toMatch(/^<!doctype html>\n<html lang="(en|fr)">[\s\S]*<\/html>\n$/);
    }
    const isMachine = ['csv', 'tsv', 'json'].includes(format);
    expect([...told]).toHaveLength(isMachine ? 1 : langs.length);
  });
});
