import path from 'node:path';
import type { Context } from '../../context.ts';
import { shippedSchemes } from '../../measure/score/shipped.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { byCodePoint } from '../../model/names.ts';
import type { Scheme } from '../../model/scheme.ts';
import { positionOf } from '../../model/source.ts';
import { decode } from '../../read/decode.ts';
import { type ReadScheme, readScheme } from '../../read/scheme.ts';
import { readYaml } from '../../read/yaml.ts';
import { isJournalFile, type Place } from '../find.ts';
import { treeAt } from '../git-tree.ts';

/** Where in the journal's folder the user's own schemes are. */
export const schemeFolder = '_schemes';

export interface FoundScheme {
  readonly scheme: Scheme;
  /** As it is written. */
  readonly text: string;
  /** Its file; undefined of one that comes with netroi. */
  readonly file: string | undefined;
}

export interface FoundSchemes {
  /** Each id once: a user's own in the place of the one that comes with netroi. */
  readonly schemes: readonly FoundScheme[];
  readonly diagnostics: readonly Diagnostic[];
}

interface SchemeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Every scheme: those that come with netroi, then the user's own in the journal's folders, as they stood at a revision where one is given. */
export function allSchemes(
  context: Context,
  places: readonly Place[],
  revision: string | undefined,
): FoundSchemes {
  const diagnostics: Diagnostic[] = [];
  const own = new Map<string, FoundScheme & { readonly read: ReadScheme }>();
  for (const file of placesOf(context, places).flatMap((place) => filesAt(context, place, revision))) {
    const { found, read } = open(file);
    diagnostics.push(...read.diagnostics);
    if (!found) continue;
    const { id } = found.scheme;
    const other = own.get(id);
    if (!other) own.set(id, { ...found, read });
    else {
      const { line } = positionOf(other.read.source, other.read.idSpan[0]);
      const params = { key: id, place: `${other.file}:${line}` };
      diagnostics.push({ code: 'setting-conflict', source: read.source, span: read.idSpan, params });
    }
  }
  const shipped = Object.entries(shippedSchemes).flatMap(([id, text]): FoundScheme[] => {
    const mine = own.get(id);
    if (mine) return [mine];
    const { scheme } = parsed(id, text);
    return scheme ? [{ scheme, text, file: undefined }] : [];
  });
  const others = [...own.values()].filter(({ scheme }) => !Object.hasOwn(shippedSchemes, scheme.id));
  return { schemes: [...shipped, ...others], diagnostics };
}

/** The scheme in a file that is named on the command line. */
export function schemeIn(context: Context, name: string): FoundSchemes {
  const { found, read } = open({ name, bytes: context.readFile(path.resolve(context.cwd, name)) });
  return { schemes: found ? [found] : [], diagnostics: read.diagnostics };
}

/** Whether a word names a file rather than a scheme. */
export function isPath(word: string): boolean {
  return /[/\\]|\.ya?ml$/i.test(word);
}

function open({ name, bytes }: SchemeFile): { found: FoundScheme | undefined; read: ReadScheme } {
  const { text, fault } = decode(bytes);
  if (fault) {
    const source = { name, text, spanOf: () => [0, 0] as const };
    const span = [fault.offset, fault.offset + 1] as const;
    const diagnostics = [{ code: fault.code, source, span, params: {} }];
    return { found: undefined, read: { scheme: undefined, source, idSpan: span, diagnostics } };
  }
  const read = parsed(name, text);
  return { found: read.scheme && { scheme: read.scheme, text, file: name }, read };
}

function parsed(name: string, text: string): ReadScheme {
  return readScheme(name, text, readYaml(text));
}

/** The folders of schemes: in the journal's folder, or beside its file; each once. */
function placesOf(context: Context, places: readonly Place[]): Place[] {
  const folders = new Map<string, Place>();
  for (const { at, shown } of places) {
    if (shown === '-') continue;
    const isFile =
      context.kindOf(at) === 'file' || (context.kindOf(at) === 'missing' && isJournalFile(path.basename(at)));
    const place = isFile ? { at: path.dirname(at), shown: path.dirname(shown) } : { at, shown };
    const folder = { at: path.join(place.at, schemeFolder), shown: path.join(place.shown, schemeFolder) };
    if (!folders.has(folder.at)) folders.set(folder.at, folder);
  }
  return [...folders.values()];
}

function filesAt(context: Context, { at, shown }: Place, revision: string | undefined): SchemeFile[] {
  const inOrder = (names: readonly string[]) => names.filter(isJournalYaml).sort(byCodePoint);
  if (revision === undefined) {
    if (context.kindOf(at) !== 'folder') return [];
    const names = context.list(at).map(({ name }) => name);
    return inOrder(names).flatMap((name) =>
      context.kindOf(path.join(at, name)) === 'file'
        ? [{ name: path.join(shown, name), bytes: context.readFile(path.join(at, name)) }]
        : [],
    );
  }
  const tree = treeAt(context, at, revision, isJournalYaml);
  if (typeof tree !== 'object') return [];
  return inOrder(tree.list('').map(({ name }) => name)).flatMap((name) => {
    const bytes = tree.kindOf(name) === 'file' ? tree.read(name) : undefined;
    return bytes ? [{ name: `${revision}:${path.join(shown, name)}`, bytes }] : [];
  });
}

function isJournalYaml(name: string): boolean {
  return isJournalFile(name) && /\.ya?ml$/i.test(name);
}
