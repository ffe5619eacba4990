import { ledgerAsOf } from '../../model/as-of.ts';
import { nearest } from '../../model/names.ts';
import { type Phrase, text } from '../../model/text.ts';
import { type ContactDimension, contactDimensions } from '../../report/contacts-by.ts';
import { contactColumns } from '../../report/contacts-columns.ts';
import { columnIdsFrom, columnsOption } from '../columns.ts';
import type { Command, Options } from '../command.ts';
import { exit, nearHint, usageFailure } from '../failure.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import { atOption, outputOptions, periodOptions, selectOptions, totalOptions } from '../options.ts';
import { periodFrom } from '../period.ts';
import { deliver, formatFrom, totalFrom } from '../save.ts';
import { selectionFrom } from '../selection.ts';

const usualDormant = 12;
const mostDormant = 120;
const byWords = contactDimensions.map(({ id }) => id);

export const contacts: Command = {
  name: 'contacts',
  summary: {
    en: 'who is in the network, who is silent, what hangs on whom',
    fr: 'qui est dans le réseau, qui se tait, ce qui tient à qui',
  },
  about: {
    en: 'The network is everybody the journal names up to the end of the period: those with a contact entry, and apart those only named in other entries. Met and revenue are of the period. A person is dormant whom nothing tells of for 12 months: no activity, referral, sale, approach, promise or answer, nor their own entry.',
    fr: 'Le réseau, ce sont tous ceux que le journal nomme jusqu’à la fin de la période : ceux qui ont une fiche (contact) et, à part, ceux que d’autres écritures nomment seulement. Vues et CA sont de la période. Est dormante la personne dont rien ne parle depuis 12 mois : ni activité, recommandation, vente, démarche, promesse ou réponse, ni sa propre fiche.',
  },
  examples: [
    {
      line: 'netroi contacts',
      does: { en: 'the network by role, this year so far', fr: 'le réseau par rôle, l’année en cours' },
    },
    {
      line: 'netroi contacts --by group -p all --dormant 6m',
      does: {
        en: 'by group, all revenue, silent for half a year',
        fr: 'par groupe, tout le CA, silencieux depuis six mois',
      },
    },
    {
      line: 'netroi contacts --by company --format csv',
      does: { en: 'a line a company for a spreadsheet', fr: 'une ligne par entreprise, pour un tableur' },
    },
  ],
  options: [
    {
      flags: '--by <dimension>',
      words: contactDimensions,
      help: { en: `a row a ${byWords.join(', ')}`, fr: `une ligne par ${byWords.join(', ')}` },
    },
    {
      flags: '--dormant <Nm>',
      words: ['12m'],
      help: {
        en: `dormant after N months without a word (${usualDormant}m)`,
        fr: `dormant après N mois sans nouvelles (${usualDormant}m)`,
      },
    },
    ...periodOptions,
    ...selectOptions,
    columnsOption(contactColumns),
    ...totalOptions,
    atOption,
    ...outputOptions,
  ],
  async run(call) {
    // What the command line alone can get wrong is said before the journal is read.
    const { options } = call;
    const format = formatFrom(options);
    const columns = columnIdsFrom(options, contactColumns);
    const by = dimensionFrom(options);
    const dormant = dormantFrom(options);
    const loaded = await loadJournal(call, false);
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    const period = periodFrom(options, ledger);
    if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
    const selection = selectionFrom(options, ledger);
    const { contactsReport } = await import('../../report/contacts-report.ts');
    const report = contactsReport(ledger, {
      journal: loaded.name,
      period,
      ...{ by, columns, dormant },
      ...selection,
      hasTotal: totalFrom(options, format),
    });
    call.mark('measure');
    await deliver(call, report, format, loaded.lang);
    return exit.done;
  },
};

function dimensionFrom(options: Options): ContactDimension {
  const asked = options['by'];
  if (asked === undefined) return contactDimensions[0];
  const found = contactDimensions.find(({ id }) => id === asked);
  if (found) return found;
  throw usageFailure(words.noBy, { name: String(asked) }, nearHint(nearest(String(asked), byWords), byWords));
}

/** The months of `--dormant 12m`. */
function dormantFrom(options: Options): number {
  const value = options['dormant'];
  if (value === undefined) return usualDormant;
  const months = Number(/^(\d{1,3})m$/.exec(String(value))?.[1] ?? 0);
  if (months >= 1 && months <= mostDormant) return months;
  throw usageFailure(words.noMonths, { value: String(value), most: mostDormant }, text(words.monthsForm));
}

const words = {
  noBy: { en: '--by cannot be "{name}"', fr: '--by ne peut pas être « {name} »' },
  noMonths: {
    en: '--dormant takes 1 to {most} months, not "{value}"',
    fr: '--dormant demande de 1 à {most} mois, pas « {value} »',
  },
  monthsForm: { en: 'write it as 12m', fr: 'écrivez 12m' },
} satisfies Record<string, Phrase>;
