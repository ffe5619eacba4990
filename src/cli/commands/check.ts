import { hintOf, messageOf, placeOf, severityOf } from '../../model/diagnostic.ts';
import { nearest } from '../../model/names.ts';
import { type Phrase, speak, text } from '../../model/text.ts';
import { printJson } from '../../render/json.ts';
import type { Command } from '../command.ts';
import { exit, nearHint, usageFailure } from '../failure.ts';
import { type Loaded, loadJournal, printDiagnostics } from '../load.ts';
import { write } from '../save.ts';

const formats = ['text', 'json'];

export const check: Command = {
  name: 'check',
  summary: {
    en: 'every fault of the journal, with file:line',
    fr: 'toutes les fautes du journal, avec fichier:ligne',
  },
  examples: [
    {
      line: 'netroi check',
      does: { en: 'faults and doubts, each with a way out', fr: 'fautes et doutes, chacun avec une issue' },
    },
    {
      line: 'netroi check --strict --format json',
      does: {
        en: 'for an editor; warnings count as errors',
        fr: 'pour un éditeur ; les avertissements comptent comme erreurs',
      },
    },
  ],
  options: [{ flags: '--format <format>', help: { en: 'text or json', fr: 'text ou json' } }],
  async run(call) {
    const format = call.options['format'] ?? 'text';
    if (typeof format !== 'string' || !formats.includes(format)) {
      throw usageFailure(
        words.noFormat,
        { name: String(format) },
        nearHint(nearest(String(format), formats), formats),
      );
    }
    const loaded = await loadJournal(call, true);
    const isStrict = call.options['strict'] === true;
    if (format === 'json') {
      await write(call, diagnosticsJson(loaded, isStrict));
      return loaded.diagnostics.some((each) => severityOf(each, isStrict) === 'error')
        ? exit.journal
        : exit.done;
    }
    if (!(await printDiagnostics(call, loaded, true))) return exit.journal;
    const { entries, settings } = loaded.journal;
    const warnings = loaded.diagnostics.length;
    const phrase = warnings === 0 ? words.sound : words.doubts;
    const params = {
      entries: entries.length,
      files: loaded.fileCount,
      groups: settings.groups.size,
      warnings,
    };
    await write(call, `${speak(text(phrase, params), loaded.lang)}\n`);
    return exit.done;
  },
};

/** For editors: always in English, like every machine format. */
function diagnosticsJson({ diagnostics }: Loaded, isStrict: boolean): string {
  const list = diagnostics.map((each) => {
    const { line, column, length } = placeOf(each);
    return {
      code: each.code,
      severity: severityOf(each, isStrict),
      file: each.source.name,
      line,
      column,
      length,
      message: messageOf(each, 'en'),
      hint: hintOf(each, 'en') ?? null,
    };
  });
  return printJson({ version: 1, diagnostics: list });
}

const words = {
  noFormat: { en: 'check has no format "{name}"', fr: 'check n’a pas de format « {name} »' },
  sound: {
    en: 'no faults: {entries} entries, {groups} declared groups, {files} files',
    fr: 'aucune faute : {entries} écritures, {groups} groupes déclarés, {files} fichiers',
  },
  doubts: {
    en: 'no errors, {warnings} warnings: {entries} entries, {groups} declared groups, {files} files',
    fr: 'aucune erreur, {warnings} avertissements : {entries} écritures, {groups} groupes déclarés, {files} fichiers',
  },
} satisfies Record<string, Phrase>;
