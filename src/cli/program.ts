import { Command as Commander, CommanderError } from 'commander';
import type { Context } from '../context.ts';
import { isSystemError } from '../context.ts';
import { nearest } from '../model/names.ts';
import { type Lang, langs, type Phrase, speak, text } from '../model/text.ts';
import { visible } from '../model/visible.ts';
import type { Call, Command, Option, Options } from './command.ts';
import { commands } from './commands.ts';
import { exit, Failure, nearHint } from './failure.ts';
import { helpOf, overview } from './help.ts';
import { withPeriodOperands } from './operands.ts';
import { commonOptions } from './options.ts';
import { colourOf, painterOf, styleOf } from './terminal.ts';
import { usageOf } from './usage.ts';
import { version } from './version.ts';

/** Runs netroi over a Context and resolves the exit code. Never throws: what goes wrong is said on standard error. */
export async function program(context: Context): Promise<number> {
  const marks: string[] = [];
  let last = context.elapsed();
  const mark = (step: string) => {
    const now = context.elapsed();
    marks.push(`${(now - last).toFixed(1).padStart(8)} ms  ${step}\n`);
    last = now;
  };
  const args = withPeriodOperands(context.args);
  const lang = langAsked(args);
  const isDebug = args.includes('--debug');
  try {
    const code = await dispatch(context, args, lang, mark);
    if (isDebug) await context.stderr.write(marks.join(''));
    return code;
  } catch (error) {
    return await explainFailure(context, error, lang ?? 'en', isDebug);
  }
}

/** The language `--lang` asks for, known before the command line is understood: its faults are told in it too. */
function langAsked(args: readonly string[]): Lang | undefined {
  const at = args.lastIndexOf('--lang');
  const word =
    at >= 0 ? args[at + 1] : args.findLast((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  return langs.find((each) => each === word);
}

async function dispatch(
  context: Context,
  args: readonly string[],
  lang: Lang | undefined,
  mark: Call['mark'],
): Promise<number> {
  let code: number = exit.done;
  const root = new Commander('netroi');
  prepare(root);
  root.enablePositionalOptions().option('-V, --version');
  addOptions(root, commonOptions);
  root.action(async () => {
    const wanted = root.args[0];
    if (root.opts()['version']) await context.stdout.write(`netroi ${version()}\n`);
    else if (wanted === undefined) await context.stdout.write(overview(lang ?? 'en'));
    else
      throw new Failure(
        exit.usage,
        text(words.noCommand, { name: wanted }),
        nearHint(nearest(wanted, commandNames), commandNames),
      );
  });
  for (const command of commands) {
    const sub = new Commander(command.name);
    if (command.operands) sub.arguments(command.operands);
    prepare(sub);
    addOptions(sub, command.options);
    addOptions(sub, commonOptions);
    sub.action(async () => {
      const options: Options = { ...root.opts(), ...definedOnly(sub) };
      code = await command.run(callOf(context, command, sub.args, options, lang, mark));
    });
    root.addCommand(sub);
  }
  if (isHelpAsked(args)) {
    const command = commands.find(({ name }) => args.includes(name));
    await context.stdout.write(command ? helpOf(command, lang ?? 'en') : overview(lang ?? 'en'));
    return exit.done;
  }
  await root.parseAsync([...args], { from: 'user' });
  return code;
}

const commandNames = commands.map(({ name }) => name);

/** `--help` anywhere wins over whatever else may be missing or wrong. */
function isHelpAsked(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  return before.includes('--help') || before.includes('-h') || args[0] === 'help';
}

function prepare(commander: Commander): void {
  commander
    .exitOverride()
    .configureOutput({ writeErr: () => {}, writeOut: () => {}, outputError: () => {} })
    .showSuggestionAfterError(false)
    .helpOption(false)
    .helpCommand(false)
    .allowExcessArguments(commander.name() === 'netroi');
}

function addOptions(commander: Commander, options: readonly Option[]): void {
  for (const { flags, isList } of options) {
    if (isList)
      commander.option(flags, '', (value: string, before: string[] | undefined) => [
        ...(before ?? []),
        value,
      ]);
    else commander.option(flags);
  }
}

/** Options given to the command itself; those of commander's own making (`cache: true`) do not hide the root's. */
function definedOnly(commander: Commander): Options {
  const given = Object.entries(commander.opts()).filter(
    ([name]) => commander.getOptionValueSource(name) !== 'default',
  );
  return Object.fromEntries(given);
}

function callOf(
  context: Context,
  command: Command,
  operands: readonly string[],
  options: Options,
  lang: Lang | undefined,
  mark: Call['mark'],
): Call {
  const askedLang = options['lang'];
  if (typeof askedLang === 'string' && lang === undefined) {
    throw new Failure(exit.usage, text(words.noLang, { name: askedLang }), nearHint(undefined, langs));
  }
  mark(`start ${command.name}`);
  return {
    context,
    operands,
    options,
    lang,
    styleFor: (each) => styleOf(context, options, each),
    paintError: painterOf(colourOf(context, context.stderr, options)),
    mark,
  };
}

async function explainFailure(
  context: Context,
  error: unknown,
  lang: Lang,
  isDebug: boolean,
): Promise<number> {
  const failure =
    error instanceof Failure
      ? error
      : error instanceof CommanderError
        ? usageOf(error, context.args)
        : isSystemError(error)
          ? systemFailure(error)
          : undefined;
  const lines = failure
    ? [
        `netroi: ${speak(failure.says, lang)}`,
        ...(failure.hint ? [`        ${speak(failure.hint, lang)}`] : []),
      ]
    : [`netroi: ${speak(text(words.bug, { message: String(error) }), lang)}`];
  const trace = isDebug && error instanceof Error ? `${error.stack}\n` : '';
  await context.stderr.write(`${lines.map(visible).join('\n')}\n${trace}`);
  return failure?.code ?? exit.system;
}

function systemFailure(error: NodeJS.ErrnoException & { code: string }): Failure {
  const reasons: Readonly<Record<string, Phrase>> = systemWords;
  const reason = reasons[error.code] ?? { en: error.message, fr: error.message };
  return new Failure(
    exit.system,
    error.path ? text(words.system, { path: error.path, reason }) : text(reason),
  );
}

const systemWords = {
  EACCES: { en: 'permission denied', fr: 'permission refusée' },
  EPERM: { en: 'operation not permitted', fr: 'opération non permise' },
  ENOENT: { en: 'no such file or folder', fr: 'fichier ou dossier inexistant' },
  EISDIR: { en: 'it is a folder', fr: 'c’est un dossier' },
  ENOTDIR: { en: 'it is not a folder', fr: 'ce n’est pas un dossier' },
  ENOSPC: { en: 'the disk is full', fr: 'le disque est plein' },
  EROFS: { en: 'the disk is read-only', fr: 'le disque est en lecture seule' },
  ELOOP: { en: 'its links go round in a circle', fr: 'ses liens tournent en rond' },
} satisfies Record<string, Phrase>;

const words = {
  noCommand: { en: 'no command is called "{name}"', fr: 'aucune commande ne s’appelle « {name} »' },
  noLang: { en: 'no language is called "{name}"', fr: 'aucune langue ne s’appelle « {name} »' },
  system: { en: '{path}: {reason}', fr: '{path} : {reason}' },
  bug: {
    en: 'this should not have happened: {message} (--debug says more)',
    fr: 'ceci n’aurait pas dû arriver : {message} (--debug en dit plus)',
  },
} satisfies Record<string, Phrase>;
