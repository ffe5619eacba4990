import type { Day } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Met, TimeSpent } from '../model/field.ts';
import { convert, type Money } from '../model/money.ts';
import { nearest } from '../model/names.ts';
import { problems } from '../model/problems.ts';
import { type Entry, type EntryType, entryTypes, fieldsOf } from '../model/schema.ts';
import type { Settings } from '../model/settings.ts';
import { lineEnd, type Source, type Span } from '../model/source.ts';
import type { Phrase } from '../model/text.ts';
import { type Draft, type FieldPlan, pathsOf, type ReadingRules, typesWith } from './fields.ts';
import { type Fault, fault } from './scalars.ts';

/** Takes what is wrong with one field of one record. */
export type Report = (fault: Fault, origin: Source, record: number, path?: string, item?: number) => void;

/** The entry that a record holds, or the parts of it that could be read, for what other entries say of it. */
export interface ReadEntries {
  readonly entries: Entry[];
  /** Entries with an error: never reported on, but not to be missed either by a sale that names one. */
  readonly faulty: Draft[];
}

/** The type that a record's `type` names. */
export function readType(word: string | undefined): EntryType | Fault {
  const type = entryTypes.find((each) => each === word);
  if (type) return type;
  const types = entryTypes.join(', ');
  if (word === undefined) return fault('missing-type', { types });
  const near = nearest(word, entryTypes);
  return fault('unknown-type', { type: word, types, ...(near ? { near } : {}) });
}

/** What to say of a field that the type does not have. */
export function unknownKey(type: EntryType, key: string): Fault {
  const paths = pathsOf(type);
  const near = nearest(key, [...paths, 'type']);
  const others = typesWith(key);
  return fault('unknown-key', {
    what: articled(type),
    key,
    ...(near ? { near } : {}),
    ...(others.length > 0 ? { types: others.join(', ') } : {}),
    keys: paths.join(', '),
  });
}

/** `an activity`, in each language. */
export function articled(type: EntryType): Phrase {
  return { en: `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type} entry`, fr: `une écriture ${type}` };
}

/**
 * Sets one value of an entry; a fault is reported at its place.
 * @returns whether the entry can still be used.
 */
export function setField(
  draft: Draft,
  plan: FieldPlan,
  value: string,
  rules: ReadingRules,
  report: (fault: Fault) => void,
): boolean {
  const found = plan.set(draft, value, rules);
  if (!found) return true;
  report(found);
  if (problems[found.fault].severity === 'warning') return true;
  markGiven(draft, plan.path);
  return false;
}

/** Notes that a field was given, if badly: its fault is told, so it is not called missing too. */
export function markGiven(draft: Draft, path: string): void {
  draft[path.split('.')[0] ?? path] ??= undefined;
}

/**
 * Completes a draft: required fields, money in the reporting currency, met and time in whole.
 * @param member whose entry it is where it does not say.
 * @returns the entry, or undefined where it lacks something (which is then reported).
 */
export function finishEntry(
  draft: Draft,
  settings: Settings,
  report: Report,
  member: string | undefined,
): Entry | undefined {
  const { type, origin, record } = draft;
  if (member !== undefined) draft['member'] ??= member;
  let isWhole = true;
  const blame = (found: Fault, path?: string) => {
    isWhole = false;
    report(found, origin, record, path);
  };
  for (const [name, field] of requiredOf(type)) {
    if (!(name in draft))
      blame(fault('missing-field', { what: articled(type), field: name, help: field.help }));
  }
  const date = draft['date'] as Day | undefined;
  for (const name of moneyOf(type)) {
    const money = draft[name] as Money | undefined;
    if (money === undefined || date === undefined) continue;
    const minor = convert(money, date, settings.currency, settings.prices);
    if (minor === undefined) {
      const params = { currency: money.currency, reporting: settings.currency, day: { day: date } };
      blame(fault('missing-price', params), name);
    } else draft[name] = minor;
  }
  if (draft['met'] !== undefined) draft['met'] = metOf(draft['met'] as number | string[]);
  const time = draft['time'] as Partial<TimeSpent> | undefined;
  if (time) {
    const whole: TimeSpent = { event: 0, prep: 0, travel: 0, recovery: 0, ...time };
    draft['time'] = whole;
    const minutes = whole.event + whole.prep + whole.travel + whole.recovery;
    if (minutes > 16 * 60) report(fault('long-activity', { hours: minutes / 60 }), origin, record, 'time');
  }
  const until = draft['until'] as Day | undefined;
  if (until !== undefined && date !== undefined && until < date) {
    blame(fault('until-before-date', { day: { day: date } }), 'until');
  }
  if (draft['won'] !== undefined && draft['direction'] === 'received') blame(fault('won-received'), 'won');
  return isWhole ? (draft as Entry) : undefined;
}

function metOf(met: number | string[]): Met {
  return typeof met === 'number' ? { count: met, names: [] } : { count: met.length, names: met };
}

const requiredFields = new Map(
  entryTypes.map((type) => [type, Object.entries(fieldsOf(type)).filter(([, field]) => field.required)]),
);
const moneyFields = new Map(
  entryTypes.map((type) => [
    type,
    Object.entries(fieldsOf(type)).flatMap(([name, field]) => (field.kind === 'money' ? [name] : [])),
  ]),
);
const requiredOf = (type: EntryType) => requiredFields.get(type) ?? [];
const moneyOf = (type: EntryType) => moneyFields.get(type) ?? [];

/** A diagnostic for a fault at a field of a record. */
export function diagnosticAt(
  found: Fault,
  origin: Source,
  record: number,
  path?: string,
  item?: number,
): Diagnostic {
  return { code: found.fault, params: found.params, source: origin, span: origin.spanOf(record, path, item) };
}

/** The first line of a stretch of text: what to mark where a whole entry is meant. */
export function firstLine(text: string, [start, end]: Span): Span {
  return [start, Math.min(end, lineEnd(text, start))];
}
