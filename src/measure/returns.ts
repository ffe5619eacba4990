import { addSteps } from '../model/calendar.ts';
import type { Day } from '../model/day.ts';
import { byCodePoint } from '../model/names.ts';
import { foldKind } from '../model/outcome-kinds.ts';
import type { EntryOf } from '../model/schema.ts';

export type Outcome = EntryOf<'outcome'>;

/** How long after a group was joined a return came; `no_term` where it belongs to no group. */
export const terms = ['short', 'middle', 'long', 'no_term'] as const;
type Term = (typeof terms)[number];

/** The months in which a term ends: the short one before that day, the middle one with it. */
const termEnds = { short: 3, middle: 12 } as const;

/** The term of a day in a group that began on another; what came before that is of the short one. */
function termOf(day: Day, start: Day | undefined): Term {
  if (start === undefined) return 'no_term';
  if (day < addSteps('month', start, termEnds.short)) return 'short';
  return day <= addSteps('month', start, termEnds.middle) ? 'middle' : 'long';
}

/** Returns that are no sale: how many, how many of them say a value, and its sum in minor units. */
export interface Returns {
  readonly count: number;
  readonly valued: number;
  readonly minor: number;
}

export interface KindReturns extends Returns {
  /** As names are compared. */
  readonly kind: string;
  /** The goals of its group that it serves, as names are compared: by its kind, or because it says so. */
  readonly goals: readonly string[];
  readonly terms: Readonly<Record<Term, Returns>>;
  readonly first: Day;
  readonly last: Day;
}

/** The returns of a group that began on a day, kind by kind, most first. `served` gives the goals of one. */
export function returnsByKind(
  outcomes: readonly Outcome[],
  start: Day | undefined,
  served: (outcome: Outcome) => readonly string[],
): KindReturns[] {
  const byKind = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const kind = foldKind(outcome.kind);
    const own = byKind.get(kind);
    if (own) own.push(outcome);
    else byKind.set(kind, [outcome]);
  }
  const kinds = [...byKind].map(([kind, own]): KindReturns => {
    const dated = own.map((outcome) => ({ outcome, term: termOf(outcome.date, start) }));
    const inTerm = (term: Term) =>
      returnsOf(dated.filter((each) => each.term === term).map(({ outcome }) => outcome));
    const { first, last } = endsOf(own);
    return {
      kind,
      goals: [...new Set(own.flatMap(served))],
      ...returnsOf(own),
      terms: {
        short: inTerm('short'),
        middle: inTerm('middle'),
        long: inTerm('long'),
        no_term: inTerm('no_term'),
      },
      first: first ?? 0,
      last: last ?? 0,
    };
  });
  return kinds.sort((a, b) => b.count - a.count || byCodePoint(a.kind, b.kind));
}

function returnsOf(outcomes: readonly Outcome[]): Returns {
  const values = outcomes.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return {
    count: outcomes.length,
    valued: values.length,
    minor: values.reduce((sum, each) => sum + each, 0),
  };
}

/** Several returns as one. */
export function sumOf(all: readonly Returns[]): Returns {
  const sum = (value: (each: Returns) => number) => all.reduce((total, each) => total + value(each), 0);
  return {
    count: sum(({ count }) => count),
    valued: sum(({ valued }) => valued),
    minor: sum(({ minor }) => minor),
  };
}

/** The first and the last day of entries; undefined where there are none. */
export function endsOf(entries: readonly { readonly date: Day }[]): { first?: Day; last?: Day } {
  let ends: { first?: Day; last?: Day } = {};
  for (const { date } of entries)
    ends = { first: Math.min(ends.first ?? date, date), last: Math.max(ends.last ?? date, date) };
  return ends;
}
