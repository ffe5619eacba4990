import { foldName, nearest } from '../../model/names.ts';
import { problems } from '../../model/problems.ts';
import type { EntryType } from '../../model/schema.ts';
import type { Settings } from '../../model/settings.ts';
import { isFilled, type Phrase, type Text, text } from '../../model/text.ts';
import { articled, unknownKey } from '../../read/entries.ts';
import { type Draft, planOf } from '../../read/fields.ts';
import { type Fault, fault } from '../../read/scalars.ts';
import { exit, Failure, usageFailure } from '../failure.ts';
import { type FieldFlag, flagsOf, requiredOf } from './flags.ts';

export type Values = Map<string, readonly string[]>;

/**
 * The values of an entry of a type, by their paths, as the flags give them.
 * @throws Failure for a flag that the type does not have, and for a value that its field cannot take, told as `check`
 *   tells it.
 */
export function valuesFor(type: EntryType, given: ReadonlyMap<string, readonly string[]>): Values {
  const flags = flagsOf(type);
  const values: Values = new Map();
  for (const [name, list] of given) {
    const flag = flags.find((each) => each.name === name);
    if (!flag) throw failureOf(unknownKey(type, name));
    for (const [path, value] of pathsAndValues(flag, list)) values.set(path, value);
  }
  for (const [path, list] of values) {
    const found = faultIn(type, path, list, 'EUR');
    if (found) throw failureOf(found);
  }
  return values;
}

/** A rating is given as `asking=4`: each skill is a path of its own. */
function pathsAndValues({ path, field }: FieldFlag, list: readonly string[]): [string, readonly string[]][] {
  if (field.kind !== 'practice') return [[path, list]];
  return list.map((each) => {
    const [, skill, rating] = /^\s*([^=]+?)\s*=\s*(.*?)\s*$/.exec(each) ?? [];
    if (skill === undefined || rating === undefined)
      throw usageFailure(words.skill, { value: each }, text(words.skillForm));
    return [path + skill, [rating]];
  });
}

/** What the journal's own readers find wrong with the values of one field; doubts are told with the whole journal. */
export function faultIn(
  type: EntryType,
  path: string,
  values: readonly string[],
  currency: string,
): Fault | undefined {
  const plan = planOf(type, path);
  if (!plan) return unknownKey(type, path);
  const draft: Draft = { type, origin: { name: '', text: '', spanOf: () => [0, 0] }, record: 0 };
  const rules = { currency, comma: false, isInList: values.length > 1 };
  for (const value of values) {
    if (value === '') return fault('empty-name');
    const found = plan.set(draft, value, rules);
    if (found && problems[found.fault].severity === 'error') return found;
  }
  return undefined;
}

/** The key that a word stands for: itself, or that of the thing with this name. */
export function keyFor(
  word: string,
  things: ReadonlyMap<string, { readonly name: string }>,
): string | undefined {
  if (things.has(word)) return word;
  const same = [...things].filter(([key, { name }]) =>
    [key, name].some((each) => foldName(each) === foldName(word)),
  );
  return same.length === 1 ? same[0]?.[0] : undefined;
}

/** The values with groups and members called by their keys. @throws Failure where one is not declared. */
export function withKeys(type: EntryType, values: Values, { groups, members }: Settings): Values {
  const keyed: Values = new Map(values);
  for (const { path, field } of flagsOf(type)) {
    const things = field.kind === 'group' ? groups : field.kind === 'member' ? members : undefined;
    const word = values.get(path)?.[0];
    if (!things || things.size === 0 || word === undefined) continue;
    const key = keyFor(word, things);
    if (key === undefined)
      throw failureOf(unknownName(field.kind === 'group', word, [...things.keys()]), exit.journal);
    keyed.set(path, [key]);
  }
  return keyed;
}

export function unknownName(isGroup: boolean, name: string, keys: readonly string[]): Fault {
  const near = nearest(name, keys);
  return fault(isGroup ? 'unknown-group' : 'unknown-member', near ? { name, near } : { name });
}

/** A fault of a value in the words of `check`, with its way out. */
export function sayingOf({ fault: code, params }: Fault): { says: Text; hint: Text | undefined } {
  const problem = problems[code];
  const hints: readonly Phrase[] = 'hints' in problem ? problem.hints : [];
  const hint = hints.find((each) => isFilled(each, params));
  return { says: text(problem.message, params), hint: hint && text(hint, params) };
}

export function failureOf(found: Fault, code: number = exit.usage): Failure {
  const { says, hint } = sayingOf(found);
  return new Failure(code, says, hint);
}

/** Refuses an entry that lacks what its type cannot be without. */
export function refuseIncomplete(type: EntryType, values: Values): void {
  // The day is known where none is named.
  const missing = missingOf(type, values).filter(({ path }) => path !== 'date');
  if (missing.length === 0) return;
  const flags = missing.map(({ name }) => `--${name}`).join(', ');
  throw usageFailure(words.missing, { what: articled(type), flags }, text(words.help));
}

export function missingOf(type: EntryType, values: Values): FieldFlag[] {
  return requiredOf(type).filter(({ path }) => !values.has(path));
}

const words = {
  missing: { en: '{what} needs {flags}', fr: '{what} demande {flags}' },
  help: {
    en: 'on a terminal they are asked for; netroi add --help lists them',
    fr: 'dans un terminal, netroi les demande ; netroi add --help les liste',
  },
  skill: {
    en: '"{value}" is not a skill and its rating',
    fr: '« {value} » n’est pas un savoir-faire et sa note',
  },
  skillForm: { en: 'write asking=4', fr: 'écrivez asking=4' },
} satisfies Record<string, Phrase>;
