import path from 'node:path';
import type { Context } from '../../context.ts';
import { journalJsonSchema } from '../../model/json-schema.ts';
import { type Lang, type Phrase, text } from '../../model/text.ts';
import { printJson } from '../../render/json.ts';
import { ignoreText, type Owner, schemaName, settingsText, yearText } from '../../write/new-journal.ts';
import { exit, Failure } from '../failure.ts';
import { settingsName } from '../find.ts';

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

/** The example journal that comes with netroi. */
export function exampleJournal(context: Context, spoken: Lang): NewFiles {
  const folder = path.join(context.program, 'examples/solo');
  const names = context.list(folder).map(({ name }) => name);
  const files = names
    .filter((name) => /\.(ya?ml|[ct]sv)$/.test(name))
    .map((name): [string, string] => [
      name,
      Buffer.from(context.readFile(path.join(folder, name))).toString('utf8'),
    ]);
  return new Map([...files, [schemaName, printJson(journalJsonSchema(spoken))]]);
}

/**
 * Writes the files of a new journal.
 * @throws Failure where there is a journal in the folder, or one of the files: nothing is overwritten.
 */
export function makeJournal(context: Context, folder: string, shown: string, files: NewFiles): void {
  refuseTaken(context, folder, shown, files);
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

/** Refuses a folder that holds a journal, before anything is asked. */
export function refuseTaken(
  context: Context,
  folder: string,
  shown: string,
  files: Iterable<string> | NewFiles,
): void {
  const kind = context.kindOf(folder);
  if (kind === 'missing') return;
  if (kind !== 'folder') throw new Failure(exit.usage, text(words.noFolder, { path: shown }));
  const wanted = new Set(files instanceof Map ? files.keys() : (files as Iterable<string>));
  const found = context.list(folder).find(({ name }) => wanted.has(name));
  if (found) throw taken(path.join(shown, found.name));
}

/** Puts a folder under git. @returns whether git did it. */
export function startGit(context: Context, folder: string): boolean {
  if (context.git(['init', '--quiet'], folder) === undefined) return false;
  context.createFile(path.join(folder, '.gitignore'), ignoreText);
  return true;
}

/** Whether a folder, or the nearest there is above it, is in a git work tree already. */
export function isUnderGit(context: Context, folder: string): boolean {
  if (context.kindOf(folder) !== 'folder')
    return folder !== path.dirname(folder) && isUnderGit(context, path.dirname(folder));
  return context.git(['rev-parse', '--is-inside-work-tree'], folder)?.trim() === 'true';
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
  noFolder: { en: '{path} is no folder', fr: '{path} n’est pas un dossier' },
} satisfies Record<string, Phrase>;
