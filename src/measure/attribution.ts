import type { Day } from '../model/day.ts';
import type { Ledger, Sale } from '../model/ledger.ts';
import { foldName } from '../model/names.ts';
import type { Entry } from '../model/schema.ts';
import type { Phrase } from '../model/text.ts';
import type { Credit } from './tally.ts';

export interface AttributionOptions {
  /** Days before a sale in which a touch counts, the sale's own day included. */
  readonly lookback: number;
  /** Days after which a touch weighs half, for `decay`. */
  readonly halfLife: number;
}

export const attributionDefaults: AttributionOptions = { lookback: 365, halfLife: 90 };

/** How a sale is shared out over its touches. */
export interface AttributionModel {
  readonly id: string;
  readonly label: Phrase;
  /** Weights of touches that were `ages` days old at the sale, oldest first; they sum to 1. */
  weights(ages: readonly number[], options: AttributionOptions): readonly number[];
}

const alone = (count: number, at: number) => Array.from({ length: count }, (_, i) => (i === at ? 1 : 0));

/** Every attribution model, by name. Adding one is adding a row. */
export const attributionModels: readonly AttributionModel[] = [
  {
    id: 'first',
    label: { en: 'First touch', fr: 'Premier contact' },
    weights: (ages) => alone(ages.length, 0),
  },
  {
    id: 'last',
    label: { en: 'Last touch', fr: 'Dernier contact' },
    weights: (ages) => alone(ages.length, ages.length - 1),
  },
  {
    id: 'linear',
    label: { en: 'Linear', fr: 'Linéaire' },
    weights: (ages) => ages.map(() => 1 / ages.length),
  },
  {
    id: 'position',
    label: { en: 'Position', fr: 'Position' },
    weights: ({ length }) => {
      if (length <= 2) return Array.from({ length }, () => 1 / length);
      return Array.from({ length }, (_, i) => (i === 0 || i === length - 1 ? 0.4 : 0.2 / (length - 2)));
    },
  },
  {
    id: 'decay',
    label: { en: 'Decay', fr: 'Décroissance' },
    weights: (ages, { halfLife }) => {
      // Relative to the newest touch, so that old sales with a short half-life do not sink to 0/0.
      const newest = Math.min(...ages);
      const raw = ages.map((age) => 2 ** (-(age - newest) / halfLife));
      const sum = raw.reduce((total, each) => total + each, 0);
      return raw.map((each) => each / sum);
    },
  },
];

/**
 * Shares whole minor units out by weight: largest remainder, ties to the earlier; a negative amount by its
 * absolute value, the sign put back. The shares sum to the amount exactly.
 */
export function splitMinor(minor: number, weights: readonly number[]): number[] {
  const size = Math.abs(minor);
  const exact = weights.map((weight) => size * weight);
  // What falls short of a whole number in the last bits of a product only is that number.
  const floors = exact.map((each) => Math.floor(each + 1e-9));
  const left = size - floors.reduce((total, each) => total + each, 0);
  const byRemainder = exact
    .map((each, i) => ({ i, rest: Math.round((each - (floors[i] ?? 0)) * 1e6) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) floors[i] = (floors[i] ?? 0) + 1;
  return floors.map((each) => (minor < 0 && each > 0 ? -each : each));
}

/** A touch of a sale: an entry in the lookback that one of the sale's people is in. */
export interface Touch {
  readonly entry: Entry;
  /** Days before the sale. */
  readonly age: number;
}

/** Finds the touches of sales: activities, referrals received and approaches, by the people in them. */
export function touchFinder(ledger: Ledger, { lookback }: AttributionOptions): (sale: Sale) => Touch[] {
  const byPerson = new Map<string, { entry: Entry; order: number }[]>();
  for (const [order, entry] of ledger.entries.entries()) {
    for (const person of new Set(peopleOf(entry).map(foldName))) {
      const entries = byPerson.get(person);
      if (entries) entries.push({ entry, order });
      else byPerson.set(person, [{ entry, order }]);
    }
  }
  const isNear = (date: Day, sale: Sale) => date <= sale.date && date >= sale.date - lookback;
  return (sale) => {
    const found = new Map(
      peopleOfSale(sale, ledger).flatMap((person) =>
        (byPerson.get(person) ?? []).map((touch) => [touch.order, touch] as const),
      ),
    );
    return [...found.values()]
      .filter(({ entry }) => isNear(entry.date, sale))
      .sort((a, b) => a.entry.date - b.entry.date || a.order - b.order)
      .map(({ entry }) => ({ entry, age: sale.date - entry.date }));
  };
}

/** Finds how many days before a sale its first touch was, however long ago; undefined where it has none. */
export function firstTouchFinder(ledger: Ledger): (sale: Sale) => number | undefined {
  const firsts = new Map<string, Day>();
  for (const entry of ledger.entries) {
    for (const person of peopleOf(entry).map(foldName)) {
      firsts.set(person, Math.min(firsts.get(person) ?? entry.date, entry.date));
    }
  }
  return (sale) => {
    const days = peopleOfSale(sale, ledger).flatMap((person) => firsts.get(person) ?? []);
    const first = Math.min(...days);
    return first <= sale.date ? sale.date - first : undefined;
  };
}

/** Whom a sale is with or through, as names are compared. */
function peopleOfSale(sale: Sale, ledger: Ledger): string[] {
  const referral = ledger.referralOf.get(sale);
  const people = [sale.customer, referral?.contact, referral?.from];
  return [...new Set(people.flatMap((name) => (name === undefined ? [] : [foldName(name)])))];
}

function peopleOf(entry: Entry): readonly string[] {
  if (entry.type === 'activity') return entry.met?.names ?? [];
  if (entry.type === 'approach') return [entry.contact];
  if (entry.type !== 'referral' || entry.direction !== 'received') return [];
  return entry.from === undefined ? [entry.contact] : [entry.contact, entry.from];
}

/** How a model shares each sale out; no credits where a sale has no touch, and the direct rule holds. */
export function creditsBy(
  model: AttributionModel,
  ledger: Ledger,
  options: AttributionOptions,
): (sale: Sale) => readonly Credit[] {
  const touchesOf = touchFinder(ledger, options);
  const known = new Map<Sale, readonly Credit[]>();
  return (sale) => {
    let credits = known.get(sale);
    if (!credits) {
      const touches = touchesOf(sale);
      const shares =
        touches.length > 0
          ? model.weights(
              touches.map(({ age }) => age),
              options,
            )
          : [];
      const minors = splitMinor(sale.amount, shares);
      credits = touches.map(({ entry: touch, age }, i) => ({
        touch,
        age,
        share: shares[i] ?? 0,
        minor: minors[i] ?? 0,
      }));
      known.set(sale, credits);
    }
    return credits;
  };
}
