import { type Document, isCollection, isMap, isSeq, type Node, parseAllDocuments, type YAMLSeq } from 'yaml';
import { isInOrder, orderBy, type Respell } from './canonical.ts';
import { datesOf, entriesChange, type Kept } from './yaml-entries.ts';
import type { Lines } from './yaml-lines.ts';
import { type Change, changed, firstFrom, readLines, type YamlText } from './yaml-text.ts';
import { fieldText, keepsBindings, keyOf, permuted, type Slot, typeOf, valueChanges } from './yaml-values.ts';

export interface FormattedYaml {
  readonly text: string;
  readonly kept: readonly Kept[];
}

/**
 * A YAML file of a journal (its text without a byte order mark, and without a fault) in canonical form: each list of
 * entries by date, equal dates in the file's order; `type`, then the fields in the order of the schema; dates,
 * durations and amounts respelled; a blank line between all entries or none, as most have it; no blanks at the ends
 * of lines; one line end at the end. Texts, quotes around them, comments, anchors and settings stay as they are.
 */
export function formatYaml(text: string, respell: Respell): FormattedYaml {
  if (text.trim() === '') return { text, kept: [] };
  const yaml = readLines(text);
  const documents = parseAllDocuments(text, {
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    keepSourceTokens: true,
  });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0))
    return { text, kept: [] };
  const lists = documents.flatMap((document) => entriesOf(document as Document<Node>, yaml));
  const inner = lists.flatMap(({ list, document }) => itemChanges(list, document, yaml, respell));
  const changes = layered(yaml.trailing, inner);
  const lines: Lines = { ...yaml, changes };
  const kept: Kept[] = [];
  const outer = lists.flatMap(({ list, document, end }): Change[] => {
    const found =
      list.flow === true ? flowChange(list, document, lines) : entriesChange(list, end, document, lines);
    kept.push(...(found?.kept ?? []));
    return found ? [found.change] : [];
  });
  const made = changed(text, layered(changes, outer), 0, text.length);
  return { text: endedOnce(made, lines), kept };
}

interface EntryList {
  readonly list: YAMLSeq;
  readonly document: Document;
  /** The line after the list and the comments below it. */
  readonly end: number;
}

/** The entries of a document: all of it, or what stands under `entries`. */
function entriesOf(document: Document<Node>, yaml: YamlText): EntryList[] {
  const { contents } = document;
  const endAfter = (list: YAMLSeq) => {
    const line = yaml.lineAt(list.range?.[0] ?? 0);
    return yaml.borders[firstFrom(yaml.borders, line + 1)] ?? yaml.lineCount;
  };
  if (isSeq(contents)) return [{ list: contents, document, end: endAfter(contents) }];
  if (!isMap(contents) || fieldText(contents, 'type', document) !== undefined) return [];
  const at = contents.items.findIndex((pair) => keyOf(pair) === 'entries');
  const list = contents.items[at]?.value;
  if (!isSeq(list)) return [];
  const next = contents.items[at + 1]?.key as Node | undefined;
  return [{ list, document, end: next?.range ? yaml.lineAt(next.range[0]) : endAfter(list) }];
}

function itemChanges(list: YAMLSeq, document: Document, yaml: YamlText, respell: Respell): Change[] {
  return list.items.flatMap((item) => {
    const type = typeOf(item, document);
    return type && isMap(item) ? valueChanges(item, type, yaml, respell) : [];
  });
}

/** The changes of an outer layer, and those of the inner one that they do not hold already. */
function layered(inner: readonly Change[], outer: readonly Change[]): Change[] {
  const sorted = outer.toSorted((a, b) => a.start - b.start);
  const ends = sorted.map(({ end }) => end);
  const isFree = ({ start }: Change) => start < (sorted[firstFrom(ends, start + 1)]?.start ?? start + 1);
  return [...inner.filter(isFree), ...sorted].sort((a, b) => a.start - b.start);
}

/** The change that puts entries between `[` and `]` in order; what is between them stays in its place. */
function flowChange(
  list: YAMLSeq,
  document: Document,
  lines: Lines,
): { change: Change; kept: Kept[] } | undefined {
  const [start, end] = list.range ?? [0, 0];
  const order = orderBy(datesOf(list, document));
  const slots = list.items.flatMap((item): Slot[] => {
    const range = (item as Node | null)?.range;
    // What stands before an anchored or tagged item would have to move with it.
    const isBare = isCollection(item) && item.anchor === undefined && item.tag === undefined;
    return range && isBare ? [[range[0], range[1]]] : [];
  });
  const isPlain =
    slots.length === list.items.length && (lines.comments[firstFrom(lines.comments, start)] ?? end) >= end;
  if (isInOrder(order) || !isPlain) return undefined;
  if (!keepsBindings(slots, order, lines.marks))
    return {
      change: { start, end: start, text: '' },
      kept: [{ line: lines.lineAt(start), what: 'entries' }],
    };
  return { change: permuted(slots, order, lines, lines.changes), kept: [] };
}

/** The text with one line end after its last line that is not blank. */
function endedOnce(text: string, { kindOf, lineCount, eol }: Lines): string {
  // Blank lines at the end of a text that keeps them are part of it.
  if (kindOf(lineCount - 1) === 'content') return text.endsWith('\n') ? text : text + eol;
  return `${text.replace(/[ \t\r\n]+$/, '')}${eol}`;
}
