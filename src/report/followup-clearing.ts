import type { FollowUp, FollowUpKind } from '../measure/followups.ts';
import type { Journal, Referral } from '../model/ledger.ts';
import { foldName } from '../model/names.ts';
import type { EntryOf } from '../model/schema.ts';
import { recordPlace } from '../model/source.ts';
import { inAll, type Phrase, text } from '../model/text.ts';
import { hasUnsafe } from '../model/visible.ts';
import { shellWord } from './shell-word.ts';

/** The field that is filled where something was done: also the command that fills it. */
const fields: Readonly<Record<Exclude<FollowUpKind, 'silence'>, string>> = {
  contact: 'contacted',
  'inform-contacted': 'informed',
  'inform-lost': 'informed',
  'inform-won': 'informed',
  thank: 'thanked',
  stale: 'lost',
  promise: 'done',
};

type Promised = EntryOf<'promise'>;

/**
 * What a referral or a promise is called on the command line: its id, else its contact or what was promised where no
 * other is meant by it, else its place.
 */
export type NameOf = (entry: Referral | Promised) => string;

/** What is longer is not typed. */
const longestName = 40;

/** Names the referrals and promises of the whole journal, of days to come too: a command reads it as it is. */
export function namerOf({ entries }: Journal): NameOf {
  const named = entries.filter(
    (entry): entry is Referral | Promised =>
      entry.type === 'promise' || (entry.type === 'referral' && entry.direction === 'received'),
  );
  const wordOf = (entry: Referral | Promised) => (entry.type === 'promise' ? entry.what : entry.contact);
  const keyOf = (entry: Referral | Promised) => `${entry.type} ${foldName(wordOf(entry))}`;
  const ids = new Set(named.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const entry of named) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
  return (entry) => {
    const word = wordOf(entry);
    if (entry.id !== undefined && !hasUnsafe(entry.id)) return entry.id;
    const isPlain = word.length <= longestName && !hasUnsafe(word) && !ids.has(word);
    return isPlain && counts.get(keyOf(entry)) === 1 ? word : recordPlace(entry);
  };
}

/**
 * The command that says it was done, ready for a shell; undefined where it cannot name the entry.
 * @param journals the places that the journal was named by on the command line; none where it was not.
 */
export function commandFor(
  { kind, entry }: FollowUp,
  nameOf: NameOf,
  journals: readonly string[],
): string | undefined {
  const places = journals.flatMap((each) =>
    each === '-' || hasUnsafe(each) ? [] : [` -j ${shellWord(each)}`],
  );
  const journal = places.join('');
  if (kind === 'silence') return `netroi add activity${journal}`;
  if (entry.type !== 'referral' && entry.type !== 'promise') return undefined;
  const name = nameOf(entry);
  const field = fields[kind];
  // A file may be called anything.
  if (hasUnsafe(name)) return undefined;
  // A date of an earlier event gives way to that of the newest.
  const force = field in entry ? ' --force' : '';
  return `netroi ${field}${force}${journal} ${name.startsWith('-') ? '-- ' : ''}${shellWord(name)}`;
}

/** The same for a screen, on which half a command is none: it names the journal only where that cannot stand at its end. */
export function shortCommandFor(
  followUp: FollowUp,
  nameOf: NameOf,
  journals: readonly string[],
): string | undefined {
  const short = commandFor(followUp, nameOf, []);
  return short?.includes(' -- ') ? commandFor(followUp, nameOf, journals) : short;
}

/** What to do where no command does it: which field to write where. */
export function byHand({ kind, entry }: FollowUp): Phrase {
  const field = kind === 'silence' ? '' : fields[kind];
  return inAll(text(words.byHand, { field, place: recordPlace(entry) }));
}

const words = {
  byHand: { en: 'write {field} at {place}', fr: 'écrire {field} dans {place}' },
} satisfies Record<string, Phrase>;
