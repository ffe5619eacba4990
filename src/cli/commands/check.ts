import { hintOf, messageOf, placeOf, severityOf } from '../../model/diagnostic.ts';
import { nearest } from '../../model/names.ts';
import { inAll, type Phrase, speak, type Text, text } from '../../model/text.ts';
import { printJson } from '../../render/json.ts';
import type { Command } from '../command.ts';
import { exit, nearHint, usageFailure } from '../failure.ts';
import { type Loaded, loadJournal, printDiagnostics } from '../load.ts';
import { atOption } from '../options.ts';
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
  options: [
    atOption,
    { flags: '--format <format>', words: formats, help: { en: 'text or json', fr: 'text ou json' } },
  ],
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
    const facts = [
      counted(words.entries, entries.length),
      counted(words.groups, settings.groups.size),
      counted(words.files, loaded.files.length),
    ];
    const count = loaded.diagnostics.length;
    const verdict =
      count === 0
        ? text(words.sound)
        : text(words.doubts, { warnings: inAll(counted(words.warnings, count)) });
    const { lang } = loaded;
    const list = facts.map((fact) => speak(fact, lang)).join(', ');
    await write(call, `${speak(text(words.result, { verdict: inAll(verdict), list }), lang)}\n`);
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
  result: { en: '{verdict}: {list}', fr: '{verdict} : {list}' },
  sound: { en: 'no faults', fr: 'aucune faute' },
  doubts: { en: 'no errors, {warnings}', fr: 'aucune erreur, {warnings}' },
  entries: [
    { en: '1 entry', fr: '{count} écriture' },
    { en: '{count} entries', fr: '{count} écritures' },
  ],
  groups: [
    { en: '1 declared group', fr: '{count} groupe déclaré' },
    { en: '{count} declared groups', fr: '{count} groupes déclarés' },
  ],
  files: [
    { en: '1 file', fr: '{count} fichier' },
    { en: '{count} files', fr: '{count} fichiers' },
  ],
  warnings: [
    { en: '1 warning', fr: '{count} avertissement' },
    { en: '{count} warnings', fr: '{count} avertissements' },
  ],
} satisfies Record<string, Phrase | readonly Phrase[]>;

/** A number of things, in the singular where it is one; French has it for none, too. */
function counted([one, many]: readonly [Phrase, Phrase] | readonly Phrase[], count: number): Text {
  const { en = '' } = (count === 1 ? one : many) ?? {};
  const { fr = '' } = (count < 2 ? one : many) ?? {};
  return text({ en, fr }, { count });
}
