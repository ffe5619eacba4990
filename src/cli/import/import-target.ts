import path from 'node:path';
import { type Day, parseDay } from '../../model/day.ts';
import { type Phrase, type Text, text } from '../../model/text.ts';
import type { Rules } from '../../write/import/row.ts';
import type { Call } from '../command.ts';
import { exit, Failure, usageFailure } from '../failure.ts';
import { isJournalFile } from '../find.ts';
import type { Loaded } from '../load.ts';

/** The file that an import goes to. */
export interface ImportTarget {
  /** Absolute. */
  readonly path: string;
  /** As the user would write it. */
  readonly shown: string;
  /** The call by which the journal is read with that file in it. */
  readonly call: Call;
  readonly note: Text | undefined;
}

/** `imports/NAME.csv` in the journal's folder, or what `--file` names. */
export function importTarget(call: Call, { places }: Loaded, name: string): ImportTarget {
  const { context, options } = call;
  const folder = places.find(({ at, shown }) => shown !== '-' && context.kindOf(at) === 'folder');
  const asked = options['file'];
  if (typeof asked !== 'string') {
    if (!folder) {
      const shown = places[0]?.shown ?? '';
      throw new Failure(exit.usage, text(words.noFolder, { path: shown }), text(words.giveFile, { name }));
    }
    const inner = path.join('imports', `${name}.csv`);
    return {
      path: path.join(folder.at, inner),
      shown: path.join(folder.shown, inner),
      call,
      note: undefined,
    };
  }
  const at = path.resolve(context.cwd, asked);
  if (!/\.csv$/i.test(at) || !isJournalFile(path.basename(at)))
    throw usageFailure(words.noCsv, { path: asked }, text(words.csv, { name }));
  const isRead = places.some(
    (place) =>
      place.at === at || (context.kindOf(place.at) === 'folder' && at.startsWith(`${place.at}${path.sep}`)),
  );
  if (isRead) return { path: at, shown: asked, call, note: undefined };
  const journal = [...places.map((place) => (place.shown === '-' ? '-' : place.at)), at];
  return {
    path: at,
    shown: asked,
    call: { ...call, options: { ...options, journal } },
    note: text(words.apart, { path: asked }),
  };
}

/** What a `csv` import is called in ids and files: its rules' name, or that of their file. */
export function nameAsked({ options }: Call, rules: Rules): string {
  const file = typeof options['rules'] === 'string' ? path.parse(options['rules']).name : 'csv';
  return (rules.name ?? file).replace(/[^\p{L}\p{N}-]+/gu, '-').replace(/^-+|-+$/g, '') || 'csv';
}

/** The day that an option names. */
export function dayAsked({ options }: Call, name: 'from' | 'to' | 'date'): Day | undefined {
  const value = options[name];
  if (typeof value !== 'string') return undefined;
  const day = parseDay(value);
  if (typeof day === 'number') return day;
  throw usageFailure(
    day === 'day' ? words.noDay : words.noDate,
    { option: `--${name}`, value },
    text(words.dateForm),
  );
}

const words = {
  noFolder: {
    en: 'an import has a file of its own in a journal’s folder, and "{path}" is no folder',
    fr: 'un import a son propre fichier dans le dossier du journal, et « {path} » n’est pas un dossier',
  },
  giveFile: {
    en: 'name the file: --file {name}.csv',
    fr: 'indiquez le fichier : --file {name}.csv',
  },
  noCsv: {
    en: 'an import goes to a .csv file that the journal reads, not "{path}"',
    fr: 'un import va dans un fichier .csv que lit le journal, pas « {path} »',
  },
  csv: {
    en: 'such as --file imports/{name}.csv; names that start with . or _ are not read',
    fr: 'par exemple --file imports/{name}.csv ; les noms qui commencent par . ou _ ne sont pas lus',
  },
  apart: {
    en: '{path} is not in the journal: read it too with -j {path}',
    fr: '{path} n’est pas dans le journal : lisez-le aussi avec -j {path}',
  },
  noDate: { en: '{option} takes a date, not "{value}"', fr: '{option} demande une date, pas « {value} »' },
  noDay: { en: 'the calendar has no {value}', fr: 'le calendrier n’a pas de {value}' },
  dateForm: { en: 'write it YYYY-MM-DD', fr: 'écrivez-la AAAA-MM-JJ' },
} satisfies Record<string, Phrase>;
