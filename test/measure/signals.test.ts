import { expect, test } from 'vitest';
import { assess } from '../../src/measure/signals/assess.ts';
import { basesOf, usualWindow } from '../../src/measure/signals/basis.ts';
import { month } from '../../src/measure/signals/lags.ts';
import { openReferrals } from '../../src/measure/signals/outcomes.ts';
import { portfolioOf, referralsAt } from '../../src/measure/signals/record.ts';
import { chanceBelow, meanReturn, quantileOf, regrets } from '../../src/measure/signals/value.ts';
import mini from '../data/golden-mini.json' with { type: 'json' };

const { journal, out } = mini;

/** The mini journal, its months as days. */
const portfolio = portfolioOf(
  journal.start,
  Array.from({ length: journal.G }, (_, g) => ({
    key: String(g),
    joined: undefined,
    left: undefined,
    foundAt: undefined,
    activities: journal.events
      .filter((event) => event.g === g)
      .map(({ t, h }) => ({ at: t * month, hours: h })),
    referrals: journal.refs
      .filter((referral) => referral.g === g)
      .map(({ t, status, closed, v }) => ({
        at: t * month,
        lostAt: status === 'lost' && closed !== undefined ? closed * month : undefined,
        sales:
          status === 'won' && closed !== undefined && v !== undefined
            ? [{ at: closed * month, minor: v }]
            : [],
      })),
    direct: journal.direct
      .filter((sale) => sale.g === g)
      .map(({ t, v }) => ({ at: t * month, minor: v, refunds: [] })),
    costBetween: () => 0,
  })),
);
const assessment = assess(
  basesOf(portfolio.records, {
    start: journal.start,
    asOf: mini.T * month,
    typicalSale: mini.typicalSale,
    staleAfter: undefined,
  })(usualWindow),
);

/** Agreement to 1e-9 of the value. */
function near(found: number | undefined, expected: number): void {
  expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
}

test('lags and half-lives of the mini journal', () => {
  near(assessment.lags.winShare, out.pi0);
  near(assessment.lags.halfWonAt, out.winMed);
  for (const [h, [, weight = 0]] of out.hw.entries()) near(assessment.weights[h], weight);
});

test('the scale of its sales', () => {
  near(assessment.scale?.mean, out.mu0);
  near(assessment.scale?.variation, out.cv2);
});

test.each(out.groups.map((expected, g) => ({ g, expected })))('group $g', ({ g, expected }) => {
  const found = assessment.groups[g];
  const { hour } = found ?? {};
  expect(found?.received).toBe(expected.R);
  expect(found?.direct).toBe(expected.D);
  near(found?.hours, expected.hours);
  near(found?.won, expected.won);
  near(found?.lost, expected.lost);
  near(found?.winShare.mean, expected.pi);
  near(found?.salesAnHour.mean, expected.lam);
  near(found?.maturity, expected.maturity);
  near(found?.toCome, expected.actExpected);
  if (!found || !hour) throw new Error('no return per hour');
  const open = openReferrals(
    referralsAt(assessment.asOf, found.record),
    found.winShare.mean,
    assessment.asOf,
    assessment.lags,
  );
  near(
    open.reduce((sum, { chance }) => sum + chance, 0),
    expected.openExpected,
  );
  near(hour.value.mean, expected.mu);
  near(hour.shape, expected.a);
  near(hour.rate, expected.b);
  near(hour.value.shape, expected.A);
  near(hour.value.scale, expected.B);
  near(meanReturn(hour), expected.mean);
  near(chanceBelow(out.bar, hour), expected.pBelow);
  near(quantileOf(0.1, hour), expected.q10);
  near(quantileOf(0.9, hour), expected.q90);
  const matured = assessment.weights.reduce((sum, w, h) => sum + w * (found?.matured.sales[h] ?? 0), 0);
  near((matured * out.bar) / hour.value.mean, expected.seenSales);
  near(regrets(out.bar, hour).keep, expected.lossKeepPerHour);
  near(regrets(out.bar, hour).drop, expected.lossDropPerHour);
});
