import { type Day, formatDay } from '../../model/day.ts';
import { isRefund, type Journal, type Referral } from '../../model/ledger.ts';
import { type EntryOf, fieldsOf } from '../../model/schema.ts';
import { recordPlace, type Span } from '../../model/source.ts';
import { type Phrase, speak, text } from '../../model/text.ts';
import { openCsv } from '../../read/csv-file.ts';
import { decode } from '../../read/decode.ts';
import { guarded } from '../../write/csv-row.ts';
import { yamlScalar } from '../../write/scalar-text.ts';
import { lengthenRow, setCsvCell, setYamlField } from '../../write/set-field.ts';
import type { Call } from '../command.ts';
import { applyLocked, diffOf, lockedFor, wouldBeSound } from '../edit.ts';
import { exit, Failure, usageFailure } from '../failure.ts';
import { placesFor } from '../find.ts';
import { type Loaded, loadJournal } from '../load.ts';
import { printErrors } from './append.ts';
import { fileCalled } from './target.ts';

/** What a date is written on: how a referral went, or that a word was kept. */
export type Marked = Referral | EntryOf<'promise'>;
export type Mark = 'contacted' | 'informed' | 'thanked' | 'lost' | 'done';

/**
 * Writes a date, and a note where one is given, on an entry, in the file and the style it is written in.
 * @param find the entry that is meant, in the journal as it is then.
 * @returns the exit code.
 * @throws Failure where the entry has that date or a note already; `--force` replaces the date.
 */
export async function markEntry(
  call: Call,
  find: (journal: Journal) => Marked,
  mark: Mark,
  day: Day,
): Promise<number> {
  const { context, options } = call;
  const isDry = options['dryRun'] === true;
  const first = await loadJournal(call, false);
  if (!(await printErrors({ callNow: call }, first))) return exit.journal;
  const at = fileOf(call, first, find(first.journal));
  const run = async () => {
    const loaded = isDry ? first : await loadJournal(call, false);
    if (!(await printErrors({ callNow: call }, loaded))) return exit.journal;
    const entry = find(loaded.journal);
    const before = decode(context.readFile(at)).text;
    if (fileOf(call, loaded, entry) !== at || before !== entry.origin.text)
      throw new Failure(exit.journal, text(words.moved), text(words.again));
    const note = options['note'];
    refuseReplacing(entry, mark, options['force'] === true);
    refuseImpossible(entry, loaded.journal, mark, day);
    if (typeof note === 'string' && entry.note !== undefined)
      throw new Failure(
        exit.journal,
        text(words.hasNote, { name: nameOf(entry), place: recordPlace(entry) }),
        text(words.byHand),
      );
    const fields = [
      ...(typeof note === 'string' ? [{ name: 'note', value: note }] : []),
      { name: mark, value: formatDay(day) },
    ];
    const edit = { path: at, before, after: withFields(before, entry, fields) };
    if (isDry) {
      if (!(await wouldBeSound(call, loaded, [edit]))) return exit.journal;
      await context.stdout.write(diffOf([edit], () => entry.origin.name));
      return exit.done;
    }
    if (!(await applyLocked(call, loaded, [edit]))) return exit.journal;
    const params = { place: recordPlace(entry), name: nameOf(entry), mark, day: { day } };
    await context.stdout.write(`${speak(text(words.set, params), loaded.lang)}\n`);
    return exit.done;
  };
  const places = placesFor(context, (options['journal'] ?? []) as readonly string[]);
  return isDry ? run() : lockedFor(call, { places }, [at], run);
}

function fileOf(call: Call, { places }: Loaded, { origin }: Marked): string {
  return fileCalled(call, places, origin.name);
}

function nameOf(entry: Marked): string {
  return entry.type === 'referral' ? entry.contact : entry.what;
}

function refuseReplacing(entry: Marked, mark: Mark, isForced: boolean): void {
  const values: Readonly<Record<string, unknown>> = { ...entry };
  const known = values[mark];
  if (typeof known !== 'number' || isForced) return;
  const params = { name: nameOf(entry), mark, day: { day: known }, place: recordPlace(entry) };
  throw new Failure(exit.journal, text(words.already, params), text(words.force));
}

/** Refuses what cannot be: a date before the entry itself, the loss of what was won. */
function refuseImpossible(entry: Marked, { referralOf }: Journal, mark: Mark, day: Day): void {
  const params = { name: nameOf(entry), place: recordPlace(entry), date: { day: entry.date } };
  if (day < entry.date) throw usageFailure(words.tooEarly, { ...params, day: { day } });
  if (mark !== 'lost') return;
  const sale = [...referralOf].find(([each, of]) => of === entry && !isRefund(each))?.[0];
  if (sale)
    throw new Failure(
      exit.journal,
      text(words.won, { ...params, day: { day: sale.date }, sale: recordPlace(sale) }),
      text(words.refund),
    );
}

interface Setting {
  readonly name: string;
  readonly value: string;
}

/** The text of an entry's file with some of its fields set. */
function withFields(file: string, entry: Marked, fields: readonly Setting[]): string {
  const set = (before: string, { name, value }: Setting) => {
    const changed = /\.[ct]sv$/i.test(entry.origin.name)
      ? csvWith(before, entry, name, value)
      : yamlWith(before, entry, name, value);
    if (changed !== undefined) return changed;
    const params = { place: recordPlace(entry) };
    throw new Failure(exit.journal, text(words.noPlace, params), text(words.byHand));
  };
  // What is known of the places is of the file as it was read: the last change in it goes first.
  const changes = fields.map((field) => ({ field, at: firstDifference(file, set(file, field)) }));
  changes.sort((a, b) => b.at - a.at);
  return changes.reduce((before, { field }) => set(before, field), file);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function yamlWith(file: string, entry: Marked, name: string, value: string): string | undefined {
  const { origin, record } = entry;
  const order = Object.keys(fieldsOf(entry.type));
  const values: Readonly<Record<string, unknown>> = { ...entry };
  const start = origin.spanOf(record)[0];
  const spanOf = (field: string): Span | undefined => {
    const span = values[field] === undefined ? undefined : origin.spanOf(record, field);
    // A member that the folder gives stands nowhere in the entry, whose own place is told instead.
    return span?.[0] === start ? undefined : span;
  };
  const before = order
    .slice(0, order.indexOf(name))
    .reverse()
    .flatMap((field) => [spanOf(field) ?? []].filter((span): span is Span => span.length > 0));
  return setYamlField(file, {
    entry: start,
    name,
    value: yamlScalar(value, name === 'note'),
    plain: value,
    present: spanOf(name),
    before,
  });
}

function csvWith(file: string, { origin, record }: Marked, name: string, value: string): string {
  const { columns, delimiter, records, origin: here } = openCsv(origin.name, file, () => {});
  const column = columns.indexOf(name);
  if (column < 0)
    throw new Failure(
      exit.journal,
      text(words.noColumn, { file: origin.name, column: name }),
      text(words.addColumn),
    );
  const isBare = !value.includes(delimiter) && !/["\r\n]/.test(value);
  const kept = guarded(value);
  const inner = kept.replaceAll('"', '""');
  const cell = isBare ? kept : `"${inner}"`;
  const cells = records.cellsOf(record) ?? [];
  if (column >= cells.length)
    return lengthenRow(file, records.spanOf(record)[1], column - cells.length + 1, delimiter, cell);
  const [start, end] = here.spanOf(record, name);
  const isQuoted = file.charAt(start - 1) === '"' && file.charAt(end) === '"';
  return setCsvCell(file, [start, end], isQuoted ? inner : cell);
}

const words = {
  set: { en: '{place}: {name}, {mark} {day}', fr: '{place} : {name}, {mark} {day}' },
  already: {
    en: '{name} has "{mark}" already, {day} ({place})',
    fr: '{name} a déjà « {mark} », {day} ({place})',
  },
  force: { en: '--force replaces it', fr: '--force le remplace' },
  tooEarly: {
    en: '{day} is before {name} itself, {date} ({place})',
    fr: 'le {day} est avant {name}, du {date} ({place})',
  },
  won: {
    en: '{name} was won on {day} ({sale})',
    fr: '{name} a été gagnée le {day} ({sale})',
  },
  refund: {
    en: 'if the sale fell through, add its refund: a sale of a negative amount',
    fr: 'si la vente est tombée, ajoutez son remboursement : une vente d’un montant négatif',
  },
  hasNote: {
    en: '{name} has a note already ({place})',
    fr: '{name} a déjà une note ({place})',
  },
  byHand: { en: 'change it in an editor', fr: 'modifiez-la dans un éditeur' },
  noPlace: {
    en: 'the entry at {place} is written in a way that cannot be added to',
    fr: 'l’écriture à {place} est faite d’une façon qui ne se complète pas',
  },
  noColumn: { en: '{file} has no column "{column}"', fr: '{file} n’a pas de colonne « {column} »' },
  addColumn: { en: 'add it to the header', fr: 'ajoutez-la à l’en-tête' },
  moved: { en: 'the journal was changed in the meantime', fr: 'le journal a été modifié entre-temps' },
  again: { en: 'nothing was written: try again', fr: 'rien n’a été écrit : réessayez' },
} satisfies Record<string, Phrase>;
