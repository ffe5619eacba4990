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
    case 'time':
      return text(outlook.verdict === 'keep' ? words.timeKeeps : words.timeWatches, {
        by: { day: outlook.by },
      });
    case 'no-sales':
      return text(words.hopeless, {
        sales: salesOf(outlook.count, money(outlook.minor)),
        by: { day: outlook.by },
      });
    case 'silence':
      return text(outlook.verdict === 'too-early' ? words.silentEarly : words.silence, {
        from: { day: outlook.from },
      });
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
    en: 'What would change it: with {sales} by {by}, at the same pace of hours, it would be back at watch.',
    fr: 'Ce qui changerait le verdict : avec {sales} d’ici au {by}, au même rythme d’heures, il serait de nouveau à surveiller.',
  },
  toKeep: {
    en: 'What would change it: with {sales} by {by}, at the same pace of hours, it would be back at keep.',
    fr: 'Ce qui changerait le verdict : avec {sales} d’ici au {by}, au même rythme d’heures, il serait de nouveau à garder.',
  },
  timeWatches: {
    en: 'At the same pace of hours it would be back at watch by {by}, with no sale more.',
    fr: 'Au même rythme d’heures, il serait de nouveau à surveiller d’ici au {by}, sans vente de plus.',
  },
  timeKeeps: {
    en: 'At the same pace of hours it would be back at keep by {by}, with no sale more.',
    fr: 'Au même rythme d’heures, il serait de nouveau à garder d’ici au {by}, sans vente de plus.',
  },
  hopeless: {
    en: 'What would change it: not even {sales} by {by} would, at the same pace of hours.',
    fr: 'Même {sales} d’ici au {by}, au même rythme d’heures, n’y changeraient rien.',
  },
  silence: {
    en: 'What would change it: with no referral and no sale, at the same pace of hours, it would be watched from {from} on.',
    fr: 'Ce qui changerait le verdict : sans recommandation ni vente, au même rythme d’heures, il serait à surveiller dès le {from}.',
  },
  silentEarly: {
    en: 'With no referral and no sale, at the same pace of hours, there would be too little to judge by on {from}.',
    fr: 'Sans recommandation ni vente, au même rythme d’heures, il y aurait trop peu pour juger le {from}.',
  },
  safe: {
    en: 'Even a year without referral and sale, until {until}, would not change it.',
    fr: 'Même un an sans recommandation ni vente, jusqu’au {until}, n’y changerait rien.',
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
