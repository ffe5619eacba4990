import { ledgerAsOf } from '../../model/as-of.ts';
import { nearest } from '../../model/names.ts';
import { type Phrase, text } from '../../model/text.ts';
import { isFault, readDays } from '../../read/scalars.ts';
import type { Command, Options } from '../command.ts';
import { exit, nearHint, usageFailure } from '../failure.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import { atOption, outputOptions, selectOptions } from '../options.ts';
import { deliver, formatFrom, write } from '../save.ts';
import { refuseTogether } from '../select.ts';
import { selectionFrom } from '../selection.ts';

const failWords = ['overdue'];

/** Days to come that a calendar holds where `--ahead` does not say. */
const calendarAhead = 7;

export const followup: Command = {
  name: 'followup',
  summary: {
    en: 'whom to contact, tell or thank, which promises are due; oldest first',
    fr: 'qui contacter, informer ou remercier, quelles promesses tenir ; du plus ancien au plus récent',
  },
  about: {
    en: 'A referral received wants its contact spoken to, and its referrer told of each contact, loss and win, and thanked for a win; an open one goes stale 3 months before signals counts it as lost. A promise is due on its day. After 3 weeks without any entry, that is said too. The settings under followup say how many days there are.',
    fr: 'Une recommandation reçue veut que l’on parle au contact, que le prescripteur soit informé de chaque contact, perte et vente, et remercié d’une vente ; ouverte, elle est à relancer 3 mois avant que signals la compte perdue. Une promesse est due à son jour. Trois semaines sans aucune écriture sont dites aussi. Les réglages sous followup fixent les délais.',
  },
  examples: [
    {
      line: 'netroi followup',
      does: {
        en: 'all that is due, and the command that says it is done',
        fr: 'tout ce qui est dû, et la commande qui dit que c’est fait',
      },
    },
    {
      line: 'netroi followup -g bni --ahead 14d',
      does: { en: 'one group, with the next two weeks', fr: 'un groupe, avec les deux semaines à venir' },
    },
    {
      line: 'netroi followup --ics -o reminders.ics',
      does: {
        en: 'reminders for a calendar, a week ahead',
        fr: 'des rappels pour un agenda, sur une semaine',
      },
    },
  ],
  options: [
    {
      flags: '--ahead <days>',
      help: {
        en: 'also what falls due within so many days (14, 14d or 2w)',
        fr: 'aussi ce qui est dû d’ici tant de jours (14, 14d ou 2w)',
      },
    },
    {
      flags: '--ics',
      help: {
        en: 'a calendar of reminders, 7 days ahead where --ahead is not given',
        fr: 'un agenda de rappels, sur 7 jours sans --ahead',
      },
    },
    {
      flags: '--fail-on <what>',
      words: failWords,
      help: {
        en: 'overdue: exit 3 where something is overdue',
        fr: 'overdue : code 3 si quelque chose est en retard',
      },
    },
    ...selectOptions,
    atOption,
    ...outputOptions,
  ],
  async run(call) {
    const { options } = call;
    refuseTogether(options, [['ics', 'format']]);
    const isCalendar = isCalendarAsked(options);
    const format = formatFrom(options);
    const failOn = options['failOn'];
    if (typeof failOn === 'string' && !failWords.includes(failOn))
      throw usageFailure(words.noFail, { value: failOn }, nearHint(nearest(failOn, failWords), failWords));
    const ahead = aheadFrom(options);
    const loaded = await loadJournal(call, false);
    if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    const selection = selectionFrom(options, ledger);
    const { followUps, isOverdue } = await import('../../measure/followups.ts');
    const until = loaded.asOf + (ahead ?? (isCalendar ? calendarAhead : 0));
    const found = followUps(ledger, until, selection);
    call.mark('measure');
    const places = (options['journal'] ?? []) as readonly string[];
    if (isCalendar) {
      const { remindersOf } = await import('../../report/followup-reminders.ts');
      const { renderCalendar } = await import('../../render/calendar.ts');
      const reminders = remindersOf(found, ledger, loaded.journal, places);
      await write(call, renderCalendar(reminders, loaded.asOf, loaded.lang));
    } else {
      const { followupReport } = await import('../../report/followup-report.ts');
      const report = followupReport(ledger, loaded.journal, {
        journal: loaded.name,
        places,
        until,
        ...selection,
      });
      await deliver(call, report, format, loaded.lang);
    }
    const isFound = failOn !== undefined && found.some((each) => isOverdue(each, loaded.asOf));
    return isFound ? exit.found : exit.done;
  },
};

/** By `--ics`, or by the ending of the output file, as of every format. */
function isCalendarAsked({ ics, format, output }: Options): boolean {
  return ics === true || (format === undefined && typeof output === 'string' && /\.ics$/i.test(output));
}

function aheadFrom(options: Options): number | undefined {
  const asked = options['ahead'];
  if (typeof asked !== 'string') return undefined;
  const days = readDays(asked);
  if (isFault(days)) throw usageFailure(words.noDays, { value: asked }, text(words.daysForm));
  return days;
}

const words = {
  noFail: { en: '--fail-on cannot be "{value}"', fr: '--fail-on ne peut pas être « {value} »' },
  noDays: {
    en: '--ahead takes a number of days, not "{value}"',
    fr: '--ahead demande un nombre de jours, pas « {value} »',
  },
  daysForm: { en: 'write it 7, 7d or 2w', fr: 'écrivez 7, 7d ou 2w' },
} satisfies Record<string, Phrase>;
