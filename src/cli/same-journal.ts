import type { Diagnostic } from '../model/diagnostic.ts';
import type { Entry } from '../model/schema.ts';
import type { ReadJournal } from '../read/journal.ts';

/**
 * Whether two readings say the same: the same settings, entries, links between them and doubts, wherever in its file
 * each entry stands.
 */
export function saysTheSame(one: ReadJournal, other: ReadJournal): boolean {
  return meaningOf(one) === meaningOf(other);
}

function meaningOf({ journal, diagnostics }: ReadJournal): string {
  const { settings, entries, referralOf } = journal;
  const links = [...referralOf].map(([sale, referral]) => `${entryMeaning(sale)}\n${entryMeaning(referral)}`);
  return plain([
    settings,
    entries.map(entryMeaning).sort(),
    links.sort(),
    diagnostics.map(doubtMeaning).sort(),
  ]);
}

function entryMeaning({ origin, record: _, ...fields }: Entry): string {
  return plain([origin.name, fields]);
}

/** Doubts that name another place say another one where entries change places. */
const placed = new Set(['same-entry', 'look-alike']);

function doubtMeaning({ code, source, params }: Diagnostic): string {
  return placed.has(code) ? code : plain([code, source.name, params]);
}

/** A text that is the same for the same values, in whatever order their keys stand. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (Object.is(each, -0)) return '-0';
    if (each instanceof Map) return [...each];
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
