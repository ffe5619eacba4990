import type { Day } from './day.ts';
import type { Cell, Column, Section } from './report.ts';
import type { Text } from './text.ts';

/**
 * Everything there is to show of a journal as one document: chapters, in which pages of figures change with the period
 * that is chosen. Raw values and units, as in a Report; ids are of letters, digits, `-`, `.` and `_`.
 */
export interface Book {
  readonly title: Text;
  /** The journal as the user names it. */
  readonly journal: string;
  readonly asOf: Day;
  readonly currency: string;
  /** What there is to choose from. */
  readonly periods: readonly BookPeriod[];
  readonly chapters: readonly Chapter[];
  readonly notes: readonly Text[];
}

export interface BookPeriod {
  readonly id: string;
  readonly label: Text;
  readonly length: 'all' | 'year' | 'quarter';
  /** Of a quarter: the id of its year. */
  readonly within?: string;
  /** Whether it is the one that is shown where none was chosen. */
  readonly isUsual: boolean;
}

export interface Chapter {
  readonly id: string;
  readonly title: Text;
  /** A line under the title. */
  readonly lead?: Text;
  /** What is said first, whatever the period. */
  readonly first: readonly Section[];
  /** One a period, in the order of the periods, or none. */
  readonly pages: readonly Page[];
  /** What does not change with the period. */
  readonly tables: readonly FigureTable[];
  readonly sections: readonly Section[];
}

/** What a chapter shows of a period. */
export interface Page {
  readonly id: string;
  /** Id of the period. */
  readonly period: string;
  readonly title: Text;
  readonly lists: readonly FigureList[];
  readonly tables: readonly FigureTable[];
  readonly sections: readonly Section[];
  readonly prose: readonly Text[];
  /** What the figures are made of, folded. */
  readonly fold?: Fold;
}

/** A figure that leads to what it is made of (`to`), or is what others lead to (`id`). */
export interface Figure {
  readonly value: Cell;
  readonly to?: string;
  readonly id?: string;
}

/** Figures one by one, each with its own unit. */
export interface FigureList {
  readonly title: Text;
  /** Whether they are the first thing to be seen. */
  readonly isLarge: boolean;
  readonly figures: readonly NamedFigure[];
}

export interface NamedFigure {
  readonly column: Column;
  readonly figure: Figure;
}

export interface FigureTable {
  readonly title: Text;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Figure[])[];
  readonly total?: readonly Figure[];
  /** Where the rows are of units of their own: a column each, for all cells of the row but the first. */
  readonly rowColumns?: readonly Column[];
  readonly prose?: readonly Text[];
}

export interface Fold {
  readonly title: Text;
  readonly tables: readonly FigureTable[];
  readonly formulas: readonly Formula[];
  readonly prose: readonly Text[];
}

/** A figure as it was reckoned: what is above the line, part by part, and what is below it. */
export interface Formula {
  readonly id: string;
  readonly column: Column;
  readonly value: Cell;
  readonly above: readonly Term[];
  readonly below: readonly Term[];
}

export interface Term extends NamedFigure {
  readonly isTakenOff?: true;
}
