import path from 'node:path';
import type { Context } from '../../context.ts';
import { civilOf, type Day, parseDay } from '../../model/day.ts';
import { type Phrase, text } from '../../model/text.ts';
import type { Call } from '../command.ts';
import { exit, Failure, usageFailure } from '../failure.ts';
import { type Place, placesFor, refuseMissing, refuseStdin } from '../find.ts';
import { isWithin } from '../journal-around.ts';

/** The day of an entry, whose values are known to be sound. */
export function dayOfEntry(values: ReadonlyMap<string, readonly string[]>): Day {
  const day = parseDay(values.get('date')?.[0] ?? '');
  return typeof day === 'number' ? day : 0;
}

/** The file that an entry goes to. */
export interface Target {
  readonly at: string;
  /** As the user would write it. */
  readonly shown: string;
  readonly isCsv: boolean;
  /** The call that reads the journal with this file in it; before it is there, `callNow` reads the journal without. */
  readonly call: Call;
  readonly callNow: Call;
  readonly places: readonly Place[];
  /** Whether the journal is read without this file: it is elsewhere. */
  readonly isApart: boolean;
}

/** Where an entry of a day belongs: `--file`, else the journal's file of that month or year, or the one file it is. */
export function targetFor(call: Call, day: Day): Target {
  const { context, options } = call;
  const places = placesFor(context, (options['journal'] ?? []) as readonly string[]);
  const [first] = places;
  refuseStdin(places);
  refuseMissing(context, places);
  if (!first) throw new Error('a journal that is nowhere was found');
  const asked = options['file'];
  const { at, shown } =
    typeof asked === 'string'
      ? { at: path.resolve(context.cwd, asked), shown: asked }
      : context.kindOf(first.at) === 'folder'
        ? fileOfDay(call, first, day)
        : first;
  const kind = context.kindOf(at);
  if (kind === 'folder' || kind === 'other') throw usageFailure(words.noFile, { path: shown });
  if (!/\.(ya?ml|[ct]sv)$/i.test(at) && (asked !== undefined || kind === 'missing'))
    throw usageFailure(words.ending, { path: shown });
  // A folder of months is made; one that was named may be a slip.
  if (asked !== undefined && kind === 'missing' && context.kindOf(path.dirname(at)) !== 'folder')
    throw new Failure(exit.usage, text(words.noFolder, { path: path.dirname(shown) }));
  const isNew = asked === undefined && kind === 'missing';
  const isOurs = isNew || places.some((place) => isWithin(context, place, at));
  const around = places.find((place) => !isOurs && at.startsWith(`${place.at}${path.sep}`));
  if (around) throw usageFailure(words.unread, { path: shown, journal: around.shown }, text(words.why));
  const reading = (journal: readonly string[]): Call => ({ ...call, options: { ...options, journal } });
  const all = places.map((place) => place.at);
  return {
    at,
    shown,
    isCsv: /\.[ct]sv$/i.test(at),
    places,
    isApart: !isOurs,
    call: isOurs ? call : reading([...all, shown]),
    callNow: isOurs ? call : reading(kind === 'missing' ? all : [...all, shown]),
  };
}

/** The folder's file of the month or of the year; where there is neither, one named as those of other months are. */
function fileOfDay({ context }: Call, folder: Place, day: Day): Pick<Target, 'at' | 'shown'> {
  const { year, month } = civilOf(day);
  const name = String(year).padStart(4, '0');
  const ofMonth = String(month).padStart(2, '0');
  const bases = [`${name}-${ofMonth}`, path.join(name, ofMonth), name];
  const names = bases.flatMap((base) => [`${base}.yaml`, `${base}.yml`]);
  const found = names.find((each) => context.kindOf(path.join(folder.at, each)) === 'file');
  const chosen = found ?? `${bases[layoutOf(context, folder.at)]}.yaml`;
  return { at: path.join(folder.at, chosen), shown: path.join(folder.shown, chosen) };
}

/** How a folder parts its entries: a file a month (0), a folder a year with a file a month (1), a file a year (2). */
function layoutOf(context: Context, folder: string): 0 | 1 | 2 {
  const names = context.list(folder).map(({ name }) => name);
  if (names.some((name) => /^\d{4}\.ya?ml$/.test(name))) return 2;
  if (names.some((name) => /^\d{4}-\d\d\.ya?ml$/.test(name))) return 0;
  const years = names.filter((name) => /^\d{4}$/.test(name)).map((name) => path.join(folder, name));
  const isMonthly = years.some(
    (year) =>
      context.kindOf(year) === 'folder' && context.list(year).some(({ name }) => /^\d\d\.ya?ml$/.test(name)),
  );
  return isMonthly ? 1 : 2;
}

/**
 * The file on disk that a loaded journal calls by a name.
 * @throws Failure where that is standard input.
 */
export function fileCalled({ context }: Call, places: readonly Place[], name: string): string {
  refuseStdin([{ shown: name }]);
  for (const { at, shown } of places) {
    const base = path.normalize(shown).replace(/(?<=.)\/$/, '');
    if (name === shown || name === base) return at;
    // What the user calls `~/.netroi` is no path of the system's.
    if (name.startsWith(`${base}/`)) return path.join(at, name.slice(base.length + 1));
  }
  return path.resolve(context.cwd, name);
}

const words = {
  noFile: { en: '{path} is no file', fr: '{path} n’est pas un fichier' },
  ending: {
    en: '{path} would not be read: a journal file ends in .yaml or .csv',
    fr: '{path} ne serait pas lu : un fichier de journal finit par .yaml ou .csv',
  },
  unread: {
    en: '{path} would not be read as a part of the journal {journal}',
    fr: '{path} ne serait pas lu comme une partie du journal {journal}',
  },
  why: {
    en: 'names that start with . or _ are skipped, links that leave the journal are not followed',
    fr: 'les noms qui commencent par . ou _ sont ignorés, les liens qui sortent du journal ne sont pas suivis',
  },
  noFolder: { en: 'there is no folder {path}', fr: 'il n’y a pas de dossier {path}' },
} satisfies Record<string, Phrase>;
