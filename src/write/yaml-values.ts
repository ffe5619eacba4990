import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { EntryType } from '../model/schema.ts';
import { isInOrder, orderBy, type Respell, rankOf, spelledKind, typeNamed } from './canonical.ts';
import {
  bindings,
  type Change,
  changed,
  changesIn,
  firstFrom,
  type Mark,
  marksIn,
  type YamlText,
} from './yaml-text.ts';

/** The text of a scalar as the journal's reader takes it: a plain one as written. Undefined for what is none. */
function scalarText(node: unknown, document: Document): string | undefined {
  const found = isAlias(node) ? node.resolve(document) : node;
  if (!isScalar(found) || found.value === null) return undefined;
  return (typeof found.value === 'string' ? found.value : (found.source ?? String(found.value))).trim();
}

/** The value under a key of a mapping, or of the one that an alias stands for. */
export function fieldText(node: unknown, key: string, document: Document): string | undefined {
  const found = isAlias(node) ? node.resolve(document) : node;
  if (!isMap(found)) return undefined;
  return scalarText(found.items.find((pair) => keyOf(pair) === key)?.value, document);
}

export function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** The type of an entry, where the node is one and is written out here. */
export function typeOf(node: unknown, document: Document): EntryType | undefined {
  return isMap(node) ? typeNamed(fieldText(node, 'type', document)) : undefined;
}

/**
 * The changes within the lines of an entry: values respelled, fields between `{` and `}` put in order. What has an
 * anchor or a tag of its own stays as it is, since what stands for it elsewhere may be another kind of value.
 */
export function valueChanges(
  map: YAMLMap,
  type: EntryType,
  yaml: YamlText,
  respell: Respell,
  parent = '',
): Change[] {
  const inner = map.items.flatMap((pair): Change[] => {
    const path = parent + keyOf(pair);
    if (isMap(pair.value) && path === 'time' && spelledKind(type, path))
      return valueChanges(pair.value, type, yaml, respell, 'time.');
    const change = isScalar(pair.value)
      ? respelled(pair, pair.value, path, type, yaml.text, respell)
      : undefined;
    return change ? [change] : [];
  });
  if (map.flow !== true) return inner;
  const slots = slotsOf(map, yaml);
  const order = orderBy(map.items.map((pair) => rankOf(type, parent + keyOf(pair))));
  if (!slots || isInOrder(order) || !keepsBindings(slots, order, yaml.marks)) return inner;
  return [permuted(slots, order, yaml, inner)];
}

function respelled(
  { key }: Pair,
  value: Scalar,
  path: string,
  type: EntryType,
  text: string,
  respell: Respell,
): Change | undefined {
  const kind = spelledKind(type, path);
  const [start, end] = value.range ?? [0, 0];
  const written = text.slice(start, end);
  if (!kind || value.anchor !== undefined || value.tag !== undefined || written.includes('\n'))
    return undefined;
  if (value.type !== 'PLAIN' && value.type !== 'QUOTE_DOUBLE' && value.type !== 'QUOTE_SINGLE')
    return undefined;
  const read = typeof value.value === 'string' ? value.value : (value.source ?? '');
  const canonical = respell(kind, read.trim(), false);
  if (canonical === undefined) return undefined;
  // In JSON, which is YAML too, a value that is no number needs its quotes.
  const isJson = isScalar(key) && key.type === 'QUOTE_DOUBLE';
  const isBare = !isJson || (value.type === 'PLAIN' && /^-?\d+(\.\d+)?$/.test(canonical));
  const made = isBare ? canonical : JSON.stringify(canonical);
  return made === written ? undefined : { start, end, text: made };
}

/** A part of a text that can change places with others like it: [start, end). */
export type Slot = readonly [start: number, end: number];

/** Where the fields of a mapping in brackets stand; undefined where they cannot change places. */
function slotsOf(map: YAMLMap, yaml: YamlText): Slot[] | undefined {
  const [start, end] = map.range ?? [0, 0];
  if ((yaml.comments[firstFrom(yaml.comments, start)] ?? end) < end) return undefined;
  const slots: Slot[] = [];
  for (const { key, value, srcToken } of map.items) {
    const before = srcToken?.start ?? [];
    if (!isScalar(key) || before.some((token) => token.type === 'explicit-key-ind')) return undefined;
    const first = before.find(({ type }) => type !== 'comma' && type !== 'space' && type !== 'newline');
    const colon = srcToken?.sep?.findLast(({ type }) => type === 'map-value-ind');
    const valueEnd = srcToken?.value ? (value as Node | null)?.range?.[1] : undefined;
    const slotEnd = valueEnd ?? (colon ? colon.offset + 1 : key.range?.[1]);
    const slotStart = first && 'offset' in first ? first.offset : key.range?.[0];
    if (slotStart === undefined || slotEnd === undefined) return undefined;
    slots.push([slotStart, slotEnd]);
  }
  return slots;
}

/** Whether every alias stands for the same as before where parts of the text stand in another order. */
export function keepsBindings(
  slots: readonly Slot[],
  order: readonly number[],
  marks: readonly Mark[],
): boolean {
  if (marks.length === 0) return true;
  const parts = slots.map(([start, end]) => marksIn(marks, start, end));
  return bindings(parts.flat()) === bindings(order.flatMap((from) => parts[from] ?? []));
}

/** The one change that puts the slots in order: what is between them stays in its place. */
export function permuted(
  slots: readonly Slot[],
  order: readonly number[],
  yaml: YamlText,
  inner: readonly Change[],
): Change {
  const [start] = slots[0] ?? [0];
  const end = slots.at(-1)?.[1] ?? start;
  const within = [...inner, ...changesIn(yaml.trailing, start, end)].sort((a, b) => a.start - b.start);
  const parts = slots.map((slot, at) => {
    const [from, to] = slots[order[at] ?? at] ?? slot;
    const next = slots[at + 1]?.[0] ?? slot[1];
    return changed(yaml.text, within, from, to) + changed(yaml.text, within, slot[1], next);
  });
  return { start, end, text: parts.join('') };
}
