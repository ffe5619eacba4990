import { addSteps } from '../model/calendar.ts';
import type { Day } from '../model/day.ts';
import { groupOf, isRefund, type Ledger, type Referral, statusOf } from '../model/ledger.ts';
import type { Entry, EntryOf } from '../model/schema.ts';
import { none } from './dimensions.ts';

type Promised = EntryOf<'promise'>;

/** Days in which promises fall due where the settings say nothing, and days without an entry that are a silence. */
export const followupDefaults = { contact: 2, inform: 7, thank: 7, silence: 21 };

/** Months before `signals` counts an open referral as lost at which it is going stale. */
const staleAhead = 3;

/** Something that is to be done, and by when. */
export interface FollowUp {
  readonly kind: FollowUpKind;
  /** What it is about; of a silence, the entry that was logged last. */
  readonly entry: Entry;
  /** The last day on which it is in time. */
  readonly due: Day;
}

/** A rule: what falls due when, of one entry. */
interface Rule<T extends Entry = Entry> {
  readonly id: string;
  readonly of: T['type'];
  /** The last day on which it is in time; undefined where nothing is to be done. */
  due(entry: T, ledger: Ledger): Day | undefined;
}

const rule = <const I extends string, T extends Entry>(each: Rule<T> & { readonly id: I }) => each;

/** Every rule, in the order in which things happen. Adding one is adding a row. */
const rules = [
  rule({ id: 'contact', of: 'referral', due: contactBy }),
  rule({
    id: 'inform-contacted',
    of: 'referral',
    due: (entry: Referral, ledger) => informBy('contacted', entry, ledger),
  }),
  rule({
    id: 'inform-lost',
    of: 'referral',
    due: (entry: Referral, ledger) => informBy('lost', entry, ledger),
  }),
  rule({
    id: 'inform-won',
    of: 'referral',
    due: (entry: Referral, ledger) => informBy('won', entry, ledger),
  }),
  rule({ id: 'thank', of: 'referral', due: thankBy }),
  rule({ id: 'stale', of: 'referral', due: settleBy }),
  rule({ id: 'promise', of: 'promise', due: keepBy }),
] as const;

export type FollowUpKind = (typeof rules)[number]['id'] | 'silence';

/** Every kind, in the order of the rules. */
const followUpKinds: readonly FollowUpKind[] = [...rules.map(({ id }) => id), 'silence'];

export interface FollowUpSelection {
  /** Keys of groups; undefined for all. */
  readonly groups: ReadonlySet<string> | undefined;
  /** Which entries to count; undefined for all. */
  readonly isCounted: ((entry: Entry) => boolean) | undefined;
}

/**
 * What is to be done, oldest first: all that is due by a day, as known on the ledger's. That nothing was logged is a word
 * on the journal as a whole: a selection leaves it out.
 */
export function followUps(ledger: Ledger, until: Day, selection: FollowUpSelection): FollowUp[] {
  const found = ledger.entries.flatMap((entry) =>
    isIn(entry, ledger, selection) ? dueOf(entry, ledger) : [],
  );
  const silence = selection.groups || selection.isCounted ? undefined : silenceIn(ledger);
  return [...found, ...(silence ? [silence] : [])]
    .filter(({ due }) => due <= until)
    .sort((a, b) => a.due - b.due || followUpKinds.indexOf(a.kind) - followUpKinds.indexOf(b.kind));
}

/** Whether its last day is over. */
export function isOverdue({ due }: FollowUp, asOf: Day): boolean {
  return due < asOf;
}

/** Whether an entry is selected. */
export function isIn(entry: Entry, ledger: Ledger, { groups, isCounted }: FollowUpSelection): boolean {
  return (!groups || groups.has(groupOf(entry, ledger) ?? none)) && (!isCounted || isCounted(entry));
}

function dueOf(entry: Entry, ledger: Ledger): FollowUp[] {
  return rules.flatMap((each) => {
    const due =
      each.of === 'promise'
        ? entry.type === 'promise'
          ? each.due(entry, ledger)
          : undefined
        : entry.type === 'referral' && entry.direction === 'received'
          ? each.due(entry, ledger)
          : undefined;
    return due === undefined ? [] : [{ kind: each.id, entry, due }];
  });
}

/** A contact is spoken to within days of the referral's date, unless it was won or lost without a word of that. */
function contactBy(entry: Referral, ledger: Ledger): Day | undefined {
  if (statusOf(entry, ledger) !== 'open') return undefined;
  return entry.date + (ledger.settings.followup['contact-within'] ?? followupDefaults.contact);
}

type Happening = 'contacted' | 'lost' | 'won';

/**
 * The referrer is told within days of a contact, a loss and a win, each anew: by an `informed` of that day or later. A
 * `thanked` tells as much. Of what nobody was told, only the newest is asked for, as late as the oldest makes it.
 */
function informBy(asked: Happening, entry: Referral, ledger: Ledger): Day | undefined {
  if (entry.from === undefined) return undefined;
  const told = Math.max(
    entry.informed ?? Number.NEGATIVE_INFINITY,
    entry.thanked ?? Number.NEGATIVE_INFINITY,
  );
  const untold = happenings(entry, ledger).filter(({ day }) => day > told);
  const [oldest] = untold;
  if (oldest === undefined || untold.at(-1)?.what !== asked) return undefined;
  return oldest.day + (ledger.settings.followup['inform-within'] ?? followupDefaults.inform);
}

/** What became of a referral, in the order of days. */
function happenings(entry: Referral, ledger: Ledger): { what: Happening; day: Day }[] {
  const won = wonOn(entry, ledger);
  const days = [
    { what: 'contacted' as const, day: entry.contacted },
    // What was sold after all is not lost.
    { what: 'lost' as const, day: won === undefined ? entry.lost : undefined },
    { what: 'won' as const, day: won },
  ];
  return days
    .flatMap(({ what, day }) => (day === undefined ? [] : [{ what, day }]))
    .sort((a, b) => a.day - b.day);
}

/** The day of the first sale of a referral; what is sold later is no news to its referrer. */
export function wonOn(entry: Referral, ledger: Ledger): Day | undefined {
  const sales = (ledger.salesOf.get(entry) ?? []).filter((sale) => !isRefund(sale));
  return sales.reduce<Day | undefined>((first, { date }) => Math.min(first ?? date, date), undefined);
}

/** The referrer is thanked within days of the first sale: thanks for the referral itself came before. */
function thankBy(entry: Referral, ledger: Ledger): Day | undefined {
  const won = wonOn(entry, ledger);
  if (entry.from === undefined || won === undefined || (entry.thanked ?? won - 1) >= won) return undefined;
  return won + (ledger.settings.followup['thank-within'] ?? followupDefaults.thank);
}

/** An open referral is won, lost or given up before `signals` counts it as lost. */
function settleBy(entry: Referral, ledger: Ledger): Day | undefined {
  const status = statusOf(entry, ledger);
  return status === 'won' || status === 'lost'
    ? undefined
    : addSteps('month', entry.date, staleMonths(ledger));
}

/** Months after which an open referral is going stale: 9, or 3 before the setting `stale-after`. */
export function staleMonths({ settings }: Ledger): number {
  return (settings.signals['stale-after'] ?? 12) - staleAhead;
}

/** A promise is kept on the day it says; one that says none never falls due. */
function keepBy({ due, done }: Promised, { asOf }: Ledger): Day | undefined {
  return done !== undefined && done <= asOf ? undefined : due;
}

/** A journal in which nothing is logged for three weeks will lack more than that. */
function silenceIn({ entries }: Ledger): FollowUp | undefined {
  const [first, ...others] = entries;
  if (!first) return undefined;
  const entry = others.reduce((last, each) => (each.date >= last.date ? each : last), first);
  return { kind: 'silence', entry, due: entry.date + followupDefaults.silence };
}
