import { ledgerAsOf } from '../../model/as-of.ts';
import { outcomeColumns } from '../../report/outcomes-columns.ts';
import { columnIdsFrom, columnsOption } from '../columns.ts';
import type { Command } from '../command.ts';
import { exit } from '../failure.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import { atOption, outputOptions, periodOptions, selectOptions, totalOptions } from '../options.ts';
import { periodFrom } from '../period.ts';
import { deliver, formatFrom, totalFrom } from '../save.ts';
import { selectionFrom } from '../selection.ts';

/** The ways to say which days are meant. */
const ways = ['week', 'month', 'quarter', 'year', 'period', 'from', 'to'];

export const outcomes: Command = {
  name: 'outcomes',
  summary: {
    en: 'returns that are no sale, and the goals of each group',
    fr: 'les retours qui ne sont pas des ventes, et les objectifs de chaque groupe',
  },
  about: {
    en: 'With no period: all, from the first entry on. In csv, tsv and json there is a row a group and kind of return, then one for each goal of which nothing came; the goal clients is met by sales.',
    fr: 'Sans période : tout, depuis la première écriture. En csv, tsv et json, une ligne par groupe et sorte de retour, puis une par objectif dont rien n’est venu ; l’objectif clients est atteint par des ventes.',
  },
  examples: [
    {
      line: 'netroi outcomes',
      does: {
        en: 'all that came, against all that was sought',
        fr: 'tout ce qui est venu, face à ce qui était cherché',
      },
    },
    {
      line: 'netroi outcomes --year 2025 -g bni',
      does: { en: 'one year of one group', fr: 'une année d’un groupe' },
    },
    {
      line: 'netroi outcomes --columns outcomes,value,state --format csv',
      does: { en: 'three figures for a spreadsheet', fr: 'trois colonnes pour un tableur' },
    },
  ],
  options: [
    ...periodOptions,
    ...selectOptions,
    columnsOption(outcomeColumns),
    ...totalOptions,
    atOption,
    ...outputOptions,
  ],
  async run(call) {
    // What the command line alone can get wrong is said before the journal is read.
    const { options } = call;
    const format = formatFrom(options);
    const columns = columnIdsFrom(options, outcomeColumns);
    const loaded = await loadJournal(call, false);
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    const isAsked = ways.some((way) => options[way] !== undefined);
    const period = periodFrom(isAsked ? options : { period: 'all' }, ledger);
    if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
    const selection = selectionFrom(options, ledger);
    const { outcomesReport } = await import('../../report/outcomes-report.ts');
    const report = outcomesReport(ledger, {
      journal: loaded.name,
      period,
      columns,
      ...selection,
      hasTotal: totalFrom(options, format),
    });
    call.mark('measure');
    await deliver(call, report, format, loaded.lang);
    return exit.done;
  },
};
