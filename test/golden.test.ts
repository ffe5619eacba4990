import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../src/model/visible.ts';
import { filesUnder } from './examples/files.ts';
import { run } from './run.ts';

const files = filesUnder('examples');
const quarter = ['report', '--quarter', '2026-Q3', '-j', 'examples/solo'];
const fees = ['explain', 'cost', '--quarter', '2026-Q3', '-j', 'examples/solo'];

const stats = ['stats', '-j', 'examples/solo', '--as-of', '2026-09-25'];

const screens: Record<string, { args: string[]; terminal?: number }> = {
  'report-60.txt': { args: quarter, terminal: 60 },
  'report-80.txt': { args: quarter, terminal: 80 },
  'report-120.txt': { args: quarter, terminal: 120 },
  'report-200.txt': { args: quarter, terminal: 200 },
  'report-80-fr.txt': { args: [...quarter, '--lang', 'fr'], terminal: 80 },
  'report-120-fr.txt': { args: [...quarter, '--lang', 'fr'], terminal: 120 },
  'report-60-fr.txt': { args: [...quarter, '--lang', 'fr'], terminal: 60 },
  'report-200-fr.txt': { args: [...quarter, '--lang', 'fr'], terminal: 200 },
  'report-40.txt': { args: quarter, terminal: 40 },
  'report-vs-80.txt': { args: [...quarter, '--vs', 'previous'], terminal: 80 },
  'report-vs-120-fr.txt': { args: [...quarter, '--vs', 'year', '--lang', 'fr'], terminal: 120 },
  'report-by-month-80.txt': {
    args: ['report', '--year', '2026', '--by', 'month', '--columns', 'hours,revenue', '-j', 'examples/solo'],
    terminal: 80,
  },
  'report-by-kind-80-fr.txt': {
    args: [...quarter, '--by', 'kind', '--columns', 'core', '--lang', 'fr'],
    terminal: 80,
  },
  'report-attribution-80.txt': {
    args: [...quarter, '--attribution', 'decay', '--columns', 'core'],
    terminal: 80,
  },
  'report-attribution-all-60-fr.txt': {
    args: ['report', '--year', '--attribution', 'all', '-j', 'examples/solo', '--lang', 'fr'],
    terminal: 60,
  },
  'report-chart-80.txt': { args: [...quarter, '--chart', '--columns', 'hours,net'], terminal: 80 },
  'report-chart-60-fr.txt': { args: [...quarter, '--chart', '--lang', 'fr'], terminal: 60 },
  'report-tidy.csv': { args: [...quarter, '--tidy', '--columns', 'hours,revenue', '--vs', 'year'] },
  'explain-attribution-80.txt': {
    args: ['explain', 'revenue', '--year', '-g', 'fbc', '--attribution', 'decay', '-j', 'examples/solo'],
    terminal: 80,
  },
  'explain-attribution-120-fr.txt': {
    args: [
      'explain',
      'revenue_per_hour',
      '--month',
      '2026-10',
      '--attribution',
      'linear',
      '-j',
      'examples/solo',
      '--lang',
      'fr',
    ],
    terminal: 120,
  },
  'report-running.txt': { args: ['report', '--quarter', '-j', 'examples/solo'], terminal: 100 },
  'report-year-time.txt': {
    args: ['report', '--year', '2025', '--columns', 'time', '-j', 'examples/solo'],
    terminal: 100,
  },
  'report-colour.txt': { args: ['report', '-j', 'examples/thorne', '--color', 'always'], terminal: 80 },
  'report.md': { args: [...quarter, '--format', 'markdown'] },
  'report-fr.md': { args: [...quarter, '--format', 'markdown', '--lang', 'fr'] },
  'report.csv': { args: [...quarter, '--format', 'csv', '--total'] },
  'report.tsv': { args: [...quarter, '--format', 'tsv'] },
  'report.json': { args: [...quarter, '--format', 'json'] },
  'explain-80.txt': { args: fees, terminal: 80 },
  'explain-80-fr.txt': { args: [...fees, '--lang', 'fr'], terminal: 80 },
  'explain.json': { args: [...fees, '--format', 'json'] },
  'stats-80.txt': { args: stats, terminal: 80 },
  'stats-80-fr.txt': { args: [...stats, '--lang', 'fr'], terminal: 80 },
  'stats.md': { args: [...stats, '--format', 'markdown'] },
  'stats.json': { args: [...stats, '--format', 'json'] },
  'help.txt': { args: ['--help'] },
  'help-report.txt': { args: ['report', '--help'] },
  'help-report-fr.txt': { args: ['report', '--help', '--lang', 'fr'] },
};

describe('screens are as they were (UPDATE=1 rewrites them)', () => {
  test.each(Object.entries(screens))('%s', async (name, { args, terminal }) => {
    const { code, stdout, stderr } = await run(args, {
      files,
      ...(terminal ? { terminal, env: { NO_COLOR: '1' } } : {}),
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const golden = path.join(import.meta.dirname, 'golden', name);
    if (process.env['UPDATE']) fs.writeFileSync(golden, stdout);
    expect(stdout).toBe(fs.readFileSync(golden, 'utf8'));
    if (!/[ct]sv$/.test(name)) expect(stdout, 'blanks at a line end').not.toMatch(/[ \t]\n/);
    if (terminal && !name.includes('colour')) {
      for (const line of stdout.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(terminal);
    }
  });
});

test('machine formats are the same in every language', async () => {
  for (const format of ['csv', 'tsv', 'json']) {
    const [english, french] = await Promise.all(
      ['en', 'fr'].map((lang) => run([...quarter, '--format', format, '--lang', lang], { files })),
    );
    expect(french?.stdout).toBe(english?.stdout);
  }
});

test('wide, combining and emoji names keep the columns straight', async () => {
  const names = ['日本語クラブ', 'Cafe\u0301 des Arts', '👩‍🔧 Ateliers', '🇫🇷 Club', 'plain'];
  const settings = `groups:\n${names.map((name, i) => `  g${i}: { name: "${name}" }\n`).join('')}`;
  const { stdout } = await run(['report', '-j', 'j.yaml', '--columns', 'activities'], {
    files: { 'j.yaml': settings },
    terminal: 80,
    env: { NO_COLOR: '1' },
  });
  const table = stdout.split('\n').filter((line) => / 0$/.test(line));
  expect(table).toHaveLength(names.length + 1);
  expect(new Set(table.map(columnsOf)).size).toBe(1);
});
