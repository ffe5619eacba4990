import type { Day } from './day.ts';
import type { Journal, Ledger, Referral, Sale } from './ledger.ts';
import { byCodePoint, foldName } from './names.ts';
import type { Entry } from './schema.ts';

const statusDates = ['contacted', 'informed', 'thanked', 'won', 'lost'] as const;

/** The journal as it was known at the end of a day: later entries and status dates are not in it. */
export function ledgerAsOf(journal: Journal, asOf: Day): Ledger {
  const entries: Entry[] = [];
  const known = new Map<Entry, Referral>();
  for (const entry of journal.entries) {
    if (entry.date > asOf) continue;
    const trimmed = entry.type === 'referral' ? referralAsOf(entry, asOf) : entry;
    if (trimmed.type === 'referral' && trimmed !== entry) known.set(entry, trimmed);
    entries.push(trimmed);
  }
  const referralOf = new Map<Sale, Referral>();
  const salesOf = new Map<Referral, Sale[]>();
  for (const [sale, named] of journal.referralOf) {
    if (sale.date > asOf) continue;
    const referral = known.get(named) ?? named;
    referralOf.set(sale, referral);
    const sales = salesOf.get(referral);
    if (sales) sales.push(sale);
    else salesOf.set(referral, [sale]);
  }
  const declared = [...journal.settings.groups.keys()];
  const groupKeys = declared.length > 0 ? declared : groupsIn(entries);
  const webGroups = new Map(groupKeys.map((key) => [foldName(key), key]));
  for (const { key, web } of journal.settings.groups.values()) {
    for (const source of web ?? []) webGroups.set(foldName(source), key);
  }
  return { settings: journal.settings, entries, referralOf, asOf, salesOf, webGroups, groupKeys };
}

function referralAsOf(referral: Referral, asOf: Day): Referral {
  const later = statusDates.filter((name) => (referral[name] ?? asOf) > asOf);
  if (later.length === 0) return referral;
  const trimmed: { -readonly [K in keyof Referral]: Referral[K] } = { ...referral };
  for (const name of later) delete trimmed[name];
  return trimmed;
}

function groupsIn(entries: readonly Entry[]): string[] {
  const keys = new Set<string>();
  for (const { group } of entries) if (group !== undefined) keys.add(group);
  return [...keys].sort(byCodePoint);
}
