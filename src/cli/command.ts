import type { Context } from '../context.ts';
import type { Severity } from '../model/diagnostic.ts';
import type { Tell } from '../model/progress.ts';
import type { Lang, Phrase } from '../model/text.ts';
import type { Style, Tone } from '../render/style.ts';

/** A word that may stand on the command line, with what a shell may say of it. */
export type Word = string | { readonly id: string; readonly label?: Phrase; readonly help?: Phrase };

/** What a shell may complete a value with: fixed words, names in the journal, pages of the manual, or files. */
export type Words =
  | readonly Word[]
  | 'groups'
  | 'members'
  | 'tags'
  | 'referrals'
  | 'surveys'
  | 'pages'
  | 'files';

/** An option as commander writes it, with its help; a repeatable one gathers a list. */
export interface Option {
  readonly flags: string;
  readonly help: Phrase;
  readonly isList?: true;
  /** For completion: what its value may be. */
  readonly words?: Words;
  /** Whether its value is several of the words, with commas between. */
  readonly isCommaList?: true;
}

/** What was said on the command line, by the long names of the options in camel case. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** One call of a command: what was asked, and the world it was asked in. */
export interface Call {
  readonly context: Context;
  readonly operands: readonly string[];
  readonly options: Options;
  /** From `--lang`; a journal's own setting counts where this is left out. */
  readonly lang: Lang | undefined;
  styleFor(lang: Lang): Style;
  /** Colours for standard error. */
  paintError(tone: Tone | Severity | 'quiet', text: string): string;
  /** Told the language of the journal once it is read: a failure after that is said in it. */
  heard(lang: Lang): void;
  /** Notes how long a step took, for `--debug`. */
  mark(step: string): void;
  /** Told how far the work has come, for those who wait. */
  readonly tell: Tell;
}

/** A command: one file, one declared value. */
export interface Command {
  readonly name: string;
  /** Operands, as commander writes them. */
  readonly operands?: string;
  /** For completion: what the first operand may be. */
  readonly operandWords?: Words;
  readonly summary: Phrase;
  readonly about?: Phrase;
  readonly examples: readonly { readonly line: string; readonly does: Phrase }[];
  readonly options: readonly Option[];
  /** Answers the call and resolves the exit code; a Failure thrown says why it cannot. */
  run(call: Call): Promise<number>;
}
