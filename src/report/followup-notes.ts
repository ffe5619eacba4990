import {
  type FollowUp,
  type FollowUpSelection,
  followUps,
  followupDefaults,
  isIn,
  staleMonths,
} from '../measure/followups.ts';
import { type Ledger, statusOf } from '../model/ledger.ts';
import { type Phrase, type Text, text } from '../model/text.ts';

/** Days ahead for which it is said that there is more to come. */
const soon = 7;

/** What a reader of the list should know: the deadlines, what cannot be on it, what comes next. */
export function followupNotes(
  ledger: Ledger,
  shown: readonly FollowUp[],
  until: number,
  selection: FollowUpSelection,
  isNamed: boolean,
): Text[] {
  const { entries, asOf, settings } = ledger;
  const { followup } = settings;
  const own = entries.filter((entry) => isIn(entry, ledger, selection));
  const unnamed = own.filter(
    (entry) =>
      entry.type === 'referral' &&
      entry.direction === 'received' &&
      entry.from === undefined &&
      statusOf(entry, ledger) !== 'open',
  ).length;
  const undated = own.filter(
    (entry) =>
      entry.type === 'promise' && entry.due === undefined && (entry.done === undefined || entry.done > asOf),
  ).length;
  const coming = until > asOf ? 0 : followUps(ledger, asOf + soon, selection).length - shown.length;
  const days = {
    contact: followup['contact-within'] ?? followupDefaults.contact,
    inform: followup['inform-within'] ?? followupDefaults.inform,
    thank: followup['thank-within'] ?? followupDefaults.thank,
  };
  const stale = { months: staleMonths(ledger) };
  const counted = (count: number, [one, many]: readonly [Phrase, Phrase]) =>
    count === 0 ? [] : [text(count === 1 ? one : many, { count })];
  return [
    ...(entries.length === 0 ? [text(words.empty, { day: { day: asOf } })] : []),
    ...(shown.length > 0 ? [text(words.deadlines, days)] : []),
    ...(shown.some(({ kind }) => kind === 'stale') ? [text(words.stale, stale)] : []),
    ...counted(unnamed, words.unnamed),
    ...counted(undated, words.undated),
    ...counted(coming, words.coming),
    ...(shown.length > 0 && isNamed ? [text(words.journal)] : []),
  ];
}

const words = {
  empty: {
    en: 'The journal has no entry up to {day}.',
    fr: 'Le journal n’a aucune écriture jusqu’au {day}.',
  },
  deadlines: {
    en: 'Days to contact: {contact}, to tell the referrer: {inform}, to thank after a sale: {thank} (settings, followup).',
    fr: 'Jours pour contacter : {contact}, pour informer le prescripteur : {inform}, pour remercier après une vente : {thank} (réglages, followup).',
  },
  stale: {
    en: 'Going stale: open for {months} months; signals counts it as lost 3 months later.',
    fr: 'À relancer : ouverte depuis {months} mois ; signals la compte perdue 3 mois plus tard.',
  },
  unnamed: [
    {
      en: '1 referral does not say who gave it (from): there is nobody to tell or thank.',
      fr: '1 recommandation ne dit pas qui l’a donnée (from) : personne à informer ni à remercier.',
    },
    {
      en: '{count} referrals do not say who gave them (from): there is nobody to tell or thank.',
      fr: '{count} recommandations ne disent pas qui les a données (from) : personne à informer ni à remercier.',
    },
  ],
  undated: [
    {
      en: '1 promise has no day (due) and is not listed.',
      fr: '1 promesse n’a pas de jour (due) et n’est pas listée.',
    },
    {
      en: '{count} promises have no day (due) and are not listed.',
      fr: '{count} promesses n’ont pas de jour (due) et ne sont pas listées.',
    },
  ],
  coming: [
    {
      en: '1 more falls due within 7 days: see --ahead 7d.',
      fr: '1 de plus arrive à échéance dans les 7 jours : voir --ahead 7d.',
    },
    {
      en: '{count} more fall due within 7 days: see --ahead 7d.',
      fr: '{count} de plus arrivent à échéance dans les 7 jours : voir --ahead 7d.',
    },
  ],
  journal: {
    en: 'The commands take the same --journal as this one.',
    fr: 'Les commandes prennent le même --journal que celle-ci.',
  },
} satisfies Record<string, Phrase | readonly [Phrase, Phrase]>;
