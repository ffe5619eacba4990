import type { Day } from './day.ts';
import type { Phrase } from './text.ts';

/** The whole minutes of an activity, by what they went into. */
export interface TimeSpent {
  readonly event: number;
  readonly prep: number;
  readonly travel: number;
  readonly recovery: number;
}

/** People met: how many, and their names where they were given. */
export interface Met {
  readonly count: number;
  readonly names: readonly string[];
}

/** What a field of each kind holds once it is read. Money is in minor units of the reporting currency. */
export interface FieldValues {
  day: Day;
  text: string;
  id: string;
  group: string;
  member: string;
  referral: string;
  money: number;
  count: number;
  choice: string;
  names: readonly string[];
  choices: readonly string[];
  met: Met;
  time: TimeSpent;
  practice: Readonly<Record<string, number>>;
}

export type FieldKind = keyof FieldValues;

/** One field of an entry type: the row from which readers, writers, JSON Schema, help and manual follow. */
export interface Field {
  readonly kind: FieldKind;
  readonly required?: true;
  /** The words a `choice` or `choices` field may hold. */
  readonly choices?: readonly string[];
  /** A text that names a person. */
  readonly person?: true;
  /** Values that are sentences: a comma in one does not part it. */
  readonly sentences?: true;
  /** A day that cannot lie in the future (it says what was done). */
  readonly past?: true;
  /** Another field and the value it must have, or this one has no place in the entry. */
  readonly only?: readonly [field: string, value: string];
  readonly help: Phrase;
}

/** Kinds that hold several values: a list in YAML, separated by `|` in CSV. */
export const listKinds: ReadonlySet<FieldKind> = new Set<FieldKind>(['names', 'choices', 'met']);

/** The parts of `time`, written `time.prep` as a CSV column. */
export const timeParts = ['event', 'prep', 'travel', 'recovery'] as const;
