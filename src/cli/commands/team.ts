import { ledgerAsOf } from '../../model/as-of.ts';
import type { Command } from '../command.ts';
import { exit } from '../failure.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import { atOption, outputOptions, periodOptions, selectOptions } from '../options.ts';
import { periodFrom } from '../period.ts';
import { deliver, formatFrom } from '../save.ts';
import { selectionFrom } from '../selection.ts';

export const team: Command = {
  name: 'team',
  summary: {
    en: 'a company’s network: who goes where, overlaps, budgets, gaps, prospects approached too often',
    fr: 'le réseau d’une entreprise : qui va où, doublons, budgets, manques, prospects trop sollicités',
  },
  about: {
    en: 'An overlap is several members at one event (group, date and title) that no plan: names together. A prospect is approached too often by two members at most 30 days apart, or more than 3 times in any 90 days (setting team:). A gap is a goal of a group for which no present group brought anything, or a site from which nobody went anywhere. The page team has every definition.',
    fr: 'Un doublon : plusieurs membres à un même événement (groupe, date et titre) qu’aucun plan: ne nomme ensemble. Un prospect est trop sollicité par deux membres à 30 jours d’écart au plus, ou plus de 3 fois sur 90 jours d’affilée (réglage team:). Un manque : un objectif d’un groupe pour lequel aucun groupe actuel n’a rien apporté, ou un site d’où personne n’est allé nulle part. La page team a toutes les définitions.',
  },
  examples: [
    {
      line: 'netroi team',
      does: { en: 'this year so far', fr: 'l’année en cours' },
    },
    {
      line: 'netroi team --board --quarter last',
      does: {
        en: 'one page for the board, the last quarter',
        fr: 'une page pour la direction, le dernier trimestre',
      },
    },
    {
      line: 'netroi team --member eve --format csv',
      does: {
        en: 'what involves one member, for a spreadsheet',
        fr: 'ce qui concerne un membre, pour un tableur',
      },
    },
  ],
  options: [
    {
      flags: '--board',
      help: {
        en: 'one page: six figures, the three worst findings, what it costs, what to decide',
        fr: 'une page : six chiffres, les trois pires constats, ce que cela coûte, ce qu’il faut décider',
      },
    },
    ...periodOptions,
    ...selectOptions,
    atOption,
    ...outputOptions,
  ],
  async run(call) {
    const { options } = call;
    const format = formatFrom(options);
    const isBoard = options['board'] === true;
    const loaded = await loadJournal(call, false);
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    const period = periodFrom(options, ledger);
    if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
    const { groups, members } = selectionFrom(options, ledger);
    const scope = {
      period,
      groups,
      members,
      isTagged: selectionFrom({ tag: options['tag'] }, ledger).isCounted,
    };
    const { teamOf } = await import('../../measure/team/team.ts');
    const { moneyIn } = await import('../../report/amounts.ts');
    const found = teamOf(ledger, scope, moneyIn(ledger.settings.currency));
    call.mark('measure');
    const asked = { journal: loaded.name, scope };
    const result = isBoard
      ? (await import('../../report/team-board.ts')).teamBoard(ledger, found, asked)
      : (await import('../../report/team-report.ts')).teamReport(ledger, found, asked);
    await deliver(call, result, format, loaded.lang);
    return exit.done;
  },
};
