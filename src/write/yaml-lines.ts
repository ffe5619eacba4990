import { type Change, changed, type YamlText } from './yaml-text.ts';

/** A YAML text and the changes within its lines. */
export interface Lines extends YamlText {
  /** In the order of the text. */
  readonly changes: readonly Change[];
}

/** Whole lines [from, to), with the changes within them, each with a line end. */
export function textOf(lines: Lines, from: number, to: number): string {
  return stretch(lines, lines.startOf(from), to);
}

/** From an offset to the end of the line before `to`. */
export function stretch(lines: Lines, start: number, to: number): string {
  const end = lines.startOf(to);
  if (end <= start) return '';
  const text = changed(lines.text, lines.changes, start, end);
  return text.endsWith('\n') ? text : text + lines.eol;
}

/** How many spaces a line starts with; a tab counts as one. */
function indentOf({ text, startOf }: YamlText, line: number): number {
  let at = startOf(line);
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at - startOf(line);
}

/** Whether nothing but spaces stands before an offset in its line. */
export function startsLine({ text, lineAt, startOf }: YamlText, offset: number): boolean {
  return /^ *$/.test(text.slice(startOf(lineAt(offset)), offset));
}

export function columnOf({ lineAt, startOf }: YamlText, offset: number): number {
  return offset - startOf(lineAt(offset));
}

/** The last line of content in lines [from, to), or the line before `from`. */
export function lastContent({ kindOf }: YamlText, from: number, to: number): number {
  for (let line = to - 1; line >= from; line--) if (kindOf(line) === 'content') return line;
  return from - 1;
}

/**
 * Where the comments end that stand deeper than a column, before the first that does not: they belong to what is
 * above them.
 */
export function tailEnd(lines: YamlText, from: number, to: number, column: number): number {
  let end = from;
  for (let line = from; line < to; line++) {
    if (lines.kindOf(line) === 'blank') continue;
    if (indentOf(lines, line) <= column) break;
    end = line + 1;
  }
  return end;
}

/** The comments of lines [from, to), none of them deeper than the column; blank lines left out. */
export function commentsOf(lines: Lines, from: number, to: number, column: number): string[] {
  const found: string[] = [];
  for (let line = from; line < to; line++) {
    if (lines.kindOf(line) === 'comment') found.push(setBack(textOf(lines, line, line + 1), column));
  }
  return found;
}

/** A line that starts in the column, or before it. */
export function setBack(line: string, column: number): string {
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return indent > column ? ' '.repeat(column) + line.slice(indent) : line;
}
