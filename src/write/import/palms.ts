import { foldName, nearest } from '../../model/names.ts';
import type { Phrase } from '../../model/text.ts';
import {
  csvGrid,
  delimiters,
  type Grid,
  isMarkup,
  type Names,
  roughGrid,
  type Table,
  tableIn,
} from './grid.ts';
import { attendanceDates, palmsAttendance } from './palms-attendance.ts';
import { palmsSlips } from './palms-slips.ts';
import { palmsSummary } from './palms-summary.ts';
import { fullName } from './palms-table.ts';
import { type ImportInput, isRefusal, type Parsed, type Refusal, refuse, type Told } from './row.ts';
import { isSpreadsheetMl, spreadsheetGrid } from './spreadsheetml.ts';

const person: Names = { first: ['first name', 'prenom'], last: ['last name', 'nom', 'nom de famille'] };

const summaryNames: Names = {
  ...person,
  P: ['p'],
  A: ['a'],
  L: ['l'],
  M: ['m'],
  S: ['s'],
  RGI: ['rgi'],
  RGO: ['rgo'],
  RRI: ['rri'],
  RRO: ['rro'],
  V: ['v'],
  one: ['1 2 1', '121'],
  TYFCB: ['tyfcb'],
  CEU: ['ceu'],
  T: ['t'],
};

const slipNames: Names = {
  from: ['from', 'de'],
  to: ['to', 'a'],
  type: ['slip type', 'type', 'type de fiche'],
  tier: ['inside/outside', 'inside outside', 'interne/externe'],
  amount: ['tyfcb amount', 'tyfcb', 'montant tyfcb', 'montant mpb'],
  ceu: ['ceu credits', 'ceu'],
  detail: ['detail', 'details'],
};

/**
 * BNI's reports, as CSV or as the XML that is called .xls: the slips audit (an event a row, the better source), the
 * chapter summary (counts of a period) and attendance (a letter a meeting). Only the user's own rows are read. TYFCB
 * goes to the credit of its giver: the amount on one's own row is business brought to others, and no sale of one's own.
 */
export function parsePalms(input: ImportInput): Parsed | Refusal {
  const grids = gridsOf(input);
  if (isRefusal(grids)) return grids;
  for (const grid of grids) {
    const report = reportIn(grid);
    if (report) return mine(input, report.people, (me) => report.read(me, input));
  }
  return refuse(words.unknown, words.which, { name: input.fileName });
}

interface PalmsReport {
  readonly people: readonly string[];
  read(me: string, input: ImportInput): Parsed | Refusal;
}

/** Which of the reports a grid is; undefined where it is none. */
function reportIn(grid: Grid): PalmsReport | undefined {
  const slips = tableIn(grid, slipNames, ['from', 'to', 'type']);
  if (slips)
    return { people: peopleIn(slips, ['from', 'to']), read: (me, input) => palmsSlips(slips, me, input) };
  const summary = tableIn(grid, summaryNames, ['first', 'last', 'P', 'RGI']);
  if (summary) return { people: namesOf(summary), read: (me, input) => palmsSummary(summary, me, input) };
  const attendance = tableIn(grid, person, ['first', 'last']);
  if (attendance && attendanceDates(attendance).length > 0)
    return { people: namesOf(attendance), read: (me, input) => palmsAttendance(attendance, me, input) };
  return undefined;
}

function gridsOf({ text, fileName }: ImportInput): Grid[] | Refusal {
  if (isSpreadsheetMl(text)) {
    const grid = spreadsheetGrid(text, fileName);
    return isRefusal(grid) ? grid : [grid];
  }
  if (isMarkup(text)) return [];
  const grids = delimiters.map((delimiter) => csvGrid(text, delimiter, fileName));
  const sound = grids.flatMap((grid) => (isRefusal(grid) ? [] : [grid]));
  const [broken] = grids.filter(isRefusal);
  const isOurs = () => delimiters.some((delimiter) => reportIn(roughGrid(text, delimiter)) !== undefined);
  return sound.length === 0 && broken && isOurs() ? broken : sound;
}

/** Full names of a table's rows: what stands at its end for no person is none. */
function namesOf(table: Table): string[] {
  return table.rows
    .map((row) => fullName(table, row))
    .filter((name) => name !== '' && !/^(visitors?|bni|total|visiteurs?)$/.test(foldName(name)));
}

function peopleIn(table: Table, fields: readonly string[]): string[] {
  return table.rows
    .flatMap((row) => fields.map((field) => table.cell(row, field)))
    .filter((name) => name !== '');
}

/** Reads on as the user, where a name says who that is and the report has it. */
function mine(
  { me, fileName }: ImportInput,
  people: readonly string[],
  read: (me: string) => Parsed | Refusal,
): Parsed | Refusal {
  const names = [...new Set(people)];
  if (me === undefined)
    return refuse(words.who, words.me, { name: fileName, names: names.slice(0, 5).join(', ') });
  if (!names.some((name) => foldName(name) === foldName(me))) {
    const near = nearest(me, names);
    return near
      ? refuse(words.nobody, words.near, { me, name: fileName, near })
      : refuse(words.nobody, words.asWritten, { me, name: fileName, names: names.slice(0, 5).join(', ') });
  }
  return read(me);
}

/** Whether two rows of different reports tell the same days of the same thing: meetings, or slips. */
export function palmsClash(one: Told, other: Told): boolean {
  const a = laneOf(one);
  const b = laneOf(other);
  if (!a || !b || a.lane !== b.lane || a.from > other.date || b.from > one.date) return false;
  return one.stream !== other.stream || (one.stream === 'summary' && a.from !== b.from);
}

function laneOf({ stream, key, date }: Told): { lane: 'meeting' | 'slip'; from: string } | undefined {
  if (stream === 'meeting') return { lane: 'meeting', from: date };
  if (stream === 'referral' || stream === 'one-to-one') return { lane: 'slip', from: date };
  if (stream !== 'summary') return undefined;
  const [from = '', code = ''] = key.split('/');
  return { lane: /^[PALMS]$/.test(code) ? 'meeting' : 'slip', from };
}

const words = {
  unknown: {
    en: '"{name}" is none of BNI’s reports that netroi knows',
    fr: '« {name} » n’est aucun des rapports BNI que netroi connaît',
  },
  which: {
    en: 'export the slips audit, the chapter summary PALMS or the attendance report',
    fr: 'exportez le « Slips Audit Report », le résumé PALMS du groupe ou le rapport de présence',
  },
  who: { en: 'which member in "{name}" are you?', fr: 'quel membre de « {name} » êtes-vous ?' },
  me: {
    en: 'give your name as BNI has it: --me "First Last" (such as {names})',
    fr: 'donnez votre nom comme l’écrit BNI : --me "Prénom Nom" (par exemple {names})',
  },
  nobody: { en: '"{name}" has no member "{me}"', fr: '« {name} » n’a pas de membre « {me} »' },
  near: { en: 'did you mean "{near}"?', fr: 'vouliez-vous dire « {near} » ?' },
  asWritten: { en: 'it has {names} …', fr: 'il contient {names}…' },
} satisfies Record<string, Phrase>;
