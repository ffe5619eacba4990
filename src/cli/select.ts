import {
  type AttributionModel,
  type AttributionOptions,
  attributionDefaults,
  attributionModels,
} from '../measure/attribution.ts';
import { byGroup, type Dimension, dimensions } from '../measure/dimensions.ts';
import { type Metric, metricOf, metricSets, metrics } from '../measure/metrics.ts';
import type { Ledger } from '../model/ledger.ts';
import { nearest } from '../model/names.ts';
import { earlierPeriod, type Period, partsOf } from '../model/period.ts';
import type { Phrase } from '../model/text.ts';
import type { Options } from './command.ts';
import { nearHint, usageFailure } from './failure.ts';
import { columnWords } from './options.ts';

/** The dimension of `--by`; groups where it is left out. */
export function dimensionFrom(options: Options): Dimension {
  return chosen(options['by'], dimensions, words.noBy) ?? byGroup;
}

/** What `--vs` takes. */
export const versusWays = [{ id: 'previous' }, { id: 'year' }] as const;

/** What `--vs` compares with, if anything. */
export function versusFrom(options: Options): 'previous' | 'year' | undefined {
  return chosen(options['vs'], versusWays, words.noVersus)?.id;
}

/** The model of `--attribution`, with its days; `all` where that is allowed. */
export function attributionFrom<T extends string = never>(
  options: Options,
  ...others: readonly T[]
): { attribution: AttributionModel | T | undefined; attributionOptions: AttributionOptions } {
  const asked = options['attribution'];
  const other = others.find((each) => each === asked);
  const days = (name: string, usual: number) => {
    const value = options[name];
    if (value === undefined) return usual;
    const least = name === 'lookback' ? 0 : 1;
    if (typeof value === 'string' && /^\d{1,5}$/.test(value) && Number(value) >= least) return Number(value);
    throw usageFailure(words.noDays, {
      option: name === 'lookback' ? '--lookback' : '--half-life',
      value: String(value),
      least,
    });
  };
  const attribution = other ?? chosen(asked, attributionModels, words.noModel, others);
  const isDecay = attribution === other || (typeof attribution === 'object' && attribution.id === 'decay');
  if (attribution === undefined && (options['lookback'] ?? options['halfLife']) !== undefined) {
    throw usageFailure(words.needsModel, {
      option: options['lookback'] === undefined ? '--half-life' : '--lookback',
    });
  }
  if (!isDecay && options['halfLife'] !== undefined) throw usageFailure(words.needsDecay);
  return {
    attribution,
    attributionOptions: {
      lookback: days('lookback', attributionDefaults.lookback),
      halfLife: days('halfLife', attributionDefaults.halfLife),
    },
  };
}

/** The thing of a table that an option names; undefined where it is left out. */
function chosen<T extends { readonly id: string }>(
  asked: Options[string],
  things: readonly T[],
  missing: Phrase,
  others: readonly string[] = [],
): T | undefined {
  if (asked === undefined) return undefined;
  const thing = things.find(({ id }) => id === asked);
  if (thing) return thing;
  const ids = [...things.map(({ id }) => id), ...others];
  throw usageFailure(missing, { name: String(asked) }, nearHint(nearest(String(asked), ids), ids));
}

/** Refuses a chart in a format that cannot hold one. */
export function refuseChart(options: Options, format: string): void {
  if (options['chart'] === true && format !== 'table') throw usageFailure(words.noChart);
}

/** The earlier period of `--vs`; refused where there is none, or where its parts do not match. */
export function versusPeriod(
  options: Options,
  period: Period,
  by: Dimension,
  { settings }: Ledger,
): Period | undefined {
  const how = versusFrom(options);
  if (!how) return undefined;
  if (
    String(options['period'] ?? '')
      .trim()
      .toLowerCase() === 'all'
  )
    throw usageFailure(words.noBefore);
  const earlier = earlierPeriod(period, how, settings.calendar);
  const count = (span: Period) => (by.step ? partsOf(span, by.step, settings.calendar).length : 0);
  if (by.step && count(earlier) !== count(period)) throw usageFailure(words.noParts, { by: by.id });
  return earlier;
}

/** Refuses options that make no sense together; `value` is said with the first of a pair. */
export function refuseTogether(
  options: Options,
  pairs: readonly (readonly [string, string])[],
  value?: string,
): void {
  for (const [option, other] of pairs) {
    const isGiven = (name: string) => options[name] !== undefined && options[name] !== false;
    if (isGiven(option) && isGiven(other))
      throw usageFailure(words.alone, {
        option: `--${option}${value ? ` ${value}` : ''}`,
        other: `--${other}`,
      });
  }
}

/** The metrics that `--columns` lists, sets spelled out, each once; undefined where nothing is asked. */
export function columnsFrom(options: Options): readonly Metric[] | undefined {
  const asked = options['columns'];
  if (typeof asked !== 'string') return undefined;
  const named = asked
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const ids = named.flatMap((word) => (Object.hasOwn(metricSets, word) ? (metricSets[word] ?? []) : [word]));
  if (ids.length === 0) throw usageFailure(words.noColumns, {}, nearHint(undefined, columnWords));
  return [...new Set(ids)].map((id) => metricNamed(id, columnWords));
}

/** The metric and direction of `--sort ID` or `--sort -ID`. */
export function sortFrom(options: Options): { metric: Metric; isFalling: boolean } | undefined {
  const asked = options['sort'];
  if (typeof asked !== 'string') return undefined;
  const isFalling = asked.startsWith('-');
  return {
    metric: metricNamed(
      isFalling ? asked.slice(1) : asked,
      metrics.map(({ id }) => id),
    ),
    isFalling,
  };
}

/** The metric of an id; the failure names the nearest. */
export function metricNamed(
  id: string,
  known: readonly string[] = metrics.map((metric) => metric.id),
): Metric {
  const metric = metricOf(id);
  if (metric) return metric;
  throw usageFailure(words.noMetric, { id }, nearHint(nearest(id, known), known));
}

const words = {
  noChart: { en: '--chart is for the table format', fr: '--chart est pour le format table' },
  noBefore: { en: '--vs has nothing to compare all with', fr: '--vs n’a rien à comparer à all' },
  noParts: {
    en: '--vs cannot go with --by {by} here: the two periods have not as many parts',
    fr: '--vs ne va pas ici avec --by {by} : les deux périodes n’ont pas autant de parties',
  },
  noBy: { en: '--by cannot be "{name}"', fr: '--by ne peut pas être « {name} »' },
  noVersus: { en: '--vs cannot be "{name}"', fr: '--vs ne peut pas être « {name} »' },
  noModel: {
    en: 'no attribution model is called "{name}"',
    fr: 'aucun modèle d’attribution ne s’appelle « {name} »',
  },
  noDays: {
    en: '{option} takes a number of days from {least}, not "{value}"',
    fr: '{option} demande un nombre de jours à partir de {least}, pas « {value} »',
  },
  needsModel: { en: '{option} needs an --attribution', fr: '{option} demande une --attribution' },
  needsDecay: {
    en: '--half-life is for --attribution decay',
    fr: '--half-life est pour --attribution decay',
  },
  alone: { en: '{option} cannot go with {other}', fr: '{option} ne va pas avec {other}' },
  noMetric: { en: 'no metric is called "{id}"', fr: 'aucun indicateur ne s’appelle « {id} »' },
  noColumns: { en: '--columns names no metric', fr: '--columns ne nomme aucun indicateur' },
} satisfies Record<string, Phrase>;
