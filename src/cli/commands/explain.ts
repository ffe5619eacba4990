import { creditsBy } from '../../measure/attribution.ts';
import { metrics } from '../../measure/metrics.ts';
import { ledgerAsOf } from '../../model/as-of.ts';
import { explanation } from '../../report/explanation.ts';
import type { Command } from '../command.ts';
import { exit } from '../failure.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import {
  atOption,
  attributionOptions,
  outputOptions,
  periodOptions,
  selectOptions,
  totalOptions,
} from '../options.ts';
import { periodFrom } from '../period.ts';
import { deliver, formatFrom, totalFrom } from '../save.ts';
import { attributionFrom, metricNamed } from '../select.ts';
import { selectionFrom } from '../selection.ts';

export const explain: Command = {
  name: 'explain',
  operands: '<metric>',
  operandWords: metrics,
  summary: {
    en: 'the entries behind one figure, each with file:line',
    fr: 'les écritures derrière un chiffre, chacune avec fichier:ligne',
  },
  examples: [
    {
      line: 'netroi explain revenue -g bni --quarter 2026-Q3',
      does: { en: 'the sales behind a cell of the report', fr: 'les ventes derrière une case du rapport' },
    },
    {
      line: 'netroi explain revenue_per_hour --year',
      does: { en: 'both sums of a ratio, all groups', fr: 'les deux sommes d’un ratio, tous groupes' },
    },
  ],
  options: [
    ...periodOptions,
    ...selectOptions,
    ...attributionOptions,
    ...totalOptions,
    atOption,
    ...outputOptions,
  ],
  async run(call) {
    const format = formatFrom(call.options);
    const metric = metricNamed(call.operands[0] ?? '');
    const sharing = attributionFrom(call.options);
    const loaded = await loadJournal(call, false);
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    const period = periodFrom(call.options, ledger);
    if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
    const { attribution, attributionOptions: days } = sharing;
    const creditsOf = attribution && creditsBy(attribution, ledger, days);
    const selection = selectionFrom(call.options, ledger);
    await deliver(
      call,
      explanation(ledger, {
        journal: loaded.name,
        metric,
        period,
        ...selection,
        creditsOf,
        ...sharing,
        hasTotal: totalFrom(call.options, format),
      }),
      format,
      loaded.lang,
    );
    return exit.done;
  },
};
