import path from 'node:path';
import type { Context, FolderMember, PathKind } from '../context.ts';
import { calmGit, groundOf, hashOf } from './git.ts';

/** What git holds of a path at a revision; paths are relative to it, '' is the path itself. */
export interface PastTree {
  kindOf(relative: string): PathKind;
  /** The absolute path, links within the tree followed. */
  realPath(relative: string): string;
  list(relative: string): readonly FolderMember[];
  /** The bytes of a file; undefined where git cannot give them. */
  read(relative: string): Uint8Array | undefined;
}

interface Leaf {
  readonly isLink: boolean;
  readonly object: string;
}

/**
 * Looks a path up at a revision. The path need not be on disk any more; where it is, links on the way to it are followed
 * as they are today.
 * @param isWanted whether the bytes of a file, by its path in the tree, are likely to be asked for.
 */
export function treeAt(
  context: Context,
  at: string,
  revision: string,
  isWanted: (relative: string) => boolean,
): PastTree | 'no-repository' | 'no-revision' | 'not-there' {
  const { folder, rest } = groundOf(context, at);
  const git = (...args: string[]) => calmGit(context, folder, args);
  const inside = git('rev-parse', '--is-inside-work-tree', '--show-prefix');
  if (!inside?.startsWith('true\n')) return 'no-repository';
  const prefix = inside.slice('true\n'.length).replace(/\n$/, '');
  const hash = hashOf(context, folder, revision);
  if (hash === undefined) return 'no-revision';
  const inner = [...prefix.split('/'), ...rest].filter((part) => part !== '').join('/');
  const listed = git('ls-tree', '-r', '-z', '--full-tree', hash, ...(inner === '' ? [] : ['--', inner]));
  if (listed === undefined) return 'no-revision';
  const root = path.join(folder, ...rest);
  const leaves = leavesOf(listed, inner, root);
  if ((inner !== '' && leaves.size === 0) || leaves.get(root)?.isLink) return 'not-there';
  const wanted = [...leaves].filter(([file, { isLink }]) => isLink || isWanted(relativeTo(root, file)));
  const bytes = bytesOf(context, folder, wanted);
  const readLeaf = (file: string) => {
    const leaf = leaves.get(file);
    return bytes.get(file) ?? (leaf && bytesOf(context, folder, [[file, leaf]]).get(file));
  };
  return treeOf(context, root, leaves, readLeaf);
}

/** The files and links of a listing, by absolute path. */
function leavesOf(listed: string, inner: string, root: string): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  for (const line of listed.split('\0')) {
    const [, mode = '', object = '', file = ''] = /^(\d+) blob (\S+)\t([\s\S]+)$/.exec(line) ?? [];
    const relative = inner === '' ? file : file.slice(inner.length + 1);
    if (file !== '') leaves.set(path.join(root, relative), { isLink: mode === '120000', object });
  }
  return leaves;
}

/** The bytes of objects, all from one process: its answer is a line, the bytes and a line end for each. */
function bytesOf(
  context: Context,
  folder: string,
  wanted: readonly (readonly [string, Leaf])[],
): Map<string, Uint8Array> {
  const bytes = new Map<string, Uint8Array>();
  if (wanted.length === 0) return bytes;
  const input = wanted.map(([, { object }]) => `${object}\n`).join('');
  const answer = calmGit(context, folder, ['cat-file', '--batch'], { input, encoding: 'latin1' }) ?? '';
  let start = 0;
  for (const [file] of wanted) {
    const end = answer.indexOf('\n', start);
    const [, size] = /^\S+ blob (\d+)$/.exec(answer.slice(start, Math.max(start, end))) ?? [];
    const from = end + 1;
    if (size === undefined) start = from;
    else {
      bytes.set(file, Buffer.from(answer.slice(from, from + Number(size)), 'latin1'));
      start = from + Number(size) + 1;
    }
  }
  return bytes;
}

function treeOf(
  context: Context,
  root: string,
  leaves: ReadonlyMap<string, Leaf>,
  readLeaf: (file: string) => Uint8Array | undefined,
): PastTree {
  const folders = foldersOf(root, leaves);
  // Links are followed while they stay within the tree, as on disk; too many are a circle.
  const follow = (at: string, depth = 0): string => {
    for (let end = root.length; end >= 0; end = end < at.length ? nextEnd(at, end + 1) : -1) {
      const part = at.slice(0, end);
      if (depth > 40 || !leaves.get(part)?.isLink) continue;
      const target = Buffer.from(readLeaf(part) ?? []).toString('utf8');
      const there = path.resolve(path.dirname(part), target) + at.slice(end);
      return isWithin(root, there) ? follow(there, depth + 1) : there;
    }
    return at;
  };
  const realOf = (relative: string) => follow(path.join(root, relative));
  return {
    kindOf: (relative) => {
      const at = realOf(relative);
      // What lies outside is not read: whether it is a folder matters for a warning only.
      if (!isWithin(root, at)) return context.kindOf(at);
      if (folders.has(at)) return 'folder';
      return leaves.get(at)?.isLink === false ? 'file' : 'missing';
    },
    realPath: realOf,
    list: (relative) => [...(folders.get(realOf(relative))?.values() ?? [])],
    read: (relative) => readLeaf(realOf(relative)),
  };
}

/** The members of every folder above a leaf, by absolute path. */
function foldersOf(root: string, leaves: ReadonlyMap<string, Leaf>): Map<string, Map<string, FolderMember>> {
  const folders = new Map<string, Map<string, FolderMember>>();
  if (!leaves.has(root)) folders.set(root, new Map());
  for (const [file, { isLink }] of leaves) {
    for (let at = file, link = isLink; at !== root; at = path.dirname(at), link = false) {
      const above = path.dirname(at);
      const members = folders.get(above) ?? new Map<string, FolderMember>();
      folders.set(above, members.set(path.basename(at), { name: path.basename(at), link }));
    }
  }
  return folders;
}

function nextEnd(at: string, from: number): number {
  const end = at.indexOf(path.sep, from);
  return end < 0 ? at.length : end;
}

function isWithin(root: string, at: string): boolean {
  return `${at}${path.sep}`.startsWith(root.endsWith(path.sep) ? root : `${root}${path.sep}`);
}

function relativeTo(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}
