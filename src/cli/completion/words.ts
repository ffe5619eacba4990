import { foldName } from '../../model/names.ts';
import type { Lang } from '../../model/text.ts';
import { hasUnsafe } from '../../model/visible.ts';
import type { Command, Option, Word, Words } from '../command.ts';
import { commands } from '../commands.ts';
import { commonOptions } from '../options.ts';
import type { Typed } from './typed.ts';

/** What can stand at the cursor: words with what is to say of them, or the name of a file. */
export interface Choice {
  readonly kind: 'words' | 'list' | 'files';
  readonly words: readonly { readonly word: string; readonly help: string }[];
}

/** Names that are looked up: those of the journal by the `--journal` paths that were typed. */
export type NamesOf = (
  what: Exclude<Words, readonly Word[] | 'files'>,
  journals: readonly string[],
) => Promise<readonly Word[]>;

interface Place {
  readonly command: Command | undefined;
  /** The option whose value stands at the cursor; it may be left out where `isFree`. */
  readonly pending: Option | undefined;
  readonly isFree: boolean;
  readonly operands: number;
  readonly used: ReadonlySet<Option>;
  readonly journals: readonly string[];
  readonly isAfterDashes: boolean;
}

/** What can stand at the cursor of a command line. */
export async function choiceAt({ before, current }: Typed, lang: Lang, namesOf: NamesOf): Promise<Choice> {
  const place = placeAfter(before);
  const { command, pending, isFree, journals } = place;
  const valued = async (words: Words | undefined, head: string, option?: Option): Promise<Choice> => {
    if (words === 'files') return { kind: 'files', words: [] };
    const all = typeof words === 'string' ? await namesOf(words, journals) : (words ?? []);
    const typed = current.slice(head.length);
    const list = option?.isCommaList ? typed.slice(0, typed.lastIndexOf(',') + 1) : '';
    const given = new Set(list.split(','));
    const free = all.filter((word) => !given.has(idOf(word)));
    const found = typeof words === 'string' ? byKeyOrName(free, typed) : free.map((word) => told(word, lang));
    return {
      kind: option?.isCommaList ? 'list' : 'words',
      words: found.map(({ word, help }) => ({ word: `${head}${list}${word}`, help })),
    };
  };
  if (pending && !isFree) return valued(pending.words, '', pending);
  const [head] = /^--[a-z-]+=/.exec(current) ?? [];
  if (head && !place.isAfterDashes) {
    const option = optionOf(head.slice(0, -1), command);
    return valued(option?.words, head, option);
  }
  if (current.startsWith('-') && !place.isAfterDashes) return { kind: 'words', words: flagsAt(place, lang) };
  const free = pending ? (await valued(pending.words, '', pending)).words : [];
  const others = command
    ? await operandsAt(place, valued)
    : { kind: 'words' as const, words: commandWords(lang) };
  const words = [...free, ...others.words];
  // Where no word is called for, an option is all that can come.
  if (words.length === 0 && others.kind === 'words' && command && !place.isAfterDashes)
    return { kind: 'words', words: flagsAt(place, lang) };
  return { kind: others.kind, words };
}

async function operandsAt(
  { command, operands }: Place,
  valued: (words: Words | undefined, head: string) => Promise<Choice>,
): Promise<Choice> {
  const isOpen = operands === 0 || command?.operands?.includes('...') === true;
  return isOpen ? valued(command?.operandWords, '') : { kind: 'words', words: [] };
}

/** Walks the words before the cursor as the command line will be read. */
function placeAfter(before: readonly string[]): Place {
  let command: Command | undefined;
  let pending: Option | undefined;
  let operands = 0;
  let isAfterDashes = false;
  const used = new Set<Option>();
  const journals: string[] = [];
  const take = (option: Option | undefined, value: string) => {
    if (option?.flags.includes('--journal')) journals.push(value);
  };
  for (const word of before) {
    const asked: Option | undefined = pending;
    const isNeeded = asked !== undefined && isValueNeeded(asked);
    pending = undefined;
    if (isNeeded || (asked && !word.startsWith('-') && isValueOf(asked, word))) take(asked, word);
    else if (isAfterDashes || !word.startsWith('-') || word === '-') {
      if (command) operands++;
      else command = commands.find(({ name }) => name === word);
    } else if (word === '--') isAfterDashes = true;
    else {
      const [, long, inline] = /^(--[^=]+)(?:=(.*))?$/s.exec(word) ?? [];
      const option = optionOf(long ?? word.slice(0, 2), command);
      const value = long ? inline : word.slice(2) || undefined;
      if (option) used.add(option);
      if (value !== undefined) take(option, value);
      else if (option && /[<[]/.test(option.flags)) pending = option;
    }
  }
  return {
    command,
    pending,
    isFree: !!pending && !isValueNeeded(pending),
    operands,
    used,
    journals,
    isAfterDashes,
  };
}

function isValueNeeded({ flags }: Option): boolean {
  return flags.includes('<');
}

/** Whether a word after an option that may have a value is that value, and no operand. */
function isValueOf({ words }: Option, word: string): boolean {
  return (
    /^\d|^[QT]\d/i.test(word) || (typeof words === 'object' && words.some((each) => idOf(each) === word))
  );
}

function optionsOf(command: Command | undefined): readonly Option[] {
  return [...(command?.options ?? []), ...commonOptions, helpOption, ...(command ? [] : [versionOption])];
}

function optionOf(flag: string, command: Command | undefined): Option | undefined {
  return optionsOf(command).find(({ flags }) => flagsOf(flags).includes(flag));
}

const flagsOf = (flags: string): readonly string[] => flags.match(/(?<![\w-])--?[a-zA-Z][a-z-]*/g) ?? [];

function flagsAt({ command, used }: Place, lang: Lang): Choice['words'] {
  return optionsOf(command)
    .filter((option) => option.isList || !used.has(option))
    .flatMap(({ flags, help }) => flagsOf(flags).map((word) => ({ word, help: help[lang] })));
}

function commandWords(lang: Lang): Choice['words'] {
  return commands.map(({ name, summary }) => ({ word: name, help: summary[lang] }));
}

/** Names of the journal by their keys; by their full names where only those begin with what was typed. */
function byKeyOrName(things: readonly Word[], typed: string): Choice['words'] {
  const all = things.map((word) => told(word, 'en')).filter(({ word, help }) => !hasUnsafe(word + help));
  if (all.some(({ word }) => word.startsWith(typed))) return all;
  const named = all.filter(({ help }) => foldName(help).startsWith(foldName(typed)));
  return named.length > 0 ? named.map(({ word, help }) => ({ word: help, help: word })) : all;
}

function idOf(word: Word): string {
  return typeof word === 'string' ? word : word.id;
}

function told(word: Word, lang: Lang): { word: string; help: string } {
  return typeof word === 'string'
    ? { word, help: '' }
    : { word: word.id, help: (word.help ?? word.label)?.[lang] ?? '' };
}

const helpOption: Option = { flags: '-h, --help', help: { en: 'this help', fr: 'cette aide' } };
const versionOption: Option = { flags: '-V, --version', help: { en: 'the version', fr: 'la version' } };
