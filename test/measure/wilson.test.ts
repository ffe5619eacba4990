import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilson } from '../../src/measure/wilson.ts';
import golden from '../data/golden.json' with { type: 'json' };

test.each(golden.wilson95.cases)('%d of %d', (k = 0, n = 0, low = 0, high = 0) => {
  const found = wilson(k, n);
  expect(found.low).toBeCloseTo(low, 9);
  expect(found.high).toBeCloseTo(high, 9);
});

test('nothing of nothing may be anything', () => {
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});

const counts = fc
  .integer({ min: 1, max: 2000 })
  .chain((n) => fc.tuple(fc.oneof(fc.integer({ min: 0, max: n }), fc.constantFrom(0, n)), fc.constant(n)));
const z = 1.959_963_984_540_054;

describe('for any count', () => {
  test('the ends are the shares that are 1.96 standard errors of their own from what was seen', () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const { low, high } = wilson(k, n);
        for (const [end, isSeen] of [
          [low, k === 0],
          [high, k === n],
        ] as const) {
          // At 0 and 1 the standard error is 0: the end is the share itself.
          if (isSeen) expect(end).toBe(k / n);
          else expect(Math.abs(end - k / n)).toBeCloseTo(z * Math.sqrt((end * (1 - end)) / n), 9);
        }
      }),
    );
  });
  test('the share is inside, and the ends are shares', () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const { low, high } = wilson(k, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        expect(high).toBeLessThanOrEqual(1);
        expect(high - low).toBeGreaterThan(0);
      }),
    );
  });
  test('what is not counted has the rest of it', () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const [counted, others] = [wilson(k, n), wilson(n - k, n)];
        expect(others.low).toBeCloseTo(1 - counted.high, 12);
        expect(others.high).toBeCloseTo(1 - counted.low, 12);
      }),
    );
  });
  test('more of as many is more; the same share of more is surer', () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const { low, high } = wilson(k, n);
        if (k < n) {
          expect(wilson(k + 1, n).low).toBeGreaterThan(low);
          expect(wilson(k + 1, n).high).toBeGreaterThan(high);
        }
        const surer = wilson(3 * k, 3 * n);
        expect(surer.high - surer.low).toBeLessThan(high - low);
      }),
    );
  });
});
