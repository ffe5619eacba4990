import { ledgerAsOf } from '../../model/as-of.ts';
import { wholeOf } from '../../model/period.ts';
import type { Command } from '../command.ts';
import { exit } from '../failure.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import { atOption, outputOptions, periodOptions, selectOptions } from '../options.ts';
import { periodFrom } from '../period.ts';
import { deliver, formatFrom } from '../save.ts';
import { selectionFrom } from '../selection.ts';

export const week: Command = {
  name: 'week',
  summary: {
    en: 'what the week holds so far and what is usually there and missing, in ten lines',
    fr: 'ce que la semaine contient et ce qui y est d’ordinaire et manque, en dix lignes',
  },
  about: {
    en: 'Usually there is what a group had in at least 60% of the last 12 weeks, or as regularly every so many weeks or on one weekday of the month, 4 times at least: a kind of activity, or what is on a weekday. What is missing stands with the command that logs it, for the --journal of this call. csv, tsv and json have all of it.',
    fr: 'Est là d’ordinaire ce qu’un groupe a eu dans au moins 60 % des 12 dernières semaines, ou aussi régulièrement toutes les tant de semaines ou un même jour du mois, au moins 4 fois : une sorte d’activité, ou ce qui a lieu un jour de la semaine. Ce qui manque est suivi de la commande qui le note, pour le --journal de cet appel. csv, tsv et json contiennent tout.',
  },
  examples: [
    {
      line: 'netroi week',
      does: { en: 'this week, as far as it is logged', fr: 'cette semaine, telle que notée' },
    },
    {
      line: 'netroi week --week last -g bni',
      does: { en: 'last week in one group', fr: 'la semaine dernière dans un groupe' },
    },
  ],
  options: [
    ...periodOptions.filter(({ flags }) => flags.startsWith('--week')),
    ...selectOptions,
    atOption,
    ...outputOptions,
  ],
  async run(call) {
    const { options } = call;
    const format = formatFrom(options);
    const loaded = await loadJournal(call, false);
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    const day = options['week'] === undefined ? loaded.asOf : periodFrom(options, ledger).from;
    if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
    const selection = selectionFrom(options, ledger);
    const { weekReport } = await import('../../report/week-report.ts');
    const report = weekReport(ledger, {
      journal: loaded.name,
      week: wholeOf('week', day, ledger.settings.calendar),
      ...selection,
    });
    call.mark('measure');
    await deliver(call, report, format, loaded.lang);
    return exit.done;
  },
};
