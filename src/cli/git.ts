import path from 'node:path';
import type { Context } from '../context.ts';
import type { GitState, WorkTree } from '../report/git-facts.ts';
import { isJournalFile, type Place, settingsName } from './find.ts';

/** What git says of the places that a journal is read from; nothing of standard input. */
export function gitStates(context: Context, places: readonly Place[]): GitState[] {
  return places
    .filter(({ shown }) => shown !== '-')
    .map(({ at, shown }) => {
      const isFolder = context.kindOf(at) === 'folder';
      const real = context.realPath(at);
      const folder = isFolder ? real : path.dirname(real);
      return { place: shown, tree: treeAt(context, folder, isFolder ? undefined : path.basename(real)) };
    });
}

// The journal is only looked at: no lock is taken, and no program that a repository's settings name is started.
const calm = ['--no-optional-locks', '-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false'];

function treeAt(context: Context, folder: string, file: string | undefined): WorkTree | undefined {
  const git = (...args: string[]) => context.git([...calm, ...args], folder);
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
  const [hash, date] = git('log', '-1', '--format=%h %cd', '--date=short')?.trim().split(' ') ?? [];
  const codes = (status ?? '').split('\0').flatMap((line) => {
    const name = line.slice(3 + inner.length);
    const isOurs = file === undefined ? isJournalFile(name) : name === file || name === settingsName;
    return isOurs ? [line.slice(0, 2)] : [];
  });
  const count = (wanted: string) => codes.filter((code) => code === wanted).length;
  const added = count('??');
  const ignored = count('!!');
  return {
    commit: hash && date ? { hash, date } : undefined,
    changed: codes.length - added - ignored,
    added,
    ignored,
  };
}
