import { inAll, type Phrase, text } from '../../model/text.ts';

/** Why a row is left out: what every source may have to say. */
export const skipWords = {
  noName: { en: 'no name', fr: 'sans nom' },
  noDate: { en: 'no date', fr: 'sans date' },
  noAmount: { en: 'no amount', fr: 'sans montant' },
  noGroup: { en: 'no group: give --group, or a rule', fr: 'sans groupe : donnez --group, ou une règle' },
  byRule: { en: 'by a rule', fr: 'par une règle' },
  twice: { en: 'twice in the file', fr: 'deux fois dans le fichier' },
  overlap: { en: 'days already imported from another report', fr: 'jours déjà importés d’un autre rapport' },
  outside: { en: 'outside the days', fr: 'hors des jours' },
  noType: { en: 'no type', fr: 'sans type' },
} satisfies Record<string, Phrase>;

/** A date or an amount that could not be read, told with what stands there. */
export function unreadable(kind: 'date' | 'amount' | 'count' | 'duration', value: string): Phrase {
  return inAll(text(words[kind], { value: value.slice(0, 40) }));
}

const words = {
  date: { en: 'no date: "{value}"', fr: 'pas une date : « {value} »' },
  amount: { en: 'no amount: "{value}"', fr: 'pas un montant : « {value} »' },
  count: { en: 'no count: "{value}"', fr: 'pas un nombre : « {value} »' },
  duration: { en: 'no duration: "{value}"', fr: 'pas une durée : « {value} »' },
} satisfies Record<string, Phrase>;
