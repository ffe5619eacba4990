import fc from 'fast-check';
import { expect, test } from 'vitest';
import golden from '../data/golden.json' with { type: 'json' };
import mini from '../data/golden-mini.json' with { type: 'json' };
import { signalFacts } from './signals-facts.ts';
import { expectedSignals } from './signals-oracle.ts';
import type { Referral } from './signals-oracle-lags.ts';
import { assess } from './signals-oracle-model.ts';
import { rates } from './signals-oracle-pools.ts';
import { binomialUpTo, chanceBelow, incompleteBeta, lnGamma } from './signals-oracle-special.ts';

/** Fails where the two differ by more than `within` of the wanted figure. */
function near(found: number | undefined, wanted: number, within: number, what: string): void {
  const isNear =
    found !== undefined && Math.abs(found - wanted) <= within * Math.max(Math.abs(wanted), 1e-300);
  expect(isNear, `${what}: ${found}, not ${wanted}`).toBe(true);
}

test('the mini journal gives its golden figures', () => {
  const { journal, T, bar, typicalSale, out } = mini;
  const history = {
    ...{ month: 1, groups: journal.G, start: journal.start, now: T },
    activities: journal.events.map(({ g, t, h }) => ({ group: g, at: t, hours: h })),
    referrals: journal.refs.map(
      ({ g, t, status, closed, v }): Referral => ({
        ...{ group: g, at: t, closed, value: v },
        status: status === 'won' || status === 'lost' ? status : 'open',
      }),
    ),
    direct: journal.direct.map(({ g, t, v }) => ({ group: g, at: t, value: v })),
  };
  const found = assess(history, 24, { typicalSale });
  const exactly = (value: number | undefined, wanted: number, what: string) =>
    near(value, wanted, 1e-9, what);
  out.hw.forEach(([, weight = 0], i) => {
    exactly(found.weights[i], weight, `weight ${i}`);
  });
  exactly(found.lags.winShare, out.pi0, 'pi0');
  exactly(found.lags.halfWon, out.winMed, 'winMed');
  exactly(found.scale?.mu0, out.mu0, 'mu0');
  exactly(found.scale?.cv2, out.cv2, 'cv2');
  out.groups.forEach((wanted, g) => {
    const figures = found.figures[g];
    const money = figures?.money;
    const loss = money?.lossKeeping(bar) ?? Number.NaN;
    const mine: Record<string, number | undefined> = {
      ...{ hours: found.hours[g], R: found.received[g], D: found.direct[g] },
      ...{ won: found.won[g], lost: found.lost[g], pi: figures?.winShare, maturity: figures?.maturity },
      ...{ a: money?.a, b: money?.b, A: money?.bigA, B: money?.bigB, mu: money?.mu, mean: money?.mean },
      ...{ lam: (money?.a ?? 0) / (money?.b ?? 0), seenSales: money?.seenAt(bar), pBelow: money?.below(bar) },
      ...{ q10: money?.quantile(0.1), q90: money?.quantile(0.9) },
      ...{ lossKeepPerHour: loss, lossDropPerHour: loss + (money?.mean ?? 0) - bar },
      ...{ openExpected: money?.openExpected, actExpected: money?.hoursExpected },
    };
    expect(Object.keys(mine).toSorted()).toEqual(Object.keys(wanted).toSorted());
    for (const [name, value] of Object.entries(wanted)) exactly(mine[name], value, `group ${g} ${name}`);
  });
});

test('rates, change and beta prime give their golden figures', () => {
  const { rates_grid_3: grid, eb_pumps: pumps, binomial_change: change, beta_prime: prime } = golden;
  const found = rates(grid.N, grid.E);
  grid.m1.forEach((wanted, i) => {
    near(found.m1[i], wanted, 1e-9, `m1 ${i}`);
  });
  grid.m2.forEach((wanted, i) => {
    near(found.m2[i], wanted, 1e-9, `m2 ${i}`);
  });
  const pumped = rates(pumps.x, pumps.t);
  pumps.rates_grid_m1.forEach((wanted, i) => {
    near(pumped.m1[i], wanted, 1e-9, `pump ${i}`);
  });
  near(binomialUpTo(change.k, change.n, change.q), change.lower_tail, 1e-9, 'tail');
  const { a, b, A, B, y } = prime;
  near(chanceBelow(y, a, b, A, B), prime.P, 1e-9, 'P');
  const u = (y * b) / B;
  const short = y * prime.P - prime.mean * incompleteBeta(u / (1 + u), 1 / (1 + u), a + 1, A - 1);
  near(short, prime.E_short, 1e-9, 'E_short');
});

test('the special functions are R’s', () => {
  for (const [x = 0, wanted = 0] of golden.special.lgamma) near(lnGamma(x), wanted, 1e-12, `lnGamma ${x}`);
  for (const [x = 0, a = 0, b = 0, wanted = 0] of golden.special.betaI)
    near(incompleteBeta(x, 1 - x, a, b), wanted, 1e-11, `I ${x} ${a} ${b}`);
});

test('random journals come to every verdict, flagged or not', () => {
  const journals = fc.sample(signalFacts, { numRuns: 80, seed: 1 });
  const rows = journals.flatMap((about) => [...expectedSignals(about).values()]);
  expect(new Set(rows.map((row) => row.verdict)).size).toBe(4);
  expect(new Set(rows.map((row) => row.isFlagged)).size).toBe(2);
  // No figure is lost to a division by nothing, and a range has two ends.
  const odd = rows.filter(
    (row) =>
      Object.values(row).some((value) => typeof value === 'number' && !Number.isFinite(value)) ||
      (row.low !== null && row.high !== null && row.low >= row.high),
  );
  expect(odd).toEqual([]);
});
