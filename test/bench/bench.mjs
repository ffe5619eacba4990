// usage: npm run bench [-- --entries 200 --rows 100000 --rounds 15 --bare]
// Every figure is a median of runs that take turns, so that a busy moment of the machine falls on all of them alike.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeCsvJournal, writeYamlJournal } from './journals.mjs';

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '200' },
    rows: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '15' },
    bare: { type: 'boolean', default: false },
  },
});
const entries = Number(values.entries);
const rows = Number(values.rows);
const rounds = Number(values.rounds);

const here = fileURLToPath(new URL('.', import.meta.url));
const bin = path.join(here, '../../bin/netroi.js');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'netroi-bench-'));
// As the shell has it, or with --bare nothing of it: some settings (NODE_EXTRA_CA_CERTS) slow every start of Node down, and
// so flatter a ratio to it.
const { NETROI_JOURNAL, ...shell } = values.bare ? {} : process.env;
const env = { ...shell, HOME: folder, XDG_CACHE_HOME: path.join(folder, 'cache') };

try {
  bench();
  const slowing = ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS'].filter((name) => env[name]);
  if (slowing.length > 0)
    console.log(`\n${slowing.join(', ')} set, which slows Node's own start: see --bare`);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

function bench() {
  const journal = (name) => path.join(folder, name);
  writeYamlJournal(journal('yaml'), entries);
  writeCsvJournal(journal('empty'), 0);
  writeCsvJournal(journal('tenth'), rows / 10);
  const file = writeCsvJournal(journal('full'), rows);

  const command = (word, name, ...more) => [bin, word, '-j', journal(name), '--as-of', '2026-10-31', ...more];
  const report = (name, ...more) => command('report', name, ...more);
  const all = ['--period', 'all'];
  const small = timed(rounds, {
    node: ['-e', '0'],
    version: [bin, '--version'],
    cold: report('yaml', '--no-cache'),
    warm: report('yaml'),
  });
  const large = timed(Math.ceil(rounds / 3), {
    floor: [path.join(here, 'floor.mjs'), 'csv', file],
    empty: report('empty', ...all, '--no-cache'),
    tenth: report('tenth', ...all, '--no-cache'),
    full: report('full', ...all, '--no-cache'),
    warm: report('full', ...all),
    signals: command('signals', 'full', '--no-cache'),
    trend: command('trend', 'full', '--no-cache'),
    lags: command('lags', 'full', '--no-cache'),
  });
  const memory = {
    floor: peak([path.join(here, 'floor.mjs'), 'csv', file]),
    cold: peak(report('full', ...all, '--no-cache')),
    warm: peak(report('full', ...all)),
  };

  const growth = (large.full.median - large.empty.median) / (large.tenth.median - large.empty.median);
  const start = (name) => ({ ...small[name], ratio: small[name].median / small.node.median });
  const read = (name) => ({ ...large[name], ratio: large[name].median / large.floor.median });
  const besideReport = (name) => ({ ...large[name], ratio: large[name].median / large.full.median });
  const peakOf = (name) => ({ peak: memory[name], ratio: memory[name] / memory.floor });
  const n = (count) => count.toLocaleString('en');
  print([
    { what: 'node -e 0', ...small.node },
    { what: 'netroi --version', ...start('version') },
    { what: `report, ${n(entries)} YAML entries`, ...start('cold'), target: 2.6 },
    { what: 'the same, cached', ...start('warm'), target: 2.6 },
    { what: `floor, ${n(rows)} CSV rows`, ...large.floor, peak: memory.floor },
    { what: `report, ${n(rows)} CSV rows`, ...read('full'), target: 6 },
    { what: 'the same, cached', ...read('warm'), target: 6 },
    { what: 'signals, the same rows (ratio to report)', ...besideReport('signals'), target: 3 },
    { what: 'trend, the same rows', ...besideReport('trend') },
    { what: 'lags, the same rows', ...besideReport('lags') },
    { what: `report, ${n(rows / 10)} CSV rows`, ...large.tenth },
    { what: 'report, no entry', ...large.empty },
    { what: 'growth, ten times the rows', ratio: growth, target: 10.5 },
    { what: `peak memory, ${n(rows)} CSV rows`, ...peakOf('cold') },
    { what: 'the same, cached', ...peakOf('warm') },
  ]);
}

/** Runs the cases in turns, after one turn that is not counted (it fills the caches). */
function timed(times, cases) {
  const taken = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let round = -1; round < times; round++) {
    for (const [name, args] of Object.entries(cases)) {
      const from = performance.now();
      run(args, env);
      if (round >= 0) taken[name].push((performance.now() - from) / 1000);
    }
  }
  return Object.fromEntries(
    Object.entries(taken).map(([name, seconds]) => {
      seconds.sort((a, b) => a - b);
      return [name, { median: seconds[seconds.length >> 1], min: seconds[0] }];
    }),
  );
}

function peak(args) {
  const file = path.join(folder, 'peak');
  run(['-r', path.join(here, 'peak.cjs'), ...args], { ...env, PEAK: file });
  return Number(fs.readFileSync(file, 'utf8'));
}

function run(args, env) {
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status}\n${stderr}`);
}

function print(lines) {
  const cells = lines.map(({ what, median, min, peak, ratio, target }) => [
    what,
    median?.toFixed(3) ?? '',
    min?.toFixed(3) ?? '',
    peak ? (peak / 1e6).toFixed(0) : '',
    ratio?.toFixed(2) ?? '',
    target ? `≤ ${target}` : '',
    target ? (ratio <= target ? 'ok' : 'missed') : '',
  ]);
  const table = [['', 'median s', 'min s', 'peak MB', 'ratio', 'target', ''], ...cells];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table) {
    const [what, ...rest] = row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]),
    );
    console.log([what, ...rest].join('  ').trimEnd());
  }
}
