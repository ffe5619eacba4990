import type { Day } from './day.ts';
import type { Unit } from './metric.ts';
import type { ColumnUnit, NamedCell } from './report.ts';
import type { Phrase, Text } from './text.ts';

/**
 * A picture of figures: raw values in the units of a report's columns (money in major units, time in hours). How it
 * looks is the renderer's. Its main figures stand in a table or a sentence of the same section too: a format that
 * cannot draw leaves it out.
 */
export type Chart = ScatterChart | PanelsChart | RangesChart | FunnelChart | PairsChart | CurvesChart;

/** What an axis or a bar measures. */
export interface Measure {
  readonly label: Phrase;
  readonly unit: Unit | ColumnUnit;
}

interface ChartBase {
  readonly title: Text;
  /** What is to be seen in it, in a sentence or two with figures: for those who do not see it, and those in a hurry. */
  readonly says: Text;
}

/** What each took against what it brought; rays from 0 are of one ratio y / x. */
export interface ScatterChart extends ChartBase {
  readonly kind: 'scatter';
  readonly x: Measure;
  readonly y: Measure;
  /** The ratio that a ray stands for. */
  readonly ray: Measure;
  readonly points: readonly { readonly of: NamedCell; readonly x: number; readonly y: number }[];
}

/** Small multiples: the same figure over time, a panel each, all on one scale of time. */
export interface PanelsChart extends ChartBase {
  readonly kind: 'panels';
  readonly value: Measure;
  /** `ends`: the last day of each step. */
  readonly ends: readonly Day[];
  readonly panels: readonly { readonly of: NamedCell; readonly values: readonly (number | null)[] }[];
  /** Whether all panels have one scale of values, where they are to be compared. */
  readonly isOneScale: boolean;
}

/** A range each, with what is most likely, against a mark of its own. */
export interface RangesChart extends ChartBase {
  readonly kind: 'ranges';
  readonly value: Measure;
  /** What the mark is. */
  readonly mark: Phrase;
  readonly rows: readonly {
    readonly of: NamedCell;
    readonly low: number;
    readonly middle: number;
    readonly high: number;
    readonly mark: number | null;
  }[];
}

/** What is left of the first, stage by stage. */
export interface FunnelChart extends ChartBase {
  readonly kind: 'funnel';
  readonly stages: readonly { readonly label: Phrase; readonly count: number }[];
}

/** Two counts each, back to back. */
export interface PairsChart extends ChartBase {
  readonly kind: 'pairs';
  readonly left: Measure;
  readonly right: Measure;
  readonly rows: readonly { readonly of: NamedCell; readonly left: number; readonly right: number }[];
}

/** Shares, or figures, over an age: a line each, with a band where it is not sure. */
export interface CurvesChart extends ChartBase {
  readonly kind: 'curves';
  readonly x: Measure;
  readonly y: Measure;
  /** Whether a value holds until the next point, as an estimate by steps does. */
  readonly isStepped: boolean;
  readonly curves: readonly {
    readonly of: NamedCell;
    readonly points: readonly {
      readonly x: number;
      readonly y: number;
      readonly low?: number;
      readonly high?: number;
    }[];
  }[];
}
