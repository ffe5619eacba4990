import { parse } from 'csv-parse/sync';
import { foldName } from '../../model/names.ts';
import type { Phrase } from '../../model/text.ts';
import { type Refusal, refuse } from './row.ts';

/** The rows and cells of a table, as texts, outer spaces taken off. */
export type Grid = readonly (readonly string[])[];

export type Delimiter = ',' | ';' | '\t';
export const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/** The cells of a CSV text; blank lines are left out. */
export function csvGrid(text: string, delimiter: Delimiter, name: string): Grid | Refusal {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 0;
    return refuse(words.quotes, words.mend, { name, line });
  }
}

/** The cells of a CSV text by its lines alone, its quotes not heeded: enough to see what its header says. */
export function roughGrid(text: string, delimiter: Delimiter): Grid {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, '').trim()));
}

/** A header cell as it is compared: case, accents, punctuation and spaces folded. */
export function headerKey(cell: string): string {
  return foldName(cell)
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();
}

/** Field → the names that its column may have, folded; a pattern is tried on the folded name. */
export type Names = Readonly<Record<string, readonly (string | RegExp)[]>>;

/** A table found within a grid. */
export interface Table {
  /** Rows above the header. */
  readonly above: Grid;
  readonly header: readonly string[];
  readonly rows: Grid;
  /** The headers that no name fits. */
  readonly unread: readonly string[];
  /** The cell of a field in a row; '' where there is none. */
  cell(row: readonly string[], field: string): string;
  has(field: string): boolean;
}

/** The first row that names every required field, and what stands below it; undefined where there is none. */
export function tableIn(grid: Grid, names: Names, required: readonly string[]): Table | undefined {
  for (const [at, header] of grid.entries()) {
    const columns = columnsOf(header, names);
    if (!required.every((field) => columns.has(field))) continue;
    const used = new Set(columns.values());
    return {
      above: grid.slice(0, at),
      header,
      rows: grid.slice(at + 1).filter((row) => row.some((cell) => cell !== '')),
      unread: header.filter((cell, i) => cell !== '' && !used.has(i)),
      cell: (row, field) => row[columns.get(field) ?? -1] ?? '',
      has: (field) => columns.has(field),
    };
  }
  return undefined;
}

function columnsOf(header: readonly string[], names: Names): Map<string, number> {
  const keys = header.map(headerKey);
  const columns = new Map<string, number>();
  for (const [field, aliases] of Object.entries(names)) {
    const at = keys.findIndex(
      (key) =>
        key !== '' && aliases.some((alias) => (typeof alias === 'string' ? alias === key : alias.test(key))),
    );
    if (at >= 0) columns.set(field, at);
  }
  return columns;
}

/** Whether a text is XML, a web page or JSON: its quotes say nothing of a table. */
export function isMarkup(text: string): boolean {
  return /^\ufeff?\s*[<{]/.test(text);
}

/**
 * The table of a CSV text, whatever its delimiter; undefined where it has none. A refusal where its quotes are broken
 * and its header is there all the same: of a file from elsewhere the quotes are no matter.
 */
export function csvTable(
  text: string,
  names: Names,
  required: readonly string[],
  name: string,
  among: readonly Delimiter[] = delimiters,
): Table | Refusal | undefined {
  let broken: Refusal | undefined;
  if (isMarkup(text)) return undefined;
  for (const delimiter of among) {
    const grid = csvGrid(text, delimiter, name);
    if ('refusal' in grid) {
      if (tableIn(roughGrid(text, delimiter), names, required)) broken ??= grid;
      continue;
    }
    const table = tableIn(grid, names, required);
    if (table) return table;
  }
  return broken;
}

/** The cells of a row by the names of their columns: what rules look at. */
export function aboutOf(header: readonly string[], row: readonly string[]): Record<string, string> {
  return Object.fromEntries(header.flatMap((name, i) => (name === '' ? [] : [[name, row[i] ?? '']])));
}

const words = {
  quotes: {
    en: 'the quotes of "{name}" do not fit together near line {line}',
    fr: 'les guillemets de « {name} » ne vont pas ensemble vers la ligne {line}',
  },
  mend: {
    en: 'export it again, or mend that line',
    fr: 'refaites l’export, ou corrigez cette ligne',
  },
} satisfies Record<string, Phrase>;
