import path from 'node:path';
import type { Context } from '../../context.ts';
import { journalJsonSchema } from '../../model/json-schema.ts';
import { type Lang, type Phrase, text } from '../../model/text.ts';
import { readJournal, type TextFile } from '../../read/journal.ts';
import { printJson } from '../../render/json.ts';
import { ignoreText, type Owner, schemaName, settingsText, yearText } from '../../write/new-journal.ts';
import { exit, Failure } from '../failure.ts';
import { filesIn, settingsName } from '../find.ts';
import { formatted } from '../formatted.ts';
import { yamlReader } from '../yaml-cache.ts';

/** The files of a journal that is to be made, by their names in its folder. */
export type NewFiles = ReadonlyMap<string, string>;

/** The files of an empty journal. */
export function emptyJournal(owner: Owner, year: string, spoken: Lang): NewFiles {
  return new Map([
    [settingsName, settingsText(owner, spoken)],
    [`${year}.yaml`, yearText(year, owner.groups[0]?.key, spoken)],
    [schemaName, printJson(journalJsonSchema(spoken))],
  ]);
}

/** The example journal that comes with netroi, in canonical form as a hook of `fmt --check` wants it. */
export async function exampleJournal(context: Context, spoken: Lang): Promise<NewFiles> {
  const folder = path.join(context.program, 'examples/solo');
  const files = filesIn(context, { at: folder, shown: folder }, []).map(
    ({ path: at }): TextFile => ({
      name: path.relative(folder, at),
      bytes: context.readFile(at),
      format: /\.[ct]sv$/i.test(at) ? 'csv' : 'yaml',
      isSettingsOnly: false,
    }),
  );
  const { journal } = await readJournal(files, yamlReader(context, false), undefined);
  const texts = files.map((file): [string, string] => [
    file.name,
    formatted(file, journal.settings.currency).after,
  ]);
  return new Map([...texts, [schemaName, printJson(journalJsonSchema(spoken))]]);
}

/**
 * Writes the files of a new journal.
 * @throws Failure where there is a journal in the folder, or one of the files: nothing is overwritten.
 */
export function makeJournal(context: Context, folder: string, shown: string, files: NewFiles): void {
  refuseTaken(context, folder, shown, files.keys());
  context.makePrivateFolder(folder);
  const made: string[] = [];
  try {
    for (const [name, content] of files) {
      const at = path.join(folder, name);
      if (!context.createFile(at, content)) throw taken(path.join(shown, name));
      made.push(at);
    }
  } catch (error) {
    // Half a journal would keep the next try from making a whole one.
    for (const at of made) context.removeFile(at);
    throw error;
  }
}

/** Refuses a folder that holds a journal, or files that would be read as part of one, before anything is asked. */
export function refuseTaken(context: Context, folder: string, shown: string, names: Iterable<string>): void {
  const kind = context.kindOf(folder);
  if (kind === 'missing') return;
  if (kind !== 'folder') throw new Failure(exit.usage, text(words.noFolder, { path: shown }));
  const wanted = new Set(names);
  const found = context.list(folder).find(({ name }) => wanted.has(name));
  if (found) throw taken(path.join(shown, found.name));
  const [stranger] = filesIn(context, { at: folder, shown }, []);
  if (!stranger) return;
  const inner = path.basename(folder) === '.netroi' ? undefined : path.join(shown, '.netroi');
  throw new Failure(
    exit.usage,
    text(words.stranger, { path: stranger.shown }),
    inner === undefined ? text(words.elsewhere) : text(words.inside, { folder: inner }),
  );
}

/** Puts a folder under git. @returns the names of what was made for it; undefined where git did not do it. */
export function startGit(context: Context, folder: string): string[] | undefined {
  if (context.git(['init', '--quiet'], folder) === undefined) return undefined;
  const isNew = context.createFile(path.join(folder, '.gitignore'), ignoreText);
  return [...(isNew ? ['.gitignore'] : []), '.git'];
}

/** Whether what is written to a folder, which need not be there yet, is in a git work tree already. */
export function isUnderGit(context: Context, folder: string): boolean {
  let around = folder;
  while (context.kindOf(around) !== 'folder' && around !== path.dirname(around))
    around = path.dirname(around);
  if (context.git(['rev-parse', '--is-inside-work-tree'], around)?.trim() !== 'true') return false;
  // What the repository around leaves out is not kept by it.
  return context.git(['check-ignore', '--quiet', `${folder}${path.sep}`], around) === undefined;
}

function taken(shown: string): Failure {
  return new Failure(exit.usage, text(words.taken, { path: shown }), text(words.elsewhere));
}

const words = {
  taken: {
    en: '{path} is there already: nothing was written',
    fr: '{path} existe déjà : rien n’a été écrit',
  },
  elsewhere: {
    en: 'name another folder: netroi init FOLDER',
    fr: 'indiquez un autre dossier : netroi init DOSSIER',
  },
  stranger: {
    en: '{path} would be read with the journal: nothing was written',
    fr: '{path} serait lu avec le journal : rien n’a été écrit',
  },
  inside: {
    en: 'name an empty folder, or one of its own here: netroi init {folder}',
    fr: 'indiquez un dossier vide, ou un dossier à lui ici : netroi init {folder}',
  },
  noFolder: { en: '{path} is no folder', fr: '{path} n’est pas un dossier' },
} satisfies Record<string, Phrase>;
