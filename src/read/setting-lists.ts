import { type Day, formatDay } from '../model/day.ts';
import type { Price } from '../model/money.ts';
import { foldName } from '../model/names.ts';
import type { PlannedEvent, PolicyRule, SettingKey } from '../model/settings.ts';
import type { Phrase } from '../model/text.ts';

/** One thing that a record of a list says: no other record may say it otherwise. */
export interface Saying {
  /** What it is about; the same for two that could contradict each other. */
  readonly path: string;
  readonly says: unknown;
  /** What it is about, for people. */
  readonly shown: Phrase;
}

type Values = Readonly<Record<string, unknown>>;

/** What a whole record of each list of the settings says. */
const sayings = {
  prices: (record) => {
    const { currency, date, rate } = record as Partial<Price> as Price;
    const day = formatDay(date);
    const shown = { en: `the price of ${currency} on ${day}`, fr: `le cours ${currency} du ${day}` };
    return [{ path: `prices ${currency} ${date}`, says: rate, shown }];
  },
  policy: (record) => {
    const { group = '', site = '', ...rules } = record as PolicyRule;
    const about = [group, site].filter((name) => name !== '').join(', ');
    return Object.entries(rules).map(([key, says]) => ({
      path: `policy ${JSON.stringify([group, site])}.${key}`,
      says,
      shown: {
        en: `${key} of the policy${about && ` on ${about}`}`,
        fr: `${key} des règles${about && ` pour ${about}`}`,
      },
    }));
  },
  plan: (record) => {
    const { date, group, title, members } = record as PlannedEvent;
    const day = formatDay(date);
    return [
      {
        path: `plan ${JSON.stringify([date, group, foldName(title ?? '')])}`,
        says: [...members].sort(),
        shown: { en: `the plan of ${day} in ${group}`, fr: `la rencontre prévue le ${day} à ${group}` },
      },
    ];
  },
} satisfies Record<string, (record: Values) => readonly Saying[]>;

export type ListName = keyof typeof sayings;

/** What a record of a list says; nothing where it lacks what its list requires, which is told already. */
export function sayingsOf(
  list: ListName,
  record: Values,
  keys: Readonly<Record<string, SettingKey>>,
): readonly Saying[] {
  const isWhole = Object.entries(keys).every(([key, { required }]) => !required || record[key] !== undefined);
  return isWhole ? sayings[list](record) : [];
}

/** Records in the order of their days. */
export function byDate<T extends { readonly date: Day }>(records: readonly T[]): T[] {
  return [...records].sort((a, b) => a.date - b.date);
}

export function isListName(name: string): name is ListName {
  return Object.hasOwn(sayings, name);
}
