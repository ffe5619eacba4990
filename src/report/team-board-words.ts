import type { FindingKind } from '../measure/team/worst.ts';
import type { Countable, Phrase } from '../model/text.ts';

/** What each finding is called, counted. */
export const findingWords = {
  approaches: [
    { en: '', fr: '' },
    { en: '1 prospect was approached too often: {names}.', fr: '1 prospect a été trop sollicité : {names}.' },
    {
      en: '{count} prospects were approached too often: {names}.',
      fr: '{count} prospects ont été trop sollicités : {names}.',
    },
  ],
  overlaps: [
    { en: '', fr: '' },
    {
      en: 'Several members were at 1 event that no plan foresaw ({names}): {cost} too much.',
      fr: 'Plusieurs membres étaient à 1 événement qu’aucun plan ne prévoyait ({names}) : {cost} de trop.',
    },
    {
      en: 'Several members were at {count} events that no plan foresaw ({names}): {cost} too much.',
      fr: 'Plusieurs membres étaient à {count} événements qu’aucun plan ne prévoyait ({names}) : {cost} de trop.',
    },
  ],
  budgets: [
    { en: '', fr: '' },
    {
      en: 'A budget was passed once: {names}, by {cost}, time included.',
      fr: 'Un budget a été dépassé une fois : {names}, de {cost}, temps compris.',
    },
    {
      en: 'Budgets were passed {count} times: {names}, by {cost} in all, time included.',
      fr: 'Des budgets ont été dépassés {count} fois : {names}, de {cost} en tout, temps compris.',
    },
  ],
  idle: [
    { en: '', fr: '' },
    {
      en: '1 membership is paid and not used: {names}, {cost} a year.',
      fr: '1 adhésion est payée et inutilisée : {names}, {cost} par an.',
    },
    {
      en: '{count} memberships are paid and not used: {names}, {cost} a year.',
      fr: '{count} adhésions sont payées et inutilisées : {names}, {cost} par an.',
    },
  ],
  rules: [
    { en: '', fr: '' },
    { en: '1 rule of the policy was broken: {names}.', fr: '1 règle a été enfreinte : {names}.' },
    {
      en: 'Rules of the policy were broken {count} times: {names}.',
      fr: 'Des règles ont été enfreintes {count} fois : {names}.',
    },
  ],
  gaps: [
    { en: '', fr: '' },
    { en: 'The network does not reach: {names}.', fr: 'Le réseau n’atteint pas : {names}.' },
    { en: 'The network does not reach: {names}.', fr: 'Le réseau n’atteint pas : {names}.' },
  ],
  silent: [
    { en: '', fr: '' },
    { en: '1 member logs nothing: {names}.', fr: '1 membre ne note plus rien : {names}.' },
    { en: '{count} members log nothing: {names}.', fr: '{count} membres ne notent plus rien : {names}.' },
  ],
  uneven: [
    { en: '', fr: '' },
    {
      en: '1 member does very much or very little: {names}.',
      fr: '1 membre en fait beaucoup ou très peu : {names}.',
    },
    {
      en: '{count} members do very much or very little: {names}.',
      fr: '{count} membres en font beaucoup ou très peu : {names}.',
    },
  ],
} satisfies Record<FindingKind, Countable>;

/** What is to be decided on each. */
export const decisionWords = {
  approaches: {
    en: 'Who alone speaks to each: {names}.',
    fr: 'Qui, seul, parle à chacun : {names}.',
  },
  overlaps: {
    en: 'Which events deserve several members: put these into plan:, send one to the others.',
    fr: 'Quels événements méritent plusieurs membres : les mettre dans plan:, envoyer une personne aux autres.',
  },
  budgets: {
    en: 'Larger budgets, or less time and money: {names}.',
    fr: 'Plus de budget, ou moins de temps et d’argent : {names}.',
  },
  idle: { en: 'Whether to use {names} or to leave.', fr: 'S’il faut se servir de {names} ou partir.' },
  rules: {
    en: 'Whether the policy is to be kept or changed: {names}.',
    fr: 'S’il faut suivre les règles ou les changer : {names}.',
  },
  gaps: { en: 'Who is to reach {names}, or to drop it.', fr: 'Qui doit atteindre {names}, ou y renoncer.' },
  silent: { en: 'Whether {names} still network.', fr: 'Si {names} réseautent encore.' },
  uneven: {
    en: 'Whether hours are to be shared more evenly: {names}.',
    fr: 'Si les heures sont à mieux partager : {names}.',
  },
} satisfies Record<FindingKind, Phrase>;

export const words = {
  title: { en: 'Team, for the board', fr: 'Équipe, pour la direction' },
  figures: { en: 'In figures', fr: 'En chiffres' },
  worst: { en: 'What is worst', fr: 'Ce qui va le plus mal' },
  well: { en: 'Nothing was found.', fr: 'Rien n’a été trouvé.' },
  costs: { en: 'What it costs', fr: 'Ce que cela coûte' },
  decide: { en: 'What to decide', fr: 'À décider' },
  nothing: { en: 'Nothing.', fr: 'Rien.' },
  active: { en: 'Active members', fr: 'Membres actifs' },
  activeOf: { en: '{count} of {all}', fr: '{count} sur {all}' },
  hours: { en: 'Hours', fr: 'Heures' },
  spent: { en: 'Money spent', fr: 'Argent dépensé' },
  received: { en: 'Referrals received', fr: 'Recommandations reçues' },
  sales: { en: 'Sales', fr: 'Ventes' },
  salesOf: { en: '{count} for {revenue}', fr: '{count} pour {revenue}' },
  perHour: { en: 'Revenue / hour', fr: 'CA / heure' },
  whole: {
    en: '{hours} at the hourly rate and {money} of money: {sum}.',
    fr: '{hours} au taux horaire et {money} d’argent : {sum}.',
  },
  unpriced: {
    en: '{hours}, for which no hourly rate is set, and {money} of money.',
    fr: '{hours}, sans taux horaire, et {money} d’argent.',
  },
  lost: {
    en: 'The amounts of the findings above add up to about {sum}.',
    fr: 'Les montants des constats ci-dessus font en tout environ {sum}.',
  },
  renewal: {
    en: 'By {day}: whether {group} is renewed{fee}.',
    fr: 'D’ici au {day} : si {group} est renouvelé{fee}.',
  },
  noticeOver: {
    en: '{group} renews on {day}{fee}; notice was until {notice}: it can no longer be given.',
    fr: '{group} se renouvelle le {day}{fee} ; préavis jusqu’au {notice} : il n’est plus temps de le donner.',
  },
  moreRenewals: {
    en: 'And {count} within {within} days: {names}.',
    fr: 'Et {count} sous {within} jours : {names}.',
  },
  renewals: [
    { en: 'no more fall due', fr: 'rien de plus à échéance' },
    { en: '1 more falls due', fr: '1 de plus à échéance' },
    { en: '{count} more fall due', fr: '{count} de plus à échéance' },
  ],
  fee: { en: ' ({fee} a year)', fr: ' ({fee} par an)' },
  more: { en: '{names} and {count} more', fr: '{names} et {count} de plus' },
} satisfies Record<string, Phrase | Countable>;
