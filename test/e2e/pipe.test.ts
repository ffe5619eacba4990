import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bin, inFolder, netroi, solo, started } from './netroi.ts';

const report = [bin, 'report', '--quarter', '2026-Q3', '-j', solo, '--as-of', '2026-10-31'];
const sh = (script: string) => started('sh', ['-c', script, process.execPath, ...report], {}, os.tmpdir());

test('report | head -1: one line, exit 0, no word on standard error', () => {
  // "$0" is node, "$@" its arguments; the code goes out on standard error, since that of a pipeline is head's.
  const { stdout, stderr } = sh('{ "$0" "$@"; echo "exit $?" >&2; } | head -1');
  expect(stdout).toMatch(/^[^\n]+\n$/);
  expect(stderr).toBe('exit 0\n');
});

test('a reader that is gone before the first byte: exit 0, no word on standard error', () => {
  expect(sh('{ sleep 0.3; "$0" "$@"; echo "exit $?" >&2; } | true').stderr).toBe('exit 0\n');
});

test('the same with a socket for a pipe', async () => {
  const child = spawn(process.execPath, report, { env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('standard error closed early is no fault either', () => {
  const { stdout } = sh(
    '{ { sleep 0.3; "$0" "$@" --colums x; echo "exit $?" >&3; } 2>&1 >/dev/null | true; } 3>&1',
  );
  expect(stdout).toMatch(/^exit [02]\n$/);
});

test('a slow reader gets every byte of more than a pipe holds', async () => {
  await inFolder((folder) => {
    const rows = Array.from({ length: 3000 }, (_, i) => `activity,2026-01-05,group,title ${i},2h\n`);
    fs.writeFileSync(path.join(folder, 'journal.csv'), `type,date,group,title,time.event\n${rows.join('')}`);
    const explain = ['explain', 'hours', '-j', folder, '--as-of', '2026-10-31', '--format', 'csv'];
    const whole = netroi(explain).stdout;
    expect(whole.length).toBeGreaterThan(100_000);
    const script = '"$0" "$@" | { sleep 0.5; cat; }';
    const slow = started('sh', ['-c', script, process.execPath, bin, ...explain], {}, folder);
    expect(slow.stdout === whole).toBe(true);
  });
});
