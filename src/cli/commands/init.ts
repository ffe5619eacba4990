import path from 'node:path';
import type { Conversation } from '../../context.ts';
import { formatDay } from '../../model/day.ts';
import type { Lang, Phrase } from '../../model/text.ts';
import { speak, text } from '../../model/text.ts';
import { askingOn, wrapped } from '../asking.ts';
import type { Call, Command } from '../command.ts';
import { exit, usageFailure } from '../failure.ts';
import type { Place } from '../find.ts';
import type { Wishes } from '../init/ask-owner.ts';
import { asOfDay } from '../load.ts';

/** Options that say what the journal is to hold: with one of them nothing is asked. */
const settingFlags = ['currency', 'hourlyRate', 'typicalSale', 'group', 'example'];

export const init: Command = {
  name: 'init',
  operands: '[folder]',
  operandWords: 'files',
  summary: { en: 'starts a journal', fr: 'commence un journal' },
  about: {
    en: 'It goes to ~/.netroi, or to the folder that is named. On a terminal it asks, unless an option says what the journal is to hold. Nothing that is there is overwritten.',
    fr: 'Il va dans ~/.netroi, ou dans le dossier indiqué. Dans un terminal il pose ses questions, sauf si une option dit ce que le journal doit contenir. Rien de ce qui existe n’est écrasé.',
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
    const spoken =
      call.lang ?? (/^fr/i.test(context.env['LC_ALL'] || context.env['LANG'] || '') ? 'fr' : 'en');
    call.heard(spoken);
    // Before anything is asked.
    refuseTaken(context, at, shown, ['netroi.yaml', `${year}.yaml`]);
    const isTold = settingFlags.some((name) => options[name] !== undefined);
    const conversation = isTold ? undefined : context.converse(() => []);
    const isInGit = (conversation !== undefined || options['git'] === true) && isUnderGit(context, at);
    const owner = conversation
      ? await wishesFrom(call, conversation, spoken, isInGit)
      : (await import('../init/owner.ts')).ownerFromFlags(call);
    if (!owner) return exit.usage;
    const lang = owner.lang ?? spoken;
    call.heard(lang);
    const files =
      options['example'] === true ? await exampleJournal(context, lang) : emptyJournal(owner, year, lang);
    makeJournal(context, at, shown, files);
    const wantsGit = options['git'] === true || ('isGit' in owner && owner.isGit);
    const ofGit = wantsGit && !isInGit ? startGit(context, at) : [];
    await context.stdout.write(summary(call, shown, [...files.keys(), ...(ofGit ?? [])], lang));
    const say = (line: string) => context.stderr.write(`${line}\n`);
    if (!ofGit) await say(`netroi: ${speak(text(words.noGit), lang)}`);
    if (isInGit) await say(speak(text(words.inGit, { folder: shown }), lang));
    return exit.done;
  },
};

/** What is answered on a terminal; undefined where the talk was broken off. */
async function wishesFrom(
  { context, options, lang }: Call,
  conversation: Conversation,
  spoken: Lang,
  isInGit: boolean,
): Promise<Wishes | undefined> {
  const { askOwner } = await import('../init/ask-owner.ts');
  const asking = askingOn(context, conversation);
  try {
    const canBeGit = options['git'] !== true && !isInGit;
    return await askOwner(asking, { spoken, isLangKnown: lang !== undefined, canBeGit });
  } finally {
    asking.close();
  }
}

/** The folder that is named, else the one that is read when nothing is. */
function placeOf({ context, operands, options }: Call): Place {
  const named = [...operands, ...((options['journal'] ?? []) as readonly string[])];
  const [first, second] = named;
  if (second !== undefined || first === '-') throw usageFailure(words.oneFolder);
  if (first !== undefined) return { at: path.resolve(context.cwd, first), shown: first };
  if (context.home === undefined) throw usageFailure(words.noHome);
  return { at: path.join(context.home, '.netroi'), shown: '~/.netroi' };
}

function summary(
  { context, options, operands }: Call,
  shown: string,
  names: readonly string[],
  lang: Lang,
): string {
  const at = operands.length > 0 || options['journal'] !== undefined ? ` -j ${shown}` : '';
  const next = options['example'] === true ? `netroi report --year${at}` : `netroi add activity${at}`;
  const files = names.map((name) => path.join(shown, name)).join(', ');
  const made = wrapped(
    speak(text(words.made, { files }), lang),
    context.stdout.columns || Number.POSITIVE_INFINITY,
  );
  return [...made, speak(text(words.next, { command: next }), lang), ''].join('\n');
}

const words = {
  inGit: { en: '{folder} is under git already', fr: '{folder} est déjà sous git' },
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
