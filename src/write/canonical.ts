import { type FieldKind, timeParts } from '../model/field.ts';
import { type EntryType, entryTypes, fieldsOf } from '../model/schema.ts';

/** The kinds of values that can be spelled in several ways. */
export type SpelledKind = Extract<FieldKind, 'day' | 'money' | 'time'>;

/**
 * Gives the one spelling of a value, or undefined where it is to stay as it is. `comma` says whether the
 * decimal mark may be a comma. Handed in, since the readers of values are not this layer's.
 */
export type Respell = (kind: SpelledKind, value: string, comma: boolean) => string | undefined;

/** The entry type of this name. */
export function typeNamed(word: string | undefined): EntryType | undefined {
  return entryTypes.find((each) => each === word);
}

/** The kind of a field, or of a part of one (`time.prep`), where that can be spelled in several ways. */
export function spelledKind(type: EntryType, path: string): SpelledKind | undefined {
  const kind = fieldsOf(type)[path.split('.')[0] ?? path]?.kind;
  return kind === 'day' || kind === 'money' || kind === 'time' ? kind : undefined;
}

/** Where a field, or a part of `time`, stands in the canonical order of an entry: `type` first. */
export function rankOf(type: EntryType, path: string): number {
  if (path === 'type') return 0;
  const [name = '', part] = path.split('.');
  const at = Object.keys(fieldsOf(type)).indexOf(name);
  if (at < 0) return Number.POSITIVE_INFINITY;
  const parts: readonly (string | undefined)[] = timeParts;
  return at + 1 + (parts.indexOf(part) + 1) / 10;
}

/** The numbers from 0 in the order of their keys; equal ones keep their own. */
export function orderBy<T extends string | number>(keys: readonly T[]): number[] {
  const order = keys.map((_, i) => i);
  const key = (i: number) => keys[i] ?? '';
  return order.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a - b));
}

/** Whether an order is the one that is there already. */
export function isInOrder(order: readonly number[]): boolean {
  return order.every((from, to) => from === to);
}
