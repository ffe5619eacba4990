// usage: node warm.mjs BUNDLE EXAMPLES CACHE: runs small reports through the bundle, then writes V8's code cache of it. V8
// compiles a function when it is first called: so the cache holds what a report calls, and no more.
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

const [bundle, examples, cache] = process.argv.slice(2);

// As bin/netroi.js loads it, to the letter: a cache fits one text only, and keeps its file name.
const source = fs.readFileSync(bundle, 'latin1');
const script = new vm.Script(Module.wrap(source), { filename: 'netroi.cjs' });
const module = { exports: {} };
script.runInThisContext()(module.exports, Module.createRequire(bundle), module);
const { program, realContext } = module.exports;

const common = ['--as-of', '2026-10-31', '--period', 'all'];
for (const args of [
  ['report', '-j', path.join(examples, 'solo'), ...common],
  // Once more, from the ledger's cache that the first run left.
  ['report', '-j', path.join(examples, 'solo'), ...common],
  ['report', '-j', path.join(examples, 'thorne-csv'), ...common, '--format', 'csv', '--no-cache'],
]) {
  process.argv = [process.execPath, 'netroi', ...args];
  const code = await program(realContext(process));
  // Not a reason to fail: the bundle works, it only starts a little slower.
  if (code !== 0) process.stderr.write(`build: netroi ${args.join(' ')}: exit ${code}\n`);
}
fs.writeFileSync(cache, script.createCachedData());
