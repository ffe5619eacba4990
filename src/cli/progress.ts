import type { Context } from '../context.ts';
import { steps, type Tell } from '../model/progress.ts';
import { formatShare, type Lang, speak, text } from '../model/text.ts';
import { cut } from '../render/cut.ts';

/** Milliseconds before the first line, and between two. */
const patience = 1000;
const pace = 100;
const usualWidth = 80;

/**
 * Tells on standard error how far work has come: not before a second has passed, and not where nobody looks (no
 * terminal, `--quiet`, CI, a terminal that cannot take a line back).
 * @param langNow the language at that time: the journal's is known only once it is read.
 */
export function tellerOf(context: Context, isQuiet: boolean, langNow: () => Lang): Tell {
  const { stderr, env } = context;
  if (isQuiet || !stderr.isTerminal || env['TERM'] === 'dumb' || env['CI']) return () => {};
  let next = context.elapsed() + patience;
  let last: string | undefined;
  let shown = '';
  return (step, done = 0, of = 0, share = 0) => {
    const now = context.elapsed();
    // The step that begins may be long and have nothing more to tell: it is named at once.
    if (now < next && (last === undefined || last === step)) return;
    next = now + pace;
    last = step;
    const lang = langNow();
    const says = speak(
      text(steps[step], { done, of, share: formatShare(Math.floor(100 * share) / 100, lang) }),
      lang,
    );
    // Some terminals do not know their width, and say 0.
    const line = cut(`netroi: ${says} …`, (stderr.columns || usualWidth) - 1);
    if (line !== shown) context.progress(line);
    shown = line;
  };
}
