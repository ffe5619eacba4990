import { ledgerAsOf } from '../../model/as-of.ts';
import type { Command } from '../command.ts';
import { exit } from '../failure.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import { atOption, outputOptions, periodOptions, selectOptions } from '../options.ts';
import { periodFrom } from '../period.ts';
import { deliver, formatFrom } from '../save.ts';
import { selectionFrom } from '../selection.ts';

export const practice: Command = {
  name: 'practice',
  summary: {
    en: 'networking skills: how you rate yourself, what the journal proves, who is seen again',
    fr: 'les savoir-faire du réseau : vos notes, ce que prouve le journal, qui est revu',
  },
  about: {
    en: 'With no period: this fiscal year so far. The skills are the setting practice. With -g, --member or --tag it is as if the journal held nothing else. In csv, tsv and json a row is a skill in the period, by kind or by quarter, a thing proved (count of so many, share, its 95% interval), or people seen again.',
    fr: 'Sans période : l’exercice en cours. Les savoir-faire sont le réglage practice. Avec -g, --member ou --tag, c’est comme si le journal ne contenait rien d’autre. En csv, tsv et json, une ligne est un savoir-faire sur la période, par sorte ou par trimestre, une chose prouvée (nombre sur tant, part, son intervalle à 95 %), ou les personnes revues.',
  },
  examples: [
    { line: 'netroi practice', does: { en: 'this year so far', fr: 'l’année en cours' } },
    {
      line: 'netroi practice -g bni --quarter last',
      does: { en: 'one group, last quarter', fr: 'un groupe, le trimestre dernier' },
    },
  ],
  options: [...periodOptions, ...selectOptions, atOption, ...outputOptions],
  async run(call) {
    const { options } = call;
    const format = formatFrom(options);
    const loaded = await loadJournal(call, false);
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    const period = periodFrom(options, ledger);
    if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
    const selection = selectionFrom(options, ledger);
    const { practiceReport } = await import('../../report/practice-report.ts');
    const report = practiceReport(ledger, { journal: loaded.name, period, ...selection });
    call.mark('measure');
    await deliver(call, report, format, loaded.lang);
    return exit.done;
  },
};
