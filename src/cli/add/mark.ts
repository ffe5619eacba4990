import { type Day, formatDay } from '../../model/day.ts';
import type { Referral } from '../../model/ledger.ts';
import { fieldsOf } from '../../model/schema.ts';
import { recordPlace, type Span } from '../../model/source.ts';
import { type Phrase, speak, text } from '../../model/text.ts';
import { openCsv } from '../../read/csv-file.ts';
import { decode } from '../../read/decode.ts';
import { yamlScalar } from '../../write/scalar-text.ts';
import { lengthenRow, setCsvCell, setYamlField } from '../../write/set-field.ts';
import type { Call } from '../command.ts';
import { applyLocked, diffOf, lockedFor, wouldBeSound } from '../edit.ts';
import { exit, Failure } from '../failure.ts';
import { placesFor } from '../find.ts';
import { type Loaded, loadJournal } from '../load.ts';
import { printErrors } from './append.ts';
import { referralNamed } from './referrals.ts';
import { fileCalled } from './target.ts';

/** The dates that tell how a referral went. */
export type Mark = 'contacted' | 'informed' | 'thanked' | 'lost';

/**
 * Writes a date, and a note where one is given, on a referral, in the file and the style it is written in.
 * @returns the exit code.
 * @throws Failure where the referral has that date or a note already; `--force` replaces the date.
 */
export async function markReferral(call: Call, word: string, mark: Mark, day: Day): Promise<number> {
  const { context, options } = call;
  const isDry = options['dryRun'] === true;
  const first = await loadJournal(call, false);
  if (!(await printErrors({ callNow: call }, first))) return exit.journal;
  const at = fileOf(call, first, referralNamed(first.journal, word));
  const run = async () => {
    const loaded = isDry ? first : await loadJournal(call, false);
    if (!(await printErrors({ callNow: call }, loaded))) return exit.journal;
    const referral = referralNamed(loaded.journal, word);
    const before = decode(context.readFile(at)).text;
    if (fileOf(call, loaded, referral) !== at || before !== referral.origin.text)
      throw new Failure(exit.journal, text(words.moved), text(words.again));
    const note = options['note'];
    refuseReplacing(referral, mark, options['force'] === true);
    if (typeof note === 'string' && referral.note !== undefined)
      throw new Failure(
        exit.journal,
        text(words.hasNote, { place: recordPlace(referral) }),
        text(words.byHand),
      );
    const fields = [
      ...(typeof note === 'string' ? [{ name: 'note', value: note }] : []),
      { name: mark, value: formatDay(day) },
    ];
    const edit = { path: at, before, after: withFields(before, referral, fields) };
    if (isDry) {
      if (!(await wouldBeSound(call, loaded, [edit]))) return exit.journal;
      await context.stdout.write(diffOf([edit], () => referral.origin.name));
      return exit.done;
    }
    if (!(await applyLocked(call, loaded, [edit]))) return exit.journal;
    const params = { place: recordPlace(referral), contact: referral.contact, mark, day: { day } };
    await context.stdout.write(`${speak(text(words.set, params), loaded.lang)}\n`);
    return exit.done;
  };
  const places = placesFor(context, (options['journal'] ?? []) as readonly string[]);
  return isDry ? run() : lockedFor(call, { places }, [at], run);
}

function fileOf(call: Call, { places }: Loaded, { origin }: Referral): string {
  return fileCalled(call, places, origin.name);
}

function refuseReplacing(referral: Referral, mark: Mark, isForced: boolean): void {
  const known = referral[mark];
  if (known === undefined || isForced) return;
  const params = { contact: referral.contact, mark, day: { day: known }, place: recordPlace(referral) };
  throw new Failure(exit.journal, text(words.already, params), text(words.force));
}

interface Setting {
  readonly name: string;
  readonly value: string;
}

/** The text of a referral's file with some of its fields set. */
function withFields(file: string, referral: Referral, fields: readonly Setting[]): string {
  const set = (before: string, { name, value }: Setting) => {
    const changed = /\.[ct]sv$/i.test(referral.origin.name)
      ? csvWith(before, referral, name, value)
      : yamlWith(before, referral, name, value);
    if (changed !== undefined) return changed;
    const params = { place: recordPlace(referral) };
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

function yamlWith(file: string, referral: Referral, name: string, value: string): string | undefined {
  const { origin, record } = referral;
  const order = Object.keys(fieldsOf('referral'));
  const values: Readonly<Record<string, unknown>> = { ...referral };
  const spanOf = (field: string): Span | undefined =>
    values[field] === undefined ? undefined : origin.spanOf(record, field);
  const before = order
    .slice(0, order.indexOf(name))
    .reverse()
    .flatMap((field) => [spanOf(field) ?? []].filter((span): span is Span => span.length > 0));
  return setYamlField(file, {
    entry: origin.spanOf(record)[0],
    name,
    value: yamlScalar(value, name === 'note'),
    present: spanOf(name),
    before,
  });
}

function csvWith(file: string, { origin, record }: Referral, name: string, value: string): string {
  const { columns, delimiter, records, origin: here } = openCsv(origin.name, file, () => {});
  const column = columns.indexOf(name);
  if (column < 0)
    throw new Failure(
      exit.journal,
      text(words.noColumn, { file: origin.name, column: name }),
      text(words.addColumn),
    );
  const isBare = !value.includes(delimiter) && !/["\r\n]/.test(value);
  const inner = value.replaceAll('"', '""');
  const cell = isBare ? value : `"${inner}"`;
  const cells = records.cellsOf(record) ?? [];
  if (column >= cells.length)
    return lengthenRow(file, records.spanOf(record)[1], column - cells.length + 1, delimiter, cell);
  const [start, end] = here.spanOf(record, name);
  const isQuoted = file.charAt(start - 1) === '"' && file.charAt(end) === '"';
  return setCsvCell(file, [start, end], isQuoted ? inner : cell);
}

const words = {
  set: { en: '{place}: {contact}, {mark} {day}', fr: '{place} : {contact}, {mark} {day}' },
  already: {
    en: '{contact} has "{mark}" already, {day} ({place})',
    fr: '{contact} a déjà « {mark} », {day} ({place})',
  },
  force: { en: '--force replaces it', fr: '--force le remplace' },
  hasNote: {
    en: 'the referral at {place} has a note already',
    fr: 'la recommandation à {place} a déjà une note',
  },
  byHand: { en: 'change it in an editor', fr: 'modifiez-la dans un éditeur' },
  noPlace: {
    en: 'the referral at {place} is written in a way that cannot be added to',
    fr: 'la recommandation à {place} est écrite d’une façon qui ne se complète pas',
  },
  noColumn: { en: '{file} has no column "{column}"', fr: '{file} n’a pas de colonne « {column} »' },
  addColumn: { en: 'add it to the header', fr: 'ajoutez-la à l’en-tête' },
  moved: { en: 'the journal was changed in the meantime', fr: 'le journal a été modifié entre-temps' },
  again: { en: 'nothing was written: try again', fr: 'rien n’a été écrit : réessayez' },
} satisfies Record<string, Phrase>;
