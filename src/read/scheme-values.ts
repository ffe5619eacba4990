import { nearest } from '../model/names.ts';
import type { Phrase } from '../model/text.ts';
import type { RawNode } from './raw.ts';
import { type Fault, fault } from './scalars.ts';
import { quoted } from './setting-values.ts';

/** Takes what is wrong, and the node to blame. */
export type Blame = (found: Fault, node: RawNode) => void;

/** A key of a mapping. */
export interface KeyOf {
  readonly required?: true;
  readonly help: Phrase;
}

/** The values of a mapping by their keys, absent ones left out; undefined where it is none. Unknown and missing keys are blamed. */
export function readRecord<K extends string>(
  node: RawNode,
  what: Phrase,
  keys: Readonly<Record<K, KeyOf>>,
  blame: Blame,
): { readonly [key in K]?: RawNode } | undefined {
  if (node.kind !== 'map') {
    blame(fault('not-a-mapping', { what }), node);
    return undefined;
  }
  const names = Object.keys(keys) as K[];
  const found: { [key in K]?: RawNode } = {};
  // A required key spelled wrong is told once.
  const meant = new Set<string>();
  for (const { key, value } of node.pairs) {
    const name = names.find((each) => each === key.text);
    if (name === undefined) {
      const near = nearest(key.text, names);
      if (near !== undefined) meant.add(near);
      const hint = near === undefined ? { keys: names.join(', ') } : { near };
      blame(fault('unknown-key', { what, key: key.text, ...hint }), key);
    } else if (value.kind !== 'empty') found[name] = value;
  }
  for (const name of names) {
    const { required, help } = keys[name];
    if (required && found[name] === undefined && !meant.has(name))
      blame(fault('missing-field', { what, field: name, help }), firstOf(node));
  }
  return found;
}

/** A mapping is blamed at its first key: the whole of it would be one long line. */
export function firstOf(node: RawNode): RawNode {
  return (node.kind === 'map' ? node.pairs[0]?.key : undefined) ?? node;
}

/** A text of one value; undefined where there is none. */
export function textOf(node: RawNode | undefined, field: string, blame: Blame): string | undefined {
  if (node === undefined || node.kind === 'empty') return undefined;
  if (node.kind === 'scalar' && node.text.trim() !== '') return node.text.trim();
  blame(node.kind === 'scalar' ? fault('empty-name') : fault('not-a-value', { field }), node);
  return undefined;
}

/** A text for every language, or a mapping of languages to texts; one that is missing is the other's. */
export function phraseOf(node: RawNode | undefined, field: string, blame: Blame): Phrase | undefined {
  if (node?.kind !== 'map') {
    const text = textOf(node, field, blame);
    return text === undefined ? undefined : { en: text, fr: text };
  }
  const found = readRecord(node, quoted(field), languages, blame);
  const en = textOf(found?.en, 'en', blame);
  const fr = textOf(found?.fr, 'fr', blame);
  const either = en ?? fr;
  return either === undefined ? undefined : { en: en ?? either, fr: fr ?? either };
}

/** A number from 0 with at most six decimals; undefined where it is none. */
export function plainNumber(node: RawNode): number | undefined {
  const value = node.kind === 'scalar' ? node.text.trim() : '';
  return /^\d{1,9}(\.\d{1,6})?$/.test(value) ? Number(value) : undefined;
}

const languages = {
  en: { help: { en: 'in English', fr: 'en anglais' } },
  fr: { help: { en: 'in French', fr: 'en français' } },
} satisfies Record<string, KeyOf>;
