import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const bin = path.join(root, 'bin/netroi.js');
export const solo = path.join(root, 'examples/solo');

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Settings {
  /** The child's whole environment: nothing of this process's own leaks in. */
  env?: Record<string, string>;
  cwd?: string;
  bin?: string;
  /** Options for Node itself. */
  node?: readonly string[];
}

/** Runs bin/netroi.js as a process of its own. */
export function netroi(args: readonly string[], settings: Settings = {}): Ended {
  const { env = {}, cwd = os.tmpdir(), node = [] } = settings;
  return started(process.execPath, [...node, settings.bin ?? bin, ...args], env, cwd);
}

export function started(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
  cwd: string,
): Ended {
  const run = spawnSync(command, args, { env, cwd, encoding: 'utf8' });
  if (run.error) throw run.error;
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** Calls `use` with a new empty folder, and removes it afterwards. */
export async function inFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'netroi-'));
  try {
    return await use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
