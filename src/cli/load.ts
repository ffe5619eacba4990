import type { Context } from '../context.ts';
import { type Day, parseDay } from '../model/day.ts';
import { type Diagnostic, formatDiagnostic, severityOf } from '../model/diagnostic.ts';
import type { Journal } from '../model/ledger.ts';
import { type Lang, type Phrase, speak, text } from '../model/text.ts';
import { readJournal } from '../read/journal.ts';
import type { Call } from './command.ts';
import { usageFailure } from './failure.ts';
import { findJournal, type Place } from './find.ts';
import { yamlReader } from './yaml-cache.ts';

export interface Loaded {
  readonly journal: Journal;
  /** The journal as the user names it. */
  readonly name: string;
  readonly asOf: Day;
  readonly lang: Lang;
  readonly diagnostics: readonly Diagnostic[];
  /** Names of the files, in reading order. */
  readonly files: readonly string[];
  readonly places: readonly Place[];
}

/** The day the journal is read as of: `--as-of`, or today. */
export function asOfDay({ context, options }: Call): Day {
  const asked = options['asOf'];
  const day = parseDay(typeof asked === 'string' ? asked : context.today());
  if (typeof day === 'number') return day;
  throw usageFailure(
    day === 'day' ? words.noDay : words.badDate,
    { value: String(asked) },
    text(words.dateForm),
  );
}

/**
 * Finds and reads the journal.
 * @param isCheck whether dates after a day given by `--as-of` are to be blamed: a report as of a past day
 *   means to leave them out.
 */
export async function loadJournal(call: Call, isCheck: boolean): Promise<Loaded> {
  const { context, options, mark } = call;
  const asOf = asOfDay(call);
  const asked = (options['journal'] ?? []) as readonly string[];
  const revision = typeof options['at'] === 'string' ? options['at'] : undefined;
  const found =
    revision === undefined
      ? findJournal(context, asked)
      : (await import('./at.ts')).journalAt(context, asked, revision);
  const { name, files, links, places } = found;
  mark(`find ${files.map((file) => file.name).join(' ')}`);
  const futureFrom = isCheck || options['asOf'] === undefined ? asOf : undefined;
  const { journal, diagnostics } = await readJournal(
    files,
    yamlReader(context, options['cache'] !== false, found.nameToday),
    futureFrom,
    call.tell,
  );
  const linkFaults = links.map((link): Diagnostic => {
    const source = { name: link.name, text: '', spanOf: () => [0, 0] as const };
    return {
      code: link.isBroken ? 'link-broken' : 'link-outside',
      source,
      span: [0, 0],
      params: { path: link.name },
    };
  });
  const lang = call.lang ?? journal.settings.lang ?? 'en';
  call.heard(lang);
  mark('read');
  return {
    journal,
    name,
    asOf,
    lang,
    diagnostics: [...linkFaults, ...diagnostics],
    files: files.map((file) => file.name),
    places,
  };
}

/** How many warnings a command that is not `check` prints. */
const mostWarnings = 3;

/**
 * Prints what is wrong with the journal to standard error.
 * @returns whether it can be reported on.
 */
export async function printDiagnostics(
  call: Call,
  { diagnostics, lang }: Loaded,
  isCheck: boolean,
): Promise<boolean> {
  const isStrict = call.options['strict'] === true;
  const most = call.options['quiet'] === true ? 0 : isCheck ? Number.POSITIVE_INFINITY : mostWarnings;
  let errors = 0;
  let warnings = 0;
  const out: string[] = [];
  for (const each of diagnostics) {
    const isError = severityOf(each, isStrict) === 'error';
    if (isError) errors++;
    else warnings++;
    if (isError || warnings <= most) out.push(formatDiagnostic(each, lang, isStrict, call.paintError));
  }
  const more = warnings - most;
  if (most > 0 && more > 0) out.push(speak(text(more === 1 ? words.oneMore : words.more, { more }), lang));
  if (errors > 0)
    out.push(speak(text(errors === 1 ? words.oneError : words.errors, { count: errors }), lang));
  if (out.length > 0) await writeError(call.context, `${out.join('\n')}\n`);
  return errors === 0;
}

async function writeError(context: Context, message: string): Promise<void> {
  await context.stderr.write(message);
}

const words = {
  badDate: { en: '--as-of takes a date, not "{value}"', fr: '--as-of demande une date, pas « {value} »' },
  noDay: { en: 'the calendar has no {value}', fr: 'le calendrier n’a pas de {value}' },
  dateForm: { en: 'write it YYYY-MM-DD', fr: 'écrivez-la AAAA-MM-JJ' },
  oneMore: { en: '1 more warning: see netroi check', fr: '1 autre avertissement : voir netroi check' },
  more: {
    en: '{more} more warnings: see netroi check',
    fr: '{more} autres avertissements : voir netroi check',
  },
  oneError: { en: '1 error', fr: '1 erreur' },
  errors: { en: '{count} errors', fr: '{count} erreurs' },
} satisfies Record<string, Phrase>;
