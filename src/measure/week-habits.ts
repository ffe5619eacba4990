import type { Day } from '../model/day.ts';
import type { Activity } from '../model/ledger.ts';
import { foldName } from '../model/names.ts';
import type { Period } from '../model/period.ts';
import { type Cadence, type Usual, usualIn, weekdayOf } from './week-cadence.ts';

/** Something that is usually there in the week, and is not. */
export interface Missing {
  readonly group: string;
  /** As it was spelled last; undefined where there is no one kind to it. */
  readonly kind: string | undefined;
  /** Its usual day. */
  readonly day: Day;
  readonly cadence: Cadence;
}

/** A thing that a group has in its weeks: a kind of activity, whatever is on a weekday, or anything at all. */
interface Habit extends Usual {
  readonly kind: string | undefined;
  /** Whether it is known by its kind. */
  readonly isKind: boolean;
}

/** How many things are usual in a group, and which of them it is the week's turn for and are not in it. */
export function habitsOf(
  group: string,
  entries: readonly Activity[],
  week: Period,
  known: Day,
): { count: number; missing: Missing[] } {
  const past = entries.filter(({ date }) => date < week.from);
  const made = (of: readonly Activity[], isKind: boolean): Habit[] => {
    const usual = usualIn(
      week,
      of.map(({ date }) => date),
      known,
    );
    return usual ? [{ ...usual, kind: kindOf(of), isKind }] : [];
  };
  const byKind = [...grouped(past, ({ kind }) => (kind === undefined ? undefined : foldName(kind)))];
  const kinds = byKind.map(([key, of]) => ({ key, habits: made(of, true) }));
  const usualKinds = new Set(kinds.filter(({ habits }) => habits.length > 0).map(({ key }) => key));
  const rest = past.filter(({ kind }) => kind === undefined || !usualKinds.has(foldName(kind)));
  const named = kinds.flatMap(({ habits }) => habits);
  const dated = [...grouped(rest, ({ date }) => weekdayOf(date)).values()].flatMap((of) => made(of, false));
  const habits = named.length + dated.length > 0 ? [...named, ...dated] : made(past, false);
  const here = entries.filter(({ date }) => date >= week.from);
  const missing = unmatched(habits, here).map(({ kind, day, cadence }) => ({ group, kind, day, cadence }));
  return { count: habits.length, missing };
}

type Turn = Habit & { readonly day: Day };

/** The habits whose turn it is and that no entry of the week stands for; an entry stands for one. */
function unmatched(habits: readonly Habit[], here: readonly Activity[]): Turn[] {
  let turns = habits
    .flatMap((habit): Turn[] => (habit.day === undefined ? [] : [{ ...habit, day: habit.day }]))
    .sort((a, b) => a.day - b.day);
  const left = [...here];
  const ways: readonly ((turn: Turn, entry: Activity) => boolean)[] = [
    (turn, { kind }) => turn.isKind && foldName(kind ?? '') === foldName(turn.kind ?? ''),
    (turn, { date, kind }) => date === turn.day && (kind === undefined || !turn.isKind),
    // It was on another day this once.
    (turn) => !turn.isKind,
  ];
  for (const isMatch of ways) {
    turns = turns.filter((turn) => {
      const at = left.findIndex((entry) => isMatch(turn, entry));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  }
  return turns;
}

/** The kind that more than half of the entries have, as the latest of them spells it. */
function kindOf(entries: readonly Activity[]): string | undefined {
  for (const of of grouped(entries, ({ kind }) =>
    kind === undefined ? undefined : foldName(kind),
  ).values()) {
    if (2 * of.length <= entries.length) continue;
    return of.reduce((latest, each) => (each.date >= latest.date ? each : latest)).kind;
  }
  return undefined;
}

function grouped<K extends string | number>(
  entries: readonly Activity[],
  keyOf: (entry: Activity) => K | undefined,
): ReadonlyMap<K, Activity[]> {
  const groups = new Map<K, Activity[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const found = groups.get(key);
    if (found) found.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
