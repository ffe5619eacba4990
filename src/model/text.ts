import { type Day, formatDay } from './day.ts';

/** The languages netroi speaks. */
export const langs = ['en', 'fr'] as const;
export type Lang = (typeof langs)[number];

/** The same words in every language; a missing one is a type error. `{name}` marks a parameter. */
export type Phrase = Readonly<Record<Lang, string>>;

export type Param = string | number | { readonly day: Day } | { readonly month: Day } | Phrase;

/** A sentence still free of language: a phrase and what fills it. */
export interface Text {
  readonly phrase: Phrase;
  readonly params: Readonly<Record<string, Param>>;
}

export function text(phrase: Phrase, params: Text['params'] = {}): Text {
  return { phrase, params };
}

/** The sentence in one language. A parameter without a value stays visible as `{name}`. */
export function speak({ phrase, params }: Text, lang: Lang): string {
  return phrase[lang].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : speakParam(value, lang);
  });
}

/** A text in every language, to stand within another. */
export function inAll(sentence: Text): Phrase {
  return { en: speak(sentence, 'en'), fr: speak(sentence, 'fr') };
}

/** Whether every `{name}` of the phrase is among the parameters. */
export function isFilled(phrase: Phrase, params: Text['params']): boolean {
  return [...phrase.en.matchAll(/\{(\w+)\}/g)].every(([, name]) => params[name ?? ''] !== undefined);
}

/** A share as every language writes it, to stand within a sentence; one that is not quite 0 or 1 is not called so. */
export function sharePhrase(value: number): Phrase {
  const inLang = (lang: Lang) => {
    if (value > 0 && value < 0.005) return `<\u00a0${formatShare(0.01, lang)}`;
    return value < 1 && value > 0.995 ? `>\u00a0${formatShare(0.99, lang)}` : formatShare(value, lang);
  };
  return { en: inLang('en'), fr: inLang('fr') };
}

/** A number with this many decimals as every language writes it, to stand within a sentence. */
export function numberPhrase(value: number, decimals: number): Phrase {
  const inLang = (lang: Lang) => formatNumber(value, lang, decimals, decimals);
  return { en: inLang('en'), fr: inLang('fr') };
}

/** A thing that is counted: none, one, several. French has the singular up to 1.9. */
export type Countable = readonly [none: Phrase, one: Phrase, many: Phrase];

/** A number of things, with some decimals. */
export function countPhrase(count: number, [none, one, many]: Countable, decimals = 0): Phrase {
  if (count === 0) return none;
  const shown = Number(count.toFixed(decimals));
  const phrase = { en: shown === 1 && decimals === 0 ? one.en : many.en, fr: shown < 2 ? one.fr : many.fr };
  return inAll(text(phrase, { count: numberPhrase(count, decimals) }));
}

/** Clauses one after another on a line. */
export function clausesIn(lang: Lang, clauses: readonly string[]): string {
  return clauses.join(lang === 'fr' ? ' ; ' : '; ');
}

/** Sentences one after another as one. */
export function joined(sentences: readonly Text[]): Text {
  const inLang = (lang: Lang) => sentences.map((sentence) => speak(sentence, lang)).join(' ');
  return text({ en: inLang('en'), fr: inLang('fr') });
}

function speakParam(value: Param, lang: Lang): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatNumber(value, lang, 0, 2);
  if ('day' in value) return formatDay(value.day);
  if ('month' in value) return formatMonth(value.month, lang);
  return value[lang];
}

const locales: Record<Lang, string> = { en: 'en-GB', fr: 'fr-FR' };
const formats = new Map<string, Intl.NumberFormat>();

// Making an Intl.NumberFormat costs more than a thousand uses of it.
function numberFormat(lang: Lang, key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = `${lang} ${key}`;
  let format = formats.get(name);
  if (!format) {
    format = new Intl.NumberFormat(locales[lang], options);
    formats.set(name, format);
  }
  return format;
}

/** `1,234.5` or `1 234,5`: with at least `least` and at most `most` decimals. */
export function formatNumber(value: number, lang: Lang, least: number, most: number): string {
  if (lang === 'en') return formatEnglish(value, least, most);
  return numberFormat(lang, `n${least}${most}`, {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  }).format(value === 0 ? 0 : value);
}

// Loading Intl's data takes a tenth of a small report's time; English needs nothing of it but commas.
function formatEnglish(value: number, least: number, most: number): string {
  const [whole = '', fraction = ''] = value.toFixed(most).split('.');
  const kept = fraction.replace(/0+$/, '').padEnd(least, '0');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const written = kept === '' ? grouped : `${grouped}.${kept}`;
  return /^-[0.,]+$/.test(written) ? written.slice(1) : written;
}

/** `45 %` or `45%`, as the language writes it. */
export function formatShare(value: number, lang: Lang): string {
  if (lang === 'en') return `${formatEnglish(100 * value, 0, 0)}%`;
  return numberFormat(lang, 'share', { style: 'percent', maximumFractionDigits: 0 }).format(value);
}

function formatMonth(day: Day, lang: Lang): string {
  return new Intl.DateTimeFormat(locales[lang], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    day * 86_400_000,
  );
}
