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
  const command = commands.find(({ name }) => args.includes(name));
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
      const swallowing = args.find((arg, i) => isTaking(arg, command) && /^--?[a-z]/.test(args[i + 1] ?? ''));
      if (swallowing && excessWord(command, args) === '') {
        return new Failure(exit.usage, text(words.value, { option: swallowing }), seeHelp(command?.name));
      }
      return new Failure(
        exit.usage,
        text(words.excess, { command: command?.name ?? '', word: excessWord(command, args) }),
        seeHelp(command?.name),
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

/** Whether an argument is an option that takes the next one as its value. */
function isTaking(arg: string, command: Command | undefined): boolean {
  return [...(command?.options ?? []), ...commonOptions].some(
    ({ flags }) => /[<[]/.test(flags) && flags.match(/--?[a-z-]+/g)?.some((flag) => flag === arg),
  );
}

/** The first word too many: no option, nor the value of the option before it. */
function excessWord(command: Command | undefined, args: readonly string[]): string {
  const after = args.slice(args.indexOf(command?.name ?? '') + 1);
  const words = after.filter((word, i) => !word.startsWith('-') && !isTaking(after[i - 1] ?? '', command));
  const taken = command?.operands?.split(' ').length ?? 0;
  return words[taken] ?? words.at(-1) ?? '';
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
  help: { en: 'see netroi {command}--help', fr: 'voir netroi {command}--help' },
} satisfies Record<string, Phrase>;
