import { parse } from 'yaml';
import { nearest } from '../../model/names.ts';
import { type EntryType, entryTypes, fieldsOf } from '../../model/schema.ts';
import type { Phrase } from '../../model/text.ts';
import { dateReader } from './foreign-date.ts';
import { type Match, type Refusal, type Rules, refuse } from './row.ts';

const keys = [
  'name',
  'type',
  'columns',
  'id',
  'date',
  'decimal',
  'delimiter',
  'timezone',
  'won',
  'defaults',
  'skip',
  'if',
];

/** Every field that a rule may set, as a CSV column is called. */
const settable: readonly string[] = [
  'type',
  ...new Set(
    entryTypes.flatMap((type: EntryType) =>
      Object.entries(fieldsOf(type)).flatMap(([name, { kind }]) =>
        kind === 'time'
          ? [name, 'time.event', 'time.prep', 'time.travel', 'time.recovery']
          : kind === 'practice'
            ? []
            : [name],
      ),
    ),
  ),
];

type Raw = Record<string, unknown>;

/** Reads a file of rules (YAML). What it does not know is refused: a rule that does nothing would go unseen. */
export function readRules(text: string, name: string): Rules | Refusal {
  let raw: unknown;
  try {
    raw = parse(text, { schema: 'core', version: '1.2', intAsBigInt: false });
  } catch (error) {
    const [message = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return refuse(words.yaml, words.seeManual, { name, message });
  }
  if (!isRecord(raw)) return refuse(words.noMap, words.seeManual, { name });
  for (const key of Object.keys(raw)) if (!keys.includes(key)) return unknown(name, key, keys);
  const columns = textsOf(raw['columns']);
  const defaults = textsOf(raw['defaults']);
  const skip = listOf(raw['skip']).map(textsOf);
  const ifs = listOf(raw['if']).map((each) => ({
    match: textsOf(isRecord(each) ? each['match'] : undefined),
    set: textsOf(isRecord(each) ? each['set'] : undefined),
  }));
  const bad =
    (raw['columns'] !== undefined && !columns && 'columns') ||
    (raw['defaults'] !== undefined && !defaults && 'defaults') ||
    (skip.some((each) => !each) && 'skip') ||
    (ifs.some(({ match, set }) => !match || !set) && 'if');
  if (bad) return refuse(words.form[bad], words.seeManual, { name });
  for (const field of [
    ...Object.values(columns ?? {}),
    ...Object.keys(defaults ?? {}),
    ...ifs.flatMap(({ set }) => Object.keys(set ?? {})),
  ])
    if (!settable.includes(field) || field === 'id') return unknownField(name, field);
  const types = [raw['type'], defaults?.['type'], ...ifs.map(({ set }) => set?.['type'])];
  for (const type of types.flatMap((each) => textOf(each) ?? []))
    if (!entryTypes.some((each) => each === type)) return unknownType(name, type);
  const date = textOf(raw['date']);
  if (date !== undefined && !dateReader(date))
    return refuse(words.date, words.dateForm, { name, value: date });
  const decimal = textOf(raw['decimal']);
  if (decimal !== undefined && decimal !== '.' && decimal !== ',')
    return refuse(words.decimal, words.decimalForm, { name });
  const delimiter = textOf(raw['delimiter']);
  const mark = delimiter === 'tab' ? '\t' : delimiter;
  if (mark !== undefined && mark !== ',' && mark !== ';' && mark !== '\t')
    return refuse(words.delimiter, words.delimiterForm, { name });
  return {
    name: textOf(raw['name']),
    type: textOf(raw['type']),
    columns: new Map(Object.entries(columns ?? {})),
    id: listOf(raw['id']).map(String),
    date,
    decimal,
    delimiter: mark,
    timezone: textOf(raw['timezone']),
    won: listOf(raw['won']).map(String),
    defaults: defaults ?? {},
    skip: skip.flatMap((each) => (each ? [each] : [])),
    if: ifs.flatMap(({ match, set }) => (match && set ? [{ match, set }] : [])),
  };
}

function unknown(name: string, key: string, known: readonly string[]): Refusal {
  const near = nearest(key, known);
  return near
    ? refuse(words.unknown, words.near, { name, key, near })
    : refuse(words.unknown, words.known, { name, key, keys: known.join(', ') });
}

function unknownType(name: string, type: string): Refusal {
  const near = nearest(type, entryTypes);
  return near
    ? refuse(words.type, words.near, { name, type, near })
    : refuse(words.type, words.known, { name, type, keys: entryTypes.join(', ') });
}

function unknownField(name: string, field: string): Refusal {
  const near = field === 'id' ? undefined : nearest(field, settable);
  if (field === 'id') return refuse(words.idField, words.idForm, { name });
  return near
    ? refuse(words.field, words.near, { name, field, near })
    : refuse(words.field, words.known, { name, field, keys: settable.join(', ') });
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

/** A mapping of texts; undefined where it is none. */
function textsOf(value: unknown): Match | undefined {
  if (!isRecord(value)) return undefined;
  const pairs = Object.entries(value);
  if (pairs.length === 0 || pairs.some(([, each]) => typeof each === 'object' && each !== null))
    return undefined;
  return Object.fromEntries(pairs.map(([key, each]) => [key, textOf(each) ?? '']));
}

const words = {
  type: {
    en: 'the rules "{name}" name a type "{type}", which no entry has',
    fr: 'les règles « {name} » nomment un type « {type} », qu’aucune écriture n’a',
  },
  yaml: {
    en: 'the rules "{name}" are no sound YAML: {message}',
    fr: 'les règles « {name} » ne sont pas du YAML correct : {message}',
  },
  noMap: { en: 'the rules "{name}" are no mapping', fr: 'les règles « {name} » ne sont pas un dictionnaire' },
  seeManual: {
    en: 'such as: type: sale, columns: { Datum: date, Betrag: amount }, date: DD.MM.YYYY, decimal: ","',
    fr: 'par exemple : type: sale, columns: { Date: date, Montant: amount }, date: DD/MM/YYYY, decimal: ","',
  },
  unknown: {
    en: 'the rules "{name}" have no key "{key}"',
    fr: 'les règles « {name} » n’ont pas de clé « {key} »',
  },
  field: {
    en: 'the rules "{name}" set "{field}", which no entry has',
    fr: 'les règles « {name} » fixent « {field} », qu’aucune écriture n’a',
  },
  near: { en: 'did you mean "{near}"?', fr: 'vouliez-vous dire « {near} » ?' },
  known: { en: 'one of: {keys}', fr: 'l’un de : {keys}' },
  idField: {
    en: 'the rules "{name}" set the id of entries',
    fr: 'les règles « {name} » fixent l’id des écritures',
  },
  idForm: {
    en: 'name the columns that tell a row apart instead: id: [Invoice]',
    fr: 'nommez plutôt les colonnes qui distinguent une ligne : id: [Facture]',
  },
  date: {
    en: 'the rules "{name}" have no date format "{value}"',
    fr: 'les règles « {name} » n’ont pas de format de date « {value} »',
  },
  dateForm: {
    en: 'write it as DD.MM.YYYY, M/D/YY or D MMM YYYY',
    fr: 'écrivez-le DD.MM.YYYY, M/D/YY ou D MMM YYYY',
  },
  decimal: {
    en: 'the decimal mark in "{name}" is neither "." nor ","',
    fr: 'la marque décimale de « {name} » n’est ni « . » ni « , »',
  },
  decimalForm: { en: 'write decimal: ","', fr: 'écrivez decimal: ","' },
  delimiter: {
    en: 'the delimiter in "{name}" is none of , ; tab',
    fr: 'le séparateur de « {name} » n’est ni , ni ; ni tab',
  },
  delimiterForm: { en: 'write delimiter: ";"', fr: 'écrivez delimiter: ";"' },
  form: {
    columns: {
      en: '"columns" in "{name}" is no mapping of columns to fields',
      fr: '« columns » dans « {name} » n’associe pas des colonnes à des champs',
    },
    defaults: {
      en: '"defaults" in "{name}" is no mapping of fields to values',
      fr: '« defaults » dans « {name} » n’associe pas des champs à des valeurs',
    },
    skip: {
      en: '"skip" in "{name}" is no list of { column: pattern }',
      fr: '« skip » dans « {name} » n’est pas une liste de { colonne: motif }',
    },
    if: {
      en: '"if" in "{name}" is no list of { match: { column: pattern }, set: { field: value } }',
      fr: '« if » dans « {name} » n’est pas une liste de { match: { colonne: motif }, set: { champ: valeur } }',
    },
  },
} satisfies Record<string, Phrase | Record<string, Phrase>>;
