import { formatDay } from '../../model/day.ts';
import { type Journal, type Ledger, type Referral, statusOf } from '../../model/ledger.ts';
import { foldName, nearest } from '../../model/names.ts';
import { recordPlace } from '../../model/source.ts';
import { clausesIn, type Phrase, text } from '../../model/text.ts';
import type { Word } from '../command.ts';
import { exit, Failure, nearHint } from '../failure.ts';

/** What an open referral can be called by: its id, else its contact where no other one received has it. */
export function openReferralNames(ledger: Ledger): Word[] {
  const all = received(ledger);
  return all
    .filter((each) => ['open', 'contacted'].includes(statusOf(each, ledger)))
    .flatMap((each) => {
      const id = nameOf(each, all);
      const said = `${each.contact} (${each.group})`;
      return id === undefined ? [] : [{ id, label: { en: said, fr: said } }];
    });
}

/** What names a referral and no other one received: its id, else its contact. */
export function nameOf(referral: Referral, all: readonly Referral[]): string | undefined {
  if (referral.id !== undefined) return referral.id;
  return withContact(all, referral.contact).length === 1 ? referral.contact : undefined;
}

/** The referrals that were given to you. */
export function received({ entries }: Pick<Journal, 'entries'>): Referral[] {
  return entries.filter(
    (entry): entry is Referral => entry.type === 'referral' && entry.direction === 'received',
  );
}

/**
 * The referral received that a word names: by its id, by its place (file:line), else by a contact that it alone has.
 * @throws Failure where there is none (with the nearest), or several (with the place of each).
 */
export function referralNamed(journal: Pick<Journal, 'entries'>, word: string): Referral {
  const all = received(journal);
  const known = all.find(({ id }) => id === word) ?? all.find((each) => recordPlace(each) === word);
  if (known) return known;
  const named = withContact(all, word);
  const [found, ...others] = named;
  if (found && others.length === 0) return found;
  if (found) {
    const each = named.map((one) => `${recordPlace(one)} (${formatDay(one.date)}, ${one.group})`);
    const candidates = { en: clausesIn('en', each), fr: clausesIn('fr', each) };
    const names = named.map((each) => each.id ?? recordPlace(each));
    const hint = text(words.which, { names: names.join(', ') });
    throw new Failure(
      exit.journal,
      text(words.several, { count: named.length, name: word, candidates }),
      hint,
    );
  }
  const given = journal.entries.some(
    (each) =>
      each.type === 'referral' &&
      each.direction === 'given' &&
      (each.id === word || foldName(each.contact) === foldName(word)),
  );
  if (given) throw new Failure(exit.journal, text(words.given, { name: word }));
  const names = all.flatMap(({ id, contact }) => [...(id === undefined ? [] : [id]), contact]);
  const near = nearest(word, names) ?? names.find((each) => foldName(each).includes(foldName(word)));
  throw new Failure(
    exit.journal,
    text(words.none, { name: word }),
    near === undefined ? undefined : nearHint(near, []),
  );
}

function withContact(all: readonly Referral[], word: string): Referral[] {
  const folded = foldName(word);
  return all.filter(({ contact }) => foldName(contact) === folded);
}

const words = {
  several: {
    en: '{count} referrals received have the contact "{name}": {candidates}',
    fr: '{count} recommandations reçues ont le contact « {name} » : {candidates}',
  },
  which: {
    en: 'name the one that is meant: {names}',
    fr: 'nommez celle que vous visez : {names}',
  },
  given: {
    en: 'the referral "{name}" is one you gave, not one you received',
    fr: 'la recommandation « {name} » est donnée, et non reçue',
  },
  none: {
    en: 'no referral received has the id or contact "{name}"',
    fr: 'aucune recommandation reçue n’a l’id ou le contact « {name} »',
  },
} satisfies Record<string, Phrase>;
