import { attributionModels } from '../../measure/attribution.ts';
import { dimensions } from '../../measure/dimensions.ts';
import { ledgerAsOf } from '../../model/as-of.ts';
import { activityReport } from '../../report/activity-report.ts';
import type { Command } from '../command.ts';
import { exit } from '../failure.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import {
  atOption,
  attributionOptions,
  columnChoices,
  outputOptions,
  periodOptions,
  selectOptions,
  sortChoices,
  totalOptions,
} from '../options.ts';
import { periodFrom } from '../period.ts';
import { deliver, formatFrom, totalFrom } from '../save.ts';
import {
  attributionFrom,
  columnsFrom,
  dimensionFrom,
  refuseChart,
  refuseTogether,
  sortFrom,
  versusFrom,
  versusPeriod,
  versusWays,
} from '../select.ts';
import { selectionFrom } from '../selection.ts';

/** A report can show every model side by side. */
const sharingOptions = attributionOptions.map((option) =>
  option.words === attributionModels
    ? {
        ...option,
        words: [...attributionModels, 'all'],
        help: {
          en: `${option.help.en}, or all side by side`,
          fr: `${option.help.fr}, ou all, tous côte à côte`,
        },
      }
    : option,
);

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
    {
      flags: '--by <dimension>',
      words: dimensions,
      help: {
        en: `a row a ${dimensions.map(({ id }) => id).join(', ')}`,
        fr: `une ligne par ${dimensions.map(({ id }) => id).join(', ')}`,
      },
    },
    ...selectOptions,
    {
      flags: '--vs <period>',
      words: versusWays,
      help: {
        en: 'compare with the previous period, or the same a year ago',
        fr: 'comparer avec la période d’avant (previous) ou un an plus tôt (year)',
      },
    },
    ...sharingOptions,
    {
      flags: '--tidy',
      help: {
        en: 'a line a figure: group, from, to, metric, value',
        fr: 'une ligne par chiffre : group, from, to, metric, value',
      },
    },
    { flags: '--chart', help: { en: 'bars beside the figures', fr: 'des barres à côté des chiffres' } },
    {
      flags: '--columns <ids>',
      words: columnChoices,
      isCommaList: true,
      help: {
        en: 'metrics, or core, ratios, time, web, all',
        fr: 'des indicateurs, ou core, ratios, time, web, all',
      },
    },
    {
      flags: '--sort <id>',
      words: sortChoices,
      help: { en: 'sort by a metric; -ID for falling', fr: 'trier par un indicateur ; -ID pour décroissant' },
    },
    ...totalOptions,
    atOption,
    ...outputOptions,
  ],
  async run(call) {
    // What the command line alone can get wrong is said before the journal is read.
    const { options } = call;
    refuseTogether(options, [
      ['tidy', 'chart'],
      ['vs', 'chart'],
    ]);
    const isTidy = options['tidy'] === true;
    const format = formatFrom(options, isTidy ? 'csv' : 'table');
    const columns = columnsFrom(options);
    const sort = sortFrom(options);
    const by = dimensionFrom(options);
    versusFrom(options);
    refuseChart(options, format.id);
    const sharing = attributionFrom(options, 'all');
    if (sharing.attribution === 'all')
      refuseTogether(
        options,
        [
          ['attribution', 'vs'],
          ['attribution', 'columns'],
          ['attribution', 'tidy'],
          ['attribution', 'chart'],
        ],
        'all',
      );
    const loaded = await loadJournal(call, false);
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    const period = periodFrom(options, ledger);
    if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
    const result = activityReport(ledger, {
      journal: loaded.name,
      period,
      by,
      columns,
      sort,
      ...selectionFrom(options, ledger),
      versus: versusPeriod(options, period, by, ledger),
      ...sharing,
      hasTotal: totalFrom(options, format),
      isTidy,
      hasChart: options['chart'] === true,
    });
    call.mark('measure');
    await deliver(call, result, format, loaded.lang);
    return exit.done;
  },
};
