import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What a path leads to; `missing` covers a link that leads nowhere or round in a circle. */
export type PathKind = 'file' | 'folder' | 'missing' | 'other';

/** A member of a folder: its bare name and whether it is itself a symbolic link. */
export interface FolderMember {
  readonly name: string;
  readonly link: boolean;
}

/** One of the two output streams: what it is and how to write to it. */
export interface Output {
  readonly isTerminal: boolean;
  /** Width in columns where the stream is a terminal. */
  readonly columns: number | undefined;
  /** Writes the whole text; resolves `false` when the reader has closed the pipe. */
  write(text: string): Promise<boolean>;
}

/**
 * Every effect netroi has: files, clock, environment, terminal. Nothing else in the program touches the
 * process, so a test can stand in for all of it. Paths are absolute unless said otherwise. The file
 * functions throw Node's system errors (`code` ENOENT, EACCES, …).
 */
export interface Context {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly home: string | undefined;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Today's date on the user's calendar, `YYYY-MM-DD`. */
  today(): string;
  /** Milliseconds since some fixed moment, for `--debug`. */
  elapsed(): number;
  kindOf(path: string): PathKind;
  /** The path with every link followed. */
  realPath(path: string): string;
  list(folder: string): readonly FolderMember[];
  readFile(path: string): Uint8Array;
  readStdin(): Uint8Array;
  /** Writes the file whole or not at all: a temporary file beside it, then a rename. A new one can be made for the user alone. */
  writeFile(path: string, content: string | Uint8Array, isPrivate?: boolean): void;
  /** Makes a folder, and those above it, for the user alone. */
  makePrivateFolder(path: string): void;
  /** What a git command prints when run in a folder; undefined where git is missing or fails (no work tree). */
  git(args: readonly string[], folder: string): string | undefined;
}

/** The Context of the running process. */
export function realContext(process: NodeJS.Process): Context {
  return {
    args: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    home: homeFolder(process),
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    today: () => {
      const now = new Date();
      const two = (n: number) => String(n).padStart(2, '0');
      return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    },
    elapsed: () => performance.now(),
    kindOf,
    realPath: (at) => fs.realpathSync(at),
    list: (folder) =>
      fs
        .readdirSync(folder, { withFileTypes: true })
        .map((member) => ({ name: member.name, link: member.isSymbolicLink() })),
    readFile: (at) => fs.readFileSync(at),
    readStdin: () => fs.readFileSync(0),
    writeFile: writeWhole,
    makePrivateFolder: (at) => {
      fs.mkdirSync(at, { recursive: true, mode: 0o700 });
    },
    git: (args, folder) => {
      const ended = spawnSync('git', args, {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: Number.POSITIVE_INFINITY,
      });
      return ended.status === 0 ? ended.stdout : undefined;
    },
  };
}

function homeFolder(process: NodeJS.Process): string | undefined {
  if (process.env['HOME']) return process.env['HOME'];
  try {
    return os.homedir();
  } catch {
    // No HOME and no account entry (a bare container): there is simply no home journal to look for.
    return undefined;
  }
}

function kindOf(at: string): PathKind {
  try {
    const stat = fs.statSync(at);
    return stat.isFile() || stat.isFIFO() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (isSystemError(error) && ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(error.code)) return 'missing';
    throw error;
  }
}

function writeWhole(at: string, content: string | Uint8Array, isPrivate = false): void {
  // A link is written through: the file it names is replaced, the link stays.
  const target = kindOf(at) === 'file' ? fs.realpathSync(at) : at;
  if (kindOf(target) === 'other') {
    fs.writeFileSync(target, content);
    return;
  }
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    const file = fs.openSync(
      temporary,
      'wx',
      kindOf(target) === 'file' ? fs.statSync(target).mode : isPrivate ? 0o600 : 0o666,
    );
    try {
      fs.writeFileSync(file, content);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    // The file that was asked for is to blame, not the one beside it.
    throw isSystemError(error) ? Object.assign(error, { path: at }) : error;
  }
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true ? stream.columns : undefined,
    write: (text) =>
      new Promise((resolve, reject) => {
        const settle = (error?: NodeJS.ErrnoException | null) => {
          stream.off('error', settle);
          if (!error) resolve(true);
          else if (error.code === 'EPIPE') resolve(false);
          else reject(error);
        };
        stream.once('error', settle);
        stream.write(text, settle);
      }),
  };
}

/** Whether a thrown value is one of Node's system errors, with its `code`. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';
}
