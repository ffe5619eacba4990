import { ledgerAsOf } from '../../model/as-of.ts';
import type { Command } from '../command.ts';
import { exit } from '../failure.ts';
import { gitStates } from '../git.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import { atOption, outputOptions, totalOptions } from '../options.ts';
import { deliver, formatFrom, totalFrom } from '../save.ts';

export const stats: Command = {
  name: 'stats',
  summary: {
    en: 'what the journal holds: entries, people, gaps, files',
    fr: 'ce que contient le journal : écritures, personnes, trous, fichiers',
  },
  examples: [
    { line: 'netroi stats', does: { en: 'up to today', fr: 'jusqu’à aujourd’hui' } },
    {
      line: 'netroi stats --as-of 2025-12-31 --format csv',
      does: {
        en: 'entries by type and year, for a spreadsheet',
        fr: 'les écritures par type et année, pour un tableur',
      },
    },
  ],
  options: [...totalOptions, atOption, ...outputOptions],
  async run(call) {
    const { context, options } = call;
    const format = formatFrom(options);
    const loaded = await loadJournal(call, false);
    if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    // Programs get the entries alone: git need not be asked.
    const revision = typeof options['at'] === 'string' ? options['at'] : undefined;
    const git = format.isMachine ? [] : gitStates(context, loaded.places, revision);
    call.mark('git');
    const { journalStats } = await import('../../report/stats.ts');
    const report = journalStats(ledger, {
      journal: loaded.name,
      files: loaded.files,
      later: loaded.journal.entries.length - ledger.entries.length,
      git,
      hasTotal: totalFrom(options, format),
    });
    await deliver(call, report, format, loaded.lang);
    return exit.done;
  },
};
