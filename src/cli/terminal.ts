import { Chalk } from 'chalk';
import type { Context, Output } from '../context.ts';
import type { Lang, Phrase } from '../model/text.ts';
import type { Style, Tone } from '../render/style.ts';
import type { Options } from './command.ts';
import { nearHint, usageFailure } from './failure.ts';

/** When to colour. */
export const moments = ['auto', 'always', 'never'];
const usualWidth = 80;

/** Whether to colour a stream: `--color`, else NO_COLOR and FORCE_COLOR, else where it is a terminal. */
export function colourOf({ env }: Context, output: Output, options: Options): boolean {
  const when = options['color'] ?? 'auto';
  if (typeof when !== 'string' || !moments.includes(when)) {
    throw usageFailure(words.noMoment, { name: String(when) }, nearHint(undefined, moments));
  }
  if (when !== 'auto') return when === 'always';
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  return output.isTerminal && env['TERM'] !== 'dumb';
}

/** Colours by meaning: bold, dim, and the two of faults; none that a light or dark background swallows. */
export function painterOf(isColoured: boolean): (tone: Tone, text: string) => string {
  if (!isColoured) return (_, text) => text;
  const chalk = new Chalk({ level: 1 });
  const paints: Record<Tone, (text: string) => string> = {
    heading: chalk.bold,
    total: chalk.bold,
    quiet: chalk.dim,
    error: chalk.red,
    warning: chalk.yellow,
    good: chalk.green,
    bad: chalk.red,
    plain: (text) => text,
  };
  return (tone, text) => paints[tone](text);
}

/** How reports are to be shown on standard output. */
export function styleOf(context: Context, options: Options, lang: Lang): Style {
  const { stdout, env } = context;
  const wished = Number(env['COLUMNS']);
  const width = stdout.columns || (Number.isInteger(wished) && wished >= 20 ? wished : usualWidth);
  return { lang, width, paint: painterOf(colourOf(context, stdout, options)) };
}

const words = {
  noMoment: {
    en: '--color takes auto, always or never, not "{name}"',
    fr: '--color prend auto, always ou never, pas « {name} »',
  },
} satisfies Record<string, Phrase>;
