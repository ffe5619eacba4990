/** The words after `netroi` on a command line that is being typed, up to the cursor. */
export interface Typed {
  /** Whole words, without their quotes. */
  readonly before: readonly string[];
  /** The word at the cursor so far, without quotes. */
  readonly current: string;
  /** The quote that the word at the cursor stands in. */
  readonly quote: '' | "'" | '"';
  /** How much of that word the shell takes for words of their own, and would keep. */
  readonly kept: number;
}

/** Words as zsh and fish hand them over: whole, their quotes taken off; fish leaves those of the last. */
export function typedWhole(words: readonly string[], isLastQuoted: boolean): Typed {
  const last = words.at(-1) ?? '';
  const current = isLastQuoted ? unquoted(last).text : last;
  return { before: words.slice(0, -1), current, quote: '', kept: 0 };
}

/** Words as bash hands them over: with their quotes, and cut at `=`, `:` and `@`. */
export function typedInBash(words: readonly string[]): Typed {
  const glued: string[] = [];
  let kept = 0;
  words.forEach((word, i) => {
    const isBreak = /^[=:@]+$/.test(word);
    const isAfterBreak = i > 0 && /^[=:@]+$/.test(words[i - 1] ?? '');
    const last = glued.pop();
    if (last === undefined) glued.push(word);
    else if ((isBreak || isAfterBreak) && last !== '') {
      kept = unquoted(last).text.length + (isBreak ? word.length : 0);
      glued.push(last + word);
    } else {
      kept = 0;
      glued.push(last, word);
    }
  });
  const { text, quote } = unquoted(glued.at(-1) ?? '');
  return { before: glued.slice(0, -1).map((word) => unquoted(word).text), current: text, quote, kept };
}

/** What a word of a shell means; a quote that is still open is told. */
function unquoted(word: string): { text: string; quote: Typed['quote'] } {
  let text = '';
  let quote: Typed['quote'] = '';
  for (let i = 0; i < word.length; i++) {
    const sign = word.charAt(i);
    if (sign === quote) quote = '';
    else if (quote === '' && (sign === "'" || sign === '"')) quote = sign;
    else if (sign === '\\' && (quote === '' || (quote === '"' && /["\\$`]/.test(word.charAt(i + 1))))) {
      i++;
      text += word.charAt(i);
    } else text += sign;
  }
  return { text, quote };
}

/** A text as it must be typed in a shell so that it means itself, within a quote that is open or without. */
export function quotedFor(quote: Typed['quote'], text: string): string {
  if (quote === "'") return text.replaceAll("'", "'\\''");
  if (quote === '"') return text.replace(/["\\$`]/g, '\\$&');
  return text.replace(/[^\p{L}\p{M}\p{N}_./,+%-]/gu, '\\$&');
}
