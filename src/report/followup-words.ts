// biome-ignore-all format: a table reads best with a row a line
import type { FollowUp, FollowUpKind } from '../measure/followups.ts';
import { type Phrase, type Text, text } from '../model/text.ts';

/** What is to be done: in a column, and as a sentence on its own. `{who}` and `{what}` are those of the row. */
interface KindWords {
  readonly short: Phrase;
  readonly long: Phrase;
}

/** Every kind in words. */
export const kindWords: Readonly<Record<FollowUpKind, KindWords>> = {
  contact: { short: { en: 'contact', fr: 'contacter' }, long: { en: 'Contact {what}', fr: 'Contacter {what}' } },
  'inform-contacted': { short: { en: 'tell: contacted', fr: 'dire contact' }, long: { en: 'Tell {who} that you spoke to {what}', fr: 'Dire à {who} que vous avez parlé à {what}' } },
  'inform-lost': { short: { en: 'tell: lost', fr: 'dire perte' }, long: { en: 'Tell {who} that nothing came of {what}', fr: 'Dire à {who} que {what} n’a rien donné' } },
  'inform-won': { short: { en: 'tell: won', fr: 'dire vente' }, long: { en: 'Tell {who} of the sale to {what}', fr: 'Dire à {who} la vente à {what}' } },
  thank: { short: { en: 'thank', fr: 'remercier' }, long: { en: 'Thank {who} for {what}', fr: 'Remercier {who} pour {what}' } },
  stale: { short: { en: 'going stale', fr: 'relancer' }, long: { en: 'Win {what} or give it up', fr: 'Conclure avec {what}, ou renoncer' } },
  promise: { short: { en: 'promise', fr: 'promesse' }, long: { en: 'Keep your word: {what}', fr: 'Tenir parole : {what}' } },
  silence: { short: { en: 'log something', fr: 'noter' }, long: { en: 'Log what you did: nothing is noted since {since}', fr: 'Noter ce que vous avez fait : rien depuis le {since}' } },
};

/** Whom a row is to be settled with, where the journal names them. */
export function whoOf({ kind, entry }: FollowUp): string | undefined {
  if (entry.type === 'promise') return kind === 'promise' ? entry.to : undefined;
  if (entry.type !== 'referral' || kind === 'silence') return undefined;
  return kind === 'contact' || kind === 'stale' ? entry.contact : entry.from;
}

/** What a row is about: the contact of a referral, the words of a promise. */
export function whatOf({ kind, entry }: FollowUp): string | undefined {
  if (kind === 'silence') return undefined;
  return entry.type === 'promise' ? entry.what : entry.type === 'referral' ? entry.contact : undefined;
}

/** The whole of a row as one sentence. */
export function sentenceOf(followUp: FollowUp): Text {
  const who = whoOf(followUp) ?? '';
  return text(kindWords[followUp.kind].long, { who, what: whatOf(followUp) ?? '', since: { day: followUp.entry.date } });
}
