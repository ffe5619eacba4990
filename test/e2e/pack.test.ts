import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { netroi, root, solo, started } from './netroi.ts';

let folder = '';
let tarball = '';
let installed = '';

/** npm with an empty home and an empty cache, so that nothing of this machine helps the installation. */
function npm(args: readonly string[], cwd: string): void {
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, npm_config_cache: path.join(folder, 'cache') };
  const { code, stdout, stderr } = started('npm', args, env, cwd);
  if (code !== 0) throw new Error(`npm ${args.join(' ')}: exit ${code}\n${stdout}${stderr}`);
}

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'netroi-pack-'));
  const empty = path.join(folder, 'empty');
  fs.mkdirSync(empty);
  npm(['pack', '--pack-destination', folder], root);
  tarball = path.join(folder, `netroi-${manifest.version}.tgz`);
  npm(['install', '--offline', '--prefix', empty, tarball], empty);
  installed = path.join(empty, 'node_modules/netroi');
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

test('the tarball is under 1.5 MB and holds what a user needs, no more', () => {
  expect(fs.statSync(tarball).size).toBeLessThan(1_500_000);
  const top = ['LICENSE', 'README.md', 'bin', 'dist', 'examples', 'package.json'];
  expect(fs.readdirSync(installed).sort()).toEqual(top);
  expect(fs.readdirSync(path.join(installed, 'dist')).sort()).toEqual([
    'netroi.cache',
    'netroi.calendar.cjs',
    'netroi.cjs',
    'netroi.dashboard.cjs',
    'netroi.html.cjs',
    'netroi.import.cjs',
    'netroi.licenses.txt',
    'netroi.mail.cjs',
    'netroi.page.cjs',
  ]);
});

test('it has no dependencies', () => {
  const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(
    fs.readFileSync(path.join(installed, 'package.json'), 'utf8'),
  );
  expect([dependencies, optionalDependencies, peerDependencies]).toEqual([undefined, undefined, undefined]);
  const packages = fs.readdirSync(path.join(installed, '..')).filter((name) => !name.startsWith('.'));
  expect(packages).toEqual(['netroi']);
});

test('the licence of every library in the bundle goes with it', () => {
  const licenses = fs.readFileSync(path.join(installed, 'dist/netroi.licenses.txt'), 'utf8');
  expect(licenses).toMatch(/^yaml \d/m);
  expect(licenses).toMatch(/^commander \d/m);
});

test('installed with no network, it runs', () => {
  const linked = path.join(installed, '../.bin/netroi');
  expect(netroi(['--version'], { bin: linked })).toEqual({
    code: 0,
    stdout: `netroi ${manifest.version}\n`,
    stderr: '',
  });
  const report = ['report', '--quarter', '2026-Q3', '--as-of', '2026-10-31', '-j'];
  const { code, stdout, stderr } = netroi([...report, solo], { bin: linked });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Total /m);
  // The examples go with it, and give the same figures there.
  expect(
    netroi([...report, path.join(installed, 'examples/solo'), '--format', 'csv'], { bin: linked }),
  ).toEqual(netroi([...report, solo, '--format', 'csv']));
});
