// npm's `prepare`: makes dist/netroi.cjs (the program and its libraries in one CommonJS file), dist/netroi.cache (V8's
// compiled form of it) and what few calls need beside it (parts.mjs). `npx netroi` runs it at every call, so it does nothing, quickly, where nothing has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOfInputs, isCurrent } from './stamp.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = path.join(root, 'dist');

const inputs = hashOfInputs(root);
if (!isCurrent(dist, inputs)) {
  try {
    await build();
  } catch (error) {
    // What is wrong with the sources esbuild has told already, with the lines.
    if (!error.errors) throw error;
    process.exitCode = 1;
  }
}

async function build() {
  const esbuild = await loadEsbuild();
  // Without the dev dependencies there is nothing to build with: what is there is kept.
  if (esbuild === undefined) return;
  const { bundleOf } = await import('./bundle.mjs');
  const { code, parts, licenses } = await bundleOf(esbuild, root);
  fs.mkdirSync(dist, { recursive: true });
  // Each build works in a folder of its own and renames: one that runs beside it never sees half a file.
  const folder = fs.mkdtempSync(path.join(dist, '.build-'));
  try {
    const hash = createHash('sha256').update(code).digest('hex');
    fs.writeFileSync(path.join(folder, 'netroi.cjs'), `${code}//${hash}\n`);
    fs.writeFileSync(path.join(folder, 'netroi.licenses.txt'), licenses);
    for (const part of parts) fs.writeFileSync(path.join(folder, part.name), part.code);
    fs.writeFileSync(
      path.join(folder, 'netroi.cache'),
      Buffer.concat([Buffer.from(hash), codeCache(folder)]),
    );
    fs.writeFileSync(path.join(folder, 'stamp'), `${inputs} ${hash}\n`);
    const names = parts.map(({ name }) => name);
    // What was a part once.
    for (const name of fs.readdirSync(dist))
      if (/^netroi\.\w+\.cjs$/.test(name) && !names.includes(name)) fs.rmSync(path.join(dist, name));
    // The stamp last: it vouches for the others.
    for (const name of ['netroi.licenses.txt', ...names, 'netroi.cjs', 'netroi.cache', 'stamp']) {
      fs.renameSync(path.join(folder, name), path.join(dist, name));
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function loadEsbuild() {
  try {
    return await import('esbuild');
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** The code cache comes from a process of its own: V8 refuses one made under other flags than those of a plain `node`. */
function codeCache(folder) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'netroi-build-'));
  try {
    const made = path.join(temporary, 'cache');
    const { NODE_OPTIONS, NODE_V8_COVERAGE, NETROI_JOURNAL, ...env } = process.env;
    const warm = [
      path.join(root, 'src/build/warm.mjs'),
      path.join(folder, 'netroi.cjs'),
      path.join(root, 'examples'),
      made,
    ];
    const run = spawnSync(process.execPath, warm, {
      cwd: temporary,
      env: { ...env, XDG_CACHE_HOME: temporary },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (run.status !== 0) throw new Error('the bundle does not run: no code cache');
    return fs.readFileSync(made);
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}
