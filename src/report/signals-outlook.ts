import type { Outlook } from '../measure/signals/outlook.ts';
import { countPhrase, type Phrase, type Text, text } from '../model/text.ts';

/** What would change the verdict, in a sentence. */
export function outlookText(outlook: Outlook, money: (minor: number) => Phrase): Text {
  switch (outlook.kind) {
    case 'sales':
      return text(outlook.verdict === 'keep' ? words.toKeep : words.toWatch, {
        sales: salesOf(outlook.count, money(outlook.minor)),
        by: { day: outlook.by },
      });
    case 'no-sales':
      return text(words.hopeless, {
        sales: salesOf(outlook.count, money(outlook.minor)),
        by: { day: outlook.by },
      });
    case 'silence':
      return text(words.silence, { by: { day: outlook.by } });
    case 'safe':
      return text(words.safe, { until: { day: outlook.until } });
    case 'enough':
      return text(words.enough, { from: { day: outlook.from } });
    case 'never-enough':
      return text(words.neverEnough, { until: { day: outlook.until } });
  }
}

function salesOf(count: number, each: Phrase): Phrase {
  const of = (phrase: Phrase): Phrase => ({
    en: phrase.en.replace('{each}', each.en),
    fr: phrase.fr.replace('{each}', each.fr),
  });
  return countPhrase(count, [words.none, of(words.sale), of(words.sales)]);
}

const words = {
  none: { en: 'no sale', fr: 'aucune vente' },
  sale: { en: 'one sale of {each}', fr: 'une vente de {each}' },
  sales: { en: '{count} sales of {each}', fr: '{count} ventes de {each}' },
  toWatch: {
    en: 'What would change it: {sales} by {by}, at the same pace of hours, would return it to watch.',
    fr: 'Ce qui y changerait : {sales} d’ici au {by}, au même rythme d’heures, le ramènerait à surveiller.',
  },
  toKeep: {
    en: 'What would change it: {sales} by {by}, at the same pace of hours, would return it to keep.',
    fr: 'Ce qui y changerait : {sales} d’ici au {by}, au même rythme d’heures, le ramènerait à garder.',
  },
  hopeless: {
    en: 'What would change it: not even {sales} by {by} would, at the same pace of hours.',
    fr: 'Ce qui y changerait : pas même {sales} d’ici au {by}, au même rythme d’heures.',
  },
  silence: {
    en: 'What would change it: with no referral and no sale, at the same pace of hours, it would be watched by {by}.',
    fr: 'Ce qui y changerait : sans recommandation ni vente, au même rythme d’heures, il serait à surveiller d’ici au {by}.',
  },
  safe: {
    en: 'What would change it: not even a year without referral and sale, until {until}.',
    fr: 'Ce qui y changerait : pas même un an sans recommandation ni vente, jusqu’au {until}.',
  },
  enough: {
    en: 'At the same pace of hours there can be a verdict from {from} on.',
    fr: 'Au même rythme d’heures, un verdict sera possible à partir du {from}.',
  },
  neverEnough: {
    en: 'At the same pace of hours there will be too little to judge by until {until} at least.',
    fr: 'Au même rythme d’heures, il y aura trop peu pour en juger jusqu’au {until} au moins.',
  },
} satisfies Record<string, Phrase>;
