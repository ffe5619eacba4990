import type { Measure, PanelsChart } from '../model/chart.ts';
import type { Day } from '../model/day.ts';
import type { NamedCell } from '../model/report.ts';
import { joined, type Phrase, type Text, text } from '../model/text.ts';
import { figurePhrase, nameWithin } from './charts-words.ts';

/** One row over time: a value an end, null where it has none. Money in major units, time in hours. */
export interface PanelLine {
  readonly of: NamedCell;
  readonly values: readonly (number | null)[];
}

export interface PanelsOptions {
  readonly title: Text;
  readonly value: Measure;
  readonly currency: string;
}

/**
 * Rows over time as small multiples on one scale. Ends before the first value of any are left out, and rows without
 * a value; undefined where fewer than two ends are left.
 */
export function panelsOf(
  { title, value, currency }: PanelsOptions,
  ends: readonly Day[],
  lines: readonly PanelLine[],
): PanelsChart | undefined {
  const panels = lines.filter(({ values }) => values.some((each) => each !== null));
  const first = ends.findIndex((_, i) => panels.some(({ values }) => (values[i] ?? null) !== null));
  const shown = first < 0 ? [] : ends.slice(first);
  if (shown.length < 2) return undefined;
  const cut = panels.map(({ of, values }) => ({
    of,
    values: shown.map((_, i) => values[first + i] ?? null),
  }));
  return {
    kind: 'panels',
    title,
    says: saysOf(cut, shown, value, currency),
    value,
    ends: shown,
    panels: cut,
    isOneScale: true,
  };
}

/** The highest and the lowest at the last end, each with where it began. */
function saysOf(
  panels: PanelsChart['panels'],
  ends: readonly Day[],
  { unit }: Measure,
  currency: string,
): Text {
  const known = panels.flatMap(({ of, values }) => {
    const last = values.at(-1) ?? null;
    const from = values.findIndex((each) => each !== null);
    return last === null ? [] : [{ of, last, from, first: values[from] ?? last }];
  });
  const ranked = known.sort((a, b) => b.last - a.last);
  const [most, least] = [ranked[0], ranked.at(-1)];
  const day = { day: ends.at(-1) ?? 0 };
  if (!most || !least) return text(words.none, { day });
  const params = ({ of, last, from, first }: typeof most) => ({
    day,
    name: nameWithin(of),
    last: figurePhrase(last, unit, currency),
    first: figurePhrase(first, unit, currency),
    since: { day: ends[from] ?? 0 },
  });
  if (most === least) return text(words.only, params(most));
  return joined([text(words.most, params(most)), text(words.least, params(least))]);
}

const words = {
  none: { en: 'Nothing on {day}.', fr: 'Rien au {day}.' },
  only: {
    en: '{name}: {last} on {day}, {first} on {since}.',
    fr: '{name} : {last} au {day}, {first} au {since}.',
  },
  most: {
    en: 'Highest on {day}: {name}, {last} ({first} on {since}).',
    fr: 'Au plus haut au {day} : {name}, {last} ({first} au {since}).',
  },
  least: {
    en: 'Lowest: {name}, {last} ({first} on {since}).',
    fr: 'Au plus bas : {name}, {last} ({first} au {since}).',
  },
} satisfies Record<string, Phrase>;
