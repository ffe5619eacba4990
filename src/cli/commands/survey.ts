import { ledgerAsOf } from '../../model/as-of.ts';
import type { Ledger } from '../../model/ledger.ts';
import { foldName, nearest } from '../../model/names.ts';
import type { Survey } from '../../model/settings.ts';
import { type Phrase, text } from '../../model/text.ts';
import { visible } from '../../model/visible.ts';
import type { Command } from '../command.ts';
import { exit, Failure, nearHint, usageFailure } from '../failure.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import { atOption, outputOptions } from '../options.ts';
import { deliver, formatFrom, write } from '../save.ts';
import { refuseTogether } from '../select.ts';

export const survey: Command = {
  name: 'survey',
  operands: '[name]',
  operandWords: 'surveys',
  summary: {
    en: 'a survey of the network: who answered, shares, prospects found, whom to remind',
    fr: 'une enquête du réseau : qui a répondu, parts, prospects révélés, qui relancer',
  },
  about: {
    en: 'NAME is the key of the survey under surveys in the settings; it may be left out where there is only one. The settings say who was asked, which answers mean no answer or can’t say, and which reveal a prospect or a prescriber.',
    fr: 'Le nom est la clé de l’enquête sous surveys dans les réglages ; on peut l’omettre s’il n’y en a qu’une. Les réglages disent qui a été interrogé, quelles réponses valent « sans réponse » ou « ne sait pas », et lesquelles révèlent un prospect ou un prescripteur.',
  },
  examples: [
    {
      line: 'netroi survey veille',
      does: {
        en: 'the survey called veille, up to today',
        fr: 'l’enquête nommée veille, jusqu’à aujourd’hui',
      },
    },
    {
      line: 'netroi survey veille --format csv -o veille.csv',
      does: {
        en: 'every share and every name, for a spreadsheet',
        fr: 'toutes les parts et tous les noms, pour un tableur',
      },
    },
    {
      line: 'netroi survey --list',
      does: { en: 'the surveys there are', fr: 'les enquêtes qu’il y a' },
    },
  ],
  options: [
    {
      flags: '--list',
      help: {
        en: 'only the keys of the surveys, one a line',
        fr: 'seulement les clés des enquêtes, une par ligne',
      },
    },
    atOption,
    ...outputOptions,
  ],
  async run(call) {
    const { options, operands } = call;
    refuseTogether(options, [['list', 'format']]);
    const [name] = operands;
    const isList = options['list'] === true;
    if (isList && name !== undefined) throw usageFailure(words.listAlone, { name }, text(words.noName));
    const format = formatFrom(options);
    const loaded = await loadJournal(call, false);
    if (!(await printDiagnostics(call, loaded, false))) return exit.journal;
    if (isList) {
      const keys = [...loaded.journal.settings.surveys.keys()];
      await write(call, keys.map((key) => `${visible(key)}\n`).join(''));
      return exit.done;
    }
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    const asked = surveyNamed(name, ledger);
    const { surveyReport } = await import('../../report/survey-report.ts');
    const report = surveyReport(ledger, loaded.name, asked);
    call.mark('measure');
    await deliver(call, report, format, loaded.lang);
    return exit.done;
  },
};

/** The survey of a key, compared as names are; the only one where none is named. */
function surveyNamed(name: string | undefined, { settings, entries }: Ledger): Survey {
  const all = [...settings.surveys.values()];
  const keys = all.map(({ key }) => key);
  const [only, ...others] = all;
  if (only && others.length === 0 && name === undefined) return only;
  const found =
    name === undefined
      ? undefined
      : (settings.surveys.get(name) ?? all.find(({ key }) => foldName(key) === foldName(name)));
  if (found) return found;
  const isAnswered = entries.some(
    (entry) => entry.type === 'answer' && name !== undefined && foldName(entry.survey) === foldName(name),
  );
  if (isAnswered && name !== undefined)
    throw new Failure(exit.journal, text(words.undeclared, { name }), text(words.declare, { name }));
  if (all.length === 0)
    throw new Failure(exit.journal, text(words.none), text(words.declare, { name: name ?? 'veille' }));
  if (name === undefined) throw usageFailure(words.which, {}, nearHint(undefined, keys));
  throw new Failure(exit.journal, text(words.missing, { name }), nearHint(nearest(name, keys), keys));
}

const words = {
  listAlone: { en: '--list takes no name, not "{name}"', fr: '--list ne prend pas de nom, pas « {name} »' },
  noName: {
    en: 'leave out the name, or leave out --list',
    fr: 'omettez le nom, ou omettez --list',
  },
  none: { en: 'the settings declare no survey', fr: 'les réglages ne déclarent aucune enquête' },
  undeclared: {
    en: 'answers name the survey "{name}", but the settings do not declare it',
    fr: 'des réponses nomment l’enquête « {name} », mais les réglages ne la déclarent pas',
  },
  declare: {
    en: 'in netroi.yaml: surveys: { {name}: { date: YYYY-MM-DD, asked: all } }',
    fr: 'dans netroi.yaml : surveys: { {name}: { date: AAAA-MM-JJ, asked: all } }',
  },
  which: { en: 'which survey?', fr: 'quelle enquête ?' },
  missing: { en: 'no survey is called "{name}"', fr: 'aucune enquête ne s’appelle « {name} »' },
} satisfies Record<string, Phrase>;
