import { groupOf, isRefund, type Ledger, type Sale } from '../model/ledger.ts';
import { byCodePoint, foldName } from '../model/names.ts';
import type { Period } from '../model/period.ts';
import { none } from './dimensions.ts';
import type { TallyOptions } from './tally.ts';

/** What some sales brought. */
export interface Takings {
  /** Sales; a refund is none. */
  readonly sales: number;
  /** Revenue less refunds, in minor units. */
  readonly minor: number;
}

/** What came through one who referred, in a period. */
export interface Prescriber extends Takings {
  /** The name as names are compared. */
  readonly id: string;
  /** As the first of the sales' referrals writes it. */
  readonly name: string;
}

/** Where the revenue of a period came from. */
export interface Hub {
  /** Most first. */
  readonly prescribers: readonly Prescriber[];
  /** Of referrals that do not say who gave them. */
  readonly unnamed: Takings;
  /** Of sales that name no referral. */
  readonly unreferred: Takings;
}

/** The revenue of a period by the referrer of the referral that each sale names. */
export function revenueByPrescriber(
  ledger: Ledger,
  period: Period,
  { groups, isCounted }: Pick<TallyOptions, 'groups' | 'isCounted'>,
): Hub {
  const found = new Map<string, Growing<Prescriber>>();
  const unnamed: Growing<Takings> = { sales: 0, minor: 0 };
  const unreferred: Growing<Takings> = { sales: 0, minor: 0 };
  for (const entry of ledger.entries) {
    if (entry.type !== 'sale' || entry.date < period.from || entry.date > period.to) continue;
    if ((groups && !groups.has(groupOf(entry, ledger) ?? none)) || (isCounted && !isCounted(entry))) continue;
    const referral = ledger.referralOf.get(entry);
    const name = shownName(referral?.from ?? '');
    const id = foldName(name);
    if (id === '') add(referral ? unnamed : unreferred, entry);
    else {
      const own = found.get(id) ?? { id, name, sales: 0, minor: 0 };
      found.set(id, own);
      add(own, entry);
    }
  }
  const prescribers = [...found.values()].sort((a, b) => b.minor - a.minor || byCodePoint(a.id, b.id));
  return { prescribers, unnamed, unreferred };
}

function add(takings: Growing<Takings>, sale: Sale): void {
  takings.minor += sale.amount;
  if (!isRefund(sale)) takings.sales += 1;
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };

/** A name as it is shown: with no more blanks than it takes. */
export function shownName(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

/** How much hangs on few. */
interface Concentration {
  /** Shares of the largest, and of the three largest; undefined where nothing is to be shared. */
  readonly top: number | undefined;
  readonly top3: number | undefined;
  /** As if so many had equal parts: 1 where one has all. */
  readonly equal: number | undefined;
}

/**
 * How the amounts of several hang on the largest. What refunds took below nothing is no part of it.
 * Formula: the number of equal parts is 1 / Σ share², the inverse of the Herfindahl–Hirschman index (Laakso and
 * Taagepera 1979, the effective number).
 */
export function concentrationOf(amounts: readonly number[]): Concentration {
  const parts = amounts.filter((amount) => amount > 0).sort((a, b) => b - a);
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum === 0) return { top: undefined, top3: undefined, equal: undefined };
  const [first = 0, second = 0, third = 0] = parts;
  const index = parts.reduce((total, part) => total + (part / sum) ** 2, 0);
  return {
    top: first / sum,
    // Added before it is divided: all of it is 1, not a last bit less.
    top3: (first + second + third) / sum,
    equal: 1 / index,
  };
}

/** Every part of the revenue. */
export function partsOf({ prescribers, unnamed, unreferred }: Hub): readonly Takings[] {
  return [...prescribers, unnamed, unreferred];
}

/** All that shares of revenue are taken of: its positive parts, which are the revenue but where refunds took more. */
export function wholeOf(hub: Hub): number {
  return partsOf(hub).reduce((sum, { minor }) => sum + Math.max(0, minor), 0);
}
