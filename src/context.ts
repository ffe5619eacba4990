import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { conversation } from './effects/conversation.ts';
import { createNew, kindOf, writeWhole } from './effects/files.ts';
import { openFile } from './effects/open.ts';
import { progressLine } from './effects/progress.ts';
import { isSystemError } from './effects/system-error.ts';

export { isSystemError };

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

/** What could stand for the word at the cursor, after what was typed of it. */
export type Complete = (typed: string) => readonly string[];

/** Questions and answers on a terminal, on standard error: standard output is for results. */
export interface Conversation {
  /** The line that was typed; undefined where there is no more (Ctrl-D, Ctrl-C). */
  ask(question: string): Promise<string | undefined>;
  close(): void;
}

/** How to talk to git: what it reads on standard input, and how its bytes become text: UTF-8, or a character a byte. */
export interface GitTalk {
  readonly input?: string;
  readonly encoding?: 'utf8' | 'latin1';
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
  /** Where netroi itself is installed: its examples are there. */
  readonly program: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /**
   * Shows a line on standard error while work lasts, in place of the last one; undefined takes it away, and so does
   * whatever is written to either output. Takes effect at once, though nothing else happens meanwhile.
   */
  progress(line: string | undefined): void;
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
  /** Makes a file with this content where nothing is there yet (O_EXCL). @returns whether it did. */
  createFile(path: string, content: string): boolean;
  /** Removes a file; one that is not there is no error. */
  removeFile(path: string): void;
  /** Makes a folder, and those above it. */
  makeFolder(path: string): void;
  /** Makes a folder, and those above it, for the user alone. */
  makePrivateFolder(path: string): void;
  /** What tells this process from those it might meet at the same files. */
  readonly self: { readonly pid: number; readonly host: string };
  /** Whether a process of this machine is still there. */
  isRunning(pid: number): boolean;
  /** Milliseconds since 1970, for what other processes are to compare. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** A conversation on the terminal; undefined where standard input or error is none. */
  converse(complete: Complete): Conversation | undefined;
  /** What a git command prints when run in a folder; undefined where git is missing or fails (no work tree). Which repository is meant, the folder says. */
  git(args: readonly string[], folder: string, talk?: GitTalk): string | undefined;
  /** Opens a file with the user's program for it, a page with the browser. @returns whether there is one. */
  open(path: string): Promise<boolean>;
}

/** The Context of the running process. */
export function realContext(process: NodeJS.Process): Context {
  const progress = progressLine(process.stderr);
  const clear = () => progress(undefined);
  return {
    args: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    home: homeFolder(process),
    get program() {
      // Started through a link, as npm makes them.
      return path.resolve(fs.realpathSync(process.argv[1] ?? '.'), '../..');
    },
    stdout: outputOf(process.stdout, clear),
    stderr: outputOf(process.stderr, clear),
    progress,
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
    createFile: createNew,
    removeFile: (at) => fs.rmSync(at, { force: true }),
    makeFolder: (at) => {
      fs.mkdirSync(at, { recursive: true });
    },
    makePrivateFolder: (at) => {
      fs.mkdirSync(at, { recursive: true, mode: 0o700 });
    },
    get self() {
      return { pid: process.pid, host: os.hostname() };
    },
    isRunning: (pid) => {
      try {
        process.kill(pid, 0);
        return true;
      } catch (error) {
        // Another user's process may not be asked, but it is there.
        return isSystemError(error) && error.code === 'EPERM';
      }
    },
    now: Date.now,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    converse: (complete) => {
      if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
      clear();
      return conversation(process, complete);
    },
    git: (args, folder, { input = '', encoding = 'utf8' } = {}) => {
      const ended = spawnSync('git', args, {
        cwd: folder,
        env: elsewhere(process.env),
        input,
        encoding,
        stdio: ['pipe', 'pipe', 'ignore'],
        maxBuffer: Number.POSITIVE_INFINITY,
      });
      return ended.status === 0 ? ended.stdout : undefined;
    },
    open: (at) => openFile(process.platform, at),
  };
}

/** What git sets for its hooks: it would have git look at the repository of the hook, not at that of the folder. */
const gitPlaces = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
]);

function elsewhere(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !gitPlaces.has(name)));
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

function outputOf(stream: NodeJS.WriteStream, clear: () => void): Output {
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
        clear();
        stream.write(text, settle);
      }),
  };
}
