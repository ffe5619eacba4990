import { type Again, againWithin, type PeopleFacts } from '../measure/practice-people.ts';
import type { Ledger } from '../model/ledger.ts';
import { labelOf, type Period } from '../model/period.ts';
import type { Section } from '../model/report.ts';
import {
  type Countable,
  countPhrase,
  inAll,
  type Phrase,
  sharePhrase,
  type Text,
  text,
} from '../model/text.ts';
import { shares } from './lag-words.ts';

/** People from which on it is said whether they are collected like cards, and the share that is few. */
const leastMet = 10;
const few = 0.5;

/** Whether those one meets are seen again, or collected like cards. */
export function peopleSection(facts: PeopleFacts, ledger: Ledger): Section {
  const { now, before, unnamed } = facts;
  // By its days: a part of a year is not called by the year's name.
  const name = (of: Period) => inAll(labelOf({ from: of.from, to: of.to }, ledger.settings.calendar));
  const prose: Text[] = [
    now.met === 0
      ? text(words.nobody, { days: againWithin })
      : text(words.again, {
          ...figuresOf(now),
          days: againWithin,
          verdict: verdictOf(now),
        }),
    ...(before && before.met > 0 && now.met > 0
      ? [text(words.before, { ...figuresOf(before), period: name(before.period), change: changeOf(facts) })]
      : []),
    ...(now.recent > 0
      ? [text(words.recent, { people: countPhrase(now.recent, words.people), days: againWithin })]
      : []),
    ...(unnamed.activities > 0
      ? [
          text(words.unnamed, {
            activities: countPhrase(unnamed.activities, words.activities),
            people: countPhrase(unnamed.people, words.people),
          }),
        ]
      : []),
  ];
  return { title: text(words.title), prose };
}

function figuresOf({ met, again, low, high }: Again) {
  return {
    again,
    met: countPhrase(met, words.people),
    share: sharePhrase(again / met),
    interval: shares({ low, high }),
  };
}

function verdictOf({ met, high }: Again): Phrase {
  if (met < leastMet) return words.tooFew;
  return high < few ? words.cards : words.noCards;
}

/** Whether the share is surely another than a year before. */
function changeOf({ change }: PeopleFacts): Phrase {
  if (!change || (change.low <= 0 && change.high >= 0)) return words.same;
  return change.low > 0 ? words.better : words.worse;
}

const words = {
  title: { en: 'Met, and seen again', fr: 'Rencontrés, et revus' },
  nobody: {
    en: 'Of nobody met by name for the first time can it be told yet if they were seen again within {days} days.',
    fr: 'De personne, parmi les noms rencontrés pour la première fois, on ne peut encore dire s’il est revu en {days} jours.',
  },
  again: {
    en: 'Of {met} first met by name in the period, seen again within {days} days: {again} ({share}, {interval}), which is met, or named by a referral, a sale, an outcome, a promise or an approach, on a later day. {verdict}',
    fr: 'Sur {met} dont le nom apparaît pour la première fois sur la période, revues en {days} jours : {again} ({share}, {interval}), soit rencontrées, ou citées par une recommandation, une vente, un retour, une promesse ou une démarche, un jour suivant. {verdict}',
  },
  cards: {
    en: 'Many met, few seen again: the sign of a card collector.',
    fr: 'Beaucoup de rencontres, peu de revus : le signe du collectionneur de cartes.',
  },
  noCards: {
    en: 'Not the sign of a card collector.',
    fr: 'Ce n’est pas le signe du collectionneur de cartes.',
  },
  tooFew: { en: 'Too few to say more.', fr: 'Trop peu pour en dire plus.' },
  before: {
    en: 'A year before, {period}: {again} of {met} ({share}, {interval}). {change}',
    fr: 'Un an plus tôt, {period} : {again} sur {met} ({share}, {interval}). {change}',
  },
  same: { en: 'The difference may be chance.', fr: 'La différence peut être un hasard.' },
  better: { en: 'More are seen again now.', fr: 'Davantage sont revues maintenant.' },
  worse: { en: 'Fewer are seen again now.', fr: 'Moins sont revues maintenant.' },
  recent: {
    en: 'Too recent to tell, not counted: {people}, met first less than {days} days ago.',
    fr: 'Trop récent pour le dire, non compté : {people}, à moins de {days} jours de la première rencontre.',
  },
  unnamed: {
    en: 'Left out for want of names: {activities} that only say how many were met ({people}).',
    fr: 'Laissées de côté faute de noms : {activities} qui ne disent que combien ({people}).',
  },
  people: [
    { en: '0 people', fr: '0 personne' },
    { en: '1 person', fr: '1 personne' },
    { en: '{count} people', fr: '{count} personnes' },
  ],
  activities: [
    { en: '0 activities', fr: '0 activité' },
    { en: '1 activity', fr: '1 activité' },
    { en: '{count} activities', fr: '{count} activités' },
  ],
} satisfies Record<string, Phrase | Countable>;
