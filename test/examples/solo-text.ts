/** A field as it is written: text, a plain number, a list, or a small mapping in flow style. */
export type Value = string | number | readonly string[] | Readonly<Record<string, string | number>>;

export interface Entry {
  readonly type: string;
  readonly date: string;
  readonly fields: Readonly<Record<string, Value | undefined>>;
}

/** The lines of a block of text, trimmed, empty ones left out. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Lines of cells between `|`. */
export function rows(text: string): string[][] {
  return lines(text).map((line) => line.split('|').map((cell) => cell.trim()));
}

const lists = new Set(['roles', 'tags', 'answer']);

/** Entries of one type from a table with a header; empty cells are absent fields, `;` parts a list. */
export function table(type: string, text: string): Entry[] {
  const [header = [], ...body] = rows(text);
  return body.map((cells) => {
    if (cells.length > header.length) throw new Error(`too many cells: ${cells.join(' | ')}`);
    const fields: Record<string, Value> = {};
    for (const [i, name] of header.entries()) {
      const cell = cells[i] ?? '';
      if (cell === '' || name === 'date') continue;
      const parts = cell.split(';').map((part) => part.trim());
      fields[name] = lists.has(name) && (parts.length > 1 || name !== 'answer') ? parts : cell;
    }
    return { type, date: cells[0] ?? '', fields };
  });
}

/** The fields of every type in the order of the journal's page. */
const order: Readonly<Record<string, string>> = {
  activity: 'group title kind mode time cost met attendance practice',
  referral: 'group direction contact from to kind tier value contacted informed thanked lost',
  sale: 'group amount referral customer',
  cost: 'group amount until',
  visits: 'source count',
  outcome: 'group kind title goal value',
  contact: 'group contact roles company position',
  approach: 'group contact channel',
  promise: 'group what to due done',
  answer: 'survey contact question answer',
};

/** One entry as YAML, as a person would write it. */
export function writeEntry(entry: Entry): string {
  const known = `${order[entry.type] ?? ''} id tags note`.split(' ');
  const stray = Object.keys(entry.fields).find((name) => !known.includes(name));
  if (stray !== undefined) throw new Error(`${entry.type} of ${entry.date}: no field ${stray}`);
  const parts = [`- type: ${entry.type}`, `date: ${entry.date}`];
  for (const name of known) {
    const value = entry.fields[name];
    if (value !== undefined) parts.push(`${name}: ${write(value)}`);
  }
  return `${parts.join('\n  ')}\n`;
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

function write(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quoted(value, /[:#](\s|$)|\s#|^[-?:,[\]{}#&*!|>'"%@`]/);
  if (isList(value)) return `[${value.map((each) => quoted(each, /[,:#[\]{}'"]/)).join(', ')}]`;
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${key}: ${each}`)
    .join(', ')} }`;
}

// A number below zero starts with a dash, and may.
function quoted(text: string, unsafe: RegExp): string {
  return unsafe.test(text) && !/^-\d/.test(text) ? `"${text.replaceAll('"', '\\"')}"` : text;
}

const months = lines(`
  janvier
  février
  mars
  avril
  mai
  juin
  juillet
  août
  septembre
  octobre
  novembre
  décembre`);

/** The entries of one year as a file: a head, a separator a month, asides where they belong. */
export function writeYear(
  head: string,
  entries: readonly Entry[],
  asides: readonly (readonly [string, string])[],
): string {
  const pending = [...asides];
  let month = '';
  let text = head;
  for (const entry of entries) {
    const name = months[Number(entry.date.slice(5, 7)) - 1] ?? '';
    if (name !== month) text += `\n# --- ${name} ---\n\n`;
    month = name;
    for (let next = pending[0]; next && next[0] <= entry.date; next = pending[0]) {
      text += `# ${next[1]}\n`;
      pending.shift();
    }
    text += writeEntry(entry);
  }
  return text;
}
