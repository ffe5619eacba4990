import { formatDay } from '../../model/day.ts';
import { nearest } from '../../model/names.ts';
import { entryTypes } from '../../model/schema.ts';
import type { Phrase } from '../../model/text.ts';
import { fieldOptions, givenFlags } from '../add/flags.ts';
import { dryRunOption } from '../add/mark-options.ts';
import type { Command } from '../command.ts';
import { exit, nearHint, usageFailure } from '../failure.ts';
import { asOfDay } from '../load.ts';

export const add: Command = {
  name: 'add',
  operands: '[type]',
  operandWords: entryTypes,
  summary: {
    en: 'appends an entry to the journal, by flags or by questions',
    fr: 'ajoute une écriture au journal, par options ou par questions',
  },
  about: {
    en: 'It goes to the end of the file of its year (2026.yaml), or of its month where there is one; a journal that is one file gets it itself. The whole journal is checked before anything is written.',
    fr: 'Elle va à la fin du fichier de son année (2026.yaml), ou de son mois s’il y en a un ; un journal d’un seul fichier la reçoit lui-même. Tout le journal est vérifié avant que rien ne soit écrit.',
  },
  examples: [
    {
      line: 'netroi add activity -g bni --time 2h --travel 40m --met "Claire Martin"',
      does: { en: 'today, said in one go', fr: 'aujourd’hui, en une seule commande' },
    },
    {
      line: 'netroi add referral',
      does: {
        en: 'asks, with what you usually answer as the default',
        fr: 'demande, avec vos réponses habituelles par défaut',
      },
    },
  ],
  options: [
    ...fieldOptions(),
    {
      flags: '--file <file>',
      words: 'files',
      help: { en: 'the file it goes to', fr: 'le fichier où elle va' },
    },
    dryRunOption,
  ],
  async run(call) {
    const [word] = call.operands;
    const type = entryTypes.find((each) => each === word);
    if (word !== undefined && type === undefined)
      throw usageFailure(words.noType, { name: word }, nearHint(nearest(word, entryTypes), entryTypes));
    const given = givenFlags(call);
    const { missingOf, refuseIncomplete, valuesFor, withKeys } = await import('../add/values.ts');
    const values = type && valuesFor(type, given);
    const isEnough = type && values && missingOf(type, values).every(({ path }) => path === 'date');
    if (!isEnough) {
      const { addByQuestions } = await import('../add/by-questions.ts');
      const code = await addByQuestions(call, type, given);
      if (code !== undefined) return code;
      if (!type || !values) throw usageFailure(words.whichType, {}, nearHint(undefined, entryTypes));
      refuseIncomplete(type, values);
      return exit.usage;
    }
    if (!values.has('date')) values.set('date', [formatDay(asOfDay(call))]);
    const { dayOfEntry, targetFor } = await import('../add/target.ts');
    const { appendEntry } = await import('../add/append.ts');
    return appendEntry(targetFor(call, dayOfEntry(values)), ({ journal }) => ({
      type,
      values: withKeys(type, values, journal.settings),
    }));
  },
};

const words = {
  noType: { en: 'no entry type is called "{name}"', fr: 'aucun type d’écriture ne s’appelle « {name} »' },
  whichType: { en: 'an entry of which type?', fr: 'une écriture de quel type ?' },
} satisfies Record<string, Phrase>;
