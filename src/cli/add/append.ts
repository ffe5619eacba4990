import path from 'node:path';
import { type Entry, fieldsOf } from '../../model/schema.ts';
import { positionOf } from '../../model/source.ts';
import { type Phrase, speak, text } from '../../model/text.ts';
import { openCsv, typeOfFileName } from '../../read/csv-file.ts';
import { decode } from '../../read/decode.ts';
import { appendYaml } from '../../write/append.ts';
import { appendCsv, columnOf, columnsFor, newCsv } from '../../write/csv-row.ts';
import type { NewEntry } from '../../write/entry-text.ts';
import { lineStart } from '../../write/lines.ts';
import { editorLine, schemaName } from '../../write/new-journal.ts';
import type { Call } from '../command.ts';
import { applyLocked, diffOf, type Edit, lockedFor, wouldBeSound } from '../edit.ts';
import { exit, Failure } from '../failure.ts';
import { spelledEntry } from '../formatted.ts';
import { type Loaded, loadJournal, printDiagnostics } from '../load.ts';
import { fileCalled, type Target } from './target.ts';

/**
 * Appends an entry to its file, under the journal's lock: read, made, checked with the whole journal and written in one
 * go, so that of many at once none is lost. Says where it stands now; with `--dry-run` prints the diff instead.
 * @param areDoubtsTold whether its warnings were shown before.
 * @returns the exit code.
 */
export async function appendEntry(
  target: Target,
  entryFor: (loaded: Loaded) => NewEntry,
  areDoubtsTold = false,
): Promise<number> {
  const { call, places, at } = target;
  const judging = areDoubtsTold ? quieted(call) : call;
  const isDry = call.options['dryRun'] === true;
  const run = async () => {
    const loaded = await loadJournal(target.callNow, false);
    if (!(await printErrors(target, loaded))) return exit.journal;
    const entry = spelledEntry(entryFor(loaded), loaded.journal.settings.currency);
    const edit = editFor(target, loaded, entry);
    if (isDry) {
      if (!(await wouldBeSound(judging, loaded, [edit]))) return exit.journal;
      await call.context.stdout.write(diffOf([edit], () => target.shown));
      return exit.done;
    }
    if (!(await applyLocked(judging, loaded, [edit]))) return exit.journal;
    const params = { place: `${target.shown}:${lineOf(edit, target.isCsv)}`, type: entry.type };
    await call.context.stdout.write(`${speak(text(words.added, params), loaded.lang)}\n`);
    if (target.isApart && call.options['quiet'] !== true)
      await call.context.stderr.write(
        `${speak(text(words.apart, { path: target.shown, journal: places.map((place) => place.shown).join(', ') }), loaded.lang)}\n`,
      );
    return exit.done;
  };
  return isDry ? run() : lockedFor(call, { places }, [at], run);
}

/** Prints what keeps a journal from being written to; its doubts are told by `check`. */
export function printErrors({ callNow }: Pick<Target, 'callNow'>, loaded: Loaded): Promise<boolean> {
  return printDiagnostics(quieted(callNow), loaded, false);
}

function quieted(call: Call): Call {
  return { ...call, options: { ...call.options, quiet: true } };
}

/** The file with the entry in it. */
export function editFor(target: Target, loaded: Loaded, entry: NewEntry): Edit {
  const { at, call } = target;
  const isThere = call.context.kindOf(at) !== 'missing';
  const before = isThere ? decode(call.context.readFile(at)).text : undefined;
  const after = target.isCsv
    ? csvWith(target, before, entry)
    : appendYaml(before ?? firstLine(target), heldIn(target, loaded), entry);
  return { path: at, before, after };
}

/** A new file of a journal that has its schema beside it tells editors of it. */
function firstLine({ at, call }: Target): string {
  const schema = path.join(path.dirname(at), schemaName);
  return call.context.kindOf(schema) === 'file' ? `${editorLine}\n\n` : '';
}

function heldIn({ at, callNow }: Target, { journal, places }: Loaded) {
  const here = new Map<Entry['origin'], boolean>();
  const isHere = ({ origin }: Entry) => {
    const known = here.get(origin);
    if (known !== undefined) return known;
    const { context } = callNow;
    const is = context.realPath(fileCalled(callNow, places, origin.name)) === context.realPath(at);
    here.set(origin, is);
    return is;
  };
  const entries = callNow.context.kindOf(at) === 'missing' ? [] : journal.entries.filter(isHere);
  const last = entries.at(-1);
  return last && { count: entries.length, last: last.origin.spanOf(last.record)[0] };
}

function csvWith({ shown }: Target, before: string | undefined, entry: NewEntry): string {
  const isTyped = typeOfFileName(shown) === entry.type;
  const wanted = columnsFor(entry, !isTyped);
  if (before === undefined || before.trim() === '') {
    const all = [
      ...new Set([...wanted, ...Object.keys(fieldsOf(entry.type)).filter((name) => name === 'note')]),
    ];
    return newCsv(all, entry);
  }
  const { columns, delimiter } = openCsv(shown, before, () => {});
  const missing = wanted.find((path) => columnOf(path, columns) === undefined);
  if (missing !== undefined)
    throw new Failure(
      exit.journal,
      text(words.noColumn, { file: shown, column: missing }),
      text(words.addColumn),
    );
  const barred = [...entry.values.values()].find(
    (list) => list.length > 1 && list.some((each) => each.includes('|')),
  );
  if (barred) throw new Failure(exit.journal, text(words.bar, { file: shown }));
  return appendCsv(before, { columns, delimiter }, entry);
}

/** The line at which the new entry starts. */
function lineOf({ before = '', after }: Edit, isCsv: boolean): number {
  // Below the header.
  if (isCsv && before.trim() === '') return 2;
  let same = 0;
  while (same < before.length && before.charCodeAt(same) === after.charCodeAt(same)) same++;
  // Where the last line had no end, it has one now.
  const from =
    same > 0 && same === before.length
      ? same + (/^(?:\r\n|\n|\r)/.exec(after.slice(same))?.[0].length ?? 0)
      : lineStart(after, same);
  const start =
    from + (/^(?:[^\S\r\n]*(?:#.*|---|entries:)?(?:\r\n|\n|\r))*/.exec(after.slice(from))?.[0].length ?? 0);
  return positionOf({ name: '', text: after, spanOf: () => [0, 0] }, start).line;
}

const words = {
  apart: {
    en: '{path} is not in the journal {journal}: to read both, give both with -j',
    fr: '{path} n’est pas dans le journal {journal} : pour lire les deux, donnez les deux par -j',
  },
  added: { en: '{place}: {type} added', fr: '{place} : écriture {type} ajoutée' },
  noColumn: { en: '{file} has no column "{column}"', fr: '{file} n’a pas de colonne « {column} »' },
  addColumn: {
    en: 'add it to the header, or name another file with --file',
    fr: 'ajoutez-la à l’en-tête, ou indiquez un autre fichier avec --file',
  },
  bar: {
    en: '{file}: several values stand with | between them in a cell, so none of them can hold one',
    fr: '{file} : plusieurs valeurs sont séparées par | dans une cellule, donc aucune ne peut en contenir',
  },
} satisfies Record<string, Phrase>;
