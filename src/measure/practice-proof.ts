import type { Day } from '../model/day.ts';
import type { Ledger, Referral } from '../model/ledger.ts';
import { foldName } from '../model/names.ts';
import type { Period } from '../model/period.ts';
import { type FollowUpSelection, followupDefaults, isIn, wonOn } from './followups.ts';
import { indexOf } from './metrics.ts';
import { tally } from './tally.ts';

/** What the journal proves of how one networks: so many of so many. */
export interface Proof {
  readonly id: ProofId;
  readonly count: number;
  readonly of: number;
}

export const proofIds = [
  'followed_up',
  'followed_up_in_time',
  'informed',
  'thanked',
  'thanked_in_time',
  'gave_first_groups',
  'gave_first_people',
  'promises_in_time',
  'promises_late',
  'promises_open',
] as const;
export type ProofId = (typeof proofIds)[number];

export interface ProofFacts {
  /** In the order of `proofIds`. */
  readonly proofs: readonly Proof[];
  /** Referrals of the period, both ways. */
  readonly given: number;
  readonly received: number;
  /** Promises of the period that say no day. */
  readonly undated: number;
}

interface Part {
  readonly count: number;
  readonly of: number;
}

/** What the selected entries of a period prove; who gave first, up to its end, since the journal began. */
export function proofFacts(ledger: Ledger, period: Period, selection: FollowUpSelection): ProofFacts {
  const { asOf, settings } = ledger;
  const end = Math.min(period.to, asOf);
  const known = ledger.entries.filter((entry) => entry.date <= end && isIn(entry, ledger, selection));
  const { total } = tally(ledger, period, selection);
  const sum = (id: Parameters<typeof indexOf>[0]) => total[indexOf(id)] ?? 0;
  const of = sum('received');
  const referrals = known.filter((entry) => entry.type === 'referral');
  const received = referrals.filter(({ direction }) => direction === 'received');
  const within = (name: 'contact' | 'thank') => settings.followup[`${name}-within`] ?? followupDefaults[name];
  const promises = promisesIn(ledger, { from: period.from, to: end }, selection);
  const parts: Readonly<Record<ProofId, Part>> = {
    followed_up: { count: sum('followed_up'), of },
    followed_up_in_time: partOf(
      received
        .filter(({ date }) => date >= period.from)
        .map((each) => reachedInTime(each, within('contact'), ledger)),
    ),
    informed: { count: sum('informed'), of },
    thanked: { count: sum('thanked'), of },
    thanked_in_time: partOf(
      received.flatMap((each) => {
        const won = wonOn(each, ledger);
        const isAsked = each.from !== undefined && won !== undefined && won >= period.from && won <= end;
        return isAsked ? [thankedInTime(each, won, within('thank'), asOf)] : [];
      }),
    ),
    gave_first_groups: gaveFirst(referrals, ({ group }) => group),
    gave_first_people: gaveFirst(referrals, ({ direction, from, to }) => {
      const who = direction === 'given' ? to : from;
      return who === undefined ? undefined : foldName(who);
    }),
    promises_in_time: { count: promises.inTime, of: promises.of },
    promises_late: { count: promises.late, of: promises.of },
    promises_open: { count: promises.open, of: promises.of },
  };
  return {
    proofs: proofIds.map((id) => ({ id, ...parts[id] })),
    given: sum('given'),
    received: of,
    undated: known.filter(
      (entry) => entry.type === 'promise' && entry.due === undefined && entry.date >= period.from,
    ).length,
  };
}

/** How many hold; what cannot be told yet is left out. */
function partOf(verdicts: readonly (boolean | undefined)[]): Part {
  const told = verdicts.filter((verdict) => verdict !== undefined);
  return { count: told.filter((verdict) => verdict).length, of: told.length };
}

/** Whether a contact was spoken to (or the referral won or lost) within days; undefined while there is time. */
function reachedInTime(entry: Referral, within: number, ledger: Ledger): boolean | undefined {
  const days = [entry.contacted, entry.lost, wonOn(entry, ledger)].filter((day) => day !== undefined);
  const due = entry.date + within;
  if (days.length > 0) return Math.min(...days) <= due;
  return ledger.asOf <= due ? undefined : false;
}

/** Whether a referrer was thanked within days of a win; undefined while there is time. Thanks from before are for the referral. */
function thankedInTime({ thanked }: Referral, won: Day, within: number, asOf: Day): boolean | undefined {
  if (thanked !== undefined && thanked >= won) return thanked <= won + within;
  return asOf <= won + within ? undefined : false;
}

/** Of the groups or people with referrals either way, those who were given one before, or on the day that, they gave one. */
function gaveFirst(referrals: readonly Referral[], keyOf: (entry: Referral) => string | undefined): Part {
  const firsts = new Map<string, { given: Day; received: Day }>();
  for (const entry of referrals) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const first = firsts.get(key) ?? { given: Number.POSITIVE_INFINITY, received: Number.POSITIVE_INFINITY };
    firsts.set(key, { ...first, [entry.direction]: Math.min(first[entry.direction], entry.date) });
  }
  const all = [...firsts.values()];
  return { count: all.filter(({ given, received }) => given <= received).length, of: all.length };
}

/** The promises that fell due in a period: kept by then, kept later, or not at all; on the last day there still is time. */
function promisesIn(ledger: Ledger, { from, to }: Period, selection: FollowUpSelection) {
  let [inTime, late, open] = [0, 0, 0];
  for (const entry of ledger.entries) {
    if (entry.type !== 'promise' || !isIn(entry, ledger, selection)) continue;
    const { due, done } = entry;
    if (due === undefined || due < from || due > to) continue;
    if (done !== undefined && done <= ledger.asOf) {
      if (done <= due) inTime++;
      else late++;
    } else if (due < ledger.asOf) open++;
  }
  return { inTime, late, open, of: inTime + late + open };
}
