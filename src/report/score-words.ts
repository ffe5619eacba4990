import type { NextStep } from '../measure/score/next-step.ts';
import type { NamedCell } from '../model/report.ts';
import { type Criterion, type Scheme, type ScorePer, scoreMetricOf } from '../model/scheme.ts';
import {
  countPhrase,
  formatNumber,
  inAll,
  joined,
  type Lang,
  type Phrase,
  type Text,
  text,
} from '../model/text.ts';
import { moneyIn } from './amounts.ts';

/** A number with at most three decimals, in a sentence. */
export function figurePhrase(value: number): Phrase {
  const inLang = (lang: Lang) => formatNumber(value, lang, 0, 3);
  return { en: inLang('en'), fr: inLang('fr') };
}

/** Points with at most two decimals, as the tables have them. */
export function pointsPhrase(points: number): Phrase {
  const inLang = (lang: Lang) => formatNumber(points, lang, 0, 2);
  return { en: inLang('en'), fr: inLang('fr') };
}

/**
 * What was measured, as a cell: money as it is, an average cut (not rounded) to three decimals, so that a figure below a
 * step never shows as the step.
 */
export function measuredCell({ metric }: Criterion, measured: number, currency: string): NamedCell {
  const name =
    metric === 'business'
      ? moneyIn(currency)(Math.floor(measured))
      : figurePhrase(Math.floor(measured * 1000 + 1e-6) / 1000);
  return { key: name.en, name };
}

/** The steps of a criterion in a sentence: `Referrals given, a week: 0.5 → 5, 0.75 → 10`. */
export function stepsText(criterion: Criterion, { currency }: Scheme, reporting: string): Text {
  const { metric, name, per, way, steps } = criterion;
  const unit =
    metric === 'business' ? { en: `, ${currency ?? reporting}`, fr: `, ${currency ?? reporting}` } : '';
  const phrases = steps.map(({ at, isOver, points }) =>
    inAll(
      text(way === 'proportional' ? words.inProportion : isOver ? words.over : words.step, {
        at: figurePhrase(at),
        points: figurePhrase(points),
      }),
    ),
  );
  const all = way === 'at-most' ? [...phrases, words.more] : phrases;
  const list = (lang: Lang) => all.map((phrase) => phrase[lang]).join(', ');
  return text(words.steps, { name, per: perWords[per], unit, list: { en: list('en'), fr: list('fr') } });
}

/** `2 more referrals by 2026-12-31: +5`. */
export function nextText(
  { metric, name }: Criterion,
  { needed, by, gain }: NextStep,
  currency: string,
): Text {
  const { label, more } = scoreMetricOf(metric);
  const params = { by: { day: by }, gain: pointsPhrase(gain) };
  const said =
    needed === undefined
      ? text(words.wait, { ...params, none: more?.[0] ?? label })
      : needed === 0
        ? text(words.byItself, { ...params, name: label })
        : more === undefined
          ? text(words.money, { ...params, amount: moneyIn(currency)(needed) })
          : text(words.needed, { ...params, more: countPhrase(needed, more) });
  // A criterion with a name of its own may count but some of what its metric does.
  return name.en === label.en && name.fr === label.fr ? said : joined([text(words.named, { name }), said]);
}

/** The colours of a scheme: `green from 70, amber from 50`. */
export function bandsText({ bands }: Scheme): Text {
  const list = (lang: Lang) =>
    bands
      .map(
        ({ name, from }) => `${bandPhrase(name)[lang]} ${words.from[lang]} ${formatNumber(from, lang, 0, 6)}`,
      )
      .join(', ');
  return text(words.bands, { list: { en: list('en'), fr: list('fr') } });
}

/** A colour by its name in every language, or as the scheme has it. */
export function bandPhrase(name: string): Phrase {
  return knownBands[name.toLowerCase()]?.name ?? { en: name, fr: name };
}

/** A colour as a cell, in the colour it names where that means something. */
export function bandCell(name: string | undefined): NamedCell | null {
  if (name === undefined) return null;
  return { key: name, name, ...knownBands[name.toLowerCase()] };
}

const knownBands: Readonly<Record<string, Omit<NamedCell, 'key'> & { name: Phrase }>> = {
  green: { name: { en: 'green', fr: 'vert' }, tone: 'good' },
  amber: { name: { en: 'amber', fr: 'orange' }, tone: 'warning' },
  yellow: { name: { en: 'yellow', fr: 'jaune' }, tone: 'warning' },
  red: { name: { en: 'red', fr: 'rouge' }, tone: 'bad' },
  grey: { name: { en: 'grey', fr: 'gris' }, tone: 'quiet' },
};

const perWords: Readonly<Record<ScorePer, Phrase>> = {
  week: { en: 'a week', fr: 'par semaine' },
  '4 weeks': { en: 'every 4 weeks', fr: 'par 4 semaines' },
  month: { en: 'a month', fr: 'par mois' },
  window: { en: 'in all', fr: 'en tout' },
};

const words = {
  steps: { en: '{name}, {per}{unit}: {list}', fr: '{name}, {per}{unit} : {list}' },
  step: { en: '{at}\u00a0→\u00a0{points}', fr: '{at}\u00a0→\u00a0{points}' },
  over: { en: 'above {at}\u00a0→\u00a0{points}', fr: 'plus de {at}\u00a0→\u00a0{points}' },
  inProportion: {
    en: '{at}\u00a0→\u00a0{points}, in proportion below',
    fr: '{at}\u00a0→\u00a0{points}, en proportion au-dessous',
  },
  more: { en: 'more\u00a0→\u00a00', fr: 'plus\u00a0→\u00a00' },
  bands: { en: 'Colours: {list}', fr: 'Couleurs : {list}' },
  from: { en: 'from', fr: 'dès' },
  needed: { en: '{more} by {by}: +{gain}', fr: '{more} d’ici au {by} : +{gain}' },
  money: {
    en: '{amount} more of business by {by}: +{gain}',
    fr: '{amount} d’affaires de plus d’ici au {by} : +{gain}',
  },
  wait: { en: '{none} until {by}: +{gain}', fr: '{none} d’ici au {by} : +{gain}' },
  byItself: {
    en: '{name}, nothing more by {by}: +{gain}',
    fr: '{name}, rien de plus d’ici au {by} : +{gain}',
  },
  named: { en: '{name}:', fr: '{name} :' },
} satisfies Record<string, Phrase>;
