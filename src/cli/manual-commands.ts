import { type Lang, type Phrase, speak, text } from '../model/text.ts';
import type { Command, Option } from './command.ts';
import { commands } from './commands.ts';
import { code, escaped, tableOf } from './manual-markdown.ts';
import { words } from './manual-words.ts';
import { attributionOptions, commonOptions, outputOptions, periodOptions, selectOptions } from './options.ts';
import { inWords } from './placeholders.ts';

/** Options that several commands share, by the name a page asks for them with. */
const shared: Readonly<Record<string, { options: readonly Option[]; name: Phrase }>> = {
  common: { options: commonOptions, name: { en: 'every command', fr: 'toute commande' } },
  period: { options: periodOptions, name: { en: 'the period', fr: 'la période' } },
  select: { options: selectOptions, name: { en: 'the selection', fr: 'la sélection' } },
  attribution: { options: attributionOptions, name: { en: 'attribution', fr: 'l’attribution' } },
  output: { options: outputOptions, name: { en: 'the output', fr: 'la sortie' } },
};

/** The table of the options that a page asks for. */
export function optionTable(lang: Lang, about: string): string {
  const group = shared[about];
  if (!group) throw new Error(`the manual has no options "${about}"`);
  return tableFor(group.options, lang);
}

/** A section a command: what it answers, examples, the options of its own. */
export function commandList(lang: Lang): string {
  return commands.map((command) => sectionOf(command, lang)).join('\n\n');
}

function sectionOf({ name, operands, summary, about, examples, options }: Command, lang: Lang): string {
  // By their flags: a command may give a shared option more words to take than others do.
  const isIn = ({ flags }: Option, list: readonly Option[]) => list.some((each) => each.flags === flags);
  const groups = Object.values(shared).filter((group) => group.options.every((each) => isIn(each, options)));
  const own = options.filter((each) => !groups.some((group) => isIn(each, group.options)));
  const names = groups.map((group) => group.name[lang]).join(', ');
  const said = summary[lang];
  const colon = lang === 'fr' ? ' :' : ':';
  return [
    `### netroi ${escaped([name, inWords(operands ?? '', lang)].join(' ').trim())}`,
    escaped(`${said.charAt(0).toUpperCase()}${said.slice(1)}.`),
    ...(about ? [escaped(about[lang])] : []),
    examples.map(({ line, does }) => `- ${code(line)}${colon} ${escaped(does[lang])}`).join('\n'),
    ...(own.length > 0 ? [tableFor(own, lang)] : []),
    ...(groups.length > 0 ? [speak(text(words.sharedOptions, { names }), lang)] : []),
  ].join('\n\n');
}

function tableFor(options: readonly Option[], lang: Lang): string {
  const rows = options.map(({ flags, help }) => [code(flags), escaped(help[lang])]);
  return tableOf([words.option, words.does], rows, lang);
}
