import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incidenceOf, type Watched, wonInterval } from '../../src/measure/incidence.ts';
import golden from '../data/golden.json' with { type: 'json' };

describe('golden cases', () => {
  test('Aalen-Johansen: won, lost and open at the ages at which something closed', () => {
    const { time, status, out } = golden.aj_toy;
    const outcomes = ['open', 'won', 'lost'] as const;
    const toy = time.map((age, i): Watched => ({ age, outcome: outcomes[status[i] ?? 0] ?? 'open' }));
    const { steps, at } = incidenceOf(toy);
    expect(steps.map(({ age }) => age)).toEqual(out.time);
    for (const share of ['won', 'lost', 'open'] as const) {
      for (const [i, value] of out[share].entries()) expect(steps[i]?.[share], share).toBeCloseTo(value, 10);
    }
    expect(at(12)).toMatchObject({ watched: 1, known: 8 });
    expect(at(12).won.toFixed(3)).toBe('0.546');
  });

  test('1 - Kaplan-Meier, which takes what was lost as still to be won, would say 0.735', () => {
    const { time, status, out } = golden.aj_toy;
    const naive = incidenceOf(
      time.map((age, i): Watched => ({ age, outcome: status[i] === 1 ? 'won' : 'open' })),
    );
    expect(naive.at(12).won).toBeCloseTo(out.one_minus_KM_won_at_12_WRONG, 10);
    expect(naive.at(12).won.toFixed(3)).toBe('0.735');
  });

  test('with one cause: Kaplan-Meier and Greenwood (Freireich 1963)', () => {
    const { time, event, out } = golden.km_gehan_6mp;
    const { steps } = incidenceOf(
      time.map((age, i): Watched => ({ age, outcome: event[i] === 1 ? 'won' : 'open' })),
    );
    expect(steps.map(({ age, watched }) => [age, watched])).toEqual(
      out.time.map((t, i) => [t, out.n_risk[i]]),
    );
    for (const [i, step] of steps.entries()) {
      expect(step.open).toBeCloseTo(out.surv[i] ?? 0, 6);
      expect(Math.sqrt(step.wonVariance)).toBeCloseTo(out.se_greenwood[i] ?? 0, 7);
    }
    expect(steps.find(({ open }) => open <= 0.5)?.age).toBe(out.median);
  });

  test("without censoring the interval is Wilson's", () => {
    for (const [wins = 0, count = 0, low = 0, high = 0] of golden.wilson95.cases) {
      const all = Array.from(
        { length: count },
        (_, i): Watched => ({ age: 1 + (i % 7), outcome: i < wins ? 'won' : 'lost' }),
      );
      const interval = wonInterval(incidenceOf(all).at(9));
      expect(interval.low).toBeCloseTo(low, 9);
      expect(interval.high).toBeCloseTo(high, 9);
    }
  });
});

const referrals = fc.array(
  fc.record({ age: fc.integer({ min: 0, max: 30 }), outcome: fc.constantFrom('won', 'lost', 'open') }),
  { maxLength: 60 },
);
const ages = [0, 0.5, 1, 2, 3, 5.5, 8, 13, 21, 30, 99];

describe('whatever the referrals', () => {
  test('won, lost and open are 1 in sum; won and lost never fall, nor does what is watched rise', () => {
    fc.assert(
      fc.property(referrals, (list) => {
        const { at } = incidenceOf(list);
        const rows = ages.map(at);
        for (const [i, row] of rows.entries()) {
          expect(row.won + row.lost + row.open).toBeCloseTo(1, 12);
          const before = rows[i - 1] ?? { won: 0, lost: 0, watched: list.length };
          expect(row.won).toBeGreaterThanOrEqual(before.won);
          expect(row.lost).toBeGreaterThanOrEqual(before.lost);
          expect(row.watched).toBe(list.filter(({ age }) => age >= row.age).length);
          expect(row.known).toBe(
            list.filter(({ age, outcome }) => age > row.age || outcome !== 'open').length,
          );
          const { low, high } = wonInterval(row);
          expect(low).toBeLessThanOrEqual(row.won + 1e-12);
          expect(high).toBeGreaterThanOrEqual(row.won - 1e-12);
          expect(low >= 0 && high <= 1).toBe(true);
        }
      }),
    );
  });

  test('their order is nothing', () => {
    fc.assert(
      fc.property(referrals, fc.infiniteStream(fc.double({ noNaN: true })), (list, keys) => {
        const keyed = list.map((each) => ({ each, key: keys.next().value }));
        const others = keyed.sort((a, b) => a.key - b.key).map(({ each }) => each);
        expect(ages.map(incidenceOf(others).at)).toEqual(ages.map(incidenceOf(list).at));
      }),
    );
  });

  test('with nothing open the incidence is the plain share, and its variance the binomial one', () => {
    fc.assert(
      fc.property(referrals, (list) => {
        const closed = list.filter(({ outcome }) => outcome !== 'open');
        fc.pre(closed.length > 0);
        const { at } = incidenceOf(closed);
        for (const age of ages) {
          const wins = closed.filter((each) => each.outcome === 'won' && each.age <= age).length;
          const share = wins / closed.length;
          expect(at(age).won).toBeCloseTo(share, 10);
          expect(at(age).wonVariance).toBeCloseTo((share * (1 - share)) / closed.length, 10);
        }
      }),
    );
  });

  test('the variance is that of a draw at each age: won now, lost now, or won later', () => {
    fc.assert(
      fc.property(referrals, (list) => {
        const { steps, at } = incidenceOf(list);
        for (const age of ages) {
          let variance = 0;
          let before = { won: 0, lost: 0, open: 1 };
          for (const step of steps.filter((each) => each.age <= age)) {
            const win = (step.won - before.won) / before.open;
            const loss = (step.lost - before.lost) / before.open;
            const later = step.open > 1e-12 ? (at(age).won - step.won) / step.open : 0;
            const mean = win + (1 - win - loss) * later;
            const square = win + (1 - win - loss) * later ** 2;
            variance += (before.open ** 2 * (square - mean ** 2)) / step.watched;
            before = step;
          }
          expect(at(age).wonVariance).toBeCloseTo(variance, 10);
        }
      }),
    );
  });

  test('by the age of a share of the wins, that share has come, and not before', () => {
    fc.assert(
      fc.property(referrals, fc.constantFrom(0.25, 0.5, 0.75, 1), (list, share) => {
        const { steps, ageOfWins } = incidenceOf(list);
        const age = ageOfWins(share);
        if (!list.some(({ outcome }) => outcome === 'won')) expect(age).toBeUndefined();
        else {
          const all = steps.at(-1)?.won ?? 0;
          const first = steps.findIndex((step) => step.age === age);
          expect(steps[first]?.won).toBeGreaterThanOrEqual(all * share - 1e-12);
          expect(steps[first - 1]?.won ?? 0).toBeLessThan(all * share);
        }
      }),
    );
  });
});

test('of nothing, nothing is known', () => {
  const { steps, at, ageOfWins } = incidenceOf([]);
  expect(steps).toEqual([]);
  expect(at(3)).toEqual({ age: 3, watched: 0, known: 0, won: 0, lost: 0, open: 1, wonVariance: 0 });
  expect(wonInterval(at(3))).toEqual({ low: 0, high: 1 });
  expect(ageOfWins(0.5)).toBeUndefined();
});
