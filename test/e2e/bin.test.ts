import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { inFolder, netroi, root, solo } from './netroi.ts';

const report = ['report', '-j', solo, '--as-of', '2026-10-31', '--quarter', '2026-Q3'];

test('--version prints the version of package.json', () => {
  expect(netroi(['--version'])).toEqual({ code: 0, stdout: `netroi ${manifest.version}\n`, stderr: '' });
});

test('a report needs nothing of the environment', () => {
  const { code, stdout, stderr } = netroi(report);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Total /m);
});

test.each(['table', 'csv', 'json'])('%s: the same bytes in every time zone and locale', (format) => {
  const args = [...report, '--format', format];
  const plain = netroi(args).stdout;
  expect(plain).not.toBe('');
  for (const [TZ, LANG] of [
    ['Pacific/Apia', 'fr_FR.UTF-8'],
    ['America/New_York', 'tr_TR.UTF-8'],
    ['UTC', 'C'],
  ] as const) {
    const ended = netroi(args, { env: { TZ, LANG } });
    expect(ended, `${TZ} ${LANG}`).toEqual({ code: 0, stdout: plain, stderr: '' });
  }
});

test.each([
  ['a command that does not exist', ['reprot'], 2],
  ['an option that does not exist', [...report, '--colums', 'x'], 2],
  ['no journal there', ['report', '-j', 'nowhere'], 2],
  ['a group that is not in the journal', [...report, '--group', 'nosuch'], 1],
  ['a period that does not exist', ['report', '-j', solo, '--quarter', '2026-Q7'], 2],
])('%s: exit code, and nothing on standard output', (_, args, code) => {
  const ended = netroi(args);
  expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: '' });
  expect(ended.stderr).not.toBe('');
  // A stack trace is for --debug.
  expect(ended.stderr).not.toMatch(/^\s+at /m);
});

/** Prints on standard error, for each script that is compiled from a code cache, whether V8 took it. */
const tellsCache = `
  const vm = require('node:vm');
  vm.Script = class extends vm.Script {
    constructor(source, options) {
      super(source, options);
      process._rawDebug(options.cachedData ? (this.cachedDataRejected ? 'rejected' : 'taken') : 'none');
    }
  };`;

/** bin, dist and the hook above, copied where a test may spoil them. */
function withCopy(
  use: (folder: string, cacheOutcome: () => { code: number | null; cache: string }) => void,
): Promise<void> {
  return inFolder((folder) => {
    for (const name of ['bin', 'dist']) {
      fs.cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
    }
    const hook = path.join(folder, 'hook.cjs');
    fs.writeFileSync(hook, tellsCache);
    const bin = path.join(folder, 'bin/netroi.js');
    use(folder, () => {
      const { code, stderr } = netroi(['--version'], { bin, node: ['-r', hook] });
      return { code, cache: stderr.trim() };
    });
  });
}

test('the code cache is used', async () => {
  await withCopy((_, cacheOutcome) => {
    expect(cacheOutcome()).toEqual({ code: 0, cache: 'taken' });
  });
});

test('the code cache of another bundle of the same length is left alone', async () => {
  await withCopy((folder, cacheOutcome) => {
    const bundle = path.join(folder, 'dist/netroi.cjs');
    const text = fs.readFileSync(bundle, 'latin1');
    // As a build of other sources ends: with another hash.
    fs.writeFileSync(bundle, `${text.slice(0, -65)}${'0'.repeat(64)}\n`);
    expect(cacheOutcome()).toEqual({ code: 0, cache: 'none' });
  });
});

test('a code cache that is missing, cut short or unreadable does no harm', async () => {
  await withCopy((folder, cacheOutcome) => {
    const cache = path.join(folder, 'dist/netroi.cache');
    fs.truncateSync(cache, 1000);
    expect(cacheOutcome()).toEqual({ code: 0, cache: 'rejected' });
    fs.truncateSync(cache, 0);
    expect(cacheOutcome()).toEqual({ code: 0, cache: 'none' });
    fs.rmSync(cache);
    expect(cacheOutcome()).toEqual({ code: 0, cache: 'none' });
    fs.mkdirSync(cache);
    expect(cacheOutcome()).toEqual({ code: 0, cache: 'none' });
  });
});

test('a start does not load the dear parts of Node that it has no use for', async () => {
  await inFolder((folder) => {
    const hook = path.join(folder, 'hook.cjs');
    fs.writeFileSync(
      hook,
      "process.on('exit', () => process._rawDebug(process.moduleLoadList.join('\\n')));",
    );
    const { stderr } = netroi(['--version'], { node: ['-r', hook] });
    const loaded = stderr.split('\n').filter((line) => line.startsWith('NativeModule '));
    expect(loaded).toContain('NativeModule fs');
    for (const dear of ['child_process', 'crypto']) expect(loaded).not.toContain(`NativeModule ${dear}`);
  });
});

test('without dist it says what to do', async () => {
  await withCopy((folder) => {
    fs.rmSync(path.join(folder, 'dist'), { recursive: true });
    expect(netroi(['report'], { bin: path.join(folder, 'bin/netroi.js') })).toEqual({
      code: 4,
      stdout: '',
      stderr: 'netroi: not built: run npm ci\n',
    });
  });
});
