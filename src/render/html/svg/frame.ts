import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Measure } from '../../../model/chart.ts';
import type { NamedCell } from '../../../model/report.ts';
import { formatNumber, type Lang } from '../../../model/text.ts';
import { visible } from '../../../model/visible.ts';
import { decimalsFor, spokenCell } from '../../cells.ts';
import { type Content, element, type Markup } from '../markup.ts';

/** The room a drawing has, in CSS pixels. */
export interface Frame {
  readonly width: number;
  /** Whether names stand over what they name, for want of room beside it. */
  readonly isNarrow: boolean;
  readonly lang: Lang;
}

/** What was drawn, and what could not be told within it. */
export interface Drawing {
  readonly height: number;
  readonly shapes: Content;
  readonly legend?: Markup;
}

/** Height of the letters, in pixels; the style sheet has the same. */
export const letter = 12;
/** How much wider heavy letters are. */
export const heavy = 1.12;

/** A linear scale with round ends over these values and zero; of nothing but zeros, from 0 to 1. */
export function scaleOver(
  values: readonly number[],
  range: readonly [number, number],
  ticks: number,
): ScaleLinear<number, number> {
  const least = values.reduce((a, b) => Math.min(a, b), 0);
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  return scaleLinear()
    .domain([least, most > least ? most : 1])
    .range(range)
    .nice(ticks);
}

/** The round values of a scale with their names: as many decimals as tell them apart. */
export function ticksOf(
  scale: ScaleLinear<number, number>,
  count: number,
  measure: Measure,
  lang: Lang,
): { value: number; name: string }[] {
  const values = scale.ticks(count);
  const step = Math.abs((values[1] ?? 1) - (values[0] ?? 0)) || 1;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const named = values.map((value) => ({ value, name: tickName(value, decimals, measure, lang) }));
  return named.filter(
    ({ name, value }, i) =>
      named.findIndex((each) => each.name === name) === i &&
      (measure.unit !== 'count' || Number.isInteger(value)),
  );
}

function tickName(value: number, decimals: number, { label, unit }: Measure, lang: Lang): string {
  if (unit === 'share' || unit === 'chance' || unit === 'change' || unit === 'points')
    return spokenCell(value, { id: '', label, unit: 'share' }, 0, lang);
  if (unit === 'day') return spokenCell(value, { id: '', label, unit }, 0, lang);
  return formatNumber(value, lang, decimals, decimals);
}

/** A figure of a chart as the table beside it has it; `all` are the figures of its kind. */
export function figureName(
  value: number,
  { label, unit }: Measure,
  all: readonly number[],
  lang: Lang,
): string {
  const column = { id: '', label, unit };
  return spokenCell(value, column, decimalsFor(column, all), lang);
}

export function nameOf({ name }: NamedCell, lang: Lang): string {
  return visible(typeof name === 'string' ? name : name[lang]);
}

/** Widths of letters in parts of their height, of a font that runs wide (DejaVu Sans). */
const letterWidths: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[iljI.,:;'|! \u00a0\u2019\u202f]/, 0.33],
  [/[frt()[\]"/-]/, 0.42],
  [/[mMW%@\u2026\u2014&]/, 1],
  [/[wA-Z\u00c0-\u00de]/, 0.76],
  [
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{1ffff}]/u,
    1.05,
  ],
];

/** About how wide a text is drawn, in pixels: rather too much than too little, since fonts differ. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += letterWidths.find(([letters]) => letters.test(sign))?.[1] ?? 0.63;
  return width * letter;
}

/** A text that is no wider than `most` pixels, its end cut with … where it would be. */
export function cutTo(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (widthOf(`${kept}${segment}…`) > most) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

export interface TextWay {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly class?: string | undefined;
  /** The most pixels it may take. */
  readonly most?: number;
}

/** A text in a drawing; where it is cut, the whole of it shows under the pointer. */
export function textAt(x: number, y: number, text: string, way: TextWay = {}): Markup {
  const shown = way.most === undefined ? text : cutTo(text, way.most);
  const anchor = way.anchor === 'start' ? undefined : way.anchor;
  return element(
    'text',
    { x, y, class: way.class, 'text-anchor': anchor },
    shown === text ? undefined : element('title', {}, text),
    shown,
  );
}

export function line(x1: number, y1: number, x2: number, y2: number, kind: string): Markup {
  return element('line', { x1, y1, x2, y2, class: kind });
}
