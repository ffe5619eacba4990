/**
 * ln Γ(x) for x > 0: Stirling's series, after a shift to where its first seven terms are exact to 1e-17.
 * Source: Abramowitz & Stegun 6.1.41 and 6.1.15.
 */
export function lnGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < 16) {
    product *= shifted;
    shifted += 1;
  }
  const terms = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156];
  let series = 0;
  terms.forEach((term, i) => {
    series += term / shifted ** (2 * i + 1);
  });
  const stirling = (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series;
  return stirling - Math.log(product);
}

/**
 * The regularised incomplete beta I_x(a, b) by its power series, whose terms are all positive, taken from
 * the end that x is nearer to. Source: Abramowitz & Stegun 26.5.4 in its form with (1 − x)^b before the sum.
 * @param rest 1 − x, given apart so that no digit of it is lost.
 */
export function incompleteBeta(x: number, rest: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - fromBelow(rest, x, b, a);
  return fromBelow(x, rest, a, b);
}

function fromBelow(x: number, rest: number, a: number, b: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; term > sum * 1e-17; n++) {
    term *= (x * (a + b + n)) / (a + 1 + n);
    sum += term;
  }
  const logBeta = lnGamma(a) + lnGamma(b) - lnGamma(a + b);
  return (Math.exp(a * Math.log(x) + b * Math.log(rest) - logBeta) * sum) / a;
}

/** P(Y < y) where Y is Gamma(a, b) × inverse Gamma(A, B). */
export function chanceBelow(y: number, a: number, b: number, bigA: number, bigB: number): number {
  if (y <= 0) return 0;
  const u = (y * b) / bigB;
  return incompleteBeta(u / (1 + u), 1 / (1 + u), a, bigA);
}

/** P(X ≤ k) where X is binomial: k or fewer of n, each with the chance q. */
export function binomialUpTo(k: number, n: number, q: number): number {
  let sum = 0;
  for (let i = 0; i <= k; i++) {
    let ways = 1;
    for (let j = 1; j <= i; j++) ways *= (n - i + j) / j;
    sum += ways * q ** i * (1 - q) ** (n - i);
  }
  return sum;
}

/** Where an increasing function reaches the level, for an argument above 0: doubled until beyond, then halved. */
export function whereReached(level: number, increasing: (y: number) => number): number {
  let low = 0;
  let high = 1e-9;
  while (increasing(high) < level) {
    low = high;
    high *= 2;
  }
  while (high - low > 1e-14 * high && high > 1e-60) {
    const middle = (low + high) / 2;
    if (increasing(middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
