import { type LagTable, month, type OpenEvidence, openEvidence } from './lags.ts';
import type { ReferralState } from './record.ts';

/** How the referrals of a group came out, with what those still open tell. */
export interface Outcomes {
  readonly won: number;
  readonly lost: number;
  /** Those among the lost that nobody closed: open for too long. */
  readonly stale: number;
  /** How many are open. */
  readonly open: number;
}

/** The outcomes of referrals on a day; one open for as long as the lag table goes counts as lost. */
export function outcomesOf(referrals: readonly ReferralState[], asOf: number, lags: LagTable): Outcomes {
  let [won, lost, stale, open] = [0, 0, 0, 0];
  for (const { at, outcome } of referrals) {
    const age = (asOf - at) / month;
    if (outcome === 'won') won += 1;
    else if (outcome === 'lost') lost += 1;
    else if (age >= lags.staleAfter) stale += 1;
    else {
      const evidence = openEvidence(age, lags);
      won += evidence.won;
      lost += evidence.lost;
      open += 1;
    }
  }
  return { won, lost: lost + stale, stale, open };
}

/** A referral that is open and not stale: its age in months, what that tells, and its chance to be won. */
export interface OpenReferral extends OpenEvidence {
  readonly state: ReferralState;
  readonly age: number;
  readonly chance: number;
}

/** The open referrals of a group that wins a share. */
export function openReferrals(
  referrals: readonly ReferralState[],
  share: number,
  asOf: number,
  lags: LagTable,
): OpenReferral[] {
  return referrals.flatMap((state) => {
    const age = (asOf - state.at) / month;
    if (state.outcome !== 'open' || age >= lags.staleAfter) return [];
    const evidence = openEvidence(age, lags);
    return [{ ...evidence, state, age, chance: chanceToWin(share, evidence) }];
  });
}

/** A share won: its mean, and the mean of its square. */
export interface WinShare {
  readonly mean: number;
  readonly square: number;
}

const priorReferrals = 8;

/**
 * The share of a group's referrals that is won, drawn to that of all with the weight of eight referrals.
 * Formula: the Beta-binomial model; the second term is how unsure the share of all is itself.
 * @param closed referrals won and lost over all `groups`.
 */
export function winShareOf(
  { won, lost }: Pick<Outcomes, 'won' | 'lost'>,
  ofAll: number,
  closed: number,
  groups: number,
): WinShare {
  const a = priorReferrals * ofAll + won;
  const sum = a + priorReferrals * (1 - ofAll) + lost;
  const unsure =
    ((ofAll * (1 - ofAll)) / (closed + priorReferrals)) * (1 + closed / (2 * priorReferrals * groups));
  return {
    mean: a / sum,
    square: (a * (a + 1)) / (sum * (sum + 1)) + (priorReferrals / sum) ** 2 * unsure,
  };
}

/** The chance that an open referral is won, in a group that wins this share. */
function chanceToWin(share: number, { ofWon, ofLost }: OpenEvidence): number {
  return (share * ofWon) / (share * ofWon + (1 - share) * ofLost);
}
