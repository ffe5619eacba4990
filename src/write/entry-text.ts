import { type FieldKind, timeParts } from '../model/field.ts';
import { type EntryType, fieldsOf } from '../model/schema.ts';
import { yamlScalar } from './scalar-text.ts';

/** An entry to be written: its values as the user wrote them, by their paths (`met`, `time.prep`, `practice.asking`). */
export interface NewEntry {
  readonly type: EntryType;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** The lines of an entry in a list of a YAML file, without line ends: a field a line, or all between braces. */
export function entryLines(entry: NewEntry, isFlow: boolean, indent = ''): string[] {
  const fields = [{ name: 'type', text: entry.type }, ...fieldTexts(entry)];
  const pairs = fields.map(({ name, text }) => `${name}: ${text}`);
  if (isFlow) return [`${indent}- { ${pairs.join(', ')} }`];
  return pairs.map((pair, i) => `${indent}${i === 0 ? '- ' : '  '}${pair}`);
}

/** The values of an entry as YAML, in canonical order. */
function fieldTexts({ type, values }: NewEntry): { name: string; text: string }[] {
  return Object.entries(fieldsOf(type)).flatMap(([name, { kind }]) => {
    const text = textOf(name, kind, values);
    return text === undefined ? [] : [{ name, text }];
  });
}

/** Kinds whose values are texts: `42` in one is a name and no number. */
const numeric: ReadonlySet<FieldKind> = new Set<FieldKind>(['day', 'money', 'count', 'time', 'practice']);

function textOf(
  name: string,
  kind: FieldKind,
  values: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const isText = !numeric.has(kind);
  const given = values.get(name) ?? [];
  if (kind === 'time') {
    const parts = timeParts.flatMap((part) => {
      const value =
        part === 'event' ? (values.get(`${name}.event`) ?? given)[0] : values.get(`${name}.${part}`)?.[0];
      return value === undefined ? [] : [{ part, text: yamlScalar(value, false) }];
    });
    if (parts.length === 0) return undefined;
    const [first, ...others] = parts;
    if (first?.part === 'event' && others.length === 0) return first.text;
    return `{ ${parts.map(({ part, text }) => `${part}: ${text}`).join(', ')} }`;
  }
  if (kind === 'practice') {
    const skills = [...values].filter(([path]) => path.startsWith(`${name}.`));
    if (skills.length === 0) return undefined;
    const pairs = skills.map(
      ([path, [rating = '']]) =>
        `${yamlScalar(path.slice(name.length + 1), true)}: ${yamlScalar(rating, false)}`,
    );
    return `{ ${pairs.join(', ')} }`;
  }
  const [first] = given;
  if (first === undefined) return undefined;
  if (given.length === 1 && !isNameOfList(kind, first)) return yamlScalar(first, isText && kind !== 'met');
  return isListKind(kind)
    ? `[${given.map((each) => yamlScalar(each, true)).join(', ')}]`
    : yamlScalar(first, isText);
}

function isListKind(kind: FieldKind): boolean {
  return kind === 'names' || kind === 'choices' || kind === 'met';
}

/** Whether a single value stands as a list of one: a number of people does not, nor what may be meant as several. */
function isNameOfList(kind: FieldKind, value: string): boolean {
  return isListKind(kind) && !(kind === 'met' && /^[-\u2212]?\d/.test(value)) && !/[,;]/.test(value);
}
