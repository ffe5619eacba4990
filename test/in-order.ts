import { expect } from 'vitest';
import { run, type World } from './run.ts';

/** The words of each netroi command in a block of shell lines, as a shell parts them. */
export function commandsIn(block: string): string[][] {
  return block
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.startsWith('netroi '))
    .map((line) =>
      [...line.replace(/\s#.*/, '').matchAll(/"([^"]*)"|(\S+)/g)]
        .map(([, quoted, plain]) => quoted ?? plain ?? '')
        .slice(1),
    );
}

/** Runs commands one after another, each of which must work on what those before it made. Resolves the files. */
export async function inOrder(
  lines: readonly (readonly string[])[],
  world: World,
): Promise<NonNullable<World['files']>> {
  let files = world.files ?? {};
  for (const line of lines) {
    const outcome = await run(line, { ...world, files });
    expect({ line, code: outcome.code, stderr: outcome.stderr }).toEqual({ line, code: 0, stderr: '' });
    files = Object.fromEntries(outcome.files);
  }
  return files;
}
