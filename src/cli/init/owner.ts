import { currencyCodes } from '../../model/currency.ts';
import { nearest } from '../../model/names.ts';
import type { SettingName, SettingShape } from '../../model/settings.ts';
import { settingsSchema } from '../../model/settings.ts';
import { type Phrase, text } from '../../model/text.ts';
import { type Fault, fault, isFault, readMoney } from '../../read/scalars.ts';
import { readKey } from '../../read/setting-values.ts';
import type { NewGroup, Owner } from '../../write/new-journal.ts';
import { failureOf } from '../add/values.ts';
import type { Call } from '../command.ts';
import { usageFailure } from '../failure.ts';

/** The owner as the flags tell of them. @throws Failure for a value that the settings cannot take. */
export function ownerFromFlags({ options, lang }: Call): Owner {
  const given = (name: string) => {
    const value = options[name];
    return typeof value === 'string' ? value.trim() : undefined;
  };
  const refuse = (found: Fault | undefined) => {
    if (found) throw failureOf(found);
  };
  const currency = currencyOf(given('currency') ?? 'EUR');
  if (isFault(currency)) throw failureOf(currency);
  const hourlyRate = given('hourlyRate');
  const typicalSale = given('typicalSale');
  if (hourlyRate !== undefined) refuse(wrongSetting('hourly-rate', hourlyRate, currency));
  if (typicalSale !== undefined) refuse(wrongSetting('typical-sale', typicalSale, currency));
  const groups = ((options['group'] ?? []) as readonly string[]).map((each) => {
    const group = groupOf(each);
    if (group === undefined) throw usageFailure(words.noGroup, { value: each }, text(groupForm));
    return group;
  });
  return { currency, lang, hourlyRate, typicalSale, groups: uniqueGroups(groups) };
}

/** A group as `bni=BNI Lyon` or `bni` says it; a key of signs alone, or one that reports use themselves, is none. */
export function groupOf(answer: string): NewGroup | undefined {
  const [, key, name] = /^\s*([^=]+?)\s*(?:=\s*(.*?)\s*)?$/.exec(answer) ?? [];
  if (key === undefined || !/[\p{L}\p{N}]/u.test(key) || ['(none)', 'TOTAL'].includes(key)) return undefined;
  return { key, name: name || undefined };
}

/** The last of those that have the same key. */
export function uniqueGroups(groups: Owner['groups']): Owner['groups'] {
  return [...new Map(groups.map((group) => [group.key, group])).values()];
}

/** The code of the currency that a word or a sign means. */
export function currencyOf(word: string): string | Fault {
  const money = readMoney(`1 ${word.toUpperCase()}`, 'EUR', false);
  if (!isFault(money)) return money.currency;
  // The amount is none of the user's words.
  const near = nearest(word, currencyCodes);
  return fault('unknown-currency', near === undefined ? { currency: word } : { currency: word, near });
}

/** What the readers of the settings find wrong with a value. */
export function wrongSetting(
  name: SettingName | 'typical-sale',
  value: string,
  currency: string,
): Fault | undefined {
  const shape: SettingShape =
    name === 'typical-sale'
      ? { shape: 'value', ...settingsSchema.signals.keys['typical-sale'] }
      : settingsSchema[name];
  if (shape.shape !== 'value') return undefined;
  const found = readKey(name, shape, { kind: 'scalar', text: value, span: [0, value.length] }, currency);
  return isFault(found) ? found : undefined;
}

export const groupForm: Phrase = {
  en: 'write KEY=NAME, such as "bni=BNI Lyon"',
  fr: 'écrivez CLÉ=NOM, par exemple "bni=BNI Lyon"',
};

const words = {
  noGroup: { en: '"{value}" is no group', fr: '« {value} » n’est pas un groupe' },
} satisfies Record<string, Phrase>;
