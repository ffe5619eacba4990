import type { Span } from '../model/source.ts';
import { lineEnd } from '../model/source.ts';
import { lineStart, nextLine, withLines } from './lines.ts';

/** A field to be set in an entry of a YAML file, with what is known of its place. */
export interface FieldToSet {
  /** Where the entry starts: at its first key, or at its brace. */
  readonly entry: number;
  readonly name: string;
  /** As YAML, and as it is. */
  readonly value: string;
  readonly plain: string;
  /** Where its value stands already, if it has one. */
  readonly present: Span | undefined;
  /** Where the values stand of fields that go before it, the nearest to it first. */
  readonly before: readonly Span[];
}

/**
 * A YAML text with one field of one entry set, in the entry's own style; nothing else changes.
 * Undefined where the entry is written in a way that leaves no safe place for it (an alias stands for it).
 */
export function setYamlField(text: string, field: FieldToSet): string | undefined {
  const { entry, present } = field;
  // An alias stands in place of the entry: it is written elsewhere.
  if (text.charAt(entry) === '*') return undefined;
  if (present) return replaced(text, present, field.value);
  return text.charAt(entry) === '{' ? setInFlow(text, field) : setInBlock(text, field);
}

function setInFlow(text: string, field: FieldToSet): string | undefined {
  const { entry, name, value, plain, before } = field;
  const empty = emptyInFlow(text, entry, name);
  if (empty !== undefined) return replaced(text, empty, ` ${value}`);
  // A value that ends with its line may go on in the next one.
  const after = before.find(([start, end]) => end < lineEnd(text, start) && text.charAt(start) !== '*');
  if (!after) return undefined;
  // JSON is YAML: what begins as JSON stays so.
  const isJson = /"\s*:\s*$/.test(text.slice(lineStart(text, after[0]), after[0]));
  const pair = isJson ? `"${name}": ${JSON.stringify(plain)}` : `${name}: ${value}`;
  return replaced(text, [after[1], after[1]], `, ${pair}`);
}

function setInBlock(text: string, { entry, name, value, before }: FieldToSet): string | undefined {
  const [after] = before;
  if (!after) return undefined;
  const column = entry - lineStart(text, entry);
  const empty = emptyField(text, entry, column, name);
  if (empty !== undefined) return replaced(text, empty, ` ${value}`);
  let at = nextLine(text, after[0]);
  // A value may go on over several lines, all of them deeper than its key.
  for (let line = at; line < text.length; ) {
    const end = nextLine(text, line);
    const content = text.slice(line, end).trimEnd();
    const depth = content.length - content.trimStart().length;
    if (content !== '' && depth <= column) break;
    if (content !== '') at = end;
    line = end;
  }
  return withLines(text, at, [`${' '.repeat(column)}${name}: ${value}`]);
}

/** Where the value goes of a field whose name is there, with nothing after it, or with what stands for nothing. */
function emptyField(text: string, entry: number, column: number, name: string): Span | undefined {
  for (let line = nextLine(text, entry); line < text.length; line = nextLine(text, line)) {
    const content = text.slice(line, lineEnd(text, line));
    const depth = content.length - content.trimStart().length;
    if (content.trim() === '' || /^\s*#/.test(content)) continue;
    if (depth < column) return undefined;
    const [whole, head = '', blank = ''] =
      /^( *[\w-]+:)( +(?:null|Null|NULL|~|''|""))?(?=\s*(?:#.*)?$)/.exec(content) ?? [];
    if (whole !== undefined && depth === column && head.trim() === `${name}:`)
      return [line + head.length, line + head.length + blank.length];
  }
  return undefined;
}

/** The same within braces, on the line that they begin on. */
function emptyInFlow(text: string, entry: number, name: string): Span | undefined {
  const line = text.slice(entry, lineEnd(text, entry));
  // Quoted texts, comments and inner lists may hold what only looks like the field.
  if (/["'#[]/.test(line.replace(/''|""/g, '')) || /\{.*\{/.test(line)) return undefined;
  const found = new RegExp(`([{,]\\s*${name}:)(\\s*(?:null|Null|NULL|~|''|"")?)\\s*(?=[,}])`).exec(line);
  if (!found) return undefined;
  const start = entry + found.index + (found[1]?.length ?? 0);
  return [start, start + (found[2]?.trimEnd().length ?? 0)];
}

/** A CSV text with one cell set: `cell` is what it holds now, without its quotes. */
export function setCsvCell(text: string, cell: Span, value: string): string {
  return replaced(text, cell, value);
}

/** The cells that a row lacks, with the last of them set. */
export function lengthenRow(
  text: string,
  rowEnd: number,
  missing: number,
  delimiter: string,
  value: string,
): string {
  return replaced(text, [rowEnd, rowEnd], delimiter.repeat(missing) + value);
}

function replaced(text: string, [start, end]: Span, value: string): string {
  return text.slice(0, start) + value + text.slice(end);
}
