import { byGroup } from '../measure/dimensions.ts';
import type { Ledger } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import type { Cell, NamedCell } from '../model/report.ts';
import { type Countable, countPhrase, type Lang, numberPhrase, type Phrase } from '../model/text.ts';
import { visible } from '../model/visible.ts';
import { aboutPhrase } from './amounts.ts';
import { nameOf } from './rows.ts';

/** The name of a group within a sentence. */
export function groupPhrase(key: string, ledger: Ledger): Phrase {
  const { name } = nameOf(key, byGroup, ledger);
  return typeof name === 'string' ? { en: visible(name), fr: visible(name) } : name;
}

/** An amount of major units in a sentence, to three digits that count. */
export function aboutMajor(major: number, { settings }: Ledger): Phrase {
  return aboutPhrase(major / toMajor(1, settings.currency), settings.currency);
}

/** Hours in a sentence: `22.3 hours`, `4 hours`. */
export function hoursPhrase(hours: number): Phrase {
  const tenths = Math.round(10 * hours);
  return countPhrase(tenths / 10, countables.hours, tenths % 10 === 0 ? 0 : 1);
}

/** Wins that are expected, a tenth at least. */
export function winsPhrase(count: number): Phrase {
  return countPhrase(Math.max(0.1, count), countables.wins, 1);
}

/** Names one after another: `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly Phrase[]): Phrase {
  const inLang = (lang: Lang, and: string) => {
    const all = names.map((name) => name[lang]);
    return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${and} ${all.at(-1)}`;
  };
  return { en: inLang('en', 'and'), fr: inLang('fr', 'et') };
}

/** A figure already in words, where the figures of a column are not of one kind. */
export function spokenFigure(value: number | null, decimals: number): Cell {
  if (value === null) return null;
  return { key: String(value), name: numberPhrase(value, decimals) } satisfies NamedCell;
}

export const countables = {
  hours: [
    { en: 'no hour', fr: 'aucune heure' },
    { en: '{count} hour', fr: '{count} heure' },
    { en: '{count} hours', fr: '{count} heures' },
  ],
  received: [
    { en: 'no referral received', fr: 'aucune recommandation reçue' },
    { en: '{count} referral received', fr: '{count} recommandation reçue' },
    { en: '{count} referrals received', fr: '{count} recommandations reçues' },
  ],
  sales: [
    { en: 'no sale', fr: 'aucune vente' },
    { en: '{count} sale', fr: '{count} vente' },
    { en: '{count} sales', fr: '{count} ventes' },
  ],
  referrals: [
    { en: 'no referral', fr: 'aucune recommandation' },
    { en: '{count} referral', fr: '{count} recommandation' },
    { en: '{count} referrals', fr: '{count} recommandations' },
  ],
  open: [
    { en: 'No referral is open', fr: 'Aucune recommandation n’est ouverte' },
    { en: '{count} referral is open', fr: '{count} recommandation est ouverte' },
    { en: '{count} referrals are open', fr: '{count} recommandations sont ouvertes' },
  ],
  wins: [
    { en: 'no win', fr: 'aucune vente' },
    { en: '{count} win', fr: '{count} vente' },
    { en: '{count} wins', fr: '{count} ventes' },
  ],
  days: [
    { en: 'no day', fr: 'aucun jour' },
    { en: '{count} day', fr: '{count} jour' },
    { en: '{count} days', fr: '{count} jours' },
  ],
} as const satisfies Record<string, Countable>;
