import { ledgerAsOf } from '../../model/as-of.ts';
import type { Command } from '../command.ts';
import { exit } from '../failure.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import { atOption, outputOptions, selectOptions } from '../options.ts';
import { deliver, formatFrom } from '../save.ts';
import { selectionFrom } from '../selection.ts';

export const lags: Command = {
  name: 'lags',
  summary: {
    en: 'how long referrals took to be won or lost, first touch to sale',
    fr: 'les délais : recommandations gagnées ou perdues, premier contact à vente',
  },
  examples: [
    {
      line: 'netroi lags',
      does: { en: 'all referrals received, up to today', fr: 'toutes les recommandations reçues, jusqu’ici' },
    },
    {
      line: 'netroi lags -g bni --format csv',
      does: {
        en: 'one group: won, lost and open by age, for a spreadsheet',
        fr: 'un groupe : gagnées, perdues et ouvertes selon l’âge, pour un tableur',
      },
    },
  ],
  options: [...selectOptions, atOption, ...outputOptions],
  async run(call) {
    const format = formatFrom(call.options);
    const loaded = await loadJournal(call, false);
    if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    const selection = selectionFrom(call.options, ledger);
    const { lagReport } = await import('../../report/lag-report.ts');
    const report = lagReport(ledger, { journal: loaded.name, ...selection });
    call.mark('measure');
    await deliver(call, report, format, loaded.lang);
    return exit.done;
  },
};
