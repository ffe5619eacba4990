import type { Day } from '../../model/day.ts';
import { type EntryType, entryTypes, fieldsOf } from '../../model/schema.ts';
import type { Phrase } from '../../model/text.ts';
import { durationText } from '../spelling.ts';
import { amountText } from './amount.ts';
import { dateReader, dayText, foreignDay } from './foreign-date.ts';
import { type DecimalMark, markOf, plainDecimal } from './foreign-number.ts';
import { aboutOf, csvTable, delimiters, headerKey, type Table } from './grid.ts';
import { fingerprint, plainKey } from './identity.ts';
import { type ImportInput, type ImportRow, isRefusal, type Parsed, type Refusal, refuse } from './row.ts';
import { skipWords, unreadable } from './skip-words.ts';

/** Any CSV file, by rules that say which column is which field. */
export function parseRuledCsv(input: ImportInput): Parsed | Refusal {
  const { rules, fileName } = input;
  if (rules.columns.size === 0) return refuse(words.noColumns, words.example);
  const wanted = Object.fromEntries(
    [...rules.columns.keys(), ...rules.id].map((column) => [column, [headerKey(column)]]),
  );
  const among = rules.delimiter === undefined ? delimiters : [rules.delimiter];
  const table = csvTable(input.text, wanted, Object.keys(wanted), fileName, among);
  if (table && isRefusal(table)) return table;
  if (!table)
    return refuse(words.missing, words.asWritten, { name: fileName, columns: missing(input, wanted) });
  const columnsOf = (kind: string) =>
    [...rules.columns].flatMap(([column, field]) => (kindOf(field) === kind ? [column] : []));
  const amounts = table.rows.flatMap((row) => columnsOf('money').map((column) => table.cell(row, column)));
  const mark = rules.decimal ?? markOf(amounts);
  if (mark === undefined) return refuse(words.mark, words.sayMark, { name: fileName });
  const dates = table.rows.flatMap((row) => columnsOf('day').map((column) => table.cell(row, column)));
  if (rules.date === undefined && dates.some((each) => /^\d{1,2}[-/.]\d{1,2}[-/.]/.test(each)))
    return refuse(words.order, words.sayOrder, { name: fileName });
  const readDay =
    rules.date === undefined ? (value: string) => foreignDay(value, 'dmy') : dateReader(rules.date);
  const rows: ImportRow[] = [];
  const skipped: Phrase[] = [];
  for (const row of table.rows) {
    const about = aboutOf(table.header, row);
    const fields = fieldsFrom(table, row, input, { mark, readDay: readDay ?? (() => undefined) });
    if ('fault' in fields) {
      skipped.push(fields.fault);
      continue;
    }
    const own = rules.id.map((column) => table.cell(row, column));
    const [only = ''] = own;
    const key =
      own.length === 1 && only !== '' ? plainKey(only) : fingerprint(...(own.length > 0 ? own : row));
    rows.push({
      stream: 'row',
      key,
      about,
      fields: { ...(rules.type === undefined ? {} : { type: rules.type }), ...fields.values },
      ...(own.length === 0 ? { isCounted: true } : {}),
    });
  }
  return { rows, skipped, withdrawn: [], unread: table.unread, notes: [] };
}

interface Reading {
  readonly mark: DecimalMark;
  readonly readDay: (value: string) => Day | undefined;
}

function fieldsFrom(
  table: Table,
  row: readonly string[],
  { rules }: ImportInput,
  { mark, readDay }: Reading,
): { values: Record<string, string> } | { fault: Phrase } {
  const values: Record<string, string> = {};
  for (const [column, field] of rules.columns) {
    const written = table.cell(row, column);
    if (written === '') continue;
    const kind = kindOf(field);
    if (kind === 'day') values[field] = dayText(readDay(written));
    else if (kind === 'money') values[field] = amountText(written, '', mark) ?? '';
    else if (kind === 'count') values[field] = plainDecimal(written, mark) ?? '';
    else if (kind === 'time') values[field] = durationFrom(written.replace(mark, '.')) ?? '';
    else values[field] = written;
    if (values[field] === '') return { fault: unreadable(kinds[kind ?? ''] ?? 'amount', written) };
  }
  return values['date'] === undefined && rules.defaults['date'] === undefined
    ? { fault: skipWords.noDate }
    : { values };
}

const kinds: Readonly<Record<string, 'date' | 'amount' | 'count' | 'duration'>> = {
  day: 'date',
  money: 'amount',
  count: 'count',
  time: 'duration',
};

/** A duration as the journal writes it, from minutes, `1:30`, `1h30` or `1.5 h`. */
function durationFrom(value: string): string | undefined {
  if (/^\d{1,5}(\.0+)?$/.test(value)) return durationText(Number(value));
  const [, hours, minutes = '0'] = /^(\d{1,3})(?:h|:)\s*(\d{1,2})?(?::\d\d)?m?$/.exec(value) ?? [];
  if (hours) return durationText(60 * Number(hours) + Number(minutes));
  const [, number, unit] = /^(\d{1,5}(?:\.\d+)?)\s*(h|m)[a-z]*$/i.exec(value) ?? [];
  return number
    ? durationText(Math.round(Number(number) * (unit?.toLowerCase() === 'h' ? 60 : 1)))
    : undefined;
}

/** The kind of a field by its name, which says the same in every type that has it, but for a date's and an amount's. */
function kindOf(field: string): string | undefined {
  const name = field.split('.')[0] ?? field;
  const type = entryTypes.find((each: EntryType) => name in fieldsOf(each));
  return type === undefined ? undefined : fieldsOf(type)[name]?.kind;
}

function missing({ text }: ImportInput, wanted: Readonly<Record<string, unknown>>): string {
  const lines = text
    .split(/\r\n|\n|\r/)
    .slice(0, 50)
    .map((line) => ` ${headerKey(line)} `);
  const absent = Object.keys(wanted).filter(
    (column) => !lines.some((line) => line.includes(` ${headerKey(column)} `)),
  );
  return (absent.length > 0 ? absent : Object.keys(wanted)).join(', ');
}

const words = {
  noColumns: {
    en: 'csv needs rules that say which column is which field',
    fr: 'csv demande des règles qui disent quelle colonne est quel champ',
  },
  example: {
    en: 'give a file of them with --rules: type: sale, columns: { Datum: date, Betrag: amount }, date: DD.MM.YYYY, decimal: ","',
    fr: 'donnez-en un fichier avec --rules : type: sale, columns: { Date: date, Montant: amount }, date: DD/MM/YYYY, decimal: ","',
  },
  missing: {
    en: '"{name}" has no header row with all the columns of the rules: {columns} missing',
    fr: '« {name} » n’a pas de ligne d’en-tête avec toutes les colonnes des règles : manque {columns}',
  },
  asWritten: {
    en: 'name the columns in the rules as they stand in the file',
    fr: 'nommez les colonnes dans les règles comme dans le fichier',
  },
  mark: {
    en: 'the amounts in "{name}" can be read two ways: is 1,200 over a thousand, or little more than one?',
    fr: 'les montants de « {name} » se lisent de deux façons : 1,200 est-il plus de mille, ou un peu plus d’un ?',
  },
  sayMark: {
    en: 'say it in the rules: decimal: "." or decimal: ","',
    fr: 'dites-le dans les règles : decimal: "." ou decimal: ","',
  },
  order: {
    en: 'the dates in "{name}" need a format: day or month first?',
    fr: 'les dates de « {name} » demandent un format : jour ou mois d’abord ?',
  },
  sayOrder: {
    en: 'say it in the rules: date: DD/MM/YYYY or date: MM/DD/YYYY',
    fr: 'dites-le dans les règles : date: DD/MM/YYYY ou date: MM/DD/YYYY',
  },
} satisfies Record<string, Phrase>;
