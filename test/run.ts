import path from 'node:path/posix';
import { program } from '../src/cli/program.ts';
import type { Context, FolderMember } from '../src/context.ts';

export interface World {
  /** Absolute or cwd-relative path to content. A value `{link}` is a symbolic link, `{denied}` unreadable. */
  files?: Record<string, string | Uint8Array | { link: string } | { denied: true }>;
  stdin?: string | Uint8Array;
  env?: Record<string, string>;
  cwd?: string;
  home?: string;
  today?: string;
  /** Width of a terminal on standard output; left out, standard output is a pipe. */
  terminal?: number;
  /** What git answers; left out, nothing is under git. */
  git?: (args: readonly string[], folder: string) => string | undefined;
  /** What is typed at questions, a line each, a tab at its end asks for completion; left out, nobody is there to ask. */
  answers?: readonly string[];
  /** The system error that writing to a path meets, if any. */
  failing?: (path: string) => string | undefined;
  /** Other processes of this machine. */
  running?: readonly number[];
  /** Happens while netroi sleeps: others at the same files. */
  meanwhile?: (files: Map<string, unknown>) => void;
  /** Whether there is a browser; left out, there is one. */
  hasBrowser?: boolean;
  /** Milliseconds since the start, each time it is asked; left out, all takes no time. */
  elapsed?: () => number;
  /** Happens before a file is read. */
  reading?: (path: string, files: Map<string, unknown>) => void;
}

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
  /** The lines of progress, one after the other; undefined where one was taken away. */
  progress: readonly (string | undefined)[];
  /** What was opened in the browser. */
  opened: string[];
  /** The files after the run. */
  files: Map<string, World['files'] extends Record<string, infer V> | undefined ? V : never>;
}

/** Runs netroi in this process over a made-up world: text in, text out. */
export async function run(args: readonly string[], world: World = {}): Promise<Outcome> {
  const cwd = world.cwd ?? '/desk';
  const files = new Map(
    Object.entries(world.files ?? {}).map(([name, content]) => [path.resolve(cwd, name), content]),
  );
  const out = { stdout: '', stderr: '', opened: [] as string[], progress: [] as (string | undefined)[] };
  const context = fakeContext(args, cwd, files, out, world);
  const code = await program(context);
  return { code, ...out, files };
}

type Files = Outcome['files'];

function fakeContext(
  args: readonly string[],
  cwd: string,
  files: Files,
  out: Pick<Outcome, 'stdout' | 'stderr' | 'opened'> & { progress: (string | undefined)[] },
  world: World,
): Context {
  const made = new Set<string>();
  const isFolder = (at: string) =>
    [...files.keys()].some((name) => name.startsWith(at === '/' ? '/' : `${at}/`));
  const fail = (code: string, at: string): never => {
    throw Object.assign(new Error(`${code}: ${at}`), { code, path: at });
  };
  const follow = (at: string, depth = 0): string => {
    if (depth > 40) return fail('ELOOP', at);
    for (let end = at.length; end > 0; end = at.lastIndexOf('/', end - 1)) {
      const target = files.get(at.slice(0, end));
      if (typeof target === 'object' && 'link' in target) {
        return follow(path.resolve(path.dirname(at.slice(0, end)), target.link) + at.slice(end), depth + 1);
      }
    }
    return at;
  };
  let clock = Date.parse('2026-10-31T12:00:00Z');
  const refuse = (at: string) => {
    const code = world.failing?.(at);
    if (code !== undefined) fail(code, at);
  };
  const output = (name: 'stdout' | 'stderr') => ({
    isTerminal: world.terminal !== undefined,
    columns: world.terminal,
    write: async (text: string) => {
      out[name] += text;
      return true;
    },
  });
  return {
    args,
    env: world.env ?? {},
    cwd,
    home: world.home ?? '/home/eve',
    program: '/netroi',
    stdout: output('stdout'),
    stderr: output('stderr'),
    progress: (line) => void out.progress.push(line),
    today: () => world.today ?? '2026-10-31',
    elapsed: world.elapsed ?? (() => 0),
    kindOf: (at) => {
      const target = follow(at);
      if (isFolder(target) || made.has(target)) return 'folder';
      return files.has(target) ? 'file' : 'missing';
    },
    realPath: (at) => follow(at),
    list: (folder) => {
      const at = follow(folder);
      const itself = files.get(at);
      if (typeof itself === 'object' && 'denied' in itself) return fail('EACCES', at);
      const names = new Map<string, FolderMember>();
      for (const [name, content] of files) {
        if (!name.startsWith(`${at}/`)) continue;
        const rest = name.slice(at.length + 1);
        const first = rest.split('/')[0] ?? '';
        const link = typeof content === 'object' && 'link' in content && first === rest;
        if (first) names.set(first, { name: first, link });
      }
      return [...names.values()];
    },
    readFile: (at) => {
      const target = follow(at);
      world.reading?.(target, files);
      const content = files.get(target);
      if (content === undefined) return fail(isFolder(target) ? 'EISDIR' : 'ENOENT', at);
      if (typeof content === 'string') return Buffer.from(content);
      if (content instanceof Uint8Array) return content;
      return fail('EACCES', at);
    },
    readStdin: () => Buffer.from(world.stdin ?? ''),
    writeFile: (at, content) => {
      refuse(at);
      if (!made.has(path.dirname(at)) && !isFolder(path.dirname(at)) && path.dirname(at) !== cwd)
        fail('ENOENT', at);
      files.set(follow(at), content);
    },
    createFile: (at, content) => {
      refuse(at);
      if (files.has(at)) return false;
      files.set(at, content);
      return true;
    },
    removeFile: (at) => void files.delete(at),
    makeFolder: (at) => {
      if (!isFolder(at)) refuse(at);
      made.add(at);
    },
    makePrivateFolder: (at) => {
      if (!isFolder(at)) refuse(at);
      made.add(at);
    },
    self: { pid: 1, host: 'desk' },
    isRunning: (pid) => world.running?.includes(pid) === true,
    now: () => clock,
    sleep: async (milliseconds) => {
      clock += milliseconds;
      world.meanwhile?.(files);
    },
    converse: (complete) => {
      if (world.answers === undefined) return undefined;
      const left = [...world.answers];
      return {
        ask: async (question) => {
          const answer = left.shift();
          out.stderr += `${question}${answer ?? ''}\n`;
          if (!answer?.endsWith('\t')) return answer;
          const found = complete(answer.slice(0, -1));
          out.stderr += `${found.join('  ')}\n`;
          return found[0];
        },
        close: () => {},
      };
    },
    git: (args, folder) => world.git?.(args, folder),
    open: async (at) => {
      if (world.hasBrowser === false) return false;
      out.opened.push(at);
      return true;
    },
  };
}
