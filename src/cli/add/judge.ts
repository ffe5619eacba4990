import { type Diagnostic, formatDiagnostic, hintOf, messageOf, severityOf } from '../../model/diagnostic.ts';
import { clausesIn, type Lang, type Phrase, speak, text } from '../../model/text.ts';
import { visible } from '../../model/visible.ts';
import type { NewEntry } from '../../write/entry-text.ts';
import { loadedAfter } from '../edit.ts';
import { exit, Failure } from '../failure.ts';
import type { Loaded } from '../load.ts';
import { editFor } from './append.ts';
import type { Target } from './target.ts';

/** What the whole journal has against an entry that is not written yet. */
export interface Judgement {
  /** To be shown; what another entry would suffer from is told with its place. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** The path of the field that the first error is about, where it is about one. */
  readonly about: string | undefined;
}

/** Reads the journal as it would be with the entry in it. */
export async function judged(target: Target, loaded: Loaded, entry: NewEntry): Promise<Judgement> {
  const { lang } = loaded;
  const isStrict = target.call.options['strict'] === true;
  try {
    const edit = editFor(target, loaded, entry);
    const after = await loadedAfter(target.call, loaded, [edit]);
    const isNew = newIn(edit.before ?? '', edit.after);
    const sayings = (severity: string) =>
      after.diagnostics
        .filter((each) => severityOf(each, isStrict) === severity)
        .map((each) =>
          isNew(each) ? sayingOf(each, lang) : formatDiagnostic(each, lang, isStrict, (_, part) => part),
        );
    const first = after.diagnostics.find((each) => severityOf(each, isStrict) === 'error');
    return {
      errors: sayings('error'),
      warnings: sayings('warning').map((says) => speak(text(words.warning, { says }), lang)),
      about: first && isNew(first) ? pathOf(first, after, entry) : undefined,
    };
  } catch (error) {
    // A file that the entry does not go into as it is: a CSV file that lacks a column for it.
    if (!(error instanceof Failure) || error.code !== exit.journal) throw error;
    const { says, hint } = error;
    const column = says.params['column'];
    return {
      errors: [
        clausesIn(
          lang,
          [says, ...(hint ? [hint] : [])].map((each) => visible(speak(each, lang))),
        ),
      ],
      warnings: [],
      about: typeof column === 'string' ? column : undefined,
    };
  }
}

/** Whether a diagnostic is about what an edit adds. */
function newIn(before: string, after: string): (diagnostic: Diagnostic) => boolean {
  let from = 0;
  while (from < before.length && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  const to = after.length - (before.length - from);
  return ({ source, span: [start] }) => source.text === after && start >= from && start < to;
}

function sayingOf(diagnostic: Diagnostic, lang: Lang): string {
  const hint = hintOf(diagnostic, lang);
  return clausesIn(lang, [messageOf(diagnostic, lang), ...(hint ? [hint] : [])]);
}

/** The field that a diagnostic points at: as the reader placed it, else the one that holds these very words. */
function pathOf(
  { source, span: [start, end] }: Diagnostic,
  { journal }: Loaded,
  { values }: NewEntry,
): string | undefined {
  const isAt = ([from, to]: readonly [number, number]) => from <= start && start < to;
  const entry = journal.entries.find(
    ({ origin, record }) => origin === source && isAt(origin.spanOf(record)),
  );
  const given = [...values.keys()];
  const placed = entry && given.find((path) => isAt(entry.origin.spanOf(entry.record, path)));
  return placed ?? given.find((path) => values.get(path)?.includes(source.text.slice(start, end)));
}

const words = {
  warning: { en: 'warning: {says}', fr: 'avertissement : {says}' },
} satisfies Record<string, Phrase>;
