import { entryLines, type NewEntry } from './entry-text.ts';
import { lineStart, nextLine, withLines } from './lines.ts';

/** What is known of the entries that a YAML file holds already. */
export interface Held {
  readonly count: number;
  /** Where the last of them starts. */
  readonly last: number;
}

/**
 * A YAML journal file with one entry more, in the style of the last: nothing that stands there changes but that lines
 * are added. The entry goes to the end of the list, under `entries:` where the list is there, or else into a document
 * of its own.
 * @param held undefined where the file has no entries; the file must be a sound journal file.
 */
export function appendYaml(text: string, held: Held | undefined, entry: NewEntry): string {
  const place = held ? placeAfter(text, held) : placeInEmpty(text);
  const lines = entryLines(entry, place.isFlow === true, place.indent ?? '');
  return withLines(text, place.at, [...(place.before ?? []), ...lines]);
}

interface Place {
  readonly at: number;
  readonly before?: readonly string[];
  readonly indent?: string;
  readonly isFlow?: boolean;
}

const blank = /^\s*(#.*)?$/;

function placeAfter(text: string, { count, last }: Held): Place {
  const dash = dashOf(text, last);
  if (dash === undefined) return newDocument(text);
  const { at: start, indent } = dash;
  let end = nextLine(text, last);
  let at = end;
  for (let line = end; line < text.length; line = at) {
    at = nextLine(text, line);
    const content = text.slice(line, at).trimEnd();
    const depth = content.length - content.trimStart().length;
    if (content === '') continue;
    if (depth > indent.length) end = at;
    // What else stands below the list: settings, the end of the document.
    else if (!blank.test(content)) {
      return { at: end, indent, isFlow: text.charAt(last) === '{', ...spacing(text, start, end, count) };
    }
  }
  return {
    at: text.length,
    indent,
    isFlow: text.charAt(last) === '{',
    ...spacing(text, start, text.length, count),
  };
}

/** Where blank lines part the entries, the new one has one too. */
function spacing(text: string, start: number, end: number, count: number): Pick<Place, 'before'> {
  let above = start;
  do above = lineStart(text, above - 1);
  while (above > 0 && text.slice(above, nextLine(text, above)).trimStart().startsWith('#'));
  const isParted = count > 1 && start > 0 && text.slice(above, nextLine(text, above)).trim() === '';
  const isBlank = /(?:^|\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)$/.test(text.slice(0, end));
  return isParted && !isBlank ? { before: [''] } : {};
}

/** The dash of the list item that an entry is, where the entry is one of a list in block style. */
function dashOf(text: string, entry: number): { at: number; indent: string } | undefined {
  const start = lineStart(text, entry);
  const before = text.slice(start, entry);
  const [, indent] = /^( *)- +(?:[&!]\S* +)*$/.exec(before) ?? [];
  if (indent !== undefined) return { at: start, indent };
  if (before.trim() !== '') return undefined;
  // A dash may stand alone, its entry below it.
  for (let line = start; line > 0; ) {
    line = lineStart(text, line - 1);
    const above = text.slice(line, nextLine(text, line)).trimEnd();
    if (blank.test(above)) continue;
    const [, outer] = /^( *)-(?: +[&!]\S*)*(?: +#.*)?$/.exec(above) ?? [];
    return outer !== undefined && outer.length < before.length ? { at: line, indent: outer } : undefined;
  }
  return undefined;
}

function placeInEmpty(text: string): Place {
  const contents = text.split(/\r\n|\n|\r/).filter((line) => !blank.test(line));
  if (contents.every((line) => /^(---|\.\.\.)\s*(#.*)?$/.test(line))) {
    // A comment right above an entry would move with it: one that was there first is the file's.
    const isBelowComment = /(?:^|\n|\r)[^\S\r\n]*#[^\r\n]*(?:\r\n|\n|\r)?$/.test(text);
    return { at: text.length, ...(isBelowComment ? { before: [''] } : {}) };
  }
  const keys = [...text.matchAll(/^entries:[^\S\r\n]*(#.*)?$/gm)];
  const last = keys.at(-1);
  if (last) return { at: nextLine(text, last.index), indent: '  ' };
  const isMapping = /^[\p{L}"'][^{[]*:(\s|$)/u.test(contents[0] ?? '') && !/entries/.test(text);
  return isMapping && !contents.some((line) => /^(---|\.\.\.)/.test(line))
    ? { at: text.length, before: ['entries:'], indent: '  ' }
    : newDocument(text);
}

function newDocument(text: string): Place {
  return { at: text.length, before: ['---'] };
}
