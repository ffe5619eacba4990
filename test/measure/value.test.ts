import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialTail } from '../../src/measure/signals/change.ts';
import { ratesOf } from '../../src/measure/signals/rates.ts';
import {
  chanceBelow,
  type HourReturn,
  meanReturn,
  quantileOf,
  regrets,
  type SaleSums,
  saleScale,
  saleValue,
} from '../../src/measure/signals/value.ts';
import golden from '../data/golden.json' with { type: 'json' };

/** Agreement to the digits that are published. */
function near(found: number | undefined, wanted: number, within = 1e-9): void {
  expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThanOrEqual(within * Math.abs(wanted));
}

const hourOf = (shape: number, rate: number, bigShape: number, scale: number): HourReturn => ({
  shape,
  rate,
  value: { count: 0, mean: scale / (bigShape - 1), shape: bigShape, scale, own: 0 },
});
const anyHour = fc
  .tuple(
    fc.double({ min: 0.05, max: 60, noNaN: true }),
    fc.double({ min: 0.5, max: 5000, noNaN: true }),
    fc.double({ min: 2.05, max: 60, noNaN: true }),
    fc.double({ min: 10, max: 1e7, noNaN: true }),
  )
  .map((numbers) => hourOf(...numbers));

describe('the return per hour', () => {
  const { a, b, A, B, y, P, mean, E_short } = golden.beta_prime;
  const hour = hourOf(a, b, A, B);
  test('is beta prime: the golden case', () => {
    near(chanceBelow(y, hour), P);
    near(meanReturn(hour), mean);
    near(quantileOf(chanceBelow(y, hour), hour), y);
    // What falls short of the bar, on average, is what keeping costs; what exceeds it, what dropping costs.
    expect(regrets(y, hour).keep).toBeCloseTo(E_short, 6);
    expect(regrets(y, hour).drop).toBeCloseTo(E_short + mean - y, 6);
  });
  test('chances rise from 0 to 1, and quantiles turn them back', () => {
    fc.assert(
      fc.property(anyHour, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (any, chance) => {
        const amount = quantileOf(chance, any);
        // What is this small is nothing, whatever its digits.
        if (amount > 1e-20 * meanReturn(any)) near(chanceBelow(amount, any), chance, 1e-7);
        expect(quantileOf(chance / 2, any)).toBeLessThanOrEqual(amount);
        expect(chanceBelow(amount * 2, any)).toBeGreaterThanOrEqual(chanceBelow(amount, any));
      }),
    );
    expect([chanceBelow(0, hour), chanceBelow(-1, hour)]).toEqual([0, 0]);
    expect(chanceBelow(Number.POSITIVE_INFINITY, hour)).toBe(1);
    expect(chanceBelow(1e300, hour)).toBeCloseTo(1, 12);
  });
  test('costs of a mistake are no gains, and their difference is what an hour is over the bar', () => {
    fc.assert(
      fc.property(anyHour, fc.double({ min: 0.1, max: 1000, noNaN: true }), (any, bar) => {
        const { keep, drop } = regrets(bar, any);
        const noise = 1e-9 * Math.max(bar, meanReturn(any));
        expect(keep).toBeGreaterThanOrEqual(-noise);
        expect(drop).toBeGreaterThanOrEqual(-noise);
        expect(keep).toBeLessThanOrEqual(bar + noise);
        expect(Math.abs(drop - keep - (meanReturn(any) - bar))).toBeLessThanOrEqual(noise);
      }),
    );
  });
});

const sales = (...values: number[]): SaleSums => ({
  count: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value ** 2, 0),
});

describe('what a sale is worth', () => {
  test('with no sale of its own a group has the mean of all, as sure as that is', () => {
    const scale = { variation: 1.44, mean: 2000, weight: 4 };
    const value = saleValue(sales(), scale);
    expect([value.mean, value.own, value.count]).toEqual([2000, 0, 0]);
    // 1/(A0 − 2) + 1/Ω = 1/4 + 1/4.
    expect(value.shape).toBeCloseTo(4, 12);
    expect(value.scale).toBeCloseTo(3 * 2000, 9);
  });
  test('with its own it lies between them and the mean of all', () => {
    const scale = { variation: 1, mean: 1000, weight: 10 };
    // A0 = 6: (5 · 1000 + 4 · 3000) / (6 + 4 − 1).
    const value = saleValue(sales(2000, 4000, 3000, 3000), scale);
    expect(value.mean).toBeCloseTo(17_000 / 9, 9);
    expect(value.own).toBeCloseTo(4 / 9, 12);
    const relvar = 1 / (10 - 2) + ((5 / 9) ** 2 * (1000 / (17_000 / 9)) ** 2) / 10;
    expect(value.shape).toBeCloseTo(2 + 1 / relvar, 9);
  });
  test('no scale without a typical sale, until three sales’ worth of groups tell it', () => {
    expect(saleScale([])).toBeUndefined();
    expect(saleScale([sales(900)])).toBeUndefined();
    expect(saleScale([], 1500)).toEqual({ variation: 1.2 ** 2, mean: 1500, weight: 4 });
    // A group with one sale weighs 1/(0.25 + 1.44): five of them under 3, six over.
    const single = (count: number) => saleScale(Array.from({ length: count }, () => sales(1000)));
    expect(single(5)).toBeUndefined();
    const six = single(6);
    const weight = 6 / 1.69;
    expect(six?.weight).toBeCloseTo(weight, 12);
    expect(six?.mean).toBeCloseTo((1000 * weight) / (weight - 1), 9);
    expect(saleScale([sales(1000), sales(), sales(3000)], 1500)?.mean).toBeCloseTo(
      (4 * 1500 + 4000 / 1.69) / (4 + 2 / 1.69),
      9,
    );
  });
  test('the variation is that about each group’s own mean, drawn to 1.2', () => {
    // (10 · 1.44 + 2 · 0.5²) / (10 + 1): one group has 1000 about 2000 twice, the other a single sale.
    expect(saleScale([sales(1000, 3000), sales(50)], 1500)?.variation).toBeCloseTo((14.4 + 0.5) / 11, 12);
  });
});

describe('rates', () => {
  test('of three groups: the golden case', () => {
    const { N, E, m1, m2 } = golden.rates_grid_3;
    const found = ratesOf(N, E);
    for (const [g, rate] of (found?.rates ?? []).entries()) {
      near(rate.mean, m1[g] ?? 0);
      near(rate.square, m2[g] ?? 0);
    }
    expect(found?.rates).toHaveLength(3);
  });
  test('of the pumps: the grid’s golden means, near those of the likeliest prior', () => {
    const { x, t, rates_grid_m1, post_mean } = golden.eb_pumps;
    const found = ratesOf(x, t)?.rates ?? [];
    expect(found).toHaveLength(x.length);
    for (const [g, { mean }] of found.entries()) {
      near(mean, rates_grid_m1[g] ?? 0);
      near(mean, post_mean[g] ?? 0, 0.15);
    }
  });
  test('without exposure there are none; a group without it has that of all', () => {
    expect(ratesOf([], [])).toBeUndefined();
    expect(ratesOf([2, 1], [0, 0])).toBeUndefined();
    const [some, nothing] = ratesOf([4, 0], [50, 0])?.rates ?? [];
    expect(nothing?.own).toBe(0);
    expect(some?.own).toBeGreaterThan(0.3);
    expect(nothing?.mean).toBeGreaterThan(0.02);
  });
  test('each is between its own and that of all, and its square is no less than that of its mean', () => {
    const group = fc.tuple(fc.nat(60), fc.double({ min: 0.5, max: 3000, noNaN: true }));
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 8 }), (groups) => {
        const [counts, hours] = [groups.map(([n]) => n), groups.map(([, e]) => e)];
        const found = ratesOf(counts, hours);
        expect(Number.isFinite(found?.logMarginal)).toBe(true);
        for (const { mean, square, own } of found?.rates ?? []) {
          expect(mean).toBeGreaterThan(0);
          expect(square).toBeGreaterThan(mean ** 2);
          expect(own).toBeGreaterThan(0);
          expect(own).toBeLessThan(1);
        }
        // As many again in one group, and its rate is higher.
        const more = ratesOf([(counts[0] ?? 0) + 3, ...counts.slice(1)], hours);
        expect(more?.rates[0]?.mean).toBeGreaterThan(found?.rates[0]?.mean ?? 0);
      }),
    );
  });
});

describe('the chance of at most k of n', () => {
  const { k, n, q, lower_tail } = golden.binomial_change;
  test('the golden case', () => near(binomialTail(k, n, q), lower_tail, 1e-8));
  test('is the sum of its terms', () => {
    const cases = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }))
      .chain(([of, chance]) => fc.tuple(fc.nat(of), fc.constant(of), fc.constant(chance)));
    fc.assert(
      fc.property(cases, ([most, of, chance]) => {
        let [sum, term] = [0, (1 - chance) ** of];
        for (let i = 0; i <= most; i++) {
          sum += term;
          term *= ((of - i) / (i + 1)) * (chance / (1 - chance));
        }
        expect(Math.abs(binomialTail(most, of, chance) - sum)).toBeLessThanOrEqual(1e-10);
      }),
    );
  });
});
