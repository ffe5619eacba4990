import path from 'node:path';
import { nearest } from '../model/names.ts';
import type { Report } from '../model/report.ts';
import { type Lang, type Phrase, text } from '../model/text.ts';
import { type Format, type FormatId, formats, formatsOf } from '../render/formats.ts';
import type { Call, Options } from './command.ts';
import { nearHint, usageFailure } from './failure.ts';
import { journalAround } from './journal-around.ts';

/**
 * The format that `--format` names, else the one the output file's ending means, else the usual one.
 * @param command the one that is called, where it has formats of its own.
 */
export function formatFrom(options: Options, usual: FormatId = 'table', command?: string): Format {
  const asked = options['format'];
  const output = options['output'];
  const had = formatsOf(command);
  const ids = had.map(({ id }) => id);
  if (typeof asked === 'string') {
    const format = had.find(({ id }) => id === asked);
    if (format) return format;
    const others: readonly Format[] = formats;
    const elsewhere = others.find(({ id }) => id === asked)?.only?.join(', ');
    if (elsewhere)
      throw usageFailure(words.elsewhere, { name: asked, commands: elsewhere }, nearHint(undefined, ids));
    throw usageFailure(words.noFormat, { name: asked }, nearHint(nearest(asked, ids), ids));
  }
  const ending = typeof output === 'string' ? path.extname(output).toLowerCase() : '';
  const meant = had.filter(({ endings }) => endings.includes(ending));
  const isUsual = ({ id }: Format) => id === usual;
  return meant.find(isUsual) ?? meant[0] ?? had.find(isUsual) ?? formats[0];
}

/** Whether the TOTAL row is wanted: as asked, else as the format has it. */
export function totalFrom(options: Options, format: Format): boolean {
  return typeof options['total'] === 'boolean' ? options['total'] : format.hasTotal;
}

/** Renders a report and writes it to the output file, or to standard output. */
export async function deliver(call: Call, report: Report, format: Format, lang: Lang): Promise<void> {
  const rendered = await format.render(report, call.styleFor(lang));
  call.mark('render');
  await write(call, rendered);
}

/**
 * Writes a result to the output file, whole or not at all, or to standard output.
 * @throws Failure where the journal would be read with that file in it: no result is to take the place of an entry.
 */
export async function write({ context, options }: Call, result: string): Promise<void> {
  const output = options['output'];
  if (typeof output === 'string' && output !== '-') {
    const at = path.resolve(context.cwd, output);
    const around = journalAround(context, (options['journal'] ?? []) as readonly string[], at);
    if (around !== undefined)
      throw usageFailure(words.inJournal, { output, journal: around }, text(words.away));
    context.writeFile(at, result);
  } else await context.stdout.write(result);
}

const words = {
  inJournal: {
    en: '{output} would be read as a part of the journal {journal}',
    fr: '{output} serait lu comme une partie du journal {journal}',
  },
  away: { en: 'write it elsewhere', fr: 'écrivez-le ailleurs' },
  elsewhere: {
    en: 'the format "{name}" is for {commands} alone',
    fr: 'le format « {name} » est pour {commands} seulement',
  },
  noFormat: { en: 'no format is called "{name}"', fr: 'aucun format ne s’appelle « {name} »' },
} satisfies Record<string, Phrase>;
