import { byGroup } from '../measure/dimensions.ts';
import { endOf } from '../model/calendar.ts';
import { formatDay } from '../model/day.ts';
import type { Ledger } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import { labelOf, type Period } from '../model/period.ts';
import type { Cell, NamedCell } from '../model/report.ts';
import {
  type Countable,
  countPhrase,
  inAll,
  type Lang,
  numberPhrase,
  type Phrase,
  text,
} from '../model/text.ts';
import { visible } from '../model/visible.ts';
import { aboutPhrase } from './amounts.ts';
import { nameOf } from './rows.ts';

/** The name of a group within a sentence. */
export function groupPhrase(key: string, ledger: Ledger): Phrase {
  const { name } = nameOf(key, byGroup, ledger);
  return typeof name === 'string' ? { en: visible(name), fr: visible(name) } : name;
}

/** Whether the days are not all of their month. */
export function isCut({ from, to }: Period, { settings }: Ledger): boolean {
  return endOf('month', from, settings.calendar) !== to;
}

/** A month by its name, or by its days where they are not all of it: `October 2026`, `1–22 October 2026`. */
export function monthPhrase(period: Period, ledger: Ledger): Phrase {
  const month = inAll(labelOf(period, ledger.settings.calendar));
  if (!isCut(period, ledger)) return month;
  const day = String(Number(formatDay(period.to).slice(-2)));
  return inAll(text(day === '1' ? days.first : days.upTo, { day, month }));
}

const days = {
  first: { en: '1 {month}', fr: '1er {month}' },
  upTo: { en: '1–{day} {month}', fr: '1–{day} {month}' },
} satisfies Record<string, Phrase>;

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

/** More groups than these are not named in a sentence. */
const mostNamed = 6;

/** Groups one after another; of many the first, and how many more. */
export function groupsPhrase(keys: readonly string[], ledger: Ledger): Phrase {
  const rest = keys.length - mostNamed;
  const named = (rest > 1 ? keys.slice(0, mostNamed) : keys).map((key) => groupPhrase(key, ledger));
  return listed(rest > 1 ? [...named, countPhrase(rest, countables.others)] : named);
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
    { en: 'no hours', fr: 'aucune heure' },
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
  /** Open referrals of which nothing is expected. */
  hopeless: [
    { en: 'No referral is open', fr: 'Aucune recommandation n’est ouverte' },
    {
      en: '{count} referral is open; nothing can be expected of it any more',
      fr: '{count} recommandation est ouverte ; on n’en attend plus rien',
    },
    {
      en: '{count} referrals are open; nothing can be expected of them any more',
      fr: '{count} recommandations sont ouvertes ; on n’en attend plus rien',
    },
  ],
  /** Open referrals of which something is expected, of more. */
  fresh: [
    { en: '', fr: '' },
    { en: 'the one that is not too old', fr: 'de celle qui n’est pas trop vieille' },
    { en: 'the {count} that are not too old', fr: 'des {count} qui ne sont pas trop vieilles' },
  ],
  others: [
    { en: '', fr: '' },
    { en: '{count} more', fr: '{count} de plus' },
    { en: '{count} more', fr: '{count} de plus' },
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
