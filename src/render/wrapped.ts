import { columnsOf } from '../model/visible.ts';

/** A sentence as lines of at most so many columns, broken between words. */
export function wrapped(sentence: string, width: number): string[] {
  const lines: string[] = [];
  // In French a colon and its like stand apart from their word, and never begin a line.
  for (const word of sentence.split(/(?<!\u00ab) (?![:;!?\u00bb])/)) {
    const last = lines.at(-1);
    if (last !== undefined && columnsOf(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
