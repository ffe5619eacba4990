import { isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { EntryType } from '../model/schema.ts';
import { isInOrder, orderBy, rankOf } from './canonical.ts';
import {
  columnOf,
  commentsOf,
  type Lines,
  lastContent,
  startsLine,
  stretch,
  tailEnd,
  textOf,
} from './yaml-lines.ts';
import { keepsBindings, keyOf, type Slot } from './yaml-values.ts';

/** An entry as text: comments that belong above it, its lines, and whether aliases kept its fields from their order. */
export interface EntryText {
  readonly above: readonly string[];
  readonly text: string;
  readonly isKept: boolean;
}

/** A field as text: the comments above it and its lines, the first without its indentation. */
interface FieldText {
  readonly comments: readonly string[];
  readonly text: string;
}

/**
 * An entry written as a block, from the line of its dash up to `to`, its fields in order: each moves with the
 * comments above it. Blank lines between fields are left out. An entry that is laid out in a rare way (a field
 * announced by `?`, a first field beside its anchor) keeps its order.
 */
export function entryText(map: YAMLMap, type: EntryType, dash: number, to: number, lines: Lines): EntryText {
  const from = lines.lineAt(dash);
  const starts = fieldStarts(map, lines);
  const [first = 0] = starts ?? [];
  const isBeside = lines.lineAt(first) === from;
  const before = lines.text.slice(dash + 1, first);
  if (!starts || !isLaidOut(starts, isBeside, lines) || (isBeside && !/^ +$/.test(before)))
    return { above: [], text: textOf(lines, from, to), isKept: false };
  const head = isBeside ? from : lastContent(lines, from, lines.lineAt(first)) + 1;
  const { fields, end, isKept } = fieldTexts(map, starts, head, to, type, '', lines);
  const column = columnOf(lines, first);
  const [top, ...others] = fields;
  const above = isBeside && top ? top.comments : [];
  const start = isBeside
    ? lines.text.slice(lines.startOf(from), first) + (top?.text ?? '')
    : textOf(lines, from, head) + (top ? fieldLines(top, column) : '');
  const rest = others.map((field) => fieldLines(field, column)).join('');
  const last = commentsOf(lines, end, to, column).join('');
  return { above, text: start + rest + last, isKept };
}

function fieldLines({ comments, text }: FieldText, column: number): string {
  return comments.join('') + ' '.repeat(column) + text;
}

/** Where each field starts; undefined where one is not plainly `key: value`. */
function fieldStarts(map: YAMLMap, { text }: Lines): number[] | undefined {
  const starts: number[] = [];
  for (const { key, srcToken } of map.items) {
    const start = isScalar(key) ? key.range?.[0] : undefined;
    const isPlain = srcToken?.start.every(({ type }) => ['space', 'newline', 'comment'].includes(type));
    if (start === undefined || !isPlain || /[?&!*]/.test(text[start] ?? '')) return undefined;
    starts.push(start);
  }
  return starts;
}

/** Whether each field has lines of its own, all in one column. */
function isLaidOut(starts: readonly number[], isBeside: boolean, lines: Lines): boolean {
  const column = columnOf(lines, starts[0] ?? 0);
  return starts.every(
    (at, i) => columnOf(lines, at) === column && ((i === 0 && isBeside) || startsLine(lines, at)),
  );
}

/** The fields of a mapping in their order, and the line after the last one's own comments. */
function fieldTexts(
  map: YAMLMap,
  starts: readonly number[],
  head: number,
  to: number,
  type: EntryType,
  parent: string,
  lines: Lines,
): { fields: FieldText[]; end: number; isKept: boolean } {
  const column = columnOf(lines, starts[0] ?? 0);
  let end = head;
  const slots: Slot[] = [];
  const fields = map.items.map((pair, i): FieldText => {
    const start = starts[i] ?? 0;
    const line = lines.lineAt(start);
    const next = starts[i + 1];
    const upTo = next === undefined ? to : lines.lineAt(next);
    const comments = commentsOf(lines, end, line, column);
    const content = lastContent(lines, line, upTo) + 1;
    end = tailEnd(lines, content, upTo, column);
    slots.push([start, lines.startOf(content)]);
    const below = commentsOf(lines, content, end, Number.POSITIVE_INFINITY);
    return { comments, text: fieldText(pair, start, content, type, parent, lines) + below.join('') };
  });
  const order = orderBy(map.items.map((pair) => rankOf(type, parent + keyOf(pair))));
  const canMove = keepsBindings(slots, order, lines.marks);
  const sorted = canMove ? order.flatMap((i) => fields[i] ?? []) : fields;
  return { fields: sorted, end, isKept: !canMove && !isInOrder(order) };
}

/** The lines of a field up to the line `to`; the parts of `time`, where they have lines of their own, are put in order. */
function fieldText(
  pair: Pair,
  start: number,
  to: number,
  type: EntryType,
  parent: string,
  lines: Lines,
): string {
  const { value } = pair;
  if (parent !== '' || keyOf(pair) !== 'time' || !isMap(value) || value.flow === true)
    return stretch(lines, start, to);
  const starts = fieldStarts(value, lines);
  const head = lines.lineAt(start) + 1;
  const isOwn = starts && isLaidOut(starts, false, lines);
  if (!isOwn || lastContent(lines, head, lines.lineAt(starts[0] ?? 0)) >= head)
    return stretch(lines, start, to);
  const { fields } = fieldTexts(value, starts, head, to, type, 'time.', lines);
  const column = columnOf(lines, starts[0] ?? 0);
  return stretch(lines, start, head) + fields.map((field) => fieldLines(field, column)).join('');
}
