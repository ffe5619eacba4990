import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parts } from './parts.mjs';

/** A hash of all that dist depends on: the sources, the libraries' versions, and the Node that compiles the cache. */
export function hashOfInputs(root) {
  const hash = createHash('sha256').update(
    `${process.version} ${process.versions.v8} ${process.platform} ${process.arch}`,
  );
  const sources = fs
    .readdirSync(path.join(root, 'src'), { recursive: true })
    .map((name) => path.join('src', name));
  for (const name of ['package.json', 'package-lock.json', ...sources.sort()]) {
    const content = readFile(path.join(root, name));
    if (content !== undefined) hash.update(`\0${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Whether dist holds a bundle made from these inputs, with the code cache of that very bundle. */
export function isCurrent(dist, inputs) {
  const stamp = readFile(path.join(dist, 'stamp'))?.toString();
  const bundle = readFile(path.join(dist, 'netroi.cjs'));
  const cache = readFile(path.join(dist, 'netroi.cache'));
  if (!bundle || !cache) return false;
  if (Object.keys(parts).some((name) => !fs.existsSync(path.join(dist, name)))) return false;
  const hash = bundle.latin1Slice(bundle.length - 65, bundle.length - 1);
  return stamp === `${inputs} ${hash}\n` && cache.latin1Slice(0, 64) === hash;
}

/** The file's content; undefined where there is none (a folder, or gone since it was listed). */
function readFile(name) {
  try {
    return fs.readFileSync(name);
  } catch (error) {
    if (error.code === 'EISDIR' || error.code === 'ENOENT') return undefined;
    throw error;
  }
}
