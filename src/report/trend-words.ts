import type { Trend } from '../measure/trend-test.ts';
import type { Ledger } from '../model/ledger.ts';
import { labelOf } from '../model/period.ts';
import { inAll, type Phrase, type Text, text } from '../model/text.ts';
import { leastTested } from './trend-facts.ts';
import type { TrendPeriod, TrendStep } from './trend-periods.ts';

/** How sure a direction is, by the p below which it is called so. */
const sureness = [
  {
    below: 0.01,
    rising: { en: 'rising, almost sure', fr: 'en hausse, presque sûr' },
    falling: { en: 'falling, almost sure', fr: 'en baisse, presque sûr' },
  },
  {
    below: 0.05,
    rising: { en: 'rising, fairly sure', fr: 'en hausse, assez sûr' },
    falling: { en: 'falling, fairly sure', fr: 'en baisse, assez sûr' },
  },
  {
    below: 0.1,
    rising: { en: 'perhaps rising', fr: 'peut-être en hausse' },
    falling: { en: 'perhaps falling', fr: 'peut-être en baisse' },
  },
] as const;

/** From this p on no direction is named. */
export const leastSure = 0.1;

/** The direction of a series in words: `rising, fairly sure (p = 0.03, 9 quarters)`. */
export function finding({ count, s, variance, p }: Trend, step: TrendStep): Text {
  const least = leastTested[step] ?? 0;
  const { one, many } = stepWords[step];
  const params = { count, least, steps: many, unit: count < 2 ? one : many, p: pWords(p) };
  if (count < least) return text(words.few, params);
  if (variance === 0) return text(words.same, params);
  const sure = sureness.find(({ below }) => p < below);
  return text(words.found, {
    ...params,
    direction: sure ? (s > 0 ? sure.rising : sure.falling) : words.none,
  });
}

/** `p = 0.03`; with a third digit where the second would put it on a threshold that it is under. */
function pWords(p: number): Phrase {
  const rounded = Math.round(p * 100) / 100;
  const isCrossing = sureness.some(({ below }) => p < below && rounded >= below);
  const digits = p < 0.01 || isCrossing ? 3 : 2;
  const shown = isCrossing ? Math.floor(p * 1000) / 1000 : p;
  const said = p < 0.001 ? 'p < 0.001' : `p = ${shown.toFixed(digits)}`;
  return { en: said, fr: said.replace('.', ',') };
}

/** A period's name, with a mark where not all of it is known. */
export function periodLabel({ period, state }: TrendPeriod, ledger: Ledger): Phrase {
  const label = inAll(labelOf(period, ledger.settings.calendar));
  if (state === 'whole' || state === 'before') return label;
  return inAll(text(state === 'running' ? words.running : words.part, { label }));
}

/** What months, quarters and years are called. */
export const stepWords: Readonly<
  Record<TrendStep, Readonly<Record<'one' | 'many' | 'head' | 'heads' | 'each', Phrase>>>
> = {
  month: {
    one: { en: 'month', fr: 'mois' },
    many: { en: 'months', fr: 'mois' },
    head: { en: 'Month', fr: 'Mois' },
    heads: { en: 'Months', fr: 'Mois' },
    each: { en: 'per month', fr: 'par mois' },
  },
  quarter: {
    one: { en: 'quarter', fr: 'trimestre' },
    many: { en: 'quarters', fr: 'trimestres' },
    head: { en: 'Quarter', fr: 'Trimestre' },
    heads: { en: 'Quarters', fr: 'Trimestres' },
    each: { en: 'per quarter', fr: 'par trimestre' },
  },
  year: {
    one: { en: 'year', fr: 'an' },
    many: { en: 'years', fr: 'ans' },
    head: { en: 'Year', fr: 'Année' },
    heads: { en: 'Years', fr: 'Années' },
    each: { en: 'per year', fr: 'par an' },
  },
};

const words = {
  found: { en: '{direction} ({p}, {count} {steps})', fr: '{direction} ({p}, {count} {steps})' },
  none: { en: 'no clear direction', fr: 'pas de direction nette' },
  same: { en: 'always the same ({count} {steps})', fr: 'toujours le même chiffre ({count} {steps})' },
  few: {
    en: 'too few {steps} to tell ({count}; {least} needed)',
    fr: 'trop peu de recul pour le dire ({count} {unit} ; il en faut {least})',
  },
  running: { en: '{label}, so far', fr: '{label}, en cours' },
  part: { en: '{label}, part', fr: '{label}, en partie' },
} satisfies Record<string, Phrase>;
