import {
  type Criterion,
  type ScoreSpan,
  type ScoreWay,
  type Step,
  scoreMetricOf,
  scoreMetrics,
  scorePers,
  scoreWays,
} from '../model/scheme.ts';
import type { Phrase } from '../model/text.ts';
import type { RawMap, RawNode } from './raw.ts';
import { fault, isFault, readChoice } from './scalars.ts';
import {
  type Blame,
  firstOf,
  type KeyOf,
  phraseOf,
  plainNumber,
  readRecord,
  textOf,
} from './scheme-values.ts';
import { quoted } from './setting-values.ts';

/** Reads one criterion; undefined where it cannot be counted. */
export function readCriterion(
  node: RawNode,
  window: ScoreSpan | undefined,
  blame: Blame,
): Criterion | undefined {
  const found = readRecord(node, words.criterion, criterionKeys, blame);
  if (!found) return undefined;
  const chosen = <T extends string>(key: 'metric' | 'per', choices: readonly T[]): T | undefined => {
    const value = textOf(found[key], key, blame);
    if (found[key] === undefined || value === undefined) return undefined;
    const choice = readChoice(value, key, choices);
    if (isFault(choice)) blame(choice, found[key]);
    return choices.find((each) => each === choice);
  };
  // A month has no whole number of weeks.
  const pers = window?.unit === 'week' ? scorePers.filter((each) => each !== 'month') : scorePers;
  const metricId = chosen(
    'metric',
    scoreMetrics.map(({ id }) => id),
  );
  const per = chosen('per', pers);
  const metric = metricId && scoreMetricOf(metricId);
  const name = phraseOf(found.name, 'name', blame);
  const kinds = kindsOf(found.kinds, blame);
  const ways = scoreWays.filter((way) => found[way] !== undefined);
  const [way, another] = ways;
  if (way === undefined) {
    const field = metric?.good === 'less' ? 'at-most' : 'at-least';
    if (node.kind === 'map' && !isMisspelled(node))
      blame(
        fault('missing-field', { what: words.criterion, field, help: criterionKeys[field].help }),
        firstOf(node),
      );
    return undefined;
  }
  const keyOf = (wanted: ScoreWay): RawNode =>
    (node.kind === 'map' && node.pairs.find(({ key }) => key.text === wanted)?.key) || node;
  if (another)
    blame(fault('unknown-key', { what: words.with[way], key: another, keys: way }), keyOf(another));
  if (metric && (metric.good === 'less') !== (way === 'at-most'))
    blame(
      fault('unknown-key', {
        what: metric.good === 'less' ? words.bad : words.good,
        key: way,
        keys: metric.good === 'less' ? 'at-most' : 'at-least, proportional',
      }),
      keyOf(way),
    );
  const steps = stepsOf(found[way] ?? node, way, blame);
  if (!metric || steps.length === 0) return undefined;
  return {
    key: metric.id,
    metric: metric.id,
    name: name ?? metric.label,
    per: per ?? 'window',
    way,
    steps,
    kinds,
  };
}

/** Whether a key is unknown, which is told already: it may be the one that is missing. */
function isMisspelled(node: RawMap): boolean {
  return node.pairs.some(({ key }) => !Object.hasOwn(criterionKeys, key.text));
}

function kindsOf(node: RawNode | undefined, blame: Blame): readonly string[] | undefined {
  if (node === undefined) return undefined;
  const items = node.kind === 'list' ? node.items : [node];
  const kinds = items.flatMap((item) => (item.kind === 'scalar' ? [item.text.trim()] : []));
  if (kinds.length === items.length) return kinds;
  blame(fault('not-a-list', { what: quoted('kinds') }), node);
  return undefined;
}

/** Thresholds to points: each further than the one before, for more points (for fewer with `at-most`). */
function stepsOf(node: RawNode, way: ScoreWay, blame: Blame): readonly Step[] {
  if (node.kind !== 'map' || node.pairs.length === 0) {
    blame(fault('not-a-mapping', { what: quoted(way) }), node);
    return [];
  }
  const steps: Step[] = [];
  for (const { key, value } of node.pairs) {
    const before = steps.at(-1);
    const [, over, figure = ''] = /^(>?)\s*(.*)$/.exec(key.text.trim()) ?? [];
    const at = plainNumber({ ...key, text: figure });
    const isOver = over === '>';
    const field = key.text;
    if (at === undefined || (isOver && way !== 'at-least') || (at === 0 && way === 'proportional')) {
      const range =
        way === 'proportional' ? words.aboveZero : way === 'at-least' ? words.orOver : words.fromZero;
      blame(fault('bad-number', { field, range }), key);
      continue;
    }
    if (before && !(at > before.at || (at === before.at && isOver && !before.isOver))) {
      blame(fault('bad-number', { field, range: beyond(words.above, before.at) }), key);
      continue;
    }
    const points = plainNumber(value);
    const isFalling = way === 'at-most';
    if (points === undefined || points === 0)
      blame(fault('bad-number', { field: words.points.en, range: words.aboveZero }), value);
    else if (before && (isFalling ? points >= before.points : points <= before.points))
      blame(
        fault('bad-number', {
          field: words.points.en,
          range: beyond(isFalling ? words.below : words.above, before.points),
        }),
        value,
      );
    else steps.push({ at, isOver, points });
  }
  const [, second] = node.pairs;
  if (way === 'proportional' && second) blame(fault('not-a-value', { field: way }), second.key);
  return steps;
}

function beyond({ en, fr }: Phrase, limit: number): Phrase {
  return { en: `${en} ${limit}`, fr: `${fr} ${limit}` };
}

const words = {
  criterion: { en: 'a criterion', fr: 'un critère' },
  good: { en: 'a criterion of which more is better', fr: 'un critère dont plus vaut mieux' },
  bad: { en: 'a criterion of which less is better', fr: 'un critère dont moins vaut mieux' },
  points: { en: 'points', fr: 'points' },
  above: { en: ' above', fr: ' au-dessus de' },
  below: { en: ' below', fr: ' au-dessous de' },
  aboveZero: { en: ' above 0', fr: ' au-dessus de 0' },
  fromZero: { en: ' from 0, with at most 6 decimals', fr: ' à partir de 0, à 6 décimales au plus' },
  orOver: {
    en: ' from 0, with at most 6 decimals, or one after ">"',
    fr: ' à partir de 0, à 6 décimales au plus, ou un tel nombre après « > »',
  },
  with: {
    'at-least': { en: 'a criterion with "at-least"', fr: 'un critère avec « at-least »' },
    'at-most': { en: 'a criterion with "at-most"', fr: 'un critère avec « at-most »' },
    proportional: { en: 'a criterion with "proportional"', fr: 'un critère avec « proportional »' },
  },
} satisfies Record<string, Phrase | Record<ScoreWay, Phrase>>;

const criterionKeys = {
  metric: { required: true, help: { en: 'what is counted', fr: 'ce qui est compté' } },
  name: { help: { en: 'its name for people', fr: 'son nom en clair' } },
  per: {
    help: {
      en: 'the average it is: week, 4 weeks, month; window: the sum',
      fr: 'la moyenne : week, 4 weeks, month ; window : la somme',
    },
  },
  kinds: { help: { en: 'kinds of activity that count', fr: 'les sortes d’activité qui comptent' } },
  'at-least': {
    help: {
      en: 'thresholds and points: { 0.5: 5, 1: 10 }',
      fr: 'des seuils et leurs points : { 0.5: 5, 1: 10 }',
    },
  },
  'at-most': {
    help: {
      en: 'thresholds and points: { 0: 10, 1: 5 }',
      fr: 'des seuils et leurs points : { 0: 10, 1: 5 }',
    },
  },
  proportional: {
    help: {
      en: 'what gives all points, and how many: { 1: 20 }',
      fr: 'ce qui donne tous les points, et combien : { 1: 20 }',
    },
  },
} satisfies Record<string, KeyOf>;
