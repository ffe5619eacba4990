/** The month of the model, in days. */
export const month = 30.4375;

/** How a referral stood on a day. Days may have fractions. */
export interface Outcome {
  readonly at: number;
  readonly outcome: 'won' | 'lost' | 'open';
  /** The day it was won or lost. */
  readonly closedAt: number | undefined;
}

/** A stretch of referral age, in months, in which wins and losses come at steady rates. */
export interface LagBin {
  readonly from: number;
  readonly to: number;
  /** Wins and losses in it, and the referral-months at risk. */
  readonly won: number;
  readonly lost: number;
  readonly exposure: number;
  /** Wins and losses a month at risk, drawn to the prior. */
  readonly winHazard: number;
  readonly lossHazard: number;
  /** Shares won, lost and open at its start. */
  readonly start: { readonly won: number; readonly lost: number; readonly open: number };
}

/** What becomes of a referral with age. */
export interface LagTable {
  readonly bins: readonly LagBin[];
  /** The age in months at which an open referral counts as lost. */
  readonly staleAfter: number;
  /** The share won in the end: of all, at `staleAfter`. */
  readonly winShare: number;
  /** The age in months by which half of the wins have come. */
  readonly halfWonAt: number;
  /** Shares won, lost and still open at an age in months. */
  at(age: number): LagBin['start'];
}

const edges = [0, 1, 2, 3, 6, 9, 12];
/** What the assumption weighs, in referral-months at each age. */
export const priorMonths = 4;
const priorWins = 0.07 * priorMonths;
const priorLosses = 0.16 * priorMonths;

/**
 * Competing risks of being won and lost, piecewise exponential in age, each hazard with a Gamma prior of four
 * referral-months. Formula: Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, ch. 8.
 * @param staleAfter months, 13 to 36, after which an open referral counts as lost; 12 where left out.
 */
export function lagTable(referrals: readonly Outcome[], asOf: number, staleAfter?: number): LagTable {
  const limits = staleAfter === undefined ? edges : [...edges, staleAfter];
  const last = limits.at(-1) ?? 12;
  const counts = limits.slice(1).map((to, i) => ({ from: limits[i] ?? 0, to, won: 0, lost: 0, exposure: 0 }));
  for (const { at, outcome, closedAt } of referrals) {
    const age = ((closedAt ?? asOf) - at) / month;
    for (const bin of counts) {
      if (age >= bin.to) bin.exposure += bin.to - bin.from;
      else {
        bin.exposure += age - bin.from;
        if (outcome !== 'open') bin[outcome] += 1;
        break;
      }
    }
  }
  const bins: LagBin[] = [];
  let start = { won: 0, lost: 0, open: 1 };
  for (const bin of counts) {
    const winHazard = (bin.won + priorWins) / (bin.exposure + priorMonths);
    const lossHazard = (bin.lost + priorLosses) / (bin.exposure + priorMonths);
    const filled = { ...bin, winHazard, lossHazard, start };
    bins.push(filled);
    start = sharesIn(filled, bin.to);
  }
  const at = (age: number) => {
    const bin = bins.findLast(({ from }) => from <= age);
    return bin ? sharesIn(bin, Math.min(age, last)) : { won: 0, lost: 0, open: 1 };
  };
  return {
    bins,
    staleAfter: last,
    winShare: start.won,
    halfWonAt: ageWhereWon(start.won / 2, bins),
    at,
  };
}

function sharesIn({ from, winHazard, lossHazard, start }: LagBin, age: number): LagBin['start'] {
  const hazard = winHazard + lossHazard;
  const closed = start.open * -Math.expm1(-hazard * (age - from));
  return {
    won: start.won + closed * (winHazard / hazard),
    lost: start.lost + closed * (lossHazard / hazard),
    open: start.open - closed,
  };
}

function ageWhereWon(share: number, bins: readonly LagBin[]): number {
  const bin = bins.findLast(({ start }) => start.won <= share);
  if (!bin) return 0;
  const hazard = bin.winHazard + bin.lossHazard;
  const closed = (share - bin.start.won) / (bin.start.open * (bin.winHazard / hazard));
  return bin.from - Math.log1p(-closed) / hazard;
}

/** What an open referral of an age in months tells of the share won, from 0 (nothing) to 1 on either side. */
export interface OpenEvidence {
  /** Of referrals that end won, and of those that end lost: the share still open at this age. */
  readonly ofWon: number;
  readonly ofLost: number;
  readonly won: number;
  readonly lost: number;
}

/** The evidence of a referral still open at an age below `staleAfter`. */
export function openEvidence(age: number, lags: LagTable): OpenEvidence {
  const { won, lost } = lags.at(age);
  const ofWon = 1 - won / lags.winShare;
  const ofLost = 1 - lost / (1 - lags.winShare);
  return ofWon < ofLost
    ? { ofWon, ofLost, won: 0, lost: 1 - ofWon / ofLost }
    : { ofWon, ofLost, won: 1 - ofLost / ofWon, lost: 0 };
}
