import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Ended, inFolder, netroi, root, started } from './netroi.ts';

/** The repository as a clone of it, with the same libraries. */
function inClone(use: (clone: string) => void | Promise<void>): Promise<void> {
  return inFolder((clone) => {
    for (const name of ['bin', 'src', 'examples', 'package.json', 'package-lock.json']) {
      fs.cpSync(path.join(root, name), path.join(clone, name), { recursive: true });
    }
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(clone, 'node_modules'));
    return use(clone);
  });
}

const script = 'src/build/build.mjs';
const build = (clone: string): Ended => started(process.execPath, [script], {}, clone);
const quiet = { code: 0, stdout: '', stderr: '' };
const touch = (clone: string) => fs.appendFileSync(path.join(clone, 'src/context.ts'), '// changed\n');
const filesOf = (clone: string) =>
  fs.readdirSync(path.join(clone, 'dist')).map((name) => {
    return [name, fs.statSync(path.join(clone, 'dist', name)).mtimeMs];
  });

test('it builds again when a source has changed, and only then', async () => {
  await inClone((clone) => {
    expect(build(clone)).toEqual(quiet);
    const before = filesOf(clone);
    expect(build(clone)).toEqual(quiet);
    expect(filesOf(clone)).toEqual(before);
    touch(clone);
    expect(build(clone)).toEqual(quiet);
    expect(filesOf(clone)).not.toEqual(before);
  });
});

test('a bundle and a cache that are not of one build are built again', async () => {
  await inClone((clone) => {
    build(clone);
    const cache = path.join(clone, 'dist/netroi.cache');
    const good = fs.readFileSync(cache);
    fs.writeFileSync(cache, Buffer.concat([Buffer.from('0'.repeat(64)), good.subarray(64)]));
    expect(build(clone)).toEqual(quiet);
    expect(fs.readFileSync(cache).subarray(0, 64)).toEqual(good.subarray(0, 64));
  });
});

test('without the dev dependencies it keeps what is there, and says nothing', async () => {
  await inClone((clone) => {
    fs.rmSync(path.join(clone, 'node_modules'));
    expect(build(clone)).toEqual(quiet);
    expect(fs.existsSync(path.join(clone, 'dist'))).toBe(false);
    fs.mkdirSync(path.join(clone, 'dist'));
    fs.writeFileSync(path.join(clone, 'dist/netroi.cjs'), 'of another day');
    touch(clone);
    expect(build(clone)).toEqual(quiet);
    expect(fs.readFileSync(path.join(clone, 'dist/netroi.cjs'), 'utf8')).toBe('of another day');
  });
});

test('builds at once do not spoil each other', async () => {
  await inClone(async (clone) => {
    const ended = Array.from({ length: 3 }, () => {
      const child = spawn(process.execPath, [script], { cwd: clone, env: {} });
      return new Promise((resolve) => child.on('close', resolve));
    });
    expect(await Promise.all(ended)).toEqual([0, 0, 0]);
    expect(fs.readdirSync(path.join(clone, 'dist')).sort()).toEqual([
      'netroi.cache',
      'netroi.calendar.cjs',
      'netroi.cjs',
      'netroi.dashboard.cjs',
      'netroi.html.cjs',
      'netroi.import.cjs',
      'netroi.licenses.txt',
      'netroi.mail.cjs',
      'netroi.page.cjs',
      'stamp',
    ]);
    const { code } = netroi(['--version'], { bin: path.join(clone, 'bin/netroi.js') });
    expect(code).toBe(0);
  });
});
