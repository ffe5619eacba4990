import path from 'node:path';
import { addSteps } from '../../model/calendar.ts';
import { formatDay } from '../../model/day.ts';
import { nearest } from '../../model/names.ts';
import { type Phrase, text } from '../../model/text.ts';
import { decode } from '../../read/decode.ts';
import { finishRows } from '../../write/import/finish-rows.ts';
import { type Merged, mergeRows } from '../../write/import/merge.ts';
import { type ImportInput, isRefusal, noRules, type Refusal, type Rules } from '../../write/import/row.ts';
import { readRules } from '../../write/import/rules.ts';
import { skipWords } from '../../write/import/skip-words.ts';
import type { SourceId } from '../../write/import/source-ids.ts';
import { sourceText } from '../../write/import/source-text.ts';
import type { Call } from '../command.ts';
import { applyLocked, diffOf, lockedFor, wouldBeSound } from '../edit.ts';
import { exit, Failure, nearHint, usageFailure } from '../failure.ts';
import { type Loaded, loadJournal } from '../load.ts';
import { write } from '../save.ts';
import { importResult, sayNotes } from './import-result.ts';
import { dayAsked, importTarget, nameAsked } from './import-target.ts';

/** Imports a file from a source into the journal, and says what was new. Resolves the exit code. */
export async function importFile(call: Call, id: SourceId, file: string): Promise<number> {
  const { options } = call;
  if (file === '') throw usageFailure(words.empty, {}, text(words.give));
  const content = sound(sourceText(bytesOf(call, file), path.basename(file)));
  const rules = rulesAsked(call);
  const loaded = await loadJournal(call, false);
  const group = groupAsked(call, loaded);
  const { sources } = await import('../../write/import/sources.ts');
  const source = sources[id];
  const input = inputOf(call, loaded, { text: content, fileName: path.basename(file), rules });
  const parsed = sound(source.parse(input));
  call.mark(`parse ${file}`);
  const name = id === 'csv' ? nameAsked(call, rules) : id;
  const choice = { asked: group, usual: source.usualGroup?.(loaded.journal.settings.groups) };
  const isNarrowed = id !== 'ics' && (options['from'] ?? options['to']) !== undefined;
  const window = isNarrowed ? { from: formatDay(input.from), to: formatDay(input.to) } : undefined;
  const finished = finishRows(name, parsed, rules, choice, window);
  const target = importTarget(call, loaded, name);
  const isDry = options['dryRun'] === true;

  const merge = (): { merged: Merged; before: string | undefined } => {
    const before = textAt(call, target.path);
    const merged = sound(
      mergeRows(before, finished.rows, {
        prefix: name,
        columns: source.columns,
        withdrawn: parsed.withdrawn,
        isUpdate: options['update'] === true,
        clashes: source.clashes,
      }),
    );
    return { merged, before };
  };
  // Read and written under one lock: what another adds meanwhile is neither lost nor in the way.
  const steps = async (): Promise<number> => {
    const { merged, before } = merge();
    const isNew = before === undefined && merged.fresh + merged.late === 0;
    const edits = isNew || merged.text === before ? [] : [{ path: target.path, before, after: merged.text }];
    const isSound = isDry
      ? await wouldBeSound(target.call, loaded, edits)
      : edits.length === 0 || (await applyLocked(target.call, loaded, edits));
    if (!isSound) return exit.journal;
    const overlaps = Array<Phrase>(merged.overlapping).fill(skipWords.overlap);
    const skipped = [...finished.skipped, ...overlaps];
    const isUpdate = options['update'] === true;
    if (options['quiet'] !== true) await sayNotes(call, parsed, loaded.lang, target.note);
    const result = importResult(target.shown, merged, skipped, isUpdate, loaded.lang);
    await write(call, (isDry ? diffOf(edits, () => target.shown) : '') + result);
    return exit.done;
  };
  return isDry ? steps() : lockedFor(call, loaded, [target.path], steps);
}

/** What a parser or reader gives, or else the failure that its refusal is: the command line names the wrong thing. */
function sound<T extends object | string>(value: T | Refusal): T {
  if (typeof value === 'object' && isRefusal(value)) throw new Failure(exit.usage, value.refusal, value.hint);
  return value as T;
}

function bytesOf({ context }: Call, file: string, wayOut?: Phrase): Uint8Array {
  if (file === '-') return context.readStdin();
  const at = path.resolve(context.cwd, file);
  const kind = context.kindOf(at);
  if (kind === 'missing') throw usageFailure(words.missing, { path: file }, text(wayOut ?? words.give));
  if (kind === 'folder') throw usageFailure(words.folder, { path: file }, text(wayOut ?? words.one));
  return context.readFile(at);
}

function rulesAsked(call: Call): Rules {
  const asked = call.options['rules'];
  if (typeof asked !== 'string') return noRules;
  const name = path.basename(asked);
  return sound(readRules(sound(sourceText(bytesOf(call, asked, words.giveRules), name)), name));
}

function groupAsked({ options }: Call, { journal }: Loaded): string | undefined {
  const group = options['group'];
  if (typeof group !== 'string') return undefined;
  const { groups } = journal.settings;
  if (groups.size === 0 || groups.has(group)) return group;
  const keys = [...groups.keys()];
  throw new Failure(exit.journal, text(words.noGroup, { group }), nearHint(nearest(group, keys), keys));
}

/** How many months back recurrences are told where no days are given. */
const usualMonths = 24;

function inputOf(
  call: Call,
  { asOf, journal }: Loaded,
  file: Pick<ImportInput, 'text' | 'fileName' | 'rules'>,
): ImportInput {
  const to = dayAsked(call, 'to') ?? asOf;
  const from = dayAsked(call, 'from') ?? addSteps('month', Math.min(to, asOf), -usualMonths);
  if (from > to) throw usageFailure(words.backwards, { from: { day: from }, to: { day: to } });
  const me = call.options['me'];
  return {
    ...file,
    from,
    to,
    asOf,
    me: typeof me === 'string' ? me : undefined,
    date: dayAsked(call, 'date'),
    groups: journal.settings.groups,
  };
}

function textAt({ context }: Call, at: string): string | undefined {
  return context.kindOf(at) === 'missing' ? undefined : decode(context.readFile(at)).text;
}

const words = {
  missing: { en: 'no file at "{path}"', fr: 'pas de fichier à « {path} »' },
  give: {
    en: 'give the path of the file that was exported',
    fr: 'donnez le chemin du fichier exporté',
  },
  giveRules: {
    en: 'give the path of your file of rules',
    fr: 'donnez le chemin de votre fichier de règles',
  },
  empty: { en: 'import needs a file, not ""', fr: 'import demande un fichier, pas « »' },
  folder: { en: '"{path}" is a folder', fr: '« {path} » est un dossier' },
  one: { en: 'import the files in it one by one', fr: 'importez un à un les fichiers qu’il contient' },
  noGroup: { en: 'no group "{group}" is declared', fr: 'aucun groupe « {group} » n’est déclaré' },
  backwards: {
    en: 'the days end ({to}) before they start ({from})',
    fr: 'les jours finissent ({to}) avant de commencer ({from})',
  },
} satisfies Record<string, Phrase>;
