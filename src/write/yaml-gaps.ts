import { type Lines, setBack, textOf } from './yaml-lines.ts';
import type { YamlText } from './yaml-text.ts';

/** The comments between an entry and the one above it. */
export interface Gap {
  /** Those with a blank line below them, each group of lines that stand together. */
  readonly paragraphs: readonly string[];
  /** Those right above the entry. */
  readonly above: string;
  /** Whether a blank line comes before all of it. */
  readonly startsBlank: boolean;
}

/** What stands in lines [from, to), which are comments and blank lines; no comment is deeper than the column. */
export function gapOf(lines: Lines, from: number, to: number, column: number): Gap {
  const paragraphs: string[] = [];
  let together = '';
  for (let line = from; line < to; line++) {
    if (lines.kindOf(line) === 'comment') together += setBack(textOf(lines, line, line + 1), column);
    else if (together !== '') {
      paragraphs.push(together);
      together = '';
    }
  }
  return { paragraphs, above: together, startsBlank: from < to && lines.kindOf(from) === 'blank' };
}

/** Where the comments end that stand right below an entry with a blank line below them: they are its own. */
export function belowEnd({ kindOf }: YamlText, from: number, to: number): number {
  let end = from;
  while (end < to && kindOf(end) === 'comment') end++;
  return end < to ? end : from;
}

const forEditors = /^[ \t]*#[ \t]*(yaml-language-server:|-\*-|vim?:|ex:).*\n/;

/** Parts the lines that speak to an editor, which stay where they are, from those about the first entry. */
export function editorLines(comments: string): { editor: string; rest: string } {
  let rest = comments;
  while (forEditors.test(rest)) rest = rest.replace(forEditors, '');
  return { editor: comments.slice(0, comments.length - rest.length), rest };
}
