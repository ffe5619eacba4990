import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalP, trendOf } from '../../src/measure/trend-test.ts';
import golden from '../data/golden.json' with { type: 'json' };

describe('published cases', () => {
  test.each(golden.mann_kendall.map((each) => [each.x.join(' '), each] as const))('%s', (_, each) => {
    const { s, variance, p, slope } = trendOf(each.x);
    expect(s).toBe(each.S);
    expect(p).toBeCloseTo(each.p2_exact, 10);
    if (each.sen !== undefined) expect(slope).toBeCloseTo(each.sen, 10);
    if (each.var_ties !== undefined) expect(variance).toBeCloseTo(each.var_ties, 9);
    if (each.Z !== undefined) expect((Math.abs(s) - 1) / Math.sqrt(variance)).toBeCloseTo(each.Z, 9);
    if (each.p2_normal !== undefined) expect(normalP(s, variance)).toBeCloseTo(each.p2_normal, 11);
  });
});

/** Few distinct values, so that many are tied. */
const series = fc.array(fc.oneof(fc.integer({ min: -2, max: 3 }), fc.integer({ min: -999, max: 999 })), {
  minLength: 1,
  maxLength: 60,
});
const mirrored = (sign: number) => (value: number) => (value === 0 ? 0 : sign * value);

test('a series read backwards has the same p, and S and slope the other way', () => {
  fc.assert(
    fc.property(series, (values) => {
      const there = trendOf(values);
      const back = trendOf(values.toReversed());
      expect(back.s + there.s).toBe(0);
      expect(back.p).toBe(there.p);
      expect((back.slope ?? 0) + (there.slope ?? 0)).toBeCloseTo(0, 12);
      expect(there.p).toBeGreaterThan(0);
      expect(there.p).toBeLessThanOrEqual(1);
      expect(Math.sign(there.s)).toBe(mirrored(-1)(Math.sign(back.s)));
    }),
  );
});

test('another unit, or another zero, changes nothing but the slope’s unit', () => {
  fc.assert(
    fc.property(
      series,
      fc.integer({ min: -1e6, max: 1e6 }),
      fc.integer({ min: 1, max: 999 }),
      (values, zero, unit) => {
        const plain = trendOf(values);
        const other = trendOf(values.map((value) => zero + value / unit));
        expect(other).toMatchObject({ count: plain.count, s: plain.s, variance: plain.variance, p: plain.p });
        expect(other.slope ?? 0).toBeCloseTo((plain.slope ?? 0) / unit, 8);
      },
    ),
  );
});

test('what is undefined is not tested, but keeps its place in time', () => {
  expect(trendOf([1, null, 3, null, 5])).toMatchObject({ count: 3, s: 3, slope: 1 });
  expect(trendOf([null, null])).toMatchObject({ count: 0, s: 0, slope: undefined, p: 1 });
  expect(trendOf([])).toMatchObject({ count: 0, p: 1 });
});

test('equal ratios are tied although their last bits differ', () => {
  const third = 0.1 + 0.2;
  expect(third).not.toBe(0.3);
  expect(trendOf([0.3, third, 0.3, third])).toMatchObject({ s: 0, variance: 0, p: 1, slope: 0 });
});

test('values that are all the same have p = 1, however many', () => {
  for (const length of [1, 8, 40, 41, 400]) {
    expect(trendOf(Array.from({ length }, () => 7))).toMatchObject({ s: 0, variance: 0, p: 1 });
  }
});

/** Every order of the values, equal ones told apart. */
function ordersOf(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, i) => ordersOf(values.toSpliced(i, 1)).map((rest) => [value, ...rest]));
}
const scoreOf = (values: readonly number[]) =>
  values.reduce(
    (sum, late, j) => sum + values.slice(0, j).reduce((part, early) => part + Math.sign(late - early), 0),
    0,
  );

test('exact p is the share of all orders that are as far from no trend', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }), (values) => {
      const { s, p } = trendOf(values);
      expect(s).toBe(scoreOf(values));
      const scores = ordersOf(values).map(scoreOf);
      const far = scores.filter((score) => Math.abs(score) >= Math.abs(s)).length;
      expect(p).toBeCloseTo(far / scores.length, 12);
    }),
    { numRuns: 60 },
  );
});

test('forty values are counted out without losing a digit, and the normal takes over smoothly', () => {
  const rising = (length: number) => Array.from({ length }, (_, i) => i);
  // Of 40! orders one rises throughout and one falls.
  let orders = 1;
  for (let i = 1; i <= 40; i++) orders *= i;
  expect(trendOf(rising(40)).p / (2 / orders)).toBeCloseTo(1, 12);
  // A series with a moderate trend: counted out and normal agree to the third digit.
  const wavy = rising(40).map((i) => ((i * 17) % 41) + i / 4);
  const { s, variance, p } = trendOf(wavy);
  expect(p).toBeGreaterThan(0.01);
  expect(Math.abs(normalP(s, variance) - p)).toBeLessThan(2e-3);
  expect(trendOf([...wavy, 25]).p).toBeGreaterThan(0.01);
});
