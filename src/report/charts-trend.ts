import { none } from '../measure/dimensions.ts';
import type { PanelsChart } from '../model/chart.ts';
import { inAll, type Phrase, text } from '../model/text.ts';
import { type PanelLine, panelsOf } from './charts-time.ts';
import { figureIn, type Key, type PeriodFacts, type TrendFacts } from './trend-facts.ts';
import { figureColumn, metricWords, nameWords, rowName } from './trend-tables.ts';
import { stepWords } from './trend-words.ts';

/**
 * The rolling 12 months (or those of `--rolling`) of a metric at the end of each period: the total, and the rows as
 * small multiples. Where a journal is too young for two such ends, the periods themselves.
 */
export function chartsOfTrend(facts: TrendFacts, at: number, keys: readonly Key[]): PanelsChart[] {
  const rows = keys.filter((key) => key !== undefined);
  const sets: readonly (readonly Key[])[] = rows.length === keys.length ? [rows] : [[undefined], rows];
  return sets.flatMap((set) => panelsOfKeys(facts, at, set) ?? []);
}

function panelsOfKeys(facts: TrendFacts, at: number, keys: readonly Key[]): PanelsChart | undefined {
  const { periods, rolling, step, ledger } = facts;
  const { label, unit } = figureColumn(facts, at);
  const ends = periods.map(({ period }) => period.to);
  const drawn = (title: Phrase, figure: (period: PeriodFacts, key: Key) => number | null) => {
    const lines = keys.map(
      (key): PanelLine => ({
        of: rowName(facts, key),
        values: periods.map((period) => (isAbsent(period, key, facts) ? null : figure(period, key))),
      }),
    );
    const [only] = keys;
    const name =
      keys.length === 1 ? inAll(text(words.single, { title, row: nameWords(facts, only) })) : title;
    const options = { title: text(name), value: { label, unit }, currency: ledger.settings.currency };
    return panelsOf(options, ends, lines);
  };
  const own = ({ figures, state }: PeriodFacts, key: Key) =>
    state === 'before' || state === 'short' ? null : figureIn(figures[at], key);
  if (rolling !== undefined) return drawn(metricWords(facts, at), own);
  return (
    drawn(inAll(text(words.year, { label })), ({ yearFigures }, key) => figureIn(yearFigures?.[at], key)) ??
    drawn(inAll(text(words.each, { label, each: stepWords[step].each })), own)
  );
}

/** Whether a group was not there to have a value: as the table of periods has it. */
function isAbsent({ keys }: PeriodFacts, key: Key, { by }: TrendFacts): boolean {
  return key !== undefined && key !== none && by.isShown !== undefined && !keys.has(key);
}

const words = {
  single: { en: '{title}: {row}', fr: '{title} : {row}' },
  year: { en: '{label}, rolling 12 months', fr: '{label}, 12 mois glissants' },
  each: { en: '{label} {each}', fr: '{label} {each}' },
} satisfies Record<string, Phrase>;
