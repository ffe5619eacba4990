#!/usr/bin/env node
'use strict';

// Every start pays for this file: nothing is required here that Node has not loaded by now.
const { readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { resolve } = require('node:path');
const { Script } = require('node:vm');

const bundle = resolve(__dirname, '../dist/netroi.cjs');

// What escapes the program: a reader that went away (`netroi report | head -1`), or a fault of ours.
process.on('uncaughtException', (error) => {
  if (error?.code === 'EPIPE') process.exit(0);
  const debug = process.argv.includes('--debug');
  fail(`internal error: ${(debug && error?.stack) || error?.message || error}`);
  process.exit();
});

const source = readBundle();
if (source !== undefined) {
  const { program, realContext } = load(source);
  program(realContext(process)).then((code) => {
    // All is written by now. To let the loop end of itself would be to wait for V8 to finish optimising what has run.
    process.exit(code);
  });
}

function readBundle() {
  try {
    // The build writes ASCII alone, which V8 takes as it is.
    return readFileSync(bundle, 'latin1');
  } catch (error) {
    fail(error.code === 'ENOENT' ? 'not built: run npm ci' : `cannot read ${bundle}: ${error.code}`);
    return undefined;
  }
}

function load(source) {
  // The code cache keeps the file name it was made with: a bare one holds for every place the tool is put.
  const script = new Script(wrap(source), { filename: 'netroi.cjs', cachedData: cacheOf(source) });
  const module = { exports: {} };
  // What few calls need lies beside the bundle.
  script.runInThisContext()(module.exports, createRequire(bundle), module);
  return module.exports;
}

/**
 * V8's code cache of this very bundle. V8 itself refuses a cache of another version or other flags, but knows
 * a source by its length alone: so the bundle ends, and the cache begins, with the bundle's hash.
 */
function cacheOf(source) {
  try {
    const cache = readFileSync(`${bundle.slice(0, -4)}.cache`);
    const hash = source.slice(-65, -1);
    return cache.latin1Slice(0, 64) === hash ? cache.subarray(64) : undefined;
  } catch {
    return undefined;
  }
}

function fail(message) {
  process.exitCode = 4;
  process.stderr.write(`netroi: ${message}\n`);
}
