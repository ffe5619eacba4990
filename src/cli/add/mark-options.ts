import { type Day, parseDay } from '../../model/day.ts';
import { type Phrase, text } from '../../model/text.ts';
import type { Call, Command, Option } from '../command.ts';
import { usageFailure } from '../failure.ts';
import { asOfDay } from '../load.ts';
import { dayWord } from './day-word.ts';

/** The operand of commands about one referral. */
export const referralOperand = {
  operands: '<referral>',
  operandWords: 'referrals',
} as const satisfies Partial<Command>;

/** For commands that write to the journal. */
export const dryRunOption: Option = {
  flags: '--dry-run',
  help: {
    en: 'show the change as a diff, write nothing',
    fr: 'montrer le changement en diff, ne rien écrire',
  },
};

/** Options of commands that write down how a referral went. */
export const markOptions: readonly Option[] = [
  {
    flags: '--date <date>',
    help: { en: 'the day; today where left out', fr: 'le jour ; aujourd’hui par défaut' },
  },
  { flags: '--note <text>', help: { en: 'anything worth keeping', fr: 'tout ce qui mérite d’être gardé' } },
  dryRunOption,
];

/** The day of `--date`, else the as-of day. */
export function dayAsked(call: Call): Day {
  const asked = call.options['date'];
  if (typeof asked !== 'string') return asOfDay(call);
  const day = parseDay(dayWord(asked, call));
  if (typeof day === 'number') return day;
  throw usageFailure(day === 'day' ? words.noDay : words.badDate, { value: asked }, text(words.dateForm));
}

const words = {
  badDate: { en: '--date takes a date, not "{value}"', fr: '--date demande une date, pas « {value} »' },
  noDay: { en: 'the calendar has no {value}', fr: 'le calendrier n’a pas de {value}' },
  dateForm: { en: 'write it YYYY-MM-DD', fr: 'écrivez-la AAAA-MM-JJ' },
} satisfies Record<string, Phrase>;
