import { expect, test } from 'vitest';
import { betaI, gammaP, inverse, lgamma } from '../../src/measure/special.ts';
import golden from '../data/golden.json' with { type: 'json' };

/** Agreement to 1e-10, relative where the value is large. */
function near(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThan(1e-10 * Math.max(1, Math.abs(expected)));
}

test.each(golden.special.lgamma)('ln Γ(%d) is R’s', (x = 0, expected = 0) => near(lgamma(x), expected));

test.each(golden.special.gammaP)('P(%d, %d) is R’s', (a = 0, x = 0, expected = 0) =>
  near(gammaP(a, x), expected),
);

test.each(golden.special.betaI)('I(%d; %d, %d) is R’s', (x = 0, a = 0, b = 0, expected = 0) =>
  near(betaI(x, a, b), expected),
);

test('the ends are exact', () => {
  expect([betaI(0, 2, 3), betaI(1, 2, 3), gammaP(2, 0)]).toEqual([0, 1, 0]);
});

test('a quantile is where the chance is reached', () => {
  // Of an exponential the quantile is known: −ln(1 − p).
  near(
    inverse((y) => gammaP(1, y), 0.9, 1),
    Math.log(10),
  );
  near(
    inverse((y) => gammaP(1, y), 0.001, 50),
    -Math.log(0.999),
  );
});
