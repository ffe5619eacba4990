import { type History, type Lags, lagsOf, referredBy, soldBy } from './signals-oracle-lags.ts';
import { rates, type Scale, scaleOf } from './signals-oracle-pools.ts';
import { chanceBelow, incompleteBeta, whereReached } from './signals-oracle-special.ts';

export interface Assumed {
  readonly typicalSale?: number | undefined;
  readonly staleAfter?: number | undefined;
}
/** The chain of one group up to its distribution of the return per hour. */
export interface Figures {
  readonly winShare: number;
  readonly maturity: number;
  /** With no money scale there is none of these. */
  readonly money?: Money | undefined;
}
export interface Money {
  readonly mu: number;
  readonly a: number;
  readonly b: number;
  readonly bigA: number;
  readonly bigB: number;
  readonly mean: number;
  readonly below: (y: number) => number;
  readonly quantile: (p: number) => number;
  /** Sales that a group at the bar would have shown by now. */
  readonly seenAt: (bar: number) => number;
  /** What an hour is expected to lose by keeping, where the group is bad. */
  readonly lossKeeping: (bar: number) => number;
  readonly openExpected: number;
  readonly hoursExpected: number;
}
export interface Assessment {
  readonly from: number;
  readonly lags: Lags;
  readonly hours: readonly number[];
  readonly received: readonly number[];
  readonly direct: readonly number[];
  readonly won: readonly number[];
  readonly lost: readonly number[];
  readonly weights: readonly number[];
  readonly scale: Scale | undefined;
  /** By group; none where there are no rates. */
  readonly figures: readonly (Figures | undefined)[];
}

const halfLives = [0.75, 1.5, 3, 6, 9];
const priors = [0.1, 0.2, 0.35, 0.2, 0.15];
const at = (list: readonly number[], i: number) => list[i] ?? Number.NaN;
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);

/** Assesses every group from the events of the history, none of which is later than its `now`. */
export function assess(history: History, windowMonths: number, assumed: Assumed): Assessment {
  const { month, now, start, activities, referrals } = history;
  const groups = Array.from({ length: history.groups }, (_, g) => g);
  const from = Math.max(start, now - windowMonths * month);
  const inWindow = (day: number) => day > from && day <= now;
  const age = (day: number) => (now - day) / month;
  const ageAtFrom = (day: number) => (from - day) / month;

  const hours = groups.map((g) =>
    sum(activities.map((one) => (one.group === g && !one.isVirtual && one.at >= from ? one.hours : 0))),
  );
  const received = groups.map((g) => referrals.filter((one) => one.group === g && inWindow(one.at)).length);
  const direct = groups.map(
    (g) => history.direct.filter((one) => one.group === g && inWindow(one.at)).length,
  );

  const lags = lagsOf(history, assumed.staleAfter);
  const { won, lost } = closings(history, lags);
  const scale = scaleOf(history, assumed.typicalSale);
  const exposed = (g: number, by: (age: number) => number) =>
    sum(
      activities.map((one) => (one.group === g ? one.hours * (by(age(one.at)) - by(ageAtFrom(one.at))) : 0)),
    );
  const base = { from, lags, hours, received, direct, won, lost, scale };
  const noRates = sum(groups.map((g) => exposed(g, (x) => referredBy(x, 3)))) === 0;
  if (noRates) return { ...base, weights: [], figures: groups.map(() => undefined) };

  const referralSum = (halfLife: number) => {
    let total = 0;
    for (const referral of referrals) {
      if (!inWindow(referral.at)) continue;
      let strength = 0;
      for (const one of activities) {
        if (one.group !== referral.group || one.at > referral.at) continue;
        const since = (referral.at - one.at) / month;
        strength += one.hours * (Math.LN2 / halfLife) * 2 ** (-since / halfLife);
      }
      total += Math.log(1e-9 + strength);
    }
    return total;
  };
  const assumptions = halfLives.map((halfLife, i) => {
    const exposureR = groups.map((g) => exposed(g, (x) => referredBy(x, halfLife)));
    const exposureD = groups.map((g) => exposed(g, (x) => soldBy(x, halfLife, lags.halfWon)));
    const rho = rates(received, exposureR);
    const delta = rates(direct, exposureD);
    const logWeight = Math.log(at(priors, i)) + rho.logMarginal + referralSum(halfLife);
    return { halfLife, exposureD, rho, delta, logWeight };
  });
  const highest = Math.max(...assumptions.map((one) => one.logWeight));
  const raw = assumptions.map((one) => Math.exp(one.logWeight - highest));
  const weights = raw.map((weight) => weight / sum(raw));
  const mixed = (of: (one: (typeof assumptions)[number]) => number) =>
    sum(assumptions.map((one, i) => at(weights, i) * of(one)));

  const n = sum(won) + sum(lost);
  const pi = lags.winShare;
  const spread = ((pi * (1 - pi)) / (n + 8)) * (1 + n / (16 * history.groups));
  const figures = groups.map((g): Figures => {
    const alpha = 8 * pi + at(won, g);
    const both = 8 + at(won, g) + at(lost, g);
    const p1 = alpha / both;
    const p2 = (alpha * (alpha + 1)) / (both * (both + 1)) + (8 / both) ** 2 * spread;
    const spent = at(hours, g);
    const maturity = spent > 0 ? mixed((one) => Math.min(1, at(one.exposureD, g) / spent)) : 0;
    if (scale === undefined) return { winShare: p1, maturity };
    const { mu, bigA, bigB } = scale.of(g);
    const l1 = mixed(({ rho, delta }) => at(rho.m1, g) * p1 + at(delta.m1, g));
    const l2 = mixed(
      ({ rho, delta }) => at(rho.m2, g) * p2 + 2 * at(rho.m1, g) * p1 * at(delta.m1, g) + at(delta.m2, g),
    );
    const a = l1 ** 2 / (l2 - l1 ** 2);
    const b = l1 / (l2 - l1 ** 2);
    const mean = (a / b) * mu;
    const below = (y: number) => chanceBelow(y, a, b, bigA, bigB);
    const toCome = (by: (age: number) => number) =>
      sum(activities.map((one) => (one.group === g ? one.hours * (1 - by(age(one.at))) : 0)));
    const openOnes = referrals.filter((one) => one.group === g && one.status === 'open');
    const money: Money = {
      ...{ mu, a, b, bigA, bigB, mean, below },
      quantile: (p) => whereReached(p, below),
      seenAt: (bar) => mixed((one) => (at(one.exposureD, g) * bar) / mu),
      lossKeeping: (bar) => {
        const u = (bar * b) / bigB;
        return bar * below(bar) - mean * incompleteBeta(u / (1 + u), 1 / (1 + u), a + 1, bigA - 1);
      },
      openExpected: sum(openOnes.map((one) => chanceToWin(age(one.at), p1, lags))),
      hoursExpected: mixed(
        ({ rho, delta, halfLife }) =>
          at(rho.m1, g) * p1 * toCome((x) => referredBy(x, halfLife)) +
          at(delta.m1, g) * toCome((x) => soldBy(x, halfLife, lags.halfWon)),
      ),
    };
    return { winShare: p1, maturity, money };
  });
  return { ...base, weights, figures };
}

/** Referrals won and lost by group, and what open ones say of either. */
function closings({ groups, referrals, now, month }: History, lags: Lags) {
  const won = new Array<number>(groups).fill(0);
  const lost = new Array<number>(groups).fill(0);
  for (const { group, at: day, status } of referrals) {
    const age = (now - day) / month;
    const openWon = 1 - lags.wonBy(age) / lags.winShare;
    const openLost = 1 - lags.lostBy(age) / (1 - lags.winShare);
    if (status === 'won') won[group] = at(won, group) + 1;
    else if (status === 'lost' || age >= lags.last) lost[group] = at(lost, group) + 1;
    else if (openWon < openLost) lost[group] = at(lost, group) + 1 - openWon / openLost;
    else won[group] = at(won, group) + 1 - openLost / openWon;
  }
  return { won, lost };
}

function chanceToWin(age: number, winShare: number, lags: Lags): number {
  if (age >= lags.last) return 0;
  const won = winShare * (1 - lags.wonBy(age) / lags.winShare);
  const lost = (1 - winShare) * (1 - lags.lostBy(age) / (1 - lags.winShare));
  return won / (won + lost);
}
