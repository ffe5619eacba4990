import type { Trend } from '../measure/trend-test.ts';
import type { Cell, Column, Section } from '../model/report.ts';
import { inAll, type Phrase, speak, type Text, text } from '../model/text.ts';
import { keyColumn } from './rows.ts';
import { figureIn, type Key, leastTested, type TrendFacts } from './trend-facts.ts';
import { figureColumn, listed, metricWords, nameWords, rowName } from './trend-tables.ts';
import { finding, stepWords } from './trend-words.ts';

/** How a metric moves: a row a group with its last months against those before, its slope and its line; then its direction in words. */
export function movesSection(facts: TrendFacts, at: number, keys: readonly Key[]): Section {
  const lines = keys.map((key) => lineOf(facts, at, key));
  const isTotalLast = keys.length > 1 && keys.at(-1) === undefined;
  const total = isTotalLast ? lines.at(-1) : undefined;
  return {
    title: text(words.title, { metric: metricWords(facts, at) }),
    table: {
      columns: columnsOf(facts, at),
      rows: total ? lines.slice(0, -1) : lines,
      ...(total ? { total } : {}),
    },
    prose: sentences(facts, at, keys),
  };
}

function columnsOf(facts: TrendFacts, at: number): Column[] {
  const { keep: _, ...figure } = figureColumn(facts, at);
  const { step, latest } = facts;
  const isShare = figure.unit === 'share';
  const months = String(latest?.months ?? 12);
  const fill = ({ en, fr }: Phrase) => ({ en: en.replace('#', months), fr: fr.replace('#', months) });
  return [
    keyColumn(facts.by),
    { ...figure, id: 'last', label: fill(words.last), keep: 'long' },
    { ...figure, id: 'earlier', label: fill(words.earlier) },
    { ...figure, id: 'moved', label: words.moved, unit: isShare ? 'points' : 'change' },
    ...(isTested(facts)
      ? [
          {
            ...figure,
            id: 'slope',
            label: stepWords[step].each,
            ...(isShare ? { unit: 'points' as const } : {}),
          },
        ]
      : []),
    { id: 'line', label: stepWords[step].heads, unit: 'series' },
  ];
}

function lineOf(facts: TrendFacts, at: number, key: Key): Cell[] {
  const { latest } = facts;
  // A row that joined within the months before is not compared with them.
  const hasBegun = latest !== undefined && facts.hasBegun(key, latest.before);
  return [
    rowName(facts, key),
    figureIn(latest?.figures?.[at], key),
    figureIn(latest?.earlier?.[at], key),
    hasBegun ? figureIn(latest.changes?.[at], key) : null,
    ...(isTested(facts) ? [slopeOf(facts, at, key)] : []),
    { series: facts.seriesOf(at, key) },
  ];
}

/** The slope a period; undefined where there are too few values to test. */
export function slopeOf(facts: TrendFacts, at: number, key: Key): number | null {
  const trend = facts.directionOf(at, key);
  return trend && isEnough(trend, facts) ? (trend.slope ?? null) : null;
}

/** Whether a series has as many values as a test needs. */
export function isEnough({ count }: Trend, { step }: TrendFacts): boolean {
  const least = leastTested[step];
  return least !== undefined && count >= least;
}

/** Whether directions are sought at all. */
export function isTested({ step, rolling }: TrendFacts): boolean {
  return leastTested[step] !== undefined && rolling === undefined;
}

/** The direction of each row; those of which there is nothing to say yet stand together. */
function sentences(facts: TrendFacts, at: number, keys: readonly Key[]): Text[] {
  const said = new Map<string, { says: Text; names: Phrase[] }>();
  for (const key of keys) {
    const trend = facts.directionOf(at, key);
    if (!trend) continue;
    const says = finding(trend, facts.step);
    const id = trend.variance > 0 && isEnough(trend, facts) ? `row ${key}` : speak(says, 'en');
    const names = said.get(id)?.names ?? [];
    said.set(id, { says, names: [...names, nameWords(facts, key)] });
  }
  const isOne = said.size === 1 && keys.length > 1;
  return [...said.values()].map(({ says, names }) =>
    text(words.sentence, { names: isOne ? words.all : listed(names), finding: inAll(says) }),
  );
}

const words = {
  title: { en: '{metric}: how it moves', fr: '{metric} : l’évolution' },
  last: { en: 'last # months', fr: '# derniers mois' },
  earlier: { en: 'the # before', fr: 'les # d’avant' },
  moved: { en: 'change', fr: 'écart' },
  all: { en: 'All', fr: 'Tous' },
  sentence: { en: '{names}: {finding}.', fr: '{names} : {finding}.' },
} satisfies Record<string, Phrase>;
