import { Command as Commander } from 'commander';
import type { Context } from '../context.ts';
import { nearest } from '../model/names.ts';
import type { Tell } from '../model/progress.ts';
import { type Lang, langs, type Phrase, text } from '../model/text.ts';
import { visible } from '../model/visible.ts';
import type { Call, Command, Option, Options } from './command.ts';
import { commands } from './commands.ts';
import { exit, Failure, nearHint } from './failure.ts';
import { helpOf, overview } from './help.ts';
import { withPeriodOperands } from './operands.ts';
import { commonOptions } from './options.ts';
import { tellerOf } from './progress.ts';
import { sayFailure } from './say-failure.ts';
import { colourOf, painterOf, styleOf } from './terminal.ts';
import { version } from './version.ts';

/** Runs netroi over a Context and resolves the exit code. Never throws: what goes wrong is said on standard error. */
export async function program(context: Context): Promise<number> {
  const marks: string[] = [];
  let last = context.elapsed();
  const mark = (step: string) => {
    const now = context.elapsed();
    marks.push(`${(now - last).toFixed(1).padStart(8)} ms  ${step}`);
    last = now;
    // The end of a step is the beginning of the next.
    if (step === 'read') tell('measure');
    else if (step === 'measure') tell('render');
  };
  const args = withPeriodOperands(context.args);
  const lang = langAsked(args);
  const isDebug = args.includes('--debug');
  let journalLang: Lang | undefined;
  const heard = (spoken: Lang) => {
    journalLang = spoken;
  };
  const isQuiet = args.includes('--quiet');
  const tell: Tell = tellerOf(context, isQuiet, () => lang ?? journalLang ?? 'en');
  try {
    const code = await dispatch(context, args, lang, { mark, heard, tell });
    context.progress(undefined);
    if (isDebug) await context.stderr.write(marks.map((each) => `${visible(each)}\n`).join(''));
    return code;
  } catch (error) {
    return await sayFailure(context, error, lang ?? journalLang ?? 'en', isDebug);
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
  listeners: Pick<Call, 'mark' | 'heard' | 'tell'>,
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
    else throw unknownCommand(wanted);
  });
  for (const command of commands) {
    const sub = new Commander(command.name);
    if (command.operands) sub.arguments(command.operands);
    prepare(sub);
    addOptions(sub, command.options);
    addOptions(sub, commonOptions);
    sub.action(async () => {
      const options: Options = { ...root.opts(), ...definedOnly(sub) };
      refuseEmpty(options);
      code = await command.run(callOf(context, command, sub.args, options, lang, listeners));
    });
    root.addCommand(sub);
  }
  if (isHelpAsked(args)) {
    const wanted = args.find((arg) => !arg.startsWith('-') && arg !== 'help');
    const command = commands.find(({ name }) => name === wanted);
    if (wanted !== undefined && !command && args.indexOf(wanted) <= 1) throw unknownCommand(wanted);
    await context.stdout.write(command ? helpOf(command, lang ?? 'en') : overview(lang ?? 'en'));
    return exit.done;
  }
  await root.parseAsync([...args], { from: 'user' });
  return code;
}

function unknownCommand(name: string): Failure {
  return new Failure(
    exit.usage,
    text(words.noCommand, { name }),
    nearHint(nearest(name, commandNames), commandNames),
  );
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

/** An option whose value is empty was most likely meant to have one: `-j "$JOURNAL"` with JOURNAL not set. */
function refuseEmpty(options: Options): void {
  for (const [name, value] of Object.entries(options)) {
    if (value !== '' && !(Array.isArray(value) && value.includes(''))) continue;
    const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new Failure(exit.usage, text(words.empty, { option }));
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
  listeners: Pick<Call, 'mark' | 'heard' | 'tell'>,
): Call {
  const askedLang = options['lang'];
  if (typeof askedLang === 'string' && lang === undefined) {
    throw new Failure(exit.usage, text(words.noLang, { name: askedLang }), nearHint(undefined, langs));
  }
  listeners.mark(`start ${command.name}`);
  return {
    context,
    operands,
    options,
    lang,
    styleFor: (each) => styleOf(context, options, each),
    paintError: painterOf(colourOf(context, context.stderr, options)),
    ...listeners,
  };
}

const words = {
  noCommand: { en: 'no command is called "{name}"', fr: 'aucune commande ne s’appelle « {name} »' },
  empty: { en: '{option} needs a value', fr: '{option} demande une valeur' },
  noLang: { en: 'no language is called "{name}"', fr: 'aucune langue ne s’appelle « {name} »' },
} satisfies Record<string, Phrase>;
