import type { History } from './signals-oracle-lags.ts';

const at = (list: readonly number[], i: number) => list[i] ?? Number.NaN;
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);

/** First two moments of each group's rate, from counts and exposures, over the 55 points of the grid. */
export function rates(counts: readonly number[], exposures: readonly number[]) {
  const total = sum(counts) + 0.5;
  const points: { a: number; b: number; log: number }[] = [];
  for (const c of [0.3, 0.5, 0.75, 1, 1.5]) {
    const s = Math.sqrt(c ** 2 / counts.length + 1 / total);
    for (let z = -2.5; z <= 2.5; z += 0.5) {
      const m = (total / sum(exposures)) * Math.exp(z * s);
      const a = 1 / c ** 2;
      const b = a / m;
      let log = Math.log(s);
      counts.forEach((count, g) => {
        const exposure = at(exposures, g);
        if (exposure <= 0) return;
        // ln Γ(a + N) − ln Γ(a), as N is a whole number.
        for (let i = 0; i < count; i++) log += Math.log(a + i);
        log += a * Math.log(b) - (a + count) * Math.log(b + exposure);
      });
      points.push({ a, b, log });
    }
  }
  const highest = Math.max(...points.map((one) => one.log));
  const all = sum(points.map((one) => Math.exp(one.log - highest)));
  const mean = (of: (a: number, b: number) => number) =>
    sum(points.map(({ a, b, log }) => Math.exp(log - highest) * of(a, b))) / all;
  return {
    logMarginal: highest + Math.log(all),
    m1: counts.map((count, g) => mean((a, b) => (a + count) / (b + at(exposures, g)))),
    m2: counts.map((count, g) =>
      mean((a, b) => ((a + count) * (a + count + 1)) / (b + at(exposures, g)) ** 2),
    ),
  };
}

export interface Scale {
  readonly mu0: number;
  readonly cv2: number;
  readonly of: (group: number) => { readonly mu: number; readonly bigA: number; readonly bigB: number };
}

/** What a sale is worth, over all and by group; undefined where too little is known to say. */
export function scaleOf(
  { groups, referrals, direct }: History,
  typicalSale: number | undefined,
): Scale | undefined {
  const values = Array.from({ length: groups }, (_, g) => [
    ...referrals.flatMap((one) => (one.group === g && one.status === 'won' ? [one.value ?? 0] : [])),
    ...direct.flatMap((one) => (one.group === g ? [one.value] : [])),
  ]);
  const mean = (list: readonly number[]) => sum(list) / list.length;
  let above = 10 * 1.2 ** 2;
  let under = 10;
  for (const list of values) {
    if (list.length < 2) continue;
    for (const x of list) above += (x / mean(list) - 1) ** 2;
    under += list.length - 1;
  }
  const cv2 = above / under;
  const tau2 = 0.5 ** 2;
  let omega = typicalSale === undefined ? 0 : 4;
  let weighted = omega * (typicalSale ?? 0);
  for (const list of values) {
    if (list.length === 0) continue;
    const weight = 1 / (tau2 + cv2 / list.length);
    omega += weight;
    weighted += weight * mean(list);
  }
  if (typicalSale === undefined && omega < 3) return undefined;
  const mu0 = (weighted / omega) * (typicalSale === undefined ? omega / (omega - 1) : 1);
  const of = (g: number) => {
    const list = values[g] ?? [];
    const k = 1 / cv2;
    const a0 = 2 + 1 / tau2;
    const mu = ((a0 - 1) * mu0 + k * sum(list)) / (a0 + k * list.length - 1);
    const z = (k * list.length) / (k * list.length + a0 - 1);
    const variance = 1 / (a0 + k * list.length - 2) + ((1 - z) ** 2 * (mu0 / mu) ** 2) / omega;
    const bigA = 2 + 1 / variance;
    return { mu, bigA, bigB: (bigA - 1) * mu };
  };
  return { mu0, cv2, of };
}
