import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { Context } from '../context.ts';
import { type Diagnostic, messageOf, placeOf, severityOf } from '../model/diagnostic.ts';
import { type Phrase, speak, text } from '../model/text.ts';
import type { Call } from './command.ts';
import { exit, Failure } from './failure.ts';
import { refuseStdin } from './find.ts';
import { type Loaded, loadJournal, printDiagnostics } from './load.ts';
import { whileLocked } from './lock.ts';

/** What is to become of a file. Both texts are without a byte order mark; one that the file has stays. */
export interface Edit {
  /** Absolute. */
  readonly path: string;
  /** The whole text as it was read; undefined for a new file. */
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * Reads the whole journal as it would be after the edits and prints what would be wrong with it to standard error:
 * the errors, and such warnings as were not there before. With errors nothing is written and it resolves false.
 * Else every file is written, each of them whole or not at all, its mode, links and byte order mark kept. All of it
 * happens under the journal's lock. Commands load this file when they are called: it brings the library of diffs.
 * @throws Failure where a file is no more what `before` says; system errors where one cannot be written.
 */
export function applyEdits(call: Call, loaded: Loaded, edits: readonly Edit[]): Promise<boolean> {
  if (edits.length === 0) return Promise.resolve(true);
  return lockedFor(call, loaded, pathsOf(edits), () => applyLocked(call, loaded, edits));
}

/** Like `applyEdits`, for one who holds the lock already (`lockedFor`). */
export async function applyLocked(call: Call, loaded: Loaded, edits: readonly Edit[]): Promise<boolean> {
  const { context } = call;
  if (!(await wouldBeSound(call, loaded, edits))) return false;
  const writes = edits.map((edit) => ({ at: edit.path, content: contentOf(context, edit) }));
  for (const { at, content } of writes) {
    context.makeFolder(path.dirname(at));
    removeLeftovers(context, at);
    context.writeFile(at, content);
  }
  call.mark(`write ${edits.map((edit) => edit.path).join(' ')}`);
  return true;
}

/** The journal as it would be after the edits, with its errors and such warnings as were not there before. */
export async function loadedAfter(call: Call, before: Loaded, edits: readonly Edit[]): Promise<Loaded> {
  const after = await loadJournal({ ...call, context: contextAfter(call.context, edits) }, false);
  const known = new Set(before.diagnostics.map(saying));
  const isStrict = call.options['strict'] === true;
  const diagnostics = after.diagnostics.filter(
    (each) => severityOf(each, isStrict) === 'error' || !known.has(saying(each)),
  );
  return { ...after, diagnostics };
}

/** Prints what would be wrong after the edits, like `applyEdits`, and writes nothing: for `--dry-run`. */
export async function wouldBeSound(call: Call, loaded: Loaded, edits: readonly Edit[]): Promise<boolean> {
  const after = await loadedAfter(call, loaded, edits);
  if (await printDiagnostics(call, after, false)) return true;
  await call.context.stderr.write(`${speak(text(words.nothing), after.lang)}\n`);
  return false;
}

/**
 * Runs an action, such as reading the journal and changing it, while no other netroi writes to these files: the lock
 * is in the folder of each, and in that of the journal it is in.
 */
export function lockedFor<T>(
  { context }: Call,
  { places }: Pick<Loaded, 'places'>,
  files: readonly string[],
  action: () => Promise<T>,
): Promise<T> {
  refuseStdin(places);
  const folders = files.flatMap((file) => {
    const real = path.dirname(realOf(context, file));
    const around = places
      .filter(({ at }) => context.kindOf(at) === 'folder')
      .map(({ at }) => context.realPath(at))
      .filter((root) => `${real}${path.sep}`.startsWith(`${root}${path.sep}`));
    return [...around, nearestFolder(context, real)];
  });
  return whileLocked(context, folders, action).catch((error) => {
    // What cannot be written is the file that was asked for, not the lock beside it.
    const isLock = /\.netroi\.lock/.test(error?.path ?? '');
    throw isLock ? Object.assign(error, { path: files[0] }) : error;
  });
}

/** A unified diff of the edits: what `--dry-run` prints. */
export function diffOf(edits: readonly Edit[], nameOf: (path: string) => string): string {
  return edits
    .filter(({ before, after }) => before !== after)
    .map(({ path: at, before, after }) => {
      const name = nameOf(at);
      const patch = createTwoFilesPatch(before === undefined ? '/dev/null' : name, name, before ?? '', after);
      return patch.replace(/^(?:Index: .*\n)?={3,}\n/, '').replace(/^(---|\+\+\+) (.*)\t$/gm, '$1 $2');
    })
    .join('');
}

function pathsOf(edits: readonly Edit[]): string[] {
  return edits.map((edit) => edit.path);
}

/** The world as it would be: the same, but for the files of the edits. */
function contextAfter(context: Context, edits: readonly Edit[]): Context {
  const texts = new Map(edits.map(({ path: at, after }) => [realOf(context, at), after]));
  const isFolder = (at: string) => [...texts.keys()].some((file) => file.startsWith(`${at}${path.sep}`));
  const known = (at: string) => (context.kindOf(at) === 'missing' ? at : context.realPath(at));
  return {
    ...context,
    readFile: (at) => {
      const after = texts.get(known(at));
      return after === undefined ? context.readFile(at) : Buffer.from(after);
    },
    kindOf: (at) => {
      const kind = context.kindOf(at);
      if (kind !== 'missing') return kind;
      return texts.has(at) ? 'file' : isFolder(at) ? 'folder' : kind;
    },
    realPath: known,
    list: (folder) => {
      const members = context.kindOf(folder) === 'missing' ? [] : context.list(folder);
      const names = new Set(members.map(({ name }) => name));
      for (const file of texts.keys()) {
        const [name = ''] = path.relative(known(folder), file).split(path.sep);
        if (name !== '..') names.add(name);
      }
      return [...names].map((name) => members.find((each) => each.name === name) ?? { name, link: false });
    },
  };
}

/** The text to write. What was read must still be there: two that edit at once do not undo each other. */
function contentOf(context: Context, { path: at, before, after }: Edit): string {
  const isThere = context.kindOf(at) !== 'missing';
  const bytes = Buffer.from(isThere ? context.readFile(at) : []);
  const mark = bytes.subarray(0, 3).equals(Buffer.from('\ufeff')) ? '\ufeff' : '';
  const marked = (content: string) => mark + content.replace(/^\ufeff/, '');
  if (
    isThere !== (before !== undefined) ||
    (before !== undefined && !bytes.equals(Buffer.from(marked(before))))
  )
    throw new Failure(exit.journal, text(words.changed, { path: at }), text(words.again));
  return marked(after);
}

/** Removes what a killed netroi left half-written beside a file; under the lock nobody else is at it. */
function removeLeftovers(context: Context, at: string): void {
  const real = realOf(context, at);
  const folder = path.dirname(real);
  for (const { name } of context.list(folder)) {
    const [, base, pid] = /^\.(.+)\.(\d+)\.tmp$/.exec(name) ?? [];
    if (base === path.basename(real) && !context.isRunning(Number(pid)))
      context.removeFile(path.join(folder, name));
  }
}

function realOf(context: Context, at: string): string {
  if (context.kindOf(at) !== 'missing') return context.realPath(at);
  const folder = path.dirname(at);
  return folder === at ? at : path.join(realOf(context, folder), path.basename(at));
}

function nearestFolder(context: Context, folder: string): string {
  return context.kindOf(folder) === 'missing' ? nearestFolder(context, path.dirname(folder)) : folder;
}

/** What a diagnostic says, wherever it stands by now. */
function saying(diagnostic: Diagnostic): string {
  const { code, source } = diagnostic;
  return [code, source.name, placeOf(diagnostic).excerpt, messageOf(diagnostic, 'en')].join('\n');
}

const words = {
  nothing: {
    en: 'this is how the journal would be: nothing was written',
    fr: 'voilà ce que serait le journal : rien n’a été écrit',
  },
  changed: { en: '{path} was changed in the meantime', fr: '{path} a été modifié entre-temps' },
  again: {
    en: 'nothing was written: try again',
    fr: 'rien n’a été écrit : réessayez',
  },
} satisfies Record<string, Phrase>;
