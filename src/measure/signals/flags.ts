import type { Day } from '../../model/day.ts';
import { groupOf, isRefund, type Ledger, statusOf } from '../../model/ledger.ts';
import type { Entry } from '../../model/schema.ts';
import {
  type Countable,
  countPhrase,
  numberPhrase,
  type Phrase,
  sharePhrase,
  type Text,
  text,
} from '../../model/text.ts';
import { wilson } from '../wilson.ts';
import type { Change } from './change.ts';

/** What the rules look at: counts of one group over the window. */
export interface RuleFacts {
  readonly given: number;
  readonly purchases: number;
  readonly received: number;
  /** Referrals received more than a week ago, and those of them that were followed up. */
  readonly due: number;
  readonly followedUp: number;
  /** Sales, and their revenue in minor units; the group's, and those of all others. */
  readonly sales: Takings;
  readonly others: Takings;
  readonly change: Change | undefined;
  /** An amount of minor units in words. */
  money(minor: number): Phrase;
}

interface Takings {
  readonly count: number;
  readonly minor: number;
}

/** A red flag: when it is raised, and what it then says. */
export interface Rule {
  readonly id: string;
  readonly label: Phrase;
  readonly help: Phrase;
  find(facts: RuleFacts): Text | undefined;
}

const leastSales = 5;
const leastFollowedUp = 0.8;
const patience = 7;

/** Every red flag, in the order of every output. Adding one is adding a row. */
export const rules: readonly Rule[] = [
  {
    id: 'purchases',
    label: { en: 'purchases', fr: 'achats' },
    help: {
      en: 'most of what you give are your own purchases (95% interval above one half)',
      fr: 'l’essentiel de ce que vous donnez, ce sont vos propres achats (intervalle à 95 % au-dessus de la moitié)',
    },
    find: ({ purchases, given }) => {
      const interval = wilson(purchases, given);
      return interval.low > 0.5 ? text(says.purchases, { purchases, given, ...shares(interval) }) : undefined;
    },
  },
  {
    id: 'one-way',
    label: { en: 'one-way street', fr: 'sens unique' },
    help: {
      en: 'you give far more than you receive, or far less (95% interval of the share given excludes one half)',
      fr: 'vous donnez bien plus que vous ne recevez, ou bien moins (l’intervalle à 95 % de la part donnée exclut la moitié)',
    },
    find: ({ given, received }) => {
      const interval = wilson(given, given + received);
      if (given + received === 0 || (interval.low <= 0.5 && interval.high >= 0.5)) return undefined;
      return text(interval.low > 0.5 ? says.onlyGiving : says.onlyTaking, {
        given,
        received,
        ...shares(interval),
      });
    },
  },
  {
    id: 'small-sales',
    label: { en: 'small sales', fr: 'petites ventes' },
    help: {
      en: 'five sales or more, on average under half of the other groups’: work that pays little',
      fr: 'cinq ventes ou plus, en moyenne sous la moitié de celles des autres groupes : du travail qui paie peu',
    },
    find: ({ sales, others, money }) => {
      if (sales.count < leastSales || others.count === 0) return undefined;
      const [own, other] = [sales.minor / sales.count, others.minor / others.count];
      if (own >= other / 2) return undefined;
      return text(says.smallSales, {
        sales: sales.count,
        own: money(own),
        other: money(other),
        others: countPhrase(others.count, countables.sales),
      });
    },
  },
  {
    id: 'promises',
    label: { en: 'promises', fr: 'promesses' },
    help: {
      en: 'under 80% of the referrals received over a week ago were followed up',
      fr: 'moins de 80 % des recommandations reçues depuis plus d’une semaine ont été suivies',
    },
    find: ({ due, followedUp }) =>
      due > 0 && followedUp / due < leastFollowedUp
        ? text(says.promises, { due, followedUp, ...shares(wilson(followedUp, due)) })
        : undefined,
  },
  {
    id: 'change',
    label: { en: 'change', fr: 'changement' },
    help: {
      en: 'fewer referrals and sales in the last nine months than before (5% test): judged on these nine months',
      fr: 'moins de recommandations et de ventes ces neuf derniers mois qu’avant (test à 5 %) : jugé sur ces neuf mois',
    },
    find: ({ change }) =>
      change?.isFound
        ? text(says.change, {
            recent: countPhrase(change.recent.count, countables.results),
            before: change.before.count,
            expected: numberPhrase((change.before.count * change.recent.hours) / change.before.hours, 1),
            p:
              change.p < 0.001
                ? { en: '< 0.001', fr: '< 0,001' }
                : { en: `= ${numberPhrase(change.p, 3).en}`, fr: `= ${numberPhrase(change.p, 3).fr}` },
          })
        : undefined,
  },
];

function shares({ low, high }: { low: number; high: number }): Record<'low' | 'high', Phrase> {
  return { low: sharePhrase(low), high: sharePhrase(high) };
}

/** What the rules look at, by group, over the days after `from`; without `change`, `others` and `money`. */
export function countsFor(
  ledger: Ledger,
  from: number,
): ReadonlyMap<string, Omit<RuleFacts, 'change' | 'others' | 'money'>> {
  const found = new Map<string, Counted>();
  for (const entry of ledger.entries) {
    const key = groupOf(entry, ledger);
    if (key === undefined || entry.date <= from) continue;
    let counted = found.get(key);
    if (!counted) {
      counted = { given: 0, purchases: 0, received: 0, due: 0, followedUp: 0, sales: { count: 0, minor: 0 } };
      found.set(key, counted);
    }
    count(entry, counted, ledger, ledger.asOf - patience);
  }
  return found;
}

interface Counted extends Record<'given' | 'purchases' | 'received' | 'due' | 'followedUp', number> {
  readonly sales: { count: number; minor: number };
}

function count(entry: Entry, counted: Counted, ledger: Ledger, due: Day): void {
  if (entry.type === 'sale') {
    counted.sales.minor += entry.amount;
    if (!isRefund(entry)) counted.sales.count += 1;
  }
  if (entry.type !== 'referral') return;
  if (entry.direction === 'given') {
    counted.given += 1;
    if (entry.kind === 'purchase') counted.purchases += 1;
    return;
  }
  counted.received += 1;
  if (entry.date >= due) return;
  counted.due += 1;
  if (statusOf(entry, ledger) !== 'open') counted.followedUp += 1;
}

const countables = {
  sales: [
    { en: 'no sale', fr: 'aucune vente' },
    { en: '{count} sale', fr: '{count} vente' },
    { en: '{count} sales', fr: '{count} ventes' },
  ],
  results: [
    { en: 'no referral or direct sale', fr: 'ni recommandation ni vente directe' },
    { en: '{count} referral or direct sale', fr: '{count} recommandation ou vente directe' },
    { en: '{count} referrals and direct sales', fr: '{count} recommandations et ventes directes' },
  ],
} as const satisfies Record<string, Countable>;

const says = {
  purchases: {
    en: 'Red flag: of {given} referrals given, {purchases} are your own purchases (95% interval {low} to {high}); the group may not fit your business.',
    fr: 'Alerte : sur {given} recommandations données, {purchases} sont vos propres achats (intervalle à 95 % : {low} à {high}) ; le groupe ne convient peut-être pas à votre métier.',
  },
  onlyGiving: {
    en: 'Red flag: a one-way street, {given} referrals given for {received} received (given, of all exchanged: 95% interval {low} to {high}); ask what they need to know to send you people.',
    fr: 'Alerte : un sens unique, {given} recommandations données pour {received} reçues (part donnée de tous les échanges, intervalle à 95 % : {low} à {high}) ; demandez ce qu’il leur faut savoir pour vous recommander.',
  },
  onlyTaking: {
    en: 'Red flag: a one-way street, {received} referrals received for {given} given (given, of all exchanged: 95% interval {low} to {high}); those who only take are not sent people for long.',
    fr: 'Alerte : un sens unique, {received} recommandations reçues pour {given} données (part donnée de tous les échanges, intervalle à 95 % : {low} à {high}) ; à qui prend sans rendre, on ne recommande pas longtemps.',
  },
  smallSales: {
    en: 'Red flag: many small sales, {sales} at {own} on average, against {other} in the other groups ({others}).',
    fr: 'Alerte : beaucoup de petites ventes, {sales} à {own} en moyenne, contre {other} dans les autres groupes ({others}).',
  },
  promises: {
    en: 'Red flag: referrals received over a week ago: {due}, followed up: {followedUp} (95% interval {low} to {high}); a referral left lying costs more than its sale.',
    fr: 'Alerte : recommandations reçues depuis plus d’une semaine : {due}, suivies : {followedUp} (intervalle à 95 % : {low} à {high}) ; une recommandation laissée en plan coûte plus que sa vente.',
  },
  change: {
    en: 'Something changed: {recent} in the last nine months, where the time before ({before}) would make one expect {expected} (p {p}); so it is judged on these nine months.',
    fr: 'Quelque chose a changé : {recent} ces neuf derniers mois, là où le temps d’avant ({before}) en ferait attendre {expected} (p {p}) ; le groupe est donc jugé sur ces neuf mois.',
  },
} satisfies Record<string, Phrase>;
