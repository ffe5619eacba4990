import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
} from 'yaml';
import type { ProblemCode } from '../model/problems.ts';
import type { Span } from '../model/source.ts';
import type { RawNode, RawScalar } from './raw.ts';
import { deepFault, faultOf, isSyntax, type TextFault } from './yaml-faults.ts';

const mostAliased = 10_000;

/**
 * Reads the documents of a YAML 1.2 text (core schema). A document with a fault of syntax gives no node;
 * never throws on user data. `onLine` is told at each line which share of the text is read.
 */
export function readYaml(
  text: string,
  onLine?: (share: number) => void,
): { nodes: RawNode[]; faults: TextFault[] } {
  const nodes: RawNode[] = [];
  const faults: TextFault[] = [];
  const deep = deepFault(text);
  if (deep) return { nodes, faults: [deep] };
  const documents = parseAllDocuments(text, {
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    ...(onLine ? { lineCounter: lineTeller(text.length, onLine) } : {}),
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

/** What the parser takes for a counter of lines. */
function lineTeller(length: number, onLine: (share: number) => void): LineCounter {
  const counter = new LineCounter();
  counter.addNewLine = (offset) => {
    onLine(offset / length);
    return offset;
  };
  return counter;
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
