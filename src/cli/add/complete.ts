import type { Ledger } from '../../model/ledger.ts';
import { foldName } from '../../model/names.ts';
import { type Entry, fieldsOf } from '../../model/schema.ts';
import { hasUnsafe } from '../../model/visible.ts';
import type { Word } from '../command.ts';
import type { FieldFlag } from './flags.ts';
import { openReferralNames } from './referrals.ts';

/** What a field can be answered with, as far as the journal knows: its groups, people, open referrals, earlier words. */
export function wordsFor({ path, field }: FieldFlag, ledger: Ledger): readonly string[] {
  const { entries, settings, groupKeys } = ledger;
  if (field.choices) return field.choices;
  if (field.kind === 'group') return groupKeys;
  if (field.kind === 'member' && settings.members.size > 0) return [...settings.members.keys()];
  if (field.kind === 'referral') return openReferralNames(ledger).map(idOf);
  if (field.person) return distinct(entries.flatMap(peopleIn));
  const isWords =
    field.kind === 'names' || field.kind === 'member' || (field.kind === 'text' && path !== 'note');
  if (!isWords || field.sentences) return [];
  return distinct(
    entries.flatMap((entry) => {
      const value = (entry as Readonly<Record<string, unknown>>)[path];
      return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
    }),
  );
}

function peopleIn(entry: Entry): string[] {
  const fields: Readonly<Record<string, unknown>> = { ...entry };
  const names = Object.entries(fieldsOf(entry.type)).flatMap(([name, { person }]) => (person ? [name] : []));
  return names.flatMap((name) => {
    if (name === 'met' && entry.type === 'activity') return entry.met?.names ?? [];
    const value = fields[name];
    return typeof value === 'string' ? [value] : [];
  });
}

/** The whole lines that a line can become: its last name completed. */
export function completions(words: readonly string[], isList: boolean, typed: string): string[] {
  const [head = ''] = isList ? (/^.*[|,;]\s*/.exec(typed) ?? []) : [];
  const last = foldName(typed.slice(head.length));
  return words.filter((word) => foldName(word).startsWith(last)).map((word) => head + word);
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)].filter((word) => !hasUnsafe(word)).sort();
}

function idOf(word: Word): string {
  return typeof word === 'string' ? word : word.id;
}
