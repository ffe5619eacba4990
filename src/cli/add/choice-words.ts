import type { Field } from '../../model/field.ts';
import { foldName } from '../../model/names.ts';
import type { EntryType, entrySchema } from '../../model/schema.ts';
import type { Lang, Phrase } from '../../model/text.ts';

type ChoicesOf<F> = { [K in keyof F]: F[K] extends { choices: readonly (infer C)[] } ? C : never }[keyof F];
type Choice = { [T in EntryType]: ChoicesOf<(typeof entrySchema)[T]['fields']> }[EntryType] & string;

/** What the journal's words are called in French: a missing one is a type error. */
const french: Readonly<Record<Choice, string>> = {
  'in-person': 'en personne',
  online: 'en ligne',
  present: 'présent',
  late: 'en retard',
  substitute: 'remplacé',
  absent: 'absent',
  excused: 'excusé',
  received: 'reçue',
  given: 'donnée',
  introduction: 'mise en relation',
  purchase: 'votre achat',
  inside: 'dans le groupe',
  outside: 'hors du groupe',
  client: 'client',
  prospect: 'prospect',
  prescriber: 'prescripteur',
  supplier: 'fournisseur',
  subcontractor: 'sous-traitant',
  competitor: 'concurrent',
  peer: 'pair',
};

/** The word of the journal that an answer means: itself in any case, or what it is called in the language spoken. */
export function choiceMeant(answer: string, { choices = [] }: Field, lang: Lang): string {
  const folded = foldName(answer);
  const meant = choices.find(
    (choice) => foldName(choice) === folded || foldName(calledIn(lang, choice)) === folded,
  );
  return meant ?? answer;
}

/** The words a field may hold, as a question: `in-person or online`; in French with what they mean. */
export function choicesAsked({ kind, choices = [], help }: Field, lang: Lang): string {
  const isInHelp = choices.every((choice) => help.en.includes(choice));
  if (lang === 'en' && isInHelp) return help.en;
  const shown = choices.map((choice) => {
    const called = calledIn(lang, choice);
    return foldName(called) === choice ? choice : `${choice} (${called})`;
  });
  if (kind === 'choices') return `${help[lang]}${words.severalOf[lang]}${shown.join(', ')}`;
  const list = [shown.slice(0, -1).join(', '), shown.at(-1)].join(words.or[lang]);
  // The French words say what the help would.
  const isSaid = lang === 'fr' || isInHelp || impliedBy({ help }) !== undefined;
  return isSaid ? list : `${list} (${help[lang]})`;
}

/** The word that counts where the field is left out, as its help has it. */
export function impliedBy({ help }: Pick<Field, 'help'>): string | undefined {
  return /(\S+) where left out/.exec(help.en)?.[1];
}

function calledIn(lang: Lang, choice: string): string {
  const words: Readonly<Record<string, string>> = french;
  return (lang === 'fr' ? words[choice] : undefined) ?? choice;
}

const words = {
  or: { en: ' or ', fr: ' ou ' },
  severalOf: { en: ', one or several of ', fr: ', un ou plusieurs de ' },
} satisfies Record<string, Phrase>;
