import type { CommanderError } from 'commander';
import { nearest } from '../model/names.ts';
import { type Phrase, text } from '../model/text.ts';
import { commands } from './commands.ts';
import { exit, Failure, nearHint } from './failure.ts';
import { commonOptions } from './options.ts';

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
      const near = nearest(option, known);
      return new Failure(
        exit.usage,
        text(command ? words.option : words.rootOption, { option, command: command?.name ?? '' }),
        near ? nearHint(near, []) : seeHelp(command?.name),
      );
    }
    case 'commander.excessArguments': {
      return new Failure(
        exit.usage,
        text(words.excess, { command: command?.name ?? '' }),
        seeHelp(command?.name),
      );
    }
    case 'commander.missingArgument':
      return new Failure(
        exit.usage,
        text(words.missing, { command: command?.name ?? '', name: quoted }),
        seeHelp(command?.name),
      );
    case 'commander.optionMissingArgument':
      return new Failure(exit.usage, text(words.value, { option: quoted }), seeHelp(command?.name));
    default:
      return new Failure(exit.usage, text({ en: error.message, fr: error.message }), seeHelp(command?.name));
  }
}

function seeHelp(command: string | undefined) {
  return text(words.help, { command: command ? `${command} ` : '' });
}

const words = {
  option: { en: '{command} has no option {option}', fr: '{command} n’a pas d’option {option}' },
  rootOption: { en: 'there is no option {option}', fr: 'il n’y a pas d’option {option}' },
  excess: {
    en: '{command} was given words it does not take',
    fr: '{command} a reçu des mots qu’il ne prend pas',
  },
  missing: { en: '{command} needs a {name}', fr: '{command} demande : {name}' },
  value: { en: '{option} needs a value', fr: '{option} demande une valeur' },
  help: { en: 'see netroi {command}--help', fr: 'voir netroi {command}--help' },
} satisfies Record<string, Phrase>;
