import { Lexer } from 'yaml';
import { firstWhere } from '../model/first-where.ts';

export type LineKind = 'blank' | 'comment' | 'content';

/** An anchor (`&name`) or an alias (`*name`). */
export interface Mark {
  readonly at: number;
  readonly name: string;
  readonly isAnchor: boolean;
}

/** A stretch of the text and what is to stand in its place. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A YAML text by its lines: comments and blank lines told from what looks like them within a text. */
export interface YamlText {
  readonly text: string;
  /** The line end to use where a line has none yet. */
  readonly eol: string;
  readonly lineCount: number;
  kindOf(line: number): LineKind;
  lineAt(offset: number): number;
  /** Where a line starts; the text's length for a line after the last. */
  startOf(line: number): number;
  /** In the order of the text. */
  readonly marks: readonly Mark[];
  /** Where comments start. */
  readonly comments: readonly number[];
  /** Lines that part documents: `---`, `...` and directives. */
  readonly borders: readonly number[];
  /** Blanks at the ends of lines, to be taken off. In the order of the text. */
  readonly trailing: readonly Change[];
}

/** Reads a YAML text (without a byte order mark) by its lines. It must have no fault of syntax. */
export function readLines(text: string): YamlText {
  const starts = startsOf(text);
  const lineAt = (offset: number) => firstFrom(starts, offset + 1) - 1;
  const kinds: LineKind[] = starts.map(() => 'blank');
  const marks: Mark[] = [];
  const comments: number[] = [];
  const borders: number[] = [];
  const trailing: Change[] = [];
  let at = 0;
  let isScalar = false;
  let space = 0;
  for (const token of new Lexer().lex(text)) {
    if (!isScalar && isSignal(token)) {
      // The lexer announces a bare scalar, so that one that looks like something else is not taken for it.
      isScalar = token === '\x1f';
      continue;
    }
    const end = at + token.length;
    const isComment = !isScalar && token.startsWith('#');
    const isNewline = !isScalar && /^\r?\n$/.test(token);
    const isSpace = !isScalar && /^[ \t]+$/.test(token);
    if (isNewline && space > 0) trailing.push({ start: at - space, end: at, text: '' });
    space = isSpace ? token.length : 0;
    if (isComment) {
      comments.push(at);
      if (kinds[lineAt(at)] === 'blank') kinds[lineAt(at)] = 'comment';
      const kept = token.replace(/[ \t]+$/, '').length;
      if (kept < token.length) trailing.push({ start: at + kept, end, text: '' });
    } else if (!isSpace && !isNewline && token !== '') {
      for (let line = lineAt(at); line <= lineAt(end - 1); line++) kinds[line] = 'content';
      if (!isScalar && /^[&*]/.test(token))
        marks.push({ at, name: token.slice(1), isAnchor: token.startsWith('&') });
      if (!isScalar && /^(---|\.\.\.|%)/.test(token)) borders.push(lineAt(at));
    }
    isScalar = false;
    at = end;
  }
  if (space > 0) trailing.push({ start: at - space, end: at, text: '' });
  return {
    text,
    eol: /\r?\n/.exec(text)?.[0] ?? '\n',
    lineCount: starts.length,
    kindOf: (line) => kinds[line] ?? 'blank',
    lineAt,
    startOf: (line) => starts[line] ?? text.length,
    marks,
    comments,
    borders,
    trailing,
  };
}

function isSignal(token: string): boolean {
  return token === '\x02' || token === '\x18' || token === '\x1f';
}

/** A line more than the last line end where text follows it. */
function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0 && at + 1 < text.length; at = text.indexOf('\n', at + 1))
    starts.push(at + 1);
  return starts;
}

/** The index of the first of the offsets, in order, that is not before `from`. */
export function firstFrom(offsets: readonly number[], from: number): number {
  return firstWhere(offsets.length, (i) => (offsets[i] ?? 0) >= from);
}

/** The changes, in the order of the text, that lie within a stretch of it. */
export function changesIn(changes: readonly Change[], start: number, end: number): Change[] {
  const found: Change[] = [];
  for (let i = firstWhere(changes.length, (at) => (changes[at]?.start ?? 0) >= start); ; i++) {
    const change = changes[i];
    if (!change || change.end > end) return found;
    found.push(change);
  }
}

/** A stretch of a text with the changes that lie within it made. */
export function changed(text: string, changes: readonly Change[], start: number, end: number): string {
  let made = '';
  let at = start;
  for (const change of changesIn(changes, start, end)) {
    made += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return made + text.slice(at, end);
}

/** The marks, in the order of the text, that stand within a stretch of it. */
export function marksIn(marks: readonly Mark[], start: number, end: number): Mark[] {
  const from = (offset: number) => firstWhere(marks.length, (i) => (marks[i]?.at ?? 0) >= offset);
  return marks.slice(from(start), from(end));
}

/** What each alias stands for, and what each name stands for in the end, as a text to compare. */
export function bindings(marks: readonly Mark[]): string {
  const anchors = new Map<string, number>();
  const bound: string[] = [];
  for (const { at, name, isAnchor } of marks) {
    if (isAnchor) anchors.set(name, at);
    else bound.push(`${at}>${anchors.get(name) ?? name}`);
  }
  return [...bound, ...[...anchors].map(([name, at]) => `${name}=${at}`)].sort().join();
}
