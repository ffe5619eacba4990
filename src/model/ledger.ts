import type { Day } from './day.ts';
import { foldName } from './names.ts';
import type { Entry, EntryOf } from './schema.ts';
import type { Settings } from './settings.ts';

export type Activity = EntryOf<'activity'>;
export type Referral = EntryOf<'referral'>;
export type Sale = EntryOf<'sale'>;
export type Cost = EntryOf<'cost'>;
export type Visits = EntryOf<'visits'>;

/** The whole journal, typed and checked, whatever the day. */
export interface Journal {
  readonly settings: Settings;
  /** In reading order. */
  readonly entries: readonly Entry[];
  /** The referral that a sale names. */
  readonly referralOf: ReadonlyMap<Sale, Referral>;
}

/** What was known at the end of a day: nothing in it is dated later. */
export interface Ledger extends Journal {
  readonly asOf: Day;
  /** The sales that name a referral, in reading order. */
  readonly salesOf: ReadonlyMap<Referral, readonly Sale[]>;
  /** The group that a source of web visits (as names are compared) counts in. */
  readonly webGroups: ReadonlyMap<string, string>;
  /** Keys of the groups: the declared ones in declared order, or those found in entries, by name. */
  readonly groupKeys: readonly string[];
}

export type ReferralStatus = 'won' | 'lost' | 'contacted' | 'open';

/** Whether a sale takes money back. */
export function isRefund({ amount }: Sale): boolean {
  return amount < 0 || Object.is(amount, -0);
}

/** The status of a referral on the ledger's day: won where a sale names it, or, given, where it has the date `won`. */
export function statusOf(referral: Referral, ledger: Ledger): ReferralStatus {
  if (ledger.salesOf.has(referral) || referral.won !== undefined) return 'won';
  if (referral.lost !== undefined) return 'lost';
  return referral.contacted !== undefined ? 'contacted' : 'open';
}

/** The group an entry belongs to without an attribution model: its own, else its referral's or its web source's. */
export function groupOf(entry: Entry, ledger: Ledger): string | undefined {
  if (entry.group !== undefined) return entry.group;
  if (entry.type === 'sale') return ledger.referralOf.get(entry)?.group;
  return entry.type === 'visits' ? ledger.webGroups.get(foldName(entry.source)) : undefined;
}
