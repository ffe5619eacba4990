// usage: npm run bench:signals [-- --users 50 --world base --world company --write]
// What `signals` would have told users whose groups are known, over 24 months. With --write the figures become those of
// result.json, from which the manual has its own.
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const self = fileURLToPath(import.meta.url);
const here = path.dirname(self);
/** Users that a thread takes at a time. */
const share = 10;

if (isMainThread) await main();
else await work();

async function work() {
  const { judgedOf } = await import(workerData);
  parentPort.on('message', ({ name, from, to }) => parentPort.postMessage(judgedOf(name, from, to)));
}

async function main() {
  const { values } = parseArgs({
    options: {
      users: { type: 'string' },
      world: { type: 'string', multiple: true },
      write: { type: 'boolean', default: false },
    },
  });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'netroi-signals-'));
  try {
    await bench(await bundled(folder), values);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Node 20 runs no TypeScript. */
async function bundled(folder) {
  const { build } = await import('esbuild');
  const outfile = path.join(folder, 'bench.mjs');
  await build({
    entryPoints: [path.join(here, 'bench.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  return pathToFileURL(outfile).href;
}

async function bench(bundle, { users, world: wanted, write }) {
  const { sample, tallyOf, targetTable, usersOfWorld, worlds, worldTable } = await import(bundle);
  if (write && (users || wanted)) throw new Error('only a full run is written');
  const count = users ? Number(users) : usersOfWorld;
  const threads = Array.from(
    { length: os.availableParallelism() },
    () => new Worker(self, { workerData: bundle }),
  );
  const result = { worlds: {}, sample: {} };
  const from = performance.now();
  try {
    for (const { name, seed } of worlds.filter((each) => !wanted || wanted.includes(each.name))) {
      const byUser = await judgedBy(threads, name, count);
      const tally = tallyOf(byUser.flat());
      result.worlds[name] = { seed, users: count, ...tally };
      if (name === sample.world) result.sample = tallyOf(byUser.slice(0, sample.users / share).flat());
      console.log(`${worldTable(name, count, tally)}\n`);
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  console.log(targetTable(result.worlds));
  console.log(`\n${((performance.now() - from) / 1000).toFixed(0)} s`);
  if (write) fs.writeFileSync(path.join(here, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
}

/** The judged groups of all users of a world, in their order, by `share` users. */
async function judgedBy(threads, name, users) {
  const results = [];
  let next = 0;
  await Promise.all(
    threads.map(async (thread) => {
      while (next < users) {
        const from = next;
        next = Math.min(users, from + share);
        results[from / share] = await answerOf(thread, { name, from, to: next });
      }
    }),
  );
  return results;
}

async function answerOf(thread, question) {
  thread.postMessage(question);
  const [answer] = await once(thread, 'message');
  return answer;
}
