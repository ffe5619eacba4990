import { none } from '../measure/dimensions.ts';
import type { Cell, Column, NamedCell, Section } from '../model/report.ts';
import { inAll, type Phrase, text } from '../model/text.ts';
import { visible } from '../model/visible.ts';
import { columnOf, nameOf, totalName } from './rows.ts';
import { figureIn, type Key, type PeriodFacts, type TrendFacts } from './trend-facts.ts';
import { periodLabel, stepWords } from './trend-words.ts';

/** The rows of a metric that are shown: groups and members always, others and `(none)` where they count any of it. */
export function keysFor(facts: TrendFacts, metric: number, hasTotal: boolean): Key[] {
  const isSome = (key: string) =>
    facts.shown.some(({ figures }) => (figureIn(figures[metric], key) ?? 0) !== 0);
  const keys = facts.keys.filter((key) => (facts.by.isShown && key !== none) || isSome(key));
  // What one row has is the total.
  return hasTotal && keys.length !== 1 ? [...keys, undefined] : keys;
}

/** What a row is called: a group's name, `Total`. */
export function rowName({ by, ledger }: TrendFacts, key: Key): NamedCell {
  return key === undefined ? totalName : nameOf(key, by, ledger);
}

/** A row's name as a heading has it, or a sentence. */
export function nameWords(facts: TrendFacts, key: Key): Phrase {
  const { name } = rowName(facts, key);
  return typeof name === 'string' ? { en: visible(name), fr: visible(name) } : name;
}

/** Names one after the other. */
export function listed(names: readonly Phrase[]): Phrase {
  return { en: names.map(({ en }) => en).join(' · '), fr: names.map(({ fr }) => fr).join(' · ') };
}

/** What a metric is called: `Revenue`, `Revenue, 12 rolling months`. */
export function metricWords({ metrics, rolling }: TrendFacts, metric: number): Phrase {
  const label = metrics[metric]?.label ?? { en: '', fr: '' };
  return rolling === undefined ? label : inAll(text(words.rolling, { label, months: rolling }));
}

/** A metric over time: a line a period, a column a row, the total last. */
export function periodSection(facts: TrendFacts, at: number, keys: readonly Key[]): Section {
  const columns = keys.map((key, i): Column => {
    const { keep: _, ...figure } = figureColumn(facts, at);
    // A column is not called by what stands in a journal: a group may be named as a column that means more.
    const column = { ...figure, id: `row${i}`, label: nameWords(facts, key) };
    return key === undefined ? { ...column, keep: 'always' } : column;
  });
  return {
    title: text(metricWords(facts, at)),
    table: {
      columns: [periodColumn(facts), ...columns],
      rows: facts.shown.map((period) => [
        labelCell(period, facts),
        ...keys.map((key) => valueCell(period, at, key, facts)),
      ]),
    },
  };
}

/** The only row of the only metric over time, in more detail: with bars on a scale from zero where they can be drawn. */
export function singleSection(facts: TrendFacts, key: Key, hasBars: boolean): Section {
  const figure = figureColumn(facts, 0);
  const isRolling = facts.rolling !== undefined;
  const isShare = figure.unit === 'share';
  const columns: Column[] = [
    periodColumn(facts),
    { ...figure, keep: 'always' },
    ...(hasBars ? [{ id: 'bar', label: words.bar, unit: 'bar', keep: 'always' } as const] : []),
    ...(isRolling ? [] : [{ ...figure, id: 'year', label: words.year, keep: 'long' } as const]),
    { ...figure, id: 'moved', label: words.moved, unit: isShare ? 'points' : 'change', keep: 'long' },
  ];
  const rows = facts.shown.map((period): Cell[] => {
    const value = valueCell(period, 0, key, facts);
    const year = period.yearFigures ? figureIn(period.yearFigures[0], key) : null;
    return [
      labelCell(period, facts),
      value,
      ...(hasBars ? [value] : []),
      ...(isRolling ? [] : [year]),
      changeCell(period, 0, key, facts),
    ];
  });
  const title = text(words.single, { metric: metricWords(facts, 0), row: nameWords(facts, key) });
  return { title, table: { columns, rows } };
}

/** A period's change against the same days a year before; undefined where the row was not there all the time. */
export function changeCell(
  { changes, yearBefore, period }: PeriodFacts,
  metric: number,
  key: Key,
  facts: TrendFacts,
): number | null {
  if (!yearBefore || !facts.hasBegun(key, { ...period, from: yearBefore.from })) return null;
  return figureIn(changes?.[metric], key);
}

/** A value; a blank where the row was not there to have one. */
function valueCell(period: PeriodFacts, metric: number, key: Key, { by }: TrendFacts): Cell {
  const isAbsent = key !== undefined && by.isShown !== undefined && !period.keys.has(key);
  return isAbsent ? '' : figureIn(period.figures[metric], key);
}

function labelCell(period: PeriodFacts, { ledger }: TrendFacts): NamedCell {
  const name = periodLabel(period, ledger);
  return { key: name.en, name };
}

export function figureColumn({ metrics }: TrendFacts, at: number): Column {
  const metric = metrics[at];
  if (!metric) throw new RangeError(`no metric ${at}`);
  return columnOf(metric);
}

function periodColumn({ step }: TrendFacts): Column {
  // Like a day, and unlike a name, a period is never cut short: its mark is at its end.
  return { id: 'period', label: stepWords[step].head, unit: 'day', keep: 'always' };
}

const words = {
  rolling: { en: '{label}, rolling {months} months', fr: '{label}, {months} mois glissants' },
  single: { en: '{metric}: {row}', fr: '{metric} : {row}' },
  bar: { en: '', fr: '' },
  year: { en: '12 months', fr: '12 mois' },
  moved: { en: 'on a year before', fr: 'sur un an' },
} satisfies Record<string, Phrase>;
