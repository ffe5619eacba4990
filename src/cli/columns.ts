import { nearest } from '../model/names.ts';
import type { Column } from '../model/report.ts';
import type { Phrase } from '../model/text.ts';
import type { Option, Options } from './command.ts';
import { nearHint, usageFailure } from './failure.ts';

/** `--columns` of a report whose figures are no metrics. */
export function columnsOption(columns: readonly Column[]): Option {
  const ids = columns.map(({ id }) => id).join(', ');
  return { flags: '--columns <ids>', words: columns, isCommaList: true, help: { en: ids, fr: ids } };
}

/** The ids that `--columns` lists, each once, in the order asked for; undefined where nothing is asked. */
export function columnIdsFrom(options: Options, columns: readonly Column[]): readonly string[] | undefined {
  const asked = options['columns'];
  if (typeof asked !== 'string') return undefined;
  const known = columns.map(({ id }) => id);
  const ids = asked
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (ids.length === 0) throw usageFailure(words.none, {}, nearHint(undefined, known));
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return [...new Set(ids)];
  throw usageFailure(words.unknown, { id: unknown }, nearHint(nearest(unknown, known), known));
}

const words = {
  none: { en: '--columns names no column', fr: '--columns ne nomme aucune colonne' },
  unknown: { en: 'no column is called "{id}"', fr: 'aucune colonne ne s’appelle « {id} »' },
} satisfies Record<string, Phrase>;
