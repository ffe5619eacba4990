import type { Ledger } from '../../model/ledger.ts';
import { byCodePoint, foldName } from '../../model/names.ts';
import type { Period } from '../../model/period.ts';
import type { EntryOf } from '../../model/schema.ts';
import { isSelected, isWithin, type TeamScope } from './scope.ts';

export type Approach = EntryOf<'approach'>;

/** Two members within the days of `approach-within`, or more than `approach-most` in those of `approach-per`. */
export type ApproachReason = 'members' | 'number';

/** A prospect whom the company approached too often. */
export interface OverApproached {
  /** As the first of the approaches writes it. */
  readonly contact: string;
  readonly reasons: readonly ApproachReason[];
  /** The approaches that make it too many, by date. */
  readonly approaches: readonly Approach[];
}

export interface OverApproaches {
  /** By the date of the first approach. */
  readonly found: readonly OverApproached[];
  /** Approaches in the period that name no member: they count in the number, not as another member’s. */
  readonly unnamed: number;
}

/**
 * Prospects approached too often, where the last of what makes it so is in the period. Approaches of two members are too
 * near where they are at most `approach-within` days apart; approaches are too many where more than `approach-most`, by
 * anyone, lie in `approach-per` days running, the first and the last day included.
 */
export function overApproachesIn(ledger: Ledger, scope: TeamScope): OverApproaches {
  const byContact = new Map<string, Approach[]>();
  for (const entry of ledger.entries) {
    if (entry.type !== 'approach') continue;
    const key = foldName(entry.contact);
    const list = byContact.get(key);
    if (list) list.push(entry);
    else byContact.set(key, [entry]);
  }
  const { team } = ledger.settings;
  const found: OverApproached[] = [];
  let unnamed = 0;
  for (const list of byContact.values()) {
    const isAsked = list.some((entry) => isSelected(entry, ledger, scope));
    if (!isAsked) continue;
    unnamed += list.filter(({ member, date }) => member === undefined && isWithin(date, scope.period)).length;
    list.sort((a, b) => a.date - b.date);
    const near = twoMembers(list, team['approach-within'], scope.period);
    const many = tooMany(list, team['approach-most'], team['approach-per'], scope.period);
    const approaches = list.filter((entry) => near.has(entry) || many.has(entry));
    if (!approaches.some((entry) => isSelected(entry, ledger, scope))) continue;
    const reasons: ApproachReason[] = [
      ...(near.size > 0 ? ['members' as const] : []),
      ...(many.size > 0 ? ['number' as const] : []),
    ];
    found.push({ contact: approaches[0]?.contact ?? '', reasons, approaches });
  }
  const dateOf = ({ approaches: [first] }: OverApproached) => first?.date ?? 0;
  found.sort((a, b) => dateOf(a) - dateOf(b) || byCodePoint(foldName(a.contact), foldName(b.contact)));
  return { found, unnamed };
}

/** Approaches, in date order, that one of another member is near; the later of the two lies in the period. */
function twoMembers(list: readonly Approach[], within: number, period: Period): Set<Approach> {
  const found = new Set<Approach>();
  const named = list.filter(({ member }) => member !== undefined);
  const before = nearestOther();
  for (const entry of named) {
    const other = before.of(entry);
    if (other && entry.date - other.date <= within && isWithin(entry.date, period)) found.add(entry);
    before.see(entry);
  }
  const after = nearestOther();
  for (const entry of [...named].reverse()) {
    const other = after.of(entry);
    if (other && other.date - entry.date <= within) found.add(entry);
    if (isWithin(entry.date, period)) after.see(entry);
  }
  return found;
}

/** Of the approaches seen so far, the last that is another member’s. */
function nearestOther() {
  let last: Approach | undefined;
  let lastOfOther: Approach | undefined;
  return {
    of: ({ member }: Approach) => (last?.member === member ? lastOfOther : last),
    see: (entry: Approach) => {
      if (last && last.member !== entry.member) lastOfOther = last;
      last = entry;
    },
  };
}

/** Approaches, in date order, of every stretch of `per` days that ends with one in the period and holds over `most`. */
function tooMany(list: readonly Approach[], most: number, per: number, period: Period): Set<Approach> {
  const found = new Set<Approach>();
  let start = 0;
  let marked = 0;
  for (const [end, entry] of list.entries()) {
    while ((list[start]?.date ?? entry.date) < entry.date - per + 1) start++;
    if (end - start + 1 <= most || !isWithin(entry.date, period)) continue;
    for (const each of list.slice(Math.max(start, marked), end + 1)) found.add(each);
    marked = end + 1;
  }
  return found;
}
