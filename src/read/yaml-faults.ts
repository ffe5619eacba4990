import { type Document, isMap, isScalar, isSeq, type Node, visit, type YAMLError } from 'yaml';
import type { ProblemCode } from '../model/problems.ts';
import type { Span } from '../model/source.ts';
import type { Param } from '../model/text.ts';

/** A fault with its place within the one text that is being read. */
export interface TextFault {
  readonly code: ProblemCode;
  readonly span: Span;
  readonly params: Readonly<Record<string, Param>>;
}

/** Whether a fault makes the rest of its document unreadable. */
export function isSyntax(code: ProblemCode): boolean {
  return code !== 'duplicate-key' && code !== 'unknown-tag';
}

/** What the parser found wrong, in our words and at the place that a person would blame. */
export function faultOf(error: YAMLError, document: Document, text: string): TextFault {
  const [start, end] = error.pos;
  const span: Span = [start, Math.max(end, start + 1)];
  const fault = (code: ProblemCode, params: TextFault['params'] = {}, at = span): TextFault => ({
    code,
    span: at,
    params,
  });
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return fault('yaml-tab');
    case 'DUPLICATE_KEY':
      return fault(
        'duplicate-key',
        {
          key: text.slice(...wordAt(text, start)),
          ...(isTwoEntries(document, start) ? { start: '- type:' } : {}),
        },
        wordAt(text, start),
      );
    case 'TAG_RESOLVE_FAILED':
      return fault('unknown-tag', { tag: text.slice(start, end).trim() });
    case 'MULTILINE_IMPLICIT_KEY':
      return fault('yaml-colon');
    case 'UNEXPECTED_TOKEN':
      if (isTabBefore(text, start)) return fault('yaml-tab', {}, [start - 1, start]);
      if (isListBeside(text, start)) return fault('yaml-mixed');
      if (error.message.startsWith('Unexpected scalar at node end')) return fault('yaml-after-quote');
      return fault('yaml-syntax', { detail: lowerFirst(error.message) });
    case 'BLOCK_AS_IMPLICIT_KEY':
      return isListBeside(text, start)
        ? fault('yaml-mixed')
        : (dashFault(text, start) ?? deeperFault(text, start) ?? fault('yaml-quote'));
    case 'BAD_SCALAR_START':
      return fault('yaml-quote');
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
      return (
        unclosedOf(error, document, text) ??
        fault(error.message.startsWith('Implicit') ? 'yaml-colon' : 'yaml-indent')
      );
    default:
      if (/call stack/.test(error.message)) return fault('yaml-deep');
      return fault('yaml-syntax', { detail: lowerFirst(error.message) });
  }
}

/** Where a quote or bracket is never closed, the parser blames the end of the text: blame the opening. */
function unclosedOf(error: YAMLError, document: Document, text: string): TextFault | undefined {
  const sign = /Missing closing (["'])|end with a ([\]}])/.exec(error.message)?.slice(1).find(Boolean);
  if (!sign) return undefined;
  const open = { ']': '[', '}': '{' }[sign] ?? sign;
  let at = error.pos[0];
  visit(document, (_, node) => {
    const start = (node as Node | null)?.range?.[0];
    if (start !== undefined && start <= error.pos[0] && text[start] === open) at = start;
  });
  return { code: 'yaml-unclosed', span: [at, at + 1], params: { sign } };
}

/**
 * Whether the key at a place stands in an entry that has two dates or types: merging two branches, git takes the line
 * that both of two new entries start with for one.
 */
function isTwoEntries(document: Document, at: number): boolean {
  let isFound = false;
  visit(document, {
    Map(_, map, path) {
      const keys = map.items.flatMap(({ key }) => (isScalar(key) ? [key] : []));
      if (!keys.some(({ range }) => range?.[0] === at)) return undefined;
      const count = (name: string) => keys.filter(({ value }) => value === name).length;
      const isItem = isSeq(path.at(-1)) && (path.length === 2 || (path.length === 4 && isMap(path[1])));
      isFound = isItem && (count('date') > 1 || count('type') > 1);
      return visit.BREAK;
    },
  });
  return isFound;
}

/** Where a line is indented deeper than the field above it, the fault shows at the value of that field. */
function deeperFault(text: string, at: number): TextFault | undefined {
  const [, line = '', indent = '', name = ''] =
    /^([^\n]*\n(?:[ \t\r]*\n)*)( *)([\w.-]+):(?=\s|$)/.exec(text.slice(at)) ?? [];
  // A colon in the value itself: that is what stops it.
  if (name === '' || /:(\s|$)/.test(line)) return undefined;
  const start = at + line.length + indent.length;
  return { code: 'yaml-indent', span: [start, start + name.length], params: {} };
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

/**
 * Whether, at the left margin, a list stands beside the names of a mapping: a name below a list that is no
 * name's own, or an item below a name that has a value already.
 */
function isListBeside(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(start).split('\n', 1)[0] ?? '';
  const above = text
    .slice(0, start)
    .split('\n')
    .filter((each) => each.trim() !== '' && !/^\s*(#|---)/.test(each));
  const isItem = (each: string | undefined) => each?.startsWith('- ') === true;
  const isName = (each: string) => /^[\w-]+:(\s|$)/.test(each) && !each.startsWith('-');
  if (isName(line)) return isItem(above.find((each) => /^\S/.test(each)));
  const name = above.findLastIndex(isName);
  return isItem(line) && name >= 0 && above[name + 1] !== undefined && !isItem(above[name + 1]);
}

/** Where a list item lacks the space after its dash, the fault shows at the line below. */
function dashFault(text: string, at: number): TextFault | undefined {
  const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  const dash = [...text.slice(0, end).matchAll(/(?:^|\n)[ ]*(-)[A-Za-z]\w*:/g)].at(-1);
  if (!dash) return undefined;
  const start = dash.index + dash[0].indexOf('-');
  return { code: 'yaml-dash', span: [start, start + 1], params: {} };
}

const mostNested = 200;

/** Where brackets within brackets leave all reason: the parser would run out of stack, here or there. */
export function deepFault(text: string): TextFault | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\n') depth = 0;
    else if (sign === ']' || sign === '}') depth--;
    else if ((sign === '[' || sign === '{') && ++depth > mostNested) {
      return { code: 'yaml-deep', span: [at, at + 1], params: {} };
    }
  }
  return undefined;
}

function isTabBefore(text: string, at: number): boolean {
  return /\n[ ]*\t\s*$/.test(text.slice(Math.max(0, at - 40), at));
}

function wordAt(text: string, start: number): Span {
  return [start, start + (/^[^\s:]+/.exec(text.slice(start, start + 80))?.[0].length ?? 1)];
}
