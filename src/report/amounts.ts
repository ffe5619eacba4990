import { decimalsOf } from '../model/currency.ts';
import { toMajor } from '../model/money.ts';
import { formatNumber, type Lang, type Phrase } from '../model/text.ts';

/** Says amounts of a currency. */
export function moneyIn(currency: string): (minor: number) => Phrase {
  return (minor) => moneyPhrase(minor, currency);
}

/** An estimate of minor units in a sentence: three digits that count, since no more are known. */
export function aboutPhrase(minor: number, currency: string): Phrase {
  if (minor === 0) return moneyPhrase(0, currency);
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(minor))) - 2);
  return moneyPhrase(Math.round(minor / unit) * unit, currency);
}

/** An amount of minor units as it stands in a sentence: `1,840 EUR`, `12.50 EUR`; no decimals that say nothing. */
export function moneyPhrase(minor: number, currency: string): Phrase {
  const major = toMajor(minor, currency);
  const decimals = Math.abs(major) >= 20 || Number.isInteger(major) ? 0 : decimalsOf(currency);
  const inLang = (lang: Lang) => formatNumber(major, lang, decimals, decimals);
  // French never breaks a line between a figure and what it counts.
  return { en: `${inLang('en')} ${currency}`, fr: `${inLang('fr')}\u00a0${currency}` };
}
