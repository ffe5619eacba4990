import type { Day } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Price } from '../model/money.ts';
import { nearest } from '../model/names.ts';
import { teamDefaults, usualSkills } from '../model/setting-defaults.ts';
import type {
  Group,
  HourlyRate,
  Member,
  PlannedEvent,
  PolicyRule,
  SettingKey,
  SettingShape,
  Settings,
  Survey,
} from '../model/settings.ts';
import { settingsSchema } from '../model/settings.ts';
import { positionOf, type Source, type Span } from '../model/source.ts';
import type { Param } from '../model/text.ts';
import { firstLine } from './entries.ts';
import { type RawNode, type RawScalar, valueAt } from './raw.ts';
import { type Fault, fault, isFault } from './scalars.ts';
import { byDate, isListName, type ListName, sayingsOf } from './setting-lists.ts';
import { quoted, readKey } from './setting-values.ts';

/** One key of the settings, where it was found. */
export interface RawSetting {
  readonly source: Source;
  readonly key: RawScalar;
  readonly value: RawNode;
}

type Values = Record<string, unknown>;

/**
 * Reads the settings of all files together: one value a key, the same wherever it is given. Faults are
 * reported; a faulty setting is left out.
 */
export function readSettings(raw: readonly RawSetting[], report: (diagnostic: Diagnostic) => void): Settings {
  const given = new Map<string, { said: string; source: Source; span: Span }>();
  const top: Values = {};
  const named: Record<string, Map<string, Values>> = {
    groups: new Map(),
    members: new Map(),
    surveys: new Map(),
  };
  const listed: Record<ListName, Values[]> = { prices: [], policy: [], plan: [] };

  const rawCurrency = raw.find(({ key }) => key.text === 'currency')?.value;
  const currency =
    rawCurrency?.kind === 'scalar' ? readKey('currency', { kind: 'currency' }, rawCurrency, 'EUR') : 'EUR';
  const reporting = isFault(currency) ? 'EUR' : (currency as string);

  for (const { source, key, value } of raw) {
    const blame = (found: Fault, { span }: RawNode) =>
      report({ code: found.fault, params: found.params, source, span: firstLine(source.text, span) });
    // The same thing said twice is no fault; two different things are.
    const isNew = (path: string, said: unknown, node: RawNode, shown: Param = path): boolean => {
      const before = given.get(path);
      const now = JSON.stringify(said, isRecord(said) ? Object.keys(said).sort() : undefined);
      if (!before) given.set(path, { said: now, source, span: node.span });
      else if (before.said !== now) {
        const place = `${before.source.name}:${positionOf(before.source, before.span[0]).line}`;
        blame(fault('setting-conflict', { key: shown, place }), node);
      }
      return !before;
    };
    const readOne = (
      name: string,
      shape: Pick<SettingKey, 'kind'> & Partial<SettingKey>,
      node: RawNode,
    ): unknown => {
      if (node.kind === 'empty') return undefined;
      const read = readKey(name, shape, node, reporting);
      if (!isFault(read)) return read;
      blame(read, node);
      return undefined;
    };
    const readRecord = (name: string, keys: Readonly<Record<string, SettingKey>>, node: RawNode): Values => {
      const values: Values = {};
      if (node.kind === 'empty') return values;
      if (node.kind !== 'map') {
        blame(fault('not-a-mapping', { what: quoted(name) }), node);
        return values;
      }
      for (const pair of node.pairs) {
        const shape = ownOf(keys, pair.key.text);
        if (shape) {
          const read = readOne(`${name}.${pair.key.text}`, shape, pair.value);
          if (read !== undefined) values[pair.key.text] = read;
        } else blame(unknownSetting(pair.key.text, Object.keys(keys)), pair.key);
      }
      for (const [each, shape] of Object.entries(keys)) {
        if (shape.required && !isGiven(valueAt(node, each))) {
          blame(fault('missing-field', { what: quoted(name), field: each, help: shape.help }), node);
        }
      }
      return values;
    };

    const shape = ownOf<SettingShape>(settingsSchema, key.text);
    if (!shape) blame(unknownSetting(key.text, [...Object.keys(settingsSchema), 'entries']), key);
    else if (shape.shape === 'value') {
      const read = readOne(key.text, shape, value);
      if (read !== undefined && isNew(key.text, read, value)) top[key.text] = read;
    } else if (shape.shape === 'record') {
      const record = readRecord(key.text, shape.keys, value);
      const kept = Object.entries(record).filter(([name, each]) =>
        isNew(`${key.text}.${name}`, each, valueUnder(value, name)),
      );
      top[key.text] = { ...(top[key.text] as Values | undefined), ...Object.fromEntries(kept) };
    } else if (shape.shape === 'named' && value.kind === 'map') {
      for (const pair of value.pairs) {
        const name = pair.key.text.trim();
        if (name === '') blame(fault('empty-name'), pair.key);
        if (name === '(none)' || name === 'TOTAL') blame(fault('reserved-name', { value: name }), pair.key);
        const record = readRecord(`${key.text}.${name}`, shape.keys, pair.value);
        if (isNew(`${key.text}.${name}`, record, pair.key)) named[key.text]?.set(name, record);
        if (isEarlier(record['left'], record['joined'])) blame(fault('left-before-joined'), pair.key);
      }
    } else if (shape.shape === 'list' && value.kind === 'list') {
      for (const item of value.items) {
        const record = readRecord(key.text, shape.keys, item);
        if (!isListName(key.text)) continue;
        const said = sayingsOf(key.text, record, shape.keys);
        const fresh = said.filter(({ path, says, shown }) => isNew(path, says, item, shown));
        if (fresh.length > 0) listed[key.text].push(record);
      }
    } else if (value.kind !== 'empty') {
      blame(
        fault(shape.shape === 'named' ? 'not-a-mapping' : 'not-a-list', { what: quoted(key.text) }),
        value,
      );
    }
  }

  const withKey = <T>(name: string) =>
    new Map([...(named[name] ?? [])].map(([key, values]) => [key, { name: key, ...values, key } as T]));
  return {
    currency: reporting,
    hourlyRates: (top['hourly-rate'] ?? []) as readonly HourlyRate[],
    calendar: {
      fiscalYearStart: (top['fiscal-year-start'] ?? 1) as number,
      weekStart: (top['week-start'] ?? 'monday') as 'monday' | 'sunday',
    },
    lang: top['lang'] as Settings['lang'],
    businessSince: top['business-since'] as Day | undefined,
    signals: (top['signals'] ?? {}) as Settings['signals'],
    followup: (top['followup'] ?? {}) as Settings['followup'],
    groups: withKey<Group>('groups'),
    members: withKey<Member>('members'),
    surveys: withKey<Survey>('surveys'),
    prices: byDate(listed.prices as Partial<Price>[] as Price[]),
    policy: listed.policy as PolicyRule[],
    plan: byDate(listed.plan as PlannedEvent[]),
    team: { ...teamDefaults, ...(top['team'] as Partial<Settings['team']> | undefined) },
    memberFrom: top['member-from'] as Settings['memberFrom'],
    practiceSkills: (top['practice'] ?? usualSkills) as readonly string[],
  };
}

/** The value under a key of the record's own: `constructor` is no setting. */
function ownOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Whether a key is there with a value. */
function isGiven(node: RawNode | undefined): boolean {
  if (node?.kind === 'scalar') return node.text.trim() !== '';
  return node !== undefined && node.kind !== 'empty' && !(node.kind === 'list' && node.items.length === 0);
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueUnder(node: RawNode, key: string): RawNode {
  return (node.kind === 'map' && valueAt(node, key)) || node;
}

function unknownSetting(key: string, keys: readonly string[]): Fault {
  const near = nearest(key, keys);
  return fault('unknown-setting', { key, keys: keys.join(', '), ...(near ? { near } : {}) });
}

function isEarlier(left: unknown, joined: unknown): boolean {
  return typeof left === 'number' && typeof joined === 'number' && left < joined;
}
