import path from 'node:path';
import { type Context, isSystemError } from '../context.ts';
import { type Phrase, text } from '../model/text.ts';
import { exit, Failure } from './failure.ts';

/** Its name starts with a point: no part of the journal. */
const lockName = '.netroi.lock';

/** Longer than any writing takes: after it, a number that is in use is another process's by now. */
const staleAfter = 10 * 60_000;
/** How long a lock may stay without its owner's name: it was killed between making and filling it. */
const unfinishedFor = 2_000;
const waitAtMost = 60_000;

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly since: number;
}

/**
 * Runs an action while no other netroi writes in these folders. Waits a minute at most for one that does; takes over
 * what a killed process left behind. The locks are released whatever happens.
 * @throws Failure where another one goes on holding a lock; system errors where none can be made.
 */
export async function whileLocked<T>(
  context: Context,
  folders: Iterable<string>,
  action: () => Promise<T>,
): Promise<T> {
  // One order for everyone: two that want the same folders never wait for each other.
  const locks = [...new Set(folders)].sort().map((folder) => path.join(folder, lockName));
  const taken: { lock: string; content: string }[] = [];
  try {
    for (const lock of locks) taken.push({ lock, content: await take(context, lock) });
    return await action();
  } finally {
    for (const { lock, content } of taken) if (readLock(context, lock) === content) context.removeFile(lock);
  }
}

async function take(context: Context, lock: string): Promise<string> {
  const start = context.now();
  const isStale = staleness(context);
  const isGuardStale = staleness(context);
  for (let pause = 10; ; pause = Math.min(200, pause * 1.5)) {
    const content = ownContent(context);
    if (context.createFile(lock, content)) return content;
    const held = readLock(context, lock);
    if (held === undefined) continue;
    if (isStale(held) && removeStale(context, lock, held, isGuardStale)) continue;
    if (context.now() - start > waitAtMost) throw heldBy(lock, ownerOf(held));
    await context.sleep(pause);
  }
}

function ownContent(context: Context): string {
  return `${JSON.stringify({ ...context.self, since: context.now() } satisfies Owner)}\n`;
}

/** Tells of what a lock holds, as often as it is looked at, whether nobody holds it any more. */
function staleness(context: Context): (held: string) => boolean {
  let unfinished: { held: string; since: number } | undefined;
  return (held) => {
    const owner = ownerOf(held);
    if (owner) return isGone(context, owner);
    if (unfinished?.held !== held) unfinished = { held, since: context.now() };
    return context.now() - unfinished.since > unfinishedFor;
  };
}

/**
 * Removes a stale lock. A second lock stands guard: without it, of two that found the lock stale the slower one
 * would remove what the faster one has just made anew.
 * @returns whether it had its way.
 */
function removeStale(
  context: Context,
  lock: string,
  stale: string,
  isGuardStale: (held: string) => boolean,
): boolean {
  const guard = `${lock}.guard`;
  if (!context.createFile(guard, ownContent(context))) {
    const held = readLock(context, guard);
    if (held !== undefined && isGuardStale(held)) context.removeFile(guard);
    return false;
  }
  try {
    if (readLock(context, lock) === stale) context.removeFile(lock);
    return true;
  } finally {
    context.removeFile(guard);
  }
}

function readLock(context: Context, lock: string): string | undefined {
  try {
    return Buffer.from(context.readFile(lock)).toString('utf8');
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function ownerOf(held: string): Owner | undefined {
  try {
    const owner: Partial<Owner> | null = JSON.parse(held);
    const { pid, host, since } = owner ?? {};
    return typeof pid === 'number' && typeof host === 'string' && typeof since === 'number'
      ? { pid, host, since }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether nobody holds a lock any more. Of another machine's processes only their age can be known. */
function isGone(context: Context, { pid, host, since }: Owner): boolean {
  if (context.now() - since > staleAfter) return true;
  const { self } = context;
  // In a container the first process has the same number every time: one of our own number is not us.
  return host === self.host && (pid === self.pid || !context.isRunning(pid));
}

function heldBy(lock: string, owner: Owner | undefined): Failure {
  const params = { lock, pid: String(owner?.pid ?? '?'), host: owner?.host ?? '?' };
  return new Failure(exit.system, text(words.held, params), text(words.remove, params));
}

const words = {
  held: {
    en: 'another netroi is writing to this journal (process {pid} on {host})',
    fr: 'un autre netroi écrit dans ce journal (processus {pid} sur {host})',
  },
  remove: {
    en: 'try again; if there is none, delete {lock}*',
    fr: 'réessayez ; s’il n’y en a pas, supprimez {lock}*',
  },
} satisfies Record<string, Phrase>;
