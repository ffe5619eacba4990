import { foldName } from '../../model/names.ts';
import { type Lang, type Phrase, speak, text } from '../../model/text.ts';
import { type Fault, isFault } from '../../read/scalars.ts';
import type { NewGroup, Owner } from '../../write/new-journal.ts';
import { sayingOf } from '../add/values.ts';
import type { Asking } from '../asking.ts';
import { currencyOf, groupForm, groupOf, uniqueGroups, wrongSetting } from './owner.ts';

/** What is known of a new journal so far; each question takes it a step further. */
export interface Wishes extends Owner {
  readonly lang: Lang;
  readonly isGit: boolean;
}

/** Where a question leads: on with what is known now, back to the one before, or out of the talk. */
type Step = Wishes | 'back' | 'broken';
type Question = (asking: Asking, wishes: Wishes) => Promise<Step>;

export interface Occasion {
  readonly spoken: Lang;
  /** Whether the language was said already. */
  readonly isLangKnown: boolean;
  readonly canBeGit: boolean;
}

/**
 * Asks who the journal is for; an empty answer takes the default or leaves it out, `<` goes back. Once the language is
 * known, the talk goes on in it.
 * @returns undefined where it was broken off, which it says.
 */
export async function askOwner(
  asking: Asking,
  { spoken, isLangKnown, canBeGit }: Occasion,
): Promise<Wishes | undefined> {
  const questions: Question[] = [
    ...(isLangKnown ? [] : [askLang]),
    askCurrency,
    amountAsker('hourlyRate', 'hourly-rate', words.hourlyRate),
    amountAsker('typicalSale', 'typical-sale', words.typicalSale),
    askGroups,
    ...(canBeGit ? [askGit] : []),
  ];
  let wishes: Wishes = {
    currency: 'EUR',
    lang: spoken,
    hourlyRate: undefined,
    typicalSale: undefined,
    groups: [],
    isGit: false,
  };
  await asking.say(speak(text(words.keys), spoken));
  for (let i = 0; i < questions.length; ) {
    const step = await questions[i]?.(asking, wishes);
    if (step === undefined || step === 'broken') {
      // The cursor stands after the question.
      await asking.say('');
      await asking.say(speak(text(words.left), wishes.lang));
      return undefined;
    }
    if (step === 'back') i = Math.max(0, i - 1);
    else {
      wishes = step;
      i++;
    }
  }
  return wishes;
}

/** Asks one thing until the answer can be taken. */
async function asked<T>(
  asking: Asking,
  lang: Lang,
  question: string,
  take: (answer: string) => T | Fault,
): Promise<{ value: T } | 'back' | 'broken'> {
  for (;;) {
    const answer = await asking.ask(question);
    if (answer === undefined) return 'broken';
    if (answer === '<') return 'back';
    const value = take(answer);
    if (!isFault(value)) return { value };
    await asking.object(sayingOf(value), lang);
  }
}

const askLang: Question = async (asking, wishes) => {
  const question = speak(text(words.lang, { lang: wishes.lang }), wishes.lang);
  const step = await asked(asking, wishes.lang, question, (answer) => {
    const said = langNames[foldName(answer)] ?? answer;
    return wrongSetting('lang', said || wishes.lang, wishes.currency) ?? said;
  });
  if (typeof step === 'string') return step;
  return { ...wishes, lang: step.value === 'fr' || step.value === 'en' ? step.value : wishes.lang };
};

const langNames: Readonly<Record<string, Lang>> = {
  en: 'en', english: 'en', anglais: 'en', fr: 'fr', francais: 'fr', french: 'fr',
}; // biome-ignore format: a table

const askCurrency: Question = async (asking, wishes) => {
  const { currency, lang } = wishes;
  const step = await asked(asking, lang, speak(text(words.currency, { currency }), lang), (answer) =>
    answer === '' ? currency : currencyOf(answer),
  );
  return typeof step === 'string' ? step : { ...wishes, currency: step.value };
};

function amountAsker(
  field: 'hourlyRate' | 'typicalSale',
  setting: 'hourly-rate' | 'typical-sale',
  phrase: Phrase,
): Question {
  return async (asking, wishes) => {
    const { currency, lang, [field]: known } = wishes;
    const offer = known === undefined ? words.skip[lang] : `[${known}]`;
    const step = await asked(asking, lang, `${speak(text(phrase), lang)} ${offer}`, (answer) => {
      const amount = answer === '' ? known : answer === '-' ? undefined : answer;
      return (amount && wrongSetting(setting, amount, currency)) || { amount };
    });
    return typeof step === 'string' ? step : { ...wishes, [field]: step.value.amount };
  };
}

/** Asks for groups until there are no more; `<` takes the last one back, and then the question. */
const askGroups: Question = async (asking, wishes) => {
  const { lang } = wishes;
  const say = (phrase: Phrase, params = {}) => speak(text(phrase, params), lang);
  let groups = wishes.groups;
  for (;;) {
    const answer = await asking.ask(say(groups.length === 0 ? words.group : words.another));
    if (answer === undefined) return 'broken';
    if (answer === '' || answer === '-') return { ...wishes, groups };
    const last = groups.at(-1);
    if (answer === '<') {
      if (!last) return 'back';
      groups = groups.slice(0, -1);
      await asking.say(`  ${say(words.without, { key: last.key })}`);
      continue;
    }
    const group = groupOf(answer);
    const step = group ? await withKey(asking, lang, group) : undefined;
    if (step === 'broken') return 'broken';
    if (step === undefined) await asking.say(`  ${say(groupForm)}`);
    else if (step !== 'back') groups = uniqueGroups([...groups, step]);
  }
};

/** A group with a key that is short to type: a name that was given for one is kept as its name. */
async function withKey(asking: Asking, lang: Lang, group: NewGroup): Promise<NewGroup | 'back' | 'broken'> {
  const short = keyFrom(group.key);
  if (group.name !== undefined || short === group.key || short === '') return group;
  const question = speak(text(words.key, { name: group.key, short }), lang);
  for (;;) {
    const answer = await asking.ask(question);
    if (answer === undefined) return 'broken';
    if (answer === '<') return 'back';
    const key = groupOf(answer || short)?.key;
    if (key !== undefined) return { key, name: group.key };
    await asking.say(`  ${speak(text(groupForm), lang)}`);
  }
}

/** `bni-lyon` for `BNI Lyon`. */
function keyFrom(name: string): string {
  return foldName(name)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

const askGit: Question = async (asking, wishes) => {
  for (;;) {
    const answer = await asking.ask(speak(text(words.git), wishes.lang));
    if (answer === undefined) return 'broken';
    if (answer === '<') return 'back';
    if (/^(y|yes|o|oui|)$/i.test(answer)) return { ...wishes, isGit: true };
    if (/^(n|no|non)$/i.test(answer)) return { ...wishes, isGit: false };
    await asking.say(`  ${speak(text(words.yesOrNo), wishes.lang)}`);
  }
};

const words = {
  keys: {
    en: 'Enter takes [what is offered], - leaves it out, < goes back.',
    fr: 'Entrée prend [la réponse proposée], - ne répond pas, < revient en arrière.',
  },
  lang: { en: 'language: en or fr [{lang}]:', fr: 'langue : en ou fr [{lang}] :' },
  currency: { en: 'currency [{currency}]:', fr: 'devise [{currency}] :' },
  skip: { en: '(Enter: skip)', fr: '(Entrée : passer)' },
  hourlyRate: { en: 'what is an hour of yours worth?', fr: 'que vaut une de vos heures ?' },
  typicalSale: { en: 'what does a sale usually bring?', fr: 'que rapporte d’ordinaire une vente ?' },
  group: {
    en: 'a group you belong to, such as BNI Lyon, or bni = BNI Lyon (Enter: skip)',
    fr: 'un de vos groupes, par exemple BNI Lyon, ou bni = BNI Lyon (Entrée : passer)',
  },
  another: { en: 'another group (Enter: done)', fr: 'un autre groupe (Entrée : terminé)' },
  key: {
    en: 'a short key for {name} in entries [{short}]:',
    fr: 'une clé courte pour {name} dans les écritures [{short}] :',
  },
  without: { en: '{key} is taken back', fr: '{key} est retiré' },
  git: {
    en: 'put it under git, so that every change is kept? [Y/n]',
    fr: 'le mettre sous git, pour garder chaque changement ? [O/n]',
  },
  left: { en: 'nothing was written', fr: 'rien n’a été écrit' },
  yesOrNo: { en: 'answer y or n', fr: 'répondez o ou n' },
} satisfies Record<string, Phrase>;
