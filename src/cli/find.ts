import path from 'node:path';
import type { Context } from '../context.ts';
import { byCodePoint } from '../model/names.ts';
import { type Phrase, text } from '../model/text.ts';
import type { TextFile } from '../read/journal.ts';
import { exit, Failure, usageFailure } from './failure.ts';

/** A link that was not followed. */
export interface LostLink {
  readonly name: string;
  readonly isBroken: boolean;
}

export interface FoundJournal {
  /** The journal as the user would name it. */
  readonly name: string;
  readonly files: readonly TextFile[];
  readonly links: readonly LostLink[];
  readonly places: readonly Place[];
  /** Where the files are earlier ones, what each is called today. */
  readonly nameToday?: (name: string) => string;
}

/** A place where a journal is, on disk and as the user would write it. */
export interface Place {
  readonly at: string;
  readonly shown: string;
}

export const settingsName = 'netroi.yaml';

/** What standard input is called in diagnostics. */
export const standardInput = '<stdin>';

/** Finds the journal and reads its files, settings first. A journal that is nowhere is a usage failure. */
export function findJournal(context: Context, asked: readonly string[]): FoundJournal {
  return readPlaces(context, placesFor(context, asked));
}

/** Where the journal is: the places asked for, else the usual one. */
export function placesFor(context: Context, asked: readonly string[]): Place[] {
  return asked.length > 0 ? asked.map((each) => placeAt(context, each)) : usualPlaces(context);
}

/** Refuses a place where nothing is. */
export function refuseMissing(context: Pick<Context, 'kindOf'>, places: readonly Place[]): void {
  const missing = places.find(({ at, shown }) => shown !== '-' && context.kindOf(at) === 'missing');
  if (missing) throw new Failure(exit.usage, text(words.missing, { path: missing.shown }), text(words.init));
}

/** Refuses standard input where a file is to be written to: there is none. */
export function refuseStdin(places: readonly Pick<Place, 'shown'>[]): void {
  if (places.some(({ shown }) => shown === '-' || shown === standardInput))
    throw usageFailure(words.noWriting, {}, text(words.nameFile));
}

/** What a journal's files are read through: the disk, or what git holds of an earlier day. */
export type Shelf = Pick<Context, 'kindOf' | 'realPath' | 'list' | 'readFile' | 'readStdin'>;

/** Reads the files of the journal at these places, settings first. */
export function readPlaces(context: Shelf, places: readonly Place[]): FoundJournal {
  const files = new Map<string, TextFile>();
  const links: LostLink[] = [];
  const add = (at: string, shown: string, isSettingsOnly = false, folders: readonly string[] = []) => {
    const real = context.realPath(at);
    // Asked for itself as well, it is read whole.
    if (files.get(real)?.isSettingsOnly && !isSettingsOnly) files.delete(real);
    const known = files.get(real);
    if (!known)
      files.set(real, {
        name: shown,
        bytes: context.readFile(at),
        format: /\.[ct]sv$/i.test(at) ? 'csv' : 'yaml',
        folders,
        isSettingsOnly,
      });
    else if (folders.length > 0) files.set(real, { ...known, folders });
  };
  for (const { at, shown } of places) {
    if (shown === '-') {
      // A second reading would find nothing left.
      if (!files.has('-'))
        files.set('-', {
          name: standardInput,
          bytes: context.readStdin(),
          format: 'unknown',
          isSettingsOnly: false,
        });
      continue;
    }
    const kind = context.kindOf(at);
    if (kind === 'missing')
      throw new Failure(exit.usage, text(words.missing, { path: shown }), text(words.init));
    if (kind === 'folder') {
      for (const { path: file, shown: name, folders } of filesIn(context, { at, shown }, links))
        add(file, name, false, folders);
    } else {
      const beside = path.join(path.dirname(at), settingsName);
      if (context.kindOf(beside) === 'file') add(beside, path.join(path.dirname(shown), settingsName), true);
      add(at, shown);
    }
  }
  return { name: places.map(({ shown }) => shown).join(', '), files: [...files.values()], links, places };
}

export function placeAt(context: Context, asked: string): Place {
  return { at: path.resolve(context.cwd, asked), shown: asked };
}

function usualPlaces(context: Context): Place[] {
  const known = knownPlaces(context);
  if (known.length > 0) return known;
  throw new Failure(
    exit.usage,
    text(words.nowhere, { folder: path.join(context.cwd, '.netroi') }),
    text(words.init),
  );
}

/** Where the journal is that no option names; none where it is nowhere. */
export function knownPlaces(context: Context): Place[] {
  const listed = (context.env['NETROI_JOURNAL'] ?? '').split(path.delimiter).filter((each) => each !== '');
  if (listed.length > 0) {
    return listed.map((each) => ({
      at: path.resolve(context.cwd, each.replace(/^~(?=\/|$)/, context.home ?? '~')),
      shown: each,
    }));
  }
  for (let folder = context.cwd; ; folder = path.dirname(folder)) {
    const at = path.join(folder, '.netroi');
    if (at !== homeJournal(context) && context.kindOf(at) === 'folder')
      return [{ at, shown: path.relative(context.cwd, at) || '.' }];
    if (folder === path.dirname(folder)) break;
  }
  const home = homeJournal(context);
  return home && context.kindOf(home) === 'folder' ? [{ at: home, shown: '~/.netroi' }] : [];
}

function homeJournal({ home }: Context): string | undefined {
  return home === undefined ? undefined : path.join(home, '.netroi');
}

/** The files that a folder's journal is read from, settings first; links that are not followed go to `links`. */
export function filesIn(
  context: Shelf,
  { at, shown }: Place,
  links: LostLink[],
): { path: string; shown: string; folders: readonly string[] }[] {
  const root = context.realPath(at);
  const found: { path: string; relative: string }[] = [];
  const seen = new Set<string>();
  const walk = (folder: string, relative: string) => {
    const real = context.realPath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const { name, link } of context.list(folder)) {
      if (name.startsWith('.') || name.startsWith('_')) continue;
      const member = path.join(folder, name);
      const inner = relative === '' ? name : `${relative}/${name}`;
      const isOurs = isJournalFile(name);
      const kind = context.kindOf(member);
      if (link) {
        const leaves =
          kind !== 'missing' && !`${context.realPath(member)}${path.sep}`.startsWith(`${root}${path.sep}`);
        if ((leaves || kind === 'missing') && (isOurs || kind === 'folder'))
          links.push({ name: path.join(shown, inner), isBroken: !leaves });
        if (leaves || kind === 'missing') continue;
      }
      if (kind === 'folder') walk(member, inner);
      else if (isOurs && kind === 'file') found.push({ path: member, relative: inner });
    }
  };
  walk(at, '');
  found.sort(
    (a, b) =>
      Number(b.relative === settingsName) - Number(a.relative === settingsName) ||
      byCodePoint(a.relative, b.relative),
  );
  return found.map(({ path: file, relative }) => ({
    path: file,
    shown: path.join(shown, relative),
    folders: relative.split('/').slice(0, -1),
  }));
}

/** Whether a path below a journal's folder is read: by its ending, and by no `.` or `_` at the start of a name. */
export function isJournalFile(relative: string): boolean {
  return /\.(ya?ml|[ct]sv)$/i.test(relative) && !/(^|\/)[._]/.test(relative);
}

const words = {
  noWriting: {
    en: 'a journal on standard input cannot be written to',
    fr: 'on ne peut pas écrire dans un journal de l’entrée standard',
  },
  nameFile: {
    en: 'name a file or a folder with --journal',
    fr: 'indiquez un fichier ou un dossier avec --journal',
  },
  missing: { en: 'no journal at "{path}"', fr: 'pas de journal à « {path} »' },
  nowhere: {
    en: 'no journal found: looked at $NETROI_JOURNAL, {folder} and the same in every folder above, ~/.netroi',
    fr: 'aucun journal trouvé : cherché dans $NETROI_JOURNAL, {folder} et de même dans chaque dossier au-dessus, ~/.netroi',
  },
  init: { en: 'netroi init starts one', fr: 'netroi init en commence un' },
} satisfies Record<string, Phrase>;
