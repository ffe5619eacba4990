/** Random numbers that are the same at every run: one sequence for a seed. */
export interface Chance {
  /** From `from` up to `to`. */
  uniform(from: number, to: number): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  isHit(share: number): boolean;
  normal(): number;
  /** With mean 1: exp(spread·N − spread²/2). */
  lognormal(spread: number): number;
  exponential(mean: number): number;
  /** With scale 1, so with the mean `shape`, which is at least 1. */
  gamma(shape: number): number;
  beta(a: number, b: number): number;
  /** Shares of `count` that add up to 1, each with this concentration. */
  dirichlet(concentration: number, count: number): number[];
  poisson(mean: number): number;
}

/** The random numbers of a seed of two whole numbers. */
export function chanceOf(seed: number, index: number): Chance {
  const next = sequence(seed, index);
  const uniform = (from: number, to: number) => from + (to - from) * next();
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  /** Formula: G. Marsaglia and W. W. Tsang, A simple method for generating gamma variables, 2000. */
  const gamma = (shape: number): number => {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  return {
    uniform,
    whole: (from, to) => Math.floor(uniform(from, to + 1)),
    isHit: (share) => next() < share,
    normal,
    lognormal: (spread) => Math.exp(spread * normal() - spread ** 2 / 2),
    exponential: (mean) => -mean * Math.log(1 - next()),
    gamma,
    beta: (a, b) => {
      const x = gamma(a);
      return x / (x + gamma(b));
    },
    dirichlet: (concentration, count) => {
      const parts = Array.from({ length: count }, () => gamma(concentration));
      const sum = parts.reduce((total, part) => total + part, 0);
      return parts.map((part) => part / sum);
    },
    // D. E. Knuth's product of uniforms: the means here are small.
    poisson: (mean) => {
      const least = Math.exp(-mean);
      let count = 0;
      for (let product = next(); product > least; product *= next()) count += 1;
      return count;
    },
  };
}

/** Uniform numbers from 0 up to 1. Formula: C. Doty-Humphrey's sfc32, of the PractRand suite. */
function sequence(seed: number, index: number): () => number {
  let [a, b, c, counter] = [seed | 0, index | 0, 0x9e3779b9 | 0, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 20; i++) next();
  return next;
}
