import type { Day } from '../../model/day.ts';
import type { Group } from '../../model/settings.ts';
import { type Phrase, type Text, text } from '../../model/text.ts';

/** Why a file cannot be imported, in one sentence, and the way out. */
export interface Refusal {
  readonly refusal: Text;
  readonly hint: Text;
}

export function refuse(phrase: Phrase, hint: Phrase, params: Text['params'] = {}): Refusal {
  return { refusal: text(phrase, params), hint: text(hint, params) };
}

export function isRefusal(value: object): value is Refusal {
  return 'refusal' in value;
}

/** What a source's parser is given. */
export interface ImportInput {
  readonly text: string;
  /** The file's own name, without its folder. */
  readonly fileName: string;
  /** The first and last day of the window in which recurrences are told one by one. */
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Day;
  /** From `--me`: the user's name as the source writes it. */
  readonly me: string | undefined;
  /** From `--date`: the day of a report that does not say its own. */
  readonly date: Day | undefined;
  /** The declared groups. */
  readonly groups: ReadonlyMap<string, Group>;
  readonly rules: Rules;
}

/** One entry as a source tells it. */
export interface ImportRow {
  /** The sort of row, the first part of its id: `connection`, `message`. */
  readonly stream: string;
  /** What makes the row itself within its stream, from the source. */
  readonly key: string;
  /** The journal's columns, `type` and `date` among them, as the CSV reader takes them. */
  readonly fields: Readonly<Record<string, string>>;
  /** What a rule can look at: the source's own columns. */
  readonly about: Readonly<Record<string, string>>;
  /** Whether two rows with one key are two things (a count), not one thing told twice. */
  readonly isCounted?: true;
}

/** What a parser found in a file. */
export interface Parsed {
  readonly rows: readonly ImportRow[];
  /** Why each row that was left out was. */
  readonly skipped: readonly Phrase[];
  /** `stream/key` of what the source has taken back: cancelled, no longer won. */
  readonly withdrawn: readonly string[];
  /** Columns that were not read. */
  readonly unread: readonly string[];
  readonly notes: readonly Text[];
}

/** What a row covers, from its id and date: for sources whose reports can overlap. */
export interface Told {
  readonly stream: string;
  readonly key: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** Rules of the user's own, from a file. */
export interface Rules {
  readonly name: string | undefined;
  readonly type: string | undefined;
  /** The source's column, as written → field. */
  readonly columns: ReadonlyMap<string, string>;
  /** The columns that make a row itself, as written. */
  readonly id: readonly string[];
  readonly date: string | undefined;
  readonly decimal: '.' | ',' | undefined;
  readonly delimiter: ',' | ';' | '\t' | undefined;
  readonly timezone: string | undefined;
  /** Names of the stages in which a deal is won. */
  readonly won: readonly string[];
  readonly defaults: Readonly<Record<string, string>>;
  readonly skip: readonly Match[];
  readonly if: readonly { readonly match: Match; readonly set: Readonly<Record<string, string>> }[];
}

/** Column → pattern, in which `*` stands for anything; all of them must fit. */
export type Match = Readonly<Record<string, string>>;

export const noRules: Rules = {
  name: undefined,
  type: undefined,
  columns: new Map(),
  id: [],
  date: undefined,
  decimal: undefined,
  delimiter: undefined,
  timezone: undefined,
  won: [],
  defaults: {},
  skip: [],
  if: [],
};
