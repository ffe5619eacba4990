import type { Conversation } from '../../context.ts';
import type { SettingName, SettingShape } from '../../model/settings.ts';
import { settingsSchema } from '../../model/settings.ts';
import { type Lang, langs, type Phrase, speak, text } from '../../model/text.ts';
import { type Fault, isFault } from '../../read/scalars.ts';
import { readKey } from '../../read/setting-values.ts';
import type { Owner } from '../../write/new-journal.ts';
import { failureOf, sayingOf } from '../add/values.ts';
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
  const currency = given('currency')?.toUpperCase() ?? 'EUR';
  refuse(wrongSetting('currency', currency, currency));
  const hourlyRate = given('hourlyRate');
  const typicalSale = given('typicalSale');
  if (hourlyRate !== undefined) refuse(wrongSetting('hourly-rate', hourlyRate, currency));
  if (typicalSale !== undefined) refuse(wrongSetting('typical-sale', typicalSale, currency));
  const groups = ((options['group'] ?? []) as readonly string[]).map((each) => {
    const group = groupOf(each);
    if (group === undefined) throw usageFailure(words.noGroup, { value: each }, text(words.groupForm));
    return group;
  });
  return { currency, lang, hourlyRate, typicalSale, groups: uniqueGroups(groups) };
}

/** Asks who the journal is for; an empty answer takes the default or leaves it out. Undefined where it was broken off. */
export async function askOwner(
  conversation: Conversation,
  spoken: Lang,
  say: (line: string) => Promise<void>,
): Promise<Owner | undefined> {
  const ask = async (
    phrase: Phrase,
    check: (answer: string) => Fault | undefined,
  ): Promise<string | undefined> => {
    for (;;) {
      const answer = (await conversation.ask(`${speak(text(phrase), spoken)} `))?.trim();
      const found = answer ? check(answer) : undefined;
      if (!found) return answer;
      const { says, hint } = sayingOf(found);
      await say(`  ${[says, ...(hint ? [hint] : [])].map((each) => speak(each, spoken)).join('; ')}`);
    }
  };
  const code = await ask(words.currency, (answer) => wrongSetting('currency', answer.toUpperCase(), 'EUR'));
  if (code === undefined) return undefined;
  const currency = code.toUpperCase() || 'EUR';
  const lang = await ask(words.lang, (answer) => wrongSetting('lang', answer, currency));
  if (lang === undefined) return undefined;
  const hourlyRate = await ask(words.hourlyRate, (answer) => wrongSetting('hourly-rate', answer, currency));
  if (hourlyRate === undefined) return undefined;
  const typicalSale = await ask(words.typicalSale, (answer) =>
    wrongSetting('typical-sale', answer, currency),
  );
  if (typicalSale === undefined) return undefined;
  const groups: Owner['groups'][number][] = [];
  for (;;) {
    const answer = (await conversation.ask(`${speak(text(words.group), spoken)} `))?.trim();
    if (answer === undefined) return undefined;
    if (answer === '') break;
    const group = groupOf(answer);
    if (group) groups.push(group);
    else await say(`  ${speak(text(words.groupForm), spoken)}`);
  }
  return {
    currency,
    lang: langs.find((each) => each === (lang || spoken)),
    hourlyRate: hourlyRate || undefined,
    typicalSale: typicalSale || undefined,
    groups: uniqueGroups(groups),
  };
}

/** `bni=BNI Lyon` or `bni`. */
function groupOf(answer: string): Owner['groups'][number] | undefined {
  const [, key, name] = /^\s*([^=]+?)\s*(?:=\s*(.*?)\s*)?$/.exec(answer) ?? [];
  if (key === undefined || ['(none)', 'TOTAL'].includes(key)) return undefined;
  return { key, name: name || undefined };
}

/** The last of those that have the same key. */
function uniqueGroups(groups: Owner['groups']): Owner['groups'] {
  return [...new Map(groups.map((group) => [group.key, group])).values()];
}

/** What the readers of the settings find wrong with a value. */
function wrongSetting(
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

const words = {
  currency: { en: 'currency [EUR]:', fr: 'devise [EUR] :' },
  lang: { en: 'language, en or fr [en]:', fr: 'langue, en ou fr [fr] :' },
  hourlyRate: {
    en: 'what is an hour of yours worth? (empty: not said)',
    fr: 'que vaut une de vos heures ? (vide : non dit)',
  },
  typicalSale: {
    en: 'what does a sale usually bring? (empty: not said)',
    fr: 'que rapporte d’ordinaire une vente ? (vide : non dit)',
  },
  group: {
    en: 'a group you belong to, such as bni = BNI Lyon (empty: no more)',
    fr: 'un de vos groupes, par exemple bni = BNI Lyon (vide : c’est tout)',
  },
  noGroup: { en: '"{value}" is no group', fr: '« {value} » n’est pas un groupe' },
  groupForm: {
    en: 'write KEY=NAME, such as "bni=BNI Lyon"',
    fr: 'écrivez CLÉ=NOM, par exemple "bni=BNI Lyon"',
  },
} satisfies Record<string, Phrase>;
