import { metricOf } from '../measure/metrics.ts';
import type { Measure } from '../model/chart.ts';
import { decimalsOf } from '../model/currency.ts';
import type { NamedCell } from '../model/report.ts';
import { formatNumber, type Lang, type Phrase, sharePhrase } from '../model/text.ts';
import { visible } from '../model/visible.ts';

/** A metric as an axis has it. @throws RangeError where no metric has this id. */
export function measureOf(id: string): Measure {
  const metric = metricOf(id);
  if (!metric) throw new RangeError(`no metric ${id}`);
  return { label: metric.label, unit: metric.unit };
}

/** A figure within a sentence, with its unit: `17,900 EUR`, `12.6 h`, `45%`; money in major units, time in hours. */
export function figurePhrase(value: number, unit: Measure['unit'], currency: string): Phrase {
  if (unit === 'share') return sharePhrase(value);
  const isMoney = unit === 'money' || unit === 'money-per';
  const isTime = unit === 'hours' || unit === 'hours-per';
  const isWhole = Number.isInteger(value);
  const moneyDecimals = Math.abs(value) >= 1000 ? 0 : decimalsOf(currency);
  const decimals = isWhole ? 0 : isMoney ? moneyDecimals : isTime ? 1 : 2;
  // No line is broken between a figure and what it counts.
  const after = isMoney ? `\u00a0${currency}` : isTime ? '\u00a0h' : '';
  const inLang = (lang: Lang) => `${formatNumber(value, lang, decimals, decimals)}${after}`;
  return { en: inLang('en'), fr: inLang('fr') };
}

/** What a thing is called within a sentence. */
export function nameWithin({ name }: NamedCell): Phrase {
  return typeof name === 'string' ? { en: visible(name), fr: visible(name) } : name;
}
