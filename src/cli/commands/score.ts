import { none } from '../../measure/dimensions.ts';
import { ledgerAsOf } from '../../model/as-of.ts';
import { formatDiagnostic } from '../../model/diagnostic.ts';
import type { Ledger } from '../../model/ledger.ts';
import { nearest } from '../../model/names.ts';
import type { Scheme } from '../../model/scheme.ts';
import { type Phrase, text } from '../../model/text.ts';
import type { Call, Command } from '../command.ts';
import { exit, Failure, nearHint, usageFailure } from '../failure.ts';
import { type Place, placesFor } from '../find.ts';
import { loadJournal, printDiagnostics } from '../load.ts';
import { atOption, outputOptions, selectOptions } from '../options.ts';
import { deliver, formatFrom, write } from '../save.ts';
import type { FoundScheme, FoundSchemes } from '../score/schemes.ts';
import { refuseTogether } from '../select.ts';
import { type Selection, selectionFrom } from '../selection.ts';

export const score: Command = {
  name: 'score',
  operands: '[scheme]',
  operandWords: ['uk-2012', 'india', 'taiwan', 'bands-70-60-40', 'power-of-one'],
  summary: {
    en: 'points for a referral group by a scheme, and what the next ones take',
    fr: 'les points d’un groupe de recommandation selon un barème, et ce qu’il faut pour les suivants',
  },
  about: {
    en: 'SCHEME is one of --list, or a file. Your own stand in _schemes/ of the journal’s folder.',
    fr: 'Le barème est l’un de --list, ou un fichier. Les vôtres se mettent dans _schemes/ du dossier du journal.',
  },
  examples: [
    {
      line: 'netroi score uk-2012',
      does: { en: 'points, colour, and what is missing', fr: 'les points, la couleur, et ce qui manque' },
    },
    {
      line: 'netroi score --show uk-2012',
      does: { en: 'a scheme to start your own from', fr: 'un barème dont partir pour le vôtre' },
    },
    {
      line: 'netroi score taiwan -g bni --member eve --format csv',
      does: { en: 'one member, for a spreadsheet', fr: 'un membre, pour un tableur' },
    },
  ],
  options: [
    { flags: '--list', help: { en: 'the schemes, a key a line', fr: 'les barèmes, une clé par ligne' } },
    { flags: '--show', help: { en: 'the scheme itself, as YAML', fr: 'le barème lui-même, en YAML' } },
    ...selectOptions,
    atOption,
    ...outputOptions,
  ],
  async run(call) {
    const { options } = call;
    const [asked] = call.operands;
    refuseTogether(options, [
      ['list', 'show'],
      ['list', 'group'],
      ['list', 'member'],
      ['list', 'tag'],
      ['list', 'format'],
      ['show', 'group'],
      ['show', 'member'],
      ['show', 'tag'],
      ['show', 'format'],
    ]);
    if (options['list'] === true && asked !== undefined) throw usageFailure(words.listAlone);
    if (options['list'] === true || options['show'] === true) return printSchemes(call, asked);
    const format = formatFrom(options);
    if (asked === undefined) throw usageFailure(words.whichScheme, {}, text(words.list));
    const loaded = await loadJournal(call, false);
    const found = await schemesFor(call, asked, loaded.places);
    const diagnostics = [...loaded.diagnostics, ...found.diagnostics];
    if (!(await printDiagnostics(call, { ...loaded, diagnostics }, false))) return exit.journal;
    const { scheme, file } = chosen(asked, found);
    const ledger = ledgerAsOf(loaded.journal, loaded.asOf);
    const selection = selectionFrom(options, ledger);
    const groups = await groupsAsked(selection, scheme, ledger);
    const { scoreReport } = await import('../../report/score-report.ts');
    const { isPath } = await import('../score/schemes.ts');
    const report = scoreReport(ledger, scheme, {
      journal: loaded.name,
      groups,
      isCounted: selection.isCounted,
      isOneMember: Array.isArray(options['member']),
      replaces: !isPath(asked) && (await isShipped(scheme.id)) ? file : undefined,
    });
    await deliver(call, report, format, loaded.lang);
    return exit.done;
  },
};

/** Prints the keys of the schemes, or one of them: no journal is needed for that. */
async function printSchemes(call: Call, asked: string | undefined): Promise<number> {
  if (call.options['show'] === true && asked === undefined)
    throw usageFailure(words.whichScheme, {}, text(words.list));
  const found = await schemesFor(call, asked, placesIfAny(call));
  if (found.diagnostics.length > 0) {
    const lines = found.diagnostics.map((each) =>
      formatDiagnostic(each, call.lang ?? 'en', false, call.paintError),
    );
    await call.context.stderr.write(`${lines.join('\n')}\n`);
    return exit.journal;
  }
  await write(
    call,
    asked === undefined
      ? found.schemes.map(({ scheme }) => `${scheme.id}\n`).join('')
      : chosen(asked, found).text,
  );
  return exit.done;
}

function placesIfAny({ context, options }: Call): readonly Place[] {
  const asked = (options['journal'] ?? []) as readonly string[];
  try {
    return placesFor(context, asked);
  } catch (error) {
    // Without a journal there are the schemes that come with netroi.
    if (error instanceof Failure) return [];
    throw error;
  }
}

/** The scheme of a file, or all that have an id. */
async function schemesFor(
  { context, options }: Call,
  asked: string | undefined,
  places: readonly Place[],
): Promise<FoundSchemes> {
  const { allSchemes, isPath, schemeIn } = await import('../score/schemes.ts');
  if (asked === undefined || !isPath(asked))
    return allSchemes(context, places, typeof options['at'] === 'string' ? options['at'] : undefined);
  return schemeIn(context, asked);
}

async function isShipped(id: string): Promise<boolean> {
  return Object.hasOwn((await import('../../measure/score/shipped.ts')).shippedSchemes, id);
}

function chosen(asked: string, { schemes }: FoundSchemes): FoundScheme {
  const found = schemes.find(({ scheme, file }) => scheme.id === asked || file === asked);
  if (found) return found;
  const ids = schemes.map(({ scheme }) => scheme.id);
  throw usageFailure(words.noScheme, { name: asked }, nearHint(nearest(asked, ids), ids));
}

/** The groups to score: those of `--group`, else the referral groups. */
async function groupsAsked(
  { groups }: Selection,
  scheme: Scheme,
  ledger: Ledger,
): Promise<readonly string[]> {
  const { groupsFor } = await import('../../measure/score/groups.ts');
  const keys = groups ? ledger.groupKeys.filter((key) => groups.has(key)) : groupsFor(scheme, ledger);
  const others = groups ? [...groups].filter((key) => key !== none && !keys.includes(key)) : [];
  if (keys.length + others.length > 0) return [...keys, ...others];
  const names = ledger.groupKeys.join(', ');
  throw new Failure(
    exit.journal,
    text(words.noGroup),
    names === '' ? undefined : text(words.nameGroup, { names }),
  );
}

const words = {
  listAlone: {
    en: '--list takes no scheme: it prints the keys of all',
    fr: '--list ne prend pas de barème : elle donne les clés de tous',
  },
  whichScheme: { en: 'score needs a scheme', fr: 'score demande un barème' },
  list: { en: 'netroi score --list lists them', fr: 'netroi score --list les énumère' },
  noScheme: { en: 'no scheme is called "{name}"', fr: 'aucun barème ne s’appelle « {name} »' },
  noGroup: {
    en: 'the journal has no group of the kind referral-group to score',
    fr: 'le journal n’a pas de groupe de sorte referral-group à noter',
  },
  nameGroup: { en: 'name one with -g: {names}', fr: 'nommez-en un par -g : {names}' },
} satisfies Record<string, Phrase>;
