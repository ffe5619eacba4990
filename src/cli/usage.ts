import type { CommanderError } from 'commander';
import { nearest } from '../model/names.ts';
import { type Phrase, text } from '../model/text.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { exit, Failure, nearHint } from './failure.ts';
import { commonOptions } from './options.ts';
import { inWords } from './placeholders.ts';

/** What commander found wrong, in our words and language. */
export function usageOf(error: CommanderError, args: readonly string[]): Failure {
  const [, quoted = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const command = commandIn(args);
  switch (error.code) {
    case 'commander.unknownOption': {
      const option = quoted.replace(/=.*/s, '');
      const known = [...(command?.options ?? []), ...commonOptions, { flags: '--help' }].flatMap(
        ({ flags }) => flags.match(/--?[a-z-]+/g) ?? [],
      );
      const place = args.findIndex((arg) => arg === option || arg.startsWith(`${option}=`));
      const isEarly = command === undefined || place < args.indexOf(command.name);
      const knows = (each: Command) =>
        each.options.some(({ flags }) => flags.match(/--?[a-z-]+/g)?.some((flag) => flag === option));
      if (isEarly && commands.some(knows)) return new Failure(exit.usage, text(words.early, { option }));
      if (known.includes(option)) return new Failure(exit.usage, text(words.noValue, { option }));
      const near = nearest(option, known);
      return new Failure(
        exit.usage,
        text(command ? words.option : words.rootOption, { option, command: command?.name ?? '' }),
        near ? nearHint(near, []) : seeHelp(command?.name),
      );
    }
    case 'commander.excessArguments': {
      const { excess, swallowed, isAfterDashes } = spreadOf(command, args);
      if (swallowed !== undefined)
        return new Failure(exit.usage, text(words.value, { option: swallowed }), seeHelp(command?.name));
      return new Failure(
        exit.usage,
        text(words.excess, { command: command?.name ?? '', word: excess }),
        isAfterDashes && excess.startsWith('-') ? text(words.beforeDashes) : seeHelp(command?.name),
      );
    }
    case 'commander.missingArgument':
      return new Failure(
        exit.usage,
        text(words.missing, {
          command: command?.name ?? '',
          name: { en: inWords(`<${quoted}`, 'en').slice(1), fr: inWords(`<${quoted}`, 'fr').slice(1) },
        }),
        seeHelp(command?.name),
      );
    case 'commander.optionMissingArgument':
      return new Failure(exit.usage, text(words.value, { option: quoted }), seeHelp(command?.name));
    default:
      return new Failure(exit.usage, text({ en: error.message, fr: error.message }), seeHelp(command?.name));
  }
}

/** The flags of an argument that is an option taking a value, as they are declared; undefined where it is none. */
function taking(arg: string, command: Command | undefined): string | undefined {
  const all = [...(command?.options ?? []), ...commonOptions].map(({ flags }) => flags);
  return all.find((flags) => /[<[]/.test(flags) && flagsIn(flags).includes(arg));
}

function flagsIn(flags: string): string[] {
  return flags.match(/--?[a-z-]+/g) ?? [];
}

/** The command that is called: the first word that is one, and no option's value. */
function commandIn(args: readonly string[]): Command | undefined {
  const at = args.findIndex(
    (arg, i) => commands.some(({ name }) => name === arg) && !taking(args[i - 1] ?? '', undefined),
  );
  return commands.find(({ name }) => name === args[at]);
}

/**
 * How the words after a command fall to its options and operands: the first operand too many, and the option before it
 * that took another one for its value, where one did.
 */
function spreadOf(
  command: Command | undefined,
  args: readonly string[],
): { excess: string; swallowed: string | undefined; isAfterDashes: boolean } {
  const words = args.slice(args.indexOf(command?.name ?? '') + 1);
  const most = command?.operands?.split(' ').length ?? 0;
  const known = [...(command?.options ?? []), ...commonOptions].flatMap(({ flags }) => flagsIn(flags));
  let swallowed: string | undefined;
  let count = 0;
  let isAfterDashes = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const next = words[i + 1] ?? '';
    const flags = isAfterDashes ? undefined : taking(word, command);
    if (word === '--' && !isAfterDashes) isAfterDashes = true;
    else if (flags !== undefined) {
      // A value that may be left out is no other option; one that may not be is whatever stands there.
      if (flags.includes('[') && next.startsWith('-')) continue;
      if (known.includes(next)) swallowed ??= word;
      i++;
    } else if ((isAfterDashes || !word.startsWith('-') || word === '-') && ++count > most)
      return { excess: word, swallowed, isAfterDashes };
  }
  return { excess: words.at(-1) ?? '', swallowed, isAfterDashes };
}

function seeHelp(command: string | undefined) {
  return text(words.help, { command: command ? `${command} ` : '' });
}

const words = {
  option: { en: '{command} has no option {option}', fr: '{command} n’a pas d’option {option}' },
  rootOption: { en: 'there is no option {option}', fr: 'il n’y a pas d’option {option}' },
  excess: {
    en: '{command} does not take the word "{word}"',
    fr: '{command} ne prend pas le mot « {word} »',
  },
  early: {
    en: '{option} goes after the command it is for',
    fr: '{option} se met après la commande concernée',
  },
  missing: { en: '{command} needs a {name}', fr: '{command} demande : {name}' },
  noValue: { en: '{option} takes no value', fr: '{option} ne prend pas de valeur' },
  value: { en: '{option} needs a value', fr: '{option} demande une valeur' },
  beforeDashes: { en: 'options go before --', fr: 'les options se mettent avant --' },
  help: { en: 'see netroi {command}--help', fr: 'voir netroi {command}--help' },
} satisfies Record<string, Phrase>;
