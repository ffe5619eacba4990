import { byGroup, inOrder, none } from '../measure/dimensions.ts';
import type { Sums } from '../measure/metrics.ts';
import { noSums } from '../measure/sums.ts';
import { addPiece, piecesOf } from '../measure/tally.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Entry } from '../model/schema.ts';
import type { Span } from './dashboard-periods.ts';
import { type Places, placesOf } from './dashboard-places.ts';

/** An entry, and what it adds to the sums of its group and quarter. */
export interface Contribution {
  readonly entry: Entry;
  readonly sums: Sums;
}

/** What is counted in a row and period: the sums, how many entries speak of each, and in a quarter the entries. */
export interface Facts {
  readonly sums: Sums;
  /** By the index of the count: how many entries add anything to it. */
  readonly touches: Uint32Array;
  readonly entries: readonly Contribution[];
  /** Entries, of which a fee that is spread over two quarters is one in each. */
  readonly count: number;
}

export interface DashboardFacts {
  /** Groups in the order of every report; `(none)` last, where anything is counted in it. */
  readonly keys: readonly string[];
  /** Those with anything in them that are shown one by one: all of them, or the newest where they are too many. */
  readonly spans: readonly Span[];
  /** How many older quarters are only a part of their years. */
  readonly left: number;
  readonly places: Places;
  of(key: string, span: Span): Facts;
  total(span: Span): Facts;
  /** Whether the page of a group lists the entries: every quarter's does, a longer period's while there is room. */
  isListed(span: Span): boolean;
  /** The entries of a period, each once, however many quarters it is spread over. */
  entriesOf(key: string, span: Span): readonly Contribution[];
}

/** Pages of a group and quarter that one book has room for: 8 years of 7 groups, or the last 4 quarters of 60. */
const mostQuarterPages = 240;
const leastQuarters = 4;
/** Entries that are listed a second time, in their years, and a third, in all years: the page is to stay small. */
const mostListedAgain = 1500;

/** The entries of every group and quarter, each once, and the sums of every period: the sums of its quarters. */
export function dashboardFacts(
  ledger: Ledger,
  spans: readonly Span[],
  groups: ReadonlySet<string> | undefined,
): DashboardFacts {
  const byQuarter = new Map(
    spans
      .filter(({ length }) => length === 'quarter')
      .map((span) => [span.id, entriesIn(span, ledger, groups)] as const),
  );
  const found = new Set([...byQuarter.values()].flatMap((quarter) => [...quarter.keys()]));
  const declared = ledger.groupKeys.filter((key) => !groups || groups.has(key));
  const known = new Map<string, Facts>();
  const of = (key: string, span: Span): Facts => {
    const name = `${span.id} ${key}`;
    const facts =
      known.get(name) ??
      (span.length === 'quarter'
        ? (byQuarter.get(span.id)?.get(key) ?? noFacts())
        : summed(span.parts.map((part) => of(key, part))));
    known.set(name, facts);
    return facts;
  };
  const keys = inOrder([...declared, ...found], byGroup, ledger);
  const quarters = spans.filter(({ length, id }) => length === 'quarter' && byQuarter.get(id)?.size !== 0);
  const room = Math.max(leastQuarters, Math.floor(mostQuarterPages / Math.max(1, keys.length)));
  const total = (span: Span) => summed(keys.map((key) => of(key, span)));
  const entriesOf = (key: string, span: Span): readonly Contribution[] =>
    span.length === 'quarter'
      ? of(key, span).entries
      : merged(span.parts.flatMap((part) => entriesOf(key, part)));
  const listed = new Set<Span>();
  let more = mostListedAgain;
  for (const length of ['year', 'all'] as const)
    for (const span of spans.filter((each) => each.length === length)) {
      more -= total(span).count;
      if (more >= 0) listed.add(span);
    }
  return {
    keys,
    spans: [...spans.filter(({ length }) => length !== 'quarter'), ...quarters.slice(0, room)],
    left: Math.max(0, quarters.length - room),
    places: placesOf(ledger.entries),
    of,
    total,
    isListed: (span) => span.length === 'quarter' || listed.has(span),
    entriesOf,
  };
}

interface Growing extends Facts {
  readonly entries: Contribution[];
  count: number;
}

function entriesIn(span: Span, ledger: Ledger, groups: ReadonlySet<string> | undefined): Map<string, Facts> {
  const found = new Map<string, Growing>();
  for (const piece of piecesOf(ledger, span.days, { groups })) {
    const sums = noSums();
    addPiece(sums, piece, ledger, span.days);
    // What no figure counts (a promise, a contact) is behind none.
    if (sums.every((sum) => sum === 0)) continue;
    const key = piece.keys[0] ?? none;
    const facts = found.get(key) ?? noFacts();
    found.set(key, facts);
    add(facts, sums);
    for (const [i, sum] of sums.entries()) if (sum !== 0) facts.touches[i] = (facts.touches[i] ?? 0) + 1;
    facts.entries.push({ entry: piece.entry, sums });
    facts.count++;
  }
  return found;
}

function summed(parts: readonly Facts[]): Facts {
  const sum = noFacts();
  for (const part of parts) {
    add(sum, part.sums);
    for (const [i, touches] of part.touches.entries()) sum.touches[i] = (sum.touches[i] ?? 0) + touches;
    sum.count += part.count;
  }
  return sum;
}

function merged(parts: readonly Contribution[]): Contribution[] {
  const found = new Map<Entry, Contribution>();
  for (const part of parts) {
    const other = found.get(part.entry);
    found.set(
      part.entry,
      other ? { ...part, sums: other.sums.map((sum, i) => sum + (part.sums[i] ?? 0)) } : part,
    );
  }
  return [...found.values()];
}

function noFacts(): Growing {
  const sums = noSums();
  return { sums, touches: new Uint32Array(sums.length), entries: [], count: 0 };
}

function add({ sums }: Facts, from: Sums): void {
  for (let i = 0; i < from.length; i++) sums[i] = (sums[i] ?? 0) + (from[i] ?? 0);
}
