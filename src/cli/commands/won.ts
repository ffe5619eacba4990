import { formatDay } from '../../model/day.ts';
import { recordPlace } from '../../model/source.ts';
import type { Phrase } from '../../model/text.ts';
import { text } from '../../model/text.ts';
import { dayAsked, markOptions, referralOperand } from '../add/mark-options.ts';
import type { Command } from '../command.ts';
import { exit, Failure, usageFailure } from '../failure.ts';

export const won: Command = {
  name: 'won',
  ...referralOperand,
  summary: {
    en: 'appends the sale that came from a referral',
    fr: 'ajoute la vente née d’une recommandation',
  },
  about: {
    en: 'REFERRAL is its id, its place (2026.yaml:14), or the contact where one referral received has it.',
    fr: 'La recommandation se nomme par son id, par sa place (2026.yaml:14), ou par son contact si une seule l’a.',
  },
  examples: [
    {
      line: 'netroi won dupont --amount 1200',
      does: { en: 'sold today', fr: 'vendu aujourd’hui' },
    },
    {
      line: 'netroi won "Dupont SARL" --amount "950 CHF" --date 2026-09-12',
      does: { en: 'sold on a day, in another currency', fr: 'vendu tel jour, dans une autre devise' },
    },
  ],
  options: [
    {
      flags: '--amount <money>',
      help: { en: 'what it was sold for', fr: 'le montant de la vente' },
    },
    {
      flags: '--customer <text>',
      help: { en: 'who bought, where it is not the contact', fr: 'qui a acheté, si ce n’est pas le contact' },
    },
    ...markOptions,
    {
      flags: '--file <file>',
      words: 'files',
      help: { en: 'the file it goes to', fr: 'le fichier où elle va' },
    },
  ],
  async run(call) {
    const [word = ''] = call.operands;
    const { options } = call;
    const day = dayAsked(call);
    if (options['amount'] === undefined) throw usageFailure(words.amount, {}, text(words.example));
    const { valuesFor } = await import('../add/values.ts');
    const { givenFlags } = await import('../add/flags.ts');
    const { nameOf, received, referralNamed } = await import('../add/referrals.ts');
    const { targetFor } = await import('../add/target.ts');
    const { appendEntry } = await import('../add/append.ts');
    const values = valuesFor('sale', givenFlags(call)).set('date', [formatDay(day)]);
    return appendEntry(targetFor(call, day), ({ journal }) => {
      const referral = referralNamed(journal, word);
      const name = nameOf(referral, received(journal));
      if (name === undefined)
        throw new Failure(
          exit.journal,
          text(words.noName, { place: recordPlace(referral) }),
          text(words.giveId),
        );
      return { type: 'sale', values: values.set('referral', [name]) };
    });
  },
};

const words = {
  amount: { en: 'won needs --amount', fr: 'won demande --amount' },
  noName: {
    en: 'a sale cannot name the referral at {place}: another one has the same contact',
    fr: 'une vente ne peut pas nommer la recommandation à {place} : une autre a le même contact',
  },
  giveId: { en: 'give it an id', fr: 'donnez-lui un id' },
  example: { en: 'netroi won REFERRAL --amount 1200', fr: 'netroi won RECOMMANDATION --amount 1200' },
} satisfies Record<string, Phrase>;
