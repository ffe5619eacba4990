import type { FollowUp, FollowUpKind } from '../measure/followups.ts';
import type { Journal, Referral } from '../model/ledger.ts';
import { foldName } from '../model/names.ts';
import { recordPlace } from '../model/source.ts';
import { inAll, type Phrase, text } from '../model/text.ts';
import { hasUnsafe } from '../model/visible.ts';

/** The field that is filled where something was done: also the command that fills it; none does for a promise. */
const fields: Readonly<Record<Exclude<FollowUpKind, 'silence'>, string>> = {
  contact: 'contacted',
  'inform-contacted': 'informed',
  'inform-lost': 'informed',
  'inform-won': 'informed',
  thank: 'thanked',
  stale: 'lost',
  promise: 'done',
};

/** What a referral is called on the command line: its id, else its contact where no other is meant by it. */
export type NameOf = (referral: Referral) => string | undefined;

/** Names the referrals of the whole journal, of days to come too: a command reads it as it is. */
export function namerOf({ entries }: Journal): NameOf {
  const received = entries.filter((entry) => entry.type === 'referral' && entry.direction === 'received');
  const ids = new Set(received.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const entry of received) {
    const contact = entry.type === 'referral' ? foldName(entry.contact) : '';
    counts.set(contact, (counts.get(contact) ?? 0) + 1);
  }
  return ({ id, contact }) => {
    if (id !== undefined) return id;
    return counts.get(foldName(contact)) === 1 && !ids.has(contact) ? contact : undefined;
  };
}

/** The command that says it was done, ready for a shell; undefined where there is none or it cannot name the referral. */
export function commandFor({ kind, entry }: FollowUp, nameOf: NameOf): string | undefined {
  if (kind === 'silence') return 'netroi add activity';
  const name = entry.type === 'referral' ? nameOf(entry) : undefined;
  const field = fields[kind];
  if (name === undefined || hasUnsafe(name)) return undefined;
  // A date of an earlier event gives way to that of the newest.
  const force = field in entry ? '--force ' : '';
  return `netroi ${field} ${force}${name.startsWith('-') ? '-- ' : ''}${quoted(name)}`;
}

/** What to do where no command does it: which field to write where. */
export function byHand({ kind, entry }: FollowUp): Phrase {
  const field = kind === 'silence' ? '' : fields[kind];
  return inAll(text(words.byHand, { field, place: recordPlace(entry) }));
}

/** A word as a POSIX shell takes it for one, letters of every script bare. */
function quoted(word: string): string {
  if (/^[\p{L}\p{N}_.@:+,/-]+$/u.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}

const words = {
  byHand: { en: 'write {field} at {place}', fr: 'écrire {field} dans {place}' },
} satisfies Record<string, Phrase>;
