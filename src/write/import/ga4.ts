import { endOf } from '../../model/calendar.ts';
import { type Day, formatDay, parseDay } from '../../model/day.ts';
import { foldName } from '../../model/names.ts';
import { type Phrase, text } from '../../model/text.ts';
import { fits, groupNamed } from './finish-rows.ts';
import { foreignDay } from './foreign-date.ts';
import { aboutOf, csvTable, headerKey, type Table } from './grid.ts';
import { networkOf, socialChannel } from './networks.ts';
import {
  type ImportInput,
  type ImportRow,
  isRefusal,
  type Parsed,
  type Refusal,
  refuse,
  type Told,
} from './row.ts';
import { unreadable } from './skip-words.ts';

const names = {
  sessions: ['sessions', 'sitzungen', 'sesiones'],
  channel: [
    /^(session|first user)?\s*(primary|default)?\s*channel group/,
    /^sitzung primare channelgruppe/,
    /^(sitzungs?\s*)?(standard\s*)?channelgruppe/,
    /^groupe de canaux/,
  ],
  source: [/^(session )?source\b/, /^sitzung(s)?\s?-?\s?quelle/, /^source (de la session|pour la session)/],
  medium: [/^(session )?medium$/, /^support/, /^sitzung(s)?\s?-?\s?medium/],
  month: ['year month', 'annee mois', 'jahr monat', 'annee et mois'],
  date: ['date', 'datum'],
  range: ['date range', 'plage de dates', 'zeitraum'],
} as const;

/**
 * A report of Google Analytics 4 as visits: those that came directly, and those from networks. A row without a
 * month or a date counts on the last day of the report, since that is when all of it was known.
 */
export function parseGa4(input: ImportInput): Parsed | Refusal {
  const found = csvTable(input.text, names, ['sessions'], input.fileName);
  if (found && isRefusal(found)) return found;
  if (!found) return refuse(words.unknown, words.which, { name: input.fileName });
  const table = found;
  const dates = table.above.flatMap((row) => /^#.*?(\d{8})\s*$/.exec(row.join(' ').trim())?.[1] ?? []);
  const start = foreignDay(dates[0] ?? '', 'dmy');
  const end = foreignDay(dates[1] ?? '', 'dmy') ?? input.date;
  const nameAt = dimensionAt(table);
  if (nameAt < 0) return refuse(words.noChannel, words.addChannel, { name: input.fileName });
  const isDated = table.has('month') || table.has('date');
  if (!isDated && end === undefined) return refuse(words.noDates, words.giveDate, { name: input.fileName });
  const sums = new Map<string, { row: ImportRow; count: number }>();
  const skipped: Phrase[] = [];
  const dimension = table.has('source') ? 'source' : 'channel';
  let range: string | undefined;
  for (const row of table.rows) {
    if (row[0]?.startsWith('#')) break;
    const name = row[nameAt] ?? '';
    if (name === '' || /^(grand total|total general|totale?|gesamt(summe)?)$/.test(foldName(name))) continue;
    range ??= table.cell(row, 'range');
    if (table.cell(row, 'range') !== range) {
      skipped.push(words.comparison);
      continue;
    }
    const span = isDated ? spanOf(table, row, end) : { from: start ?? end ?? 0, to: end ?? 0 };
    if (!span) {
      skipped.push(unreadable('date', table.cell(row, 'month') || table.cell(row, 'date')));
      continue;
    }
    const figures = table.cell(row, 'sessions');
    const count = /^\d[\d\s,.'\u00a0\u202f]*$/.test(figures) ? Number(figures.replace(/\D/g, '')) : undefined;
    if (count === undefined) {
      skipped.push(unreadable('count', figures));
      continue;
    }
    const about = { ...aboutOf(table.header, row), [dimension]: name };
    const source = sourceOf(name, input, about);
    if (source === undefined) {
      skipped.push(words.elsewhere);
      continue;
    }
    const key = `${formatDay(span.from)}/${source}`;
    const sum = sums.get(key)?.count ?? 0;
    sums.set(key, {
      count: sum + count,
      row: { stream: dimension, key, about, fields: { type: 'visits', date: formatDay(span.to), source } },
    });
  }
  const isLong = !isDated && start !== undefined && end !== undefined && end - start > 31;
  return {
    rows: [...sums.values()].map(({ row, count }) => ({
      ...row,
      fields: { ...row.fields, count: String(count) },
    })),
    skipped,
    withdrawn: [],
    unread: table.unread.filter((header) => headerKey(header) !== headerKey(table.header[0] ?? '')),
    notes: isLong ? [text(words.long, { day: { day: end } })] : [],
  };
}

/** Whether a report tells anew what another has told: the same days by another dimension, or other days around them. */
export function ga4Clash(one: Told, other: Told): boolean {
  const [from = '', source] = splitKey(one.key);
  const [otherFrom = '', otherSource] = splitKey(other.key);
  if (from > other.date || otherFrom > one.date) return false;
  if (one.stream !== other.stream) return (source === 'direct') === (otherSource === 'direct');
  return source === otherSource && from !== otherFrom;
}

function splitKey(key: string): [string | undefined, string] {
  return [key.slice(0, 10), key.slice(11)];
}

/**
 * The column that says where visits came from; -1 where there is none. One that takes the name of a grouping of one's
 * own stands before the sessions, as every dimension does before every figure: what it holds counts as the channel.
 */
function dimensionAt({ header }: Table): number {
  const is = (field: string) => header.findIndex((cell) => isColumn(cell, field));
  const known = [is('source'), is('channel')].find((at) => at >= 0);
  if (known !== undefined) return known;
  const own = header.findIndex(
    (cell) => cell !== '' && !['date', 'month', 'range', 'sessions'].some((field) => isColumn(cell, field)),
  );
  return own < is('sessions') ? own : -1;
}

function isColumn(header: string, field: string): boolean {
  const aliases: Readonly<Record<string, readonly (string | RegExp)[]>> = names;
  const key = headerKey(header);
  return (
    aliases[field]?.some((alias) => (typeof alias === 'string' ? alias === key : alias.test(key))) ?? false
  );
}

/** The source that visits are counted under; undefined where they are neither direct nor a network's. */
function sourceOf(
  name: string,
  { groups, rules }: ImportInput,
  about: ImportRow['about'],
): string | undefined {
  const [own = ''] = name.split(' / ');
  if (/^(\(direct\)|direct|directe?|direkt|acces direct)$/.test(foldName(own))) return 'direct';
  const social = socialChannel(name) ?? networkOf(own);
  if (social !== undefined) return social;
  if (groupNamed(groups, [own]) !== undefined) return own;
  // What a rule names is wanted.
  return rules.if.some(({ match, set }) => 'source' in set && fits(about, match)) ? own : undefined;
}

const calendar = { fiscalYearStart: 1, weekStart: 'monday' } as const;

function spanOf(
  table: Table,
  row: readonly string[],
  end: Day | undefined,
): { from: Day; to: Day } | undefined {
  const date = foreignDay(table.cell(row, 'date'), 'dmy');
  if (date !== undefined) return { from: date, to: date };
  const [, year, month] = /^(\d{4})[-/]?(\d{2})$/.exec(table.cell(row, 'month')) ?? [];
  const from = parseDay(`${year}-${month}-01`);
  if (typeof from !== 'number') return undefined;
  const last = endOf('month', from, calendar);
  return { from, to: end !== undefined && end >= from ? Math.min(last, end) : last };
}

const words = {
  elsewhere: { en: 'neither direct nor from a network', fr: 'ni directes ni venues d’un réseau' },
  comparison: { en: 'the period compared with', fr: 'la période de comparaison' },
  unknown: {
    en: '"{name}" is no report of Google Analytics 4 with a column of sessions',
    fr: '« {name} » n’est pas un rapport Google Analytics 4 avec une colonne de sessions',
  },
  which: {
    en: 'download the traffic acquisition report as CSV',
    fr: 'téléchargez en CSV le rapport d’acquisition de trafic',
  },
  noChannel: {
    en: '"{name}" has no column that says where the sessions came from',
    fr: '« {name} » n’a pas de colonne qui dise d’où viennent les sessions',
  },
  addChannel: {
    en: 'export it with the channel group or the source beside the sessions',
    fr: 'exportez-le avec le groupe de canaux ou la source à côté des sessions',
  },
  noDates: { en: '"{name}" does not say its days', fr: '« {name} » ne dit pas ses jours' },
  giveDate: {
    en: 'give its last day: --date YYYY-MM-DD',
    fr: 'donnez son dernier jour : --date AAAA-MM-JJ',
  },
  long: {
    en: 'the visits count on {day}, the report’s last day: add the dimension "Year month" to part them by month',
    fr: 'les visites comptent au {day}, dernier jour du rapport : ajoutez la dimension « Année et mois » pour les répartir par mois',
  },
} satisfies Record<string, Phrase>;
