import type { Phrase } from '../../model/text.ts';
import type { Mark } from '../add/mark.ts';
import { dayAsked, markOptions, referralOperand } from '../add/mark-options.ts';
import type { Command, Option } from '../command.ts';

const forceOption: Option = {
  flags: '--force',
  help: { en: 'replace a date that is there already', fr: 'remplacer une date déjà écrite' },
};

/** A command that writes one date on a referral, where it stands. */
function marking(name: Mark, summary: Phrase, does: Phrase): Command {
  return {
    name,
    ...referralOperand,
    summary,
    about: {
      en: 'REFERRAL is its id, its place (2026.yaml:14), or the contact where one referral received has it. The date is set where the referral is written; comments and the style of the file stay.',
      fr: 'La recommandation se nomme par son id, par sa place (2026.yaml:14), ou par son contact si une seule l’a. La date est mise là où elle est écrite ; les commentaires et le style du fichier restent.',
    },
    examples: [
      { line: `netroi ${name} dupont`, does },
      {
        line: `netroi ${name} "Dupont SARL" --date 2026-09-12 --dry-run`,
        does: { en: 'the change, not made yet', fr: 'le changement, pas encore fait' },
      },
    ],
    options: [...markOptions, forceOption],
    async run(call) {
      const [word = ''] = call.operands;
      const day = dayAsked(call);
      const { markEntry } = await import('../add/mark.ts');
      const { referralNamed } = await import('../add/referrals.ts');
      return markEntry(call, (journal) => referralNamed(journal, word), name, day);
    },
  };
}

export const lost = marking(
  'lost',
  { en: 'writes on a referral that it came to nothing', fr: 'note qu’une recommandation est perdue' },
  { en: 'lost today', fr: 'perdue aujourd’hui' },
);

export const contacted = marking(
  'contacted',
  { en: 'writes on a referral that you spoke to the contact', fr: 'note que vous avez parlé au contact' },
  { en: 'spoken to today', fr: 'contacté aujourd’hui' },
);

export const informed = marking(
  'informed',
  {
    en: 'writes on a referral that you told the referrer how it went',
    fr: 'note que vous avez informé le prescripteur',
  },
  { en: 'told today', fr: 'informé aujourd’hui' },
);

export const thanked = marking(
  'thanked',
  {
    en: 'writes on a referral that you thanked the referrer',
    fr: 'note que vous avez remercié le prescripteur',
  },
  { en: 'thanked today', fr: 'remercié aujourd’hui' },
);

export const done: Command = {
  name: 'done',
  operands: '<promise>',
  summary: { en: 'writes on a promise that the word was kept', fr: 'note qu’une promesse est tenue' },
  about: {
    en: 'PROMISE is its id, its place (2026.yaml:14), or what was promised where one promise says so.',
    fr: 'La promesse se nomme par son id, par sa place (2026.yaml:14), ou par ce qui a été promis si une seule le dit.',
  },
  examples: [
    {
      line: 'netroi done "send Paul the brochure"',
      does: { en: 'kept today', fr: 'tenue aujourd’hui' },
    },
    {
      line: 'netroi done 2026.yaml:14 --date yesterday --dry-run',
      does: { en: 'the change, not made yet', fr: 'le changement, pas encore fait' },
    },
  ],
  options: [...markOptions, forceOption],
  async run(call) {
    const [word = ''] = call.operands;
    const day = dayAsked(call);
    const { markEntry } = await import('../add/mark.ts');
    const { promiseNamed } = await import('../add/promises.ts');
    return markEntry(call, (journal) => promiseNamed(journal, word), 'done', day);
  },
};
