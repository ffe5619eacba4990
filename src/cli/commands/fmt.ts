import path from 'node:path';
import { type Phrase, speak, type Text, text } from '../../model/text.ts';
import { visible } from '../../model/visible.ts';
import { readJournal, type TextFile } from '../../read/journal.ts';
import type { Call, Command } from '../command.ts';
import { exit, Failure } from '../failure.ts';
import { findJournal, type Place, placesFor, refuseMissing, settingsName, standardInput } from '../find.ts';
import type { FormattedFile } from '../formatted.ts';
import { type Loaded, loadJournal, printDiagnostics } from '../load.ts';
import { write } from '../save.ts';
import { yamlReader } from '../yaml-cache.ts';

export const fmt: Command = {
  name: 'fmt',
  summary: {
    en: 'the journal’s files in canonical form, comments kept',
    fr: 'les fichiers du journal sous leur forme canonique, commentaires gardés',
  },
  about: {
    en: 'Entries go by date, fields in the order of the schema, dates, durations and amounts in one spelling. Comments stay with their entry. What the journal says never changes.',
    fr: 'Les écritures vont par date, les champs dans l’ordre du schéma, dates, durées et montants ont une seule forme. Les commentaires restent avec leur écriture. Ce que dit le journal ne change jamais.',
  },
  examples: [
    {
      line: 'netroi fmt --dry-run',
      does: { en: 'show what would change', fr: 'montrer ce qui changerait' },
    },
    {
      line: 'netroi check && netroi fmt --check',
      does: { en: 'for a pre-commit hook', fr: 'pour un hook pre-commit' },
    },
  ],
  options: [
    {
      flags: '--check',
      help: {
        en: 'write nothing; exit 1 and name the files that would change',
        fr: 'ne rien écrire ; code 1 et le nom des fichiers qui changeraient',
      },
    },
    {
      flags: '--dry-run',
      help: { en: 'write nothing; show the changes', fr: 'ne rien écrire ; montrer les changements' },
    },
  ],
  async run(call) {
    if (call.options['check'] === true || call.options['dryRun'] === true) return format(call);
    const places = placesFor(call.context, (call.options['journal'] ?? []) as readonly string[]);
    if (places.some(({ shown }) => shown === '-')) return format(call);
    refuseMissing(call.context, places);
    const { lockedFor } = await import('../edit.ts');
    // Whoever writes to the journal meanwhile waits, or is waited for.
    const files = places.map(({ at }) =>
      call.context.kindOf(at) === 'folder' ? path.join(at, settingsName) : at,
    );
    return lockedFor(call, { places }, files, () => format(call));
  },
};

async function format(given: Call): Promise<number> {
  const call = readingOnce(given);
  const loaded = await loadJournal(call, false);
  if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
  const { files } = findJournal(call.context, (call.options['journal'] ?? []) as readonly string[]);
  const input = files.find(({ name }) => name === standardInput);
  const results = await inCanonicalForm(call, loaded, files, input);
  const others = results.filter(({ before, after }) => before !== after);
  const say = (lines: readonly Text[]) =>
    call.context.stderr.write(lines.map((line) => `${visible(speak(line, loaded.lang))}\n`).join(''));
  if (call.options['quiet'] !== true) await say(results.flatMap(keptNotes));
  if (call.options['check'] === true) {
    if (others.length === 0) return exit.done;
    await say([...others.map(({ name }) => text(words.other, { name })), text(words.way)]);
    return exit.journal;
  }
  const isDry = call.options['dryRun'] === true;
  if (input && !isDry) {
    await write(call, markOf(input) + (results[0]?.after ?? ''));
    return exit.done;
  }
  const edits = others.map(({ name, before, after }) => ({
    path: pathOf(name, loaded.places),
    before,
    after,
  }));
  if (isDry || edits.length > 0) {
    const { applyLocked, diffOf } = await import('../edit.ts');
    if (isDry) {
      const names = new Map(edits.map((edit, i) => [edit.path, others[i]?.name ?? edit.path]));
      await write(
        call,
        diffOf(edits, (at) => names.get(at) ?? at),
      );
      return exit.done;
    }
    // What stands there now is looked at once more.
    if (!(await applyLocked(given, loaded, edits))) return exit.journal;
  }
  if (call.options['quiet'] !== true)
    await write(call, `${speak(summaryOf(others.map(({ name }) => name)), loaded.lang)}\n`);
  return exit.done;
}

/** The call with files and a standard input that say the same at every reading. */
function readingOnce(call: Call): Call {
  let input: Uint8Array | undefined;
  const files = new Map<string, Uint8Array>();
  const readStdin = () => {
    input ??= call.context.readStdin();
    return input;
  };
  const readFile = (at: string) => {
    const known = files.get(at) ?? call.context.readFile(at);
    files.set(at, known);
    return known;
  };
  return { ...call, context: { ...call.context, readFile, readStdin } };
}

/**
 * The files that were asked for (standard input alone, where it is one of them) before and after.
 * @throws Failure where the journal would not say the same: then the fault is netroi's, and nothing is written.
 */
async function inCanonicalForm(
  call: Call,
  loaded: Loaded,
  files: readonly TextFile[],
  input: TextFile | undefined,
): Promise<FormattedFile[]> {
  const { formatted } = await import('../formatted.ts');
  const wanted = files.filter((file) => !file.isSettingsOnly && (!input || file === input));
  const results = wanted.map((file) => formatted(file, loaded.journal.settings.currency));
  call.mark('format');
  if (results.every(({ before, after }) => before === after)) return results;
  const made = new Map(results.map((result) => [result.name, result.after]));
  const after = files.map((file) => {
    const content = made.get(file.name);
    return content === undefined || file.isSettingsOnly ? file : { ...file, bytes: Buffer.from(content) };
  });
  const asOf = call.options['asOf'] === undefined ? loaded.asOf : undefined;
  const again = await readJournal(after, yamlReader(call.context, false), asOf);
  const { saysTheSame } = await import('../same-journal.ts');
  // What is wrong with links is found with the files, not read in them.
  const diagnostics = loaded.diagnostics.filter(({ code }) => !code.startsWith('link-'));
  if (!saysTheSame({ ...loaded, diagnostics }, again))
    throw new Failure(exit.system, text(words.unsafe, { name: loaded.name }), text(words.tell));
  call.mark('compare');
  return results;
}

/** Where a file of the journal is on the disk: below the place that it was found at. */
function pathOf(name: string, places: readonly Place[]): string {
  for (const { at, shown } of places) {
    const inner = path.relative(shown, name);
    if (inner === '') return at;
    if (!inner.startsWith('..')) return path.join(at, inner);
  }
  return path.resolve(name);
}

function markOf({ bytes }: TextFile): string {
  return Buffer.from(bytes.subarray(0, 3)).toString() === '\ufeff' ? '\ufeff' : '';
}

function keptNotes({ name, kept }: FormattedFile): Text[] {
  return kept.map(({ line, what }) =>
    text(what === 'entries' ? words.keptEntries : words.keptFields, { place: `${name}:${line + 1}` }),
  );
}

function summaryOf(names: readonly string[]): Text {
  const params = { count: names.length, names: names.join(', ') };
  return text(names.length === 0 ? words.none : names.length === 1 ? words.one : words.many, params);
}

const words = {
  none: { en: 'every file is in canonical form', fr: 'tous les fichiers sont sous forme canonique' },
  one: { en: '1 file formatted: {names}', fr: '1 fichier mis en forme : {names}' },
  many: { en: '{count} files formatted: {names}', fr: '{count} fichiers mis en forme : {names}' },
  other: { en: '{name}: not in canonical form', fr: '{name} : pas sous forme canonique' },
  way: { en: 'netroi fmt writes it', fr: 'netroi fmt l’écrit' },
  keptEntries: {
    en: '{place}: these entries keep their order: by date, an alias would come before its anchor',
    fr: '{place} : ces écritures gardent leur ordre : par date, un alias viendrait avant son ancre',
  },
  keptFields: {
    en: '{place}: the fields of this entry keep their order: otherwise an alias would come before its anchor',
    fr: '{place} : les champs de cette écriture gardent leur ordre : sinon un alias viendrait avant son ancre',
  },
  unsafe: {
    en: 'nothing was formatted: {name} would not say the same as before',
    fr: 'rien n’a été mis en forme : {name} ne dirait plus la même chose',
  },
  tell: {
    en: 'this is a fault of netroi: please report it',
    fr: 'c’est une faute de netroi : merci de la signaler',
  },
} satisfies Record<string, Phrase>;
