import { ledgerAsOf } from '../../model/as-of.ts';
import { activityReport } from '../../report/activity-report.ts';
import type { Command } from '../command.ts';
import { exit } from '../failure.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import { groupOption, outputOptions, periodOptions } from '../options.ts';
import { periodFrom } from '../period.ts';
import { deliver, formatFrom, totalFrom } from '../save.ts';
import { columnsFrom, groupsFrom, sortFrom } from '../select.ts';

export const report: Command = {
  name: 'report',
  summary: {
    en: 'what each group took and brought in a period',
    fr: 'ce que chaque groupe a pris et apporté sur une période',
  },
  examples: [
    { line: 'netroi report --quarter', does: { en: 'this quarter so far', fr: 'le trimestre en cours' } },
    {
      line: 'netroi report --year 2025 --sort -revenue_per_hour',
      does: { en: 'last year, the best hour first', fr: 'une année, la meilleure heure d’abord' },
    },
    {
      line: 'netroi report -p "last 12 months" --columns time --format csv',
      does: { en: 'hours for a spreadsheet', fr: 'les heures, pour un tableur' },
    },
  ],
  options: [
    ...periodOptions,
    groupOption,
    {
      flags: '--columns <ids>',
      help: {
        en: 'metrics, or core, ratios, time, web, all',
        fr: 'des indicateurs, ou core, ratios, time, web, all',
      },
    },
    {
      flags: '--sort <id>',
      help: { en: 'sort by a metric; -ID for falling', fr: 'trier par un indicateur ; -ID pour décroissant' },
    },
    { flags: '--total', help: { en: 'with the TOTAL row', fr: 'avec la ligne TOTAL' } },
    { flags: '--no-total', help: { en: 'without it', fr: 'sans elle' } },
    ...outputOptions,
  ],
  async run(call) {
    // What the command line alone can get wrong is said before the journal is read.
    const format = formatFrom(call.options);
    const columns = columnsFrom(call.options);
    const sort = sortFrom(call.options);
    const loaded = await loadJournal(call, false);
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    const period = periodFrom(call.options, ledger);
    if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
    const groups = groupsFrom(call.options, ledger);
    const hasTotal = totalFrom(call.options, format);
    const result = activityReport(ledger, { journal: loaded.name, period, columns, sort, groups, hasTotal });
    call.mark('measure');
    await deliver(call, result, format, loaded.lang);
    return exit.done;
  },
};
