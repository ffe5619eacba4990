import { type Metric, metricOf, metricSets, metrics } from '../measure/metrics.ts';
import { none } from '../measure/totals.ts';
import type { Ledger } from '../model/ledger.ts';
import { foldName, nearest } from '../model/names.ts';
import { type Phrase, text } from '../model/text.ts';
import type { Options } from './command.ts';
import { exit, Failure, nearHint, usageFailure } from './failure.ts';
import { columnWords } from './options.ts';

/** The keys of the groups that `--group` names (by key, name or pattern), or undefined for all. */
export function groupsFrom(options: Options, ledger: Ledger): ReadonlySet<string> | undefined {
  const patterns = (options['group'] ?? []) as readonly string[];
  if (patterns.length === 0) return undefined;
  const keys = [...ledger.groupKeys, none];
  return new Set(
    patterns.flatMap((pattern) => {
      const isMatch = matcherOf(pattern);
      const found = keys.filter(
        (key) => isMatch(key) || isMatch(ledger.settings.groups.get(key)?.name ?? key),
      );
      if (found.length > 0) return found;
      const near = nearest(pattern, ledger.groupKeys);
      throw new Failure(
        exit.journal,
        text(words.noGroup, { name: pattern }),
        nearHint(near, ledger.groupKeys),
      );
    }),
  );
}

/** Whether a name is the pattern, `*` standing for any text; compared as names are. */
function matcherOf(pattern: string): (name: string) => boolean {
  const parts = foldName(pattern)
    .split('*')
    .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`, 's');
  return (name) => expression.test(foldName(name));
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
  noGroup: { en: 'no group "{name}" is in the journal', fr: 'aucun groupe « {name} » n’est dans le journal' },
  noMetric: { en: 'no metric is called "{id}"', fr: 'aucun indicateur ne s’appelle « {id} »' },
  noColumns: { en: '--columns names no metric', fr: '--columns ne nomme aucun indicateur' },
} satisfies Record<string, Phrase>;
