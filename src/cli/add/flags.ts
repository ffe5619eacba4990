import { type Field, type FieldKind, listKinds, timeParts } from '../../model/field.ts';
import { type EntryType, entryTypes, fieldsOf } from '../../model/schema.ts';
import { clausesIn, type Lang, type Phrase } from '../../model/text.ts';
import type { Call, Option, Words } from '../command.ts';
import { dayWord } from './day-word.ts';

/** One value of an entry on the command line or in a question. */
export interface FieldFlag {
  /** As the journal has it: `met`, `time.prep`; `practice.` takes SKILL=RATING. */
  readonly path: string;
  /** The option's long name. */
  readonly name: string;
  readonly field: Field;
}

/** The flags of a type's fields, in canonical order: the schema table is all they are made from. */
export function flagsOf(type: EntryType): FieldFlag[] {
  return Object.entries(fieldsOf(type)).flatMap(([name, field]): FieldFlag[] => {
    if (field.kind === 'practice') return [{ path: `${name}.`, name, field }];
    if (field.kind !== 'time') return [{ path: name, name, field }];
    return timeParts.map((part) =>
      part === 'event' ? { path: name, name, field } : { path: `${name}.${part}`, name: part, field },
    );
  });
}

/** What stands for a value of each kind in the help; `placeholders.ts` has them in every language. */
const placeholders: Readonly<Record<FieldKind, string>> = {
  day: 'date',
  text: 'text',
  id: 'id',
  group: 'group',
  member: 'member',
  referral: 'referral',
  money: 'money',
  count: 'number',
  choice: 'word',
  choices: 'word',
  names: 'text',
  met: 'person',
  time: 'duration',
  practice: 'rating',
};

/** The option of every field that some type has; one that several have says for each what it is. */
export function fieldOptions(): Option[] {
  const found = new Map<string, { flag: FieldFlag; types: EntryType[] }>();
  for (const type of entryTypes) {
    for (const flag of flagsOf(type)) {
      const known = found.get(flag.name);
      if (known) known.types.push(type);
      else found.set(flag.name, { flag, types: [type] });
    }
  }
  return [...found.values()].map(({ flag, types }) => optionFor(flag, types));
}

function optionFor({ name, field }: FieldFlag, types: readonly EntryType[]): Option {
  const long = `--${name} <${placeholders[field.kind]}>`;
  const isList = listKinds.has(field.kind) || field.kind === 'practice';
  const words = wordsFor(name, field);
  return {
    flags: field.kind === 'group' ? `-g, ${long}` : long,
    help: { en: helpFor(name, types, 'en'), fr: helpFor(name, types, 'fr') },
    ...(isList ? { isList: true } : {}),
    ...(words ? { words } : {}),
  };
}

function wordsFor(name: string, field: Field): Words | undefined {
  if (field.choices) return field.choices;
  if (field.kind === 'group') return 'groups';
  if (field.kind === 'member') return 'members';
  if (field.kind === 'referral') return 'referrals';
  return name === 'tags' ? 'tags' : undefined;
}

/** What a field is, with the types that have it; where they mean different things by it, each of them. */
function helpFor(name: string, types: readonly EntryType[], lang: Lang): string {
  const colon = lang === 'fr' ? ' : ' : ': ';
  const byHelp = new Map<string, EntryType[]>();
  for (const type of types) {
    const flag = flagsOf(type).find((each) => each.name === name);
    const help = flag ? helpOf(flag)[lang] : '';
    byHelp.set(help, [...(byHelp.get(help) ?? []), type]);
  }
  if (types.length === entryTypes.length && byHelp.size === 1) return [...byHelp.keys()].join('');
  return clausesIn(
    lang,
    [...byHelp].map(([help, of]) => `${of.join(', ')}${colon}${help}`),
  );
}

/** What a value is for: its field's help, or that of its part. */
export function helpOf({ path, field }: FieldFlag): Phrase {
  if (field.kind === 'practice')
    return {
      en: `${field.help.en}, as SKILL=RATING (repeatable)`,
      fr: `${field.help.fr}, en SAVOIR=NOTE (répétable)`,
    };
  const help = parts[path] ?? field.help;
  const { choices = [] } = field;
  if (choices.every((choice) => help.en.includes(choice))) return help;
  return { en: `${help.en} (${choices.join(', ')})`, fr: `${help.fr} (${choices.join(', ')})` };
}

const parts: Readonly<Record<string, Phrase>> = {
  time: { en: 'how long it took, 1h30 or 90m', fr: 'combien de temps, 1h30 ou 90m' },
  'time.prep': { en: 'the time to prepare it', fr: 'le temps de préparation' },
  'time.travel': { en: 'the time there and back', fr: 'le temps de trajet, aller et retour' },
  'time.recovery': { en: 'the time lost after it', fr: 'le temps perdu ensuite' },
};

/** The values that the command line gives of fields that any type has, by the flag's name. */
export function givenFlags(call: Call): Map<string, readonly string[]> {
  const flags = new Map(
    entryTypes.flatMap((type) => flagsOf(type).map((flag) => [flag.name, flag] as const)),
  );
  return new Map(
    [...flags.values()].flatMap((flag): [string, readonly string[]][] => {
      const { name, field } = flag;
      const value = call.options[name];
      if (typeof value === 'string')
        return [[name, [field.kind === 'day' ? dayWord(value.trim(), call) : value.trim()]]];
      return Array.isArray(value) ? [[name, value.flatMap((each: string) => severalOf(flag, each))]] : [];
    }),
  );
}

/** The value that several things are given as in one answer: parted by `|`, or where it is no sentence by `,` or `;`. */
export function severalOf({ field }: FieldFlag, answer: string): string[] {
  if (!listKinds.has(field.kind)) return [answer.trim()];
  return answer
    .split(field.sentences ? /\|/ : /[|,;]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** The fields of a type that an entry cannot be without. */
export function requiredOf(type: EntryType): FieldFlag[] {
  return flagsOf(type).filter(({ field }) => field.required);
}
