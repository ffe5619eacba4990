import type { Ledger } from '../model/ledger.ts';
import type { Entry } from '../model/schema.ts';

/**
 * Those with whom an entry says there was an exchange: met, referred (as contact, giver or taker), a customer, who an
 * outcome came from, to whom something was promised, or who was approached. To file someone's card as a contact is none.
 * Names as they are written.
 */
export function spokenWith(entry: Entry, { referralOf }: Pick<Ledger, 'referralOf'>): readonly string[] {
  switch (entry.type) {
    case 'activity':
      return entry.met?.names ?? [];
    case 'referral':
      return given(entry.contact, entry.from, entry.to);
    case 'sale':
      return given(entry.customer, referralOf.get(entry)?.contact);
    case 'outcome':
      return given(entry.from);
    case 'promise':
      return given(entry.to);
    case 'approach':
      return [entry.contact];
    default:
      return [];
  }
}

function given(...names: readonly (string | undefined)[]): string[] {
  return names.filter((name) => name !== undefined);
}
