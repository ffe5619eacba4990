import type { Referral, Sale } from '../model/ledger.ts';
import { foldName } from '../model/names.ts';
import type { Entry } from '../model/schema.ts';
import type { Blame, Hint } from './blame.ts';
import type { Draft } from './fields.ts';
import { fault } from './scalars.ts';

/** Finds the referral of each sale that names one, by its id, else by the contact that one earlier referral has. */
export function linkSales(
  entries: readonly Entry[],
  faulty: readonly Draft[],
  isPartial: boolean,
  hint: Hint,
  blame: Blame,
): Map<Sale, Referral> {
  const byId = new Map<string, Referral>();
  const byContact = new Map<string, Referral[]>();
  const given = new Set<string>();
  for (const entry of entries) {
    if (entry.type !== 'referral') continue;
    if (entry.direction === 'given') {
      for (const name of [entry.id, entry.contact]) if (name !== undefined) given.add(foldName(name));
      continue;
    }
    if (entry.id !== undefined && !byId.has(entry.id)) byId.set(entry.id, entry);
    const contact = foldName(entry.contact);
    const others = byContact.get(contact);
    if (others) others.push(entry);
    else byContact.set(contact, [entry]);
  }
  const excused = new Set(
    faulty.flatMap((draft) => [draft['id'], draft['contact']]).map((name) => foldName(String(name))),
  );
  const links = new Map<Sale, Referral>();
  for (const sale of entries) {
    if (sale.type !== 'sale' || sale.referral === undefined) continue;
    const name = sale.referral;
    const named = byId.has(name) ? [byId.get(name) as Referral] : (byContact.get(foldName(name)) ?? []);
    const [referral, ...more] = named.filter(({ date }) => date <= sale.date);
    if (!referral && named[0])
      blame(fault('sale-before-referral', { day: { day: named[0].date } }), sale, 'referral');
    else if (!referral) {
      if (isPartial || excused.has(foldName(name))) continue;
      if (given.has(foldName(name))) blame(fault('given-referral', { name }), sale, 'referral');
      else
        blame(
          fault('unknown-referral', {
            name,
            ...hint(name, () => [...byId.keys(), ...contactsOf(byContact)]),
          }),
          sale,
          'referral',
        );
    } else if (more.length > 0)
      blame(fault('ambiguous-referral', { name, count: more.length + 1 }), sale, 'referral');
    else {
      links.set(sale, referral);
      if (sale.group !== undefined && sale.group !== referral.group) {
        blame(fault('group-mismatch', { group: sale.group, other: referral.group }), sale, 'group');
      }
    }
  }
  return links;
}

function contactsOf(byContact: ReadonlyMap<string, readonly Referral[]>): string[] {
  return [...byContact.values()].flatMap(([first]) => first?.contact ?? []);
}
