/** The special functions that the model of `signals` needs, to 1e-10 of R's. */

const lanczos = [
  0.999_999_999_999_809_93, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13,
  -176.615_029_162_140_59, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6,
  1.505_632_735_149_311_6e-7,
] as const;

/** ln Γ(x) for x > 0. Formula: C. Lanczos 1964 with P. Godfrey's coefficients (g = 7, n = 9). */
export function lgamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lgamma(1 - x);
  const z = x - 1;
  const base = z + 7.5;
  let sum: number = lanczos[0];
  for (let i = 1; i < lanczos.length; i++) sum += (lanczos[i] ?? 0) / (z + i);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(base) - base + Math.log(sum);
}

const tiny = 1e-300;
const close = 1e-16;
const mostSteps = 100_000;

/**
 * The regularised lower incomplete gamma function P(a, x), for a > 0 and x ≥ 0: the chance that a Gamma(a, 1)
 * is below x. Formula: Press et al., Numerical Recipes, 6.2 (series, and Lentz's continued fraction).
 */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - lgamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < mostSteps && term > sum * close; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.min(1, sum * front);
  }
  return 1 - front * fraction((i) => (i === 0 ? [1, x + 1 - a] : [-i * (i - a), x + 2 * i + 1 - a]));
}

/**
 * The regularised incomplete beta function I_x(a, b), for a, b > 0 and x from 0 to 1: the chance that a
 * Beta(a, b) is below x. Formula: Numerical Recipes, 6.4 (Lentz's continued fraction).
 */
export function betaI(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast below the mean only; above it the other tail does.
  if (x > (a + 1) / (a + b + 2)) return 1 - (front / b) * fraction(betaTerms(1 - x, b, a));
  return (front / a) * fraction(betaTerms(x, a, b));
}

function betaTerms(x: number, a: number, b: number) {
  return (i: number): readonly [number, number] => {
    if (i === 0) return [1, 1];
    const m = i >> 1;
    const numerator =
      i % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return [numerator, 1];
  };
}

/** A continued fraction a0/(b0 + a1/(b1 + …)) of terms [a, b], by Lentz's method as Thompson and Barnett have it. */
function fraction(termOf: (i: number) => readonly [number, number]): number {
  let value = tiny;
  let c = value;
  let d = 0;
  for (let i = 0; i < mostSteps; i++) {
    const [a, b] = termOf(i);
    d = b + a * d;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = b + a / c;
    if (Math.abs(c) < tiny) c = tiny;
    value *= c * d;
    if (i > 0 && Math.abs(c * d - 1) < close * 4) break;
  }
  return value;
}

/** Where a rising function of y ≥ 0 reaches p, by bisection to the last bits; `start` is a guess above 0. */
export function inverse(rising: (y: number) => number, p: number, start: number): number {
  let low = start;
  let high = start;
  while (rising(low) > p && low > Number.MIN_VALUE * 4) {
    high = low;
    low /= 2;
  }
  while (rising(high) < p && high < Number.MAX_VALUE / 4) {
    low = high;
    high *= 2;
  }
  for (let i = 0; i < 100 && high - low > high * 2e-16; i++) {
    const middle = (low + high) / 2;
    if (rising(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
