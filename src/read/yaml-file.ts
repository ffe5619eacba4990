import type { Diagnostic } from '../model/diagnostic.ts';
import type { EntryType } from '../model/schema.ts';
import type { Settings } from '../model/settings.ts';
import type { Source, Span } from '../model/source.ts';
import type { Phrase } from '../model/text.ts';
import {
  diagnosticAt,
  finishEntry,
  firstLine,
  markGiven,
  type ReadEntries,
  type Report,
  readType,
  setField,
  unknownKey,
} from './entries.ts';
import { type Draft, type FieldPlan, planOf } from './fields.ts';
import { type RawMap, type RawNode, type RawScalar, valueAt } from './raw.ts';
import { type Fault, fault, isFault } from './scalars.ts';
import type { TextFault } from './yaml-faults.ts';

/** A YAML file: its settings still raw, its entries not yet typed. */
export interface YamlFile {
  readonly origin: Source;
  readonly settings: readonly { readonly key: RawScalar; readonly value: RawNode }[];
  readonly records: readonly RawMap[];
}

/** What the syntax reader found in a YAML text. */
export interface YamlContent {
  readonly nodes: readonly RawNode[];
  readonly faults: readonly TextFault[];
}

/** Sorts a YAML file's nodes into settings and entries; what is neither is reported. */
export function openYaml(
  name: string,
  text: string,
  content: YamlContent,
  report: (diagnostic: Diagnostic) => void,
): YamlFile {
  const records: RawMap[] = [];
  const settings: { key: RawScalar; value: RawNode }[] = [];
  const origin: Source = {
    name,
    text,
    spanOf: (record, field, item) => {
      const entry = records[record];
      if (!entry) return [0, 0];
      const node = field === undefined ? undefined : fieldNode(entry, field);
      const found = node?.kind === 'list' && item !== undefined ? node.items[item] : node;
      return found && found.kind !== 'empty' ? firstLine(text, found.span) : firstLine(text, entry.span);
    },
  };
  const blame = ({ fault: code, params }: Fault, span: Span) =>
    report({ code, source: origin, span, params });
  const addEntries = (items: readonly RawNode[]) => {
    for (const item of items) {
      if (item.kind === 'map') records.push(item);
      else if (item.kind !== 'empty')
        blame(fault('not-a-mapping', { what: words.entry }), firstLine(text, item.span));
    }
  };

  for (const { code, span, params } of content.faults) report({ code, source: origin, span, params });
  for (const node of content.nodes) {
    if (node.kind === 'list') addEntries(node.items);
    else if (node.kind === 'map' && !valueAt(node, 'type')) {
      for (const { key, value } of node.pairs) {
        if (key.text !== 'entries') settings.push({ key, value });
        else if (value.kind === 'list') addEntries(value.items);
        else if (value.kind !== 'empty')
          blame(fault('not-a-list', { what: words.entries }), firstLine(text, value.span));
      }
    } else if (node.kind !== 'empty') blame(fault('not-a-journal'), firstLine(text, node.span));
  }
  return { origin, settings, records };
}

const words = {
  entry: { en: 'an entry', fr: 'une écriture' },
  entries: { en: '"entries"', fr: '« entries »' },
} satisfies Record<string, Phrase>;

function fieldNode(entry: RawMap, path: string): RawNode | undefined {
  const whole = entry.pairs.find(({ key }) => key.text === path);
  if (whole) return whole.value;
  const dot = path.indexOf('.');
  const parent = dot < 0 ? undefined : valueAt(entry, path.slice(0, dot));
  return parent?.kind === 'map' ? valueAt(parent, path.slice(dot + 1)) : undefined;
}

/** Reads the records of a YAML file into typed entries; one that names no member is the one's who is given. */
export function readYamlEntries(
  file: YamlFile,
  settings: Settings,
  member: string | undefined,
  report: (diagnostic: Diagnostic) => void,
  onEntry: (share: number) => void = () => {},
): ReadEntries {
  const { origin, records } = file;
  const result: ReadEntries = { entries: [], faulty: [] };
  const reportAt: Report = (...args) => report(diagnosticAt(...args));
  records.forEach((map, record) => {
    onEntry(record / records.length);
    const typeNode = valueAt(map, 'type');
    const type = readType(typeNode?.kind === 'scalar' ? typeNode.text.trim() : undefined);
    const merge = map.pairs.find(({ key }) => key.text === '<<');
    if (merge) report({ code: 'yaml-merge', params: {}, source: origin, span: merge.key.span });
    if (isFault(type)) {
      if (!merge) reportAt(type, origin, record, 'type');
      return;
    }
    const draft: Draft = { type, origin, record };
    const isSound = readFields(draft, map, type, { origin, record, currency: settings.currency, report });
    const entry = finishEntry(draft, settings, reportAt, member);
    if (entry && isSound) result.entries.push(entry);
    else result.faulty.push(draft);
  });
  return result;
}

interface Reading {
  readonly origin: Source;
  readonly record: number;
  readonly currency: string;
  report(diagnostic: Diagnostic): void;
}

/** Sets the fields of a mapping in the draft. @returns whether all could be read. */
function readFields(
  draft: Draft,
  map: RawMap,
  type: EntryType,
  { origin, record, currency, report }: Reading,
): boolean {
  let isSound = true;
  const blame = ({ fault: code, params }: Fault, { span }: RawNode) => {
    isSound = false;
    report({ code, params, source: origin, span: firstLine(origin.text, span) });
  };
  const setOne = (plan: FieldPlan, text: string, item?: number) => {
    if (text === '') return;
    const rules = { currency, comma: false, isInList: item !== undefined };
    const reportHere = (found: Fault) => report(diagnosticAt(found, origin, record, plan.path, item));
    if (!setField(draft, plan, text, rules, reportHere)) isSound = false;
  };
  const readNode = (path: string, key: RawScalar, node: RawNode) => {
    const plan = planOf(type, path);
    if (node.kind === 'empty' && isNested(type, path)) return;
    if (node.kind === 'map' && isNested(type, path)) {
      for (const pair of node.pairs) readNode(`${path}.${pair.key.text}`, pair.key, pair.value);
    } else if (!plan) {
      const unknown = unknownKey(type, path);
      blame(unknown, key);
      if (typeof unknown.params['near'] === 'string') markGiven(draft, unknown.params['near']);
    } else if (node.kind === 'map' || (node.kind === 'list' && !plan.isList)) {
      blame(fault('not-a-value', { field: path }), node);
      markGiven(draft, path);
    } else if (node.kind === 'scalar') setOne(plan, node.text.trim());
    else if (node.kind === 'list') {
      for (const [i, item] of node.items.entries()) {
        if (item.kind === 'scalar') setOne(plan, item.text.trim(), i);
        else if (item.kind !== 'empty') blame(fault('not-a-value', { field: path }), item);
      }
    }
  };
  for (const { key, value } of map.pairs) if (key.text !== 'type') readNode(key.text, key, value);
  return isSound;
}

/** Whether a field is a mapping of parts: `time` and `practice` are. */
function isNested(type: EntryType, path: string): boolean {
  if (path.includes('.')) return false;
  return planOf(type, `${path}.`) !== undefined || planOf(type, `${path}.event`) !== undefined;
}
