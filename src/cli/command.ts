import type { Context } from '../context.ts';
import type { Severity } from '../model/diagnostic.ts';
import type { Lang, Phrase } from '../model/text.ts';
import type { Style, Tone } from '../render/style.ts';

/** An option as commander writes it, with its help; a repeatable one gathers a list. */
export interface Option {
  readonly flags: string;
  readonly help: Phrase;
  readonly isList?: true;
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
  /** Notes how long a step took, for `--debug`. */
  mark(step: string): void;
}

/** A command: one file, one declared value. */
export interface Command {
  readonly name: string;
  /** Operands, as commander writes them. */
  readonly operands?: string;
  readonly summary: Phrase;
  readonly about?: Phrase;
  readonly examples: readonly { readonly line: string; readonly does: Phrase }[];
  readonly options: readonly Option[];
  /** Answers the call and resolves the exit code; a Failure thrown says why it cannot. */
  run(call: Call): Promise<number>;
}
