import fs from 'node:fs';
import path from 'node:path';
import type { PathKind } from '../context.ts';
import { isSystemError } from './system-error.ts';

/** What a path leads to, every link followed. */
export function kindOf(at: string): PathKind {
  try {
    const stat = fs.statSync(at);
    return stat.isFile() || stat.isFIFO() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (isSystemError(error) && ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(error.code)) return 'missing';
    throw error;
  }
}

/** Writes a file whole or not at all; a link is written through, mode and owner stay. */
export function writeWhole(at: string, content: string | Uint8Array, isPrivate = false): void {
  // A link is written through: the file it names is replaced, the link stays.
  const target = endOfLinks(at);
  if (kindOf(target) === 'other') {
    fs.writeFileSync(target, content);
    return;
  }
  const folder = path.dirname(target);
  const temporary = path.join(folder, `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    // One of this name is what a process left that was killed and had the same number.
    fs.rmSync(temporary, { force: true });
    const file = fs.openSync(temporary, 'wx', isPrivate ? 0o600 : 0o666);
    try {
      if (kindOf(target) === 'file') keepOwner(file, fs.statSync(target));
      fs.writeFileSync(file, content);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
    fs.renameSync(temporary, target);
    syncFolder(folder);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    // The file that was asked for is to blame, not the one beside it.
    throw isSystemError(error) ? Object.assign(error, { path: at }) : error;
  }
}

/** The file that a path means, through every link; one that leads to nothing yet is followed too. */
function endOfLinks(at: string, depth = 0): string {
  if (kindOf(at) === 'file') return fs.realpathSync(at);
  try {
    // Links in a circle are left to the system, which refuses them.
    return depth > 40 ? at : endOfLinks(path.resolve(path.dirname(at), fs.readlinkSync(at)), depth + 1);
  } catch (error) {
    if (isSystemError(error) && ['EINVAL', 'ENOENT', 'ENOTDIR'].includes(error.code)) return at;
    throw error;
  }
}

/** Gives a file the mode and, where this user may, the owner of the one it is to replace. */
function keepOwner(file: number, { mode, uid, gid }: fs.Stats): void {
  const own = fs.fstatSync(file);
  try {
    if (own.uid !== uid || own.gid !== gid) fs.fchownSync(file, uid, gid);
  } catch {
    // Only root may give files away: whoever may write here keeps being able to.
  }
  fs.fchmodSync(file, mode & 0o7777);
}

/** A rename outlives a power cut only once the folder is on the disk as well. */
function syncFolder(folder: string): void {
  try {
    const opened = fs.openSync(folder, 'r');
    try {
      fs.fsyncSync(opened);
    } finally {
      fs.closeSync(opened);
    }
  } catch {
    // Windows and some network disks cannot; the file itself is whole in any case.
  }
}

/** Makes a file where nothing is there yet. @returns whether it did. */
export function createNew(at: string, content: string): boolean {
  try {
    fs.writeFileSync(at, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    // Made but not filled (a full disk): half a file is none.
    fs.rmSync(at, { force: true });
    throw isSystemError(error) ? Object.assign(error, { path: at }) : error;
  }
}
