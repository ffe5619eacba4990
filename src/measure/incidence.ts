import { wilson } from './wilson.ts';

/** One referral for as long as it was watched: closed at that age, or still open then. Any unit of time. */
export interface Watched {
  readonly age: number;
  readonly outcome: 'won' | 'lost' | 'open';
}

/** How referrals stood at an age: the shares of all that were won by then, lost by then, and still open. */
export interface Standing {
  readonly age: number;
  /** Those that were open and watched up to this age: the number at risk. */
  readonly watched: number;
  /** Those whose standing at this age is known: closed by then, or watched beyond it. */
  readonly known: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  /** The variance of `won`. */
  readonly wonVariance: number;
}

/** The cumulative incidence of wins and losses by age. */
export interface Incidence {
  /** The standing at each age at which something closed, in order. */
  readonly steps: readonly Standing[];
  /** The standing at any age from 0 on; the shares beyond the last age watched are those at that age. */
  at(age: number): Standing;
  /** The age by which a share (above 0, 1 at most) of all wins seen had come; undefined where there is no win. */
  ageOfWins(share: number): number | undefined;
}

interface Sums {
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  readonly wonVariance: number;
  readonly openVariance: number;
  /** Of `won` and `open`. */
  readonly covariance: number;
}

const atFirst: Sums = { won: 0, lost: 0, open: 1, wonVariance: 0, openVariance: 0, covariance: 0 };

/**
 * The cumulative incidence of wins and losses where some referrals are still open: each of those counts as at
 * risk up to the age it has been watched to, that age included. Where nothing is lost, `open` is the estimate
 * of Kaplan and Meier and `wonVariance` that of Greenwood.
 *
 * Formula: O. Aalen, S. Johansen, Scand. J. Statist. 5 (1978); its variance of Greenwood's type: P. K. Andersen,
 * Ø. Borgan, R. D. Gill, N. Keiding, Statistical Models Based on Counting Processes (1993), IV.4.1.3.
 */
export function incidenceOf(referrals: readonly Watched[]): Incidence {
  const inOrder = [...referrals].sort((a, b) => a.age - b.age);
  const count = inOrder.length;
  const ends: {
    readonly age: number;
    readonly upTo: number;
    readonly closed: number;
    readonly sums: Sums;
  }[] = [];
  let closed = 0;
  let sums = atFirst;
  for (let from = 0; from < count; ) {
    const age = inOrder[from]?.age ?? 0;
    const outcomes = { won: 0, lost: 0, open: 0 };
    let upTo = from;
    for (let each = inOrder[upTo]; each?.age === age; each = inOrder[++upTo]) outcomes[each.outcome] += 1;
    sums = advanced(sums, outcomes.won, outcomes.lost, count - from);
    closed += outcomes.won + outcomes.lost;
    ends.push({ age, upTo, closed, sums });
    from = upTo;
  }
  const at = (age: number): Standing => {
    const last = ends.findLast((end) => end.age <= age);
    const before = last?.age === age ? ends[ends.indexOf(last) - 1] : last;
    const { won, lost, open, wonVariance } = last?.sums ?? atFirst;
    const known = (last?.closed ?? 0) + count - (last?.upTo ?? 0);
    return { age, watched: count - (before?.upTo ?? 0), known, won, lost, open, wonVariance };
  };
  const steps = ends.filter((end, i) => end.closed > (ends[i - 1]?.closed ?? 0)).map(({ age }) => at(age));
  return {
    steps,
    at,
    ageOfWins: (share) => {
      const all = steps.at(-1)?.won ?? 0;
      // A quartile that falls on a win is at that win, whatever the last bits of the sums.
      return all === 0 ? undefined : steps.find(({ won }) => won >= all * share * (1 - 1e-12))?.age;
    },
  };
}

/** The sums after some of those at risk were won and lost at one age. */
function advanced(before: Sums, wins: number, losses: number, atRisk: number): Sums {
  const win = wins / atRisk;
  const stays = (atRisk - wins - losses) / atRisk;
  const { won, lost, open, wonVariance, openVariance, covariance } = before;
  // What happens to those at risk is one multinomial draw.
  const each = open ** 2 / atRisk;
  return {
    won: won + open * win,
    lost: lost + open * (losses / atRisk),
    open: open * stays,
    wonVariance: wonVariance + 2 * win * covariance + win ** 2 * openVariance + each * win * (1 - win),
    openVariance: stays ** 2 * openVariance + each * stays * (1 - stays),
    covariance: stays * (covariance + win * openVariance) - each * win * stays,
  };
}

/**
 * The 95 % interval of the share won: Wilson's, over as many referrals as the variance is worth. Where none or
 * all were won by then there is no variance, and their number is that of the referrals known; with none known,
 * from 0 to 1. Formula: K. J. Rothman, Journal of Chronic Diseases 31 (1978).
 */
export function wonInterval({ won, lost, open, known, wonVariance }: Standing): {
  low: number;
  high: number;
} {
  if (won === 0) return wilson(0, known);
  if (lost === 0 && open === 0) return wilson(known, known);
  const number = (won * (1 - won)) / wonVariance;
  return wilson(won * number, number);
}
