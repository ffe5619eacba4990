import { type Field, listKinds, type TimeSpent, timeParts } from '../model/field.ts';
import { type Entry, type EntryType, entryTypes, fieldsOf } from '../model/schema.ts';
import { hasUnsafe } from '../model/visible.ts';
import {
  type Fault,
  fault,
  isFault,
  readChoice,
  readCount,
  readDay,
  readDuration,
  readMoney,
} from './scalars.ts';

/** An entry while its fields are being read: money still with its currency, time still in part. */
export interface Draft extends Pick<Entry, 'type' | 'origin' | 'record'> {
  [field: string]: unknown;
}

/** What reading a value depends on beside the value. */
export interface ReadingRules {
  /** The reporting currency. */
  readonly currency: string;
  /** Whether `,` may be the decimal mark. */
  readonly comma: boolean;
  /** Whether the value is one of a list: there even `42` is a name. */
  readonly isInList: boolean;
}

/** How one field (or one part of it, such as `time.prep`) is read into a draft. */
export interface FieldPlan {
  /** As it is written: a YAML path or a CSV column. */
  readonly path: string;
  /** Whether it may hold several values; each is then set in turn. */
  readonly isList: boolean;
  /** Whether it holds text that a spreadsheet might have guarded with a leading `'`. */
  readonly isText: boolean;
  set(draft: Draft, value: string, rules: ReadingRules): Fault | undefined;
}

const plans = new Map<EntryType, Map<string, FieldPlan>>();

/** The plan for a path of an entry type, or undefined where the type has no such field. */
export function planOf(type: EntryType, path: string): FieldPlan | undefined {
  let known = plans.get(type);
  if (!known) {
    known = new Map(Object.entries(fieldsOf(type)).flatMap(([name, field]) => plansOf(name, field)));
    plans.set(type, known);
  }
  const plan = known.get(path);
  if (plan || !path.startsWith('practice.') || !known.has('practice.')) return plan;
  const practice = practicePlan(path);
  known.set(path, practice);
  return practice;
}

/** Every path an entry type has, as the user may write it; `practice.` stands for any skill. */
export function pathsOf(type: EntryType): string[] {
  return Object.entries(fieldsOf(type)).flatMap(([name, field]) =>
    plansOf(name, field).map(([path]) => path.replace(/\.$/, '.SKILL')),
  );
}

/** The entry types that have a path. */
export function typesWith(path: string): EntryType[] {
  return entryTypes.filter((type) => planOf(type, path) !== undefined);
}

function plansOf(name: string, field: Field): [string, FieldPlan][] {
  if (field.kind === 'practice') return [['practice.', practicePlan('practice.')]];
  if (field.kind === 'time') {
    return [
      [name, timePlan(name, 'event')],
      ...timeParts.map((part): [string, FieldPlan] => [`${name}.${part}`, timePlan(`${name}.${part}`, part)]),
    ];
  }
  return [[name, plan(name, field, listKinds.has(field.kind), setterOf(name, field))]];
}

function plan(path: string, field: Partial<Field>, isList: boolean, set: FieldPlan['set']): FieldPlan {
  const isText = !['day', 'money', 'count', 'time', 'practice'].includes(field.kind ?? 'time');
  return { path, isList, isText, set };
}

function timePlan(path: string, part: keyof TimeSpent): FieldPlan {
  return plan(path, {}, false, (draft, value, rules) => {
    const minutes = readDuration(value, rules.comma);
    if (isFault(minutes)) return minutes;
    const spent = (draft['time'] ?? {}) as Partial<Record<keyof TimeSpent, number>>;
    draft['time'] = spent;
    if (spent[part] !== undefined) return fault('given-twice', { field: `time.${part}` });
    spent[part] = minutes;
    return minutes > 0 && minutes < 5 && value === String(minutes)
      ? fault('few-minutes', { value, near: `${value}h` })
      : undefined;
  });
}

function practicePlan(path: string): FieldPlan {
  return plan(path, {}, false, (draft, value) => {
    if (!/^[1-5]$/.test(value)) return fault('bad-rating', { value });
    draft['practice'] = {
      ...(draft['practice'] as object | undefined),
      [path.slice('practice.'.length)]: Number(value),
    };
    return undefined;
  });
}

const reserved = new Set(['(none)', 'TOTAL']);

function setterOf(name: string, field: Field): FieldPlan['set'] {
  const keep = (draft: Draft, value: unknown): Fault | undefined => {
    if (isFault(value)) return value;
    draft[name] = value;
    return undefined;
  };
  const push = (draft: Draft, value: string) => {
    const items = draft[name] as string[] | undefined;
    if (items) items.push(value);
    else draft[name] = [value];
    return undefined;
  };
  switch (field.kind) {
    case 'day':
      return (draft, value) => keep(draft, readDay(value));
    case 'money':
      return (draft, value, rules) => keep(draft, readMoney(value, rules.currency, rules.comma));
    case 'count':
      return (draft, value) => keep(draft, readCount(value));
    case 'choice':
      return (draft, value) => keep(draft, readChoice(value, name, field.choices ?? []));
    case 'choices':
      return (draft, value) => {
        const choice = readChoice(value, name, field.choices ?? []);
        return isFault(choice) ? choice : push(draft, choice);
      };
    case 'names':
      return (draft, value, { isInList }) =>
        push(draft, value) ??
        unsafeFault(value) ??
        (isInList || field.sentences ? undefined : severalFault(value));
    case 'met':
      return (draft, value, { isInList }) => {
        // Outside a list, what starts as a number is meant as one: `3.5` is no person.
        if (!isInList && /^[-\u2212]?\d/.test(value)) return keep(draft, readCount(value));
        return push(draft, value) ?? unsafeFault(value) ?? (isInList ? undefined : severalFault(value));
      };
    case 'group':
    case 'member':
      return (draft, value) =>
        reserved.has(value) ? fault('reserved-name', { value }) : (keep(draft, value) ?? unsafeFault(value));
    default:
      return (draft, value) => keep(draft, value) ?? unsafeFault(value);
  }
}

/** One name with a comma in it may have been meant as several. */
function severalFault(value: string): Fault | undefined {
  return /[,;]/.test(value) ? fault('one-name', { value }) : undefined;
}

function unsafeFault(value: string): Fault | undefined {
  return hasUnsafe(value) && hasUnsafe(value.replace(/[\t\n\r]/g, ''))
    ? fault('control-characters')
    : undefined;
}
