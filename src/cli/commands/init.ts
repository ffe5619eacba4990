import path from 'node:path';
import { formatDay } from '../../model/day.ts';
import type { Lang, Phrase } from '../../model/text.ts';
import { speak, text } from '../../model/text.ts';
import type { Call, Command } from '../command.ts';
import { exit, usageFailure } from '../failure.ts';
import type { Place } from '../find.ts';
import { asOfDay } from '../load.ts';

const settingFlags = ['currency', 'hourlyRate', 'typicalSale', 'group', 'example', 'lang'];

export const init: Command = {
  name: 'init',
  operands: '[folder]',
  operandWords: 'files',
  summary: { en: 'starts a journal', fr: 'commence un journal' },
  about: {
    en: 'It goes to ~/.netroi, or to the folder that is named. On a terminal, what no option says is asked for. Nothing that is there is overwritten.',
    fr: 'Il va dans ~/.netroi, ou dans le dossier indiqué. Dans un terminal, ce qu’aucune option ne dit est demandé. Rien de ce qui existe n’est écrasé.',
  },
  examples: [
    {
      line: 'netroi init --currency EUR --hourly-rate 60 --group "bni=BNI Lyon" --git',
      does: { en: 'in ~/.netroi, under git', fr: 'dans ~/.netroi, sous git' },
    },
    {
      line: 'netroi init trial --example',
      does: { en: 'a whole journal to play with', fr: 'un journal complet pour essayer' },
    },
  ],
  options: [
    {
      flags: '--currency <currency>',
      help: { en: 'the reporting currency; EUR where left out', fr: 'la devise du rapport ; EUR par défaut' },
    },
    {
      flags: '--hourly-rate <money>',
      help: { en: 'what an hour of yours is worth', fr: 'ce que vaut une de vos heures' },
    },
    {
      flags: '--typical-sale <money>',
      help: {
        en: 'what a sale of yours usually brings',
        fr: 'ce que rapporte d’ordinaire une de vos ventes',
      },
    },
    {
      flags: '-g, --group <group>',
      isList: true,
      help: {
        en: 'a group you belong to, as KEY=NAME (repeatable)',
        fr: 'un de vos groupes, en CLÉ=NOM (répétable)',
      },
    },
    {
      flags: '--example',
      help: {
        en: 'the example journal instead of an empty one',
        fr: 'le journal d’exemple au lieu d’un vide',
      },
    },
    { flags: '--git', help: { en: 'put it under git', fr: 'le mettre sous git' } },
  ],
  async run(call) {
    const { context, options } = call;
    const { at, shown } = placeOf(call);
    const year = formatDay(asOfDay(call)).slice(0, 4);
    const { emptyJournal, exampleJournal, isUnderGit, makeJournal, refuseTaken, startGit } = await import(
      '../init/make.ts'
    );
    const { askOwner, ownerFromFlags } = await import('../init/owner.ts');
    const spoken =
      call.lang ?? (/^fr/i.test(context.env['LC_ALL'] || context.env['LANG'] || '') ? 'fr' : 'en');
    call.heard(spoken);
    const isTold = settingFlags.some((name) => options[name] !== undefined);
    const say = async (line: string) => void (await context.stderr.write(`${line}\n`));
    // Before anything is asked.
    refuseTaken(context, at, shown, ['netroi.yaml', `${year}.yaml`]);
    const conversation = isTold ? undefined : context.converse(() => []);
    let isGit = options['git'] === true;
    try {
      const owner = conversation ? await askOwner(conversation, spoken, say) : ownerFromFlags(call);
      if (!owner) {
        await say(`\n${speak(text(words.left), spoken)}`);
        return exit.usage;
      }
      const lang = owner.lang ?? spoken;
      const files =
        options['example'] === true ? exampleJournal(context, lang) : emptyJournal(owner, year, lang);
      if (conversation && !isGit && !isUnderGit(context, at)) {
        const answer = (await conversation.ask(speak(text(words.git), spoken)))?.trim();
        isGit = answer !== undefined && /^(y|yes|o|oui|)$/i.test(answer);
      }
      makeJournal(context, at, shown, files);
      const isKept = isGit && startGit(context, at);
      if (isGit && !isKept) await say(`netroi: ${speak(text(words.noGit), lang)}`);
      await context.stdout.write(summary(call, shown, [...files.keys()], lang));
      return exit.done;
    } finally {
      conversation?.close();
    }
  },
};

/** The folder that is named, else the one that is read when nothing is. */
function placeOf({ context, operands, options }: Call): Place {
  const named = [...operands, ...((options['journal'] ?? []) as readonly string[])];
  const [first, second] = named;
  if (second !== undefined || first === '-') throw usageFailure(words.oneFolder);
  if (first !== undefined) return { at: path.resolve(context.cwd, first), shown: first };
  if (context.home === undefined) throw usageFailure(words.noHome);
  return { at: path.join(context.home, '.netroi'), shown: '~/.netroi' };
}

function summary({ options, operands }: Call, shown: string, names: readonly string[], lang: Lang): string {
  const at = operands.length > 0 || options['journal'] !== undefined ? ` -j ${shown}` : '';
  const next = options['example'] === true ? `netroi report --year${at}` : `netroi add activity${at}`;
  const files = names.map((name) => path.join(shown, name)).join(', ');
  return `${speak(text(words.made, { files }), lang)}\n${speak(text(words.next, { command: next }), lang)}\n`;
}

const words = {
  left: { en: 'nothing was written', fr: 'rien n’a été écrit' },
  git: {
    en: 'put it under git, so that every change is kept? [Y/n] ',
    fr: 'le mettre sous git, pour garder chaque changement ? [O/n] ',
  },
  noGit: {
    en: 'git could not be started: is it installed?',
    fr: 'git n’a pas pu être lancé : est-il installé ?',
  },
  made: { en: 'made {files}', fr: 'créés : {files}' },
  next: { en: 'next: {command}', fr: 'ensuite : {command}' },
  oneFolder: { en: 'init makes one folder', fr: 'init crée un seul dossier' },
  noHome: {
    en: 'no home folder is known: name a folder, netroi init FOLDER',
    fr: 'aucun dossier personnel connu : indiquez un dossier, netroi init DOSSIER',
  },
} satisfies Record<string, Phrase>;
