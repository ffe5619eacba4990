import { columnsOf } from '../model/visible.ts';
import type { Style, Tone } from './style.ts';

/** A stretch of text in one tone. */
export interface Run {
  readonly text: string;
  readonly tone: Tone;
}

type Word = Run[];

/** The runs in lines of a width, painted; a word wider than that stands on a line of its own. */
export function wrappedRuns(runs: readonly Run[], width: number, paint: Style['paint']): string[] {
  const lines: { text: string; columns: number }[] = [];
  for (const word of wordsOf(runs)) {
    const columns = columnsOf(plainOf(word));
    const text = word.map((run) => paint(run.tone, run.text)).join('');
    const last = lines.at(-1);
    if (last && last.columns + 1 + columns <= width) {
      last.text += ` ${text}`;
      last.columns += 1 + columns;
    } else lines.push({ text, columns });
  }
  return lines.map(({ text }) => text);
}

/** Columns of the widest word: runs cannot be wrapped to less. */
export function leastWidthOf(runs: readonly Run[]): number {
  return Math.max(0, ...wordsOf(runs).map((word) => columnsOf(plainOf(word))));
}

export function plainOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** Words may change their tone within: `--group` and the comma after it are one. */
function wordsOf(runs: readonly Run[]): Word[] {
  const words: Word[] = [];
  let isOpen = false;
  for (const { text, tone } of runs) {
    for (const part of text.split(/([ \n]+)/)) {
      if (part === '') continue;
      if (/^[ \n]/.test(part)) isOpen = false;
      else {
        const last = words.at(-1);
        if (isOpen && last) last.push({ text: part, tone });
        else words.push([{ text: part, tone }]);
        isOpen = true;
      }
    }
  }
  return glued(words);
}

/** French has a space before « : » and within its quotes, at which no line ends. */
function glued(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (const word of words) {
    const last = out.at(-1);
    if (last && (/^[:;!?\u00bb]/.test(plainOf(word)) || /\u00ab$/.test(plainOf(last))))
      last.push({ text: ' ', tone: 'plain' }, ...word);
    else out.push([...word]);
  }
  return out;
}
