import path from 'node:path';
import { ledgerAsOf } from '../../model/as-of.ts';
import { type Phrase, speak, text } from '../../model/text.ts';
import { visible } from '../../model/visible.ts';
import type { Call, Command } from '../command.ts';
import { exit, Failure, usageFailure } from '../failure.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import { atOption, groupOption, outputOption } from '../options.ts';
import { write } from '../save.ts';
import { selectionFrom } from '../selection.ts';
import { cacheFolder } from '../yaml-cache.ts';

/** Entries of a sort that a group and quarter list at most: what more there is, `explain` lists. */
const mostEntries = 60;

export const dashboard: Command = {
  name: 'dashboard',
  summary: {
    en: 'everything on one page, for a browser',
    fr: 'tout sur une page, pour un navigateur',
  },
  about: {
    en: 'One HTML file, with nothing in it that a browser would load from elsewhere, and no script: totals, a section a group with its verdict, what moves, delays, what is due. Years and quarters are changed by links in the page; every figure leads to the entries behind it.',
    fr: 'Un seul fichier HTML, sans script et sans rien qu’un navigateur irait chercher ailleurs : totaux, une section par groupe avec son verdict, ce qui évolue, les délais, ce qui est dû. Les années et les trimestres se changent par des liens dans la page ; chaque chiffre mène aux écritures qui le composent.',
  },
  examples: [
    {
      line: 'netroi dashboard --open',
      does: { en: 'make it and show it in the browser', fr: 'l’établir et l’ouvrir dans le navigateur' },
    },
    {
      line: 'netroi dashboard -o dashboard.html --as-of 2026-09-30',
      does: { en: 'a page to keep, as of a day', fr: 'une page à garder, à une date' },
    },
  ],
  options: [
    {
      flags: '--open',
      help: {
        en: 'show it in the browser; without --output, from a file of its own in the cache',
        fr: 'l’ouvrir dans le navigateur ; sans --output, depuis un fichier à part dans le cache',
      },
    },
    groupOption,
    atOption,
    outputOption,
  ],
  async run(call) {
    const { context, options } = call;
    const isOpened = options['open'] === true;
    const output = options['output'];
    if (isOpened && output === '-') throw usageFailure(words.notBoth);
    // A page of HTML is nothing to read on a terminal.
    if (!isOpened && output === undefined && context.stdout.isTerminal)
      throw usageFailure(words.where, {}, text(words.wayOut));
    const loaded = await loadJournal(call, false);
    if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    const { groups } = selectionFrom(options, ledger);
    const model = await import('../../measure/signals/signals.ts');
    const { moneyIn } = await import('../../report/amounts.ts');
    const found = model.signals(ledger, undefined, moneyIn(ledger.settings.currency));
    call.mark('measure');
    const report = await import('../../report/dashboard.ts');
    const book = report.dashboard(ledger, loaded.journal, found, {
      journal: loaded.name,
      places: (options['journal'] ?? []) as readonly string[],
      groups,
      mostEntries,
    });
    call.mark('report');
    const { renderBook } = await import('../../render/html/book.ts');
    const page = renderBook(book, call.styleFor(loaded.lang));
    call.mark('render');
    if (!isOpened) {
      await write(call, page);
      return exit.done;
    }
    const at = typeof output === 'string' ? path.resolve(context.cwd, output) : privatePlace(call);
    context.writeFile(at, page, typeof output !== 'string');
    if (!(await context.open(at)))
      throw new Failure(exit.system, text(words.noBrowser, { at }), text(words.byHand));
    await context.stderr.write(`${visible(speak(text(words.opened, { at }), loaded.lang))}\n`);
    return exit.done;
  },
};

/** A file that is the user's alone: what is in a journal is nobody else's business. */
function privatePlace({ context }: Call): string {
  const folder = cacheFolder(context);
  if (folder === undefined) throw usageFailure(words.noFolder, {}, text(words.wayOutOpen));
  context.makePrivateFolder(folder);
  return path.join(folder, 'dashboard.html');
}

const words = {
  where: {
    en: 'the dashboard is a page for a browser: a terminal cannot show it',
    fr: 'le tableau de bord est une page pour un navigateur : un terminal ne peut pas la montrer',
  },
  wayOut: {
    en: 'try netroi dashboard --open, or -o dashboard.html',
    fr: 'essayez netroi dashboard --open, ou -o dashboard.html',
  },
  notBoth: { en: '--open cannot go with --output -', fr: '--open ne va pas avec --output -' },
  noFolder: {
    en: '--open has no folder of yours to write to',
    fr: '--open n’a aucun dossier à vous où écrire',
  },
  wayOutOpen: { en: 'say where, by --output', fr: 'dites où, par --output' },
  noBrowser: {
    en: 'no program was found to open the page: it is at {at}',
    fr: 'aucun programme trouvé pour ouvrir la page : elle est dans {at}',
  },
  byHand: { en: 'open it by hand', fr: 'ouvrez-la à la main' },
  opened: { en: 'opened {at}', fr: 'ouvert : {at}' },
} satisfies Record<string, Phrase>;
