import type { Span } from '../model/source.ts';

/** YAML without its syntax: what every reader of settings and entries works on, with the place of each value. */
export type RawNode = RawScalar | RawList | RawMap | RawEmpty;

export interface RawScalar {
  readonly kind: 'scalar';
  /** As written for plain scalars (`1200.50`), unquoted otherwise. */
  readonly text: string;
  readonly span: Span;
}
export interface RawList {
  readonly kind: 'list';
  readonly items: readonly RawNode[];
  readonly span: Span;
}
export interface RawMap {
  readonly kind: 'map';
  readonly pairs: readonly { readonly key: RawScalar; readonly value: RawNode }[];
  readonly span: Span;
}
/** `key:` with nothing after it, or null: an absent value. */
export interface RawEmpty {
  readonly kind: 'empty';
  readonly span: Span;
}

/** The value under a key, if any. */
export function valueAt(map: RawMap, key: string): RawNode | undefined {
  return map.pairs.find((pair) => pair.key.text === key)?.value;
}
