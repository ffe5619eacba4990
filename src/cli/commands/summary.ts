import { ledgerAsOf } from '../../model/as-of.ts';
import { startOf } from '../../model/calendar.ts';
import type { Ledger } from '../../model/ledger.ts';
import { labelOf, type Period } from '../../model/period.ts';
import { inAll, type Phrase, text } from '../../model/text.ts';
import type { Call, Command } from '../command.ts';
import { exit, usageFailure } from '../failure.ts';
import { type Loaded, loadJournal, printDiagnostics } from '../load.ts';
import { atOption, outputOptionsOf, selectOptions } from '../options.ts';
import { periodFrom } from '../period.ts';
import { formatFrom, write } from '../save.ts';
import { selectionFrom } from '../selection.ts';

export const summary: Command = {
  name: 'summary',
  summary: {
    en: 'a month to be read in a minute: figures, verdicts, what is overdue, what to do; also as a mail',
    fr: 'un mois à lire en une minute : chiffres, verdicts, retards, quoi faire ; aussi par courriel',
  },
  about: {
    en: 'The figures are those of the month. Verdicts are of its last day, or of today while the month runs; a verdict has changed when it is not what it was at the end of the month before. Promises, open referrals and what comes next are as of today. The month that runs is counted up to today, and beside the same days of others. An older month is read as it was known on the day after its end. With --as-of, all is as known on that day. A journal with faults gives a mail that tells them where a mail is asked for, with exit code 1.',
    fr: 'Les chiffres sont ceux du mois. Les verdicts sont ceux de son dernier jour, ou d’aujourd’hui tant que le mois court ; un verdict a changé s’il n’est plus celui de la fin du mois d’avant. Les promesses, les recommandations ouvertes et ce qui vient sont d’aujourd’hui. Le mois en cours est compté jusqu’à aujourd’hui, à côté des mêmes jours des autres. Un mois plus ancien est lu tel qu’il était connu le lendemain de sa fin. Avec --as-of, tout est lu tel que connu ce jour-là. Si le journal a des fautes et qu’un courriel est demandé, le courriel les dit, avec le code 1.',
  },
  examples: [
    { line: 'netroi summary', does: { en: 'the month that is over', fr: 'le mois qui vient de finir' } },
    {
      line: 'netroi summary --month 2026-07 --format markdown -o july.md',
      does: { en: 'an older month, for a page', fr: 'un mois plus ancien, pour une page' },
    },
    {
      line: 'netroi summary --format mail --to me@example.org | sendmail -t',
      does: {
        en: 'by mail, from cron on the first of the month',
        fr: 'par courriel, depuis cron le premier du mois',
      },
    },
  ],
  options: [
    {
      flags: '--month [month]',
      words: ['last'],
      help: {
        en: 'last where left out, or 2026-07; with nothing after it, this month so far',
        fr: 'last par défaut, ou 2026-07 ; sans rien après, le mois en cours',
      },
    },
    ...selectOptions,
    {
      flags: '--to <address>',
      isList: true,
      help: {
        en: 'who gets the mail (repeatable, or commas between)',
        fr: 'à qui va le courriel (répétable, ou avec des virgules)',
      },
    },
    {
      flags: '--from <address>',
      help: {
        en: 'who sends it: who gets it, where left out',
        fr: 'qui l’envoie : qui le reçoit, par défaut',
      },
    },
    { flags: '--subject <words>', help: { en: 'its subject', fr: 'son objet' } },
    atOption,
    ...outputOptionsOf('summary'),
  ],
  async run(call) {
    const { options } = call;
    const format = formatFrom(options, 'text', 'summary');
    const mails = await import('../summary-mail.ts');
    const mail = await mails.mailOptionsFrom(options, format.id);
    const loaded = await loadJournal(call, false);
    const { ledger, period } = monthOf(call, loaded);
    const style = call.styleFor(loaded.lang);
    if (!(await printDiagnostics(call, loaded, false))) {
      if (mail) {
        const { report, envelope } = mails.faultMail(call, mail, loaded, period);
        await write(call, await format.render(report, style, envelope));
      }
      return exit.journal;
    }
    const selection = selectionFrom(options, ledger);
    const { summaryFacts } = await import('../../report/summary-facts.ts');
    const { summaryReport } = await import('../../report/summary-report.ts');
    const { summarySubject } = await import('../../report/summary-headline.ts');
    const places = (options['journal'] ?? []) as readonly string[];
    const facts = summaryFacts(ledger, loaded.journal, { name: loaded.name, places, period, ...selection });
    call.mark('measure');
    const envelope = mail && mails.summaryEnvelope(call, mail, loaded, period, summarySubject(facts));
    const rendered = await format.render(summaryReport(facts), style, envelope);
    call.mark('render');
    await write(call, rendered);
    return exit.done;
  },
};

/** The month to sum up, and what was known: of one before the last, on the day after its end. */
function monthOf({ options }: Call, { journal, asOf }: Loaded): { ledger: Ledger; period: Period } {
  const ledger = ledgerAsOf(journal, asOf);
  const asked = periodFrom({ month: options['month'] ?? 'last' }, ledger);
  const { calendar } = journal.settings;
  if (asked.from > asOf)
    throw usageFailure(
      words.ahead,
      { month: inAll(labelOf(asked, calendar)), day: { day: asOf } },
      text(words.current),
    );
  // The month that runs is the month so far, by name too.
  const period = { ...asked, to: Math.min(asked.to, asOf) };
  const isOld = period.to < startOf('month', asOf, calendar) - 1;
  return {
    ledger: isOld && options['asOf'] === undefined ? ledgerAsOf(journal, period.to + 1) : ledger,
    period,
  };
}

const words = {
  ahead: {
    en: '{month} had not begun on {day}: there is nothing to sum up',
    fr: '{month} n’avait pas commencé le {day} : il n’y a rien à résumer',
  },
  current: {
    en: '--month alone is the month so far',
    fr: '--month seul est le mois en cours',
  },
} satisfies Record<string, Phrase>;
