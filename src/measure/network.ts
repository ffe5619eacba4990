import { addSteps } from '../model/calendar.ts';
import type { Day } from '../model/day.ts';
import { groupOf, type Ledger } from '../model/ledger.ts';
import { byCodePoint, foldName } from '../model/names.ts';
import type { Period } from '../model/period.ts';
import type { Entry, EntryOf } from '../model/schema.ts';
import { none } from './dimensions.ts';
import { type Hub, revenueByPrescriber, shownName } from './prescribers.ts';
import type { TallyOptions } from './tally.ts';

/** Someone in the network, as the journal knows them at the end of the period. */
export interface Person {
  /** The name as names are compared. */
  readonly id: string;
  /** As the newest contact entry writes it, else the first entry that names them. */
  readonly name: string;
  /** Whether a contact entry says who they are, or they are only named by other entries. */
  readonly isContact: boolean;
  /** Of all their contact entries. */
  readonly roles: readonly string[];
  readonly company: string | undefined;
  /** Their own groups, else those of the activities and referrals that name them. */
  readonly groups: readonly string[];
  /** Whether an activity of the period names them among those met. */
  readonly isMet: boolean;
  /** The last day on which they were met or heard of. */
  readonly last: Day;
  readonly isDormant: boolean;
  /** Referrals received from them up to the end of the period. */
  readonly referrals: number;
  /** Revenue of the period that came through their referrals, in minor units. */
  readonly revenue: number;
}

export interface Network extends Hub {
  /** Contacts first, then those only found; by name. */
  readonly people: readonly Person[];
  /** People met in the period who are counted and not named. */
  readonly nameless: number;
  /** The day on which the network is looked at. */
  readonly day: Day;
}

export interface NetworkOptions extends Pick<TallyOptions, 'groups' | 'isCounted'> {
  /** Months without a word after which one is dormant. */
  readonly dormant: number;
}

/** What is gathered of a person, entry by entry. */
interface Draft {
  readonly name: string;
  contact: EntryOf<'contact'> | undefined;
  readonly roles: Set<string>;
  company: { readonly name: string; readonly date: Day } | undefined;
  readonly own: Set<string>;
  readonly ties: Set<string>;
  isMet: boolean;
  last: Day;
  referrals: number;
}

/** Who is in the network at the end of a period, and what came through whom in it. */
export function networkIn(
  ledger: Ledger,
  period: Period,
  { groups, isCounted, dormant }: NetworkOptions,
): Network {
  const day = Math.min(period.to, ledger.asOf);
  const drafts = new Map<string, Draft>();
  let nameless = 0;
  for (const entry of ledger.entries) {
    if (entry.date > day || (isCounted && !isCounted(entry))) continue;
    gather(entry, drafts, ledger, period, day);
    const isAsked = !groups || groups.has(groupOf(entry, ledger) ?? none);
    if (entry.type === 'activity' && entry.date >= period.from && isAsked)
      nameless += (entry.met?.count ?? 0) - (entry.met?.names.length ?? 0);
  }
  const hub = revenueByPrescriber(ledger, { from: period.from, to: day }, { groups, isCounted });
  const revenues = new Map(hub.prescribers.map(({ id, minor }) => [id, minor]));
  const silentSince = addSteps('month', day, -dormant);
  const people = [...drafts].map(
    ([id, draft]): Person => ({
      id,
      name: shownName(draft.contact?.contact ?? draft.name),
      isContact: draft.contact !== undefined,
      roles: [...draft.roles],
      company: draft.company?.name,
      groups: [...(draft.own.size > 0 ? draft.own : draft.ties)],
      isMet: draft.isMet,
      last: draft.last,
      isDormant: draft.last <= silentSince,
      referrals: draft.referrals,
      revenue: revenues.get(id) ?? 0,
    }),
  );
  const isAsked = ({ groups: own }: Person) =>
    !groups || (own.length > 0 ? own.some((key) => groups.has(key)) : groups.has(none));
  return {
    ...hub,
    people: people
      .filter(isAsked)
      .sort((a, b) => Number(b.isContact) - Number(a.isContact) || byCodePoint(a.id, b.id)),
    nameless,
    day,
  };
}

function gather(entry: Entry, drafts: Map<string, Draft>, ledger: Ledger, period: Period, day: Day): void {
  const group = groupOf(entry, ledger);
  for (const { name, days } of namedIn(entry)) {
    const id = foldName(name);
    if (id === '') continue;
    let draft = drafts.get(id);
    if (!draft) {
      draft = {
        ...{ name, contact: undefined, company: undefined, isMet: false, referrals: 0 },
        ...{ roles: new Set(), own: new Set(), ties: new Set(), last: entry.date },
      };
      drafts.set(id, draft);
    }
    for (const each of days) if (each <= day) draft.last = Math.max(draft.last, each);
    if (entry.type === 'contact') addContact(draft, entry);
    else if (entry.type === 'activity' && entry.date >= period.from) draft.isMet = true;
    if ((entry.type === 'activity' || entry.type === 'referral') && group !== undefined)
      draft.ties.add(group);
  }
  if (entry.type !== 'referral' || entry.direction !== 'received' || entry.from === undefined) return;
  const referrer = drafts.get(foldName(entry.from));
  if (referrer) referrer.referrals += 1;
}

function addContact(draft: Draft, entry: EntryOf<'contact'>): void {
  if (!draft.contact || entry.date >= draft.contact.date) draft.contact = entry;
  for (const role of entry.roles ?? []) draft.roles.add(role);
  if (entry.group !== undefined) draft.own.add(entry.group);
  const { company, date } = entry;
  if (company !== undefined && date >= (draft.company?.date ?? date)) draft.company = { name: company, date };
}

/** Whom an entry names, each with the days on which it tells of them. */
function namedIn(entry: Entry): { name: string; days: readonly Day[] }[] {
  const { date } = entry;
  const one = (name: string | undefined, ...more: (Day | undefined)[]) =>
    name === undefined ? [] : [{ name, days: [date, ...more.filter((day) => day !== undefined)] }];
  switch (entry.type) {
    case 'activity':
      return (entry.met?.names ?? []).flatMap((name) => one(name));
    case 'referral':
      return [
        ...one(entry.contact, entry.contacted),
        ...one(entry.from, entry.informed, entry.thanked),
        ...one(entry.to),
      ];
    case 'sale':
      return one(entry.customer);
    case 'outcome':
      return one(entry.from);
    case 'contact':
    case 'approach':
    case 'answer':
      return one(entry.contact);
    case 'promise':
      return one(entry.to, entry.done);
    default:
      return [];
  }
}
