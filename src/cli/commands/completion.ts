import { nearest } from '../../model/names.ts';
import type { Phrase } from '../../model/text.ts';
import type { Call, Command } from '../command.ts';
import { type Shell, scripts, shells } from '../completion/scripts.ts';
import { exit, nearHint, usageFailure } from '../failure.ts';

export const completion: Command = {
  name: 'completion',
  operands: '<shell> [words...]',
  operandWords: shells,
  summary: {
    en: 'completes commands, options and names in bash, zsh or fish',
    fr: 'complète commandes, options et noms dans bash, zsh ou fish',
  },
  examples: [
    {
      line: 'netroi completion bash',
      does: {
        en: 'in ~/.bashrc: eval "$(netroi completion bash)"; zsh: the same in ~/.zshrc',
        fr: 'dans ~/.bashrc : eval "$(netroi completion bash)" ; zsh : de même dans ~/.zshrc',
      },
    },
    {
      line: 'netroi completion fish',
      does: {
        en: 'kept as ~/.config/fish/completions/netroi.fish',
        fr: 'à garder dans ~/.config/fish/completions/netroi.fish',
      },
    },
  ],
  options: [],
  async run(call) {
    const [wanted = '', ...rest] = call.operands;
    // What the scripts call: silent whatever happens, for it is typed into.
    if (wanted === 'words') {
      await call.context.stdout.write(await wordsAt(call, rest).catch(() => ''));
      return exit.done;
    }
    const shell = shells.find((each) => each === wanted);
    if (shell === undefined || rest.length > 0) {
      throw usageFailure(
        words.noShell,
        { name: [wanted, ...rest].join(' ') },
        nearHint(nearest(wanted, shells), shells),
      );
    }
    await call.context.stdout.write(scripts[shell]);
    return exit.done;
  },
};

async function wordsAt(call: Call, operands: readonly string[]): Promise<string> {
  const [shell = '', ...typed] = operands;
  const { answerFor } = await import('../completion/answer.ts');
  return answerFor(call, shell as Shell, typed);
}

const words = {
  noShell: { en: 'no completion for "{name}"', fr: 'pas de complétion pour « {name} »' },
} satisfies Record<string, Phrase>;
