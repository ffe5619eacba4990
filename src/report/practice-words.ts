import { foldSkill } from '../measure/practice.ts';
import type { ProofId } from '../measure/practice-proof.ts';
import type { NamedCell } from '../model/report.ts';
import type { Phrase } from '../model/text.ts';

/** A skill by its key, with a name in every language where it is one of the usual ones. */
export function skillName(key: string): NamedCell {
  return { key, name: usual.get(foldSkill(key)) ?? key };
}

/** A skill at the start of a sentence. */
export function skillHead(key: string): Phrase {
  const { name } = skillName(key);
  const { en, fr } = typeof name === 'string' ? { en: name, fr: name } : name;
  return { en: capital(en), fr: capital(fr) };
}

function capital(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}

const usual: ReadonlyMap<string, Phrase> = new Map(
  Object.entries({
    'positive-attitude': { en: 'positive attitude', fr: 'attitude positive' },
    'asking-and-listening': { en: 'asking and listening', fr: 'questions et écoute' },
    'eye-contact': { en: 'eye contact', fr: 'regard' },
    helping: { en: 'helping', fr: 'entraide' },
    trustworthiness: { en: 'trustworthiness', fr: 'fiabilité' },
    'following-up': { en: 'following up', fr: 'suivi' },
    thanking: { en: 'thanking', fr: 'remerciements' },
  }).map(([key, name]) => [foldSkill(key), name]),
);

/** What is proved, in a column, and in a sentence: `{count}` of `{of}`. */
export const proofWords: Readonly<Record<ProofId, { readonly short: Phrase; readonly said: Phrase }>> = {
  followed_up: {
    short: { en: 'referrals followed up', fr: 'recommandations suivies' },
    said: { en: 'followed up {count} of {of} referrals', fr: 'recommandations suivies : {count} sur {of}' },
  },
  followed_up_in_time: {
    short: { en: '… in time', fr: '… à temps' },
    said: {
      en: 'followed up in time: {count} of {of} referrals',
      fr: 'recommandations suivies à temps : {count} sur {of}',
    },
  },
  informed: {
    short: { en: 'referrers informed', fr: 'prescripteurs informés' },
    said: { en: 'referrer informed: {count} of {of}', fr: 'prescripteur informé : {count} sur {of}' },
  },
  thanked: {
    short: { en: 'referrers thanked', fr: 'prescripteurs remerciés' },
    said: { en: 'referrer thanked: {count} of {of}', fr: 'prescripteur remercié : {count} sur {of}' },
  },
  thanked_in_time: {
    short: { en: '… in time after a win', fr: '… à temps après une vente' },
    said: {
      en: 'thanked in time after {count} of {of} wins',
      fr: 'remercié à temps après une vente : {count} fois sur {of}',
    },
  },
  gave_first_groups: {
    short: { en: 'groups you gave to first', fr: 'groupes à qui vous avez donné d’abord' },
    said: { en: 'gave first in {count} of {of} groups', fr: 'donné d’abord : {count} sur {of} groupes' },
  },
  gave_first_people: {
    short: { en: 'people you gave to first', fr: 'personnes à qui vous avez donné d’abord' },
    said: { en: 'gave first to {count} of {of} people', fr: 'donné d’abord : {count} sur {of} personnes' },
  },
  promises_in_time: {
    short: { en: 'promises kept in time', fr: 'promesses tenues à temps' },
    said: { en: 'kept in time: {count} of {of} promises', fr: 'tenues à temps : {count} sur {of} promesses' },
  },
  promises_late: {
    short: { en: 'promises kept late', fr: 'promesses tenues en retard' },
    said: { en: 'kept late: {count} of {of} promises', fr: 'tenues en retard : {count} sur {of} promesses' },
  },
  promises_open: {
    short: { en: 'promises overdue', fr: 'promesses en retard' },
    said: { en: 'overdue: {count} of {of} promises', fr: 'en retard : {count} sur {of} promesses' },
  },
};
