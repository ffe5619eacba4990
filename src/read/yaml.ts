import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
  visit,
  type YAMLError,
} from 'yaml';
import type { ProblemCode } from '../model/problems.ts';
import type { Span } from '../model/source.ts';
import type { Param } from '../model/text.ts';
import type { RawNode, RawScalar } from './raw.ts';

/** A fault with its place within the one text that is being read. */
export interface TextFault {
  readonly code: ProblemCode;
  readonly span: Span;
  readonly params: Readonly<Record<string, Param>>;
}

const mostAliased = 10_000;

/**
 * Reads the documents of a YAML 1.2 text (core schema). A document with a fault of syntax gives no node;
 * never throws on user data.
 */
export function readYaml(text: string): { nodes: RawNode[]; faults: TextFault[] } {
  const nodes: RawNode[] = [];
  const faults: TextFault[] = [];
  const documents = parseAllDocuments(text, {
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
  });
  if (!Array.isArray(documents)) return { nodes, faults };
  for (const document of documents) {
    const problems = [...document.errors, ...document.warnings].map((error) =>
      faultOf(error, document, text),
    );
    // One fault of syntax brings others in its train; what else is wrong shows once it is mended.
    const first = problems.find(({ code }) => isSyntax(code));
    faults.push(...problems.filter((fault) => fault === first || !isSyntax(fault.code)));
    if (problems.length > 0) continue;
    const node = convertDocument(document as Document<Node>, faults);
    if (node) nodes.push(node);
  }
  return { nodes, faults };
}

function isSyntax(code: ProblemCode): boolean {
  return code !== 'duplicate-key' && code !== 'unknown-tag';
}

function convertDocument(document: Document<Node>, faults: TextFault[]): RawNode | undefined {
  let aliased = 0;
  const ancestors = new Set<Node>();

  const spanOf = (node: Node): Span => [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
  const fail = (code: ProblemCode, span: Span, params: TextFault['params'] = {}): RawNode => {
    faults.push({ code, span, params });
    return { kind: 'empty', span };
  };

  // `at` is where an alias stands: what it stands for is blamed there, not at the anchor.
  const convert = (node: Node, at?: Span): RawNode => {
    const span = at ?? spanOf(node);
    if (at && ++aliased > mostAliased) {
      return aliased === mostAliased + 1
        ? fail('too-many-aliases', span, { most: mostAliased })
        : { kind: 'empty', span };
    }
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (!target) return fail('unknown-alias', span, { alias: node.source });
      if (ancestors.has(target)) return fail('too-many-aliases', span, { most: mostAliased });
      return convert(target, span);
    }
    if (isScalar(node)) {
      if (node.value === null) return { kind: 'empty', span };
      return scalarOf(node.value, node.source, span);
    }
    ancestors.add(node);
    const converted: RawNode = isMap(node)
      ? {
          kind: 'map',
          span,
          pairs: node.items.flatMap(({ key, value }) => {
            const keyNode = key as Node;
            const keySpan = at ?? spanOf(keyNode);
            if (!isScalar(keyNode)) {
              fail('yaml-key', keySpan);
              return [];
            }
            const keyScalar = scalarOf(keyNode.value ?? '', keyNode.source, keySpan);
            return [
              {
                key: keyScalar,
                value: value ? convert(value as Node, at) : { kind: 'empty', span: keySpan },
              },
            ];
          }),
        }
      : { kind: 'list', span, items: isSeq(node) ? node.items.map((item) => convert(item as Node, at)) : [] };
    ancestors.delete(node);
    return converted;
  };

  const node = document.contents ? convert(document.contents) : undefined;
  // What the aliases would have stood for was cut off: the rest makes no sense either.
  return aliased > mostAliased ? undefined : node;
}

function scalarOf(value: unknown, source: string | undefined, span: Span): RawScalar {
  // A number is kept as it was written: 1200.50 must not become 1200.5, nor pass through a binary fraction.
  return { kind: 'scalar', text: typeof value === 'string' ? value : (source ?? String(value)), span };
}

function faultOf(error: YAMLError, document: Document, text: string): TextFault {
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
      return fault('duplicate-key', { key: text.slice(...wordAt(text, start)) }, wordAt(text, start));
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
        : (dashFault(text, start) ?? fault('yaml-quote'));
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

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

/** Whether, at the left margin, a list stands beside the names of a mapping. */
function isListBeside(text: string, at: number): boolean {
  const above = text.slice(0, at);
  const line = text.slice(above.lastIndexOf('\n') + 1).split('\n', 1)[0] ?? '';
  const isName = (each: string) => /^[\w-]+:(\s|$)/.test(each) && !/^-/.test(each);
  const lines = above.split('\n');
  return (
    (isName(line) && lines.some((each) => each.startsWith('- '))) ||
    (line.startsWith('- ') && lines.some(isName)) ||
    (lines.some(isName) &&
      text
        .slice(at)
        .split('\n')
        .some((each) => each.startsWith('- ')))
  );
}

/** Where a list item lacks the space after its dash, the fault shows at the line below. */
function dashFault(text: string, at: number): TextFault | undefined {
  const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  const dash = [...text.slice(0, end).matchAll(/(?:^|\n)[ ]*(-)[A-Za-z]\w*:/g)].at(-1);
  if (!dash) return undefined;
  const start = dash.index + dash[0].indexOf('-');
  return { code: 'yaml-dash', span: [start, start + 1], params: {} };
}

function isTabBefore(text: string, at: number): boolean {
  return /\n[ ]*\t\s*$/.test(text.slice(Math.max(0, at - 40), at));
}

function wordAt(text: string, start: number): Span {
  return [start, start + (/^[^\s:]+/.exec(text.slice(start, start + 80))?.[0].length ?? 1)];
}
