import type { Day } from './day.ts';
import type { Text } from './text.ts';

/** Something to be reminded of on a day, for a calendar. */
export interface Reminder {
  /** The same each time the same thing is reminded of, in ASCII: a calendar knows it again by that. */
  readonly uid: string;
  readonly day: Day;
  readonly summary: Text;
  /** What more is to be said, a line each. */
  readonly lines: readonly Text[];
  /** Names to sort it by in the calendar. */
  readonly categories: readonly string[];
}
