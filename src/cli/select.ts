import {
  type AttributionModel,
  type AttributionOptions,
  attributionDefaults,
  attributionModels,
} from '../measure/attribution.ts';
import { byGroup, type Dimension, dimensions, none } from '../measure/dimensions.ts';
import { type Metric, metricOf, metricSets, metrics } from '../measure/metrics.ts';
import type { Ledger } from '../model/ledger.ts';
import { foldName, nearest } from '../model/names.ts';
import type { Entry } from '../model/schema.ts';
import { type Phrase, text } from '../model/text.ts';
import type { Options } from './command.ts';
import { exit, Failure, nearHint, usageFailure } from './failure.ts';
import { columnWords } from './options.ts';

/** What `--group`, `--member` and `--tag` leave to be counted. */
export interface Selection {
  /** Keys of groups; undefined for all. */
  readonly groups: ReadonlySet<string> | undefined;
  readonly isCounted: ((entry: Entry) => boolean) | undefined;
}

/** The selection of the options; a name that is not in the journal is a failure of it. */
export function selectionFrom(options: Options, ledger: Ledger): Selection {
  const { groups, members } = ledger.settings;
  const found = (field: 'member' | 'tags') => distinct(ledger.entries.flatMap((entry) => entry[field] ?? []));
  const groupNames = [...ledger.groupKeys, none].map((key) => ({ key, name: groups.get(key)?.name ?? key }));
  const memberKeys = distinct([...members.keys(), ...found('member')]);
  const memberNames = memberKeys.map((key) => ({ key, name: members.get(key)?.name ?? key }));
  const selected = matching(options['member'], memberNames, words.noMember);
  const tags = matching(
    options['tag'],
    found('tags').map((key) => ({ key, name: key })),
    words.noTag,
  );
  const isCounted = (entry: Entry) =>
    (!selected || (entry.member !== undefined && selected.has(entry.member))) &&
    (!tags || (entry.tags ?? []).some((tag) => tags.has(tag)));
  return {
    groups: matching(options['group'], groupNames, words.noGroup),
    isCounted: selected || tags ? isCounted : undefined,
  };
}

const distinct = (values: readonly string[]) => [...new Set(values)];

/** The keys of the things that patterns name, by key or name; undefined where there is no pattern. */
function matching(
  patterns: Options[string],
  things: readonly { readonly key: string; readonly name: string }[],
  missing: Phrase,
): ReadonlySet<string> | undefined {
  if (!Array.isArray(patterns)) return undefined;
  const keys = things.map(({ key }) => key).filter((key) => key !== none);
  return new Set(
    patterns.flatMap((pattern: string) => {
      const isMatch = matcherOf(pattern);
      const found = things.filter(({ key, name }) => isMatch(key) || isMatch(name));
      if (found.length > 0) return found.map(({ key }) => key);
      throw new Failure(
        exit.journal,
        text(missing, { name: pattern }),
        nearHint(nearest(pattern, keys), keys),
      );
    }),
  );
}

/** Whether a name is the pattern, `*` standing for any text; compared as names are. */
function matcherOf(pattern: string): (name: string) => boolean {
  const [first = '', ...others] = foldName(pattern).split('*');
  const last = others.pop();
  return (name) => {
    const folded = foldName(name);
    if (last === undefined) return folded === first;
    if (!folded.startsWith(first) || folded.length < first.length + last.length || !folded.endsWith(last))
      return false;
    // What stands between is sought from left to right: the first place a part fits is as good as any.
    const end = folded.length - last.length;
    let at = first.length;
    return others.every((part) => {
      const found = folded.indexOf(part, at);
      at = found + part.length;
      return found >= 0 && at <= end;
    });
  };
}

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
    if (typeof value === 'string' && /^[1-9]\d{0,4}$/.test(value)) return Number(value);
    throw usageFailure(words.noDays, {
      option: name === 'lookback' ? '--lookback' : '--half-life',
      value: String(value),
    });
  };
  return {
    attribution: other ?? chosen(asked, attributionModels, words.noModel, others),
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

/** Refuses options that make no sense together. */
export function refuseTogether(options: Options, pairs: readonly (readonly [string, string])[]): void {
  for (const [option, other] of pairs) {
    const isGiven = (name: string) => options[name] !== undefined && options[name] !== false;
    if (isGiven(option) && isGiven(other))
      throw usageFailure(words.alone, { option: `--${option}`, other: `--${other}` });
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
  noMember: {
    en: 'no member "{name}" is in the journal',
    fr: 'aucun membre « {name} » n’est dans le journal',
  },
  noTag: { en: 'no tag "{name}" is in the journal', fr: 'aucune étiquette « {name} » n’est dans le journal' },
  noBy: { en: '--by cannot be "{name}"', fr: '--by ne peut pas être « {name} »' },
  noVersus: { en: '--vs cannot be "{name}"', fr: '--vs ne peut pas être « {name} »' },
  noModel: {
    en: 'no attribution model is called "{name}"',
    fr: 'aucun modèle d’attribution ne s’appelle « {name} »',
  },
  noDays: {
    en: '{option} takes a number of days from 1, not "{value}"',
    fr: '{option} demande un nombre de jours à partir de 1, pas « {value} »',
  },
  alone: { en: '{option} cannot go with {other}', fr: '{option} ne va pas avec {other}' },
  noGroup: { en: 'no group "{name}" is in the journal', fr: 'aucun groupe « {name} » n’est dans le journal' },
  noMetric: { en: 'no metric is called "{id}"', fr: 'aucun indicateur ne s’appelle « {id} »' },
  noColumns: { en: '--columns names no metric', fr: '--columns ne nomme aucun indicateur' },
} satisfies Record<string, Phrase>;
