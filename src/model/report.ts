import type { Chart } from './chart.ts';
import type { Day } from './day.ts';
import type { MetricInfo, Unit } from './metric.ts';
import type { Period } from './period.ts';
import type { Phrase, Text } from './text.ts';

/** A value as it is, free of how it is shown. `null` is undefined: nothing to divide by, or not known. */
export type Cell = number | string | null | NamedCell | readonly NamedCell[] | Series;

/** Values in the order of time, drawn as a line of small columns. */
export interface Series {
  readonly series: readonly (number | null)[];
}

/** A thing with a key for machines and a name for people. */
export interface NamedCell {
  readonly key: string;
  readonly name: string | Phrase;
  /** What a colour may say of it. */
  readonly tone?: 'good' | 'bad' | 'warning' | 'quiet';
}

export type ColumnUnit =
  | 'text'
  | 'day'
  | 'place'
  | 'change'
  | 'points'
  | 'bar'
  | 'series'
  | 'chance'
  | 'fine'
  | 'months';

export interface Column {
  /** CSV header and JSON key. */
  readonly id: string;
  readonly label: Phrase;
  /** Money in major units of the report's currency, time in hours (or `months`); `text`, `day` and `place` stand left,
   * and a place (file:line) is never cut; a `change` is a share of what was before, `points` a difference of shares, a
   * `bar` and a `series` are drawn; a `chance` is a share that is never called 0 or 1, a `fine` number has as many
   * digits as it takes. */
  readonly unit: Unit | ColumnUnit;
  /** For a change: whether more is better, worse or neither. */
  readonly good?: MetricInfo['good'];
  /** On a narrow screen: left out after all others (`long`), or never (`always`). */
  readonly keep?: 'long' | 'always';
  /** Whether CSV has its numbers to the last digit. */
  readonly isExact?: true;
}

export interface Table {
  readonly columns: readonly Column[];
  /** A cell a column. */
  readonly rows: readonly (readonly Cell[])[];
  readonly total?: readonly Cell[];
}

/** A table, or what is to be said in sentences, or both; with pictures of it where a format can draw. */
export interface Section {
  readonly title: Text;
  readonly charts?: readonly Chart[];
  readonly table?: Table;
  /** Lines to be shown as they are, in letters of one width; by text and mail alone. */
  readonly lines?: readonly string[];
  readonly prose?: readonly Text[];
}

/** What a command found: raw values and units, no colours or widths. Every format is made from it. */
export interface Report {
  readonly command: string;
  readonly title: Text;
  /** The journal as the user names it. */
  readonly journal: string;
  readonly asOf: Day;
  readonly period: Period & { readonly label: Text };
  /** The earlier period that figures are compared with. */
  readonly versus?: Period & { readonly label: Text };
  readonly currency: string;
  /** What people see. */
  readonly sections: readonly Section[];
  /** What machines get: the rows of CSV and JSON. */
  readonly main: Table;
  readonly notes: readonly Text[];
}
