import { decimalsOf, type Entry, type Facts, type Group, type Money } from './facts.ts';

/** The files of a journal, by their path in its folder. */
export type Folder = Record<string, string>;
/** A text of the user's, a word of ours that may stand bare, a list, or nested parts. */
type Value =
  | string
  | { readonly raw: string }
  | readonly string[]
  | { readonly parts: Record<string, string> };
type Fields = Record<string, Value>;

/** Picks one by a number of the facts: always the same one, and the first where that number is 0. */
function pick<T>(style: number, salt: string, first: T, ...others: readonly T[]): T {
  if (style === 0 || others.length === 0) return first;
  let hash = Math.imul(style, 2_654_435_761);
  for (const letter of salt) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  const at = ((hash ^ (hash >>> 15)) >>> 3) % (others.length + 1);
  return at === 0 ? first : (others[at - 1] ?? first);
}

function decimalText(minor: number, decimals: number, style: number, salt: string): string {
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const part = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  const space = pick(style, `${salt} space`, '', '', '', ' ', '\u00a0', '\u202f', '\u2009');
  const shown = pick(style, `${salt} part`, part, part.replace(/\.?0+$/, ''));
  return (minor < 0 ? '-' : '') + whole.replace(/\B(?=(\d{3})+$)/g, space) + shown;
}

function moneyText({ minor, currency }: Money, reporting: string, style: number, salt: string): string {
  const number = decimalText(minor, decimalsOf(currency ?? reporting), style, salt);
  if (currency === undefined) return number;
  const forms = [`${currency} ${number}`, ...(currency === 'EUR' ? [`${number} €`] : [])];
  if (currency === 'EUR' && minor >= 0) forms.push(`€${number}`);
  return pick(style, `${salt} form`, `${number} ${currency}`, ...forms);
}

function durationText(minutes: number, style: number, salt: string): string {
  const hours = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, '0');
  const forms = [`${hours}:${rest}`];
  if (minutes === 0 || minutes >= 5) forms.push(String(minutes));
  if (minutes % 60 === 0) forms.push(`${hours}h`);
  else if (hours > 0) forms.push(`${hours}h${rest}`, `${hours}h${rest}m`);
  if (minutes % 3 === 0) forms.push(`${minutes / 60}h`);
  return pick(style, salt, `${minutes}m`, ...forms);
}

const days = ['date', 'contacted', 'informed', 'thanked', 'won', 'lost', 'until', 'due', 'done'];
const ours = [...days, 'type', 'direction', 'mode', 'attendance', 'tier'];

/** The fields of an entry as they are written, with the decimal comma or without. */
function fieldsOf(entry: Entry, reporting: string, comma: boolean): Fields {
  const { style, referralAt: _, time, practice, ...rest } = entry;
  const decimal = (text: string) => (comma && style % 2 === 0 ? text.replace('.', ',') : text);
  const fields: Fields = {};
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    if (typeof value === 'number') fields[name] = { raw: String(value) };
    else if (typeof value === 'string') fields[name] = ours.includes(name) ? { raw: value } : value;
    else if (Array.isArray(value)) fields[name] = value;
    else if ('minor' in value) fields[name] = { raw: decimal(moneyText(value, reporting, style, name)) };
  }
  if (practice) fields['practice'] = { parts: shown(practice, String) };
  const parts = shown(time ?? {}, (minutes, part) => decimal(durationText(minutes, style, part)));
  const isOne = Object.keys(parts).join() === 'event' && pick(style, 'one time', true, false);
  if (isOne) fields['time'] = { raw: parts['event'] ?? '' };
  else if (Object.keys(parts).length > 0) fields['time'] = { parts };
  return pick(style, 'order', fields, Object.fromEntries(Object.entries(fields).reverse()));
}

/** The values that are there, as texts. */
function shown<T>(values: Record<string, T | undefined>, show: (value: T, name: string) => string) {
  const there = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
  return Object.fromEntries(there.map(({ name, value }): [string, string] => [name, show(value, name)]));
}
const pairs = (texts: Record<string, string>) =>
  Object.entries(texts).map(([name, text]) => `${name}: ${text}`);
const braced = (texts: Record<string, string>) => `{ ${pairs(texts).join(', ')} }`;

function yamlText(text: string, style: number): string {
  const harmless = /^[a-z]+( [a-z]+)*$/i.test(text) && !/^(true|false|null|y|n|yes|no|on|off)$/i.test(text);
  const single = /\n/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
  return pick(style, text, JSON.stringify(text), single, harmless ? text : JSON.stringify(text));
}

function yamlValue(value: Value, style: number): string {
  if (typeof value === 'string') return yamlText(value, style);
  if ('raw' in value) return value.raw;
  if ('parts' in value) return braced(value.parts);
  return `[${value.map((text) => yamlText(text, style)).join(', ')}]`;
}

function yamlEntry(entry: Entry, reporting: string): string {
  const block = pick(entry.style, 'block', false, true);
  const lines = Object.entries(fieldsOf(entry, reporting, false)).map(([name, value]) => {
    if (!block || typeof value === 'string' || 'raw' in value)
      return `${name}: ${yamlValue(value, entry.style)}`;
    const items =
      'parts' in value ? pairs(value.parts) : value.map((text) => `- ${yamlText(text, entry.style)}`);
    return [`${name}:`, ...items].join('\n    ');
  });
  const flow = !block && pick(entry.style, 'flow', false, true);
  return flow ? `- {${lines.join(', ')}}\n` : `- ${lines.join('\n  ')}\n`;
}

function yamlFile(entries: readonly Entry[], reporting: string, style: number): string {
  const items = entries.map((entry) => yamlEntry(entry, reporting));
  const all = items.join('');
  const two = `${items[0]}---\n# the rest\nentries:\n${items.slice(1).join('')}`;
  return items.length < 2 ? all : pick(style, 'documents', all, `entries:\n${all}`, two);
}

function csvFile(entries: readonly Entry[], reporting: string, style: number, name: string): string {
  const delimiter = name.endsWith('.tsv') ? '\t' : pick(style, `${name} delimiter`, ',', ';', '\t');
  const rows = entries.map((entry) => {
    const row: Record<string, string> = {};
    for (const [field, value] of Object.entries(fieldsOf(entry, reporting, delimiter === ';'))) {
      if (typeof value === 'string') row[field] = guarded(value, entry.style);
      else if ('raw' in value) row[field] = value.raw;
      else if (!('parts' in value)) row[field] = guarded(value.join('|'), entry.style);
      else for (const [part, text] of Object.entries(value.parts)) row[`${field}.${part}`] = text;
    }
    // A file with entries of all types says which; the others are named for theirs.
    return name.includes('all') ? row : { ...row, type: '' };
  });
  const found = [...new Set(rows.flatMap(Object.keys))].filter((field) => rows.some((row) => row[field]));
  const header = pick(style, 'header', found, found.toSorted(), found.toReversed());
  const needsQuotes = (text: string) => /["\r\n]|^\s|\s$/.test(text) || text.includes(delimiter);
  const cell = (text: string, always: boolean) =>
    always || needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = rows.map((row, i) =>
    header.map((field) => cell(row[field] ?? '', pick(style + i, field, false, false, true))).join(delimiter),
  );
  return `${[header.join(delimiter), ...lines].join('\n')}${pick(style, 'end', '\n', '')}`;
}

/** A text that a spreadsheet would run, sometimes with the quote that an export puts before it. */
const guarded = (text: string, style: number) =>
  (/^[=+@-]/.test(text) ? pick(style, 'guard', '', "'") : '') + text;

function settingsFiles({ settings, entries, style }: Facts, apart: boolean): Folder {
  const { currency, hourlyRate, fiscalYearStart, weekStart, lang } = settings;
  const rate = (minor: number) =>
    decimalText(minor, decimalsOf(currency ?? 'EUR'), style, 'rate').replaceAll(/\s/g, '');
  const hourly = Array.isArray(hourlyRate)
    ? `[${hourlyRate.map((one) => braced({ from: one.from, rate: rate(one.rate) })).join(', ')}]`
    : typeof hourlyRate === 'number' && rate(hourlyRate);
  const top = pairs(
    shown(
      {
        currency,
        'hourly-rate': hourly || undefined,
        'fiscal-year-start': fiscalYearStart,
        'week-start': weekStart,
        lang,
        surveys: entries.some((entry) => entry.survey) ? '{ veille: { asked: all } }' : undefined,
      },
      String,
    ),
  );
  const lists = {
    groups: settings.groups.map((group) => `  ${JSON.stringify(group.key)}: ${groupText(group, style)}`),
    members: settings.members.map((member) => `  ${JSON.stringify(member)}: {}`),
    prices: settings.prices.map((price) => `  - ${braced(price)}`),
  };
  const rest = Object.entries(lists).flatMap(([name, lines]) =>
    lines.length > 0 ? [`${name}:`, ...lines] : [],
  );
  if (apart) return { 'netroi.yaml': top.join('\n'), 'more.yaml': rest.join('\n') };
  const all = [...top, ...rest].join('\n');
  return all === '' && entries.length > 0 && style % 2 === 1 ? {} : { 'netroi.yaml': all };
}

function groupText({ key, name, kind, joined, left, web }: Group, style: number): string {
  const words = shown({ name, kind, web }, (value) => yamlValue(value, style + key.length));
  return braced({ ...words, ...shown({ joined, left }, String) });
}

const plurals: Record<string, string> = { activity: 'activities', approach: 'approaches', visits: 'visits' };

/** Puts every entry into the file that `place` names, in the order of the facts. */
function folder(facts: Facts, place: (entry: Entry) => string): Folder {
  const { entries, settings, style } = facts;
  const reporting = settings.currency ?? 'EUR';
  const files = settingsFiles(facts, pick(style, 'apart', false, true));
  for (const name of new Set(entries.map(place))) {
    const file = /\.ya?ml$/.test(name) ? yamlFile : csvFile;
    files[name] = file(
      entries.filter((entry) => place(entry) === name),
      reporting,
      style,
      name,
    );
  }
  const ends = (name: string) => pick(style, `${name} ends`, '\n', '\r\n');
  const mark = (name: string) => pick(style, `${name} mark`, '', '\ufeff');
  return shown(files, (text, name) => mark(name) + text.replaceAll('\n', ends(name)));
}

const byType = ({ type }: Entry, style: number) =>
  pick(style, type, `${plurals[type] ?? `${type}s`}-2026.csv`, `${type}.csv`, `sub/${type} x.tsv`);

export const yamlFolder = (facts: Facts): Folder =>
  folder(facts, ({ date }) =>
    pick(facts.style, 'halves', '2026.yaml', date < '2025-07-01' ? 'old/2025.yml' : '2026.yaml'),
  );
export const csvFolder = (facts: Facts): Folder =>
  folder(facts, (entry) => pick(facts.style, 'csv', 'all.csv', byType(entry, facts.style)));
export const mixedFolder = (facts: Facts): Folder =>
  folder(facts, (entry) => {
    const typed = byType(entry, facts.style);
    return pick(entry.style, 'file', 'a.yaml', 'all.csv', typed, 'deep/er/z.yml', 'old all.tsv');
  });
