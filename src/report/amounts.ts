import { decimalsOf } from '../model/currency.ts';
import { toMajor } from '../model/money.ts';
import { formatNumber, type Lang, type Phrase } from '../model/text.ts';

/** Says amounts of a currency. */
export function moneyIn(currency: string): (minor: number) => Phrase {
  return (minor) => moneyPhrase(minor, currency);
}

/** An estimate of minor units in a sentence: three digits that count, since no more are known. */
export function aboutPhrase(minor: number, currency: string): Phrase {
  const major = toMajor(minor, currency);
  if (major === 0) return amount(0, 0, currency);
  const decimals = 2 - Math.floor(Math.log10(Math.abs(major)));
  const unit = 10 ** -decimals;
  return amount(
    Math.round(major / unit) * unit,
    Math.min(decimalsOf(currency), Math.max(0, decimals)),
    currency,
  );
}

/** Minor units as `aboutPhrase` says them. */
export function roundedAbout(minor: number): number {
  if (minor === 0) return 0;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(minor))) - 2);
  return Math.round(minor / unit) * unit;
}

/** An amount of minor units in a sentence: `1,840 EUR`, `12.50 EUR`. */
function moneyPhrase(minor: number, currency: string): Phrase {
  const major = toMajor(minor, currency);
  return amount(major, Number.isInteger(major) ? 0 : decimalsOf(currency), currency);
}

// No line is broken between a figure and what it counts.
function amount(major: number, decimals: number, currency: string): Phrase {
  const inLang = (lang: Lang) => `${formatNumber(major, lang, 0, decimals)}\u00a0${currency}`;
  return { en: inLang('en'), fr: inLang('fr') };
}
