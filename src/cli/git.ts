import path from 'node:path';
import type { Context, GitTalk } from '../context.ts';
import type { GitState, WorkTree } from '../report/git-facts.ts';
import { isJournalFile, type Place, settingsName } from './find.ts';

/**
 * What git says of the places that a journal is read from; nothing of standard input.
 * @param revision where the journal was read as it stood then: git's other files of today do not matter.
 */
export function gitStates(context: Context, places: readonly Place[], revision?: string): GitState[] {
  return places
    .filter(({ shown }) => shown !== '-')
    .map(({ at, shown }) => {
      if (revision !== undefined) {
        const { folder } = groundOf(context, at);
        const commit = commitAt(context, folder, hashOf(context, folder, revision) ?? 'HEAD');
        return { place: shown, tree: { commit, isPast: true, changed: 0, added: 0, ignored: 0 } };
      }
      const isFolder = context.kindOf(at) === 'folder';
      const real = context.realPath(at);
      const folder = isFolder ? real : path.dirname(real);
      return { place: shown, tree: treeAt(context, folder, isFolder ? undefined : path.basename(real)) };
    });
}

// The journal is only looked at: no lock is taken, and no program that a repository's settings name is started.
const calm = [
  '--no-optional-locks',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'log.showSignature=false',
];

/** What a git command prints when run in a folder, changing and starting nothing; paths given to it are no patterns. */
export function calmGit(
  context: Context,
  folder: string,
  args: readonly string[],
  talk?: GitTalk,
): string | undefined {
  return context.git([...calm, ...args], folder, talk);
}

function treeAt(context: Context, folder: string, file: string | undefined): WorkTree | undefined {
  const git = (...args: string[]) => calmGit(context, folder, args);
  // The folder as git's own paths begin.
  const prefix = git('rev-parse', '--is-inside-work-tree', '--show-prefix');
  if (!prefix?.startsWith('true\n')) return undefined;
  const inner = prefix.slice('true\n'.length).replace(/\n$/, '');
  const status = git(
    'status',
    '--porcelain',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--ignored',
    '--',
    '.',
  );
  const codes = (status ?? '').split('\0').flatMap((line) => {
    const name = line.slice(3 + inner.length);
    const isOurs = file === undefined ? isJournalFile(name) : name === file || name === settingsName;
    return isOurs ? [line.slice(0, 2)] : [];
  });
  const count = (wanted: string) => codes.filter((code) => code === wanted).length;
  const added = count('??');
  const ignored = count('!!');
  return {
    commit: commitAt(context, folder, 'HEAD'),
    changed: codes.length - added - ignored,
    added,
    ignored,
  };
}

function commitAt(context: Context, folder: string, revision: string): WorkTree['commit'] {
  const line = calmGit(context, folder, ['log', '-1', '--format=%h %cd', '--date=short', revision]);
  const [hash, date] = line?.trim().split(' ') ?? [];
  return hash && date ? { hash, date } : undefined;
}

/** Git's own name of a revision; undefined where it knows none so called. Nothing the user writes is an option to it. */
export function hashOf(context: Context, folder: string, revision: string): string | undefined {
  const named = calmGit(context, folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', revision]);
  return /^([0-9a-f]{40,64})\n$/.exec(named ?? '')?.[1];
}

/** The nearest folder that is on disk today, and the way on from there: `a/b` of a `journal/a/b` that is gone. */
export function groundOf(context: Context, at: string): { folder: string; rest: string[] } {
  const kind = context.kindOf(at);
  if (kind === 'folder') return { folder: context.realPath(at), rest: [] };
  const real = kind === 'missing' ? at : context.realPath(at);
  const { folder, rest } = groundOf(context, path.dirname(real));
  return { folder, rest: [...rest, path.basename(real)] };
}
