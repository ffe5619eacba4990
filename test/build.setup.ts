import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The tests of the installed tool run bin/netroi.js: built here once, from the sources as they are. */
export function setup(): void {
  const build = fileURLToPath(new URL('../src/build/build.mjs', import.meta.url));
  execFileSync(process.execPath, [build], { stdio: ['ignore', 'inherit', 'inherit'] });
}
