import { XMLParser } from 'fast-xml-parser';
import type { Phrase } from '../../model/text.ts';
import type { Grid } from './grid.ts';
import { type Refusal, refuse } from './row.ts';

/** Whether a text is a workbook written as XML ("XML Spreadsheet 2003"), whatever its ending. */
export function isSpreadsheetMl(text: string): boolean {
  const head = text.slice(0, 2000);
  return /^\ufeff?\s*</.test(head) && /urn:schemas-microsoft-com:office:spreadsheet/.test(text);
}

/** The cells of every sheet of an XML workbook, one below the other. Cells and rows left out are empty (`ss:Index`). */
export function spreadsheetGrid(text: string, name: string): Grid | Refusal {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: true,
    isArray: (tag) => ['Worksheet', 'Row', 'Cell'].includes(tag),
  });
  let root: unknown;
  try {
    root = parser.parse(text, true);
  } catch (error) {
    const [message = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return refuse(words.bad, words.again, { name, message });
  }
  return listOf(at(at(root, 'Workbook'), 'Worksheet')).flatMap((sheet) => rowsOf(at(sheet, 'Table')));
}

function rowsOf(table: unknown): string[][] {
  return listOf(at(table, 'Row')).flatMap((row) => {
    const cells: string[] = [];
    for (const cell of listOf(at(row, 'Cell'))) {
      const index = Number(at(cell, '@Index'));
      // A sheet has 256 columns; a number from elsewhere must not make a billion cells.
      if (index > cells.length && index <= 16_384) while (cells.length < index - 1) cells.push('');
      cells.push(textIn(at(cell, 'Data')));
    }
    return cells.some((cell) => cell !== '') ? [cells] : [];
  });
}

/** The text of a cell, that of its styled parts included. */
function textIn(node: unknown): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node).trim();
  if (Array.isArray(node)) return node.map(textIn).join('');
  if (typeof node !== 'object' || node === null) return '';
  return Object.entries(node)
    .flatMap(([key, value]) => (key.startsWith('@') ? [] : [textIn(value)]))
    .join('')
    .trim();
}

function at(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null
    ? (node as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function listOf(node: unknown): readonly unknown[] {
  return Array.isArray(node) ? node : [];
}

const words = {
  bad: { en: '"{name}" is no sound XML: {message}', fr: '« {name} » n’est pas du XML correct : {message}' },
  again: {
    en: 'export it again, or open it and save it as "CSV UTF-8"',
    fr: 'refaites l’export, ou ouvrez-le et enregistrez-le en « CSV UTF-8 »',
  },
} satisfies Record<string, Phrase>;
