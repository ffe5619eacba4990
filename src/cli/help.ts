import { type Lang, type Phrase, speak, text } from '../model/text.ts';
import type { Command, Option } from './command.ts';
import { commands } from './commands.ts';
import { commonOptions } from './options.ts';
import { inWords } from './placeholders.ts';

const column = 30;

/** The help of netroi itself: what it is for and its commands. */
export function overview(lang: Lang): string {
  const list = commands.map(({ name, summary }) => line(`  ${name}`, summary[lang], 14));
  return [
    say(words.tagline, lang),
    '',
    `${say(words.usage, lang)} netroi ${say(words.command, lang)}`,
    '',
    say(words.commands, lang),
    ...list,
    '',
    say(words.options, lang),
    ...optionLines(commonOptions, lang),
    line('  -h, --help', say(words.help, lang), column),
    line('  -V, --version', say(words.version, lang), column),
    '',
    say(words.more, lang),
    '',
  ].join('\n');
}

/** The help of one command: usage, examples, options. */
export function helpOf(command: Command, lang: Lang): string {
  const operands = command.operands ? ` ${inWords(command.operands, lang)}` : '';
  return [
    speak(text(words.head, { name: command.name, summary: command.summary }), lang),
    '',
    `${say(words.usage, lang)} netroi ${command.name}${operands} [options]`,
    '',
    say(words.examples, lang),
    ...command.examples.flatMap((example) => [`  ${example.line}`, `      ${example.does[lang]}`]),
    '',
    say(words.options, lang),
    ...optionLines([...command.options, ...commonOptions], lang),
    line('  -h, --help', say(words.help, lang), column),
    '',
  ].join('\n');
}

function optionLines(options: readonly Option[], lang: Lang): string[] {
  return options.map(({ flags, help }) =>
    line(`  ${flags.startsWith('--') ? '    ' : ''}${inWords(flags, lang)}`, help[lang], column),
  );
}

function line(left: string, right: string, width: number): string {
  return left.length < width ? `${left.padEnd(width)}${right}` : `${left}\n${' '.repeat(width)}${right}`;
}

function say(phrase: Phrase, lang: Lang): string {
  return speak(text(phrase), lang);
}

const words = {
  head: { en: 'netroi {name}: {summary}', fr: 'netroi {name} : {summary}' },
  tagline: {
    en: 'netroi: what your networking brings, for the whole time it takes',
    fr: 'netroi : ce que rapporte votre réseau, pour tout le temps qu’il prend',
  },
  usage: { en: 'Usage:', fr: 'Usage :' },
  command: { en: 'COMMAND [options]', fr: 'COMMANDE [options]' },
  commands: { en: 'Commands:', fr: 'Commandes :' },
  options: { en: 'Options:', fr: 'Options :' },
  examples: { en: 'Examples:', fr: 'Exemples :' },
  help: { en: 'this help', fr: 'cette aide' },
  version: { en: 'the version', fr: 'la version' },
  more: {
    en: 'netroi COMMAND --help says more, with examples.',
    fr: 'netroi COMMANDE --help en dit plus, avec des exemples.',
  },
} satisfies Record<string, Phrase>;
