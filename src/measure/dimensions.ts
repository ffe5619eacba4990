import { groupOf, type Ledger } from '../model/ledger.ts';
import { byCodePoint } from '../model/names.ts';
import { labelOf, namedPeriod, type Period } from '../model/period.ts';
import type { Entry } from '../model/schema.ts';
import type { Group, Member } from '../model/settings.ts';
import { inAll, type Phrase } from '../model/text.ts';

/** The row of what belongs to no group, member, kind … */
export const none = '(none)';

/** What rows can stand for: how entries are sorted into them. */
export interface Dimension {
  readonly id: string;
  readonly label: Phrase;
  /** The keys of the rows an entry counts in; where there is none it counts in `(none)`. */
  keysOf(entry: Entry, ledger: Ledger): readonly string[];
  /** Keys in the order of their rows: those of `known` where they hold anything, or always where `isShown`. */
  readonly known: (ledger: Ledger) => readonly string[];
  readonly isShown?: (key: string, ledger: Ledger, period: Period) => boolean;
  /** The name of a row for people; its key where left out. */
  nameOf?(key: string, ledger: Ledger): string | Phrase;
  /** Rows are stretches of the period of this length. */
  readonly step?: 'month' | 'quarter' | 'year';
}

const listOf = (value: string | undefined) => (value === undefined ? [] : [value]);

const groupFor = (entry: Entry, ledger: Ledger): Group | undefined => {
  const key = groupOf(entry, ledger);
  return key === undefined ? undefined : ledger.settings.groups.get(key);
};

const memberFor = (entry: Entry, { settings }: Ledger): Member | undefined =>
  entry.member === undefined ? undefined : settings.members.get(entry.member);

const distinct = (values: Iterable<string | undefined>) =>
  [...new Set(values)].filter((value): value is string => value !== undefined);

function ofMember(id: 'site' | 'team', label: Phrase): Dimension {
  return {
    id,
    label,
    keysOf: (entry, ledger) => listOf(memberFor(entry, ledger)?.[id]),
    known: ({ settings }) => distinct([...settings.members.values()].map((member) => member[id])),
  };
}

function ofTime(step: 'month' | 'quarter' | 'year', label: Phrase): Dimension {
  return {
    id: step,
    label,
    step,
    keysOf: () => [],
    known: () => [],
    nameOf: (key, { settings }) => {
      const period = namedPeriod(key, settings.calendar);
      return period ? inAll(labelOf(period, settings.calendar)) : key;
    },
  };
}

/** Every dimension of `--by`. Adding one is adding a row. */
export const dimensions: readonly [Dimension, ...Dimension[]] = [
  {
    id: 'group',
    label: { en: 'Group', fr: 'Groupe' },
    keysOf: (entry, ledger) => listOf(groupOf(entry, ledger)),
    known: ({ groupKeys }) => groupKeys,
    isShown: (key, { settings }, { from, to }) => {
      const { joined, left } = settings.groups.get(key) ?? {};
      return (joined === undefined || joined <= to) && (left === undefined || left >= from);
    },
    nameOf: (key, { settings }) => settings.groups.get(key)?.name ?? key,
  },
  {
    id: 'member',
    label: { en: 'Member', fr: 'Membre' },
    keysOf: (entry) => listOf(entry.member),
    known: ({ settings }) => [...settings.members.keys()],
    isShown: () => true,
    nameOf: (key, { settings }) => settings.members.get(key)?.name ?? key,
  },
  ofMember('site', { en: 'Site', fr: 'Site' }),
  ofMember('team', { en: 'Team', fr: 'Équipe' }),
  {
    id: 'kind',
    label: { en: 'Kind', fr: 'Sorte' },
    keysOf: (entry, ledger) => listOf(groupFor(entry, ledger)?.kind),
    known: ({ settings }) => distinct([...settings.groups.values()].map(({ kind }) => kind)),
  },
  {
    id: 'mode',
    label: { en: 'Mode', fr: 'Mode' },
    keysOf: (entry) => (entry.type === 'activity' ? [entry.mode ?? 'in-person'] : []),
    known: () => ['in-person', 'online'],
    nameOf: (key) => modeNames[key] ?? key,
  },
  {
    id: 'tag',
    label: { en: 'Tag', fr: 'Étiquette' },
    keysOf: (entry) => distinct(entry.tags ?? []),
    known: () => [],
  },
  ofTime('month', { en: 'Month', fr: 'Mois' }),
  ofTime('quarter', { en: 'Quarter', fr: 'Trimestre' }),
  ofTime('year', { en: 'Year', fr: 'Année' }),
];

const modeNames: Readonly<Record<string, Phrase>> = {
  'in-person': { en: 'in person', fr: 'sur place' },
  online: { en: 'online', fr: 'en ligne' },
};

/** The dimension of groups, the usual one. */
export const byGroup = dimensions[0];

/** Keys in the order of their rows: the known ones, others by name, `(none)` last. */
export function inOrder(keys: Iterable<string>, dimension: Dimension, ledger: Ledger): string[] {
  const found = new Set(keys);
  const known = dimension.known(ledger).filter((key) => found.delete(key));
  const hasNone = found.delete(none);
  return [...known, ...[...found].sort(byCodePoint), ...(hasNone ? [none] : [])];
}
