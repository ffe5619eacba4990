import { byGroup } from '../measure/dimensions.ts';
import type { GroupSignal } from '../measure/signals/signals.ts';
import { meanReturn, quantileOf } from '../measure/signals/value.ts';
import type { RangesChart } from '../model/chart.ts';
import type { Ledger } from '../model/ledger.ts';
import { toMajor } from '../model/money.ts';
import type { NamedCell } from '../model/report.ts';
import { inAll, joined, type Phrase, type Text, text } from '../model/text.ts';
import { aboutPhrase } from './amounts.ts';
import { nameWithin } from './charts-words.ts';
import { nameOf } from './rows.ts';
import { verdictCell } from './verdict-cell.ts';

/** A group's range in minor units an hour. */
interface Range {
  readonly of: NamedCell;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly mark: number | null;
}

/**
 * What an hour of each group returns, as a range of 80 %, against the group's bar. Groups without figures are left
 * out and named in the sentence; undefined where there is none with figures.
 */
export function rangesOfSignals(signals: readonly GroupSignal[], ledger: Ledger): RangesChart | undefined {
  const { currency } = ledger.settings;
  const ranges = signals.flatMap(({ key, now }): Range[] => {
    const { hour } = now.group;
    if (!hour) return [];
    const of = { ...nameOf(key, byGroup, ledger), tone: verdictCell(now.verdict).tone ?? 'quiet' };
    const [low, high] = [quantileOf(0.1, hour), quantileOf(0.9, hour)];
    return [{ of, low, middle: meanReturn(hour), high, mark: now.bar ?? null }];
  });
  if (ranges.length === 0) return undefined;
  const left = signals.filter(({ now }) => !now.group.hour);
  const major = (minor: number) => toMajor(minor, currency);
  return {
    kind: 'ranges',
    title: text(words.title),
    says: joined([
      ...saysOf(ranges, currency),
      ...(left.length > 0
        ? [
            text(words.left, {
              names: listOf(left.map(({ key }) => nameOf(key, byGroup, ledger)).map(nameWithin)),
            }),
          ]
        : []),
    ]),
    value: { label: words.value, unit: 'money-per' },
    mark: words.bar,
    rows: ranges.map(({ of, low, middle, high, mark }) => ({
      of,
      low: major(low),
      middle: major(middle),
      high: major(high),
      mark: mark === null ? null : major(mark),
    })),
  };
}

/** Where each range stands to its bar: wholly above, wholly below, across it, or with none. */
function saysOf(ranges: readonly Range[], currency: string): Text[] {
  const kinds = [
    { phrase: words.above, isOf: ({ low, mark }: Range) => mark !== null && low > mark },
    { phrase: words.below, isOf: ({ high, mark }: Range) => mark !== null && high < mark },
    {
      phrase: words.across,
      isOf: ({ low, high, mark }: Range) => mark !== null && low <= mark && high >= mark,
    },
    { phrase: words.noBar, isOf: ({ mark }: Range) => mark === null },
  ];
  const about = (minor: number) => aboutPhrase(minor, currency);
  const said = ({ of, low, high, mark }: Range) =>
    inAll(
      text(mark === null ? words.range : words.rangeAndBar, {
        name: nameWithin(of),
        low: about(low),
        high: about(high),
        bar: about(mark ?? 0),
      }),
    );
  return kinds.flatMap(({ phrase, isOf }) => {
    const found = ranges.filter(isOf);
    return found.length > 0 ? [text(phrase, { names: listOf(found.map(said)) })] : [];
  });
}

function listOf(names: readonly Phrase[]): Phrase {
  return { en: names.map(({ en }) => en).join('; '), fr: names.map(({ fr }) => fr).join(' ; ') };
}

const words = {
  title: { en: 'What an hour returns, against the bar', fr: 'Ce que rapporte une heure, face à la barre' },
  value: { en: 'Return / hour, 80% range', fr: 'Retour / heure, fourchette à 80 %' },
  bar: { en: 'Bar', fr: 'Barre' },
  above: { en: 'Wholly above the bar: {names}.', fr: 'Entièrement au-dessus de la barre : {names}.' },
  below: { en: 'Wholly below it: {names}.', fr: 'Entièrement au-dessous : {names}.' },
  across: { en: 'Across it, so not sure: {names}.', fr: 'À cheval sur la barre, donc pas sûr : {names}.' },
  noBar: { en: 'Without a bar: {names}.', fr: 'Sans barre : {names}.' },
  range: { en: '{name} ({low} to {high})', fr: '{name} (de {low} à {high})' },
  rangeAndBar: { en: '{name} ({low} to {high}, bar {bar})', fr: '{name} (de {low} à {high}, barre {bar})' },
  left: { en: 'Left out, without figures yet: {names}.', fr: 'Omis, encore sans chiffres : {names}.' },
} satisfies Record<string, Phrase>;
