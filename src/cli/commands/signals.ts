import { none } from '../../measure/dimensions.ts';
import type { GroupSignal, Signals } from '../../measure/signals/signals.ts';
import { ledgerAsOf } from '../../model/as-of.ts';
import type { Ledger } from '../../model/ledger.ts';
import type { Report } from '../../model/report.ts';
import type { Phrase } from '../../model/text.ts';
import { text } from '../../model/text.ts';
import { isFault, readMoney } from '../../read/scalars.ts';
import type { Command, Options } from '../command.ts';
import { exit, Failure, nearHint, usageFailure } from '../failure.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import { atOption, groupOption, outputOptions } from '../options.ts';
import { deliver, formatFrom } from '../save.ts';
import { refuseTogether } from '../select.ts';
import { selectionFrom } from '../selection.ts';

const failWords = ['drop'];

export const signals: Command = {
  name: 'signals',
  summary: {
    en: 'keep, watch, drop or too early, a group: why, and how sure',
    fr: 'garder, surveiller, quitter ou trop tôt, par groupe : pourquoi, et avec quelle certitude',
  },
  examples: [
    {
      line: 'netroi signals',
      does: { en: 'the verdict on every group', fr: 'le verdict sur chaque groupe' },
    },
    {
      line: 'netroi signals --explain bni',
      does: { en: 'every number behind one verdict', fr: 'tous les nombres derrière un verdict' },
    },
    {
      line: 'netroi signals --fail-on drop --format csv',
      does: {
        en: 'for a script: exit 3 where one is to be dropped',
        fr: 'pour un script : code 3 si un groupe est à quitter',
      },
    },
  ],
  options: [
    groupOption,
    {
      flags: '--explain <group>',
      words: 'groups',
      help: {
        en: 'every number of the chain, with the entries behind it',
        fr: 'chaque nombre de la chaîne, avec ses écritures',
      },
    },
    {
      flags: '--bar <money>',
      help: {
        en: 'what an hour must return, for every group',
        fr: 'ce qu’une heure doit rapporter, pour tous les groupes',
      },
    },
    {
      flags: '--fail-on <verdict>',
      words: failWords,
      help: {
        en: 'drop: exit 3 where a group is to be dropped',
        fr: 'drop : code 3 si un groupe est à quitter',
      },
    },
    atOption,
    ...outputOptions,
  ],
  async run(call) {
    const { options } = call;
    const format = formatFrom(options);
    refuseTogether(options, [['explain', 'group']]);
    const asked = typeof options['explain'] === 'string' ? options['explain'] : undefined;
    const failOn = options['failOn'];
    if (typeof failOn === 'string' && !failWords.includes(failOn))
      throw usageFailure(words.noFail, { value: failOn }, nearHint(undefined, failWords));
    const loaded = await loadJournal(call, false);
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    const { currency } = ledger.settings;
    const bar = barFrom(options, currency);
    if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
    const { groups } = selectionFrom(options, ledger);
    const { groups: explained } = selectionFrom(
      { ...options, group: asked === undefined ? undefined : [asked] },
      ledger,
    );
    // Other commands start the sooner for not loading what only this one needs.
    const model = await import('../../measure/signals/signals.ts');
    const { moneyIn } = await import('../../report/amounts.ts');
    const found = model.signals(ledger, bar, moneyIn(currency), call.tell);
    call.mark('measure');
    const result = explained
      ? await chainOf(judged(explained, found, ledger), found, ledger, loaded.name)
      : (await import('../../report/signals-report.ts')).signalsReport(ledger, found, {
          journal: loaded.name,
          groups,
        });
    await deliver(call, result, format, loaded.lang);
    const isFound = found.groups.some(
      ({ key, now }) => now.verdict === failOn && (explained ?? groups)?.has(key) !== false,
    );
    return isFound ? exit.found : exit.done;
  },
};

async function chainOf(
  signal: GroupSignal,
  found: Signals,
  ledger: Ledger,
  journal: string,
): Promise<Report> {
  const { signalsChain } = await import('../../report/signals-chain.ts');
  return signalsChain(ledger, found, signal, journal);
}

/** The one group to explain; a failure where there are several, or where it was left. */
function judged(names: ReadonlySet<string>, { groups }: Signals, { asOf }: Ledger): GroupSignal {
  // What belongs to no group has no verdict, whatever a pattern matches.
  const keys = new Set([...names].filter((name) => name !== none));
  if (keys.size > 1) throw usageFailure(words.several, { names: [...keys].join(', ') });
  const [key = ''] = keys;
  const signal = groups.find((each) => each.key === key);
  if (signal) return signal;
  throw new Failure(exit.journal, text(words.noVerdict, { key, day: { day: asOf } }), text(words.earlier));
}

/** The bar of `--bar` in minor units; undefined where it is left out. */
function barFrom(options: Options, currency: string): number | undefined {
  const asked = options['bar'];
  if (typeof asked !== 'string') return undefined;
  const money = readMoney(asked, currency, false);
  if (!isFault(money) && money.currency !== currency)
    throw usageFailure(words.otherCurrency, { value: asked, currency });
  if (isFault(money) || money.minor <= 0)
    throw usageFailure(words.noBar, { value: asked }, text(words.barForm, { currency }));
  return money.minor;
}

const words = {
  several: {
    en: '--explain takes one group, not {names}',
    fr: '--explain demande un seul groupe, pas {names}',
  },
  noVerdict: {
    en: 'there is no verdict on "{key}" on {day}: you were not in it',
    fr: 'il n’y a pas de verdict sur « {key} » le {day} : vous n’en étiez pas',
  },
  earlier: {
    en: 'give a day on which you were, by --as-of',
    fr: 'donnez un jour où vous en étiez, par --as-of',
  },
  noFail: { en: '--fail-on cannot be "{value}"', fr: '--fail-on ne peut pas être « {value} »' },
  noBar: {
    en: '--bar takes an amount above 0, not "{value}"',
    fr: '--bar demande un montant au-dessus de 0, pas « {value} »',
  },
  barForm: { en: 'write it as 60 or "60 {currency}"', fr: 'écrivez 60 ou "60 {currency}"' },
  otherCurrency: {
    en: '--bar is in {currency}, not "{value}"',
    fr: '--bar est en {currency}, pas « {value} »',
  },
} satisfies Record<string, Phrase>;
